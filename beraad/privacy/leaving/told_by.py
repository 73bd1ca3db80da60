"""Which values tell whose they are: in ronde 4 they stand with somebody who was at the table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

from beraad.phases.wording import PART_LABELS
from beraad.records import Part, Presence, Session, Stakeholder

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"de", "het", "een", "en", "of", "mijn", "zijn", "haar", "ons", "onze", "hun"})
_LONG = 5
"""Letters of a word that says what somebody does; shorter ones say too little."""

_BEGINNING = 8
""""Wijkverpleging" and "wijkverpleegkundige" are one and the same at the table."""


def tells_whose(session: Session) -> Callable[[str], bool]:
    """Return whether a value tells a reader of ronde 4 which of those present it is of.

    It does when it stands there with somebody at the table and with nobody else: who reads
    "wijkagent: veiligheid" knows whose "veiligheid" it is when it gave the decision.
    """
    here: list[frozenset[str]] = []
    elsewhere: list[frozenset[str]] = []
    for stakeholder in session.stakeholders:
        told = here if _is_at_the_table(session, stakeholder) else elsewhere
        told += (_words(value.name) for value in session.values_of(stakeholder.id))

    def tells(value: str) -> bool:
        said = _words(value)
        return _is_among(said, here) and not _is_among(said, elsewhere)

    return tells


def _is_at_the_table(session: Session, stakeholder: Stakeholder) -> bool:
    if stakeholder.presence is Presence.PRESENT:
        return True
    if stakeholder.presence is Presence.EMPTY_CHAIR:
        return False
    named = _words(stakeholder.name)
    if PART_LABELS[Part.CASE_OWNER] in named:
        return True
    roles = (person.role for person in session.participants if person.weighs)
    return any(_are_alike(one, other) for role in roles for other in _words(role) for one in named)


def _are_alike(one: str, other: str) -> bool:
    if one == other:
        return len(one) >= _LONG
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same) >= _BEGINNING


def _is_among(said: frozenset[str], values: list[frozenset[str]]) -> bool:
    """Whether a value is one of these, also with a word more or less."""
    return bool(said) and any(value and (said <= value or value <= said) for value in values)


def _words(text: str) -> frozenset[str]:
    return frozenset(_telling(text))


def _telling(text: str) -> Iterator[str]:
    return (word for word in _WORD.findall(text.casefold()) if word not in _SMALL)
