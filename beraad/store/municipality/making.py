"""What has to be so before a register is made in a database, told to who administers it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, LiteralString

from beraad.errors import Solvable
from beraad.store.municipality.connecting import MAY_NOT, NOT_LET_IN, NOT_SAFE
from beraad.store.municipality.place import Place
from beraad.store.municipality.secret import WrongPassword

if TYPE_CHECKING:
    from psycopg import Connection

NOTHING_MADE = "Er is niets gemaakt of veranderd."
_MAY = """
SELECT
    (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user),
    count(r.oid),
    current_setting('server_version_num')::integer < 160000
        OR coalesce(bool_and(pg_has_role(r.oid, 'USAGE WITH ADMIN OPTION')), true),
    has_database_privilege(current_database(), 'CREATE'),
    (SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'beraad')
FROM pg_roles r
WHERE rolname IN ('beraad_eigenaar', 'beraad_lezen', 'beraad_antwoorden', 'beraad_beheren')
"""
_ROLES = 4
_OTHERS = """
SELECT DISTINCT n.nspname FROM pg_namespace n LEFT JOIN (
    SELECT oid, 'pg_class'::regclass AS which, relnamespace AS space FROM pg_class
    UNION ALL SELECT oid, 'pg_proc'::regclass, pronamespace FROM pg_proc
) thing ON thing.space = n.oid
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'beraad')
    AND (thing.oid IS NOT NULL OR n.nspname <> 'public')
    AND NOT EXISTS (
        SELECT FROM pg_depend d
        WHERE d.deptype = 'e' AND (d.classid, d.objid) IN (
            (thing.which, thing.oid), ('pg_namespace'::regclass, n.oid)
        )
    )
    AND has_database_privilege('public', current_database(), 'CONNECT')
ORDER BY 1
"""


@contextmanager
def for_who_makes_it(place: Place) -> Generator[None]:
    """Tell what went wrong to who administers the server: nothing was made."""
    try:
        yield
    except Solvable as problem:
        raise Solvable(
            problem.happened, kept=NOTHING_MADE, way_out=_way_out(problem, place.login)
        ) from None


def _way_out(problem: Solvable, login: str) -> str:
    """What helps who administers, where a laptop is sent to an administrator."""
    if isinstance(problem, WrongPassword):
        return "Controleer de login in het adres, en typ het wachtwoord opnieuw."
    instead = _INSTEAD.get(problem.happened)
    return problem.way_out if instead is None else instead.format(login)


def require_may(connection: Connection[Any], login: str) -> None:
    """Raise Solvable when this login cannot make or lift the register, with what would help."""
    makes_roles, roles, is_theirs, may_create, owner = _row(connection, _MAY)
    if owner not in {None, "beraad_eigenaar"}:
        raise Solvable(
            f"Er is in deze database al een schema beraad, van {owner}.",
            way_out="Neem een lege database. Of haal dat schema weg, als niemand het gebruikt.",
        )
    if roles < _ROLES and not makes_roles:
        raise Solvable(
            f"De login {login} mag geen rollen maken (CREATEROLE), en de rollen van Beraad zijn er "
            "nog niet.",
            way_out=f"Geef als superuser: ALTER ROLE {login} CREATEROLE",
        )
    if owner is None and not may_create:
        raise Solvable(
            f"De login {login} is geen eigenaar van deze database.",
            way_out=f"Geef als superuser: ALTER DATABASE … OWNER TO {login}",
        )
    if roles and owner is None and not is_theirs:
        raise Solvable(
            "De rollen van Beraad zijn er al op deze server, van een andere database. De login "
            f"{login} mag ze niet uitdelen.",
            way_out="Geef als superuser: GRANT beraad_eigenaar, beraad_lezen, beraad_antwoorden, "
            f"beraad_beheren TO {login} WITH ADMIN OPTION",
        )


def require_alone(connection: Connection[Any]) -> None:
    """Raise Solvable when somebody else has tables here, and anybody may still come in."""
    others = [name for (name,) in connection.execute(_OTHERS).fetchall()]
    if others:
        raise Solvable(
            f"In deze database staat al iets van een ander, in schema {', '.join(others)}. Beraad "
            "laat alleen zijn eigen rollen nog in de database; wie zonder zo’n rol komt, kan er "
            "dan niet meer bij.",
            way_out="Neem een lege database. Moet het toch hier, geef dan nog eens met --toch, en "
            "daarna GRANT CONNECT ON DATABASE … TO … aan de anderen.",
        )


def _row(connection: Connection[Any], question: LiteralString) -> tuple[Any, ...]:
    return connection.execute(question).fetchone() or ()


_INSTEAD = {
    MAY_NOT: (
        "Kijk of {} rollen mag maken (CREATEROLE), of hij eigenaar is van deze database, en van "
        "wie het schema beraad is."
    ),
    NOT_LET_IN: (
        "Kijk of er in pg_hba.conf een regel met hostssl en scram-sha-256 is voor {} en deze "
        "database, en of hij er mag verbinden."
    ),
    NOT_SAFE: "Zet scram-sha-256 in pg_hba.conf, zoals docs/gemeente.md zegt.",
}
"""By what happened; the login comes in it."""
