"""A page that scrolls, with a bar under it that stays in sight where there is height for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QScrollArea, QWidget

from beraad.ui.collecting import is_emptied
from beraad.ui.widgets.below import below
from beraad.ui.widgets.parts import column
from beraad.ui.widgets.scroll import scrolled

_SHARE = 0.3
"""The part of the height that a bar may take; a higher one scrolls along with its page."""

_NEARLY = 0.9

_GOING = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""What a key does to the page when nothing with the focus has a use for it."""


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
        for made in below(bar, QAbstractButton):
            made.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """No higher than the page alone, so that there is always a height to let go of the bar."""
        return QSize(
            max(self._area.minimumSizeHint().width(), self._bar.minimumSizeHint().width()),
            self._area.minimumSizeHint().height(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on from wherever the focus is, also from the bar."""
        if not self._reads_on(event):
            super().keyPressEvent(event)

    def _reads_on(self, event: QKeyEvent) -> bool:
        """Whether the key went up or down in the page."""
        going = _GOING.get(Qt.Key(event.key()))
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        scroll = self._area.verticalScrollBar()
        if going is None or plain != Qt.KeyboardModifier.NoModifier or not scroll.maximum():
            return False
        scroll.triggerAction(going)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_emptied(self):
            return super().eventFilter(watched, event)
        if isinstance(watched, QAbstractButton):
            # A button goes to the next one at an arrow; beside a page that is what Tab is for.
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                is_arrow = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
                if is_arrow and self._reads_on(event):
                    return True
        elif event.type() is QEvent.Type.Resize:
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
