"""Pure changes to a session. Each takes a session and returns another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from beraad.records import (
    AsTyped,
    Consideration,
    Id,
    PhaseKey,
    Session,
    TimeSpent,
    Wording,
    new_id,
    those_present,
)
from beraad.records.anatomy import PARENTS, Address, read, record_at
from beraad.storable import storable

FIXED_OPTIONS = 2
"""A and B: always there, always first."""

_LINKS_TO_OPTIONS = ("choice_id", "revised_choice_id")


def with_field(session: Session, address: Address, value: Any) -> Session:
    """Return the session with one value changed; the same session when nothing changes.

    Raises KeyError when the record is gone.
    """
    if isinstance(value, str) and type(value) is str:
        value = storable(value)
    if read(session, address) == value:
        return session
    changed = replace(record_at(session, address), **{address.field: value})
    if address.item is None:
        return replace(session, **{address.section: changed})
    return _with_records(
        session,
        address.section,
        tuple(
            changed if record.id == address.item else record
            for record in getattr(session, address.section)
        ),
    )


def with_typed(session: Session, place: str, text: str | None) -> Session:
    """Return the session with what stands in a field and is no value yet; None for nothing."""
    here = next((each for each in session.as_typed if each.place == place), None)
    if text is not None:
        text = storable(text)
    if (here.text if here else None) == text:
        return session
    others = tuple(each for each in session.as_typed if each is not here)
    if text is None:
        return replace(session, as_typed=others)
    made = replace(here, text=text) if here else AsTyped(id=new_id(), place=place, text=text)
    return replace(session, as_typed=(*others, made))


def with_weighed(session: Session, value: Any, *, participant: Id, name: str) -> Session:
    """Return the session with a value in one participant's afweging, which may begin with it."""
    mine = session.consideration_of(participant)
    if mine is None:
        mine = Consideration(id=new_id(), participant_id=participant)
        if getattr(mine, name) == value:
            return session
        session = with_added(session, "considerations", mine)
    return with_field(session, Address("considerations", name, mine.id), value)


def with_time(
    session: Session, phase: PhaseKey, *, seconds: int | None = None, shift: int | None = None
) -> Session:
    """Return the session with another clock for one ronde; None leaves a part as it was."""
    mine = next((each for each in session.time_spent if each.phase is phase), None)
    clock = mine or TimeSpent(id=new_id(), phase=phase)
    changed = replace(
        clock,
        seconds=clock.seconds if seconds is None else seconds,
        shift=clock.shift if shift is None else shift,
    )
    others = tuple(each for each in session.time_spent if each is not mine)
    return replace(session, time_spent=(*others, changed))


def with_added(session: Session, section: str, record: Any, index: int | None = None) -> Session:
    """Return the session with a record added at a place in its section, by default the end."""
    records = getattr(session, section)
    place = len(records) if index is None else index
    return _with_records(session, section, (*records[:place], record, *records[place:]))


def without(session: Session, section: str, item: Id) -> Session:
    """Return the session without a record and all that hangs on it. A and B always stay."""
    records = getattr(session, section)
    if section == "options" and any(o.id == item for o in records[:FIXED_OPTIONS]):
        return session
    left = tuple(record for record in records if record.id != item)
    if len(left) == len(records):
        return session
    session = _without_typed(_with_records(session, section, left), item)
    for child, (link, parent) in PARENTS.items():
        if parent == section:
            for record in getattr(session, child):
                if getattr(record, link) == item:
                    session = without(session, child, record.id)
    return _without_choice(session, item) if section == "options" else session


def moved(session: Session, section: str, item: Id, step: int) -> Session:
    """Return the session with a record moved among its siblings, `step` places down or up.

    Siblings hang on the same parent. Alternatives never come before C.
    """
    records = getattr(session, section)
    here = next((i for i, record in enumerate(records) if record.id == item), None)
    if here is None:
        return session
    link = PARENTS[section][0] if section in PARENTS else None
    siblings = [
        i
        for i, record in enumerate(records)
        if (link is None or getattr(record, link) == getattr(records[here], link))
        and not (section == "options" and i < FIXED_OPTIONS)
    ]
    if here not in siblings:
        return session
    rank = siblings.index(here)
    there = siblings[max(0, min(len(siblings) - 1, rank + step))]
    if there == here:
        return session
    order = list(records)
    order.insert(there, order.pop(here))
    return _with_records(session, section, tuple(order))


def with_wording_kept(session: Session, worded: tuple[str, str, str], now: datetime) -> Session:
    """Return the session with this wording of the dilemma put among the earlier ones."""
    question, option_a, option_b = worded
    kept = Wording(
        id=new_id(),
        moral_question=question,
        option_a=option_a,
        option_b=option_b,
        replaced_at=now,
    )
    return replace(
        session,
        wordings=(*session.wordings, kept),
        dilemma=replace(session.dilemma, settled=False),
    )


def with_all_whole(session: Session, *, agreed: bool, today: date) -> Session:
    """Return the session in which all present agreed that afwegingen stand whole, or did not."""
    by = those_present(session.participants) if agreed else None
    if by == session.opening.whole_by:
        return session
    on = today if by else None
    return replace(session, opening=replace(session.opening, whole_on=on, whole_by=by))


def touches_wording(session: Session, address: Address) -> bool:
    """Whether an edit at this address changes the wording of the dilemma."""
    if address.section == "options" and address.field == "text":
        return address.item in {session.option_a.id, session.option_b.id}
    return address == Address("dilemma", "moral_question")


def _with_records(session: Session, section: str, records: tuple[Any, ...]) -> Session:
    return replace(session, **{section: records})


def _without_typed(session: Session, item: Id) -> Session:
    """Without what stands half typed in the fields of a record that is gone."""
    left = tuple(each for each in session.as_typed if not each.place.endswith(f".{item}"))
    return session if len(left) == len(session.as_typed) else replace(session, as_typed=left)


def _without_choice(session: Session, option: Id) -> Session:
    for consideration in session.considerations:
        for link in _LINKS_TO_OPTIONS:
            if getattr(consideration, link) == option:
                session = with_field(
                    session, Address("considerations", link, consideration.id), None
                )
    return session
