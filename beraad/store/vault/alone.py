"""One program at a time may change the ring."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

_SLOT = ".sleutels.slot"
_SECONDS = 5.0
_BETWEEN_TRIES = 0.02


@contextmanager
def alone(folder: Path) -> Generator[None]:
    """Hold the lock on the ring of this folder; the system frees it when a program dies.

    Raises OSError, also when another program holds it for longer than a few seconds.
    """
    number = os.open(folder / _SLOT, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        until = monotonic() + _SECONDS
        while not _taken(number):
            if monotonic() > until:
                raise TimeoutError
            sleep(_BETWEEN_TRIES)
        yield
    finally:
        os.close(number)


def _taken(number: int) -> bool:
    with suppress(BlockingIOError, PermissionError):
        _take(number)
        return True
    return False


if os.name == "posix":
    import fcntl

    def _take(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)

else:
    import msvcrt

    def _take(number: int) -> None:
        os.lseek(number, 0, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
