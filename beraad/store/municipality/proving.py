"""Why a server did not prove that it is the register: each reason with what to do about it.

PostgreSQL's own library says no more than that a certificate would not do. So the server is asked
for it once more, and nothing else is: no login, no password, no row.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from socket import create_connection
from typing import Any

from beraad.errors import Solvable
from beraad.store.municipality.place import Place

KEPT = "Wat je schreef staat in het register op deze laptop."
_NOTHING_SENT = "Er is niets verstuurd, ook geen wachtwoord."
_PATIENCE = 5
"""Seconds to wait for a certificate."""
_ASKS_FOR_TLS = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
"""https://www.postgresql.org/docs/current/protocol-message-formats.html, SSLRequest."""

_CHOOSE = (
    "Kies bij Instellingen, of met --certificaat, het bestand waarmee het certificaat van de "
    "server is ondertekend. Je beheerder heeft het."
)
_CLOCK = "Kijk of de klok van deze computer goed staat. Zo ja, vraag je beheerder om "


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why not, and what to do; whether it is known that nothing was sent yet."""

    happened: str
    way_out: str
    nothing_sent: bool = True

    def of(self, place: Place) -> Solvable:
        kept = f"{KEPT} {_NOTHING_SENT}" if self.nothing_sent else KEPT
        return Solvable(self.happened.format(place.host), kept=kept, way_out=self.way_out)


def not_proved(place: Place, error: Any) -> Solvable | None:
    """What a user should know of a server that did not prove itself; None when that is not why.

    `error` is what psycopg raised while a connection was made. Only what is known to be so is told.
    """
    low = str(error).lower()
    for words, reason in _BY_WORDS.items():
        if words in low:
            return reason.of(place)
    if "certificate verify failed" in low:
        return _BY_CODE.get(_why_not(place, error), _WRONG).of(place)
    return _NOT_SECURE.of(place) if "ssl" in low or "tls" in low else None


def _why_not(place: Place, error: Any) -> int:
    """What OpenSSL has against the certificate of the server; 0 when that is not found out."""
    if place.at:
        return next(filter(None, (_why_not_at(each, place) for each in place.at.split(","))), 0)
    address = getattr(getattr(error, "pgconn", None), "hostaddr", b"").decode() or place.host
    return _why_not_at(address, place)


def _why_not_at(address: str, place: Place) -> int:
    trusted = str(place.certificate) if place.certificate else None
    with suppress(OSError), create_connection((address, place.port), timeout=_PATIENCE) as line:
        line.sendall(_ASKS_FOR_TLS)
        if line.recv(1) != b"S":
            return 0
        context = ssl.create_default_context(cafile=trusted)
        try:
            context.wrap_socket(line, server_hostname=place.host).close()
        except ssl.SSLCertVerificationError as wrong:
            return int(wrong.verify_code)
    return 0


_BY_WORDS: Mapping[str, _Reason] = {
    "valid client certificate": _Reason(
        "De server vraagt een certificaat van deze laptop. Dat kan Beraad niet geven.",
        "Vraag je beheerder om in pg_hba.conf geen clientcert te eisen.",
        nothing_sent=False,
    ),
    "does not support ssl": _Reason(
        "De server biedt geen versleutelde verbinding aan.",
        "Controleer het adres en de poort. Kloppen die, vraag je beheerder dan om TLS aan te "
        "zetten (ssl = on).",
    ),
    "root certificate": _Reason(
        "Op deze computer staan geen certificaten om de server mee te controleren.", _CHOOSE
    ),
    "does not match host name": _Reason(
        "Het certificaat van de server staat niet op de naam {}.",
        "Kijk of de naam in het adres goed is. Zo ja, vraag je beheerder om een certificaat op die "
        "naam.",
    ),
}
"""What libpq says when it knows why: https://github.com/postgres/postgres, fe-secure-common.c."""

_UNKNOWN = _Reason(
    "Het certificaat van de server is niet ondertekend door iemand die deze computer vertrouwt.",
    _CHOOSE,
)
_BY_CODE: Mapping[int, _Reason] = {
    9: _Reason(
        "Het certificaat van de server is nog niet geldig.",
        f"{_CLOCK}het certificaat na te kijken.",
    ),
    10: _Reason("Het certificaat van de server is verlopen.", f"{_CLOCK}een nieuw certificaat."),
    **dict.fromkeys((2, 18, 19, 20, 21), _UNKNOWN),
}
"""By what OpenSSL calls them: https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error/."""

_WRONG = _Reason(
    "Het certificaat van de server klopt niet.",
    "Vraag je beheerder naar het certificaat en de juiste naam van de server.",
)
_NOT_SECURE = _Reason(
    "De versleutelde verbinding met de server kwam niet tot stand.",
    "Probeer het opnieuw. Blijft het, vraag je beheerder dan naar TLS op de server en naar wat er "
    "op het netwerk tussen staat.",
    nothing_sent=False,
)
