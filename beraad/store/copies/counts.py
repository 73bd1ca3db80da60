"""How many rows of each kind a file has, and in what two files differ."""

from __future__ import annotations

import sqlite3
from hashlib import sha256

from beraad.phases.numbers import counted as in_words
from beraad.store.schemas import tables_of

_BITS = 256

NAMES = {
    "participants": ("deelnemer", "deelnemers"),
    "timeline": ("moment", "momenten"),
    "wordings": ("formulering", "formuleringen"),
    "options": ("keuze", "keuzes"),
    "harms": ("gevolg", "gevolgen"),
    "clarifications": ("vraag", "vragen"),
    "stakeholders": ("perspectief", "perspectieven"),
    "values": ("waarde", "waarden"),
    "norms": ("norm", "normen"),
    "considerations": ("afweging", "afwegingen"),
    "agreements": ("afspraak", "afspraken"),
    "reactions": ("reactie", "reacties"),
    "versions": ("versie", "versies"),
    "signals": ("signaal", "signalen"),
    "events": ("stap van een signaal", "stappen van signalen"),
    "lessons": ("leerverslag", "leerverslagen"),
    "drafts": ("half getypt veld", "half getypte velden"),
}
"""What a user calls the rows of a table; of other tables only the difference counts."""


def counted(connection: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Rows per table, by the name of the table; raises sqlite3.Error."""
    return tuple(
        (name, int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]))  # noqa: S608
        for name in tables_of(connection)
    )


def content_of(connection: sqlite3.Connection) -> bytes:
    """A mark of every row, the same for two files that say the same; raises sqlite3.Error.

    The order of rows says nothing, so their digests are added up: none need be kept.
    """
    total = 0
    for name in tables_of(connection):
        for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608
            said = f"{name}\n{row!r}".encode("utf-8", "surrogatepass")
            total += int.from_bytes(sha256(said).digest())
    return (total % (1 << _BITS)).to_bytes(_BITS // 8)


def differences(
    now: tuple[tuple[str, int], ...], then: tuple[tuple[str, int], ...]
) -> tuple[str, ...]:
    """What the second has more or less than the first, in words."""
    before = dict(now)
    found = ((name, count - before.get(name, 0)) for name, count in then)
    told = ((NAMES[name], more) for name, more in found if more and name in NAMES)
    return tuple(
        f"{abs(more)} {one if abs(more) == 1 else many} {'meer' if more > 0 else 'minder'}"
        for (one, many), more in told
    )


def register_in_words(rows: tuple[tuple[str, int], ...]) -> str:
    """What a register holds: "12 signalen, 1 leerverslag"."""
    known = dict(rows)
    shown = ("signals", "lessons")
    return ", ".join(in_words(known.get(name, 0), *NAMES[name]) for name in shown)
