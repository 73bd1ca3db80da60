"""What the list of beraden says about each of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from beraad.phases import PHASES, phase_of
from beraad.phases.dates import dated
from beraad.phases.folding import plain
from beraad.records import PhaseKey
from beraad.store.catalog import Line, Summary, Unreadable

Place: TypeAlias = tuple[Any, ...]
"""Where a line belongs; places compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the list, in words.

    Attributes:
        place: where it belongs among the others.
        sought: everything it says, as `plain` makes it.
        progress: how many of the eight rondes have something in them.
        attention: the state asks for attention.
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

    @property
    def spoken(self) -> str:
        """The whole line, as a screen reader says it."""
        return _spoken(
            self.title, self.team, self.day, self.state, self.keep, is_practice=self.is_practice
        )


def row_of(line: Line, *, today: date, place: Place, is_copy: bool = False) -> Row:
    """Put one beraad into words."""
    if isinstance(line, Unreadable):
        return Row(
            path=line.path,
            place=place,
            sought=plain(_spoken(line.path.name, "", "", line.why, "")),
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
    state = _copied(line) if is_copy else _state(line)
    keep = _keep(line.keep_until, late=late)
    said = _spoken(title, line.team, day, state, keep, is_practice=line.is_practice)
    return Row(
        path=line.path,
        place=place,
        sought=plain(said),
        title=title,
        team=line.team,
        day=day,
        state=state,
        keep=keep,
        is_practice=line.is_practice,
        attention=late or is_copy,
        progress=sum(1 for phase in PHASES if phase.key in line.filled),
    )


def _spoken(
    title: str, team: str, day: str, state: str, keep: str, *, is_practice: bool = False
) -> str:
    practice = "oefening" if is_practice else ""
    return ", ".join(part for part in (title, practice, team, day, state, keep) if part)


def _state(line: Summary) -> str:
    if line.phase is PhaseKey.OPENING:
        return "Opening" if line.filled else "Nog te beginnen"
    order = [phase.key for phase in PHASES]
    return f"Ronde {order.index(line.phase) + 1} · {phase_of(line.phase).short_title}"


def _copied(line: Summary) -> str:
    """An older copy of a beraad that is in the list too: what tells it from the others."""
    changed = line.changed_at.astimezone()
    return f"kopie, laatst gewijzigd op {dated(changed.date())}, {changed:%H:%M}, {line.path.name}"


def _keep(until: date | None, *, late: bool) -> str:
    if until is None:
        return ""
    return f"bewaren tot {dated(until)}{', voorbij' if late else ''}"
