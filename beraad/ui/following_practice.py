"""Writes down when something happens in an oefening: which ronde, which letter; never a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from beraad.defects import write_down
from beraad.errors import Solvable
from beraad.records import Id, PhaseKey, Session
from beraad.training.observing.time_log import Event, EventKind, TimeLog
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.workspace import Workspace

if TYPE_CHECKING:
    from beraad.ui.widgets.listening import Listening


class FollowingPractice(QObject):
    """Follows one oefening for as long as it is open; a full disk stops no talk."""

    def __init__(
        self, folder: Path, session_id: Id, screen: SessionScreen, workspace: Workspace
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._log: TimeLog | None = None
        try:
            self._log = TimeLog(folder, session_id)
        except Solvable as problem:
            write_down(problem)
        session = workspace.editor.session
        self._phase: PhaseKey | None = None
        self._wordings = len(session.wordings)
        self._reworded_at: int | None = None
        self._options = frozenset(each.id for each in session.options)
        self._shifts = _shifts(session)
        self._revealed = False
        self._hints = self._away = 0
        workspace.session_changed.connect(self._on_session)
        screen.reveal.changed.connect(self._on_reveal)
        screen.listening.changed.connect(self._on_hints)
        self._on_session(session)

    @property
    def events(self) -> tuple[Event, ...]:
        """What was written down."""
        return self._log.events if self._log is not None else ()

    @property
    def visited(self) -> frozenset[PhaseKey]:
        """The rondes where the talk stood, whether the clock ran or not."""
        return frozenset(each.phase for each in self.events if each.kind is EventKind.RONDE)

    @Slot(object)
    def _on_session(self, session: Session) -> None:
        phase = session.progress.phase
        self._count_wordings(session, phase)
        if phase is not self._phase:
            self._phase = phase
            self._add(EventKind.RONDE, phase)
        for option in session.alternatives:
            if option.id not in self._options:
                self._add(EventKind.ALTERNATIVE, phase, session.letter(option.id))
        self._options |= {each.id for each in session.options}
        shifts = _shifts(session)
        for key, minutes in shifts.items():
            if minutes != self._shifts.get(key, 0):
                self._add(EventKind.TIME_GIVEN, key, f"{minutes}")
        self._shifts = shifts

    def _count_wordings(self, session: Session, phase: PhaseKey) -> None:
        """Write down another question once it stands: while one types the words may come back.

        It says when the words changed, not when it turned out that they stay so.
        """
        if len(session.wordings) <= self._wordings:
            self._reworded_at = None
        elif self._reworded_at is None:
            self._reworded_at = self._screen.clock.plan().used
        if phase is PhaseKey.DILEMMA and not session.dilemma.settled:
            return
        if len(session.wordings) > self._wordings:
            self._add(
                EventKind.QUESTION,
                self._phase or phase,
                f"{len(session.wordings) + 1}e vraag",
                at=self._reworded_at,
            )
        self._wordings = len(session.wordings)
        self._reworded_at = None

    @Slot()
    def _on_reveal(self) -> None:
        revealed = bool(self._screen.reveal.ids)
        if revealed and not self._revealed and self._phase is not None:
            self._add(EventKind.REVEALED, self._phase)
        self._revealed = revealed

    @Slot()
    def _on_hints(self) -> None:
        listening: Listening = self._screen.listening
        shown, away = listening.standing
        if self._phase is not None:
            if shown > self._hints:
                self._add(EventKind.HINT, self._phase)
            if away > self._away:
                self._add(EventKind.HINT_AWAY, self._phase)
        self._hints, self._away = shown, away

    def _add(
        self, kind: EventKind, phase: PhaseKey, detail: str = "", *, at: int | None = None
    ) -> None:
        if self._log is None:
            return
        if at is None:
            at = self._screen.clock.plan().used
        try:
            self._log.add(Event(at=at, kind=kind, phase=phase, detail=detail))
        except Solvable as problem:
            write_down(problem)


def _shifts(session: Session) -> dict[PhaseKey, int]:
    return {key: shift for key in PhaseKey if (shift := session.shift_of(key))}
