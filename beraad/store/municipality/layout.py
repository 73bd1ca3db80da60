"""Making the tables of a municipal register, and lifting older ones, step by step."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from beraad.errors import Solvable
from beraad.store.municipality.connecting import connected, not_made
from beraad.store.municipality.place import Place

if TYPE_CHECKING:
    from psycopg import Connection

VERSION = 2
_LOCK = 0x4245524141440001


def steps() -> tuple[Any, ...]:
    """The SQL that lifts a layout by one, from nothing on."""
    return tuple(sql(f"{number}.sql") for number in range(1, VERSION + 1))


def prepare(place: Place, password: str | None) -> tuple[int, int]:
    """Make the roles and tables, or lift them; the version that was there, and the one now.

    All of it or nothing; again is no trouble. Raises Solvable when this login may not, or when the
    layout is of a newer Beraad.
    """
    with connected(place, password) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        cursor.execute(sql("rollen.sql"))
        cursor.execute("SET LOCAL ROLE beraad_eigenaar")
        before = version_of(connection)
        require_no_newer(before)
        for number, step in enumerate(steps()[before:], start=before + 1):
            cursor.execute(step)
            cursor.execute("UPDATE beraad.layout SET version = %s", (number,))
    return before, VERSION


def version_of(connection: Connection[Any]) -> int:
    """The version of the layout; 0 when there is none."""
    (there,) = _row(connection, "SELECT to_regclass('beraad.layout') IS NOT NULL")
    if not there:
        return 0
    (version,) = _row(connection, "SELECT max(version) FROM beraad.layout")
    return int(version or 0)


def require_current(version: int) -> None:
    """Raise Solvable for a layout that is newer or older than ours, or not there."""
    require_no_newer(version)
    if version == 0:
        raise not_made()
    if version < VERSION:
        raise Solvable(
            "Het gemeentelijke register heeft nog de indeling van een eerdere versie van Beraad.",
            kept="Er is niets veranderd.",
            way_out="Laat je beheerder geven: beraad register init ADRES",
        )


def require_no_newer(version: int) -> None:
    """Raise Solvable for a layout that we do not know."""
    if version > VERSION:
        raise Solvable(
            "Het gemeentelijke register heeft de indeling van een nieuwere versie van Beraad.",
            kept="Er is niets veranderd.",
            way_out="Gebruik de nieuwste versie van Beraad op deze laptop.",
        )


def _row(connection: Connection[Any], question: Any) -> tuple[Any, ...]:
    found = connection.execute(question).fetchone()
    return found or (None,)


@cache
def sql(name: str) -> Any:
    """Our own words in a file, for a question to the server."""
    found = files("beraad.store.municipality").joinpath("sql", name)
    return found.read_text(encoding="utf-8").encode()
