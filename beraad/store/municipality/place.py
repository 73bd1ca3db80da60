"""Where the register of a municipality is, as somebody writes it down: never with a password."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from beraad.errors import Solvable

_SCHEMES = ("postgresql", "postgres")
_USUAL_PORT = 5432
_LOCALHOST = "127.0.0.1,::1"
_LONGEST = 2_000
_LIKE = "postgresql://laptop_01@register.gemeente.nl/beraad"
_UNCHANGED = "Er is geen verbinding gemaakt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A database on a server, and the login to go in with.

    Attributes:
        host: its name; a folder for a socket on this machine.
        certificate: file with what the certificate of the server is signed by; None for what the
            system trusts.
    """

    host: str
    port: int
    database: str
    login: str
    certificate: Path | None = None

    @property
    def is_here(self) -> bool:
        """Whether that server runs on this machine, so that nobody listens on the way."""
        if self.host.startswith("/") or self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def has_to_prove(self) -> bool:
        """Whether that server has to show a certificate that we trust."""
        return not self.is_here or (self.certificate is not None and not self.is_socket)

    @property
    def is_socket(self) -> bool:
        """Whether it is a socket in a folder of this machine."""
        return self.host.startswith("/")

    @property
    def at(self) -> str:
        """The only addresses where it may be, whatever the environment says; empty for any."""
        if self.host == "localhost":
            return _LOCALHOST
        return self.host if self.is_here and not self.is_socket else ""


def place_of(text: str, *, certificate: Path | None = None) -> Place:
    """The place that an address names. Raises Solvable, without a word of what it said."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port or _USUAL_PORT
    except ValueError:
        raise _no_address() from None
    if parts.scheme not in _SCHEMES or parts.fragment or len(text) > _LONGEST:
        raise _no_address()
    if parts.password is not None:
        raise Solvable(
            "In het adres staat een wachtwoord.",
            kept="Er is geen verbinding gemaakt en niets bewaard.",
            way_out="Laat het weg: Beraad vraagt erom.",
        )
    asked = _asked(parts)
    here = asked.pop("host", "")
    own = asked.pop("sslrootcert", "")
    place = Place(
        host=parts.hostname or here or "",
        port=port,
        database=unquote(parts.path.lstrip("/")),
        login=unquote(parts.username or ""),
        certificate=certificate or (Path(own) if own else None),
    )
    if not (place.host and place.database and place.login) or "," in place.host:
        raise _no_address()
    if here and not (here.startswith("/") and not parts.hostname):
        raise _no_address()
    wanted = asked.pop("sslmode", None)
    if wanted is not None and place.is_here and (wanted != "verify-full" or not place.has_to_prove):
        raise Solvable(
            "In het adres staat sslmode. Daar kijkt Beraad op deze computer zelf niet naar.",
            kept=_UNCHANGED,
            way_out="Haal het weg. Moet de server zich bewijzen, noem dan een certificaat.",
        )
    if wanted not in {None, "verify-full"}:
        raise Solvable(
            "Dit adres vraagt een verbinding die iemand onderweg kan meelezen of omleiden.",
            kept=_UNCHANGED,
            way_out="Haal sslmode uit het adres: Beraad gebruikt altijd verify-full.",
        )
    if asked:
        raise Solvable(
            "In het adres staat een instelling die Beraad niet kent.",
            kept=_UNCHANGED,
            way_out=f"Schrijf het als {_LIKE}.",
        )
    return place


def _asked(parts: SplitResult) -> dict[str, str]:
    """What stands after the question mark; raises Solvable when something stands there twice."""
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    asked = dict(pairs)
    if len(asked) != len(pairs):
        raise _no_address()
    return asked


def _no_address() -> Solvable:
    return Solvable(
        "Dit is geen adres van een gemeentelijk register.",
        kept=_UNCHANGED,
        way_out=f"Schrijf het als {_LIKE}. Je beheerder kent het.",
    )
