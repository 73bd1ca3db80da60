"""A part of the window that scrolls up and down when it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from beraad.ui.widgets.parts import row

_MARGIN = 28
_CLOSE = 12
_ROOMY = 56
"""So many letters wide a page is where it can spare wide edges."""


class Canvas(QWidget):
    """What scrolls, with edges that are wide where there is room for that."""

    def __init__(self, *, sides: int, top: int) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._sides = sides
        self._top = top

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            roomy = self.width() >= self.fontMetrics().averageCharWidth() * _ROOMY
            side = self._sides if roomy else min(self._sides, _CLOSE)
            layout.setContentsMargins(side, self._top, side, self._top)


def centred(inner: QWidget, *, widest: int) -> QScrollArea:
    """A column in the middle, no wider than is good to read, that scrolls up and down."""
    canvas = Canvas(sides=_MARGIN, top=_MARGIN)
    inner.setMaximumWidth(widest)
    around = row(canvas, spacing=0)
    around.addStretch(1)
    around.addWidget(inner, 100)
    around.addStretch(1)
    return scrolled(canvas)


def scrolled(inner: QWidget) -> QScrollArea:
    """The widget in an area that scrolls up and down and takes no focus of its own.

    Sideways only where large text leaves no other way: nothing is out of reach.
    """
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setMinimumHeight(1)  # Else Qt asks for as much as its scroll bar would like.
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inner)
    return made
