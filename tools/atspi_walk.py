"""Reads every screen of Beraad through AT-SPI, as a screen reader does, and lists its faults.

    dbus-run-session -- xvfb-run -a /usr/bin/python3 tools/atspi_walk.py
    dbus-run-session -- xvfb-run -a /usr/bin/python3 tools/atspi_walk.py ronde-4 overzicht

A fault: what takes the focus and has no name, or a name with signs in it, or the same name as
something else in its group, or says that name once more in its description; a screen without a
title of its own or without a heading; what is hidden and yet met; what is met
after something that stands below it.

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
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 90.0
DEEPEST = 60
Accessible = Any
"""An Atspi.Accessible; its module has no types."""

SIGNS = re.compile(r"[←→↑↓▾▸▶❚◆●✓×⋯…()]")
"""What a voice would name in full: "pijl naar rechts", "haakje openen"."""

KEYS = re.compile(r"\((?:Ctrl|Alt|Shift|Esc|F\d)[^)]*\)")

UNTITLED = frozenset({"", "Beraad"})

SHOWN = (Atspi.StateType.VISIBLE, Atspi.StateType.SHOWING)
CONTAINERS = frozenset({Atspi.Role.FILLER, Atspi.Role.PANEL})
WINDOWS = frozenset({Atspi.Role.FRAME, Atspi.Role.WINDOW})
TEXTS = frozenset({Atspi.Role.LABEL, Atspi.Role.TEXT})


@dataclass(slots=True)
class Node:
    """What was asked of one object, once: every question goes to the program and back."""

    name: str
    description: str
    role: Atspi.Role
    states: Atspi.StateSet
    path: tuple[str, ...]
    place: Atspi.Rect | None
    children: list[Node] = field(default_factory=list)

    @property
    def takes_focus(self) -> bool:
        """Whether it can be worked with."""
        return self.role not in WINDOWS and self.states.contains(Atspi.StateType.FOCUSABLE)

    @property
    def is_read(self) -> bool:
        """A text that nobody writes in: it has headings of its own."""
        return self.role in TEXTS and not self.states.contains(Atspi.StateType.EDITABLE)

    @property
    def whole(self) -> Iterator[Node]:
        """It and everything under it, in the order met."""
        yield self
        for child in self.children:
            yield from child.whole


def main() -> int:
    """Walk through every screen, or those that are named; returns the exit code."""
    said: list[str] = []
    listener = Atspi.EventListener.new(lambda event: said.append(str(event.any_data)))
    listener.register("object:announcement")
    program = subprocess.Popen(
        [ROOT / ".venv" / "bin" / "python", "-m", "tools.atspi_stage", *sys.argv[1:]],
        cwd=ROOT,
        env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    seen = faulty = 0
    for name in _screens(program):
        window = _window()
        nodes = [] if window is None else list(window.whole)
        focusable = [node for node in nodes if node.takes_focus]
        headings = sum(node.role == Atspi.Role.HEADING for node in nodes)
        faults = [*_faults_of_names(focusable), *_order(nodes)]
        pages = sum(node.is_read for node in focusable)
        if window is not None and focusable:  # Nobody works in the window for the group.
            faults += _faults_of_screen(window.name, headings + pages)
        seen, faulty = seen + len(focusable), faulty + len(faults)
        told = f"{len(focusable):4} bereikbaar, {headings:2} koppen, {len(faults)} fouten"
        print(f"{name:24} {told}", flush=True)
        for fault in faults:
            print(f"    {fault}", flush=True)
    program.stdin.close()
    broken = program.wait()
    for text in said:
        print(f"gezegd: {text}")
    print(f"{seen} keer bereikbaar, {faulty} fouten, {len(said)} keer iets gezegd")
    if broken:
        print("niet alle schermen zijn gezien")
    return int(bool(faulty) or bool(broken) or not seen)


def _faults_of_names(focusable: list[Node]) -> Iterator[str]:
    met: set[tuple[str, Atspi.Role]] = set()
    for node in focusable:
        name = node.name.strip()
        where = " > ".join([*node.path, name])
        if sum(sign.isalnum() for sign in name) == 0:
            yield f"zonder naam: {Atspi.role_get_name(node.role)} in {where}"
        elif SIGNS.search(name):
            yield f"een teken in de naam: {where}"
        if (where, node.role) in met:
            yield f"twee keer dezelfde naam: {where}"
        if says_again(name, node.description):
            yield f"twee keer gezegd: {where}: {node.description}"
        met.add((where, node.role))


def says_again(name: str, description: str) -> bool:
    """Whether a description has the words of the name; readers pass over one that is equal."""
    told = KEYS.sub("", description)
    words = [re.findall(r"\w+", text.casefold()) for text in (name, told)]
    return bool(name) and description != name and words[0] == words[1]


def _faults_of_screen(title: str, headings: int) -> Iterator[str]:
    if title in UNTITLED:
        yield f"geen titel van dit scherm: {title!r}"
    if not headings:
        yield "geen kop om naar te springen"


def _order(nodes: list[Node]) -> Iterator[str]:
    """What is met after something that stands wholly below it, in the same container."""
    for parent in nodes:
        if parent.role not in CONTAINERS:
            continue
        placed = [child for child in parent.children if child.place is not None]
        for one, other in pairwise(placed):
            above, below = other.place, one.place
            beside = above.x < below.x + below.width and below.x < above.x + above.width
            if above.y + above.height <= below.y and beside and above.height:
                yield f"komt te laat: {' > '.join(other.path)}"


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
            shown = [node for each in _children(found) if (node := _read(each)) is not None]
            return next((each for each in reversed(shown) if each.children), None)
    return None


def _children(known: Accessible) -> Iterator[Accessible]:
    for place in range(known.get_child_count()):
        child = known.get_child_at_index(place)
        if child is not None:
            yield child


def _read(known: Accessible, path: tuple[str, ...] = (), depth: int = 0) -> Node | None:
    """This object with what is shown in it; None when it is hidden itself."""
    states = known.get_state_set()
    if depth > DEEPEST or not all(states.contains(state) for state in SHOWN):
        return None
    name, role = known.get_name(), known.get_role()
    part = known.get_component_iface()
    place = None if part is None else part.get_extents(Atspi.CoordType.WINDOW)
    described = known.get_description() or ""
    node = Node(name=name, description=described, role=role, states=states, path=path, place=place)
    if not states.contains(Atspi.StateType.MANAGES_DESCENDANTS):
        below = (*path, name or Atspi.role_get_name(role)) if depth else ()
        read = (_read(child, below, depth + 1) for child in _children(known))
        node.children = [each for each in read if each is not None]
    return node


if __name__ == "__main__":
    sys.exit(main())
