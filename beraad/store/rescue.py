"""A copy of a beraad beside its file, for when its file cannot be kept any more."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, cast

from beraad.errors import Solvable
from beraad.records import Session
from beraad.store.copies.places import is_erased
from beraad.store.driver import copy_to, look
from beraad.store.keys import keys_for
from beraad.store.kinds import SESSION_FILE
from beraad.store.places import free_path, practice_folder, prepare
from beraad.store.rescued import AS_BERAAD, AS_TEXT
from beraad.store.session_file import SessionFile
from beraad.store.trouble import UNTOUCHED, explained
from beraad.store.whole_file import whole_file


def rescue(session: Session, folders: Iterator[Path]) -> Path:
    """Write the whole beraad to the first folder that takes it; returns where.

    It becomes a beraad that can be opened. Where that fails everywhere, for whatever reason, it
    becomes a text that anybody can read; not of a beraad that is kept under a key. Raises Solvable
    when nothing can be written at all.
    """
    places = tuple(folders)
    sealed = not session.is_practice and any(keys_for(place / AS_TEXT) for place in places)
    for write in (_as_beraad,) if sealed else (_as_beraad, _as_text):
        for place in places:
            if (made := _tried(write, place, session)) is not None:
                return made
    raise Solvable(
        "Er kan ook nergens een reddingskopie worden gemaakt.",
        kept=UNTOUCHED,
        way_out="Laat dit venster open, maak ruimte op de schijf of kies een andere plek.",
    )


def bring_back(copy: Path, folder: Path) -> Path:
    """Put a rescue copy among the beraden, as it was last changed; returns where it lies now.

    Another file of the same beraad stays as it is. Raises Solvable when the copy cannot be read
    or has no place; then it stays where it is.
    """
    path = copy_in(copy, folder, kept="De reddingskopie blijft waar ze is.")
    with suppress(OSError):
        copy.unlink()
    return path


def copy_in(copy: Path, folder: Path, *, kept: str = UNTOUCHED) -> Path:
    """Copy a beraad from elsewhere among the beraden, which stays there too; returns where.

    Raises Solvable when it cannot be read, was erased, or has no place.
    """
    with SessionFile.open(copy) as file:
        session = file.session
    if is_erased(folder, session.id):
        raise Solvable(
            f"{copy.name} is een beraad dat is gewist.", kept="Het is niet teruggehaald."
        )
    home = practice_folder(folder) if session.is_practice else folder
    prepare(home)
    path = free_path(home, session)
    with (
        explained(path, SESSION_FILE, kept=kept),
        whole_file(path) as draft,
        closing(look(copy, bounded=False)) as found,
    ):
        copy_to(found, draft)
    return path


def _tried(write: Callable[[Path, Session], Path], folder: Path, session: Session) -> Path | None:
    try:
        prepare(folder)
        return write(folder, session)
    except Exception:  # noqa: BLE001 - there is a next place, and the caller tells when there is none
        return None


def _as_beraad(folder: Path, session: Session) -> Path:
    path = free_path(folder, session, suffix=AS_BERAAD)
    SessionFile.create(path, session).close()
    return path


def _as_text(folder: Path, session: Session) -> Path:
    path = free_path(folder, session, suffix=AS_TEXT)
    number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in _lines("", session))
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _lines(name: str, value: Any) -> Iterator[str]:
    """Everything that was filled in, one value a line, however the records hang together."""
    if is_dataclass(value):
        for field in fields(value):
            yield from _lines(f"{name}.{field.name}".strip("."), getattr(value, field.name))
    elif isinstance(value, tuple):
        for place, each in enumerate(cast("tuple[Any, ...]", value), start=1):
            yield from _lines(f"{name}.{place}", each)
    elif value not in ("", None, False):
        yield f"{name}: {value}"
