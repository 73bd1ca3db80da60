"""The signals that were begun in a beraad and never came into the register."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from beraad.errors import Solvable
from beraad.publishing.registering import found_of, written_signals
from beraad.records import Id, Session
from beraad.store.catalog import Summary, each_once, place_in_list
from beraad.store.register import Register
from beraad.store.session_reading import SessionReading

LONGEST_AGO = timedelta(days=183)
"""A beraad of longer ago is not asked about any more: who wanted it in the register, would have
put it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A beraad with `count` signals that are not in the register; of their words nothing."""

    path: Path
    title: str
    team: str
    held_on: date
    count: int


def begun_signals(
    folder: Path, register: Path, *, today: date, goes_on: Callable[[], bool] = lambda: True
) -> tuple[Begun, ...]:
    """The real beraden of the last half-year with such a signal, the latest first.

    What was erased from the register may not come back, and is not named. A beraad that cannot be
    read is left out: the list says so. When `goes_on` says no, reading stops. Raises Solvable
    when the register cannot be read.
    """
    since = today - LONGEST_AGO
    if not register.exists():
        return tuple(_begun(folder, since, goes_on, None))
    with Register.open(register) as known:
        return tuple(_begun(folder, since, goes_on, known))


def _begun(
    folder: Path, since: date, goes_on: Callable[[], bool], register: Register | None
) -> Iterator[Begun]:
    for line in _recent(folder, since):
        if not goes_on():
            return
        try:
            session = SessionReading.open(line.path).session
        except Solvable:
            continue
        left = [each for each in written_signals(session) if not _came(session, each, register)]
        if left:
            yield Begun(
                path=line.path,
                title=line.title,
                team=line.team,
                held_on=line.held_on,
                count=len(left),
            )


def _came(session: Session, signal_id: Id, register: Register | None) -> bool:
    found = found_of(session, signal_id, register) if register is not None else None
    return found is not None and (found.signal is not None or found.erased)


def _recent(folder: Path, since: date) -> Iterator[Summary]:
    lines, _ = each_once(folder)
    recent = (line for line in lines if not line.is_practice and line.held_on >= since)
    yield from sorted(recent, key=place_in_list)
