"""The beraad that is open: its editor, its file, and keeping what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from beraad.editing.autosave import Autosave, SaveState, Waiting
from beraad.editing.editor import SessionEditor
from beraad.errors import Solvable
from beraad.records import Session
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile

if TYPE_CHECKING:
    from beraad.privacy.dutch.lexicon import Lexicon


class Workspace(QObject):
    """Joins one editor to one file. Nothing is lost between the two."""

    session_changed = Signal(object)
    save_state_changed = Signal(object)

    def __init__(
        self,
        file: SessionFile,
        *,
        folder: Path,
        now: Callable[[], datetime],
        fresh: bool = False,
    ) -> None:
        super().__init__()
        self._file = file
        self._folder = folder
        self._blank = file.session if fresh else None
        self.editor = SessionEditor(file.session, now=now)
        self._autosave = Autosave(file, file.session, now=now, seconds=monotonic)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        self.editor.on_change(self._on_session)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words the gate reads this beraad with, those of the municipality among them."""
        from beraad.privacy.dutch.municipal_words import own_words

        return own_words(self._folder).lexicon

    @property
    def path(self) -> Path:
        """Where the beraad is kept."""
        return self._file.path

    @property
    def save_state(self) -> SaveState:
        """How it stands with what was written."""
        return self._autosave.state

    @Slot()
    def keep(self) -> SaveState:
        """Keep now what is not kept yet."""
        state = self._autosave.keep()
        self._report()
        return state

    def keep_what_waits(self) -> None:
        """Keep now, when something was written that is not kept yet."""
        if isinstance(self._autosave.state, Waiting):
            self.keep()

    def keep_elsewhere(self, folder: Path) -> None:
        """Write the whole beraad to another folder and go on there. Raises Solvable."""
        session = self.editor.session
        moved = SessionFile.create(session_path(folder, session), session)
        self._leave_file()
        self._file = moved
        self._autosave.keep_elsewhere(moved)
        self._report()

    def close(self) -> None:
        """Keep everything and let go of the file. A beraad in which nothing was written goes.

        Raises Solvable when the last of it cannot be kept; the workspace then stays open.
        """
        self._timer.stop()
        state = self._autosave.keep()
        problem = getattr(state, "problem", None)
        if isinstance(problem, Solvable):
            self._report()
            raise problem
        self._file.close()
        if self._blank is not None and _same_words(self._blank, self.editor.session):
            self._file.path.unlink(missing_ok=True)

    def _on_session(self, session: Session) -> None:
        if session.is_practice != self._autosave_is_practice():
            self._move_between_real_and_practice(session)
        self._autosave.changed(session)
        self._report()
        self.session_changed.emit(session)

    def _autosave_is_practice(self) -> bool:
        return self._file.session.is_practice

    def _move_between_real_and_practice(self, session: Session) -> None:
        old = self._file
        moved = SessionFile.create(session_path(self._folder, session), session)
        old.close()
        old.path.unlink(missing_ok=True)
        self._file = moved
        self._autosave.changed(session)
        self._autosave.keep_elsewhere(moved)

    def _leave_file(self) -> None:
        try:
            self._file.close()
        except Solvable:
            return

    def _report(self) -> None:
        left = self._autosave.seconds_left()
        if left is None:
            self._timer.stop()
        else:
            self._timer.start(round(left * 1000))
        self.save_state_changed.emit(self._autosave.state)


def _same_words(blank: Session, session: Session) -> bool:
    """Whether nothing was written; going somewhere and counting time is no writing."""
    return replace(session, progress=blank.progress, time_spent=blank.time_spent) == blank
