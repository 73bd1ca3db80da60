"""A signal at a glance as the row it is kept as, and back; without the ORM, for many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from beraad.records import Helped, Id, Outcome, SignalLevel, SignalLine, SignalStatus, StepKind
from beraad.signals.life import Lane

_COLUMNS = ", ".join(f'"{name}"' for name in SignalLine._fields)
SELECT = f"SELECT {_COLUMNS} FROM signals ORDER BY id"  # noqa: S608 - our own names
SELECT_JOINED = f"SELECT {_COLUMNS} FROM signals WHERE goes_on_with IS NOT NULL ORDER BY id"  # noqa: S608 - our own names

_IN_LANE = {
    Lane.WAITING: f"owed = '{StepKind.ANSWERED}'",
    Lane.OURS: f"owed <> '{StepKind.ANSWERED}'",
    Lane.DONE: "owed IS NULL",
}
_ORDER = {
    Lane.WAITING: "`by` IS NULL, `by`, id",
    Lane.OURS: "`by` IS NULL, `by`, id",
    Lane.DONE: "coalesce(told_on, registered_on) DESC, id",
}
FIRST = {
    lane: f"SELECT {_COLUMNS} FROM signals WHERE {_IN_LANE[lane]} ORDER BY {_ORDER[lane]} LIMIT ?"  # noqa: S608 - our own names
    for lane in Lane
}
"""So many signals of a lane, in the order of `in_lanes`."""

COUNTED = f"SELECT {', '.join(f'count(*) FILTER (WHERE {each}), min(since) FILTER (WHERE {each})' for each in _IN_LANE.values())} FROM signals"  # noqa: E501, S608 - our own names
"""Of each lane, in their order, how many signals there are and since when the oldest waits."""

ARRIVED = "SELECT entity, min(rowid) FROM events GROUP BY entity"
"""Rows are numbered as they come; what is written anew comes last."""

_LEVELS: dict[object, SignalLevel | None] = {
    None: None,
    **{each.value: each for each in SignalLevel},
}
_STATUSES: dict[object, SignalStatus] = {each.value: each for each in SignalStatus}
_KINDS: dict[object, StepKind | None] = {None: None, **{each.value: each for each in StepKind}}
_OUTCOMES: dict[object, Outcome | None] = {None: None, **{each.value: each for each in Outcome}}
_HELPED: dict[object, Helped | None] = {None: None, **{each.value: each for each in Helped}}


class _Days(dict[str | None, date | None]):
    """Days by their ISO text; there are far fewer days than signals."""

    def __missing__(self, text: str | None) -> date | None:
        self[text] = day = None if text is None else date.fromisoformat(text)
        return day


class _Texts(dict[Any, Any]):
    """Texts that signals share, such as a team, a week or an ask: kept once."""

    def __missing__(self, text: Any) -> Any:
        self[text] = text
        return text


def row_of(line: SignalLine) -> dict[str, Any]:
    """The columns of a line."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in line._asdict().items()
    }


def lines_of(rows: Iterable[Sequence[Any]]) -> tuple[SignalLine, ...]:
    """The lines that rows of `SELECT` hold.

    Raises ValueError, KeyError or TypeError for what does not belong there.
    """
    days, shared = _Days(), _Texts()
    return tuple(
        [
            SignalLine(
                Id(row[0]),
                shared[row[1]],
                shared[row[2]],
                shared[row[3]],
                shared[row[4]],
                shared[row[5]],
                shared[row[6]],
                _day(days, row[7]),
                _LEVELS[row[8]],
                _STATUSES[row[9]],
                shared[row[10]],
                _KINDS[row[11]],
                days[row[12]],
                days[row[13]],
                days[row[14]],
                days[row[15]],
                _OUTCOMES[row[16]],
                days[row[17]],
                _HELPED[row[18]],
                row[19],
                row[20],
                bool(row[21]),
                shared[row[22]],
                bool(row[23]),
                days[row[24]],
            )
            for row in rows
        ]
    )


def _day(days: _Days, text: str) -> date:
    day = days[text]
    if day is None:
        raise TypeError(text)
    return day
