"""Half-typed words that stand finished in the register go out of every backup of it.

A backup holds what was half typed, for nothing that was typed may be lost. Once it is finished it
stands in the register as somebody read it, perhaps in other words; then the first are to be found
nowhere.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from beraad.errors import Solvable
from beraad.records import Id, StepKind
from beraad.signals.event_kind import NEW_QUESTION, NEW_SIGNAL, EventKind
from beraad.store.copies.emptying import WITH_EVENTS, copies_of_register, renew_digest
from beraad.store.copies.places import places_of_copies
from beraad.store.driver import connect, look
from beraad.store.generation import fold
from beraad.store.glance import glance
from beraad.store.kinds import REGISTER_FILE
from beraad.store.migrations import version_of

_DRAFTS = "SELECT signal_id, field FROM drafts"
_OWN = "SELECT device, earlier FROM own"
_NEW = {NEW_SIGNAL: EventKind.SIGNAL, NEW_QUESTION: EventKind.ASKED}
"""What is typed of something new stands under a name of its own until it is finished."""
_OF_KIND = "SELECT payload_mark, device, payload FROM events WHERE kind = ?"
_ABOUT = f"{_OF_KIND} AND entity = ?"
_KNOWS = "SELECT 1 FROM events WHERE payload_mark = ?"
_DROP = "DELETE FROM drafts WHERE signal_id = ? AND field = ?"
_FORMS = frozenset(kind.value for kind in StepKind)


class _Half(NamedTuple):
    """One field of what is half typed."""

    about: str
    field: str

    @property
    def form(self) -> tuple[str, str]:
        """About what it is, and the kind of step; none of what is no step."""
        kind = self.field.partition(".")[0]
        return self.about, kind if kind in _FORMS else ""


def empty_finished_everywhere(register: Path) -> None:
    """Let no backup that is within reach hold what was half typed and is finished by now.

    What cannot be reached or emptied now, is when the next backup is made.
    """
    for place in places_of_copies(register.parent):
        if place.is_dir():
            with suppress(Solvable):
                empty_finished_in(place, register)


def empty_finished_in(place: Path, register: Path) -> list[Path]:
    """Take out of the backups in a folder what was half typed there and is finished by now.

    Which backups could not be emptied. Raises Solvable when the register cannot be read.
    """
    left: list[Path] = []
    half: dict[Path, frozenset[_Half]] = {}
    for copy in copies_of_register(place) if register.exists() else ():
        try:
            half[copy] = _half_in(copy)
        except (sqlite3.Error, OSError, Solvable):
            left.append(copy)
    if not any(half.values()):
        return left
    with glance(register, REGISTER_FILE, bounded=False) as connection:
        if version_of(connection) < WITH_EVENTS:
            return left
        now = _Now(connection)
        finished = {copy: now.finished(some) for copy, some in half.items()}
    for copy, said in finished.items():
        try:
            if said and _empty(copy, said):
                renew_digest(place, copy)
        except (sqlite3.Error, OSError, Solvable):
            left.append(copy)
    return left


class _Now:
    """What the register holds: what is still half typed, and what this laptop finished."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        device, earlier = connection.execute(_OWN).fetchone()
        self._own = {device, *earlier.split(",")}
        self._typing = {half.form for half in _half_of(connection)}

    def finished(self, some: Iterable[_Half]) -> dict[_Half, frozenset[str]]:
        """By what each of these may be finished, as marks of what was written; without the rest."""
        gone = (half for half in some if half.form not in self._typing)
        found = {half: frozenset(self._ended_by(*half.form)) for half in gone}
        return {half: marks for half, marks in found.items() if marks}

    def _ended_by(self, about: str, step: str) -> Iterator[str]:
        if kind := _NEW.get(Id(about)):
            found = self._connection.execute(_OF_KIND, (kind,))
        else:
            kind = EventKind.STEP if step else EventKind.REPLIED
            found = self._connection.execute(_ABOUT, (kind, about))
        for mark, device, payload in found:
            if device in self._own and payload and _is_of(json.loads(payload), kind, step):
                yield mark


def _is_of(said: dict[str, Any], kind: EventKind, step: str) -> bool:
    """Whether this finishes such a form: a step of that kind, a signal that is of no beraad."""
    if kind is EventKind.STEP:
        return said.get("kind") == step
    return kind is not EventKind.SIGNAL or not said.get("week")


def _half_in(copy: Path) -> frozenset[_Half]:
    with closing(look(copy, bounded=False)) as there:
        if version_of(there) < WITH_EVENTS:
            return frozenset()
        return frozenset(_half_of(there))


def _half_of(connection: sqlite3.Connection) -> Iterator[_Half]:
    return (_Half(str(about), str(field)) for about, field in connection.execute(_DRAFTS))


def _empty(copy: Path, finished: Mapping[_Half, frozenset[str]]) -> bool:
    """Take out what was finished after the copy was made; whether there was any."""
    with closing(look(copy, bounded=False)) as there:
        gone = [
            half
            for half, marks in finished.items()
            if not all(there.execute(_KNOWS, (mark,)).fetchone() for mark in marks)
        ]
    if not gone:
        return False
    with closing(connect(copy)) as connection:  # With `secure_delete`: the words are overwritten.
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(_DROP, gone)
        connection.execute("COMMIT")
        fold(connection)
    return True
