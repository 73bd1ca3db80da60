"""A part of the window that scrolls up and down when it does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from beraad.ui.widgets.parts import row

_MARGIN = 28


def centred(inner: QWidget, *, widest: int) -> QScrollArea:
    """A column in the middle, no wider than is good to read, that scrolls up and down."""
    canvas = QWidget()
    canvas.setObjectName("canvas")
    inner.setMaximumWidth(widest)
    around = row(canvas, margins=_MARGIN, spacing=0)
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
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inner)
    return made
