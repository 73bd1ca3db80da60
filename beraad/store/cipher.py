"""SQLite under a key: SQLCipher, with the manners of Python's own sqlite3.

Only here, and only loaded for a vault. Everybody else holds an ordinary connection: what goes wrong
is raised as an error of sqlite3, with its code.
"""
# pyright: basic

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, cast

import sqlcipher3.dbapi2

from beraad import handles
from beraad.store.address import address
from beraad.store.keys import PLAIN, Key, Keys

dbapi2: Any = sqlcipher3.dbapi2
"""It says nothing about its types; what is made of it here does."""

_NO_KEY = Key(bytes(32), b"")
_PAGE, _RESERVED, _VECTOR = 4096, 80, 16
"""Bytes of a page, those at its end that SQLCipher keeps for itself, and the first of these."""

_AS_IS = 16
"""Bytes of the first page that are not encrypted: the name of the key."""


def _translated(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def translating(*arguments: Any, **named: Any) -> Any:
        try:
            return method(*arguments, **named)
        except dbapi2.Error as error:
            raise _as_usual(error) from None

    return translating


_SAID = {
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "database or disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database is locked": sqlite3.SQLITE_BUSY,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
}
"""What SQLite says with each code (https://www.sqlite.org/c3ref/errcode.html)."""


def _as_usual(error: Exception) -> sqlite3.Error:
    """The same error as sqlite3 has it.

    A backup gives no code along, and an export only that it failed: then what SQLite says tells.
    """
    usual: sqlite3.Error = getattr(sqlite3, type(error).__name__)(*error.args)
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code in {sqlite3.SQLITE_OK, sqlite3.SQLITE_ERROR}:
        code = _SAID.get(str(error), code)
    usual.sqlite_errorcode = code
    usual.sqlite_errorname = getattr(error, "sqlite_errorname", "SQLITE_OK")
    return usual


class _Cursor(dbapi2.Cursor):
    execute = _translated(dbapi2.Cursor.execute)
    executemany = _translated(dbapi2.Cursor.executemany)
    fetchone = _translated(dbapi2.Cursor.fetchone)
    fetchmany = _translated(dbapi2.Cursor.fetchmany)
    fetchall = _translated(dbapi2.Cursor.fetchall)
    __next__ = _translated(dbapi2.Cursor.__next__)


class _Connection(dbapi2.Connection):
    """A connection to a file under a key, or in a vault where one is still plain."""

    key: Key | None = None
    held: handles.Lying | None = None
    """The file on which meanwhile no other handle is closed."""

    backup = _translated(dbapi2.Connection.backup)
    commit = _translated(dbapi2.Connection.commit)
    rollback = _translated(dbapi2.Connection.rollback)
    interrupt = _translated(dbapi2.Connection.interrupt)

    @_translated
    def close(self) -> None:
        super().close()
        if self.held is not None:
            handles.let_go(self.held)
            self.held = None

    def cursor(self, factory: type = _Cursor) -> Any:
        return super().cursor(factory)


def connect(path: Path, keys: Keys, *, options: str) -> sqlite3.Connection:
    """Open a file in a vault, with its key when it has one.

    Raises sqlite3.Error, and Solvable when its key is not known or the vault is locked.
    """
    connection = _opened(path, options=options)
    try:
        name = _name_in(connection)
        if name != PLAIN:
            _give(connection, keys.key_of(path, name))
            return connection
    except BaseException:
        connection.close()
        raise
    connection.close()
    return connect_plain(path, options=options)


def connect_plain(path: Path, *, options: str) -> sqlite3.Connection:
    """Open a file in a vault that is under no key. Raises sqlite3.Error."""
    return _opened(path, options=options)


def connect_with(path: Path, key: Key, *, options: str) -> sqlite3.Connection:
    """Open a file that is empty, or under this very key. Raises sqlite3.Error."""
    connection = _opened(path, options=options)
    try:
        _give(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def export(connection: sqlite3.Connection, path: Path, key: Key) -> None:
    """Write what a connection of SQLCipher sees to an empty file under this key.

    What a file says about itself beside its tables goes along. Whoever asks sees to it that the
    file is on disk before it counts. Raises sqlite3.Error.
    """
    # Folding a log gives the file another number; SQLCipher's own statements do not notice.
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.execute("ATTACH ? AS sealed KEY ?", (str(path), _spelled(key)))
    try:
        # Nothing of it counts before it is whole, and a journal would be one more file. Without
        # any, SQLite calls the file malformed when the disk is full.
        connection.execute("PRAGMA sealed.journal_mode=MEMORY")
        connection.execute("PRAGMA sealed.synchronous=OFF")
        connection.execute("SELECT sqlcipher_export('sealed')").fetchone()
        for said in ("application_id", "user_version"):
            (value,) = connection.execute(f"PRAGMA main.{said}").fetchone()
            connection.execute(f"PRAGMA sealed.{said}={value}")
    finally:
        connection.execute("DETACH sealed")


def in_memory(key: Key | None) -> sqlite3.Connection:
    """A place in memory that can take what a connection under this key sees."""
    memory = cast("sqlite3.Connection", _Connection(":memory:", isolation_level=None))
    if key is not None:
        _give(memory, key)
    return memory


def number_in(key: Key, page: bytes, place: int) -> int:
    """The 32-bit number at a place in the first page of a file, as it stands in a log.

    SQLCipher's pages: AES-256 in CBC, and at the end the vector with a checksum
    (https://www.zetetic.net/sqlcipher/design/).
    """
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    if len(page) != _PAGE:
        return 0
    ends = _PAGE - _RESERVED
    reading = Cipher(AES(key.secret), CBC(page[ends : ends + _VECTOR])).decryptor()
    content = reading.update(page[_AS_IS : _AS_IS + 64])
    return int.from_bytes(content[place - _AS_IS : place - _AS_IS + 4])


def _opened(path: Path, *, options: str) -> sqlite3.Connection:
    try:
        connection = _Connection(
            address(path, options=options), uri=True, timeout=0, isolation_level=None
        )
    except dbapi2.Error as error:
        raise _as_usual(error) from None
    connection.held = handles.hold(path)
    connection.execute("PRAGMA cipher_log_level=NONE")
    return cast("sqlite3.Connection", connection)


def _name_in(connection: sqlite3.Connection) -> bytes:
    """The first bytes of the file, read by SQLite itself: nobody else may open it beside us."""
    _give(connection, _NO_KEY)
    (name,) = connection.execute("PRAGMA cipher_salt").fetchone()
    return bytes.fromhex(name)


def _give(connection: sqlite3.Connection, key: Key) -> None:
    connection.execute(f'PRAGMA key="{_spelled(key)}"').fetchone()
    cast("_Connection", connection).key = key


def _spelled(key: Key) -> str:
    """A raw key with its salt, as SQLCipher reads them."""
    return f"x'{key.secret.hex()}{key.name.hex()}'"
