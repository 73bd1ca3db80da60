"""The signals at a glance, as a screen or a count needs them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from beraad.errors import Solvable
from beraad.records import Event, Id, SignalLine
from beraad.signals.event_kind import PRACTICE
from beraad.signals.events import EventKind, practice_day_of
from beraad.signals.lanes import Front, front_of, in_lanes
from beraad.signals.life import Lane
from beraad.signals.lines import DERIVED_BY
from beraad.store.event_rows import WORDLESS, event_of
from beraad.store.glance import glance, has_other_log
from beraad.store.kinds import REGISTER_FILE
from beraad.store.line_rows import ARRIVED, COUNTED, FIRST, SELECT, lines_of
from beraad.store.migrations import version_of
from beraad.store.trouble import damaged

if TYPE_CHECKING:
    from beraad.store.register import Register

R = TypeVar("R")

_WITH_EVENTS = 5
"""The version of the register from which events are kept; only those can be made for practice."""


class _Row(NamedTuple):
    """A row of the table of events, whatever is in it."""

    mark: Any
    device: Any
    seq: Any
    kind: Any
    entity: Any
    seen: Any
    prev: Any
    payload: Any
    payload_mark: Any


_ABOUT = f"SELECT {', '.join(_Row._fields)} FROM events WHERE entity BETWEEN ? AND ?"  # noqa: S608
_PRACTICE = "SELECT payload FROM events WHERE entity = ? AND kind = ? AND payload IS NOT NULL"


def _nobody(problem: Solvable) -> None:
    del problem


class AtAGlance(NamedTuple):
    """The signals, and of how many nothing can be shown, as their words did not come."""

    lines: tuple[SignalLine, ...] = ()
    wordless: int = 0


class Fronts(NamedTuple):
    """The front of each lane, and of how many signals nothing can be shown."""

    lanes: Mapping[Lane, Front]
    wordless: int = 0

    @property
    def are_whole(self) -> bool:
        """Whether no lane holds more than its front."""
        return all(front.is_whole for front in self.lanes.values())


def fronts(path: Path, most: int, *, tell: Callable[[Solvable], None] = _nobody) -> Fronts:
    """What is seen first of the signals, without reading all of them: at most so many of a lane.

    Tells and raises as `at_a_glance`, which may find that what stands further on cannot be read.
    """
    if not path.exists():
        return fronts_of(AtAGlance(), most)
    return _found(
        path,
        lambda connection: Fronts(dict(_fronts(connection, most)), _wordless(connection)),
        lambda register: fronts_of(AtAGlance(register.lines(), register.wordless()), most),
        tell=tell,
    )


def fronts_of(glanced: AtAGlance, most: int) -> Fronts:
    """The same, where all signals are at hand."""
    lanes = in_lanes(glanced.lines)
    return Fronts({lane: front_of(lines, most) for lane, lines in lanes.items()}, glanced.wordless)


def at_a_glance(path: Path, *, tell: Callable[[Solvable], None] = _nobody) -> AtAGlance:
    """The signals, and how many have no words, looked up together; none without a register.

    `tell` hears what was found beside it and set aside. Raises Solvable when it cannot be read, or
    has to be lifted first and cannot be.
    """
    if not path.exists():
        return AtAGlance()
    return _found(
        path,
        lambda connection: AtAGlance(_lines(connection), _wordless(connection)),
        lambda register: AtAGlance(register.lines(), register.wordless()),
        tell=tell,
    )


def signal_lines(path: Path) -> tuple[SignalLine, ...]:
    """All signals at a glance; none when there is no register yet. Raises as `at_a_glance`."""
    return _found(path, _lines, lambda register: register.lines()) if path.exists() else ()


def make_lines(path: Path) -> None:
    """Make the lines of what came in, if any are lacking; no trouble without a register.

    Whoever looks does so too: this is for who can do it before, beside the window. Raises Solvable.
    """
    if path.exists():
        from beraad.store.register import Register

        Register.open(path).close()


def arrivals(path: Path) -> dict[Id, int]:
    """A number for each thing in the register, larger the later it came in here; none without one.

    Raises Solvable when it cannot be read.
    """
    if not path.exists():
        return {}
    if not has_other_log(path):
        with glance(path, REGISTER_FILE, bounded=False) as connection:
            if version_of(connection) >= _WITH_EVENTS:
                return {Id(entity): number for entity, number in connection.execute(ARRIVED)}
    from beraad.store.register import Register

    with Register.open(path) as register:
        return register.arrivals()


def wordless(path: Path) -> int:
    """How many signals are known of which nothing can be shown. Raises as `at_a_glance`."""
    return _found(path, _wordless, lambda register: register.wordless()) if path.exists() else 0


def practice_since(path: Path) -> date | None:
    """The day on which a register was made as an oefenregister; None of a real one, or of none.

    Raises Solvable when it cannot be read.
    """
    if not path.exists():
        return None
    if not has_other_log(path):
        with glance(path, REGISTER_FILE) as connection:
            if version_of(connection) < _WITH_EVENTS:
                return None
            found = connection.execute(_PRACTICE, (PRACTICE, EventKind.PRACTICE)).fetchone()
        try:
            return practice_day_of(found[0]) if found else None
        except (TypeError, ValueError):
            raise damaged(path) from None
    from beraad.store.register import Register

    with Register.open(path) as register:
        return register.practice_since()


def events_about(path: Path, begin: str) -> tuple[Event, ...]:
    """All events about things of which the identity begins so; none without a register.

    Raises Solvable when it cannot be read, or has to be lifted first and cannot be.
    """
    if not path.exists():
        return ()
    if not has_other_log(path):
        with glance(path, REGISTER_FILE, bounded=False) as connection:
            if version_of(connection) >= _WITH_EVENTS:
                rows = connection.execute(_ABOUT, (begin, f"{begin}~"))
                try:
                    return tuple(event_of(_Row._make(row)) for row in rows)
                except (AttributeError, TypeError):
                    raise damaged(path) from None
    from beraad.store.register import Register

    with Register.open(path) as register:
        return register.events_about(begin)


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the signals at a glance are there, and as we make them now."""
    if version_of(connection) < REGISTER_FILE.version:
        return False
    return connection.execute("SELECT derived_by FROM own").fetchone() == (DERIVED_BY,)


def _found(
    path: Path,
    look: Callable[[sqlite3.Connection], R],
    read: Callable[[Register], R],
    *,
    tell: Callable[[Solvable], None] = _nobody,
) -> R:
    """What one sees by a look at a register, or reads in it when it has to be opened first."""
    if not has_other_log(path):
        with glance(path, REGISTER_FILE, bounded=False) as connection:
            if is_current(connection):
                try:
                    return look(connection)
                except (LookupError, TypeError, ValueError):
                    raise damaged(path) from None
    from beraad.store.register import Register

    with Register.open(path) as register:
        found = read(register)
    if register.told is not None:  # Also what was set aside while it was closed.
        tell(register.told)
    return found


def _lines(connection: sqlite3.Connection) -> tuple[SignalLine, ...]:
    return lines_of(connection.execute(SELECT))


def _fronts(connection: sqlite3.Connection, most: int) -> Iterator[tuple[Lane, Front]]:
    counted = connection.execute(COUNTED).fetchone()
    for lane, count, since in zip(FIRST, counted[::2], counted[1::2], strict=True):
        first = lines_of(connection.execute(FIRST[lane], (most,)))
        yield lane, Front(first, count, date.fromisoformat(since) if since else None)


def _wordless(connection: sqlite3.Connection) -> int:
    return len(connection.execute(WORDLESS).fetchall())
