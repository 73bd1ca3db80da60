"""The ring of keys as a file: who may open it in the clear, everything else sealed.

Four lines: what it is, the ways in (JSON), the keys (sealed under the master key, together with
the line before), and a check by which damage is told from a wrong password.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from beraad.errors import Solvable
from beraad.store.handing import sealing as age
from beraad.store.keys import RING_HEAD, Key
from beraad.store.vault.paper import RecoveryKey
from beraad.store.vault.sealing import (
    Slowness,
    WrongSecret,
    of_password,
    of_secret,
    seal,
    unseal,
)

VERSION = 1
_HEAD = RING_HEAD.decode().strip()
_SALT = 16
LARGEST = 64_000_000
"""Bytes; a ring of a hundred thousand beraden is a quarter of that."""


class DamagedRing(Exception):
    """What lies there is no ring, or not as it was written."""


class NewerRing(Exception):
    """A later version of Beraad wrote it."""


class Way(StrEnum):
    """How the master key can be had."""

    PASSWORD = "wachtzin"  # noqa: S105 - a word for it, not one
    PAPER = "papier"
    MUNICIPALITY = "gemeente"


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """The master key, wrapped for one way in.

    Attributes:
        made: the day on which it was made, ISO 8601.
        tried: the day on which somebody showed to have it; empty before that.
        slowness: what a guess costs, where guessing is possible.
        recipient: the public key of age that it is wrapped for, where it is one.
    """

    way: Way
    salt: bytes
    wrapped: bytes = field(repr=False)
    made: str
    tried: str = ""
    slowness: Slowness | None = None
    recipient: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the ring keeps of one file.

    Attributes:
        made: the day on which the key was made, ISO 8601.
        of: the identity of the beraad that was seen under it; empty where none was.
    """

    secret: bytes = field(repr=False)
    made: str
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RingState:
    """A ring at one moment, with its master key.

    Attributes:
        vault: which vault it is, by chance; every way in is bound to it.
        serial: how often it was written.
        keys: by the name of the key.
        gone: names of keys that were destroyed, so that an older ring does not bring them back.
    """

    vault: str
    serial: int
    master: bytes = field(repr=False)
    ways: tuple[WayIn, ...]
    keys: Mapping[bytes, Entry] = field(default_factory=dict[bytes, Entry])
    gone: frozenset[bytes] = frozenset()

    def way(self, way: Way) -> WayIn | None:
        """The way in of this kind, if there is one."""
        return next((each for each in self.ways if each.way is way), None)

    def with_way(self, new: WayIn) -> RingState:
        """The same ring with this way in the place of the one of its kind."""
        others = tuple(each for each in self.ways if each.way is not new.way)
        return replace(self, ways=(*others, new))

    def without_way(self, way: Way) -> RingState:
        """The same ring without a way in of this kind."""
        return replace(self, ways=tuple(each for each in self.ways if each.way is not way))

    def key(self, name: bytes) -> Key | None:
        """The key with this name, if it is in the ring."""
        entry = self.keys.get(name)
        return None if entry is None else Key(entry.secret, name)

    def joined(self, other: RingState) -> RingState:
        """With what another state of the same vault has besides; the later one says the ways in.

        What was destroyed in either stays destroyed.
        """
        if other.vault != self.vault or other.master != self.master:
            return self
        later, earlier = (other, self) if other.serial > self.serial else (self, other)
        gone = later.gone | earlier.gone
        keys = {**earlier.keys, **later.keys}
        return replace(
            later,
            keys={name: entry for name, entry in keys.items() if name not in gone},
            gone=gone,
        )

    def with_keys_of(self, other: RingState, *, lying: Collection[bytes]) -> RingState:
        """With the keys that a ring of this vault holds besides, which was kept for another folder.

        Who may open this vault stays as it is. What was destroyed there is destroyed here too, but
        not what is `lying` here: that is of a folder of its own, in which nobody erased it.
        """
        if other.vault != self.vault or other.master != self.master:
            return self
        gone = self.gone | other.gone.difference(lying)
        keys = {**other.keys, **self.keys}
        return replace(
            self, keys={name: entry for name, entry in keys.items() if name not in gone}, gone=gone
        )


def new_state(password: str, *, today: str) -> RingState:
    """A ring without keys, that this password opens."""
    state = RingState(vault=os.urandom(16).hex(), serial=0, master=os.urandom(32), ways=())
    return state.with_way(password_way(state, password, today=today))


def password_way(state: RingState, password: str, *, today: str) -> WayIn:
    """The master key wrapped for a password."""
    salt, slowness = os.urandom(_SALT), Slowness()
    secret = of_password(password, salt, slowness)
    wrapped = seal(state.master, secret, about=_bound(state.vault, Way.PASSWORD))
    return WayIn(
        way=Way.PASSWORD, salt=salt, wrapped=wrapped, made=today, tried=today, slowness=slowness
    )


def paper_way(state: RingState, key: RecoveryKey, *, today: str, tried: bool) -> WayIn:
    """The master key wrapped for a key on paper."""
    salt = os.urandom(_SALT)
    secret = of_secret(key.secret, salt, b"beraad papier")
    return WayIn(
        way=Way.PAPER,
        salt=salt,
        wrapped=seal(state.master, secret, about=_bound(state.vault, Way.PAPER)),
        made=today,
        tried=today if tried else "",
    )


def municipal_way(state: RingState, recipient: str, *, today: str) -> WayIn:
    """The master key wrapped for a public key of age. Raises Solvable when it is none."""
    wrapped = age.seal(state.master, recipient=recipient)
    return WayIn(
        way=Way.MUNICIPALITY, salt=b"", wrapped=wrapped, made=today, recipient=recipient.strip()
    )


def write(state: RingState) -> bytes:
    """The ring as a file."""
    ways = _line(
        {
            "version": VERSION,
            "vault": state.vault,
            "serial": state.serial,
            "ways": [_way_out(each) for each in state.ways],
        }
    )
    inside = {
        "keys": {name.hex(): _entry_out(each) for name, each in state.keys.items()},
        "gone": sorted(name.hex() for name in state.gone),
    }
    secret = of_secret(state.master, state.vault.encode(), b"beraad ring")
    sealed = seal(_line(inside), secret, about=ways)
    body = b"\n".join((f"{_HEAD} {VERSION}".encode(), ways, b64encode(sealed)))
    return body + b"\n" + sha256(body).hexdigest().encode() + b"\n"


@dataclass(frozen=True, slots=True)
class ShutRing:
    """A ring as it lies there: whole, and not opened yet."""

    vault: str
    serial: int
    ways: tuple[WayIn, ...]
    _clear: bytes = field(repr=False)
    _sealed: bytes = field(repr=False)

    def way(self, way: Way) -> WayIn | None:
        """The way in of this kind, if there is one."""
        return next((each for each in self.ways if each.way is way), None)

    def opened_by_password(self, password: str) -> RingState:
        """The ring that this password opens. Raises WrongSecret, and DamagedRing."""
        way = self.way(Way.PASSWORD)
        if way is None or way.slowness is None:
            raise WrongSecret
        secret = of_password(password, way.salt, way.slowness)
        return self.opened_with(unseal(way.wrapped, secret, about=_bound(self.vault, way.way)))

    def opened_by_paper(self, key: RecoveryKey) -> RingState:
        """The ring that this key on paper opens. Raises WrongSecret, and DamagedRing."""
        way = self.way(Way.PAPER)
        if way is None:
            raise WrongSecret
        secret = of_secret(key.secret, way.salt, b"beraad papier")
        return self.opened_with(unseal(way.wrapped, secret, about=_bound(self.vault, way.way)))

    def opened_by_identity(self, identity: str) -> RingState:
        """The ring that this secret key of age opens. Raises WrongSecret, and DamagedRing."""
        way = self.way(Way.MUNICIPALITY)
        if way is None:
            raise WrongSecret
        try:
            master = age.unseal(way.wrapped, identity=identity.strip().upper())
        except Solvable:
            raise WrongSecret from None
        return self.opened_with(master)

    def opened_with(self, master: bytes) -> RingState:
        """The ring under this master key. Raises DamagedRing when it is another one's."""
        secret = of_secret(master, self.vault.encode(), b"beraad ring")
        try:
            inside = json.loads(unseal(self._sealed, secret, about=self._clear))
            keys = {bytes.fromhex(name): _entry(said) for name, said in inside["keys"].items()}
            gone = frozenset(bytes.fromhex(name) for name in inside["gone"])
        except (WrongSecret, ValueError, LookupError, TypeError, AttributeError):
            raise DamagedRing from None
        return RingState(
            vault=self.vault,
            serial=self.serial,
            master=master,
            ways=self.ways,
            keys=keys,
            gone=gone,
        )


def read(content: bytes) -> ShutRing:
    """The ring in a file. Raises DamagedRing, and NewerRing."""
    try:
        if len(content) > LARGEST:
            raise DamagedRing
        head, clear, sealed, check, rest = content.split(b"\n")
        if sha256(b"\n".join((head, clear, sealed))).hexdigest().encode() != check or rest:
            raise DamagedRing
        name, version = head.decode().split(" ")
        if name != _HEAD:
            raise DamagedRing
        if int(version) > VERSION:
            raise NewerRing
        said = json.loads(clear)
        return ShutRing(
            str(said["vault"]),
            int(said["serial"]),
            tuple(_way_in(each) for each in said["ways"]),
            clear,
            b64decode(sealed, validate=True),
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise DamagedRing from None


def _bound(vault: str, way: Way) -> bytes:
    return f"{_HEAD} {vault} {way}".encode()


def _way_out(way: WayIn) -> dict[str, Any]:
    said: dict[str, Any] = {
        "way": way.way.value,
        "salt": _text(way.salt),
        "wrapped": _text(way.wrapped),
        "made": way.made,
        "tried": way.tried,
    }
    if way.slowness is not None:
        said["argon2id"] = asdict(way.slowness)
    if way.recipient:
        said["age"] = way.recipient
    return said


def _way_in(said: dict[str, Any]) -> WayIn:
    slowness = said.get("argon2id")
    return WayIn(
        way=Way(said["way"]),
        salt=b64decode(said["salt"], validate=True),
        wrapped=b64decode(said["wrapped"], validate=True),
        made=str(said["made"]),
        tried=str(said["tried"]),
        slowness=slowness and Slowness(**{name: int(value) for name, value in slowness.items()}),
        recipient=str(said.get("age", "")),
    )


def _entry(said: dict[str, str]) -> Entry:
    return Entry(
        secret=b64decode(said["key"], validate=True), made=said["made"], of=str(said.get("of", ""))
    )


def _entry_out(entry: Entry) -> dict[str, str]:
    said = {"key": _text(entry.secret), "made": entry.made}
    return {**said, "of": entry.of} if entry.of else said


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said, separators=(",", ":"), sort_keys=True).encode()


def _text(content: bytes) -> str:
    return b64encode(content).decode()
