"""Making the tables of a municipal register, and lifting older ones, step by step."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from beraad.errors import Solvable
from beraad.store.municipality.connecting import connected, not_made
from beraad.store.municipality.making import for_who_makes_it, require_alone, require_may
from beraad.store.municipality.place import Place

if TYPE_CHECKING:
    from psycopg import Connection

VERSION = 6
_LOCK = 0x4245524141440001
_IS_SUPERUSER = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
_LOOSE = """
SELECT bool_or(has_function_privilege('beraad_lezen', oid, 'EXECUTE')) FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace
    AND proname IN ('lo_create', 'lo_creat', 'lo_from_bytea', 'pg_logical_emit_message')
"""


def steps() -> tuple[Any, ...]:
    """The SQL that lifts a layout by one, from nothing on."""
    return tuple(sql(f"{number}.sql") for number in range(1, VERSION + 1))


NO_LOOSE_OBJECTS = """DO $$
DECLARE
    way regprocedure;
BEGIN
    FOR way IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
        AND proname IN ('lo_create', 'lo_creat', 'lo_from_bytea', 'pg_logical_emit_message')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', way);
    END LOOP;
END $$;"""
"""What keeps everybody from putting words of their own on the server; for a superuser.

By name: what `pg_logical_emit_message` wants differs by version of PostgreSQL.
"""


class Prepared(NamedTuple):
    """What came of making the register.

    Attributes:
        before: the version of the layout that was there; 0 of none.
        loose: whether every login can still put words on the server past our tables.
    """

    before: int
    now: int
    loose: bool


def prepare(place: Place, password: str | None, *, beside_others: bool = False) -> Prepared:
    """Make the roles and tables, or lift them.

    All of it or nothing; again is no trouble. What is put past our tables is kept out when
    this is a superuser. Nobody but our roles comes into the database afterwards: `beside_others`
    tells that it may be so where somebody else has tables too.

    Raises Solvable when this login may not, when others would be shut out, or when the layout is of
    a newer Beraad.
    """
    with (
        for_who_makes_it(place),
        connected(place, password) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        require_may(connection, place.login)
        if not beside_others:
            require_alone(connection)
        cursor.execute(sql("rollen.sql"))
        cursor.execute("SET LOCAL ROLE beraad_eigenaar")
        before = version_of(connection)
        require_no_newer(before)
        for number, step in enumerate(steps()[before:], start=before + 1):
            cursor.execute(step)
            cursor.execute("UPDATE beraad.layout SET version = %s", (number,))
        cursor.execute("RESET ROLE")
        if _row(connection, _IS_SUPERUSER)[0]:
            cursor.execute(NO_LOOSE_OBJECTS)
        (loose,) = _row(connection, _LOOSE)
    return Prepared(before, VERSION, bool(loose))


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
