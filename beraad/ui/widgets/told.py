"""What a message says: whole where there is height for it, and else a part that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_SHARE = 0.35
"""The part of the window that a message may take: what it is about stays in sight."""

_LETTERS = 26
"""So many letters stay beside each other, or what stands beside the text goes under it."""


class Told(QScrollArea):
    """As high as its text asks for, up to a part of the window; arrows scroll the rest."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setObjectName("told-text")
        self.setObjectName("told-area")
        self.setWidget(inner)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._on_range(0, 0)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _LETTERS, metrics.lineSpacing())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._high(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _high(self, width: int) -> int:
        inner = self.widget()
        if inner is None:
            return 0
        least = self.fontMetrics().lineSpacing()
        most = max(least, round(self.window().height() * _SHARE))
        return min(most, max(least, inner.heightForWidth(width)))

    def _on_range(self, _: int, maximum: int) -> None:
        scrolls = maximum > 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
