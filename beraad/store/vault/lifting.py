"""Putting the files of a folder under a key, one by one.

Each file is first copied under its key and the copy is compared with it, row by row; then the copy
takes its name, and what could be read is written over. Whenever this is broken off, each file is
there under its own name, whole, as it was or under its key; going on later does the rest.

Every file of one beraad comes under the same key, its backups as well: so erasing it closes them
all, also those that are nowhere any more.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from itertools import chain, takewhile
from pathlib import Path

from beraad.errors import Defect, Solvable
from beraad.records import Session
from beraad.store.catalog import Summary, is_listed, look_at
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import keep_ring
from beraad.store.copies.moments import Item, copies_in, digest_of, moments, write
from beraad.store.copies.parting import part_from_living
from beraad.store.copies.places import places_of_copies
from beraad.store.database import held_as_it_is
from beraad.store.driver import copy_under, is_plain, key_for_new, key_of, let_go, look
from beraad.store.glance import glance
from beraad.store.keys import PLAIN, Key, UnknownKey, is_ring
from beraad.store.kinds import REGISTER_FILE, SESSION_FILE, FileKind
from beraad.store.places import (
    REGISTER_NAME,
    SUFFIX,
    is_identity,
    names_in,
    practice_folder,
    prepare,
    removed_folder,
)
from beraad.store.removing import names_aside
from beraad.store.rescued import AS_TEXT, left_copies
from beraad.store.session_file import SessionFile
from beraad.store.session_home import SessionHome
from beraad.store.strewn import can_be_read, strewn
from beraad.store.tidying import HOUR, is_old
from beraad.store.trouble import NoRoom, explained
from beraad.store.vault.leftovers import wipe
from beraad.store.vault.opening import ring_of
from beraad.store.vault.ring import Ring
from beraad.store.whole_file import DRAFT, whole_file
from beraad.untrusted import begin_of

_ASIDE = ".leesbaar"
"""How the second name of a file ends, as long as what could be read is not written over."""

_AT_ONCE = 50
"""Files for which keys are made together: the whole ring is written for each time."""

_BESIDE = ("-wal", "-shm", "-journal")
_COPY = re.compile(r"(.+)\.v\d+\.kopie")
_DRAFT = re.compile(rf"\..+({re.escape(SUFFIX)}|\.sqlite)\..+{re.escape(DRAFT)}(-wal|-journal)?")


@dataclass(frozen=True, slots=True)
class Lifted:
    """What became of one file: `problem` says why it can still be read by all."""

    path: Path
    problem: Solvable | None = None


def to_lift(folder: Path, *, unwanted: Callable[[], bool] = lambda: False) -> tuple[Path, ...]:
    """The files of this vault that can still be read without a key; fewer once `unwanted`.

    A real beraad that lies among the oefeningen is one of them. Raises Solvable when locked.
    """
    wanted = takewhile(lambda _: not unwanted(), chain(_ours(folder), _strays(folder)))
    return tuple(path for path in wanted if _is_plain(path))


def readable(folder: Path) -> tuple[Path, ...]:
    """What lies here besides, may hold words and is not put under a key.

    Rescue copies in other places are among them: another folder may be the one they are of. In the
    folders that stay open only real beraden are.
    """
    ours = {*_ours(folder), *_practised(folder)}  # Of these `to_lift` finds the real ones.
    closed = frozenset(strewn(folder, with_open=False))
    here = (path for path in strewn(folder) if path not in ours and can_be_read(path))
    rescued = [each.path for each in left_copies(folder) if each.path.parent != folder]
    return (
        *sorted(path for path in here if path in closed or _is_real(path)),
        *(path for path in rescued if path.name.endswith(AS_TEXT) or _is_plain(path)),
    )


def without_key(folder: Path) -> tuple[Path, ...]:
    """The files of this vault that can be read neither without a key nor with one of its own.

    They are damaged, or of another vault. A copy of a ring is none. Raises Solvable when locked.
    """
    ring = ring_of(folder)
    shut = (path for path in _ours(folder) if not _has_key(path, ring))
    return tuple(path for path in shut if not is_ring(path))


def _has_key(path: Path, ring: Ring) -> bool:
    with suppress(OSError):
        name = begin_of(path, len(PLAIN))
        return name == PLAIN or ring.true_name(path, name) in ring.state.keys
    return False


def lift_rest(folder: Path, *, unwanted: Callable[[], bool]) -> tuple[Lifted, ...] | None:
    """Put under a key what can still be read.

    Returns what cannot be lifted now, and stays for the next time; None when it became `unwanted`
    before all of it was looked at. Raises Solvable when the vault is locked.
    """
    left: list[Lifted] = []
    if to_lift(folder, unwanted=unwanted):
        lifted = takewhile(lambda _: not unwanted(), lift(folder))
        left += (each for each in lifted if each.problem is not None)
    else:
        _wipe_drafts(folder)
    return None if unwanted() else tuple(left)


def lift(folder: Path) -> Iterator[Lifted]:
    """Put the files of this folder under a key, one at each step; stop whenever you like.

    Raises Solvable when the vault is locked.
    """
    clear_up(folder)
    try:
        todo = to_lift(folder)
        keys = _KeysOfBeraden(folder, todo)
        for number, path in enumerate(todo):
            if number % _AT_ONCE == 0:
                next_ones = todo[number : number + _AT_ONCE]
                reserved = sum(each.parent in _homes(folder) for each in next_ones)
                ring_of(folder).reserve(reserved)
            try:
                if path.parent == practice_folder(folder):
                    _bring_home(path, folder)
                elif path.parent == removed_folder(practice_folder(folder)):
                    _bring_aside_home(path, folder)
                else:
                    lift_file(path, _kind(path), keys)
            except Solvable as problem:
                yield Lifted(path, problem)
            else:
                yield Lifted(path)
    finally:
        _renew_lists(folder)
        _keep_rings(folder)


class _KeysOfBeraden:
    """The key that each beraad of a folder is under, or comes under, by its identity."""

    def __init__(self, folder: Path, todo: Collection[Path]) -> None:
        self._folder = folder
        self._todo = frozenset(todo)

    def key_for(self, plain: sqlite3.Connection, path: Path) -> Key | None:
        """The key of whatever is of the same beraad, or a new one. Raises Solvable."""
        identity = _identity(plain)
        if identity is None:
            return key_for_new(path)
        key = self._known.get(identity) or key_for_new(path)
        if key is not None:
            self._known[identity] = key
        return key

    @cached_property
    def _known(self) -> dict[str, Key]:
        """By what lies under a key already: of more than one that of the beraad itself."""
        found: dict[str, Key] = {}
        for path in _ours(self._folder):
            if path in self._todo or _kind(path) is not SESSION_FILE:
                continue
            with suppress(Solvable, OSError, sqlite3.Error), glance(path, SESSION_FILE) as sealed:
                identity, key = _identity(sealed), key_of(sealed)
                if identity is not None and key is not None:
                    found.setdefault(identity, key)
        return found


def _identity(connection: sqlite3.Connection) -> str | None:
    """Which beraad a file holds; None for the register, and where it does not say so."""
    with suppress(sqlite3.Error):
        heads = connection.execute("SELECT id FROM head LIMIT 2").fetchall()
        if len(heads) == 1 and is_identity(heads[0][0]):
            return str(heads[0][0])
    return None


def lift_file(path: Path, kind: FileKind, keys: _KeysOfBeraden) -> None:
    """Put one file under a key. Raises Solvable when it is held, damaged or cannot be written."""
    try:
        _lift_file(path, kind, keys)
    except NoRoom as problem:
        raise NoRoom(
            "Versleutelen lukt niet: de schijf is vol of niet bereikbaar.",
            kept=problem.kept,
            way_out="Maak ruimte vrij op de schijf. Beraad gaat daarna verder waar het was.",
        ) from None


def _lift_file(path: Path, kind: FileKind, keys: _KeysOfBeraden) -> None:
    with (
        held_as_it_is(path, kind) as plain,
        explained(path, kind),
        whole_file(path, instead=True) as draft,
    ):
        copy_under(plain, draft, named=path, key=keys.key_for(plain, path))
        _require_same(plain, draft)
        aside = _with_second_name(path)
        if os.name != "posix":
            let_go(plain)  # Windows gives no name to what is open.
    if aside is not None:
        with explained(path, kind):
            wipe(aside)


def _bring_aside_home(path: Path, folder: Path) -> None:
    """Move one that was thrown away among the oefeningen to where the real ones lie aside.

    Where it lies there already, as who was stopped meanwhile leaves it, only this one goes. Raises
    Solvable.
    """
    home = removed_folder(folder)
    prepare(home)
    file = SessionFile.open(path)
    try:
        targets = (home / name for name in names_aside(path.name))
        target = next(each for each in targets if not _is_of_another(each, file.session))
        if not os.path.lexists(target):
            SessionFile.create(target, file.session).close()
    except BaseException:
        file.close()
        raise
    file.discard()


def _is_of_another(path: Path, session: Session) -> bool:
    """Whether something lies here that is not this very beraad, word for word."""
    if not os.path.lexists(path):
        return False
    with suppress(Solvable), SessionFile.open(path) as file:
        return file.session != session
    return True


def _bring_home(path: Path, folder: Path) -> None:
    """Move a real beraad from the oefeningen to where it comes under a key. Raises Solvable."""
    home = SessionHome(SessionFile.open(path), folder)
    try:
        problem = home.keep(home.session)
    finally:
        home.close()
    if problem is not None:
        raise problem


def clear_up(folder: Path) -> None:
    """Write over what a lift that was broken off left behind. Raises Solvable when locked."""
    ring_of(folder).clear_up(places_of_copies(folder))
    part_from_living(folder)
    _wipe_drafts(folder)
    for place in (*_homes(folder), *places_of_copies(folder)):
        _clear_up(place)
    _renew_lists(folder)


def _clear_up(folder: Path) -> None:
    for aside in folder.glob(f".*{_ASIDE}"):
        path = aside.with_name(aside.name.removeprefix(".").removesuffix(_ASIDE))
        with suppress(OSError):
            if path.exists() and aside.samefile(path):
                aside.unlink()  # It was not replaced yet: two names of one file.
            elif path.exists() and not _is_plain(path):
                wipe(aside)


def _wipe_drafts(folder: Path) -> None:
    """Write over drafts that can be read: whoever makes one in a vault makes it under a key."""
    own = {*_homes(folder), copies_folder(folder)}
    for place in (*_homes(folder), *places_of_copies(folder)):
        for path in (place / name for name in names_in(place) if _DRAFT.fullmatch(name)):
            with suppress(OSError):
                # Another folder may share these backups, and be writing there.
                if can_be_read(path) and (place in own or is_old(path, HOUR)):
                    wipe(path)


def _homes(folder: Path) -> tuple[Path, ...]:
    """Where real beraden lie: those that were thrown away as well."""
    return folder, removed_folder(folder)


def _ours(folder: Path) -> Iterator[Path]:
    for home in _homes(folder):
        for name in sorted(names_in(home)):
            copied = _COPY.fullmatch(name)
            original = copied[1] if copied else name
            if (original == REGISTER_NAME and home == folder) or is_listed(original):
                yield home / name

    for place in places_of_copies(folder):
        for name in sorted(copies_in(place)):
            if not name.endswith(_BESIDE):
                yield place / name


def _strays(folder: Path) -> Iterator[Path]:
    """Real beraden among the oefeningen: they became real while the vault was shut."""
    return filter(_is_real, _practised(folder))


def _practised(folder: Path) -> Iterator[Path]:
    """Whatever has the name of a beraad among the oefeningen, or was thrown away there."""
    practice = practice_folder(folder)
    for home in (practice, removed_folder(practice)):
        yield from (home / name for name in sorted(names_in(home)) if is_listed(name))


def _is_real(path: Path) -> bool:
    line = look_at(path)
    return isinstance(line, Summary) and not line.is_practice


def _renew_lists(folder: Path) -> None:
    """Let the lists of backups say how their copies are now that they are under a key.

    A copy that is not whole keeps the digest of before, so that it is still known as damaged.
    """
    for place in places_of_copies(folder):
        for moment in moments(place):
            items = tuple(_renewed(moment.copy_of(item), item) for item in moment.items)
            if items != moment.items:
                with suppress(OSError):
                    write(replace(moment, items=items))


def _keep_rings(folder: Path) -> None:
    """Lay the ring beside the backups: without it nobody opens them elsewhere."""
    for place in places_of_copies(folder):
        if any(copies_in(place)):
            with suppress(OSError):  # The next backup does it too.
                keep_ring(folder, place)


def _renewed(copy: Path, item: Item) -> Item:
    with suppress(OSError, sqlite3.Error, Solvable):
        if item.digest and not is_plain(copy):
            digest = digest_of(copy)
            if digest != item.digest and _is_whole(copy):
                return replace(item, digest=digest)
    return item


def _is_whole(path: Path) -> bool:
    with closing(look(path, bounded=False)) as connection:
        return connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)


def _kind(path: Path) -> FileKind:
    return SESSION_FILE if SUFFIX in path.name else REGISTER_FILE


def _is_plain(path: Path) -> bool:
    try:
        return path.stat().st_size > 0 and is_plain(path)
    except (sqlite3.Error, OSError, UnknownKey):
        return False


def _require_same(plain: sqlite3.Connection, copy: Path) -> None:
    with closing(look(copy, bounded=False)) as sealed:
        if sealed.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise Defect("The copy under a key is not whole")
        if _content(sealed) != _content(plain):
            raise Defect("The copy under a key does not say what the file says")


def _content(connection: sqlite3.Connection) -> tuple[object, ...]:
    """Everything a file says, short enough to compare; the order of rows makes no difference."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall()
    schema = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    ).fetchall()
    about = [
        connection.execute(f"PRAGMA {what}").fetchone()
        for what in ("application_id", "user_version")
    ]
    return tuple(schema), tuple(about), *(_rows(connection, name) for (name,) in tables)


def _rows(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    rows = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a table of ours
    return tuple(sorted(sha256(repr(row).encode()).hexdigest() for row in rows))


def _with_second_name(path: Path) -> Path | None:
    """Another name for what can be read, to write over it; None where files have one name only."""
    aside = path.with_name(f".{path.name}{_ASIDE}")
    aside.unlink(missing_ok=True)
    try:
        os.link(path, aside)
    except OSError:
        return None
    return aside
