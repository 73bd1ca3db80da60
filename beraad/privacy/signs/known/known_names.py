"""The names and words of one beraad that never leave it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import Any, TypeVar

from beraad.privacy.dutch.gender import Gender
from beraad.privacy.dutch.remembering import Remembered
from beraad.privacy.signs.known.subjects import Subject, added, named, participants
from beraad.records import Session, letter

K = TypeVar("K")
V = TypeVar("V")

_MOST_LETTERS = 12
"""How many letters are read as those of options, however many options there are: A to L."""


@dataclass(frozen=True, kw_only=True)
class KnownNames:
    """Everyone and everything known in a beraad, ready to be looked up by word.

    Attributes:
        by_core: who is meant by one word.
        core_lengths: how long these words are, longest first.
        by_first: whose whole name starts with this word.
        by_initials: whose initials these are.
        year: the year from which "ten years ago" is counted.
        wishes: what somebody wants to stand instead of an added word.
        letters: the capitals that options are called by; none of them is an initial by itself.
        team: what the team is called whose beraad it is.
    """

    by_core: Mapping[str, tuple[Subject, ...]]
    core_lengths: tuple[int, ...]
    by_first: Mapping[str, tuple[Subject, ...]]
    by_initials: Mapping[tuple[str, ...], tuple[Subject, ...]]
    year: int
    wishes: tuple[str, ...] = ()
    letters: frozenset[str] = frozenset()
    team: str = ""

    @classmethod
    def of(cls, session: Session) -> KnownNames:
        """What is known in this beraad: names of participants, and words that were added.

        A word without a letter or digit, or of tussenvoegsels only, is never found.
        """
        words = (added(word) for word in session.known_words)
        return cls._of(
            [*participants(session), *words],
            year=session.opening.held_on.year,
            letters=frozenset(map(letter, range(min(len(session.options), _MOST_LETTERS)))),
            team=session.opening.team,
        )

    @classmethod
    def named(
        cls,
        names: Iterable[str] = (),
        *,
        year: int | None = None,
        letters: frozenset[str] = frozenset(),
    ) -> KnownNames:
        """The participants of a text that belongs to no beraad; `year` is this year by default."""
        return cls._of(named(names), year=year or datetime.now(UTC).year, letters=letters)

    @cached_property
    def genders(self) -> Mapping[str, Gender]:
        """By key of somebody: as whom they are spoken of, where that is known."""
        everybody = (one for some in self.by_core.values() for one in some)
        return {one.key: one.gender for one in everybody if one.gender}

    def remembered(self, work_out: Callable[[str, KnownNames], V]) -> Remembered[str, V]:
        """What this function says of a word by what is known, worked out once for each word."""
        return self._remembered[work_out]

    @cached_property
    def _remembered(self) -> Remembered[Callable[..., Any], Remembered[Any, Any]]:
        return Remembered(lambda work_out: Remembered(partial(work_out, known=self)))

    @classmethod
    def _of(
        cls, subjects: Iterable[Subject], *, year: int, letters: frozenset[str], team: str = ""
    ) -> KnownNames:
        known = tuple(subjects)
        by_core = _index(known, lambda subject: subject.parts.cores)
        return cls(
            by_core=by_core,
            core_lengths=tuple(sorted({len(core) for core in by_core}, reverse=True)),
            by_first=_index(known, _first_word),
            by_initials=_index(known, lambda subject: subject.parts.initials),
            year=year,
            wishes=tuple(one.suggestion for one in known if one.wished),
            letters=letters,
            team=team,
        )


def _first_word(subject: Subject) -> Iterable[str]:
    """Where the whole of a name or phrase begins; one word is looked up as a core."""
    sequence = subject.parts.sequence
    whole = len(sequence) > 1 and (subject.parts.cores or subject.chosen)
    return sequence[:1] if whole else ()


def _index(
    subjects: Iterable[Subject], keys: Callable[[Subject], Iterable[K]]
) -> dict[K, tuple[Subject, ...]]:
    found: defaultdict[K, tuple[Subject, ...]] = defaultdict(tuple)
    for subject in subjects:
        for key in keys(subject):
            found[key] += (subject,)
    return dict(found)
