"""Sentences of a leerverslag that still tell the case itself, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from beraad.privacy.clean import CleanedSession
from beraad.privacy.dutch.folding import fold

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_FEWEST_WORDS = 6
"""Shorter sentences may be the same by chance."""


def told(cleaned: CleanedSession) -> str:
    """Everything that was told about the case, to look for sentences in."""
    account = cleaned.case
    texts = (
        account.situation,
        account.hot_moment,
        account.friction,
        account.done_so_far,
        *(moment.what for moment in cleaned.timeline),
        *(line.answer for line in cleaned.clarifications),
    )
    return "\n".join(map(_folded, texts))


def copied(text: str, case: str) -> tuple[str, ...]:
    """The sentences of a text that stand in the case (`told`) as they are."""
    return tuple(one for one in _sentences(text) if _folded(one) in case)


def _sentences(text: str) -> Iterable[str]:
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip()
        if len(sentence.split()) >= _FEWEST_WORDS:
            yield sentence


def _folded(text: str) -> str:
    return " ".join(fold(text).lower.split())
