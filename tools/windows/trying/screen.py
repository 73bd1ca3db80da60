"""A screen of its own for the window, and a picture of it."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
"""What is needed, with Debian's package for it."""

_DISPLAY = ":93"
_PATIENCE = 90.0


def lacking() -> list[str]:
    """The packages of Debian that are not here."""
    return [package for tool, package in TOOLS.items() if shutil.which(tool) is None]


@contextmanager
def screen() -> Iterator[str]:
    """A screen like that of a laptop; its name."""
    command = ["Xvfb", _DISPLAY, "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            until(lambda: _ask("getdisplaygeometry") != "", "er komt geen scherm")
            yield _DISPLAY
        finally:
            server.terminate()


def wait_for_window(title: str) -> str:
    """The number of the window with this title, as soon as it is there."""
    found = ["--onlyvisible", "--name", title]
    until(lambda: _ask("search", *found) != "", f"er komt geen venster {title}")
    return _ask("search", *found).splitlines()[0]


def take_picture(path: Path) -> int:
    """Keep what is on the screen once it is drawn; returns how many colours there are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    colours = 0

    def drawn() -> bool:
        nonlocal colours
        subprocess.run(["import", "-display", _DISPLAY, "-window", "root", str(path)], check=True)
        told = subprocess.run(
            ["identify", "-format", "%k", str(path)], capture_output=True, text=True, check=True
        )
        colours = int(told.stdout)
        return colours > 20

    until(drawn, "het venster blijft leeg")
    return colours


def press(keys: str) -> None:
    """Give a key to whatever window has the keyboard."""
    _ask("key", keys)


def _ask(*asked: str) -> str:
    done = subprocess.run(
        ["xdotool", *asked],
        capture_output=True,
        text=True,
        check=False,
        env={"DISPLAY": _DISPLAY, "PATH": "/usr/bin:/bin"},
    )
    return done.stdout.strip()


def until(holds: Callable[[], bool], why: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(why)
        time.sleep(0.3)
