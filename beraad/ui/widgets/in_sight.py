"""What stands beside a long page, and goes along with what one reads of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QSpacerItem, QWidget

from beraad.ui.collecting import is_emptied
from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.parts import column

_EDGE = 12
"""Pixels between it and the edge of what is in sight."""


class InSight(QWidget):
    """Moves what it holds down as the page goes up, within its own height.

    What is higher than the page stays with its end in sight. Under what it stood beside, it has no
    height to move in.
    """

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        self._page: QScrollArea | None = None
        self._above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        inside = column(self)
        inside.addItem(self._above)
        inside.addWidget(held)
        inside.addStretch(1)
        held.installEventFilter(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = next(pages_around(self), None)
        if page is not None and page is not self._page:
            self._page = page
            page.verticalScrollBar().valueChanged.connect(self._follow)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not is_emptied(self):
            self._follow()
        return super().eventFilter(watched, event)

    @Slot()
    def _follow(self) -> None:
        layout = self.layout()
        if self._page is None or layout is None:
            return
        seen = self._page.viewport()
        gone = _EDGE - self.mapTo(seen, self.rect().topLeft()).y()
        high = self._held.height()
        room = max(0, self.height() - high)
        down = min(max(0, gone - max(0, high + 2 * _EDGE - seen.height())), room)
        if down != self._above.sizeHint().height():
            self._above.changeSize(0, down, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
            layout.invalidate()
