"""The register follows what an open beraad says about answers that were told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from beraad.errors import Solvable
from beraad.records import Id, Session, ToldAnswer
from beraad.ui.workspace import Workspace

_SOON, _RETRY = 400, 5000
"""Milliseconds after a choice until it is noted; and after a failure."""


class TellingBack(QObject):
    """Notes a choice soon after it was made, takes it back when it is undone, and tries again.

    `failed` carries what went wrong, `solved` what no longer is; when the beraad closes it tries
    once more, and what then fails is noted when the beraad is opened again.
    """

    failed = Signal(object)
    solved = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        register: Callable[[], Path],
        *,
        today: Callable[[], date],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._register = register
        self._today = today
        self._seen = workspace.editor.session.told_answers
        self._practice = workspace.editor.session.is_practice
        self._noted: dict[Id, ToldAnswer] = {}
        self._left_over = {one.id for one in self._seen}
        self._trouble: Solvable | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.note)
        workspace.session_changed.connect(self._on_session)
        workspace.closing.connect(self.note)
        if self._seen:
            self._timer.start(_SOON)

    @Slot(object)
    def _on_session(self, session: Session) -> None:
        if session.told_answers is self._seen and session.is_practice == self._practice:
            return
        self._seen, self._practice = session.told_answers, session.is_practice
        self._timer.start(_SOON)

    @Slot()
    def note(self) -> None:
        """Let the register say what the beraad says now; quick when it does already."""
        from beraad.publishing.telling_back import NoLongerFits, told_in

        self._timer.stop()
        now = told_in(self._workspace.editor.session)
        trouble: Solvable | None = None
        for each in dict.fromkeys((*self._noted, *now)):
            before, after = self._noted.get(each), now.get(each)
            if before is not None and after is not None and _alike(before, after):
                continue
            try:
                self._note(before, after)
            except NoLongerFits as problem:
                if each not in self._left_over:
                    self.failed.emit(problem)
            except Solvable as problem:
                trouble = problem
                continue
            self._left_over.discard(each)
            if after is None:
                self._noted.pop(each, None)
            else:
                self._noted[each] = after
        self._tell(trouble)

    def _note(self, before: ToldAnswer | None, after: ToldAnswer | None) -> None:
        from beraad.publishing.telling_back import note_told

        told = after or before
        if told is not None:
            note_told(
                told,
                self._register(),
                held_on=self._workspace.editor.session.opening.held_on,
                today=self._today(),
                holds=after is not None,
                only_new=told.id in self._left_over,
            )

    def _tell(self, trouble: Solvable | None) -> None:
        if self._trouble is not None:
            self.solved.emit(self._trouble)
        self._trouble = trouble
        if trouble is not None:
            told = Solvable(
                f"Dat het antwoord is verteld, staat nog niet bij het signaal. {trouble.happened}",
                kept="In dit beraad staat het wel; Beraad probeert het steeds opnieuw.",
                way_out=trouble.way_out,
            )
            self._trouble = told
            self.failed.emit(told)
            self._timer.start(_RETRY)


def _alike(one: ToldAnswer, other: ToldAnswer) -> bool:
    """Whether the register says the same of both: the words stay in the beraad."""
    return (one.helped, one.told_before) == (other.helped, other.told_before)
