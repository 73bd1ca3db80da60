"""One line to type in."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from beraad.ui.clipboard.hints import copy
from beraad.ui.clipboard.pasted import holds_text, is_file, on_clipboard, plain, refuse_file
from beraad.ui.hearing.words import beside
from beraad.ui.widgets.digit_row import is_alt_and_digit

_CONTENTS = QStyle.SubElement.SE_LineEditContents
_MARGIN = 2
"""Pixels that Qt keeps at either side of the letters."""

_LETTERS = 12
"""Letters for which there is room in a line with a hint."""

_ENDS = re.compile(r"(?:, zoals)?: |, | \(")
"""Where a hint may end."""

_Key = QKeySequence.StandardKey


class LineEdit(QLineEdit):
    """Copies so that no history keeps it; takes text and no file, whatever layout it has.

    Qt's own line has no place where that can be said once, so keys, menu and dropping come here.
    """

    _hint = _instead = ""
    """The whole hint, and what is said in its place; that is empty while the hint itself is."""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._describe()

    def placeholderText(self) -> str:
        return self._hint

    def setPlaceholderText(self, text: str) -> None:
        self._hint = text
        self._fit_hint()

    def minimumSizeHint(self) -> QSize:
        """Room for the shortest hint, and for a word: a row without that folds."""
        least = super().minimumSizeHint()
        if not self._hint:
            return least
        metrics = self.fontMetrics()
        shortest = min(metrics.horizontalAdvance(each) for each in _shorter(self._hint))
        wide = max(shortest, metrics.averageCharWidth() * _LETTERS)
        return QSize(max(least.width(), wide + self.width() - self._room()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_hint()

    def _fit_hint(self) -> None:
        """Show as much of the hint as there is room for, and never half of what it says."""
        room = self._room()
        metrics = self.fontMetrics()
        ways = _shorter(self._hint)
        shown = next((each for each in ways if metrics.horizontalAdvance(each) <= room), ways[-1])
        if shown != QLineEdit.placeholderText(self):
            super().setPlaceholderText(shown)
        self._describe()

    def _room(self) -> int:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(_CONTENTS, option, self)
        return inside.width() - 2 * _MARGIN

    def _describe(self) -> None:
        """Without a description a reader is given what stands in the empty line."""
        told = beside(self.accessibleName(), self._hint)
        if self.accessibleDescription() in {"", self._instead}:
            self._instead = "" if told == QLineEdit.placeholderText(self) else told
            if self._instead != self.accessibleDescription():
                self.setAccessibleDescription(self._instead)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for key, action in self._ways():
            if event.matches(key):
                action()
                return
        if is_alt_and_digit(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = ("edit-copy", "edit-cut", "edit-paste")
        for name, (_, action) in zip(names, self._ways(), strict=True):
            entry = menu.findChild(QAction, name)
            if entry is not None:
                entry.triggered.disconnect()
                entry.triggered.connect(action)
        menu.popup(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_file(event.mimeData()) or holds_text(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if is_file(event.mimeData()) or holds_text(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if is_file(event.mimeData()):
            self._take(event.mimeData())
            # Whoever offered it to be moved must not throw it away now.
            event.ignore()
        elif event.mimeData().hasText():
            super().dropEvent(event)
        else:
            self._take(event.mimeData())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _ways(self) -> tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...]:
        return (
            (_Key.Copy, self._copy),
            (_Key.Cut, self._cut),
            (_Key.Paste, self._paste),
        )

    @Slot()
    def _copy(self) -> None:
        if self.echoMode() is QLineEdit.EchoMode.Normal:
            copy(self.selectedText())

    @Slot()
    def _cut(self) -> None:
        if self.hasSelectedText() and not self.isReadOnly():
            self._copy()
            self.insert("")

    @Slot()
    def _paste(self) -> None:
        self._take(on_clipboard())

    def _take(self, source: QMimeData) -> None:
        if is_file(source):
            refuse_file(self, QPoint(0, self.height()))
        elif not self.isReadOnly():
            self.insert(" ".join(plain(source).split("\n")))


def _shorter(hint: str) -> list[str]:
    """A hint, then without its key, and then without what comes after a comma or a colon."""
    ends = [end.start() for end in _ENDS.finditer(hint)]
    return [hint, *(hint[:end] for end in reversed(ends) if end)]


def settle_entry(screen: QWidget) -> None:
    """Let the field with the cursor hand over what counts only when it is left."""
    line = screen.window().focusWidget()
    if isinstance(line, QLineEdit):
        line.editingFinished.emit()
