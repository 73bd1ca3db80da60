"""`beraad overdragen` and `beraad openen`: to a colleague, or to another laptop."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from getpass import getpass
from pathlib import Path

from beraad import untrusted
from beraad.cli.erasing import require_gone, tell_away, tell_strewn, tell_unread, tell_unsure
from beraad.cli.streams import complain, is_typed_at
from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.store.audit import DONE, NOT_ALL, Action, Source, note
from beraad.store.handing.gone_along import beraden_in, to_erase
from beraad.store.handing.handing import ENDING, Handed, everything, hand_over, receive
from beraad.store.keys import is_vault
from beraad.store.strewn import Lying
from beraad.store.vault.phrases import proposed
from beraad.store.wiping import wipe_beraad

Say = Callable[[str], None]

WORDS = 6
FROM_FILE = "BERAAD_WACHTWOORD_BESTAND"
"""The variable that names a file with the password of the vault."""

WORDS_FILE = "BERAAD_WOORDEN_BESTAND"
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
    """Seal beraden in a file and say how it opens; erase those here when asked.

    Raises Solvable, at the end for what could not go along.
    """
    chosen = everything(folder) if all_of_it else tuple(paths)
    if not chosen:
        raise Solvable(
            "Er is niets gekozen om door te geven.",
            way_out="Noem een of meer bestanden, of gebruik --alles.",
        )
    for path in chosen:
        if lacks := untrusted.no_file(path):
            raise Solvable(f"{path} {lacks}.", kept="Er is niets gemaakt.")
    if not target.name.endswith(ENDING):
        target = target.with_name(f"{target.name}{ENDING}")
    words = "" if key else proposed(WORDS)
    handed = hand_over(
        chosen, folder, target, words=words, recipient=key, now=now, source=Source.COMMAND
    )
    if handed is None:
        return
    number = handed.beraden
    say(f"Gemaakt: {handed.path}, met {'1 beraad' if number == 1 else f'{number} beraden'}.")
    say(f"Controle: {handed.code}")
    if words:
        say(f"Woorden: {words}")
        say("Zeg ze door de telefoon. Mail ze niet mee: ze staan verder nergens.")
    for problem in handed.left:
        complain(problem)
    staying = _erase_given(handed, folder, say, now) if erase else 0
    _require_all(handed, staying)


def _require_all(handed: Handed, staying: int) -> None:
    """Raise Solvable when something did not go along, or was not erased."""
    told: list[str] = []
    if left := len(handed.left):
        told.append(
            f"Niet alles ging mee: {counted(left, 'bestand bleef', 'bestanden bleven')} hier."
        )
    if staying:
        beraden = counted(staying, "beraad bleef", "beraden bleven")
        told.append(f"Niet alles is hier gewist: {beraden} staan.")
    if told:
        raise Solvable(" ".join(told), way_out="Hierboven staat wat bleef, en wat je ermee kunt.")


def _erase_given(handed: Handed, folder: Path, say: Say, now: datetime) -> int:
    """Erase the beraden of which everything went along; how many stay, each told of.

    Raises Solvable when something of what was erased stays.
    """
    left: tuple[Path, ...] = ()
    unsure, unread = dict[Path, None](), dict[Path, None]()
    strewn = dict[Lying, None]()
    beraden, staying = beraden_in(handed), 0
    for paths in beraden:
        try:
            found = to_erase(paths, handed, folder)
        except Solvable as problem:
            complain(problem)
            staying += 1
            continue
        wiped = wipe_beraad(paths[0], folder, role="gespreksleider", now=now, found=found)
        about, result = wiped.line.id, NOT_ALL if wiped.left else DONE
        note(folder, Action.ERASED, about=about, result=result, source=Source.COMMAND, now=now)
        tell_away(wiped)
        left += wiped.left
        unsure |= dict.fromkeys(wiped.unsure)
        unread |= dict.fromkeys(wiped.unread)
        strewn |= dict.fromkeys(wiped.strewn)
    tell_unsure(tuple(each for each in unsure if each.exists()), say)
    tell_unread(tuple(each for each in unread if each.exists()), say)
    tell_strewn(tuple(strewn), say)
    require_gone(left)
    if number := len(beraden) - staying:
        say(f"Hier gewist: {counted(number, 'beraad', 'beraden')}.")
    return staying


def take(
    path: Path,
    folder: Path,
    say: Say,
    *,
    key_file: Path | None,
    words_file: Path | None = None,
    now: datetime,
) -> None:
    """Take over what is in a file. Raises Solvable, at the end for what was refused."""
    identity = untrusted.read_text(key_file) if key_file is not None else ""
    words = "" if key_file is not None else _asked(folder, words_file)
    received = receive(path, folder, words=words, identity=identity, now=now, source=Source.COMMAND)
    number = len(received.paths)
    say(f"Overgenomen: {'1 beraad' if number == 1 else f'{number} beraden'} in {folder}.")
    for each in received.known:
        say(f"{each.name}: dit beraad was hier al. Het ligt er nu twee keer; lees welk je houdt.")
    if received.register:
        say("Het register kwam mee.")
    say(f"Controle: {received.code}")
    if received.paths and not is_vault(folder):
        complain(
            Solvable(
                f"De kluis van {folder} is uit: wat je overnam, is zonder wachtzin te lezen.",
                way_out="Zet hem aan: beraad kluis aan. Dan wordt ook dit versleuteld.",
            )
        )
    for problem in received.refused[1:]:
        complain(problem)
    if received.refused:
        raise received.refused[0]


def _asked(folder: Path, words_file: Path | None) -> str:
    """The words, from the file that is named, from who types them, or from what is piped in.

    Where there is no vault the file with its password may hold them too.
    """
    named = words_file or os.environ.get(WORDS_FILE)
    if named is None and not is_vault(folder):
        named = os.environ.get(FROM_FILE)
    if named:
        return _read(Path(named))
    if is_typed_at():
        return getpass("Zes woorden: ")
    return sys.stdin.readline().strip() if sys.stdin is not None else ""


def _read(path: Path) -> str:
    try:
        return untrusted.read_text(path.expanduser()).strip()
    except (OSError, UnicodeDecodeError):
        raise Solvable(
            f"Het bestand met de woorden, {path}, "
            f"{untrusted.no_file(path.expanduser()) or 'is niet te lezen'}.",
            kept="Er is niets geopend.",
            way_out="Het moet een gewoon bestand zijn: geen pijp, zoals <(…), en geen /dev/stdin. "
            f"Kijk wat er achter --woorden-bestand of in {WORDS_FILE} staat.",
        ) from None
