"""Whether somebody is in the middle of a word: half a name is no name yet to the gate."""

from __future__ import annotations

from beraad.records import Session
from beraad.records.anatomy import addressed_texts


def in_a_word(before: Session, after: Session) -> bool:
    """Whether what was typed since `before` may end within a word or a number."""
    known = dict(addressed_texts(before))
    return any(
        _ends_in_a_word(known.get(address, ""), text)
        for address, text in addressed_texts(after)
        if text != known.get(address, "")
    )


def _ends_in_a_word(before: str, after: str) -> bool:
    start = _alike(before, after)
    most = min(len(before), len(after)) - start
    end = min(most, _alike(before[::-1], after[::-1]))
    typed = after[start : len(after) - end]
    return bool(typed) and typed[-1].isalnum()


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
