"""Writing on lines that are painted."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption


def write(
    painter: QPainter,
    area: QRect,
    text: str,
    *,
    pixels: int,
    ink: str,
    weight: QFont.Weight = QFont.Weight.Normal,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Write on one line, cut with an ellipsis where it does not fit; returns its width."""
    painter.setFont(lettered(painter.font(), pixels=pixels, weight=weight))
    painter.setPen(QColor(ink))
    shown = fitted(text, painter.fontMetrics(), cut, area.width())
    flags = Qt.AlignmentFlag.AlignVCenter | align | Qt.TextFlag.TextSingleLine
    painter.drawText(area, int(flags), shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def fitted(text: str, metrics: QFontMetrics, cut: Qt.TextElideMode, width: int) -> str:
    """As much of a text as there is room for."""
    return metrics.elidedText(text, cut, width)


def lettered(font: QFont, *, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """This font in another size and weight."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def height_of(text: str, font: QFont, width: int) -> int:
    """How high a text is that goes on below where it does not fit."""
    return ceil(_laid_out(text, font, width).boundingRect().height())


def write_whole(painter: QPainter, area: QRect, text: str, font: QFont, *, ink: str) -> None:
    """Write a text that goes on below where it does not fit, between words if it can."""
    painter.setPen(QColor(ink))
    _laid_out(text, font, area.width()).draw(painter, QPointF(area.topLeft()))


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    made = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setTextOption(option)
    made.beginLayout()
    below = 0.0
    while (line := made.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, below))
        below += line.height()
    made.endLayout()
    return made
