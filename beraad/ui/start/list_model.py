"""The list of beraden as Qt wants it: a model, a filter, and how a line is drawn."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from beraad.ui.start.listing import Row
from beraad.ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_SHARES = (40, 17, 14, 29)


class BeradenModel(QAbstractListModel):
    """The lines of the list."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show these lines instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None


class BeradenFilter(QSortFilterProxyModel):
    """Only the lines that hold every word looked for."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ""

    def look_for(self, wanted: str) -> None:
        """Look for these words from now on."""
        self._wanted = wanted
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row: Row = self.sourceModel().index(source_row, 0, source_parent).data(ROW)
        return row.matches(self._wanted)


class BeradenDelegate(QStyledItemDelegate):
    """Draws a line: title, team, day, state and how long it is kept."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(400, self._look.scale.px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        palette, scale = self._look.palette, self._look.scale
        area: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.surface))
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area.x(), area.y(), scale.px(4), area.height(), QColor(palette.accent))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(palette.line))
        title, team, day, last = self._columns(area)
        small = _font(painter, scale.small)
        strong = _font(painter, scale.body, QFont.Weight.DemiBold)
        used = _write(painter, title, row.title, strong, palette.ink)
        if row.is_practice:
            self._badge(painter, title, used)
        _write(painter, team, row.team, small, palette.ink_2)
        _write(painter, day, row.day, small, palette.ink_2)
        half = QRect(last.x(), last.y(), last.width() // 2, last.height())
        body = _font(painter, scale.small if row.attention else scale.body)
        ink = palette.open if row.attention else palette.ink
        if row.keep:
            _write(painter, half, row.state, body, ink)
            _write(
                painter,
                half.translated(half.width(), 0),
                row.keep,
                small,
                ink if row.attention else palette.ink_2,
            )
        else:
            _write(painter, last, row.state, body, ink)
        painter.restore()

    def _badge(self, painter: QPainter, cell: QRect, used: int) -> None:
        palette, scale = self._look.palette, self._look.scale
        font = _font(painter, scale.small, QFont.Weight.DemiBold)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance("oefening") + scale.px(16)
        height = scale.px(24)
        x = min(cell.x() + used + scale.px(10), cell.right() - width)
        box = QRect(x, cell.center().y() - height // 2 + 1, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.other_ground))
        painter.drawRoundedRect(box, scale.px(6), scale.px(6))
        painter.setPen(QColor(palette.other))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "oefening")

    def _columns(self, area: QRect) -> tuple[QRect, QRect, QRect, QRect]:
        inner = area.adjusted(self._look.scale.px(12), 0, -self._look.scale.px(12), 0)
        cells: list[QRect] = []
        x = inner.x()
        for share in _SHARES:
            width = inner.width() * share // sum(_SHARES)
            cells.append(QRect(x, inner.y(), width - self._look.scale.px(12), inner.height()))
            x += width
        return cells[0], cells[1], cells[2], cells[3]


def _font(painter: QPainter, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def _write(painter: QPainter, cell: QRect, text: str, font: QFont, ink: str) -> int:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, cell.width())
    painter.drawText(cell, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return painter.fontMetrics().horizontalAdvance(shown)
