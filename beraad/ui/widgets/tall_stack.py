"""Pages on top of each other, inside something that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget


class TallStack(QWidget):
    """Gives the page in sight the height it needs; the others keep theirs.

    A layout would first squeeze a page into the height of the one before it: work done twice.
    """

    def __init__(self) -> None:
        super().__init__()
        self._current: QWidget | None = None
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, page: QWidget) -> None:
        """Add a page, out of sight."""
        page.hide()
        page.setParent(self)

    def prepare(self, page: QWidget) -> None:
        """Lay out a page that is still out of sight, so that turning to it goes at once."""
        if self.isVisible():  # Out of sight, painting would lay out our neighbours as well.
            page.resize(self.width(), _height(page, self.width()))
            page.grab(QRect(0, 0, 1, 1))  # Qt hands out new sizes only to what is painted.

    def turn_from(self, page: QWidget) -> None:
        """Take any other page out of sight, so that what changes meanwhile lays out nothing."""
        if self._current is not None and self._current is not page:
            _let_go_of_focus(self._current)
            self._current.hide()
            self._current = None

    def turn_to(self, page: QWidget) -> bool:
        """Bring a page in sight; returns whether it was not already."""
        if page is self._current:
            return False
        self.turn_from(page)
        self._current = page
        self._heights.clear()
        self._fit()
        page.show()
        self.updateGeometry()
        return True

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._current is None:
            return 0
        if width not in self._heights:
            self._heights[width] = _height(self._current, width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        if self._current is None:
            return QSize(0, 0)
        width = self._current.minimumSizeHint().width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._heights.clear()
            self._fit()
            self.updateGeometry()
        return super().event(event)

    def _fit(self) -> None:
        if self._current is not None:
            height = max(self.height(), self.heightForWidth(self.width()))
            self._current.setGeometry(0, 0, self.width(), height)


def _let_go_of_focus(page: QWidget) -> None:
    """Else Qt looks for a neighbour through the whole window: the next page chooses its own."""
    focused = QApplication.focusWidget()
    if focused is not None and page.isAncestorOf(focused):
        focused.clearFocus()


def _height(page: QWidget, width: int) -> int:
    return page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()
