"""The ground that things stand on in the group's window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beraad.ui.beamer.look import GroupLook


class Card(QWidget):
    """A rounded panel."""

    def __init__(self, look: GroupLook) -> None:
        super().__init__()
        self._ground = QColor(look.palette.surface)
        self._edge = QColor(look.palette.line)
        self._radius = look.px(24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._edge)
        painter.setBrush(self._ground)
        inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, self._radius, self._radius)


class Ruled(QWidget):
    """Something with a hairline under it."""

    def __init__(self, look: GroupLook) -> None:
        super().__init__()
        self._line = QColor(look.palette.line)
        self._thick = look.px(2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        rect = self.rect()
        QPainter(self).fillRect(
            0, rect.height() - self._thick, rect.width(), self._thick, self._line
        )


def across(
    parent: QWidget | None,
    look: GroupLook,
    *,
    gap: float = 36,
    margins: tuple[float, float] = (0, 0),
) -> QHBoxLayout:
    """Side by side; the gap and the margins (sideways, up and down) as designed."""
    made = QHBoxLayout(parent) if parent else QHBoxLayout()
    made.setSpacing(look.px(gap))
    side, end = (look.px(margin) if margin else 0 for margin in margins)
    made.setContentsMargins(side, end, side, end)
    return made


def down(
    parent: QWidget | None,
    look: GroupLook,
    *,
    gap: float = 0,
    margins: tuple[float, float] = (0, 0),
) -> QVBoxLayout:
    """Under each other; the gap and the margins (sideways, up and down) as designed."""
    made = QVBoxLayout(parent) if parent else QVBoxLayout()
    made.setSpacing(look.px(gap) if gap else 0)
    side, end = (look.px(margin) if margin else 0 for margin in margins)
    made.setContentsMargins(side, end, side, end)
    return made


TOP = Qt.AlignmentFlag.AlignTop
"""Things of one row stand on one line, however high each is."""
