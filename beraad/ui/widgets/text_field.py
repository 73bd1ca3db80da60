"""A field for text that grows with what is written in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import (
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from beraad.ui.clipboard.hints import unkept
from beraad.ui.clipboard.pasted import holds_text, is_file, plain, refuse_file
from beraad.ui.hearing.words import beside
from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.digit_row import is_alt_and_digit
from beraad.ui.widgets.keys_elsewhere import KeysElsewhere
from beraad.ui.widgets.next_text import to_next_text
from beraad.ui.widgets.parts import set_look

_MARGIN = 2
_MOST_LINES = 16
_LONG = 4000
_NARROWEST = 60
_ROUNDING = 2
"""Pixels that what is around a text may take more than was reckoned."""

_LETTERS = 20
"""A longer word may be broken: a column cannot make room for all."""
_ENDLESS = re.compile(r"[^\s]{2000}|[^\n]{50000}")


class TextField(QPlainTextEdit):
    """Plain text, one line or many. Undo belongs to the whole beraad, not to the field.

    `edited` carries the text after a change by the user. `takes_rows` is given a text that is
    pasted and says whether it sees to it, as a list does with lines. `menu_wished` lets others add
    to the menu of the field before it opens, for this place in the text. Where `goes_on`, Enter
    goes to the next text and Shift+Enter begins a line; with `on_enter` it does that instead.
    """

    edited = Signal(str)
    menu_wished = Signal(QMenu, int)

    def __init__(
        self,
        *,
        hint: str = "",
        single_line: bool = False,
        quiet: bool = False,
        least_lines: int = 1,
        role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.suggests: Callable[[], bool] = _never
        self.takes_rows: Callable[[str], bool] = _takes_nothing
        self._single_line = single_line
        self.goes_on = single_line
        self.on_enter: Callable[[], object] | None = None
        self._least_lines = least_lines
        self._keys_elsewhere: QObject | None = None
        self._visited = False
        self._line = 0
        self._measured = (0, 0)
        self._measuring = False
        self._longest = self._described = ""
        self._least_width = 0
        self._guessed: dict[int, int] = {}
        self._told: dict[int, int] = {}
        self._marks: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self.setPlaceholderText(hint)
        self.setAccessibleDescription(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        if role:
            self.setProperty("role", role)
        if quiet:
            self.setProperty("quiet", "true")
            self.setProperty("empty", "true")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._ask_again)
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.timeout.connect(self._fit_lines)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.timeout.connect(self._show_cursor)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.textChanged.connect(self._on_text_changed)

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(text)
        self._guessed.clear()
        self._find_longest()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.setAccessibleDescription(self._described)

    def setAccessibleDescription(self, text: str) -> None:
        """Describe it, without saying its name once more."""
        self._described = text
        super().setAccessibleDescription(beside(self.accessibleName(), text))

    def show_value(self, text: str) -> None:
        """Show this text without telling anybody; keeps the cursor where it was."""
        if text == self.toPlainText():
            return
        self._make_way_for(text)
        place = self.textCursor().position()
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._look_again()

    def show_marks(self, owner: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Paint marks over the text, beside those of other owners; the text stays as it is."""
        if marks or self._marks.get(owner):
            self._marks[owner] = marks
            self.setExtraSelections([mark for each in self._marks.values() for mark in each])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        about = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wished.emit(menu, about.position())
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.suggests():
            event.ignore()
            return
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if enter and self.goes_on and (self._single_line or not shifted):
            if self.on_enter is None:
                to_next_text(self)
            else:
                self.on_enter()
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        }:
            event.ignore()
            return
        if is_alt_and_digit(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._visited and event.reason() is not Qt.FocusReason.MouseFocusReason:
            # Who comes here first goes on behind what is written.
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._visited = True
        if self._keys_elsewhere is None:
            self._keys_elsewhere = KeysElsewhere(self)

    def createMimeDataFromSelection(self) -> QMimeData:
        return unkept(self.textCursor().selection().toPlainText())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return is_file(source) or holds_text(source)

    def dropEvent(self, event: QDropEvent) -> None:
        if is_file(event.mimeData()):
            refuse_file(self, event.position().toPoint())
            # Whoever offered it to be moved must not throw it away now.
            event.ignore()
        else:
            super().dropEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if is_file(source):
            refuse_file(self, self.cursorRect().bottomLeft())
            return
        text = plain(source)
        if not self.takes_rows(text):
            self.insert_pasted(text)

    def insert_pasted(self, text: str) -> None:
        """Put a text where the cursor is, on one line where there is only one."""
        self._make_way_for(text)
        self.insertPlainText(" ".join(text.split("\n")) if self._single_line else text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._on_cursor()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._line = 0
            self._measured = (0, 0)
            self._guessed.clear()
            self._least_width = 0
            self._ask_again()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines_at(width)
        if self._told.setdefault(width, lines) != lines:
            self._settle.start()
        return self._height(lines)

    def sizeHint(self) -> QSize:
        return QSize(160, self._height(self._lines_at(max(self.width(), 160))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(), self._height(1))

    @Slot()
    def _on_cursor(self) -> None:
        if self.hasFocus():
            self._follow.start()

    @Slot()
    def _show_cursor(self) -> None:
        """Scroll what this field stands in, as far as needed to see where one writes."""
        if not self.hasFocus():
            return
        line = self.cursorRect()
        for page in pages_around(self):
            if (inner := page.widget()) is not None:
                place = self.viewport().mapTo(inner, line.center())
                page.ensureVisible(place.x(), place.y(), 0, line.height())

    @Slot()
    def _on_text_changed(self) -> None:
        self._look_again()
        self.edited.emit(self.toPlainText())

    def _make_way_for(self, text: str) -> None:
        """Wrap anywhere once a line holds more than Qt can find word boundaries in."""
        if len(text) > _LONG and _ENDLESS.search(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _look_again(self) -> None:
        if self.property("quiet"):
            set_look(self, "empty", "true" if self.document().isEmpty() else "false")
        self._guessed.clear()
        self._find_longest()
        self._measure()

    def _find_longest(self) -> None:
        """Look for the longest word, which no column should break; how wide it is comes later."""
        words = (self.toPlainText()[:_LONG] or self.placeholderText()).split()
        longest = max(words, key=len, default="")
        if longest != self._longest:
            self._longest = longest
            before, self._least_width = self._least_width, 0
            if before and self._least() != before:
                self._settle.start()

    def _least(self) -> int:
        """The width in which no word is broken, but for an endless one."""
        if not self._least_width:
            word = self.fontMetrics().horizontalAdvance(self._longest[:_LETTERS])
            self._least_width = max(_NARROWEST, word + self._frame() + _ROUNDING)
        return self._least_width

    def _measure(self) -> None:
        lines = self._lines_laid()
        if (self.width(), lines) != self._measured:
            was = self._lines_at(self.width())
            self._measured = (self.width(), lines)
            now = self._lines_at(self.width())
            if was != now or self._told.get(self.width(), now) != now:
                self._settle.start()
        # The bar takes width, and so lines: what stands in a very narrow field can need fewer
        # beside the bar. While one look is under way, a next may put the bar there, never take it.
        if lines > self._most() or not self._measuring:
            self._measuring, before = True, self._measuring
            self.setVerticalScrollBarPolicy(
                Qt.ScrollBarPolicy.ScrollBarAsNeeded
                if lines > self._most()
                else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            )
            self._measuring = before
        if lines > self._most():
            self._refit.start()

    @Slot()
    def _ask_again(self) -> None:
        """Let what this stands in ask for its height anew: Qt remembers an answer per width."""
        self._told.clear()
        self.updateGeometry()

    def _lines_laid(self) -> int:
        """How many lines there are; of more than can be shown, no more than that it is more.

        Qt lays a text out when it comes in sight, and counts one line for a block before that. What
        is written in an empty field is its hint.
        """
        if self.document().isEmpty():
            return self._guess(self.width())
        lines = 0
        block = self.document().begin()
        while block.isValid() and lines <= self._most():
            self.blockBoundingRect(block)
            lines += block.lineCount()
            block = block.next()
        return lines

    @Slot()
    def _fit_lines(self) -> None:
        """Wrap anew where the bar came while Qt was still wrapping for the whole width."""
        layout = self.document().begin().layout()
        room = self.viewport().width() - 2 * _MARGIN
        if layout.lineCount() and round(layout.lineAt(0).width()) != room:
            height = self.verticalScrollBar().value()
            self.setLineWrapMode(TextField.LineWrapMode.NoWrap)
            self.setLineWrapMode(TextField.LineWrapMode.WidgetWidth)
            self.verticalScrollBar().setValue(height)

    def _lines_at(self, width: int) -> int:
        lines = self._measured[1] if self._measured[0] == width else self._guess(width)
        return min(max(lines, self._least_lines), self._most())

    def _guess(self, width: int) -> int:
        if width not in self._guessed:
            self._guessed[width] = self._count(width)
        return self._guessed[width]

    def _count(self, width: int) -> int:
        text = self.toPlainText() or self.placeholderText()
        if len(text) > _LONG:
            return self._most()
        room = QRect(0, 0, max(1, width - self._frame()), 1 << 20)
        metrics = self.fontMetrics()
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text or "x").height()
        return max(1, round(height / metrics.lineSpacing()))

    def _frame(self) -> int:
        line = self.fontMetrics().lineSpacing()
        return round(line * 0.8) + 2 * _MARGIN

    def _most(self) -> int:
        return max(_MOST_LINES, self._least_lines)

    def _height(self, lines: int) -> int:
        if not self._line:
            self._line = self.fontMetrics().lineSpacing()
        return round((lines + 0.75) * self._line + 2 * _MARGIN)


def _never() -> bool:
    return False


def _takes_nothing(_text: str) -> bool:
    return False
