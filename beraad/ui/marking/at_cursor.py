"""What belongs to the mark in which the text cursor stands, on one screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from beraad.editing.editor import SessionEditor
from beraad.ui.collecting import is_emptied
from beraad.ui.marking.choices import replace_words
from beraad.ui.marking.field_marks import FieldMarks, Placed
from beraad.ui.marking.reason_line import ReasonLine
from beraad.ui.marking.stepping import step
from beraad.ui.marking.wording import BEFORE_KEY, NEXT_KEY, REPLACE_KEY, with_key
from beraad.ui.widgets.shortcuts import heed_all
from beraad.ui.widgets.text_field import TextField


class AtCursor(QObject):
    """Follows the cursor from field to field, says why words are underlined, and has the keys."""

    def __init__(
        self, editor: SessionEditor, fields: Mapping[TextField, FieldMarks], screen: QWidget
    ) -> None:
        super().__init__(screen)
        self._editor = editor
        self._fields = fields
        self._screen = screen
        self._field: TextField | None = None
        self.line = ReasonLine(screen)
        heed_all(
            screen,
            (REPLACE_KEY, self.replace),
            (NEXT_KEY, self.go_on),
            (BEFORE_KEY, self.go_back),
        )
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def placed(self) -> Placed | None:
        """The mark at the cursor."""
        marks = self._fields.get(self._field) if self._field is not None else None
        if marks is None or self._field is None:
            return None
        return marks.at(self._field.textCursor().position())

    @Slot()
    def look_again(self) -> None:
        """Say what belongs to the mark at the cursor, or nothing."""
        placed = self.placed
        if placed is None or self._field is None:
            self.line.put_away()
        else:
            self.line.say(with_key(placed.mark), self._field)

    @Slot()
    def replace(self) -> None:
        """Put more general words where the cursor stands."""
        placed = self.placed
        if placed is not None and self._field is not None:
            replace_words(self._editor, self._field, placed)

    @Slot()
    def go_on(self) -> None:
        """Go to the next mark in sight."""
        self._go(forward=True)

    @Slot()
    def go_back(self) -> None:
        """Go to the previous mark in sight."""
        self._go(forward=False)

    def _go(self, *, forward: bool) -> None:
        found = step(self._fields, self._field, forward=forward)
        if found is not None:
            field, placed = found
            cursor = field.textCursor()
            cursor.setPosition(placed.cursor.selectionStart())
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.setTextCursor(cursor)

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002
        if is_emptied(self):
            return
        here = isinstance(now, TextField) and self._screen.isAncestorOf(now)
        marks = self._fields.get(now) if here and isinstance(now, TextField) else None
        self._field = now if marks is not None and isinstance(now, TextField) else None
        if marks is not None:
            marks.follow_cursor(self.look_again)
        self.look_again()
