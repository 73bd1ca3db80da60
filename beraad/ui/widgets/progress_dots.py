"""How many of the rondes have something in them, as a row of small bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget


class ProgressDots(QWidget):
    """Filled bars for what is done, pale ones for what is to come."""

    def __init__(self, total: int) -> None:
        super().__init__()
        self._total = total
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Fill this many bars."""
        self._count = count
        self.setAccessibleName(f"{count} van {self._total} rondes gevuld")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(round(self._total * line * 1.7), round(line * 0.5))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / self._total
        for place in range(self._total):
            done = place < self._count
            role = QPalette.ColorRole.Highlight if done else QPalette.ColorRole.Mid
            painter.setBrush(self.palette().color(role))
            bar = QRectF(place * step + 2, 0, step - 4, self.height())
            painter.drawRoundedRect(bar, self.height() / 2, self.height() / 2)
