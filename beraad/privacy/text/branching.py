"""Words to choose from, written so that a place is compared with each beginning once.

A pattern tries the alternatives of a choice one by one. `(?:bank|bankier|bond)` becomes
`(?:b(?:ank(?:|ier)|ond))`, which matches the same, and in the same order: of alternatives that
match at one place each begins with the shorter, and which of the two comes first is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_FEWEST = 24
"""Alternatives from which it pays."""

_LITERAL = r"[^\\()\[\]{}?*+.^$|]"
_CHOICE = re.compile(rf"\((?P<opens>\?:|\?P<\w+>)(?P<words>{_LITERAL}*(?:\|{_LITERAL}*)+)\)")
"""A group in which every alternative is written as it is."""

_PLAIN = re.compile(rf"{_LITERAL}+")


def branching(written: str) -> str:
    """The same pattern, with every choice between words in it made to branch."""
    return _CHOICE.sub(_branched, written)


def branching_sign(ways: Iterable[str]) -> str:
    """A pattern that begins where one of these begins; how far it reaches may differ."""
    plain: list[str] = []
    others: list[str] = []
    for way in ways:
        (plain if _PLAIN.fullmatch(way) else others).append(way)
    tree = _tree(plain) if len(plain) >= _FEWEST else None
    return "|".join(map(branching, (*(plain if tree is None else [tree]), *others)))


def one_of(words: Iterable[str]) -> str:
    """A pattern of one of these words, each as it stands; a longer one goes before a shorter."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return _branches(ordered, re.escape) if ordered else ""


def _branched(choice: re.Match[str]) -> str:
    words = choice["words"].split("|")
    tree = _tree(words) if len(words) >= _FEWEST else None
    return choice[0] if tree is None else f"({choice['opens']}{tree})"


def _tree(words: list[str]) -> str | None:
    """These words as branches; None where a word comes between those that begin with it."""
    try:
        return _branches(list(dict.fromkeys(words)))
    except _Between:
        return None


class _Between(Exception):
    """Of words that begin with one word some come before it and some after."""


def _branches(words: list[str], written: Callable[[str], str] = str) -> str:
    if len(words) == 1:
        return written(words[0])
    ends = words.index("") if "" in words else None
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if word:
            by_letter.setdefault(word[0], []).append(word[1:])
    branches = "|".join(_branch(letter, rest, written) for letter, rest in by_letter.items())
    if ends is None:
        return branches
    if ends == 0:
        return f"|{branches}"
    if ends == len(words) - 1:
        return f"{branches}|"
    raise _Between


def _branch(letter: str, rest: list[str], written: Callable[[str], str]) -> str:
    """The words that begin with this letter, as far as they go on alike."""
    alike = letter
    while len(first := {word[:1] for word in rest}) == 1 and first != {""}:
        alike += first.pop()
        rest = [word[1:] for word in rest]
    inside = _branches(rest, written)
    return written(alike) + (f"(?:{inside})" if len(rest) > 1 else inside)
