"""The one place where a beraad changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from beraad.editing.history import History, Step
from beraad.editing.operations import (
    moved,
    touches_wording,
    with_added,
    with_field,
    with_time,
    with_wording_kept,
    without,
)
from beraad.records import (
    Consideration,
    Id,
    PhaseKey,
    PrivateNote,
    Progress,
    Session,
    Version,
    new_id,
)
from beraad.records.anatomy import Address

Listener = Callable[[Session], None]


class SessionEditor:
    """Holds the current session; every change goes through a named operation.

    An operation that changes nothing is not an edit: it is not remembered and nobody is told.
    """

    def __init__(self, session: Session, *, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now
        self._history = History()
        self._listeners: list[Listener] = []

    @property
    def session(self) -> Session:
        """The beraad as it is now."""
        return self._session

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to undo."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone edit to redo."""
        return self._history.can_redo

    def on_change(self, listener: Listener) -> None:
        """Tell this listener of every new session from now on."""
        self._listeners.append(listener)

    def edit(self, address: Address, value: Any) -> None:
        """Change one value. Typing on in one text field counts as one edit.

        A wording of the dilemma that the group has worked with is kept among the earlier ones
        when it is changed. Raises KeyError when the record is gone.
        """
        before = self._session
        after = with_field(before, address, value)
        if after is before:
            return
        if before.dilemma.settled and touches_wording(before, address):
            after = with_field(with_wording_kept(before, self._now()), address, value)
        self._do(after, typed_at=address if isinstance(value, str) else None)

    def add(self, section: str, record: Any, *, index: int | None = None) -> None:
        """Add a record to a section."""
        self._do(with_added(self._session, section, record, index))

    def remove(self, section: str, item: Id) -> None:
        """Remove a record and everything that hangs on it."""
        self._do(without(self._session, section, item))

    def move(self, section: str, item: Id, step: int) -> None:
        """Move a record up (negative) or down among its siblings."""
        self._do(moved(self._session, section, item, step))

    def write_note(self, phase: PhaseKey, text: str) -> None:
        """Write the private note of a ronde."""
        note = self._session.note_of(phase)
        if note is None:
            if text:
                note = PrivateNote(id=new_id(), phase=phase)
                after = with_added(self._session, "private_notes", note)
                address = Address("private_notes", "text", note.id)
                self._do(with_field(after, address, text), typed_at=address)
            return
        self.edit(Address("private_notes", "text", note.id), text)

    def weigh(self, participant: Id, field: str, value: Any) -> None:
        """Change the afweging of one participant, which begins with the first value."""
        mine = self._session.consideration_of(participant)
        if mine is not None:
            self.edit(Address("considerations", field, mine.id), value)
            return
        begun = Consideration(id=new_id(), participant_id=participant)
        address = Address("considerations", field, begun.id)
        after = with_field(with_added(self._session, "considerations", begun), address, value)
        self._do(after, typed_at=address if isinstance(value, str) else None)

    def change(self, operation: Callable[[Session], Session]) -> None:
        """Do several changes as one edit."""
        self._do(operation(self._session))

    def begin_step(self) -> None:
        """Let what is typed next be undone by itself, apart from what was typed before."""
        self._history.begin_step()

    def go_to(self, phase: PhaseKey) -> None:
        """Go to a ronde. Not an edit; leaving ronde 2 settles the wording of the dilemma."""
        session = self._session
        if session.progress.phase is phase:
            return
        if session.progress.phase is PhaseKey.DILEMMA and session.dilemma.moral_question:
            session = replace(session, dilemma=replace(session.dilemma, settled=True))
        self._become(replace(session, progress=Progress(phase=phase)))

    def spend(self, phase: PhaseKey, seconds: int) -> None:
        """Add clock time to a ronde. Not an edit."""
        total = self._session.seconds_in(phase) + seconds
        self._become(with_time(self._session, phase, seconds=total))

    def shift_time(self, shifts: Mapping[PhaseKey, int]) -> None:
        """Give these rondes so many minutes on top of their plan, or fewer. Not an edit."""
        session = self._session
        for phase, minutes in shifts.items():
            if session.shift_of(phase) != minutes:
                session = with_time(session, phase, shift=minutes)
        if session is not self._session:
            self._become(session)

    def issue(self, version: Version) -> None:
        """Keep a version that was given out. Not an edit: what others have cannot be undone."""
        self._become(replace(self._session, versions=(*self._session.versions, version)))

    def undo(self) -> PhaseKey | None:
        """Take the last edit back; returns the ronde it was made in, None when there is none."""
        step = self._history.undo()
        if step is None:
            return None
        self._restore(step.before)
        return step.phase

    def redo(self) -> PhaseKey | None:
        """Do the last undone edit again; returns the ronde it was made in."""
        step = self._history.redo()
        if step is None:
            return None
        self._restore(step.after)
        return step.phase

    def _restore(self, session: Session) -> None:
        self._become(
            replace(
                session,
                progress=self._session.progress,
                time_spent=self._session.time_spent,
                versions=self._session.versions,
            )
        )

    def _do(self, after: Session, *, typed_at: Address | None = None) -> None:
        before = self._session
        if after is before:
            return
        phase = before.progress.phase
        self._history.record(Step(before, after, phase, typed_at, self._now()))
        self._become(after)

    def _become(self, session: Session) -> None:
        self._session = session
        for listener in self._listeners:
            listener(session)
