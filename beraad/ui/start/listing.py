"""What the list of beraden says about each of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import Any, TypeAlias

from beraad.phases.dates import dated, iso_week
from beraad.phases.folding import plain
from beraad.phases.in_brief import SHORT_TITLES, number_anywhere
from beraad.records import PhaseKey
from beraad.store.catalog import CopyOf, Line, Summary, Unreadable
from beraad.store.rescued import is_rescue_copy, is_saved

Place: TypeAlias = tuple[Any, ...]
"""Where a line belongs; places compare."""


class Among(Enum):
    """Whether other files hold the same beraad, when this is no copy of one of them."""

    ALONE = auto()
    NEWEST = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the list, in words.

    Attributes:
        place: where it belongs among the others.
        sought: everything it says, as `plain` makes it.
        progress: how many of the eight rondes have something in them.
        attention: the state asks for attention.
        under: what tells it from other files with the same beraad; empty when there are none.
        may_go_on: it may be offered to go on with: nothing newer of its beraad says more.
        identity: of the beraad; empty when the file cannot be read.
    """

    path: Path
    place: Place
    sought: str
    title: str
    team: str
    day: str
    state: str
    keep: str
    is_practice: bool = False
    attention: bool = False
    progress: int = 0
    under: str = ""
    may_go_on: bool = False
    identity: str = ""

    @property
    def can_be_read(self) -> bool:
        """Whether there is a beraad in the file that can be opened."""
        return bool(self.identity)

    @property
    def spoken(self) -> str:
        """The whole line, as a screen reader says it."""
        practice = _practice(wanted=self.is_practice)
        return _spoken(self.title, practice, self.team, self.day, self.state, self.under, self.keep)


def row_of(
    line: Line,
    *,
    today: date,
    place: Place,
    among: Among | CopyOf = Among.ALONE,
    is_damaged: bool = False,
) -> Row:
    """Put one beraad into words; `is_damaged` tells that it could not be opened."""
    if isinstance(line, Unreadable):
        return Row(
            path=line.path,
            place=place,
            sought=plain(_spoken(line.path.name, line.why)),
            title=line.path.name,
            team="",
            day="",
            state=line.why,
            keep="",
            attention=True,
        )
    late = line.keep_until is not None and line.keep_until < today
    title = line.title.strip() or "Zonder titel"
    day = dated(line.held_on)
    is_rescued = among is not Among.ALONE and is_rescue_copy(line.path)
    sign = (
        "Beschadigd"
        if is_damaged
        else "Reddingskopie"
        if is_rescued
        else among.value.capitalize()
        if isinstance(among, CopyOf)
        else "Gered"
        if is_saved(line.path)
        else ""
    )
    state = sign or _state(line)
    keep = _keep(line.keep_until, late=late)
    under = "" if among is Among.ALONE else _apart(line)
    practice = _practice(wanted=line.is_practice)
    return Row(
        path=line.path,
        place=place,
        sought=plain(_spoken(title, practice, line.team, day, *_weeks(line), state, under, keep)),
        title=title,
        team=line.team,
        day=day,
        state=state,
        keep=keep,
        is_practice=line.is_practice,
        attention=late or bool(sign),
        progress=sum(1 for key in SHORT_TITLES if key in line.filled),
        under=under,
        may_go_on=not late and not is_damaged and (not sign or _stands_in(line, among)),
        identity=line.id,
    )


def _stands_in(line: Summary, among: Among | CopyOf) -> bool:
    """Whether what was saved when a file failed is the most that there is of its beraad."""
    made_for_it = is_rescue_copy(line.path) or is_saved(line.path)
    return made_for_it and (isinstance(among, Among) or among in {CopyOf.FULLER, CopyOf.READABLE})


def _weeks(line: Summary) -> tuple[str, str]:
    """The week of a beraad as people write it, and as a file is called."""
    week = iso_week(line.held_on)
    return f"week {int(week.rpartition('W')[2])}", week


def _practice(*, wanted: bool) -> str:
    return "oefening" if wanted else ""


def _spoken(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _state(line: Summary) -> str:
    if line.phase is PhaseKey.OPENING:
        return "Opening" if line.filled else "Nog te beginnen"
    number, title = number_anywhere(line.phase), SHORT_TITLES[line.phase]
    return title if number is None else f"Ronde {number} · {title}"


def _apart(line: Summary) -> str:
    """What tells a file from others with the same beraad."""
    changed = line.changed_at.astimezone()
    return f"laatst gewijzigd op {dated(changed.date())}, {changed:%H:%M} · {line.path.name}"


def _keep(until: date | None, *, late: bool) -> str:
    if until is None:
        return ""
    return f"bewaren tot {dated(until)}{', voorbij' if late else ''}"
