"""The beraad that is open: its editor, its file, and keeping what was written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from beraad.defects import write_down
from beraad.editing.autosave import Autosave, Failed, Kept, SaveState, Waiting
from beraad.editing.editor import SessionEditor
from beraad.editing.history import History
from beraad.errors import Solvable
from beraad.records import Session
from beraad.store.copies.places import is_erased
from beraad.store.rescue import rescue
from beraad.store.rescued import rescue_folders
from beraad.store.session_home import OpenSession, SessionHome

if TYPE_CHECKING:
    from beraad.privacy.dutch.lexicon import Lexicon


class Workspace(QObject):
    """Joins one editor to one file. Nothing is lost between the two.

    `closing` comes before the last is kept: who has something to add to the beraad does so now.
    `closed` comes when the file was let go: nothing is added after it.

    Attributes:
        told: what the user should know about the file at once; None when all is well.
    """

    session_changed = Signal(object)
    save_state_changed = Signal(object)
    closing = Signal()
    closed = Signal()

    def __init__(
        self,
        file: OpenSession,
        *,
        folder: Path,
        now: Callable[[], datetime],
        fresh: bool = False,
        told: Solvable | None = None,
        history: History | None = None,
    ) -> None:
        super().__init__()
        self.told = told or file.told
        self._home = SessionHome(file, folder)
        self._folder = folder
        self._blank = file.session if fresh else None
        self._read = file.session
        self._told_at_opening = file.told
        self._rescued: Path | None = None
        self._rescued_session: Session | None = None
        self.editor = SessionEditor(file.session, now=now, history=history)
        self._autosave = Autosave(
            self._home, file.session, now=now, seconds=monotonic, puzzled=write_down
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        self.editor.on_change(self._on_session)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words the gate reads this beraad with, those of the municipality among them."""
        from beraad.privacy.dutch.municipal_words import municipal_words

        return municipal_words(self._folder).lexicon

    @property
    def path(self) -> Path:
        """Where the beraad is kept."""
        return self._home.path

    @property
    def may_write(self) -> bool:
        """Whether what is written here can be kept in its own file."""
        return self._home.is_writable

    @property
    def told_at_closing(self) -> Solvable | None:
        """What was set aside since the file was opened, and lies there; None when nothing was."""
        told = self._home.told
        return None if told is self._told_at_opening or not self._home.is_writable else told

    @property
    def save_state(self) -> SaveState:
        """How it stands with what was written."""
        return self._autosave.state

    def keep_surely(self) -> SaveState:
        """Keep now, and see whether all of it lies on disk."""
        if isinstance(self.keep(), Failed):
            return self.save_state
        try:
            self._home.check()
        except Solvable as problem:
            self._autosave.not_kept(problem)
            self._report()
        return self.save_state

    @Slot()
    def keep(self) -> SaveState:
        """Keep now what is not kept yet. Never raises an Exception: it is in the state."""
        state = self._autosave.keep()
        self._report()
        return state

    def keep_what_waits(self) -> None:
        """Keep now, when something was written that is not kept yet."""
        if isinstance(self._autosave.state, Waiting):
            self.keep()

    def keep_elsewhere(self, folder: Path) -> Solvable | None:
        """Write the whole beraad to another folder and go on there.

        Returns what the user should know of the file that stays behind. Raises Solvable when
        keeping fails; then nothing changed.
        """
        told = self._home.keep_elsewhere(folder, self.editor.session)
        self._told_at_opening = self._home.told
        self._autosave.keep_elsewhere(self._home)
        self._report()
        return told

    def rescue(self) -> Path:
        """Write everything to a copy beside the file that cannot be kept; returns where it is.

        It goes again once the beraad itself is kept. Raises Solvable when there is no place.
        """
        session = self.editor.session
        if self._rescued is None or self._rescued_session is not session:
            made = rescue(session, rescue_folders(self._folder))
            self._forget_rescue()
            self._rescued, self._rescued_session = made, session
        return self._rescued

    @property
    def is_erased(self) -> bool:
        """Whether this beraad was erased while it was open: a copy of it would go as well."""
        return is_erased(self._folder, self.editor.session.id)

    @property
    def rescued(self) -> Path | None:
        """The rescue copy that `rescue` made last, while it is there."""
        return self._rescued

    def close(self) -> None:
        """Keep everything and let go of the file. A beraad in which nothing was written goes.

        Raises Solvable when the last of it cannot be kept, or what was kept is not on disk any
        more; the workspace then stays open.
        """
        self.closing.emit()
        if not self.may_write and _same_words(self._read, self.editor.session):
            self.abandon()
            return
        state = self.keep()
        if isinstance(state, Failed):
            raise state.problem
        self._timer.stop()
        if self._blank is not None and _same_words(self._blank, self.editor.session):
            self._home.discard()
        else:
            self._let_go()
        self.closed.emit()

    def abandon(self) -> None:
        """Let go of the file, although the last of it is only in the rescue copy."""
        self._timer.stop()
        with suppress(Solvable, OSError):
            self._home.leave()
        self.closed.emit()

    def _let_go(self) -> None:
        try:
            self._home.close()
        except Solvable as problem:
            self._autosave.not_kept(problem)
            self._report()
            raise

    def _on_session(self, session: Session) -> None:
        self._autosave.changed(session)
        self._report()
        self.session_changed.emit(session)

    def _forget_rescue(self) -> None:
        if self._rescued is not None:
            with suppress(OSError):
                self._rescued.unlink(missing_ok=True)
            self._rescued = self._rescued_session = None

    def _report(self) -> None:
        left = self._autosave.seconds_left()
        if left is None:
            self._timer.stop()
        else:
            self._timer.start(round(left * 1000))
        state = self._autosave.state
        if isinstance(state, Kept):
            self._forget_rescue()
        self.save_state_changed.emit(state)


def _same_words(blank: Session, session: Session) -> bool:
    """Whether nothing was written; going somewhere and counting time is no writing."""
    return replace(session, progress=blank.progress, time_spent=blank.time_spent) == blank
