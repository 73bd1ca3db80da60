"""What the gate knows of Dutch: ordinary words, names, places, and what may always stay."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from beraad.assets import WORD_LISTS
from beraad.privacy.dutch.remembering import Remembered
from beraad.privacy.dutch.vocabulary import COMPOUND_HEADS, PARTICLES, TITLES, origins_and_beliefs
from beraad.privacy.dutch.word_list import WordList

T = TypeVar("T")
V = TypeVar("V")

_SHORTEST_PART = 4
_SHORTEST_TAIL, _SHORTEST_BEFORE_A_TAIL = 3, 6
"""A part of three letters ends a compound behind a long word only: "opslagbox"."""
_SHORT_TAILS = frozenset(
    {
        "app", "bak", "bed", "bon", "box", "bus", "cel",
        "eis", "hok", "jas", "kar", "kat", "kit", "map",
        "pak", "pan", "pas", "pot", "rek", "rit", "set", "tas", "tip", "wet", "zak",
    }
)  # fmt: skip
"""Things; many streets and surnames end in three letters too."""
_SHORTEST_COMPOUND = 9
_LONGEST_COMPOUND = 40
_LINKS = ("", "s", "e", "en")


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Words in comparable form: no capitals, no diacritics.

    Attributes:
        words: ordinary words, with their inflections.
        given: first names.
        surnames: last names; `given` and `surnames` may share words with `words`.
        proper: capitalised words of a dictionary: names of people, places and things.
        places: names of places, also of more than one word.
        streets: names of streets that do not look like one.
        allowed: words that may stay though they have a capital.
        never: words that are no name when written without a capital.
        mostly: first names that hardly ever occur as the ordinary word they also are.
        organisations: names of organisations, also of more than one word.
        english: the commonest words of English.
        common: how common a word is, 0 for the commonest; a rare word has no place here.
    """

    words: frozenset[str] | WordList
    given: frozenset[str]
    surnames: frozenset[str]
    proper: frozenset[str]
    places: frozenset[str]
    allowed: frozenset[str]
    never: frozenset[str]
    mostly: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    english: frozenset[str] = frozenset()
    common: Mapping[str, int] = field(default_factory=dict[str, int], compare=False)

    @cached_property
    def by_opening(self) -> Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]:
        """Names of places and organisations of more than one word, by their first two."""
        found: defaultdict[tuple[str, str], tuple[tuple[str, ...], ...]] = defaultdict(tuple)
        for name in sorted(self.places | self.organisations):
            match name.split():
                case [first, second, *_] as words:
                    found[first, second] += (tuple(words),)
                case _:
                    pass
        return dict(found)

    def remembered(self, work_out: Callable[[T, Lexicon], V]) -> Remembered[T, V]:
        """What this function says of a word by this lexicon, worked out once for each word."""
        return self._remembered[work_out]

    @cached_property
    def _remembered(self) -> Remembered[Callable[..., Any], Remembered[Any, Any]]:
        return Remembered(lambda work_out: Remembered(partial(work_out, lexicon=self)))

    def is_word(self, word: str) -> bool:
        """Whether this is an ordinary word, or is made of two."""
        return self._ordinary[word]

    @cached_property
    def _ordinary(self) -> Remembered[str, bool]:
        return Remembered(
            lambda word: (
                word in self.words or (not self.is_listed(word) and self._is_compound(word))
            )
        )

    def is_name(self, word: str) -> bool:
        """Whether somebody, or some place, is called so."""
        return word in self.given or word in self.surnames or word in self.places

    def is_listed(self, word: str) -> bool:
        """Whether any list of names holds this word."""
        return self.is_name(word) or word in self.proper or word in self.organisations

    def with_own(
        self,
        *,
        streets: Iterable[str] = (),
        allowed: Iterable[str] = (),
        names: Iterable[str] = (),
    ) -> Lexicon:
        """The lexicon with the words of a municipality; a name of its own is allowed no longer."""
        extra = frozenset(names)
        return replace(
            self,
            streets=self.streets | frozenset(streets),
            allowed=(self.allowed | frozenset(allowed)) - extra,
            given=self.given | extra,
        )

    def _is_compound(self, word: str) -> bool:
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
            return False
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_TAIL + 1):
            tail = word[cut:]
            if len(tail) < _SHORTEST_PART and (
                cut < _SHORTEST_BEFORE_A_TAIL or tail not in _SHORT_TAILS
            ):
                continue
            if self._is_head(word[cut:]) and any(
                word[:cut].removesuffix(link) in self.words for link in _LINKS
            ):
                return True
        return False

    def _is_head(self, part: str) -> bool:
        return part in self.words or part in COMPOUND_HEADS


@cache
def shipped() -> Lexicon:
    """The lexicon that comes with Beraad; read when it is first needed."""
    allowed = _plain("toegestaan") | origins_and_beliefs() | _plain("streektaal")
    added = _plain("aanvulling")
    particles = PARTICLES | TITLES
    names = _packed("achternamen") | _plain("achternamen_aanvulling") | added
    words = WordList(_unpacked("woorden"))
    return Lexicon(
        words=words,
        given=(_packed("voornamen") | added) - particles,
        surnames=names - particles,
        proper=_packed("eigennamen") - allowed - particles,
        places=_packed("plaatsen") | lines_of(WORD_LISTS / "plaatsen_aanvulling.txt"),
        allowed=allowed,
        never=_plain("geen_naam") | _plain("streektaal") | particles,
        mostly=_plain("vooral_naam"),
        organisations=lines_of(WORD_LISTS / "organisaties.txt"),
        english=_plain("engels"),
        common=_steps("gangbaar"),
    )


def _steps(name: str) -> Mapping[str, int]:
    """The words of a list with the number of their line."""
    lines = _unpacked(name).decode("ascii").split("\n")
    return {word: step for step, line in enumerate(lines) for word in line.split(" ")}


def _packed(name: str) -> frozenset[str]:
    return frozenset(_unpacked(name).decode("ascii").split("\n"))


def _unpacked(name: str) -> bytes:
    return gzip.decompress((WORD_LISTS / f"{name}.txt.gz").read_bytes())


def _plain(name: str) -> frozenset[str]:
    return words_in(WORD_LISTS / f"{name}.txt")


def words_in(path: Path) -> frozenset[str]:
    """The words of a list with remarks behind a `#`."""
    return frozenset(word for line in lines_of(path) for word in line.split())


def lines_of(path: Path) -> frozenset[str]:
    """The lines of a list, without remarks behind a `#`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(text for line in lines if (text := line.partition("#")[0].strip()))
