"""Of which beraad a file is, by what stands in it: a name can be anybody's."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable
from beraad.records import Id
from beraad.store.glance import glance
from beraad.store.keys import keys_for, open_keys
from beraad.store.kinds import SESSION_FILE
from beraad.store.places import SUFFIX, is_identity
from beraad.store.rescued import AS_TEXT
from beraad.store.shredding import BESIDE, is_emptied, key_name_of

_MARK = re.compile(r"-([0-9a-f]{8})(?![0-9a-f])")
"""The beginning of an identity in the name of a file."""

_OURS = re.compile(r"beraad-\d{4}-W\d\d-([0-9a-f]{8})(?![0-9a-f])")
"""How a name begins that Beraad gave."""

_MOST_OF_A_TEXT = 20_000_000


class Whose(Enum):
    """What a file says about whose it is; UNKNOWN when it says nothing that can be read."""

    MINE = auto()
    OTHER = auto()
    UNKNOWN = auto()


def identity_of(path: Path) -> Id | None:
    """The identity of the beraad in a file, also of an earlier version; None when nobody can say.

    A copy in plain text says it in one of its lines.
    """
    if path.name.endswith(AS_TEXT):
        return _identity_in_text(path)
    with suppress(Solvable, OSError, sqlite3.Error), glance(path, SESSION_FILE) as connection:
        heads = connection.execute("SELECT id FROM head LIMIT 2").fetchall()
        if len(heads) == 1 and is_identity(heads[0][0]):
            return Id(heads[0][0])
    return None


def marks_in(name: str) -> list[str]:
    """What in a name looks like the beginning of an identity: where to ask, and never an answer."""
    return _MARK.findall(name)


def gone_keys(folder: Path) -> frozenset[bytes]:
    """The names of the keys that were destroyed in this vault: nobody reads what is under them."""
    state = getattr(open_keys(folder), "state", None)
    return getattr(state, "gone", frozenset())


def known_keys(folder: Path) -> frozenset[bytes]:
    """The names of the keys that this vault has, while it is open, and of those it destroyed."""
    state = getattr(open_keys(folder), "state", None)
    return gone_keys(folder) | frozenset(getattr(state, "keys", ()))


def holds_no_other(path: Path, name: bytes) -> bool:
    """Whether what a file begins with, the name of a key, holds for all that is in it.

    A copy that broke off over another beraad begins as the one, and goes on as the other.
    """
    entries = getattr(getattr(keys_for(path), "state", None), "keys", None)
    if not name or not entries or path.name.endswith(AS_TEXT):
        return True
    from beraad.store.vault.by_page import holds_only, pages_of

    return holds_only(pages_of(path), name, entries)


class Said:
    """What files say of themselves, each read once: for as long as nothing is done to them."""

    def __init__(self) -> None:
        self._keys: dict[Path, bytes] = {}
        self._ids: dict[Path, Id | None] = {}

    def key_of(self, path: Path) -> bytes:
        """The name of the key that a file is under; empty for what is under none."""
        if path not in self._keys:
            self._keys[path] = key_name_of(path)
        return self._keys[path]

    def identity_of(self, path: Path) -> Id | None:
        """The identity of the beraad in a file; None when nobody can say."""
        if path not in self._ids:
            self._ids[path] = identity_of(path)
        return self._ids[path]


class Asker:
    """Asks files whether they are of one beraad, each key once.

    `key` is the name of the key it was under, in hex; empty where there is none. `gone` are the
    keys that were destroyed. `said` is shared by who asks the same files of several beraden.
    """

    def __init__(
        self, identity: Id, key: str, gone: frozenset[bytes], *, said: Said | None = None
    ) -> None:
        self._said = said or Said()
        self._id = identity
        self._key = key
        self._gone = gone
        self._under: dict[bytes, Id] = {}
        self._asked: dict[Path, Whose] = {}

    @property
    def asked(self) -> frozenset[Path]:
        """Every file that was asked."""
        return frozenset(self._asked)

    def claim(self, path: Path) -> None:
        """Let this file be one of it, for a user who saw it says so."""
        self._asked[path] = Whose.MINE

    def holds(self, path: Path, *, is_named: bool = False) -> Whose:
        """Of whom a file is; `is_named` says that a name or a list calls it one of this beraad.

        Under a key that is destroyed there is nothing left to read: there such a name is enough.
        """
        if path not in self._asked or self._asked[path] is Whose.UNKNOWN:
            self._asked[path] = self._ask(path, is_named=is_named)
        return self._asked[path]

    def _ask(self, path: Path, *, is_named: bool) -> Whose:
        if path.name.endswith(BESIDE):
            return Whose.UNKNOWN
        name = self._said.key_of(path)
        found = self._under.get(name) or self._said.identity_of(path)
        if found is not None:
            if name and not path.name.endswith(AS_TEXT):
                self._under[name] = found
            mine = self._id == found and bool(self._id)
            return self._unless_mixed(path, name) if mine else Whose.OTHER
        if name and (name.hex() == self._key or (is_named and name in self._gone)):
            return self._unless_mixed(path, name)
        if path.name.endswith(SUFFIX) and is_emptied(path, self._id or self._key):
            return Whose.MINE
        return Whose.UNKNOWN

    def _unless_mixed(self, path: Path, name: bytes) -> Whose:
        return Whose.MINE if holds_no_other(path, name) else Whose.UNKNOWN

    def is_shut_for_good(self, path: Path) -> bool:
        """Whether a file is under a key that was destroyed: nobody reads a word in it."""
        return self._said.key_of(path) in self._gone

    def names(self, name: str) -> bool:
        """Whether a name calls a file one of this beraad."""
        return bool(self._id) and self._id[:8] in marks_in(name)

    def is_named_otherwise(self, name: str) -> bool:
        """Whether Beraad gave this name to another beraad."""
        found = _OURS.match(name.lstrip("."))
        return bool(self._id) and found is not None and found[1] != self._id[:8]

    def lies_beside(self, path: Path, *, trusted: bool) -> Whose:
        """Of whom something is that cannot say so itself, by the file that it is named after.

        `trusted` says that no file here bears the name of another.
        """
        stem, cut, _ = path.name.lstrip(".").partition(SUFFIX)
        base = path.with_name(f"{stem}{cut}")
        if cut and base != path and base.exists():
            owner = self.holds(base)
            if owner is Whose.MINE and not self.is_named_otherwise(base.name):
                return Whose.MINE
            if owner is Whose.OTHER and not self.names(base.name):
                return Whose.OTHER
            return Whose.UNKNOWN
        return Whose.MINE if trusted and self.names(path.name) else Whose.UNKNOWN


def is_trusted(asker: Asker, beraden: Iterable[Path]) -> bool:
    """Whether no file that can be read bears the name of this beraad and holds another, or the
    other way round.
    """
    for path in beraden:
        owner = asker.holds(path)
        if owner is Whose.OTHER and asker.names(path.name):
            return False
        if owner is Whose.MINE and asker.is_named_otherwise(path.name):
            return False
    return True


def _identity_in_text(path: Path) -> Id | None:
    with suppress(OSError, UnicodeDecodeError):
        for line in untrusted.read_text(path, most=_MOST_OF_A_TEXT).splitlines():
            name, cut, said = line.partition(": ")
            if cut and name == "id":
                return Id(said) if is_identity(said) else None
    return None
