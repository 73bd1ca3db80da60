"""One program at a time may change the ring."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from beraad.store.slot import held

_SLOT = ".sleutels.slot"
_SECONDS = 5.0


@contextmanager
def alone(folder: Path) -> Generator[None]:
    """Hold the lock on the ring of this folder; the system frees it when a program dies.

    Raises OSError, also when another program holds it for longer than a few seconds.
    """
    with held(folder / _SLOT, seconds=_SECONDS):
        yield
