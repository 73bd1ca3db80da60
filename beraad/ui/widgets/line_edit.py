"""One line to type in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from beraad.ui.clipboard.hints import copy
from beraad.ui.clipboard.pasted import holds_text, is_file, on_clipboard, plain, refuse_file
from beraad.ui.hearing.words import beside
from beraad.ui.widgets.digit_row import is_alt_and_digit

_Key = QKeySequence.StandardKey


class LineEdit(QLineEdit):
    """Copies so that no history keeps it; takes text and no file, whatever layout it has.

    Qt's own line has no place where that can be said once, so keys, menu and dropping come here.
    """

    _instead = ""
    """What is said in the place of the hint; empty while that is said itself."""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._describe()

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(text)
        self._describe()

    def _describe(self) -> None:
        """Without a description a reader is given what stands in the empty line: not the name."""
        hint = self.placeholderText()
        added = beside(self.accessibleName(), hint)
        if self.accessibleDescription() in {"", self._instead}:
            self._instead = "" if added == hint else added
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


def settle_entry(screen: QWidget) -> None:
    """Let the field with the cursor hand over what counts only when it is left."""
    line = screen.window().focusWidget()
    if isinstance(line, QLineEdit):
        line.editingFinished.emit()
