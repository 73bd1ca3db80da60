"""The real window on a folder of its own, with everything around it that a test must not touch."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from beraad.app import build
from beraad.errors import Solvable
from beraad.records import RegisteredLesson, RegisteredSignal, Session
from beraad.store.copies.folder import copies_folder
from beraad.store.places import (
    SUFFIX,
    practice_folder,
    practice_register_folder,
    session_path,
)
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.training.observing import observation, pulse, rating
from beraad.ui.group.group_screen import GroupScreen
from beraad.ui.main_window import MainWindow
from beraad.ui.workspace import Workspace
from tools.soak import inside
from tools.soak.comings import Comings
from tools.soak.content import bare
from tools.soak.handles import Sample
from tools.soak.ledger import Ledger, RegisterLedger
from tools.soak.noise import Noise
from tools.soak.reach import Reach
from tools.soak.registered import Plain, plain
from tools.soak.texts import tokens_in

T = TypeVar("T")

_BEGIN = datetime(2026, 11, 18, 13, 3, tzinfo=UTC)
_QUIET = 100
_NOTEBOOKS = (
    ".zelfbeeld", ".formulier", ".voorbeeld", observation.SUFFIX, pulse.SUFFIX, rating.SUFFIX,
)  # fmt: skip
_PER_STEP = timedelta(seconds=0.7)


class World:
    """One application, one window at a time, and what was seen of its beraden.

    Attributes:
        seen: the states the open beraad had since it was first opened in this process, by beraad.
        written: the words of their own that the walk wrote.
        opened: how often a beraad was opened to measure, and how many megabytes there were then.
        answer: which folder a folder dialog gives; empty for Cancel.
        shared: another window wrote in a file that this one has open.
    """

    def __init__(
        self, app: QApplication, home: Path, *, real_screens: bool = False, may_die: bool = False
    ) -> None:
        self.app = app
        self.home = home
        self.beraden = home / "beraden"
        self.out = home / "uit"
        self.elsewhere = home / "elders"
        for folder in (self.out, self.elsewhere):
            folder.mkdir(parents=True, exist_ok=True)
        self.ledger = Ledger(home / "beloofd.jsonl")
        self.register_ledger = RegisterLedger(home / "register.jsonl")
        self.reach = Reach(home / "bereik.txt")
        self.noise = Noise()
        self.seen: dict[str, list[Session]] = {}
        self.written: set[str] = set()
        self.told_to_go: frozenset[str] = frozenset()
        self.answer = ""
        self.shared = False
        self.window: MainWindow | None = None
        self.real_screens = real_screens
        self.may_die = may_die
        self.samples: list[Sample] = []
        self.opened: list[tuple[int, float]] = []
        self._register: Plain = plain((), ())
        self._register_stamp: tuple[tuple[int, int], ...] = ()
        self._now = _BEGIN
        self._open: Workspace | None = None
        self._last: Session | None = None
        self._elsewhere_open: list[SessionFile | Register] = []
        if not real_screens:
            Comings.become("alleen")
            inside.use_screens(Comings)
        self._stub()

    # --- the window -----------------------------------------------------------------------------

    def open_window(self) -> None:
        """Start the program, as far as a process can do that more than once."""
        self.window = build(self.app, self.beraden, config=self.home / "instellingen", now=self.now)
        self.noise.listen()
        inside.export_to(self.window, self.out)
        self.window.show()

    def close_window(self) -> bool:
        """Close the window as its cross does; returns whether it went."""
        self.other_lets_go()
        if self.window is None:
            return True
        told = inside.told_to_go(self.window)
        if not self.window.close():
            return False
        self.told_to_go |= tokens_in(told)
        self.follow()
        self.window.deleteLater()
        self.window = None
        return True

    def abandon(self) -> None:
        """Let go of everything, however it stands: another walk begins in this process."""
        self.other_lets_go()
        for each in QApplication.topLevelWidgets():
            each.hide()
            each.deleteLater()
        QTest.qWait(_QUIET)
        self.window = None

    def now(self) -> datetime:
        """The time of the walk."""
        return self._now

    def tick(self) -> None:
        """Let some time pass between two steps."""
        self._now += _PER_STEP

    def reopen(self) -> bool:
        """Open the beraad that lies there longest, go to a ronde and leave; whether one did."""
        path = min(self.beraden.glob("[!.]*" + SUFFIX), default=None)
        if path is None or self.window is None:
            return False
        self.window.open(path)
        self.follow()
        self.window.show_start()
        self.follow()
        return True

    def jump(self, minutes: int) -> None:
        """Set the clock on or back."""
        self._now += timedelta(minutes=minutes)

    # --- another window -------------------------------------------------------------------------

    @property
    def other_is_open(self) -> bool:
        """Whether another window has something open."""
        return bool(self._elsewhere_open)

    def other_writes(self, path: Path, words: str) -> None:
        """Let another window open a beraad, add words to it and keep it open.

        That never works for the one that is open here. What can be undone here goes by it.
        """
        try:
            file = SessionFile.open(path)
        except Solvable:
            return
        self._elsewhere_open.append(file)
        if self.workspace is not None and self.workspace.path == path:
            self.shared = True
            return
        if self.session is not None and file.session.id == self.session.id:
            return
        friction = f"{file.session.case.friction} {words}".strip()
        session = replace(file.session, case=replace(file.session.case, friction=friction))
        file.keep(session)
        self.ledger.changed(session)
        self.ledger.kept(session)
        self.seen[session.id] = [session]

    def other_takes_register(self) -> None:
        """Let another window do something with the register, and not be done with it."""
        path = self.beraden / "register.sqlite"
        if path.exists() and not any(isinstance(e, Register) for e in self._elsewhere_open):
            with suppress(Solvable):
                self._elsewhere_open.append(Register.open(path))

    def other_lets_go(self) -> None:
        """Let the other window close everything."""
        while self._elsewhere_open:
            self._elsewhere_open.pop().close()

    # --- what is open ---------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace | None:
        """The open beraad."""
        return inside.workspace_of(self.window) if self.window else None

    @property
    def session(self) -> Session | None:
        """The open beraad as it is now."""
        workspace = self.workspace
        return workspace.editor.session if workspace else None

    @property
    def group(self) -> GroupScreen | None:
        """What steers the group's screen."""
        return inside.group_of(self.window) if self.window else None

    @property
    def group_window(self) -> QWidget | None:
        """The group's window, while it can be seen."""
        group = self.group
        return group.window if group and group.window.isVisible() else None

    def follow(self) -> str:
        """Take notice of a beraad that was opened or left; returns what was not as promised."""
        workspace = self.workspace
        if workspace is self._open:
            return ""
        if self._open is not None and self._last is not None:
            self._left(self._last)
        self._open = workspace
        if workspace is None:
            self._last = None
            return ""
        session = workspace.editor.session
        trouble = "" if self.ledger.may_be(session) else "na openen ouder dan wat bewaard heette"
        self._on_change(session)
        workspace.session_changed.connect(self._on_change)
        return trouble

    def register(
        self, *, of_practice: bool = False
    ) -> tuple[tuple[RegisteredSignal, ...], tuple[RegisteredLesson, ...]]:
        """What stands in the register, or in the oefenregister beside it."""
        return self._in_register(
            lambda register: (register.signals(), register.lessons()),
            ((), ()),
            practice_register_folder(self.beraden) if of_practice else None,
        )

    def drafts(self) -> tuple[str, ...]:
        """What is being typed about signals and questions, as the registers keep it."""
        return tuple(
            text
            for home in (self.beraden, practice_register_folder(self.beraden))
            for text in self._in_register(inside.typed_in, (), home)
        )

    def notebooks(self) -> tuple[str, ...]:
        """What was noted last beside oefeningen, cases and pulses, as their files keep it."""
        found: list[str] = []
        for path in (*self.beraden.rglob("*.*"), *self.out.glob("*.*")):
            if path.suffix in _NOTEBOOKS:
                head, *lines = map(json.loads, path.read_bytes().split(b"\n")[:-1])
                last = {(place, name): value for place, name, value in lines}
                found.extend(map(str, (*head.values(), *last.values())))
        return tuple(found)

    def _in_register(
        self, look: Callable[[Register], T], nothing: T, home: Path | None = None
    ) -> T:
        """Look into the register, also while another window has it open."""
        path = (home or self.beraden) / "register.sqlite"
        for each in self._elsewhere_open:
            if isinstance(each, Register) and home in {None, self.beraden}:
                return look(each)
        if not path.exists():
            return nothing
        try:
            with Register.open(path) as register:
                return look(register)
        except Solvable:
            return nothing

    def registered(self) -> Plain:
        """What stands in the register, for the model; read only when a file changed."""
        path = self.beraden / "register.sqlite"
        stamp = tuple(_stamp(each) for each in (path, path.with_name(f"{path.name}-wal")))
        if stamp != self._register_stamp:
            self._register = plain(*self.register())
            self._register_stamp = stamp
        return self._register

    def registers_aside(self) -> int:
        """How often a register was laid aside, as somebody put an earlier one back."""
        return sum(1 for _ in copies_folder(self.beraden).glob("register~*~opzij.sqlite"))

    def folders(self) -> tuple[Path, ...]:
        """Where beraden may lie."""
        return self.beraden, self.elsewhere

    def _on_change(self, session: Session) -> None:
        self._last = session
        self.ledger.changed(session)
        self.seen.setdefault(session.id, []).append(session)

    def _left(self, session: Session) -> None:
        """The window let a beraad go without a complaint: that promises that all of it is kept."""
        path = session_path(self.beraden, session)
        known = (path, practice_folder(self.beraden) / path.name, self.elsewhere / path.name)
        if any(each.exists() for each in known):
            self.ledger.kept(session)
        elif self._untouched(session):
            self.ledger.gone(session.id)
        else:
            self.ledger.kept(session)

    def _untouched(self, session: Session) -> bool:
        return bare(self.seen[session.id][0]) == bare(session)

    # --- what a walk must not touch -------------------------------------------------------------

    def _stub(self) -> None:
        """Dialogs of the system are answered by the walk; nothing opens outside the window."""
        QFileDialog.getExistingDirectory = self._chosen  # type: ignore[method-assign]
        QFileDialog.getOpenFileName = _no_file  # type: ignore[method-assign]
        QFileDialog.getSaveFileName = _no_file  # type: ignore[method-assign]
        QPrintDialog.exec = lambda _: QDialog.DialogCode.Rejected  # type: ignore[method-assign]
        QDesktopServices.openUrl = lambda _: True  # type: ignore[method-assign]

    def _chosen(self, *_: object, **__: object) -> str:
        return self.answer


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _no_file(*_: object, **__: object) -> tuple[str, str]:
    return "", ""


Prepare = Callable[[], None]
"""Something that is done before a walk begins, such as planting a fault."""
