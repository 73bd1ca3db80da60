"""The register of a municipality on a server, as one laptop sees it.

Every laptop adds rows of its own in order, and asks for those of others by what it has of each.
No number that a server gives out and no clock decides what is new.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from beraad.records import Event, Id
from beraad.signals.chain import Tip
from beraad.signals.events import EventKind
from beraad.store.municipality.connecting import Unwanted, connected, explained, no_member
from beraad.store.municipality.layout import require_current, sql
from beraad.store.municipality.place import Place

if TYPE_CHECKING:
    from psycopg import Connection

AT_ONCE = 4_000
"""Rows that are asked for together."""
SENT_AT_ONCE = 500
"""Rows that go before it is looked whether they are still wanted."""

_VERSION = "SELECT coalesce(max(version), 0) FROM beraad.layout"
_WHO = """
SELECT beraad.my_org() IS NOT NULL, pg_has_role('beraad_antwoorden', 'USAGE'),
    (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = session_user)
"""
_HOLD_FOR_ERASING = "SELECT beraad.hold(for_erasing => true)"
_WORDS = """
SELECT e.mark, p.payload FROM beraad.event e JOIN beraad.payload p USING (org, device, seq)
WHERE e.mark = ANY (%s)
"""
_APPEND = "SELECT beraad.append(%s, %s, %s, %s, %s, %s, %s, %s, %s)"


def _nobody(done: int, total: int) -> None:
    del done, total


class Branch(NamedTuple):
    """What the server has of a laptop, and whether more of it is taken from our login.

    `is_aside` tells that lines of it were set aside: then none is.
    """

    is_ours: bool
    tip: Tip
    is_aside: bool = False


class Server:
    """An open connection with the register of a municipality; a `Transport`."""

    def __init__(self, connection: Connection[Any], *, may_write: bool) -> None:
        self._connection = connection
        self.may_write = may_write

    @classmethod
    @contextmanager
    def open(
        cls,
        place: Place,
        password: str | None,
        *,
        unwanted: Callable[[], bool] = lambda: False,
    ) -> Generator[Server]:
        """A server with a register that we know, and a login that belongs to a municipality.

        Raises Solvable when there is no such thing, Forked as `send` does, and Unwanted when it
        becomes so while the server lets us wait.
        """
        with connected(place, password, unwanted=unwanted) as connection:
            connection.autocommit = True  # A question by itself costs one way there and back.
            (version,) = connection.execute(_VERSION).fetchone() or (0,)
            require_current(version)
            found = connection.execute(_WHO).fetchone()
            belongs, may_write, walks_past = found or (False, False, False)
            if not belongs or walks_past:
                raise no_member()
            yield cls(connection, may_write=bool(may_write))

    def branches(self, devices: Iterable[str]) -> dict[str, Branch]:
        """What stands here of these laptops, of those that ever came."""
        found = self._connection.execute(sql("branches.sql"), (list(devices),)).fetchall()
        return {
            device: Branch(ours and not aside, Tip(device, seq, mark), aside)
            for device, ours, seq, mark, aside in found
        }

    def send(
        self,
        events: Iterable[Event],
        *,
        tell: Callable[[int, int], None] = _nobody,
        unwanted: Callable[[], bool] = lambda: False,
    ) -> int | None:
        """Add rows of this laptop: all in one transaction, or none; how many were new.

        Steps that were put in other words lose their first words here too. `tell` hears how many
        of how many went; None, and nothing went, when it became `unwanted`. Raises Forked when
        something else stands in their place, and Solvable when the connection fails.
        """
        told = list(events)
        rows = [_row(each) for each in told]
        new = 0
        with (
            suppress(Unwanted),
            explained(),
            self._connection.transaction(),
            self._connection.cursor() as cursor,
        ):
            if any(each.kind == EventKind.ERASED for each in told):
                cursor.execute(_HOLD_FOR_ERASING)  # Held to write first, two would wait for ever.
            for begin in range(0, len(rows), SENT_AT_ONCE):
                tell(begin, len(rows))
                cursor.executemany(_APPEND, rows[begin : begin + SENT_AT_ONCE], returning=True)
                new += sum(1 for answer in cursor.results() for (fresh,) in answer if fresh)
                if unwanted():
                    raise Unwanted
            tell(len(rows), len(rows))
            return new
        return None

    def empty(self, marks: Iterable[str]) -> None:
        """Let nothing stand here of steps that this login put in other words."""
        self._connection.execute("SELECT beraad.empty(%s)", (list(marks),))

    def wipe_again(self) -> int:
        """Let nothing stand here about what was erased; of how many rows something still stood."""
        found = self._connection.execute("SELECT beraad.wipe_again()").fetchone()
        return int(found[0]) if found else 0

    def count(self, known: Iterable[Tip]) -> int:
        """How many rows there are beyond what is known."""
        found = self._connection.execute(sql("count.sql"), _columns(known)).fetchone()
        return int(found[0]) if found else 0

    def fetch(self, known: Iterable[Tip], *, only: Iterable[str] | None = None) -> Iterator[Event]:
        """The rows beyond what is known, of each laptop in their order, as the server has them."""
        devices = None if only is None else list(only)
        with (
            self._connection.transaction(),
            self._connection.cursor(name="beyond", binary=True) as cursor,
        ):
            cursor.execute(sql("rows.sql"), (*_columns(known), devices, devices))
            while rows := cursor.fetchmany(AT_ONCE):
                yield from map(_event, rows)

    def words_of(self, marks: Iterable[str]) -> dict[str, str]:
        """What stands here of these rows, by their marks; nothing of those that are empty."""
        return dict(self._connection.execute(_WORDS, (list(marks),)).fetchall())


def _columns(known: Iterable[Tip]) -> tuple[list[str], list[int], list[str]]:
    tips = list(known)
    return [tip.device for tip in tips], [tip.seq for tip in tips], [tip.mark for tip in tips]


def _row(each: Event) -> tuple[Any, ...]:
    return (
        each.device,
        each.seq,
        str(each.kind),
        each.entity,
        list(each.seen),
        each.prev,
        each.payload_mark,
        each.mark,
        each.payload,
    )


def _event(row: tuple[Any, ...]) -> Event:
    device, seq, kind, entity, seen, prev, payload_mark, mark, payload = row
    return Event(
        device=device,
        seq=seq,
        kind=kind,
        entity=Id(entity),
        seen=tuple(seen),
        prev=prev,
        payload=payload,
        payload_mark=payload_mark,
        mark=mark,
    )
