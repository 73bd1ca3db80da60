"""Which backups are all that is left of something: taking out a word throws those away last of all.

A backup is the last one while what it is of cannot be read where it belongs. Of a beraad that was
erased nothing has to stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from beraad.records import Id
from beraad.store.copies.moments import moments
from beraad.store.copies.places import places_of_copies
from beraad.store.erased import erased
from beraad.store.places import SUFFIX, register_path
from beraad.store.whose import identity_of, marks_in


def only_in_copies(
    folder: Path, identities: Collection[Id], *, read: Iterable[Path], unread: Iterable[Path]
) -> frozenset[Id]:
    """Of these beraden, those that can be read among the backups alone, or not where they were.

    `read` and `unread` are the files that are no backup and could be read, or could not.
    """
    wanted = set(identities) - {line.id for line in erased(folder)}
    damaged = [each for each in unread if each.parent == folder and each.suffix == SUFFIX]
    kept = {each for each in wanted if any(each[:8] in marks_in(path.name) for path in damaged)}
    kept |= _listed(folder, {path.name for path in damaged}) & wanted
    missing = wanted - kept
    for path in sorted(read, key=lambda path: not any(each[:8] in path.name for each in missing)):
        if not missing:
            break
        if path.suffix == SUFFIX and (identity := identity_of(path)) is not None:
            missing.discard(identity)
    return frozenset(kept | missing)


def is_register_lost(folder: Path, read: Collection[Path]) -> bool:
    """Whether the register can be read among the backups alone."""
    return register_path(folder, practice=False) not in read


def _listed(folder: Path, names: Collection[str]) -> set[Id]:
    """The beraden that lay under these names, as the backups say."""
    if not names:
        return set()
    pools = places_of_copies(folder)
    items = (item for pool in pools for moment in moments(pool) for item in moment.items)
    return {Id(item.id) for item in items if item.id and item.name in names}
