"""A lock between programs: a file that one of them holds, and the system frees when it dies."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

_BETWEEN_TRIES = 0.02


@contextmanager
def held(slot: Path, *, seconds: float) -> Generator[None]:
    """Hold this lock; the file stays, for who takes it away lets two hold it.

    Raises TimeoutError when another has it for longer than so many seconds, and OSError where no
    lock can be had.
    """
    number = os.open(slot, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        until = monotonic() + seconds
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
