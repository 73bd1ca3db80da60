"""The marks in one text field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from beraad.privacy.review.marks import Mark
from beraad.ui.marking.places import place_in_qt
from beraad.ui.marking.wording import explanation
from beraad.ui.widgets.text_field import TextField

_OWNER = "marks"


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark where it stands now; its cursor moves along with what is typed before it."""

    mark: Mark
    cursor: QTextCursor

    @property
    def stands(self) -> bool:
        """Whether the very words that were found still stand there."""
        written = self.cursor.selectedText().replace("\u2029", "\n").replace("\u00a0", " ")
        return written == self.mark.find.text


class FieldMarks:
    """Paints marks over a field. Text, cursor, selection and undo stay as they are."""

    def __init__(self, field: TextField) -> None:
        self._field = field
        self._placed: list[Placed] = []
        self._colour = ""
        self._hover: _Hover | None = None
        self._is_followed = False

    @property
    def standing(self) -> list[Placed]:
        """The marks whose words were not changed since, in order."""
        return [each for each in self._placed if each.stands]

    def show_marks(self, text: str, marks: tuple[Mark, ...], colour: str) -> None:
        """Underline these places in the text that the field shows."""
        spans = [(place_in_qt(text, m.find.start), place_in_qt(text, m.find.end)) for m in marks]
        shown = [(each.mark, _span(each.cursor)) for each in self._placed]
        if shown == list(zip(marks, spans, strict=True)) and colour == self._colour:
            return
        self._colour = colour
        if marks and self._hover is None:
            self._hover = _Hover(self._field, self)
        self._placed = [
            Placed(mark, self._cursor(*span)) for mark, span in zip(marks, spans, strict=True)
        ]
        form = _underline(colour)
        self._field.show_marks(_OWNER, [_selection(each.cursor, form) for each in self._placed])

    def follow_cursor(self, moved: Callable[[], None]) -> None:
        """Tell when the cursor moves, from now on; only the first who asks is told."""
        if not self._is_followed:
            self._is_followed = True
            self._field.cursorPositionChanged.connect(moved)

    def at(self, place: int) -> Placed | None:
        """The mark that holds this place in the text, or ends there."""
        for each in self._placed:
            start, end = _span(each.cursor)
            if start <= place <= end and each.stands:
                return each
        return None

    def _cursor(self, start: int, end: int) -> QTextCursor:
        made = QTextCursor(self._field.document())
        made.setPosition(start)
        made.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.setKeepPositionOnInsert(True)
        return made


class _Hover(QObject):
    """Explains the mark under the mouse.

    Made for a field with marks only: seeing every event of every field takes its time.
    """

    def __init__(self, field: TextField, marks: FieldMarks) -> None:
        super().__init__(field)
        self._field = field
        self._marks = marks
        field.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        found = self._marks.at(self._field.cursorForPosition(event.pos()).position())
        if found is None:
            return False
        QToolTip.showText(event.globalPos(), explanation(found.mark), self._field)
        return True


def _span(cursor: QTextCursor) -> tuple[int, int]:
    return cursor.selectionStart(), cursor.selectionEnd()


def _underline(colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(QColor(colour))
    return form


def _selection(cursor: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor  # type: ignore[attr-defined]
    made.format = form  # type: ignore[attr-defined]
    return made
