"""Underlines what may identify somebody in the text fields of one screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from beraad.phases.model import Field
from beraad.privacy.marks import Marks
from beraad.privacy.outgoing import REPORT_SECTIONS, SIGNAL_SECTIONS, goes_out
from beraad.records import Session
from beraad.ui.marking.at_cursor import AtCursor
from beraad.ui.marking.choices import add_choices, replace_words
from beraad.ui.marking.field_marks import FieldMarks
from beraad.ui.marking.reading_job import ReadingJob
from beraad.ui.marking.stepping import step
from beraad.ui.marking.wording import BEFORE_KEY, NEXT_KEY, REPLACE_KEY, SWITCH
from beraad.ui.theme.look import Look
from beraad.ui.widgets.text_field import TextField
from beraad.ui.workspace import Workspace

_DECISIONS = frozenset({"decisions"})
_READ = REPORT_SECTIONS | SIGNAL_SECTIONS | _DECISIONS | {"participants", "known_words"}


class Marker(QObject):
    """Reads along with what is written, and never changes it.

    Only fields of which the text may leave the beraad are attended. Nothing is read before `begin`.
    """

    def __init__(self, workspace: Workspace, look: Look, screen: QWidget) -> None:
        super().__init__(screen)
        self._editor = workspace.editor
        self._look = look
        self._session = workspace.editor.session
        self._fields: dict[TextField, FieldMarks] = {}
        self._marks: Marks = {}
        self._begun = False
        self._job = ReadingJob(self)
        self.at_cursor = AtCursor(self._fields, screen)
        self.serve(screen)
        self._job.done.connect(self._on_read)
        workspace.session_changed.connect(self._on_session)
        look.changed.connect(self._on_look)

    @property
    def is_idle(self) -> bool:
        """Whether the marks are those of the beraad as it is now."""
        return self._begun and self._job.is_idle

    @property
    def attended(self) -> tuple[TextField, ...]:
        """The fields that are read along with."""
        return tuple(self._fields)

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

    def serve(self, screen: QWidget) -> None:
        """Let the keys for marks work in this screen."""
        for keys, action in (
            (REPLACE_KEY, self.replace),
            (NEXT_KEY, self.go_on),
            (BEFORE_KEY, self.go_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), screen)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    @Slot()
    def replace(self) -> None:
        """Put more general words where the cursor stands."""
        field, placed = self.at_cursor.field, self.at_cursor.placed
        if field is not None and placed is not None:
            replace_words(self._editor, field, placed)

    @Slot()
    def go_on(self) -> None:
        """Go to the next mark in sight."""
        self._go(forward=True)

    @Slot()
    def go_back(self) -> None:
        """Go to the previous mark in sight."""
        self._go(forward=False)

    def _go(self, *, forward: bool) -> None:
        found = step(self._fields, self.at_cursor.field, forward=forward)
        if found is None:
            return
        field, placed = found
        cursor = field.textCursor()
        cursor.setPosition(placed.cursor.selectionStart())
        field.setTextCursor(cursor)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    def _paint(self) -> None:
        """Show what is known; a text that was not read yet keeps the marks it has."""
        colour = self._look.palette.open
        for field, marks in self._fields.items():
            text = field.toPlainText()
            known = self._marks.get(text) if text else ()
            if known is not None:
                marks.show_marks(text, known, colour)
        self.at_cursor.look_again()

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
        self.at_cursor.forget(field)
