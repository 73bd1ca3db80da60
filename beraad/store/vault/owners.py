"""Of which beraad each key is, as its backups say: those may be gone when it is erased.

In a folder that came under keys file by file, a backup may have another key than its beraad.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.copies.moments import copies_in
from beraad.store.keys import open_keys
from beraad.store.places import SUFFIX
from beraad.store.shredding import key_name_of
from beraad.store.vault.ring import Ring
from beraad.store.whose import identity_of


def learn_owners(folder: Path, place: Path) -> None:
    """Let the ring know whose the backups in `place` are; failing is no harm."""
    ring = open_keys(folder)
    if not isinstance(ring, Ring):
        return
    files = (place / name for name in copies_in(place) if name.endswith(SUFFIX))
    found = {key_name_of(path): path for path in files}
    owners = {name: identity_of(found[name]) for name in ring.unknown(found)}
    with suppress(Solvable):
        ring.learn({name: owner for name, owner in owners.items() if owner is not None})
