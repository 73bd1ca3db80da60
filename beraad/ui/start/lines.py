"""The list of beraden as a control: with the focus there is always a line at hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QListView


class Lines(QListView):
    """Who clicks beside the lines, or sees them come anew, can go on with the keys too.

    `menu_wished` says where the menu of the line at hand should open, on the whole screen.
    """

    menu_wished = Signal(QPoint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse the line under it is at hand; by key the one that was."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            under = self.indexAt(event.pos())
            if under.isValid():
                self.setCurrentIndex(under)
            self.menu_wished.emit(event.globalPos())
        else:
            at = self.visualRect(self.currentIndex()).center()
            self.menu_wished.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._be_somewhere()

    def reset(self) -> None:
        """The lines are others now."""
        super().reset()
        if self.hasFocus():
            self._be_somewhere()

    def _be_somewhere(self) -> None:
        if self.model().rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
