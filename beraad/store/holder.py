"""Who has a file open: a note beside it, for whoever finds it locked.

The lock itself is SQLite's, and the operating system frees it when a program dies. A note that
was left behind means nothing.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import stat
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

_LONGEST_NOTE = 2000
"""Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A program that has a file open.

    Attributes:
        since: moment it was opened, ISO 8601 in UTC.
    """

    machine: str
    user: str
    since: str

    @property
    def moment(self) -> str:
        """Since when, as a user says it: "sinds 14:03"."""
        since = datetime.fromisoformat(self.since).astimezone()
        if since.date() == datetime.now(UTC).astimezone().date():
            return f"sinds {since:%H:%M}"
        return f"sinds {since:%d-%m-%Y %H:%M}"


def note_of(path: Path) -> Path:
    """Where the note about a file lies."""
    return path.with_name(f"{path.name}.open")


def sign(path: Path) -> None:
    """Write down that this program has the file open. Failing is no harm: the lock counts."""
    holder = Holder(
        machine=platform.node(),
        user=_user(),
        since=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    with suppress(OSError):
        # Made anew: whatever has this name, a link for example, is not written to.
        note_of(path).unlink(missing_ok=True)
        number = os.open(note_of(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(number, "w", encoding="utf-8") as note:
            json.dump(asdict(holder), note)


def holder_of(path: Path) -> Holder | None:
    """Who has a locked file open, as far as the note beside it can be read."""
    try:
        said = json.loads(_read(note_of(path)))
        holder = Holder(**{field.name: said[field.name] for field in fields(Holder)})
        datetime.fromisoformat(holder.since)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    return holder


def wipe(path: Path) -> None:
    """Take the note away."""
    with suppress(OSError):
        note_of(path).unlink()


def _read(note: Path) -> str:
    found = note.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > _LONGEST_NOTE:
        raise ValueError
    return note.read_text(encoding="utf-8")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "onbekend"
