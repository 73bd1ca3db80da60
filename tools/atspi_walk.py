"""Reads every screen of Beraad through AT-SPI, as a screen reader does, and lists what is silent.

    dbus-run-session -- xvfb-run -a /usr/bin/python3 tools/atspi_walk.py

Needs at-spi2-core, xvfb and the system's own Python with gi and the typelib of Atspi; the program
itself runs in .venv. Ends with 1 when something takes the focus and has no name, or when nothing
was seen at all.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 30.0
DEEPEST = 60
Node = Any
"""An Atspi.Accessible; its module has no types."""

SHOWN = (Atspi.StateType.VISIBLE, Atspi.StateType.SHOWING)


def main() -> int:
    """Walk through every screen; returns the exit code."""
    said: list[str] = []
    listener = Atspi.EventListener.new(lambda event: said.append(str(event.any_data)))
    listener.register("object:announcement")
    program = subprocess.Popen(
        [ROOT / ".venv" / "bin" / "python", "-m", "tools.atspi_stage"],
        cwd=ROOT,
        env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    seen = silent = 0
    for name in _screens(program):
        focusable = [each for each in _tree(_application()) if _takes_focus(each)]
        nameless = [each for each in focusable if not each.get_name().strip()]
        seen, silent = seen + len(focusable), silent + len(nameless)
        print(f"{name:20} {len(focusable):4} bereikbaar, {len(nameless)} zonder naam", flush=True)
        for each in nameless:
            print(f"    {each.get_role_name()} in {' > '.join(_path(each))}")
    program.stdin.close()
    program.wait()
    for text in said:
        print(f"gezegd: {text}")
    print(f"{seen} keer bereikbaar, {silent} zonder naam, {len(said)} keer iets gezegd")
    return int(bool(silent) or not seen)


def _screens(program: subprocess.Popen[str]) -> Iterator[str]:
    """The names of the screens, each while it is shown; events are read in between."""
    while True:
        program.stdin.write("\n")
        program.stdin.flush()
        name = _line(program.stdout)
        if not name:
            return
        yield name


def _line(stream: IO[str]) -> str:
    """The next line of the program; what AT-SPI sends meanwhile is answered."""
    read: list[str] = []
    reading = threading.Thread(target=lambda: read.append(stream.readline()), daemon=True)
    reading.start()
    end = time.monotonic() + PATIENCE
    while reading.is_alive() and time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.005)
    return read[0].strip() if read else ""


def _application() -> Node | None:
    desk = Atspi.get_desktop(0)
    for place in range(desk.get_child_count()):
        found = desk.get_child_at_index(place)
        if found is not None and found.get_name() == "Beraad":
            return found
    return None


def _tree(node: Node | None, depth: int = 0) -> Iterator[Node]:
    if node is None or depth > DEEPEST:
        return
    node.clear_cache()
    yield node
    states = node.get_state_set()
    if states.contains(Atspi.StateType.MANAGES_DESCENDANTS):
        return
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from _tree(child, depth + 1)


def _takes_focus(node: Node) -> bool:
    states = node.get_state_set()
    takes = states.contains(Atspi.StateType.FOCUSABLE)
    frame = node.get_role() in {Atspi.Role.FRAME, Atspi.Role.WINDOW}
    return takes and not frame and all(states.contains(state) for state in SHOWN)


def _path(node: Node | None) -> Iterator[str]:
    names = []
    while node is not None and node.get_role() is not Atspi.Role.APPLICATION:
        names.append(node.get_name() or node.get_role_name())
        node = node.get_parent()
    return reversed(names[1:])


if __name__ == "__main__":
    sys.exit(main())
