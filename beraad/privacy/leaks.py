"""Whether a finished document still holds a word that was taken out of the beraad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.finds import Find, FindKind
from beraad.privacy.folding import fold
from beraad.privacy.gate import Gate
from beraad.privacy.naming import words_of
from beraad.privacy.placeholders import blank_own
from beraad.privacy.vocabulary import ORDINARY_WORDS
from beraad.records import Session

_NAMES = frozenset({FindKind.PARTICIPANT, FindKind.KNOWN_WORD})
_UNANNOUNCED = frozenset(
    {
        FindKind.PERSON,
        FindKind.ADDRESS,
        FindKind.PLACE,
        FindKind.NEIGHBOURHOOD,
        FindKind.ORGANISATION,
        FindKind.SCHOOL,
    }
)
_NOT_PROVEN = frozenset({FindKind.DATE, FindKind.AGE, FindKind.DETAIL})
"""A day or an age may stand elsewhere for another reason."""
_FEWEST_LETTERS = 2
_FEWEST_DIGITS = 6
_SHORT = 3
_NOT_WORDS = re.compile(r"[\W_]+")


def forbidden_words(session: Session) -> tuple[str, ...]:
    """Return what was taken out of this beraad, literally, in alphabetical order."""
    return tuple(sorted({find.text for find in _taken_out(Gate.of(session))}))


def leaks(text: str, session: Session) -> tuple[str, ...]:
    """Return which of the words taken out of a beraad still occur in a finished document.

    Case, diacritics, line breaks and the signs between words make no difference. A name that is
    also an ordinary word counts only when written with the same capitals, and what stays somewhere
    by somebody's decision does not count.
    """
    gate = Gate.of(session)
    document = _Document(text)
    kept = {words_of(find.text) for find in _kept(gate)}
    return tuple(
        sorted(
            {
                find.text
                for find in _taken_out(gate)
                if words_of(find.text) not in kept and document.holds(find)
            }
        )
    )


class _Document:
    """A finished text, ready to be searched for words."""

    def __init__(self, text: str) -> None:
        folded = fold(blank_own(text))
        self._cased = _padded(folded.cased)
        self._lower = _padded(folded.lower)
        self._solid = _NOT_WORDS.sub("", folded.lower)

    def holds(self, find: Find) -> bool:
        """Whether the text of a find occurs, as whole words."""
        folded = fold(find.text)
        solid = _NOT_WORDS.sub("", folded.lower)
        if find.kind in _NOT_PROVEN:
            return False
        if find.kind in _UNANNOUNCED:
            return len(solid) >= _FEWEST_LETTERS and _padded(folded.cased) in self._cased
        if find.kind not in _NAMES:
            return len(solid) >= _FEWEST_DIGITS and solid in self._solid
        if len(solid) < (_FEWEST_DIGITS if solid.isdecimal() else _FEWEST_LETTERS):
            return False
        if folded.lower in ORDINARY_WORDS or (folded.cased.isupper() and len(solid) <= _SHORT):
            return _padded(folded.cased) in self._cased
        return _padded(folded.lower) in self._lower


def _padded(text: str) -> str:
    """The words of a text with one space around each."""
    return f" {_NOT_WORDS.sub(' ', text).strip()} "


def _taken_out(gate: Gate) -> Iterator[Find]:
    for text in gate.found:
        yield from gate.in_force(text)


def _kept(gate: Gate) -> Iterator[Find]:
    for finds in gate.found.values():
        yield from (find for find in finds if gate.stays(find))
