"""Which beraad a file was that nobody can read any more, as its backups tell."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from beraad.records import Id
from beraad.store.copies.moments import copies_in, moments
from beraad.store.places import SUFFIX
from beraad.store.rescued import is_saved
from beraad.store.shredding import key_name_of
from beraad.store.whose import identity_of, marks_in


@dataclass(frozen=True, slots=True)
class Told:
    """What the backups of a damaged file say; `key` is the name of theirs in hex, or empty."""

    identity: Id
    key: str


def identity_saved_from(path: Path) -> Id:
    """The identity of what is saved from a damaged file of which nobody can say whose it was.

    It is made of the name of that file: so the one is found by who erases the other.
    """
    return Id(sha256(b"gered\0" + os.fsencode(path.name)).hexdigest()[:32])


def told_by_what_was_saved(path: Path, beside: Iterable[Path]) -> Told | None:
    """The identity of what was saved from a damaged file, while that lies here."""
    identity = identity_saved_from(path)
    is_here = any(identity_of(each) == identity for each in beside if is_saved(each))
    return Told(identity, key_name_of(path).hex()) if is_here else None


def told_by_copies(path: Path, pools: Iterable[Path], beside: Iterable[Path]) -> Told | None:
    """Whose a damaged file was; None when its backups do not agree, or another file can be it.

    A name alone is no proof. It counts together with a backup that can be read and says the same,
    and that is under the same key or stands in a list as the backup of this very file; and only
    while no file in `beside` can be read as that beraad: whoever means that one, chooses it.
    """
    marks = marks_in(path.name)
    if not marks:
        return None
    key = key_name_of(path).hex()
    found: dict[Id, str] = {}
    for pool in pools:
        items = (each for moment in moments(pool) for each in moment.items)
        listed = {(each.copy, each.id) for each in items if each.name == path.name}
        for name in copies_in(pool):
            if not name.endswith(SUFFIX) or not any(mark in marks for mark in marks_in(name)):
                continue
            identity, under = identity_of(pool / name), key_name_of(pool / name).hex()
            if identity is None or identity[:8] not in marks:
                continue
            if (name, identity) in listed or (key and under == key):
                found[identity] = under
    if len(found) != 1:
        return None
    ((identity, under),) = found.items()
    if any(identity_of(each) == identity for each in beside if each != path):
        return None
    return Told(identity, under)
