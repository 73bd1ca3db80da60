"""Underlines what may identify somebody in the text fields of one screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from beraad.phases.model import Field
from beraad.privacy.finding.outgoing import REPORT_SECTIONS, SIGNAL_SECTIONS, goes_out
from beraad.privacy.review.marks import Marks
from beraad.records import Session
from beraad.ui.marking.at_cursor import AtCursor
from beraad.ui.marking.choices import add_choices
from beraad.ui.marking.field_marks import FieldMarks
from beraad.ui.marking.marks_job import MarksJob
from beraad.ui.marking.wording import SWITCH
from beraad.ui.theme.look import Look
from beraad.ui.widgets.text_field import TextField
from beraad.ui.workspace import Workspace

_DECISIONS = frozenset({"decisions"})
_READ = REPORT_SECTIONS | SIGNAL_SECTIONS | _DECISIONS | {"participants", "known_words"}


class Marker(QObject):
    """Reads along with what is written, and never changes it.

    Only fields of which the text may leave the beraad are attended. Nothing is read before `begin`.
    `painted` tells that marks may have changed.
    """

    painted = Signal()

    def __init__(self, workspace: Workspace, look: Look, screen: QWidget) -> None:
        super().__init__(screen)
        self._editor = workspace.editor
        self._look = look
        self._session = workspace.editor.session
        self._fields: dict[TextField, FieldMarks] = {}
        self._marks: Marks = {}
        self._begun = False
        self._job = MarksJob(lambda: workspace.lexicon, self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._paint)
        self.serve(screen)
        self._job.done.connect(self._on_read)
        workspace.session_changed.connect(self._on_session)
        look.changed.connect(self._on_look)

    @property
    def is_idle(self) -> bool:
        """Whether the marks are those of the beraad as it is now."""
        return self._begun and self._job.is_idle

    @Slot()
    def begin(self) -> None:
        """Read the beraad for the first time, and along with it from now on."""
        self._begun = True
        self._on_look()

    def attend(self, about: Field, field: TextField) -> None:
        """Underline in this field from now on, if its text may leave the beraad."""
        if not goes_out(about.section, about.name):
            return
        self._fields[field] = FieldMarks(field)
        field.menu_wished.connect(partial(self._on_menu, field))
        field.destroyed.connect(partial(self._forget, field))
        if self._marks:
            self._late.start()

    def serve(self, screen: QWidget) -> None:
        """Explain marks in this screen, and let their keys work there."""
        self.painted.connect(AtCursor(self._editor, self._fields, screen).look_again)

    @Slot(object)
    def _on_session(self, session: Session) -> None:
        before, self._session = self._session, session
        changed = {name for name in _READ if getattr(before, name) is not getattr(session, name)}
        if changed and self._reads:
            self._job.wish(session, at_once=changed <= _DECISIONS)

    @Slot()
    def _on_look(self) -> None:
        if self._reads:
            self._job.wish(self._session)
        else:
            self._job.stop()
            self._marks = {}
            for field, marks in self._fields.items():
                marks.show_marks(field.toPlainText(), (), "")
        self._paint()

    @property
    def _reads(self) -> bool:
        return self._begun and self._look.underlines

    @Slot(object)
    def _on_read(self, found: Marks) -> None:
        if self._reads:
            self._marks = found
            self._paint()

    @Slot()
    def _paint(self) -> None:
        """Show what is known; a text that was not read yet keeps the marks it has."""
        colour = self._look.palette.open
        for field, marks in self._fields.items():
            text = field.toPlainText()
            known = self._marks.get(text) if text else ()
            if known is not None:
                marks.show_marks(text, known, colour)
        self.painted.emit()

    def _on_menu(self, field: TextField, menu: QMenu, place: int) -> None:
        placed = self._fields[field].at(place)
        if placed is not None:
            add_choices(menu, self._editor, field, placed)
        menu.addSeparator()
        switch = menu.addAction(SWITCH)
        switch.setCheckable(True)
        switch.setChecked(self._look.underlines)
        switch.toggled.connect(self._on_switch)

    @Slot(bool)
    def _on_switch(self, underlines: bool) -> None:  # noqa: FBT001
        self._look.choose_underlines(underlines=underlines)

    def _forget(self, field: TextField) -> None:
        self._fields.pop(field, None)
