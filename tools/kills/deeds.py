"""What is done with files, and what has to hold wherever it was broken off."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyrage  # pyright: ignore[reportMissingTypeStubs]

from beraad.errors import Solvable
from beraad.records import Id, Session
from beraad.store import keys
from beraad.store.catalog import Summary, summaries
from beraad.store.copies.differing import compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import moments
from beraad.store.copies.restoring import restore
from beraad.store.erased import erased
from beraad.store.handing.handing import everything, hand_over, receive
from beraad.store.places import prepare
from beraad.store.session_file import SessionFile
from beraad.store.vault.lifting import lift
from beraad.store.vault.lying import lying
from beraad.store.vault.opening import change_password, lock, set_up, unlock
from beraad.store.vault.ring import Ring
from beraad.store.wiping import finish, wipe_beraad
from tools.invented.folders import keep
from tools.invented.full import full_session
from tools.kills import exchanging, observing
from tools.kills.broken import Broken, require
from tools.kills.carving import readable, under_keys

WORDS, NEW_WORDS = "molen fiets kaart appel", "lantaarn zolder fluit drempel"
MARK = "Kwarteldonk"
DOOMED = "Zwaluwhof"
"""The word of the one beraad that is erased."""

_BERADEN = 3
_NOW = datetime(2026, 11, 18, 13, 3, tzinfo=UTC)
_LATER, _LATEST = _NOW + timedelta(days=1), _NOW + timedelta(days=2)
_HOME, _OTHER, _SEALED = "beraden", "laptop-2", "doorgeven.beraad.age"
_age: Any = pyrage
"""It says nothing about its types."""

_KEY: Any = _age.x25519.Identity.generate()


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that Beraad does.

    Attributes:
        lay: lays ready what it is done with, once, in an empty folder.
        do: does it, with the vaults in that folder unlocked.
        law: raises Broken when what is left is not as it has to be; may go on with it and do it
            again.
    """

    name: str
    lay: Callable[[Path], None]
    do: Callable[[Path], None]
    law: Callable[[Path], None]


_masters: dict[str, bytes] = {}
"""What opens a vault that was laid ready, by its name; so that no password is derived each time."""


def enter(home: Path) -> None:
    """Unlock every vault that lies in a folder."""
    for folder in (home / _HOME, home / _OTHER):
        for name in (keys.RING_NAME, keys.RING_COPY):
            shut = lying(folder / name).ring
            if shut is not None and shut.vault in _masters:
                ring = Ring(folder, shut.opened_with(_masters[shut.vault]))
                ring.refresh()
                ring.mend()
                keys.unlock(folder, ring)
                break


def leave(home: Path) -> None:
    """Lock them again."""
    for folder in (home / _HOME, home / _OTHER):
        lock(folder)


def _beraad(number: int, mark: str) -> Session:
    session = full_session()
    case = replace(session.case, situation=f"In {mark} " * 40)
    return _titled(replace(session, case=case, id=Id(f"{number:08}")), f"{mark} {number}")


def _titled(session: Session, title: str) -> Session:
    return replace(session, opening=replace(session.opening, title=title))


def _lay_plain(home: Path) -> None:
    folder = home / _HOME
    prepare(folder)
    for number in range(_BERADEN):
        keep(_beraad(number, MARK), folder)
    keep(_beraad(_BERADEN, DOOMED), folder)
    back_up(folder, now=_NOW, place=copies_folder(folder))


def _lay_vault(home: Path) -> None:
    _lay_plain(home)
    _make_vault(home / _HOME)
    back_up(home / _HOME, now=_NOW, place=copies_folder(home / _HOME))
    leave(home)


def _make_vault(folder: Path) -> None:
    ring = set_up(folder, WORDS)
    _masters[ring.state.vault] = ring.state.master
    require(all(each.problem is None for each in lift(folder)), "niet alles is versleuteld")


def _lay_changed(home: Path) -> None:
    """A vault in which a beraad is otherwise than in its backup."""
    _lay_vault(home)
    enter(home)
    path = next(iter(sorted((home / _HOME).glob("*.beraad"))))
    file = SessionFile.open(path)
    file.keep(_titled(file.session, f"{MARK} later"))
    file.close()
    leave(home)


def _lay_two(home: Path) -> None:
    _lay_vault(home)
    prepare(home / _OTHER)
    _make_vault(home / _OTHER)
    enter(home)
    _hand_over(home)
    leave(home)


def _lift(home: Path) -> None:
    folder = home / _HOME
    if not keys.is_vault(folder):
        set_up(folder, WORDS)
    for _ in lift(folder):
        pass


def _law_lift(home: Path) -> None:
    folder = home / _HOME
    if keys.is_vault(folder):
        unlock(folder, WORDS)
    _require_all(folder)
    _lift(home)
    _require_all(folder)
    _require_unreadable(home)


def _change(home: Path) -> None:
    change_password(_ring(home / _HOME), NEW_WORDS)


def _law_change(home: Path) -> None:
    folder = home / _HOME
    opened: list[str] = []
    for words in (NEW_WORDS, WORDS):
        with suppress(Solvable):
            unlock(folder, words)
            _require_all(folder)
            opened.append(words)
            lock(folder)
    require(bool(opened), "geen van beide wachtzinnen past")
    # From here on one of them holds, whichever file was written last.
    again: list[str] = []
    for words in (NEW_WORDS, WORDS):
        with suppress(Solvable):
            unlock(folder, words)
            again.append(words)
            lock(folder)
    require(len(again) == 1, f"na het herstellen passen er {len(again)}")


def _back_up(home: Path) -> None:
    folder = home / _HOME
    back_up(folder, now=_LATER, place=copies_folder(folder))


def _law_back_up(home: Path) -> None:
    folder = home / _HOME
    _require_all(folder)
    _back_up(home)
    for moment in moments(copies_folder(folder)):
        require(len(moment.items) >= _BERADEN, "een moment is niet heel")
        for item in moment.items:
            require(moment.copy_of(item).exists(), "een kopie is weg")
    _require_unreadable(home)


def _restore(home: Path, *, now: datetime = _LATER) -> None:
    folder = home / _HOME
    first = moments(copies_folder(folder))[-1]
    restore(first, compare(first, folder), folder, now=now)


def _law_restore(home: Path) -> None:
    folder = home / _HOME
    _require_all(folder)
    before = f"{MARK} later" in _titles(folder)
    aside = [each for each in moments(copies_folder(folder)) if each.is_aside]
    require(before or bool(aside), "wat er stond, is weg")
    require(not _twins(folder), "een kopie is hetzelfde bestand als wat er staat")
    _restore(home, now=_LATEST)
    require(f"{MARK} later" not in _titles(folder), "het terugzetten ging niet verder")
    _require_all(folder)
    _require_unreadable(home)


def _twins(folder: Path) -> list[Path]:
    """Copies that are a second name of a file in the folder."""
    there = {each.stat().st_ino for each in folder.glob("*.beraad*")}
    return [each for each in copies_folder(folder).iterdir() if each.stat().st_ino in there]


def _doomed(folder: Path) -> Path | None:
    found = (line for line in summaries(folder) if isinstance(line, Summary))
    return next((line.path for line in found if DOOMED in line.title), None)


def _erase(home: Path) -> None:
    folder = home / _HOME
    path = _doomed(folder)
    if path is not None:
        wipe_beraad(path, folder, role="gespreksleider", now=_LATER)


def _law_erase(home: Path) -> None:
    folder = home / _HOME
    finish(folder)  # As the window does at its start.
    require(len([title for title in _titles(folder) if MARK in title]) == _BERADEN, "een te veel")
    if not erased(folder):
        require(_doomed(folder) is not None, "weg zonder een regel")
        require(bool(under_keys(home, DOOMED, _secrets(home))), "er was niets te vinden")
        _erase(home)
    left = under_keys(home, DOOMED, _secrets(home))
    require(not left, f"nog te lezen met alle sleutels: {', '.join(each.name for each in left)}")
    _require_unreadable(home)


def _hand_over(home: Path) -> None:
    folder = home / _HOME
    target = home / _SEALED
    target.unlink(missing_ok=True)
    public = str(_KEY.to_public())
    hand_over(everything(folder), folder, target, recipient=public, now=_LATER)


def _law_hand_over(home: Path) -> None:
    _require_all(home / _HOME)
    if (home / _SEALED).exists():
        _age.decrypt((home / _SEALED).read_bytes(), [_KEY])
    _hand_over(home)
    _require_unreadable(home)


def _take(home: Path) -> None:
    receive(home / _SEALED, home / _OTHER, identity=str(_KEY), now=_LATEST)


def _law_take(home: Path) -> None:
    there = home / _OTHER
    lines = list(summaries(there))
    require(all(isinstance(line, Summary) for line in lines), "een half beraad in de lijst")
    _take(home)
    require({*_titles(home / _HOME)} <= {*_titles(there)}, "niet alles kwam over")
    _require_unreadable(home)


def _ring(folder: Path) -> Ring:
    ring = keys.open_keys(folder)
    if not isinstance(ring, Ring):
        raise Broken("de kluis is dicht")
    return ring


def _titles(folder: Path) -> list[str]:
    lines = list(summaries(folder))
    odd = [line for line in lines if not isinstance(line, Summary)]
    require(not odd, f"niet te lezen in de lijst: {len(odd)}")
    return sorted(line.title for line in lines if isinstance(line, Summary))


def _require_all(folder: Path) -> None:
    require(len(_titles(folder)) == _BERADEN + 1, "niet alle beraden zijn er")


def _require_unreadable(home: Path) -> None:
    for mark in (MARK, DOOMED):
        found = readable(home, mark)
        require(not found, f"zonder sleutel te lezen: {', '.join(each.name for each in found)}")


def _secrets(home: Path) -> Iterator[bytes]:
    """Every key that can be had: of the rings, of what lies beside them, and of the backups."""
    folder = home / _HOME
    found = (*folder.glob("sleutels*"), copies_folder(folder) / keys.KEPT_RING)
    for path in dict.fromkeys(found):
        shut = lying(path).ring
        if shut is not None and shut.vault in _masters:
            state = shut.opened_with(_masters[shut.vault])
            yield from (entry.secret for entry in state.keys.values())


def copied(template: Path, home: Path) -> Path:
    """What was laid ready, to do something with."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(template, home)
    return home


DEEDS = (
    Deed("versleutelen", _lay_plain, _lift, _law_lift),
    Deed("andere wachtzin", _lay_vault, _change, _law_change),
    Deed("reservekopie", _lay_changed, _back_up, _law_back_up),
    Deed("terugzetten", _lay_changed, _restore, _law_restore),
    Deed("wissen", _lay_vault, _erase, _law_erase),
    Deed("doorgeven", _lay_vault, _hand_over, _law_hand_over),
    Deed("overnemen", _lay_two, _take, _law_take),
    Deed("uitwisselen", exchanging.lay, exchanging.do, exchanging.law),
    Deed("meekijken", observing.lay, observing.do, observing.law),
)
