"""How a line in the list of beraden is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from beraad.ui.start.list_model import ROW, Index
from beraad.ui.theme.look import Look
from beraad.ui.widgets.painting import height_of, lettered, write, write_whole

if TYPE_CHECKING:
    from beraad.ui.start.listing import Row

_SHARES = (34, 16, 11, 20, 19)
_BADGE = "oefening"
_ROOM = 10
"""Pixels at 100 % above and below what stands under each other."""


_BESIDE = 800
"""The width at 100 % from which there is room for columns beside each other."""


class BeradenDelegate(QStyledItemDelegate):
    """Draws title, team, day, state and how long it is kept.

    Where there is little room for the letters there are no columns: the title stands whole, with
    the others under it.
    """

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        view.viewport().installEventFilter(self)
        look.changed.connect(self._fit)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        if not self._stacks:
            return QSize(400, self._look.scale.px(44))
        _, title, others = self._stacked(index.data(ROW))
        return QSize(0, title.height() + others.height() + self._look.scale.px(2 * _ROOM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        area: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        self._ground(painter, area, option.state)  # type: ignore[attr-defined]
        if self._stacks:
            self._paint_stacked(painter, area, row)
        else:
            self._paint_columns(painter, area, row)
        painter.restore()

    @property
    def _stacks(self) -> bool:
        return self._view.viewport().width() < self._look.scale.px(_BESIDE)

    @Slot()
    def _fit(self) -> None:
        """Only where all are as high as the others a long list need not be measured."""
        self._view.setUniformItemSizes(not self._stacks)
        self._view.scheduleDelayedItemsLayout()

    def _stacked(self, row: Row) -> tuple[str, QRect, QRect]:
        """What stands under the title, and where both stand, seen from the top of the line."""
        scale = self._look.scale
        gap = scale.px(12)
        width = max(1, self._view.viewport().width() - 2 * gap)
        badge = _BADGE if row.is_practice else ""
        parts = (badge, row.team, row.day, row.state, row.keep, row.under)
        others = " · ".join(part for part in parts if part)
        high = height_of(row.title, self._strong, width)
        title = QRect(gap, scale.px(_ROOM), width, high)
        under = height_of(others, self._small, width)
        return others, title, QRect(gap, title.bottom() + 1, width, under)

    def _paint_stacked(self, painter: QPainter, area: QRect, row: Row) -> None:
        palette = self._look.palette
        others, title, under = self._stacked(row)
        at = area.topLeft()
        write_whole(painter, title.translated(at), row.title, self._strong, ink=palette.ink)
        ink = palette.open if row.attention else palette.ink_2
        write_whole(painter, under.translated(at), others, self._small, ink=ink)

    @property
    def _strong(self) -> QFont:
        font, scale = self._view.font(), self._look.scale
        return lettered(font, pixels=scale.body, weight=QFont.Weight.DemiBold)

    @property
    def _small(self) -> QFont:
        return lettered(self._view.font(), pixels=self._look.scale.small)

    def _paint_columns(self, painter: QPainter, area: QRect, row: Row) -> None:
        palette, scale = self._look.palette, self._look.scale
        if row.under:
            area, under = self._halved(area)
            write(
                painter,
                under,
                row.under,
                pixels=scale.small,
                ink=palette.open if row.attention else palette.ink_2,
                cut=Qt.TextElideMode.ElideMiddle,
            )
        title, team, day, state, keep = self._columns(area)
        badge = self._badge_width(painter) if row.is_practice else 0
        beside = badge + scale.px(10) if badge else 0
        used = write(
            painter,
            title.adjusted(0, 0, -beside, 0),
            row.title,
            pixels=scale.body,
            ink=palette.ink,
            weight=QFont.Weight.DemiBold,
        )
        if row.is_practice:
            self._badge(painter, title, used, width=badge)
        quiet = palette.open if row.attention else palette.ink_2
        write(painter, team, row.team, pixels=scale.small, ink=palette.ink_2)
        write(painter, day, row.day, pixels=scale.small, ink=palette.ink_2)
        if row.keep:
            write(painter, keep, row.keep, pixels=scale.small, ink=quiet)
        else:
            state = state.united(keep)
        ink = palette.open if row.attention else palette.ink
        write(painter, state, row.state, pixels=scale.small, ink=ink)

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        palette, scale = self._look.palette, self._look.scale
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.surface))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area.x(), area.y(), scale.px(4), area.height(), QColor(palette.accent))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(palette.line))

    def _badge_width(self, painter: QPainter) -> int:
        font = QFont(painter.font())
        font.setPixelSize(self._look.scale.small)
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(_BADGE) + self._look.scale.px(20)

    def _badge(self, painter: QPainter, cell: QRect, used: int, *, width: int) -> None:
        palette, scale = self._look.palette, self._look.scale
        height = scale.px(24)
        x = min(cell.x() + used + scale.px(10), cell.right() - width)
        box = QRect(x, cell.center().y() - height // 2 + 1, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(palette.other if palette.outlined else palette.other_ground))
        painter.setBrush(QColor(palette.other_ground))
        painter.drawRoundedRect(box, scale.px(6), scale.px(6))
        write(
            painter,
            box,
            _BADGE,
            pixels=scale.small,
            ink=palette.other,
            weight=QFont.Weight.DemiBold,
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def _halved(self, area: QRect) -> tuple[QRect, QRect]:
        """Room for the columns, and under it for one line across all of them."""
        gap, edge = self._look.scale.px(12), self._look.scale.px(4)
        half = (area.height() - edge) // 2
        above = QRect(area.x(), area.y() + edge // 2, area.width(), half)
        return above, above.translated(0, half).adjusted(gap, 0, -gap, 0)

    def _columns(self, area: QRect) -> Iterator[QRect]:
        gap = self._look.scale.px(12)
        inner = area.adjusted(gap, 0, -gap, 0)
        x = inner.x()
        for share in _SHARES:
            width = inner.width() * share // sum(_SHARES)
            yield QRect(x, inner.y(), width - gap, inner.height())
            x += width
