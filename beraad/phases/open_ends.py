"""What is still open in a ronde: first what was typed and is no value yet, then what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from beraad.phases import opening, signal
from beraad.phases.after_talk import CASE_OWNER_AGREED_ON
from beraad.phases.course import Course
from beraad.phases.model import Field, FieldKind, Phase, PhaseState, state
from beraad.phases.rondes import PHASES
from beraad.records import PhaseKey, Session
from beraad.records.anatomy import Address, place_of

_NOUNS = {FieldKind.DATE: "datum", FieldKind.NUMBER: "getal"}
_MOST_SHOWN = 40


def open_ends(session: Session, key: PhaseKey) -> Iterator[str]:
    """What a usable verslag still lacks of this part of the talk; each a short Dutch sentence."""
    if key is PhaseKey.OPENING:
        yield from unread(session, opening.ALL)
        return
    phase = Course.of(session).ronde(key)
    yield from unread(session, chain(phase.fields, *(rows.columns for rows in phase.rows)))
    if phase.started(session):
        yield from phase.missing(session)


def how_far(phase: Phase, session: Session) -> PhaseState:
    """How far a ronde has been filled; it is not done while something typed is no value yet."""
    found = state(phase, session)
    unfinished = next(open_ends(session, phase.key), None) is not None
    return PhaseState.BUSY if unfinished and found is PhaseState.COMPLETE else found


def open_in_signal(session: Session) -> Iterator[str]:
    """What a signal still lacks."""
    yield from unread(session, signal.FIELDS)
    yield from signal.missing(session)


def unread_in_report(session: Session) -> Iterator[str]:
    """What was typed anywhere in the talk or after it and is no value yet."""
    fields = (phase.fields for phase in PHASES)
    columns = (rows.columns for phase in PHASES for rows in phase.rows)
    yield from unread(session, chain(opening.ALL, *fields, *columns, (CASE_OWNER_AGREED_ON,)))


def unread(session: Session, fields: Iterable[Field]) -> Iterator[str]:
    """Name what stands in these fields and could not be read."""
    if not session.as_typed:
        return
    for field in fields:
        noun = _NOUNS.get(field.kind)
        if noun is None:
            continue
        start = place_of(Address(field.section, field.name))
        for each in session.as_typed:
            if each.text and (each.place == start or each.place.startswith(f"{start}.")):
                yield f"“{_short(each.text)}” bij {field.label} is nog geen {noun}."


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN].rstrip()} …"
