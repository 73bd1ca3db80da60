"""An oefening that begins anywhere: earlier rondes filled, later ones empty."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from beraad.phases.course import Course
from beraad.phases.model import any_text
from beraad.phases.plan import plan_of
from beraad.records import (
    CaseAccount,
    Consideration,
    Dilemma,
    Option,
    PhaseKey,
    Progress,
    Session,
    TimeSpent,
    new_id,
)
from beraad.records.anatomy import single_sections
from beraad.training.sections import LEFT_FOR_LATER, WRITTEN_IN

R = TypeVar("R", CaseAccount, Consideration)


def begun_at(source: Session, first: PhaseKey) -> Session:
    """The beraad as it stands when the ronde `first` begins; the opening is always filled.

    Raises ValueError for the opening: that is where a whole beraad begins.
    """
    rondes = Course.of(source).keys
    later = frozenset(rondes[rondes.index(first) :])
    changes: dict[str, Any] = {}
    for phase in rondes:
        if phase in later:
            changes |= {name: _blank(name) for name in WRITTEN_IN[phase] if name not in _GO_ON}
    changes |= _horns(source, later)
    changes["case"] = _account(source, later)
    changes["considerations"] = _considerations(source, later)
    for section in ("parked", "private_notes"):
        kept = (each for each in getattr(source, section) if each.phase not in later)
        changes[section] = tuple(kept)
    changes["time_spent"] = tuple(_on_plan(source, later))
    return replace(source, **changes, progress=Progress(phase=first))


def filled_before(source: Session, first: PhaseKey) -> tuple[PhaseKey, ...]:
    """The parts before the ronde `first` in which something stands, in their order."""
    begun, course = begun_at(source, first), Course.of(source)
    before = course.rondes[: course.keys.index(first)]
    opening = any(any_text(each.role, each.name) for each in begun.participants)
    rondes = (phase.key for phase in before if phase.started(begun))
    return (*((PhaseKey.OPENING,) if opening else ()), *rondes)


def unspent(source: Session) -> Session:
    """The beraad before its clock ran: how long its model took is no time of who leads it now."""
    return replace(source, time_spent=())


def _on_plan(source: Session, later: Collection[PhaseKey]) -> Iterator[TimeSpent]:
    """What was before took its planned minutes: nobody begins late by what a model took."""
    for share in plan_of(unspent(source)).shares:
        if share.key not in later:
            yield TimeSpent(id=new_id(), phase=share.key, seconds=share.base * 60)


_GO_ON = {"case", "options", "harms", "considerations"}
"""What is written in two rondes."""


def _blank(section: str) -> Any:
    kind = single_sections().get(section)
    return () if kind is None else kind()


def _horns(source: Session, later: Collection[PhaseKey]) -> dict[str, Any]:
    """A and B with their harm, or empty before ronde 2; C and further only after ronde 5."""
    horns = (source.option_a, source.option_b)
    if PhaseKey.DILEMMA in later:
        return {
            "options": tuple(Option(id=each.id) for each in horns),
            "harms": (),
            "wordings": (),
            "dilemma": Dilemma(),
        }
    if PhaseKey.ALTERNATIVES not in later:
        return {}
    ids = {each.id for each in horns}
    return {
        "options": horns,
        "harms": tuple(harm for harm in source.harms if harm.option_id in ids),
    }


def _account(source: Session, later: Collection[PhaseKey]) -> CaseAccount:
    if PhaseKey.CASE in later:
        return CaseAccount()
    if PhaseKey.CLARIFICATION not in later:
        return source.case
    return _before(source.case, PhaseKey.CASE, "case")


def _considerations(source: Session, later: Collection[PhaseKey]) -> tuple[Consideration, ...]:
    if PhaseKey.CONSIDERATION in later:
        return ()
    if PhaseKey.DIALOGUE not in later:
        return source.considerations
    phase, section = PhaseKey.CONSIDERATION, "considerations"
    return tuple(_before(one, phase, section) for one in source.considerations)


def _before(record: R, phase: PhaseKey, section: str) -> R:
    """The record without what only its second ronde gives."""
    blank: dict[str, Any] = dict(LEFT_FOR_LATER[phase, section])
    return replace(record, **blank)
