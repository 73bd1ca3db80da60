"""The one place where a beraad changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any

from beraad.editing.agreement import with_agreement_to_what_was_read
from beraad.editing.difference import changed_at
from beraad.editing.history import History, Step, ends_something
from beraad.editing.operations import (
    moved,
    touches_wording,
    with_added,
    with_field,
    with_time,
    with_typed,
    with_wording_kept,
    without,
)
from beraad.editing.rewording import Rewording, worded
from beraad.records import (
    AsTyped,
    Consideration,
    Id,
    PhaseKey,
    PrivateNote,
    Progress,
    Session,
    Version,
    new_id,
)
from beraad.records.anatomy import Address, read

Listener = Callable[[Session], None]

_DRAFT = "draft."
"""How the place of a draft begins; no section has that name."""


@dataclass(frozen=True, slots=True)
class Undone:
    """Where an undo or redo changed something.

    Attributes:
        phase: the ronde in which the step was done.
        address: the first place that changed; None when that is no longer to be seen.
    """

    phase: PhaseKey
    address: Address | None


class SessionEditor:
    """Holds the current session; every change goes through a named operation.

    An operation that changes nothing is not an edit: it is not remembered and nobody is told.
    """

    def __init__(
        self,
        session: Session,
        *,
        now: Callable[[], datetime],
        history: History | None = None,
    ) -> None:
        self._session = session
        self._now = now
        self._history = history or History()
        self._being_typed: tuple[str, str | None] | None = None
        self._rewording = Rewording()
        self._listeners: list[Listener] = []

    @property
    def session(self) -> Session:
        """The beraad as it is now."""
        return self._session

    @property
    def history(self) -> History:
        """What can be undone, to go on with when this beraad is opened again."""
        return self._history

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to undo."""
        return self._history.can_undo or self._being_typed is not None

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
        when its words change. Raises KeyError when the record is gone.
        """
        before = self._session
        after = with_field(before, address, value)
        if after is before:
            return
        if touches_wording(before, address):
            after = self._rewording.after(before, after, self._now())
        self._type(before, after, address, value)

    def type_in(self, place: str, text: str) -> None:
        """Keep what stands in a field that counts when it is left. Not an edit yet."""
        if self._being_typed is None or self._being_typed[0] != place:
            self._finish_typing()
            self._being_typed = (place, self._session.typed_at(place))
        self._become(with_typed(self._session, place, text))

    def enter(self, place: str, put: Callable[[Session], Session], *, unread: str = "") -> None:
        """Take what was typed in a field that was left: one edit, from before the first key.

        `put` gives the field its value. What cannot be read stays as it was typed in `unread`.
        """
        before = self._before_typing(place)
        try:
            after = with_typed(put(self._session), place, unread or None)
        except KeyError:  # The record went while its field still had the cursor.
            after = with_typed(self._session, place, None)
        after = with_agreement_to_what_was_read(before, after)
        self._record(before, after, None)
        self._become(after)

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
                self._type(self._session, with_field(after, address, text), address, text)
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
        self._type(self._session, after, address, value)

    def change(self, operation: Callable[[Session], Session]) -> None:
        """Do several changes as one edit."""
        self._do(operation(self._session))

    def keep_wording(self) -> None:
        """Put the present wording of the dilemma among the earlier ones: another one follows."""
        session = self._session
        self._do(with_wording_kept(session, worded(session), self._now()))

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
        self._rewording.begin_anew()
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

    def withdraw(self, version: Version) -> None:
        """Forget a version that was issued and under which nothing was given out. Not an edit."""
        left = tuple(each for each in self._session.versions if each.id != version.id)
        if left != self._session.versions:
            self._become(replace(self._session, versions=left))

    def approve_lesson(self, on: date | None) -> None:
        """Keep when the leerverslag went into the register; None when it went out of it.

        Not an edit: what stands in the register is not undone in a beraad. What is typed next is a
        step of its own.
        """
        if on != self._session.lesson.approved_on:
            self.begin_step()
            self._become(_approved(self._session, on))

    def draft(self, name: str) -> str:
        """What was typed under this name and was not used yet."""
        return self._session.typed_at(f"{_DRAFT}{name}") or ""

    def keep_draft(self, name: str, text: str) -> None:
        """Keep what was typed and was not used yet. Not an edit, and not undone."""
        after = with_typed(self._session, f"{_DRAFT}{name}", text or None)
        if after is not self._session:
            self._become(after)

    def undo(self) -> Undone | None:
        """Take the last edit back; returns where it was made, None when there is none."""
        self._finish_typing()
        step = self._history.undo()
        if step is None:
            return None
        self._restore(step.before)
        return Undone(step.phase, changed_at(step.after, step.before))

    def redo(self) -> Undone | None:
        """Do the last undone edit again; returns where it was made, None when there is none."""
        step = self._history.redo()
        if step is None:
            return None
        self._restore(step.after)
        return Undone(step.phase, changed_at(step.before, step.after))

    def _before_typing(self, place: str) -> Session:
        """The session as it was before the field was typed in, but for what is no edit."""
        if self._being_typed is None or self._being_typed[0] != place:
            return self._session
        earlier = self._being_typed[1]
        self._being_typed = None
        return with_typed(self._session, place, earlier)

    def _finish_typing(self) -> None:
        """Let what is being typed in a field be a step of its own, as far as it came."""
        if self._being_typed is not None:
            before = self._before_typing(self._being_typed[0])
            self._record(before, self._session, None)

    def _restore(self, session: Session) -> None:
        self._rewording.begin_anew()
        self._become(
            replace(
                _approved(session, self._session.lesson.approved_on),
                progress=self._session.progress,
                time_spent=self._session.time_spent,
                versions=self._session.versions,
                as_typed=(
                    *(each for each in session.as_typed if not _is_draft(each)),
                    *(each for each in self._session.as_typed if _is_draft(each)),
                ),
            )
        )

    def _type(self, before: Session, after: Session, address: Address, value: Any) -> None:
        if not isinstance(value, str) or isinstance(value, Enum):
            self._do(after)
            return
        try:
            earlier = str(read(before, address))
        except KeyError:
            earlier = ""
        after = with_agreement_to_what_was_read(before, after)
        self._record(before, after, address, ended=ends_something(earlier, value))
        self._become(after)

    def _do(self, after: Session) -> None:
        if after is not self._session:
            after = with_agreement_to_what_was_read(self._session, after)
            self._record(self._session, after, None)
            self._become(after)

    def _record(
        self, before: Session, after: Session, typed_at: Address | None, *, ended: bool = False
    ) -> None:
        if before is after or before == after:
            return
        now = self._now()
        phase = before.progress.phase
        self._history.record(Step(before, after, phase, typed_at, now, now, ended))

    def _become(self, session: Session) -> None:
        self._session = session
        for listener in self._listeners:
            listener(session)


def _approved(session: Session, on: date | None) -> Session:
    return replace(session, lesson=replace(session.lesson, approved_on=on))


def _is_draft(typed: AsTyped) -> bool:
    return typed.place.startswith(_DRAFT)
