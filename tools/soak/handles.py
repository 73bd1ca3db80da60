"""What a process holds, counted where everything that was opened is closed again."""

from __future__ import annotations

import ctypes
import gc
import os
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_FEWEST = 7
"""Samples before anything can be said; the first one is not counted."""


_FEWEST_OPENED = 4


@dataclass(frozen=True, slots=True)
class Sample:
    """Counts at rest: the start screen, no beraad open, nothing beside the window.

    Attributes:
        memory: resident, in megabytes.
        files: open file descriptors; 0 where the system does not tell.
    """

    widgets: int
    objects: int
    threads: int
    files: int
    memory: float


ROOM = {
    "widgets": (1.10, 20),
    "objects": (1.15, 150),
    "threads": (1.0, 3),
    "files": (1.0, 6),
    "memory": (1.5, 60),
}
"""How much more there may be at the end: so many times as much, and so many on top."""


def sample() -> Sample:
    """Count now."""
    gc.collect()
    _give_back()
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101
    objects = sum(_count(each) for each in (app, *QApplication.topLevelWidgets()))
    running = [each for each in app.children() if isinstance(each, QThread) and each.isRunning()]
    return Sample(
        widgets=len(QApplication.allWidgets()),
        objects=objects,
        threads=threading.active_count() + len(running),
        files=_open_files(),
        memory=_resident() / 1024**2,
    )


LEAK = 10.0
"""Megabytes that may stay when a beraad was opened and left a hundred times."""


def leaking(opened: list[tuple[int, float]]) -> str:
    """What stays of opening and leaving; empty when that is little enough.

    `opened` tells how often a beraad was opened so far and how many megabytes there were then;
    the first only warms up.
    """
    if len(opened) < _FEWEST_OPENED:
        return ""
    (first, before), (last, after) = opened[1], opened[-1]
    stays = (after - before) * 100 / max(1, last - first)
    return f"{stays:.0f} MB per honderd keer openen" if stays > LEAK else ""


def grown(samples: list[Sample]) -> str:
    """What grew more than it may, with its figures; empty when nothing did."""
    if len(samples) < _FEWEST:
        return ""
    early, late = samples[1:4], samples[-3:]
    for name, (times, on_top) in ROOM.items():
        before = median(asdict(each)[name] for each in early)
        after = median(asdict(each)[name] for each in late)
        if after > before * times + on_top:
            return f"{name} van {before:.0f} naar {after:.0f} in {len(samples)} metingen"
    return ""


def _count(owner: QObject) -> int:
    # What findChildren finds stays in memory as long as who was asked.
    return sum(1 + _count(each) for each in owner.children())


def _open_files() -> int:
    try:
        return len(list(Path("/proc/self/fd").iterdir()))
    except OSError:
        return 0


def _give_back() -> None:
    """Let the C library give back what nobody uses: it is no part of what is held."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _resident() -> int:
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except OSError:
        return 0
