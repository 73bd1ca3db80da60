"""Reading backups of another vault by its own keys; what is put back takes its key along."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from beraad.store import keys
from beraad.store.copies.folder import kept_files
from beraad.store.keys import Key, Keys, UnknownKey
from beraad.store.vault.by_page import key_by_page
from beraad.store.vault.form import RingState
from beraad.store.vault.opening import put_ring_back
from beraad.store.vault.ring import Ring


@dataclass(frozen=True, slots=True)
class Borrowed:
    """The keys of a ring that was kept elsewhere, before those of this folder."""

    state: RingState
    own: Keys | None

    @property
    def is_foreign(self) -> bool:
        """Whether it is another vault than that of the folder."""
        return not isinstance(self.own, Ring) or self.own.state.vault != self.state.vault

    def key_of(self, path: Path, name: bytes) -> Key:
        """The key of a copy, by its name or by its first page. Raises UnknownKey."""
        key = self.state.key(name)
        if key is not None:
            return key
        if self.own is not None:
            with suppress(UnknownKey):
                return self.own.key_of(path, name)
        key = key_by_page(path, self.state.keys)
        if key is not None:
            return key
        raise UnknownKey(f"Van {path.name} is hier geen sleutel.")

    def new_key(self, path: Path) -> Key:
        """A key of this folder. Raises UnknownKey when it has none."""
        if self.own is None:
            raise UnknownKey(f"Voor {path.name} is hier geen sleutel.")
        return self.own.new_key(path)


def borrow(place: Path, folder: Path, state: RingState) -> None:
    """Let the backups in `place` be read with this ring; nothing is written anywhere."""
    keys.lend(place, Borrowed(state, keys.open_keys(folder)))


def begin_with(place: Path, folder: Path) -> None:
    """Let an empty folder be of the vault whose backups are put back in it. Raises Solvable."""
    lent = keys.lent_for(place)
    if isinstance(lent, Borrowed) and not keys.is_vault(folder) and not kept_files(folder):
        put_ring_back(folder, lent.state)
        if keys.is_locked(place.parent):
            borrow(place, folder, lent.state)  # Else they go by the vault in which they lie.
        else:
            keys.take_back(place)  # The folder has those keys itself now.
