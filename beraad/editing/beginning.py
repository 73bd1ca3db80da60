"""How a beraad begins: with what one usually has, and with the people of last time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from beraad.records import AGREEMENTS, LastTime, Session, new_id
from beraad.storable import storable


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What stands ready in every new beraad (eigen standaard). Never a name, never a case.

    Attributes:
        months: how long a verslag is kept after the day of the beraad; 0 leaves that open.
    """

    team: str = ""
    confidentiality: str = ""
    report_content: str = ""
    first_reader: str = ""
    minutes: int = 90
    months: int = 0


def usual_words(defaults: Defaults) -> Mapping[str, str]:
    """The texts that stand ready in a new beraad, by their field of `Opening`."""
    return {name: storable(getattr(defaults, name)) for name in ("team", *AGREEMENTS)}


def begun_with(session: Session, defaults: Defaults) -> Session:
    """Return a blank session with what one usually has."""
    opening = replace(session.opening, minutes=defaults.minutes, **usual_words(defaults))
    until = months_after(opening.held_on, defaults.months) if defaults.months else None
    return replace(
        session, opening=opening, conclusion=replace(session.conclusion, keep_until=until)
    )


def with_last_time(session: Session, last: LastTime) -> Session:
    """Return the session with the people of last time, and its agreements where none are written.

    People without a word about them make way; whoever was written down already stays.
    """
    here = tuple(one for one in session.participants if one.role.strip() or one.name.strip())
    again = tuple(replace(one, id=new_id()) for one in last.people)
    agreed = {
        name: text for name, text in last.agreements if not getattr(session.opening, name).strip()
    }
    return replace(
        session,
        participants=(*here, *again),
        opening=replace(session.opening, **agreed) if agreed else session.opening,
    )


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
