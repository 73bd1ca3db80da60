"""`beraad register init` and `samen`: the register of a municipality on a server."""

from __future__ import annotations

import os
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

from beraad.cli.streams import CLEAR, complain, is_typed_at, is_watched, say_text, tell
from beraad.errors import Solvable
from beraad.privacy.dutch.municipal_words import municipal_words
from beraad.signals.telling import without_words
from beraad.store.municipality.place import Place, place_of
from beraad.store.municipality.secret import IN_ENVIRONMENT, password_from
from beraad.store.places import prepare, register_path
from beraad.store.register_lines import wordless

if TYPE_CHECKING:
    from beraad.publishing.meeting import Part

_NEXT = """
Maak nu per laptop een login. Geef dit in psql onder dezelfde login. Kies zelf de namen.

    BEGIN;
    CREATE ROLE laptop_01 LOGIN CONNECTION LIMIT 4;
    GRANT beraad_antwoorden TO laptop_01;
    SET ROLE beraad_eigenaar;
    INSERT INTO beraad.member VALUES ('laptop_01', 'onze-gemeente');
    RESET ROLE;
    COMMIT;
    \\password laptop_01

Met beraad_lezen in plaats van beraad_antwoorden leest een login alleen.
Een login met beraad_beheren voegt andere logins toe en haalt ze weg.
Op de laptop: beraad register samen ADRES. Meer staat in docs/gemeente.md.
"""
_LOOSE = """
Elke login kan nu nog tekst op de server zetten buiten de tabellen van Beraad om, als los object
of in pg_wal; Beraad leest daar niets van. Een superuser haalt dat recht weg, in deze database:

{statement}
"""


def make_register(
    address: str,
    say: Callable[[str], None],
    *,
    certificate: Path | None,
    password_file: Path | None,
    beside_others: bool = False,
) -> None:
    """Make roles and tables, or lift them, and say how to make a login. Raises Solvable.

    `beside_others` tells that somebody else may have tables in the database.
    """
    from beraad.store.municipality.layout import NO_LOOSE_OBJECTS
    from beraad.store.municipality.layout import prepare as prepare_layout
    from beraad.store.municipality.making import NOTHING_MADE

    place = place_of(address, certificate=certificate)
    password = _password(place, password_file, kept=NOTHING_MADE)
    before, now, loose = prepare_layout(place, password, beside_others=beside_others)
    if before == now:
        say(f"Het register staat er al, met indeling {now}.")
    elif before:
        say(f"De indeling van het register ging van {before} naar {now}.")
    else:
        say(f"Het register is gemaakt, met indeling {now}.")
    if loose:
        say_text(_LOOSE.format(statement=indent(NO_LOOSE_OBJECTS, "    ")).rstrip(), say)
    say_text(_NEXT.rstrip(), say)


def meet_register(
    folder: Path,
    address: str,
    say: Callable[[str], None],
    *,
    certificate: Path | None,
    password_file: Path | None,
) -> None:
    """Hand on what is ours and take in what is of others, and say how much that was.

    Raises Solvable as `meet` does, and at the end when something could not be applied.
    """
    from beraad.publishing.meeting import meet

    place = place_of(address, certificate=certificate)
    prepare(folder)
    try:
        met = meet(
            register_path(folder, practice=False),
            place,
            _password(place, password_file, kept="Er is niets samengevoegd."),
            lexicon=municipal_words(folder).lexicon,
            tell=_tell,
        )
    finally:
        if is_watched():
            tell(CLEAR)
    if met is None:
        return
    say(f"{met.sentence}.")
    if number := wordless(register_path(folder, practice=False)):
        say(without_words(number))
    for problem in met.problems[1:]:
        complain(problem)
    if met.problems:
        raise met.problems[0]


def _tell(part: Part, done: int, total: int) -> None:
    """How far it is, for who sits at a terminal."""
    if is_watched():
        tell(f"{CLEAR}{100 * done // max(1, total)} % {part}")


def _password(place: Place, file: Path | None, *, kept: str) -> str | None:
    """What was laid ready, or what is typed now; on a socket of this machine it may be needless."""
    ready = password_from(os.environ, file)
    if ready is not None or place.host.startswith("/"):
        return ready
    if not is_typed_at():
        raise Solvable(
            "Er is geen wachtwoord gegeven, en er zit niemand aan een terminal.",
            kept=kept,
            way_out=f"Zet het in {IN_ENVIRONMENT}, of in een bestand dat alleen jij kunt lezen.",
        )
    return getpass(f"Wachtwoord van {place.login}: ")
