"""What of one beraad is counted: words of the lists of suggestions only, and minutes.

What somebody wrote in words of their own is never taken along, so no words of a case can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from beraad.phases.dates import iso_week
from beraad.phases.folding import without_article
from beraad.phases.marks import whole_minutes
from beraad.phases.plan import plan_of
from beraad.phases.suggestions import Suggestions
from beraad.records import PhaseKey, Session, Source

_MOST_CLASHING = 4
"""More values that all clash are no clash of two."""


class Heard(StrEnum):
    """How a perspective came to the table."""

    SAID = "said"
    FILLED_IN = "filled_in"


class Went(StrEnum):
    """Something that went well in a beraad."""

    NEW_OPTION = "new_option"
    LOOKED_BACK = "looked_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeraadFacts:
    """What one beraad adds to the patterns.

    Attributes:
        clashes: values that collide, two by two, each pair in the order of the alphabet.
        voices: the perspectives that were named, and how each came to the table.
        minutes: per ronde the minutes that were used and planned, where the clock ran.
    """

    team: str
    week: str
    held_on: date
    clashes: frozenset[tuple[str, str]] = frozenset()
    voices: Mapping[str, Heard]
    went: frozenset[Went] = frozenset()
    minutes: Mapping[PhaseKey, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that may be counted, by how they are compared."""

    values: Mapping[str, str]
    perspectives: Mapping[str, str]

    @staticmethod
    def of(suggestions: Suggestions) -> Vocabulary:
        """The words of the lists of an organisation."""
        return Vocabulary(
            _by_key(suggestions.texts("waarden")), _by_key(suggestions.texts("perspectieven"))
        )


def facts_of(session: Session, vocabulary: Vocabulary, *, practice: bool = False) -> BeraadFacts:
    """What this beraad adds.

    Raises ValueError for an oefening among real beraden, and for a real beraad in `practice`:
    those are never counted together.
    """
    if session.is_practice != practice:
        msg = "oefeningen and real beraden are never counted together"
        raise ValueError(msg)
    held_on = session.opening.held_on
    return BeraadFacts(
        team=session.opening.team,
        week=iso_week(held_on),
        held_on=held_on,
        clashes=_clashes(session, vocabulary.values),
        voices=_voices(session, vocabulary.perspectives),
        went=frozenset(_went(session)),
        minutes={
            share.key: (whole_minutes(share.seconds), share.base)
            for share in plan_of(session).shares
            if share.seconds
        },
    )


def _clashes(session: Session, known: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    core = {known[key] for one in session.values if one.core and (key := _key(one.name)) in known}
    if len(core) > _MOST_CLASHING:
        return frozenset()
    return frozenset(combinations(sorted(core), 2))


def _voices(session: Session, known: Mapping[str, str]) -> dict[str, Heard]:
    found: dict[str, Heard] = {}
    for one in session.stakeholders:
        name = known.get(_key(one.name))
        if name is None or found.get(name) is Heard.SAID:
            continue
        found[name] = Heard.SAID if one.source is Source.SAID else Heard.FILLED_IN
    return found


def _went(session: Session) -> Iterable[Went]:
    first = {option.id for option in session.options[:2]}
    chosen = {one.final_choice_id for one in session.considerations}
    if any(choice and choice not in first for choice in chosen):
        yield Went.NEW_OPTION
    if any(one.look_back for one in session.agreements):
        yield Went.LOOKED_BACK


def _by_key(names: Iterable[str]) -> dict[str, str]:
    return {_key(name): name for name in names}


def _key(name: str) -> str:
    """How two spellings of one word are compared."""
    return without_article(" ".join(name.casefold().split()).rstrip("."))
