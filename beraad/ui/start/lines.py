"""The list of beraden as a control: with the focus there is always a line at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QListView

from beraad.ui.start.list_model import ROW, BeradenModel

if TYPE_CHECKING:
    from beraad.ui.start.listing import Row


class Lines(QListView):
    """Who clicks beside the lines, or sees them come anew, can go on with the keys too.

    `menu_wished` says where the menu of the line at hand should open, on the whole screen.
    """

    menu_wished = Signal(QPoint)

    def __init__(self, lines: BeradenModel) -> None:
        super().__init__()
        self._lines = lines
        self._was: tuple[Path, int] | None = None
        self.setModel(lines)
        # After what remembers the line at hand: that forgets it when the lines are others.
        lines.modelReset.connect(self._on_other_lines)

    @property
    def at_hand(self) -> Row | None:
        """The line that a key is about."""
        line: Row | None = self.currentIndex().data(ROW)
        return line

    def remember_at_hand(self) -> None:
        """Know which line is at hand: they are about to be read again."""
        line = self.at_hand
        if line is not None:
            self._was = line.path, self.currentIndex().row()

    def go_on_at_hand(self, *, is_whole: bool) -> None:
        """Have the same line at hand as before, or the one that is in its place now.

        `is_whole` tells that no more lines come.
        """
        if self._was is None or not self._lines.rowCount():
            return
        path, place = self._was
        found = self._lines.place_of(path)
        if found is None:
            found = min(place, self._lines.rowCount() - 1)
            if found < place and not is_whole:
                return
        self._was = None
        self.setCurrentIndex(self._lines.index(found))

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

    @Slot()
    def _on_other_lines(self) -> None:
        if self.hasFocus():
            self._be_somewhere()

    def _be_somewhere(self) -> None:
        if self.model().rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
