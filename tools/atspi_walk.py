"""Reads every screen of Beraad through AT-SPI, as a screen reader does, and lists its faults.

    dbus-run-session -- xvfb-run -a /usr/bin/python3 tools/atspi_walk.py

A fault: what takes the focus and has no name, or a name with signs in it, or the same name as
something else in its group; a screen without a title of its own or without a heading; what is
hidden and yet met; what is met after something that stands below it.

Needs at-spi2-core, xvfb and the system's own Python with gi and the typelib of Atspi; the program
itself runs in .venv. Ends with 1 when a fault was found, or when nothing was seen at all.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
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

SIGNS = re.compile(r"[←→↑↓▾▸▶❚◆●✓×⋯…()]")
"""What a voice would name in full: "pijl naar rechts", "haakje openen"."""

UNTITLED = frozenset({"", "Beraad"})

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
    seen = faulty = 0
    for name in _screens(program):
        nodes = [node for node in _tree(_window()) if _is_shown(node)]
        focusable = [node for node in nodes if _takes_focus(node)]
        headings = sum(node.get_role() == Atspi.Role.HEADING for node in nodes)
        faults = [*_faults_of_names(focusable), *_order(nodes)]
        pages = [node for node in focusable if _is_read(node)]
        if focusable:  # Nobody works in the window for the group.
            faults += _faults_of_screen(headings + len(pages))
        seen, faulty = seen + len(focusable), faulty + len(faults)
        told = f"{len(focusable):4} bereikbaar, {headings:2} koppen, {len(faults)} fouten"
        print(f"{name:24} {told}", flush=True)
        for fault in faults:
            print(f"    {fault}")
    program.stdin.close()
    program.wait()
    for text in said:
        print(f"gezegd: {text}")
    print(f"{seen} keer bereikbaar, {faulty} fouten, {len(said)} keer iets gezegd")
    return int(bool(faulty) or not seen)


def _faults_of_names(focusable: list[Node]) -> Iterator[str]:
    met: set[tuple[str, str]] = set()
    for node in focusable:
        name = node.get_name().strip()
        where = " > ".join([*_path(node), name])
        if sum(sign.isalnum() for sign in name) == 0:
            yield f"zonder naam: {node.get_role_name()} in {where}"
        elif SIGNS.search(name):
            yield f"een teken in de naam: {where}"
        if (where, node.get_role_name()) in met:
            yield f"twee keer dezelfde naam: {where}"
        met.add((where, node.get_role_name()))


def _faults_of_screen(headings: int) -> Iterator[str]:
    window = _window()
    title = window.get_name() if window is not None else ""
    if title in UNTITLED:
        yield f"geen titel van dit scherm: {title!r}"
    if not headings:
        yield "geen kop om naar te springen"


def _order(nodes: list[Node]) -> Iterator[str]:
    """What is met after something that stands wholly below it, in the same container."""
    for parent in nodes:
        shown = [child for child in _children(parent) if _is_shown(child)]
        if not _is_container(parent):
            continue
        for one, other in pairwise(shown):
            above, below = _place(other), _place(one)
            beside = above.x < below.x + below.width and below.x < above.x + above.width
            if above.y + above.height <= below.y and beside and above.height:
                yield f"komt te laat: {' > '.join(_path(other))}"


def _is_read(node: Node) -> bool:
    """A text that nobody writes in: it has headings of its own."""
    text = node.get_role() in {Atspi.Role.LABEL, Atspi.Role.TEXT}
    return text and not node.get_state_set().contains(Atspi.StateType.EDITABLE)


def _is_container(node: Node) -> bool:
    return node.get_role() in {Atspi.Role.FILLER, Atspi.Role.PANEL}


def _place(node: Node) -> Atspi.Rect:
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


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


def _window() -> Node | None:
    """The window of the program that is in front: the last that is shown."""
    desk = Atspi.get_desktop(0)
    for place in range(desk.get_child_count()):
        found = desk.get_child_at_index(place)
        if found is not None and found.get_name() == "Beraad":
            found.clear_cache()
            shown = [each for each in _children(found) if _is_shown(each)]
            return next((each for each in reversed(shown) if each.get_child_count()), None)
    return None


def _children(node: Node) -> Iterator[Node]:
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def _tree(node: Node | None, depth: int = 0) -> Iterator[Node]:
    if node is None or depth > DEEPEST:
        return
    node.clear_cache()
    yield node
    if not node.get_state_set().contains(Atspi.StateType.MANAGES_DESCENDANTS):
        for child in _children(node):
            yield from _tree(child, depth + 1)


def _is_shown(node: Node) -> bool:
    states = node.get_state_set()
    return all(states.contains(state) for state in SHOWN)


def _takes_focus(node: Node) -> bool:
    states = node.get_state_set()
    takes = states.contains(Atspi.StateType.FOCUSABLE)
    frame = node.get_role() in {Atspi.Role.FRAME, Atspi.Role.WINDOW}
    return takes and not frame and _is_shown(node)


def _path(node: Node | None) -> Iterator[str]:
    names = []
    while node is not None and node.get_role() is not Atspi.Role.APPLICATION:
        names.append(node.get_name() or node.get_role_name())
        node = node.get_parent()
    return reversed(names[1:])


if __name__ == "__main__":
    sys.exit(main())
