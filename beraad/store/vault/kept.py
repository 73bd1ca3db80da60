"""The ring as it is kept among the backups: what opens them on another laptop, and saves this one.

A ring among the backups is never written over while it holds a key that the ring of the folder
lacks: of the same vault its keys are taken in first, of another vault it is kept under a name of
its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack, suppress
from itertools import chain
from pathlib import Path

from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.store import keys
from beraad.store.copies.places import places_of_copies
from beraad.store.keys import KEPT_RING
from beraad.store.vault.alone import alone
from beraad.store.vault.form import DamagedRing, ShutRing
from beraad.store.vault.lying import Lying, both, lying
from beraad.store.vault.ring import ASIDE, Ring
from beraad.store.whole_file import write_bytes

_OTHER = "sleutels-*.kopie"
_MARK = 8
"""Letters of the name of a vault that tell it from others."""


def keep(folder: Path, place: Path) -> None:
    """Let the ring among the backups in `place` hold what the one of this folder holds.

    While the vault is locked nobody knows which keys a ring holds: then one that lies there stays.
    Raises OSError.
    """
    mine = next((each.ring for each in both(folder) if each.ring is not None), None)
    if mine is None:
        return  # Damaged: what is kept may be all there is.
    target, ring = place / KEPT_RING, keys.open_keys(folder)
    if isinstance(ring, Ring):
        ring.clear_up((place,))
    try:
        found = lying(target)
    except Solvable:
        return  # Of a later version, or not ours to read.
    if found.ring is not None and found.ring.vault == mine.vault:
        if not isinstance(ring, Ring) or found.ring == mine:
            return
        try:
            ring.take_in(found.ring)
        except DamagedRing:
            patiently(lambda: target.rename(_free(place, found)))
        except Solvable:
            return
    elif found.ring is not None or found.damaged:
        patiently(lambda: target.rename(_free(place, found)))
    with ExitStack() as until_written:
        with suppress(OSError):  # Where a folder can only be read there is no lock to be had.
            until_written.enter_context(alone(folder))
        write_bytes(target, _content(folder))


def kept_in(place: Path) -> tuple[ShutRing, ...]:
    """The rings that can be read among the backups in a folder, that of the last backup first.

    `place` may be the file of one ring as well.
    """
    return tuple(ring for path in _files(place) if (ring := readable(path)) is not None)


def of_other_vaults(folder: Path, vaults: Collection[str]) -> Iterator[tuple[Path, ShutRing]]:
    """The rings of other vaults than these that lie here, one each: set aside or with backups."""
    pools = places_of_copies(folder)
    files = chain(sorted(folder.glob(f"{ASIDE}*")), *map(_files, pools))
    seen = set(vaults)
    for path in files:
        ring = readable(path)
        if ring is not None and ring.vault not in seen:
            seen.add(ring.vault)
            yield path, ring


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return [place / KEPT_RING, *sorted(place.glob(_OTHER))]


def readable(path: Path) -> ShutRing | None:
    """The ring in a file; None when there is none that can be read."""
    with suppress(Solvable):
        return lying(path).ring
    return None


def _content(folder: Path) -> bytes:
    for name in (keys.RING_NAME, keys.RING_COPY):
        path = folder / name
        if readable(path) is not None:
            return path.read_bytes()
    raise FileNotFoundError


def _free(place: Path, found: Lying) -> Path:
    """A name for a ring that makes way, by which it is still known as one."""
    mark = "beschadigd" if found.ring is None else found.ring.vault[:_MARK]
    number, path = 1, place / f"sleutels-{mark}.kopie"
    while path.exists():
        number += 1
        path = place / f"sleutels-{mark}-{number}.kopie"
    return path
