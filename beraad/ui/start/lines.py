"""The list of beraden as a control: with the focus there is always a line at hand."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListView


class Lines(QListView):
    """Who clicks beside the lines, or sees them come anew, can go on with the keys too."""

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
