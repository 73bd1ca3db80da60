"""What the window said was kept, written down where a kill cannot reach it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from beraad.errors import Solvable
from beraad.records import Session
from beraad.store.places import SUFFIX
from beraad.store.session_file import SessionFile
from tools.soak.content import print_of
from tools.soak.registered import Asked, Plain, wrong_in_register

_STATE, _KEPT, _GONE = "staat", "bewaard", "weg"


class RegisterLedger:
    """What stood in the register when it was last read: that was kept, whatever comes after."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.last: Plain = {"signals": {}, "steps": {}, "lessons": {}}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                with suppress(ValueError):  # the last line, cut off by a kill
                    self.last = json.loads(line)

    def read(self, register: Plain) -> None:
        """The register was read, and this stood in it."""
        if register != self.last:
            self.last = register
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps(register)}\n")

    def missing(self, register: Plain) -> str:
        """What stood in the register and is not there any more; no words."""
        return wrong_in_register(self.last, register, Asked("anything"))


class Ledger:
    """Per beraad every state it had since the last one that was said to be kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._since: dict[str, list[str]] = {}
        self._told: dict[str, str] = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                self._take_in(line)

    def changed(self, session: Session) -> None:
        """A beraad became this; it may be kept from now on."""
        self._add(session.id, _STATE, print_of(session))

    def kept(self, session: Session) -> None:
        """The window says that this is kept."""
        mark = print_of(session)
        if self._told.get(session.id) != mark:
            self._add(session.id, _KEPT, mark)

    def gone(self, identity: str) -> None:
        """A beraad in which nothing was written went."""
        self._add(identity, _GONE, "")

    def may_be(self, session: Session) -> bool:
        """Whether this is what was last said to be kept, or a state after it."""
        return print_of(session) in self._since.get(session.id, [print_of(session)])

    def missing(self, folders: tuple[Path, ...]) -> Iterator[str]:
        """What is not there, or not as it was said to be kept; no words of a beraad."""
        found: dict[str, list[bool]] = {}
        for path in (each for folder in folders for each in folder.rglob(f"[!.]*{SUFFIX}")):
            try:
                with SessionFile.open(path) as file:
                    session = file.session
            except Solvable as problem:
                yield f"gaat niet open: {problem.happened[:60]}"
                continue
            found.setdefault(session.id, []).append(self.may_be(session))
        for identity, states in self._since.items():
            if self._told.get(identity) and not any(found.get(identity, [False])):
                yield "ontbreekt" if identity not in found else f"ouder dan {len(states)} staten"

    def _add(self, identity: str, kind: str, mark: str) -> None:
        line = json.dumps([identity, kind, mark])
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
        self._take_in(line)

    def _take_in(self, line: str) -> None:
        try:
            identity, kind, mark = json.loads(line)
        except ValueError:
            return  # the last line, cut off by a kill
        match kind:
            case "staat":
                self._since.setdefault(identity, []).append(mark)
            case "bewaard":
                states = self._since.setdefault(identity, [])
                place = len(states) - 1 - states[::-1].index(mark) if mark in states else None
                self._since[identity] = [mark] if place is None else states[place:]
                self._told[identity] = mark
            case _:
                self._since.pop(identity, None)
                self._told.pop(identity, None)
