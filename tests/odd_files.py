"""Things that can lie in the place of a file, and that no program may wait for."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest


def pipe(path: Path) -> None:
    """A pipe that nobody writes to."""
    os.mkfifo(path)


def endless(path: Path) -> None:
    """A device that never ends."""
    path.symlink_to("/dev/zero")


def folder(path: Path) -> None:
    """A folder."""
    path.mkdir()


def circle(path: Path) -> None:
    """A link to itself."""
    path.symlink_to(path.name)


def huge(path: Path) -> None:
    """A file of a terabyte that takes no room."""
    with path.open("wb") as file:
        file.truncate(1 << 40)


def listening(path: Path) -> None:
    """A socket."""
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's name has to be short
        try:
            server.bind(path.name)
        finally:
            os.chdir(here)


ODD: Mapping[str, Callable[[Path], None]] = {
    each.__name__: each for each in (pipe, endless, folder, circle, huge, listening)
}

odd_things = pytest.mark.parametrize(
    "odd",
    [
        pytest.param(
            make, marks=pytest.mark.skipif(os.name != "posix", reason="dit bestaat hier niet")
        )
        for make in ODD.values()
    ],
    ids=list(ODD),
)
"""Run a test with each of them; `odd` makes it at a path."""
