"""Lines of a list that are drawn whole, on more lines where there is little room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from beraad.ui.widgets.painting import height_of, write_whole

Index = QModelIndex | QPersistentModelIndex
_LOWEST = 24
"""Pixels (WCAG 2.2, 2.5.8)."""

_BESIDE = 8
"""Pixels at the right of a text."""


def _none(index: Index) -> int:
    del index
    return 0


class WholeLines(QStyledItemDelegate):
    """Draws what a line says whole; `indent` tells how many letters it stands to the right."""

    def __init__(self, view: QListView, *, indent: Callable[[Index], int] = _none) -> None:
        super().__init__(view)
        self._view = view
        self._indented = indent
        view.setResizeMode(QListView.ResizeMode.Adjust)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        line = self._view.fontMetrics().height()
        wide = self._view.viewport().width() - self._indent(index) - _BESIDE
        high = height_of(_text(index), self._view.font(), max(1, wide))
        return QSize(0, max(_LOWEST, high + line // 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        area: QRect = option.rect  # type: ignore[attr-defined]
        line = self._view.fontMetrics().height()
        inside = area.adjusted(self._indent(index), line // 4, -_BESIDE, 0)
        painter.save()
        ink = self._ink(option.state)  # type: ignore[attr-defined]
        write_whole(painter, inside, _text(index), self._view.font(), ink=ink)
        painter.restore()

    def _ink(self, state: QStyle.StateFlag) -> str:
        palette = self._view.palette()
        if not state & QStyle.StateFlag.State_Enabled:
            group = QPalette.ColorGroup.Disabled
            return palette.color(group, QPalette.ColorRole.Text).name()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        return palette.color(role).name()

    def _indent(self, index: Index) -> int:
        return self._view.fontMetrics().averageCharWidth() * (1 + self._indented(index))


def _text(index: Index) -> str:
    return str(index.data() or "")
