"""Noticing that another program took away or replaced a file that we have open."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from beraad.errors import Solvable

STILL_HERE = "Alles wat je typte staat nog in dit venster."


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """Which file lies at a path, and which write-ahead log beside it; None where there is none.

    Attributes:
        file: device, file number and size in bytes.
        log: device and file number.
    """

    file: tuple[int, int, int] | None
    log: tuple[int, int] | None

    @classmethod
    def of(cls, path: Path) -> Footprint:
        """What lies there now."""
        file, log = _identity(path), _identity(log_of(path))
        return cls(file=file, log=log and log[:2])


def log_of(path: Path) -> Path:
    """Where SQLite keeps the write-ahead log of a file."""
    return path.with_name(f"{path.name}-wal")


def require_same(path: Path, left: Footprint) -> None:
    """Raise Solvable when the file is no longer the one that we left.

    A log of ours beside a file that was put in its place would be folded into that file when it
    is opened next, and damage it; so that log goes.
    """
    now = Footprint.of(path)
    if now == left:
        return
    if now.file is not None:
        discard_log(path, left)
    raise Solvable(
        f"Een ander programma heeft {path.name} weggehaald of vervangen.",
        kept=STILL_HERE,
        way_out="Bewaar het beraad ergens anders, in een map die niet wordt gesynchroniseerd.",
    )


def discard_log(path: Path, left: Footprint) -> None:
    """Take away the log that we left at a path where another file lies now."""
    if left.log is not None and Footprint.of(path).log == left.log:
        with suppress(OSError):
            log_of(path).unlink()


def _identity(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size
