"""How many of the rondes have something in them, as a row of small bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget


class ProgressDots(QWidget):
    """Filled bars for what is done, hollow ones for what is to come."""

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
        colours = self.palette()
        done, to_come = QPalette.ColorRole.Highlight, QPalette.ColorRole.Dark
        step = self.width() / self._total
        for place in range(self._total):
            full = place < self._count
            painter.setPen(colours.color(done if full else to_come))
            painter.setBrush(colours.color(done) if full else Qt.BrushStyle.NoBrush)
            bar = QRectF(place * step + 2, 0.5, step - 4, self.height() - 1)
            painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
