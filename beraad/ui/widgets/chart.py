"""A picture of amounts, time or routes in the window, and the same as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from beraad.report.charts import Chart
from beraad.report.drawing import Picture, Ruler, drawn
from beraad.report.drawing.shapes import Anchor, Frame, Ink, Panel, Part, Shape, Stroke, Words
from beraad.report.tabled import chart_tabled
from beraad.ui.hearing.marks import PICTURE
from beraad.ui.hearing.words import spoken
from beraad.ui.theme.look import INK_2
from beraad.ui.widgets.parts import column
from beraad.ui.widgets.table_view import TableView

_ROLES: Mapping[Ink, QPalette.ColorRole] = {
    Ink.INK: QPalette.ColorRole.WindowText,
    Ink.MUTED: INK_2,
    Ink.ACCENT: QPalette.ColorRole.Highlight,
    Ink.PAPER: QPalette.ColorRole.Base,
    Ink.LINE: QPalette.ColorRole.Mid,
    Ink.GROUND: QPalette.ColorRole.AlternateBase,
}
_ALIGNED: Mapping[Anchor, tuple[float, Qt.AlignmentFlag]] = {
    Anchor.START: (0.0, Qt.AlignmentFlag.AlignLeft),
    Anchor.MIDDLE: (0.5, Qt.AlignmentFlag.AlignHCenter),
    Anchor.END: (1.0, Qt.AlignmentFlag.AlignRight),
}
_RING = 4
"""Pixels around the picture for the edge that shows the focus."""
_LEAST = 8
"""The least width, in letters: with less room the table scrolls."""


class ChartView(QWidget):
    """The picture where it fits, and otherwise, or when that is wished, the table."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._wants_table = False
        self._picture = DrawnChart()
        self._table = TableView()
        inside = column(self)
        inside.addWidget(self._picture)
        inside.addWidget(self._table)

    def show_chart(self, chart: Chart) -> None:
        """Show this chart."""
        if chart != self._chart:
            self._chart = chart
            self._picture.show_chart(chart)
            self._arrange()

    def show_table(self, *, wished: bool) -> None:
        """Show the table instead of the picture, or the picture again."""
        self._wants_table = wished
        self._arrange()

    @property
    def chart(self) -> Chart | None:
        """What is shown."""
        return self._chart

    @property
    def is_table(self) -> bool:
        """Whether it is the table that is shown."""
        return self._picture.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        if self._chart is None:
            return
        fits = self._picture.fits(self.width())
        self._picture.setVisible(fits and not self._wants_table)
        self._table.setVisible(not fits or self._wants_table)
        if not self._table.isHidden():
            self._table.show_table(chart_tabled(self._chart))
        if fits and not self._wants_table:
            self._picture.setFixedHeight(self._picture.heightForWidth(self.width()))


class DrawnChart(QWidget):
    """Draws what `report/drawing` laid out; a screen reader says its alternative."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._laid_out: tuple[float, int, Picture | None] | None = None
        self.setProperty(PICTURE, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        self._chart = chart
        self._laid_out = None
        self.setAccessibleName(spoken(chart.alternative))
        self.update()

    def fits(self, width: float) -> bool:
        """Whether the picture can be drawn so wide."""
        return self._at(width) is not None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        picture = self._at(width)
        return round(picture.height) + 2 * _RING + 1 if picture else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST, 0)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 60, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        picture = self._at(self.width())
        if picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.translate(_RING, _RING)
        for part in picture.parts:
            _draw(painter, part, self.palette(), self.font())

    def _at(self, width: float) -> Picture | None:
        """The picture at this width and in the letters in force; worked out once for each."""
        pixels = self.font().pixelSize()
        if self._chart is None or width <= 2 * _RING:
            return None
        if self._laid_out is None or self._laid_out[:2] != (width, pixels):
            made = drawn(self._chart, width - 2 * _RING, _ruler(self.font()))
            self._laid_out = (width, pixels, made)
        return self._laid_out[2]


def _ruler(font: QFont) -> Ruler:
    size = font.pixelSize()
    plain, strong = QFontMetricsF(font), QFontMetricsF(_strong(font))

    def advance(text: str, is_strong: bool) -> float:  # noqa: FBT001 - as the ruler asks it
        return (strong if is_strong else plain).horizontalAdvance(text) / size

    return Ruler(size, advance, str)


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _draw(painter: QPainter, part: Part, palette: QPalette, font: QFont) -> None:
    role = _ROLES[part.ink]
    if part.ink is Ink.PAPER and isinstance(part, Words):
        role = QPalette.ColorRole.HighlightedText
    colour = palette.color(role)
    match part:
        case Words():
            _write(painter, part, colour, font)
        case Panel():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(_area(part), part.radius, part.radius)
        case Frame():
            painter.setPen(_pen(colour, part.weight, dashed=part.dashed))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(_area(part), part.radius, part.radius)
        case Stroke():
            painter.setPen(_pen(colour, part.weight, dashed=part.dashed))
            painter.drawPolyline([QPointF(x, y) for x, y in part.points])
        case Shape():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in part.corners]))
        case _:
            assert_never(part)


def _write(painter: QPainter, words: Words, colour: QColor, font: QFont) -> None:
    made = _strong(font) if words.strong else QFont(font)
    made.setPixelSize(max(1, round(words.size)))
    painter.setFont(made)
    painter.setPen(colour)
    share, align = _ALIGNED[words.anchor]
    wide, high = 4000.0, words.size * 2
    area = QRectF(words.x - share * wide, words.middle - high / 2, wide, high)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, int(flags), words.text)


def _area(part: Panel | Frame) -> QRectF:
    return QRectF(part.x, part.y, part.width, part.height)


def _pen(colour: QColor, weight: float, *, dashed: bool) -> QPen:
    made = QPen(colour, weight)
    if dashed:
        made.setDashPattern([3, 2])
    return made
