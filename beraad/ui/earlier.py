"""What earlier beraden offer a new one: teams, roles, and the people of last time.

Teams come from the list, which is read already; the rest from the few files it is needed of. An
oefening offers nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from beraad.records import LastTime, Session, SinceLastTime
from beraad.store.last_time import last_time

if TYPE_CHECKING:
    from beraad.ui.start.listing import Row

_FEW = 12
"""Beraden that are looked into for the roles of people, the latest first."""

_BACK = 3
"""Beraden of a team that are looked into for its people, where the latest has none yet."""


def _nothing(session: Session, goes_on: Callable[[], bool]) -> SinceLastTime:
    del session, goes_on
    return SinceLastTime()


class EarlierBeraden:
    """Asked while somebody types; what was found in a file is remembered.

    `besides` is the beraad that is open, which is no earlier one.

    Attributes:
        since: what stands open for the team of a beraad; works beside the window, and reads on as
            long as it is told to.
    """

    def __init__(
        self,
        rows: Callable[[], Iterable[Row]] = tuple,
        *,
        besides: Path | None = None,
        since: Callable[[Session, Callable[[], bool]], SinceLastTime] = _nothing,
    ) -> None:
        self.since = since
        self._rows = rows
        self._besides = besides
        self._read: dict[Path, LastTime | None] = {}

    def teams(self) -> tuple[str, ...]:
        """Every team that had a beraad, the latest first."""
        named = (row.team.strip() for row in self._real())
        return tuple(dict.fromkeys(team for team in named if team))

    def roles(self) -> tuple[str, ...]:
        """The roles people had at the latest beraden."""
        latest = (self._look(row.path) for row in islice(self._real(), _FEW))
        people = (one for last in latest if last for one in last.people)
        return tuple(dict.fromkeys(one.role.strip() for one in people if one.role.strip()))

    def last_of(self, team: str) -> LastTime | None:
        """What this team had at its latest beraad with people; None when there is none."""
        from beraad.phases.folding import plain

        wanted = plain(team).split()
        if not wanted:
            return None
        mine = (row for row in self._real() if plain(row.team).split() == wanted)
        found = (self._look(row.path) for row in islice(mine, _BACK))
        return next((last for last in found if last is not None), None)

    def _real(self) -> Iterator[Row]:
        rows = (row for row in self._rows() if row.path != self._besides)
        return (row for row in rows if not row.is_practice and not row.attention)

    def _look(self, path: Path) -> LastTime | None:
        if path not in self._read:
            self._read[path] = last_time(path)
        return self._read[path]
