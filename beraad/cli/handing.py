"""`beraad overdragen` and `beraad openen`: to a colleague, or to another laptop."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from getpass import getpass
from pathlib import Path

from beraad import untrusted
from beraad.cli.streams import complain, is_typed_at
from beraad.errors import Solvable
from beraad.store.audit import Action, Source, note
from beraad.store.handing.handing import ENDING, everything, hand_over, receive
from beraad.store.keys import is_vault
from beraad.store.vault.phrases import proposed
from beraad.store.wiping import wipe_beraad

Say = Callable[[str], None]

WORDS = 6
FROM_FILE = "BERAAD_WACHTWOORD_BESTAND"
"""The variable that names a file with the words, for who types nothing."""


def give(
    paths: Sequence[Path],
    folder: Path,
    target: Path,
    say: Say,
    *,
    all_of_it: bool,
    key: str,
    erase: bool,
    now: datetime,
) -> None:
    """Seal beraden in a file and say how it opens; erase them here when asked. Raises Solvable."""
    chosen = everything(folder) if all_of_it else tuple(paths)
    if not chosen:
        raise Solvable(
            "Er is niets gekozen om door te geven.",
            way_out="Noem een of meer bestanden, of gebruik --alles.",
        )
    for path in chosen:
        if not path.is_file():
            raise Solvable(f"{path} is er niet.", kept="Er is niets gemaakt.")
    if not target.name.endswith(ENDING):
        target = target.with_name(f"{target.name}{ENDING}")
    words = "" if key else proposed(WORDS)
    handed = hand_over(
        chosen, folder, target, words=words, recipient=key, now=now, source=Source.COMMAND
    )
    if handed is None:
        return
    number = len(handed.ids)
    say(f"Gemaakt: {handed.path}, met {'1 beraad' if number == 1 else f'{number} beraden'}.")
    say(f"Controle: {handed.code}")
    if words:
        say(f"Woorden: {words}")
        say("Zeg ze door de telefoon. Mail ze niet mee: ze staan verder nergens.")
    if erase:
        for path in chosen:
            if path.suffix == ".beraad":
                wiped = wipe_beraad(path, folder, role="gespreksleider", now=now)
                about = wiped.line.id
                note(folder, Action.ERASED, about=about, source=Source.COMMAND, now=now)
        say("Hier gewist.")


def take(path: Path, folder: Path, say: Say, *, key_file: Path | None, now: datetime) -> None:
    """Take over what is in a file. Raises Solvable, at the end for what was refused."""
    identity = untrusted.read_text(key_file) if key_file is not None else ""
    words = "" if key_file is not None else _asked(folder)
    received = receive(path, folder, words=words, identity=identity, now=now, source=Source.COMMAND)
    number = len(received.paths)
    say(f"Overgenomen: {'1 beraad' if number == 1 else f'{number} beraden'} in {folder}.")
    if received.register:
        say("Het register kwam mee.")
    say(f"Controle: {received.code}")
    for problem in received.refused[1:]:
        complain(problem)
    if received.refused:
        raise received.refused[0]


def _asked(folder: Path) -> str:
    """The words, from the file that is named, from who types them, or from what is piped in.

    In a vault the file that is named holds the password of the vault.
    """
    if (named := os.environ.get(FROM_FILE)) and not is_vault(folder):
        return untrusted.read_text(Path(named)).strip()
    if is_typed_at():
        return getpass("Zes woorden: ")
    return sys.stdin.readline().strip() if sys.stdin is not None else ""
