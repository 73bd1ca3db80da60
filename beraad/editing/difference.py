"""Where two beraden differ, to show what an undo changed."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from beraad.records import Session
from beraad.records.anatomy import Address, list_sections, single_sections

_ASIDE = frozenset({"progress", "time_spent", "versions"})
"""What no edit changes."""


def changed_at(before: Session, after: Session) -> Address | None:
    """The first place in `after` that is not as it was; None when nothing differs.

    Of a record that came or changed place it is the first field; of one that went, the section.
    That the inbrenger has to read it again comes along with a change, and is shown only by itself.
    """
    yes = after.conclusion
    aside = replace(
        before.conclusion,
        case_owner_agrees=yes.case_owner_agrees,
        case_owner_agreed_on=yes.case_owner_agreed_on,
    )
    return _first(replace(before, conclusion=aside), after) or _first(before, after)


def _first(before: Session, after: Session) -> Address | None:
    for section in (field.name for field in fields(Session)):
        if section in _ASIDE or section == "as_typed":
            continue
        if (then := getattr(before, section)) is (now := getattr(after, section)) or then == now:
            continue
        if section in single_sections():
            return Address(section, _first_field(then, now))
        if section in list_sections():
            return _in_records(section, then, now)
    return _typed_at(before, after)


def _in_records(section: str, then: tuple[Any, ...], now: tuple[Any, ...]) -> Address:
    known = {record.id: record for record in then}
    places = {record.id: place for place, record in enumerate(then)}
    moved = len(then) == len(now)
    for place, record in enumerate(now):
        earlier = known.get(record.id)
        if earlier is None or (moved and earlier == record and places[record.id] != place):
            return Address(section, _first_field(None, record), record.id)
        if earlier != record:
            return Address(section, _first_field(earlier, record), record.id)
    return Address(section, "")


def _first_field(then: Any, now: Any) -> str:
    """The first field that differs; of a record that came, the first that is filled in."""
    for field in fields(now):
        if field.name == "id" or field.name.endswith("_id"):
            continue
        if then is None or getattr(then, field.name) != getattr(now, field.name):
            return field.name
    return ""


def _typed_at(before: Session, after: Session) -> Address | None:
    """The field in which something stands, or stood, that is no value yet."""
    then = {each.place: each.text for each in before.as_typed}
    now = {each.place: each.text for each in after.as_typed}
    for place in (*now, *then):
        if then.get(place) != now.get(place):
            section, field, *item = place.split(".", maxsplit=2)
            return Address(section, field, item[0] if item else None)  # type: ignore[arg-type]
    return None
