"""A copy of a beraad beside its file, for when its file cannot be kept any more."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, cast

from platformdirs import user_data_path

from beraad.errors import Solvable
from beraad.records import Session
from beraad.store.places import SUFFIX, free_path, prepare
from beraad.store.session_file import SessionFile
from beraad.store.trouble import UNTOUCHED

FOLDER = "reddingskopie"


def rescue_folders(folder: Path) -> Iterator[Path]:
    """Where a rescue copy may lie, the best place first; each for this user alone."""
    yield folder
    # Not everybody has a folder of their own on every computer.
    with suppress(RuntimeError):
        yield user_data_path("beraad", appauthor=False) / FOLDER
        yield Path.home() / FOLDER
    yield Path(tempfile.gettempdir()) / f"beraad-{FOLDER}-{_user()}"


def rescue(session: Session, folders: Iterator[Path]) -> Path:
    """Write the whole beraad to the first folder that takes it; returns where.

    It becomes a beraad that can be opened. Where that fails everywhere, for whatever reason, it
    becomes a text that anybody can read. Raises Solvable when nothing can be written at all.
    """
    places = tuple(folders)
    for write in (_as_beraad, _as_text):
        for place in places:
            if (made := _tried(write, place, session)) is not None:
                return made
    raise Solvable(
        "Er kan ook nergens een reddingskopie worden gemaakt.",
        kept=UNTOUCHED,
        way_out="Laat dit venster open, maak ruimte op de schijf of kies een andere plek.",
    )


def _tried(write: Callable[[Path, Session], Path], folder: Path, session: Session) -> Path | None:
    try:
        prepare(folder)
        return write(folder, session)
    except Exception:  # noqa: BLE001 - there is a next place, and the caller tells when there is none
        return None


def _as_beraad(folder: Path, session: Session) -> Path:
    path = free_path(folder, session, suffix=f".{FOLDER}{SUFFIX}")
    SessionFile.create(path, session).close()
    return path


def _as_text(folder: Path, session: Session) -> Path:
    path = free_path(folder, session, suffix=".reddingskopie.txt")
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


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "mij")
