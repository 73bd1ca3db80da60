"""A connection with PostgreSQL, and what its troubles mean for the user.

Messages of the server can hold what was being written. So nothing of them is passed on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from beraad import untrusted
from beraad.errors import Defect, Solvable
from beraad.store.municipality.place import Place
from beraad.store.municipality.proving import KEPT as _KEPT
from beraad.store.municipality.proving import not_proved
from beraad.store.municipality.secret import WrongPassword

if TYPE_CHECKING:
    from psycopg import Connection

FORKED = "BR001"
HELD = "BR002"
MAY_NOT = "Deze login mag dit niet in het gemeentelijke register."
NOT_LET_IN = "De server laat deze login niet toe in deze database."
NOT_SAFE = "De server vraagt het wachtwoord op een manier die niet veilig genoeg is."
_NO_MEMBER = "BR003"
_WRONG_MARK = "BR004"
_PATIENCE = 10
"""Seconds to wait for a server that does not answer, and for another laptop that is busy."""
_LONGEST = 60
"""Seconds that one question may take."""
_LONGEST_CERTIFICATE = 5_000_000
"""Bytes; all that a system trusts is some hundreds of thousands."""
_MISSING = ("3F000", "42P01", "42883")
_LATER = "Kijk of je met het netwerk van de gemeente verbonden bent en probeer het opnieuw."


class Forked(Exception):
    """In the place of what was sent stands something else, or it belongs to another login."""


class Unwanted(Exception):
    """Nobody waits for it any more."""


@contextmanager
def while_wanted(unwanted: Callable[[], bool]) -> Generator[None]:
    """Let nothing be said of what breaks off because nobody waits for it."""
    try:
        yield
    except (Unwanted, Solvable):
        if not unwanted():
            raise


@contextmanager
def connected(
    place: Place, password: str | None, *, unwanted: Callable[[], bool] = lambda: False
) -> Generator[Connection[Any]]:
    """A connection; what is not committed at the end did not happen.

    TLS with a certificate that is checked, and a password that never crosses itself, unless the
    server is on this machine and no certificate was given. Raises Solvable when it cannot be made,
    Forked as sending does, and Unwanted when it becomes so while the server lets us wait.
    """
    line = _stoppable(unwanted)
    _require_readable(place.certificate)
    # That it could not roll back on a line that fell away, is told by what is raised.
    logging.getLogger("psycopg").setLevel(logging.ERROR)
    with explained(place):
        connection = line.connect(**_parameters(place, password))
    with explained(), connection:
        yield connection


def _stoppable(unwanted: Callable[[], bool]) -> type[Connection[Any]]:
    """A connection that stops waiting for the server as soon as nobody waits for us.

    Raises Solvable when psycopg is not there.
    """
    try:
        import psycopg
    except ImportError:
        raise Solvable(
            "Voor een gemeentelijk register is een onderdeel nodig dat hier niet staat: psycopg.",
            kept=_KEPT,
            way_out="Vraag je beheerder om: pip install beraad[gemeente]",
        ) from None

    class Stoppable(psycopg.Connection[Any]):
        @override
        def wait(self, gen: Any, *how: Any, **named: Any) -> Any:
            try:
                return super().wait(_watched(gen, unwanted), *how, **named)
            except Unwanted:
                self.pgconn.finish()  # Nothing more is asked, so that nothing more is waited for.
                raise

    return Stoppable


def _watched(
    talking: Generator[Any, int, Any], unwanted: Callable[[], bool]
) -> Generator[Any, int, Any]:
    """The same talk; while the server is still, whoever waits hands it nothing, again and again."""
    ready = 0
    try:
        wanted = next(talking)
        while True:
            ready = yield wanted
            if not ready and unwanted():
                raise Unwanted
            wanted = talking.send(ready)
    except StopIteration as end:
        return end.value


def _require_readable(certificate: Path | None) -> None:
    """Raise Solvable when there is no such file with certificates; the server is no part of it."""
    if certificate is None:
        return
    try:
        said = untrusted.read_bytes(certificate, most=_LONGEST_CERTIFICATE)
    except OSError as error:
        why = untrusted.why(error)
        raise _no_certificate(f"{certificate.name} is niet te lezen: {why}.") from None
    if b" CERTIFICATE-----" not in said:
        raise _no_certificate(f"In {certificate.name} staat geen certificaat.")


def _no_certificate(happened: str) -> Solvable:
    return Solvable(
        happened,
        kept=f"{_KEPT} Er is geen verbinding gemaakt.",
        way_out="Kies het bestand waarmee het certificaat van de server is ondertekend, als tekst "
        "(PEM). Je beheerder heeft het.",
    )


@contextmanager
def explained(coming_in: Place | None = None) -> Generator[None]:
    """Turn what PostgreSQL says into a Solvable, a Forked, or a Defect when it is our mistake.

    `coming_in` is where a connection is being made; None once there is one.
    """
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise _told(error, coming_in) from None


def _parameters(place: Place, password: str | None) -> dict[str, Any]:
    secure: dict[str, Any] = {"sslmode": "prefer"}
    if place.has_to_prove:
        trusted = str(place.certificate) if place.certificate else "system"
        secure = {
            "sslmode": "verify-full",
            "sslrootcert": trusted,
            "require_auth": "scram-sha-256",
        }
    if place.is_here:
        # Also for a socket, and then empty: else PGHOSTADDR or a service leads it elsewhere.
        secure["hostaddr"] = place.at
    return {
        "host": ",".join([place.host] * len(place.at.split(","))),
        "port": place.port,
        "dbname": place.database,
        "user": place.login,
        "password": password,
        "passfile": "",
        "gssencmode": "disable",
        "connect_timeout": _PATIENCE,
        "keepalives_idle": _PATIENCE,
        "tcp_user_timeout": _LONGEST * 1_000,  # A busy server takes its time to read on.
        "application_name": "beraad",
        "client_encoding": "UTF8",
        "options": f"-c lock_timeout={_PATIENCE}s -c statement_timeout={_LONGEST}s "
        "-c idle_in_transaction_session_timeout=5min "
        r"-c default_transaction_isolation=read\ committed",
        **secure,
    }


def _told(error: Any, coming_in: Place | None) -> Exception:  # noqa: PLR0911 - one answer per kind
    """What the user should know; SQLSTATE: https://www.postgresql.org/docs/current/errcodes."""
    code: str = getattr(error, "sqlstate", None) or ""
    if code in {FORKED, HELD}:
        return Forked()
    if code == _NO_MEMBER:
        return no_member()
    if code == "42501":
        return Solvable(
            MAY_NOT,
            kept=_KEPT,
            way_out="Vraag je beheerder welke rol deze login heeft.",
        )
    if code in _MISSING:
        return not_made()
    if code == _WRONG_MARK or code.startswith("23"):
        return Solvable(
            "Het gemeentelijke register neemt een van onze regels niet aan.",
            kept=_KEPT,
            way_out="Meld dit aan je beheerder; in de melding staat niets van een signaal.",
        )
    if code in {"55P03", "57014", "40001", "40P01"}:
        return Solvable(
            "Het gemeentelijke register is te lang bezig met iets anders.",
            kept=f"{_KEPT} Er is niets half overgenomen.",
            way_out="Probeer het straks opnieuw.",
        )
    if not code or code.startswith(("08", "57", "53", "28", "25P")):
        return _fell_away() if coming_in is None else _not_let_in(coming_in, code, error)
    return Defect(f"PostgreSQL: {code}")


def _not_let_in(place: Place, code: str, error: Any) -> Solvable:  # noqa: PLR0911 - one answer per kind
    """Why there is no connection; what the server or libpq said is only looked at."""
    low = str(error).lower()
    if "password authentication failed" in low:  # Without TLS it may have been tried once more.
        return _wrong_password()
    if "authentication method requirement" in low:
        return Solvable(
            NOT_SAFE,
            kept=f"{_KEPT} Het wachtwoord is niet verstuurd.",
            way_out="Vraag je beheerder om scram-sha-256 in pg_hba.conf, zoals docs/gemeente.md "
            "zegt.",
        )
    if "pg_hba.conf" in low or "permission denied for database" in low:
        return Solvable(
            NOT_LET_IN,
            kept=_KEPT,
            way_out="Vraag je beheerder naar het adres en naar de rol van deze login.",
        )
    if code.startswith("53") or "too many" in low or "remaining connection slots" in low:
        return Solvable(
            "Er zijn op dit moment te veel verbindingen met de server, of te veel van deze login.",
            kept=_KEPT,
            way_out="Probeer het over een paar minuten opnieuw. Blijft het, vraag je beheerder dan "
            "naar CONNECTION LIMIT en max_connections.",
        )
    if insecure := not_proved(place, error):
        return insecure
    if 'database "' in low and "does not exist" in low:
        return Solvable(
            "Op deze server is geen database met deze naam.",
            kept=_KEPT,
            way_out="Controleer wat er in het adres achter de laatste schuine streep staat. Je "
            "beheerder kent de naam.",
        )
    if code.startswith("28") or "authentication" in low or "password" in low or 'role "' in low:
        return _wrong_password()
    if "translate host name" in low or "resolve host" in low:
        return Solvable(
            "Er is geen server te vinden met de naam uit het adres.",
            kept=_KEPT,
            way_out=f"Controleer het adres. Klopt het? {_LATER}",
        )
    return Solvable(
        "Het gemeentelijke register is niet te bereiken.",
        kept=_KEPT,
        way_out=_LATER,
    )


def _wrong_password() -> Solvable:
    return WrongPassword(
        "De login of het wachtwoord van het gemeentelijke register klopt niet.",
        kept=_KEPT,
        way_out="Controleer de login in het adres. Voeg dan nog eens samen: Beraad vraagt het "
        "wachtwoord opnieuw. Ligt het in een bestand of in BERAAD_REGISTER_WACHTWOORD, verander "
        "het dan daar.",
    )


def _fell_away() -> Solvable:
    """Of a connection that there was; what was on its way may have come there just yet."""
    return Solvable(
        "De verbinding met het gemeentelijke register viel weg.",
        kept=f"{_KEPT} Wat al was overgenomen, is er nog. Wat net onderweg was, kwam helemaal aan "
        "of helemaal niet; de volgende keer gaat Beraad daar verder.",
        way_out=_LATER,
    )


def no_member() -> Solvable:
    """Of a login that belongs to no municipality."""
    return Solvable(
        "Deze login hoort bij geen gemeente in dit register.",
        kept=_KEPT,
        way_out="Vraag je beheerder om de login toe te voegen, zoals docs/gemeente.md zegt.",
    )


def not_made() -> Solvable:
    """Of a database in which there is no register yet."""
    return Solvable(
        "In deze database staat nog geen register van Beraad.",
        kept=_KEPT,
        way_out="Laat je beheerder eerst geven: beraad register init ADRES",
    )
