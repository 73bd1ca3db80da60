"""The way of a signal as a line: three stations there, a turn, and three back."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from beraad.signals.life import STATIONS
from beraad.signals.telling import stations_sentence

_TURN = 3
"""Stations before the way goes back."""


class StationLine(QWidget):
    """Filled for what is passed, a ring with a dot where it is now, hollow for what lies ahead."""

    def __init__(self, *, ended: bool) -> None:
        super().__init__()
        self._ended = ended
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_passed(0)

    def show_passed(self, passed: int) -> None:
        """Show that so many stations are passed."""
        self._passed = passed
        self.setAccessibleName(stations_sentence(passed, ended=self._ended))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(round((len(STATIONS) + 1) * line * 1.05), line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        done = colours.color(QPalette.ColorRole.Highlight)
        ahead = colours.color(QPalette.ColorRole.Dark)
        step = self.width() / (len(STATIONS) + 1)
        middle = self.height() / 2
        radius = self.height() * 0.28
        centres = [
            QPointF((place + (0.5 if place < _TURN else 1.5)) * step, middle)
            for place in range(len(STATIONS))
        ]
        for place, (left, right) in enumerate(pairwise(centres)):
            painter.setPen(QPen(done if place + 1 < self._passed else ahead, 2))
            painter.drawLine(
                QPointF(left.x() + radius, middle), QPointF(right.x() - radius, middle)
            )
        turn = (_TURN + 0.5) * step
        painter.setPen(QPen(ahead, 2))
        high = radius * 1.6
        painter.drawLine(QPointF(turn, middle - high), QPointF(turn, middle + high))
        for place, centre in enumerate(centres):
            around = QRectF(centre.x() - radius, middle - radius, 2 * radius, 2 * radius)
            passed, now = place < self._passed, place == self._passed and not self._ended
            painter.setPen(QPen(done if passed or now else ahead, 2 if now else 1.5))
            painter.setBrush(done if passed else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(around)
            if now:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(done)
                painter.drawEllipse(centre, radius * 0.4, radius * 0.4)
