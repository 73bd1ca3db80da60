"""What the list says of each beraad in a vault, so that not each has to be opened for it.

Every line is sealed under the key of its own beraad: when that key is destroyed, no copy of this
file tells anything of it any more. A line counts as long as its file lies there as it lay when it
was read. It can be thrown away at any moment; then the files are looked into again.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from time import time_ns
from typing import Any

from beraad.errors import Solvable
from beraad.store.keys import Key, Keys
from beraad.store.log import journal_of, log_of
from beraad.store.vault.leftovers import wipe
from beraad.store.vault.sealing import WrongSecret, seal, unseal
from beraad.store.whole_file import whole_file
from beraad.untrusted import read_bytes

NAME = "lijst.kluis"
_LARGEST = 64_000_000
"""Bytes; the lines of ten thousand beraden are a tenth of that."""

_AT_ONCE = 250
"""How many lines wait before they are written, and how many may be of no use."""

_STILL = 3_000_000_000
"""Nanoseconds that a file has to lie still: some drives tell times no finer than two seconds."""

_GROW = (
    os.O_APPEND
    | os.O_CREAT
    | os.O_WRONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)

Row = Sequence[Any]


class KnownRows:
    """The rows of one folder, as they were when it was read before."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self._path = folder / NAME
        self._keys = keys
        self._lines, self._count, self._can_grow = _read(self._path)
        self._stamps: dict[str, bytes] = {}
        self._new: list[bytes] = []

    def row_of(self, path: Path) -> Row | None:
        """What was kept of this file; None when it lies there otherwise, or nothing was."""
        mark = _mark(path)
        stamp = _stamp(path)
        if stamp is None:
            return None
        self._stamps[mark] = stamp
        found = self._lines.get(mark)
        return None if found is None else self._opened(path, found, _about(mark, stamp))

    def keep(self, path: Path, name: bytes, row: Row) -> None:
        """Keep what was read of a file that was asked for before; `name` is that of its key."""
        mark = _mark(path)
        stamp = self._stamps.get(mark)
        if stamp is None:
            return
        with suppress(Solvable, TypeError, ValueError):
            about = _about(mark, stamp)
            key = self._keys.key_of(path, name)
            sealed = seal(json.dumps(list(row)).encode(), _secret(key), about=about)
            line = b" ".join((mark.encode(), name.hex().encode(), b64encode(sealed)))
            self._lines[mark] = line
            self._new.append(line)
            if len(self._new) >= _AT_ONCE:
                self.write()

    def write(self) -> None:
        """Put on disk what is new; failing is no harm."""
        if self._new and self._can_grow:
            content = b"".join(b"\n" + line for line in self._new) + b"\n"
            self._count += len(self._new)
            self._new = []
            with (
                suppress(OSError),
                os.fdopen(os.open(self._path, _GROW, 0o600), "ab") as file,
            ):
                file.write(content)

    def tidy(self) -> None:
        """After all files were asked for: leave the lines of others out, when there are many."""
        self.write()
        living = [line for mark, line in self._lines.items() if mark in self._stamps]
        if self._count > len(living) + max(_AT_ONCE, len(living)) or not self._can_grow:
            with suppress(OSError), whole_file(self._path, instead=True) as draft:
                draft.write_bytes(b"\n".join(living) + b"\n")
                self._count, self._can_grow = len(living), True

    def _opened(self, path: Path, line: bytes, about: bytes) -> Row | None:
        try:
            _, name, sealed = line.split(b" ")
            key = self._keys.key_of(path, bytes.fromhex(name.decode()))
            row: Row = json.loads(unseal(b64decode(sealed), _secret(key), about=about))
        except (Solvable, WrongSecret, ValueError):
            return None
        return row


def forget_rows(folder: Path) -> None:
    """Throw all of it away, as after a word was taken out of beraden. Raises OSError."""
    with suppress(FileNotFoundError):
        wipe(folder / NAME)


def _read(path: Path) -> tuple[dict[str, bytes], int, bool]:
    """The last line of each mark, how many there are in all, and whether more can be added."""
    try:
        lines = read_bytes(path, most=_LARGEST).split(b"\n")
    except OSError:
        return {}, 0, not os.path.lexists(path)
    found = [line for line in lines if line]
    last = {line.partition(b" ")[0].decode("ascii", "replace"): line for line in found}
    return last, len(found), True


def _mark(path: Path) -> str:
    """What stands for the name of a file, which may say something that is to be forgotten."""
    return blake2b(path.name.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _stamp(path: Path) -> bytes | None:
    """How a file lies there; None when it may be changing, or something is written beside it."""
    try:
        lies = os.stat(path)  # noqa: PTH116 - asked of ten thousand
        beside = _size(log_of(path)) or _size(journal_of(path))
    except OSError:
        return None
    if beside or abs(time_ns() - lies.st_mtime_ns) < _STILL:
        return None
    return f"{lies.st_size} {lies.st_mtime_ns} {lies.st_ctime_ns}".encode()


def _size(path: Path) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116
    except FileNotFoundError:
        return 0


def _about(mark: str, stamp: bytes) -> bytes:
    return b"beraad lijst " + mark.encode() + b" " + stamp


def _secret(key: Key) -> bytes:
    """Another secret than the file itself is under, by BLAKE2b with a key."""
    return blake2b(b"beraad lijst", key=key.secret, digest_size=32).digest()
