"""A page that scrolls, with a bar under it that stays in sight where there is height for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from beraad.ui.collecting import is_emptied
from beraad.ui.widgets.parts import column
from beraad.ui.widgets.scroll import scrolled

_SHARE = 0.3
"""The part of the height that a bar may take; a higher one scrolls along with its page."""

_NEARLY = 0.9


class PageOverBar(QWidget):
    """Large text on half a screen leaves a page no room above a bar of several lines.

    A page that scrolls by itself keeps nearly the height of the window then.
    """

    def __init__(self, page: QWidget, bar: QWidget) -> None:
        super().__init__()
        self._scrolls_itself = not isinstance(page, QScrollArea)
        area = page if isinstance(page, QScrollArea) else scrolled(page)
        self._area = area
        self._bar = bar
        self._moves = False
        self._page = area.takeWidget()
        along = QWidget()
        along.setObjectName("canvas")
        self._along = column(along)
        self._along.addWidget(self._page, 1)
        area.setWidget(along)
        self._outside = column(self)
        self._outside.addWidget(area, 1)
        self._outside.addWidget(bar)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._settle)
        bar.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """No higher than the page alone, so that there is always a height to let go of the bar."""
        return QSize(
            max(self._area.minimumSizeHint().width(), self._bar.minimumSizeHint().width()),
            self._area.minimumSizeHint().height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not is_emptied(self):
            self._later.start()  # A layout is at work: its parts stay where they are.
        return super().eventFilter(watched, event)

    def _height_of_bar(self) -> int:
        """As high as it is at this width: what may wrap wishes to be as narrow as it can."""
        high = self._bar.heightForWidth(self.width())
        return high if high >= 0 else self._bar.sizeHint().height()

    @Slot()
    def _settle(self) -> None:
        moves = self._height_of_bar() > self.height() * _SHARE
        if self._scrolls_itself:
            self._page.setMinimumHeight(round(self.height() * _NEARLY) if moves else 0)
        if moves is self._moves:
            return
        self._moves = moves
        focus = QApplication.focusWidget()
        (self._along if moves else self._outside).addWidget(self._bar)
        self._bar.show()
        if focus is not None and self._bar.isAncestorOf(focus):
            focus.setFocus()
