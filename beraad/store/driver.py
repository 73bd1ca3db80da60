"""The one place that opens SQLite: to write, to look, and to let go.

Every promise about durability, secrecy and locking is a pragma here. Where a file lies says whether
it is under a key (`keys.py`); then SQLCipher opens it, and nobody outside sees a difference.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep, thread_time

from beraad import handles
from beraad.store.address import address
from beraad.store.keys import Key, keys_for

LONGEST_VALUE = 64_000_000
"""Bytes that one text in an open file may take; a beraad of a day is a hundredth of that."""

_LONGEST_GLANCE = 1_000_000
_SECONDS_TO_LOOK = 2.0
"""Of the processor: a laptop that is busy with other things looks as far as any other."""

_STEPS_BETWEEN = 20_000
"""Steps of SQLite's machine between two looks at the clock."""

_LARGEST_COPY = 64_000_000
"""Bytes of a file and its log that are copied to look into."""

_LOG_BEGIN = 32
"""Bytes at the begin of a log, other ones each time that it begins anew."""

_TRIES = 5
_BETWEEN_TRIES = 0.02
_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    # When the log is folded in is ours to say: see generation.py.
    "wal_autocheckpoint=0",
)


class NoLog(sqlite3.OperationalError):
    """Where the file lies no write-ahead log can be kept."""


def connect(path: Path, *, patience: float = 0.0) -> sqlite3.Connection:
    """Open a file that exists for writing, alone, and through the log beside it.

    `patience` is how many seconds to wait for somebody else who has it open. Raises sqlite3.Error,
    and NoLog where the drive cannot keep a log.
    """
    until = monotonic() + patience
    while True:
        try:
            return _made_ours(_opened(path, options="mode=rw"))
        except sqlite3.OperationalError as error:
            if not is_busy(error) or monotonic() >= until:
                raise
            sleep(_BETWEEN_TRIES)


def connect_new(path: Path, *, named: Path) -> sqlite3.Connection:
    """Open an empty file that is to become the file `named`, as `connect` does.

    In a vault it gets a key of its own. Raises Solvable when the vault is locked.
    """
    key = key_for_new(named)
    if key is None:
        return _made_ours(_plain(path, options="mode=rw"))
    return _made_ours(_under(key, path))


def look(path: Path, *, bounded: bool = True) -> sqlite3.Connection:
    """Read the file alone: no log, no lock, nothing written.

    Bounded in size and time, unless the file is known to be ours.
    """
    connection = _opened(path, options="mode=ro&immutable=1")
    return _bounded(connection) if bounded else connection


def look_at_first_page(path: Path) -> sqlite3.Connection:
    """Read what the first page of a file alone says of it, also when the other pages are not there.

    So it is when a program was stopped while its log was brought over: the first page comes first,
    and says how many there are going to be. Nothing but the pragmas of that page may be asked.
    """
    connection = look(path)
    connection.execute("PRAGMA writable_schema=ON")
    return connection


def look_through_log(path: Path, *, bounded: bool = True) -> sqlite3.Connection:
    """Read a file together with the log beside it; whoever is done has to `let_go` of it.

    Raises sqlite3.Error, also when somebody has the file open.
    """
    connection = _opened(path, options="mode=rw")
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA query_only=ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        let_go(connection)
        raise
    return _bounded(connection) if bounded else connection


@contextmanager
def look_through_copies(
    path: Path, log: Path, *, bounded: bool = True
) -> Generator[sqlite3.Connection]:
    """Read a copy of a file together with a copy of its log, in a folder of this user alone.

    For a file that somebody has open, and for where nothing can be written: SQLite cannot look
    through a log then. SQLite reads the file itself, so that no lock goes, also not of this
    process; on a log beside a file that is held alone there are none. Raises sqlite3.Error and
    OSError, also when it was changed each time, or is larger than one looks into.
    """
    with TemporaryDirectory(prefix="beraad-", dir=_nowhere_on_disk()) as folder:
        copy = Path(folder) / path.name
        for _ in range(_TRIES):
            if _are_copied(path, log, copy, bounded=bounded):
                break
        else:
            raise sqlite3.OperationalError
        connection = _opened(copy, options="mode=rw", copy_of=path)
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA query_only=ON")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            yield _bounded(connection) if bounded else connection
        finally:
            let_go(connection)


def _nowhere_on_disk() -> str | None:
    """A folder of this user in memory, where the system has one."""
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    return place if os.access(place, os.W_OK) else None


def _are_copied(path: Path, log: Path, copy: Path, *, bounded: bool) -> bool:
    """Copy a file and then its log; False when the two can be of two moments.

    As long as the log is the same one, whatever was brought over to the file meanwhile stands in
    the copy of the log too, which only grew.
    """
    before = _state_of(path, log)
    if bounded and path.stat().st_size + log.stat().st_size > _LARGEST_COPY:
        raise sqlite3.OperationalError
    try:
        _copy_alone(path, copy)
    except sqlite3.DatabaseError:
        if _state_of(path, log) == before:
            raise
        return False
    shutil.copyfile(log, copy.with_name(log.name))
    return _state_of(path, log) == before


def _state_of(path: Path, log: Path) -> tuple[bytes, tuple[int, ...]]:
    """By what it is known that the log beside a file did not begin anew, nor the file change."""
    with log.open("rb") as file:
        begin = file.read(_LOG_BEGIN)
    lies = path.stat()
    return begin, (lies.st_ino,) if begin else (lies.st_ino, lies.st_size, lies.st_mtime_ns)


def _copy_alone(path: Path, copy: Path) -> None:
    """Copy a file without its log, under the key that it is under."""
    copy.unlink(missing_ok=True)
    copy.touch(mode=0o600)
    with closing(look(path, bounded=False)) as source:
        key = key_of(source)
        if key is not None:
            target = _under(key, copy)
        elif _is_ciphered(source):
            from beraad.store import cipher

            target = cipher.connect_plain(copy, options="mode=rw")
        else:
            target = _plain(copy, options="mode=rw")
        with closing(target):
            target.execute("PRAGMA journal_mode=OFF")
            target.execute("PRAGMA synchronous=OFF")
            source.backup(target)


def let_go(connection: sqlite3.Connection) -> None:
    """Close without folding the log into the file: both stay as they are.

    SQLite folds the log in when the last connection closes, and stops doing so when it was
    interrupted (https://www.sqlite.org/c3ref/interrupt.html).
    """
    with suppress(sqlite3.ProgrammingError):  # It was closed already.
        connection.interrupt()
        connection.close()


def copy_to(connection: sqlite3.Connection, path: Path) -> None:
    """Write everything the connection sees to another file, for the user alone.

    A copy of a file under a key is under the same key; what comes into a vault gets one. Replaces
    what lies there; all of it is on disk when this returns. Raises sqlite3.Error and OSError.
    """
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    key = key_of(connection)
    if key is None and keys_for(path) is not None:
        with closing(in_memory(connection)) as memory:
            copy_under(memory, path, named=path)
        return
    with closing(_plain(path, options="mode=rw") if key is None else _under(key, path)) as copy:
        # Nothing of it counts before it is whole: once on disk is enough, and no journal is needed.
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("PRAGMA synchronous=OFF")
        connection.backup(copy)
    _put_on_disk(path)


def copy_under(
    connection: sqlite3.Connection, path: Path, *, named: Path, key: Key | None = None
) -> None:
    """Write everything a connection to a plain file sees to an empty file, under a key.

    Without a `key` it is a new one, for the file `named`; all of it is on disk when this returns.
    Raises sqlite3.Error and OSError, and Solvable when there is no key to be had.
    """
    key = key or key_for_new(named)
    if key is None:
        raise sqlite3.NotSupportedError
    from beraad.store import cipher

    cipher.export(connection, path, key)
    _put_on_disk(path)


def _put_on_disk(path: Path) -> None:
    """Nobody else has it open, so no lock goes with this handle."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def is_plain(path: Path) -> bool:
    """Whether a file can be read without a key. Raises sqlite3.Error and Solvable."""
    with closing(look(path)) as connection:
        return key_of(connection) is None


def in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of everything the connection sees, that is nowhere on disk. Raises sqlite3.Error."""
    copy = _memory_for(connection)
    try:
        connection.backup(copy)
        _limit(copy, LONGEST_VALUE)
    except BaseException:
        copy.close()
        raise
    return copy


def memory() -> sqlite3.Connection:
    """An empty file that is nowhere on disk."""
    return sqlite3.connect(":memory:", isolation_level=None)


def is_busy(error: BaseException) -> bool:
    """Whether somebody else has the file open."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def key_of(connection: sqlite3.Connection) -> Key | None:
    """The key that the file of a connection is under; None when it is plain."""
    return getattr(connection, "key", None)


def key_for_new(path: Path) -> Key | None:
    """A new key for a file that is made in this place; None where files are plain.

    Raises Solvable when the vault is locked, or the key cannot be kept.
    """
    keys = keys_for(path)
    return None if keys is None else keys.new_key(path)


def page_reader(path: Path) -> Callable[[bytes, int], int]:
    """How the 32-bit number at a place in the first page of this file is read, from a log.

    Raises Solvable when the file is under a key that is not known.
    """
    if keys_for(path) is not None:
        with suppress(sqlite3.Error), closing(look(path)) as connection:
            key = key_of(connection)
            if key is not None:
                from beraad.store import cipher

                return partial(cipher.number_in, key)
    return lambda page, place: int.from_bytes(page[place : place + 4])


def _opened(path: Path, *, options: str, copy_of: Path | None = None) -> sqlite3.Connection:
    """A file that exists, with its key when it is under one; a copy has that of what it is of."""
    keys = keys_for(copy_of or path)
    if keys is None:
        return _plain(path, options=options)
    from beraad.store import cipher

    return cipher.connect(path, keys, options=options)


class _Connection(sqlite3.Connection):
    """A connection during which no other handle on its file is closed."""

    held: handles.Lying | None = None

    def close(self) -> None:
        super().close()
        if self.held is not None:
            handles.let_go(self.held)
            self.held = None


def _plain(path: Path, *, options: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address(path, options=options),
        uri=True,
        timeout=0,
        isolation_level=None,
        factory=_Connection,
    )
    connection.held = handles.hold(path)
    return connection


def _under(key: Key, path: Path) -> sqlite3.Connection:
    from beraad.store import cipher

    return cipher.connect_with(path, key, options="mode=rw")


def _memory_for(connection: sqlite3.Connection) -> sqlite3.Connection:
    if not _is_ciphered(connection):
        return memory()
    from beraad.store import cipher

    return cipher.in_memory(key_of(connection))


def _is_ciphered(connection: sqlite3.Connection) -> bool:
    return hasattr(connection, "key")


def _made_ours(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        # Before WAL: so the log needs no shared memory, and the lock is held until the end.
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        _require_log(connection.execute("PRAGMA journal_mode=WAL").fetchone())
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        _limit(connection, LONGEST_VALUE)
    except BaseException:
        let_go(connection)
        raise
    return connection


def _require_log(mode: tuple[str]) -> None:
    if mode != ("wal",):
        raise NoLog


def _bounded(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Whatever a stranger wrote into the file: it costs no more than this."""
    _limit(connection, _LONGEST_GLANCE)
    connection.set_progress_handler(_late(thread_time() + _SECONDS_TO_LOOK), _STEPS_BETWEEN)
    return connection


def _limit(connection: sqlite3.Connection, longest: int) -> None:
    """Let no text be longer; SQLCipher has no such limit, and its pages nobody else wrote."""
    if not _is_ciphered(connection):
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)


def _late(until: float) -> Callable[[], bool]:
    return lambda: thread_time() > until
