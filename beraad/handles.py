"""Handles on files that this process has locked: those wait to be closed until the lock is gone.

On POSIX a lock is of a process, and closing any handle on a file lets go of whatever that process
locked in it (https://www.sqlite.org/howtocorrupt.html, section 2.2). SQLite sees to its own
handles; here it is seen to of all others.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader, FileIO
from pathlib import Path
from threading import Lock  # noqa: TID251 - two that read, not work beside the window
from typing import Final


@dataclass(frozen=True, slots=True)
class Lying:
    """A file itself, whatever its name is."""

    device: int
    number: int


_guard: Final = Lock()
_locked: Final[Counter[Lying]] = Counter()
_waiting: Final[defaultdict[Lying, list[int]]] = defaultdict(list)


def hold(path: Path) -> Lying | None:
    """Let no handle on this file be closed from now on; to be said before it is locked.

    What is returned goes to `let_go`, once. None where closing takes no lock away.
    """
    if os.name != "posix":
        return None
    with suppress(OSError):
        lying = _of(path.stat())
        with _guard:
            _locked[lying] += 1
        return lying
    return None


def let_go(lying: Lying) -> None:
    """Close what waited, unless something else here has the file open too."""
    with _guard:
        _locked[lying] -= 1
        if _locked[lying] > 0:
            return
        del _locked[lying]
        for number in _waiting.pop(lying, ()):
            os.close(number)


def opened(path: Path, flags: int) -> BufferedReader:
    """A file opened to read, also while it is locked here. Raises OSError."""
    number = _waiting_on(path)
    if number is None:
        number = os.open(path, flags)
    try:
        return BufferedReader(_Reading(number))
    except BaseException:
        _close(number)
        raise


class _Reading(FileIO):
    def __init__(self, number: int) -> None:
        super().__init__(number, "rb", closefd=False)

    def close(self) -> None:
        if not self.closed:
            number = self.fileno()
            super().close()
            _close(number)


def _waiting_on(path: Path) -> int | None:
    """A handle on this very file that waits, at its beginning: so there are never many."""
    if not _waiting:
        return None
    with _guard:
        waiting = _waiting.get(_of(path.stat()))
        if not waiting:
            return None
        number = waiting.pop()
    os.lseek(number, 0, os.SEEK_SET)
    return number


def _close(number: int) -> None:
    with _guard:
        lying = _of(os.fstat(number))
        if lying in _locked:
            _waiting[lying].append(number)
        else:
            os.close(number)


def _of(found: os.stat_result) -> Lying:
    return Lying(found.st_dev, found.st_ino)
