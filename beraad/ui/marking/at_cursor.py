"""What belongs to the mark in which the text cursor stands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from beraad.ui.marking.field_marks import FieldMarks, Placed
from beraad.ui.marking.reason_line import ReasonLine
from beraad.ui.marking.wording import with_key
from beraad.ui.widgets.text_field import TextField


class AtCursor(QObject):
    """Follows the cursor from field to field and says why the words at it are underlined."""

    def __init__(self, fields: Mapping[TextField, FieldMarks], screen: QWidget) -> None:
        super().__init__(screen)
        self._fields = fields
        self._field: TextField | None = None
        self.line = ReasonLine(screen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def field(self) -> TextField | None:
        """The field with the cursor, when marks may stand in it."""
        return self._field

    @property
    def placed(self) -> Placed | None:
        """The mark at the cursor."""
        if self._field is None:
            return None
        return self._fields[self._field].at(self._field.textCursor().position())

    def forget(self, field: TextField) -> None:
        """This field is gone."""
        if field is self._field:
            self._field = None

    @Slot()
    def look_again(self) -> None:
        """Say what belongs to the mark at the cursor, or nothing."""
        if self._field is not None:
            placed = self.placed
            self.line.say(with_key(placed.mark) if placed else "", self._field)

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002
        field = now if isinstance(now, TextField) and now in self._fields else None
        if field is self._field:
            return
        if self._field is not None:
            self._field.cursorPositionChanged.disconnect(self.look_again)
            self.line.say("", self._field)
        self._field = field
        if field is not None:
            field.cursorPositionChanged.connect(self.look_again)
            self.look_again()
