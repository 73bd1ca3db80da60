"""Which words of a page are those of a known name: whole, in the genitive or stuck to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from beraad.privacy.dutch.vocabulary import COMPOUND_HEADS, ORDINARY_WORDS, TITLES
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.subjects import Subject
from beraad.privacy.text.words import POSSESSIVE, stem

_GLUED_LETTERS = 5
_GLUED_LETTERS_IN_LOWER_CASE = 6
_CAMEL_LETTERS = 3
_REST_LETTERS = 3
_HEADS = COMPOUND_HEADS | TITLES


class How(Enum):
    """How a name stands in a word."""

    WHOLE = auto()
    GENITIVE = auto()
    GLUED = auto()


@dataclass(frozen=True, slots=True)
class Recognised:
    """A word in which a known name stands.

    Attributes:
        core: the part of the name.
        begin: where the name begins in the word.
        end: where it ends in the word.
    """

    how: How
    core: str
    subjects: tuple[Subject, ...]
    begin: int
    end: int


def recognise(word: str, known: KnownNames) -> Recognised | None:
    """Return how a word, written with its capitals, holds a known name."""
    body = word[: len(word.casefold().removesuffix(POSSESSIVE))]
    return _whole(body, known) or _glued(body, known)


def _whole(word: str, known: KnownNames) -> Recognised | None:
    """The name that is the whole word, perhaps with an s behind it."""
    core = stem(word.casefold())
    if subjects := known.by_core.get(core):
        return Recognised(How.WHOLE, core, subjects, 0, len(word))
    owner = core.removesuffix("s")
    plain_word = owner in ORDINARY_WORDS and word.islower()
    if owner != core and len(owner) > 1 and owner in known.by_core and not plain_word:
        return Recognised(How.GENITIVE, owner, known.by_core[owner], 0, len(word))
    return None


def _glued(word: str, known: KnownNames) -> Recognised | None:
    """The longest name at the beginning or at the end of a compound.

    When the rest of the compound holds a name as well, all of it is taken.
    """
    for core, begin, end in _places(word, known):
        rest = word[end:] if begin == 0 else word[:begin]
        all_of_it = bool(rest) and bool(_whole(rest, known) or any(_places(rest, known)))
        place = (0, len(word)) if all_of_it else (begin, end)
        return Recognised(How.GLUED, core, known.by_core[core], *place)
    return None


def _places(word: str, known: KnownNames) -> Iterator[tuple[str, int, int]]:
    """Yield the names in a compound with where they stand, longest first."""
    lower = word.casefold()
    for length in known.core_lengths:
        if _CAMEL_LETTERS <= length < len(word):
            for begin in (0, len(word) - length):
                core = lower[begin : begin + length]
                place = _place(word, core, begin) if core in known.by_core else None
                if place is not None:
                    yield core, *place


def _place(word: str, core: str, begin: int) -> tuple[int, int] | None:
    """Where in a compound the name stands; the whole word when its end cannot be told."""
    end = begin + len(core)
    turn = end if begin == 0 else begin
    if word[turn].isupper() and word[turn - 1].islower():
        return begin, end
    if len(core) < _GLUED_LETTERS or core in ORDINARY_WORDS:
        return None
    rest = (word[end:] if begin == 0 else word[:begin]).casefold()
    if rest in _HEADS or (begin == 0 and rest.removeprefix("s") in _HEADS):
        return begin, end
    long = len(core) >= _GLUED_LETTERS_IN_LOWER_CASE
    if len(rest) >= _REST_LETTERS and (long or (begin == 0 and word[0].isupper())):
        return 0, len(word)
    return None
