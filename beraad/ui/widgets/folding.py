"""Things side by side, and under each other where large text leaves no room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

_UNDER = 4
"""Pixels between what stands under each other."""

_Way = QBoxLayout.Direction


class Folding(QFrame):
    """A frame with one row, that becomes a column as long as the row does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._spacing = _UNDER

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest part, so that there is always a width to fold at."""
        hint = super().minimumSizeHint()
        row = self.layout()
        if not isinstance(row, QBoxLayout):
            return hint
        widest = max(_least(row), default=0)
        return QSize(widest + _around(row), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        row = self.layout()
        if not isinstance(row, QBoxLayout):
            return
        parts = _least(row)
        between = max(row.spacing(), self._spacing) * max(0, len(parts) - 1)
        fits = sum(parts) + between + _around(row) <= self.width()
        way = _Way.LeftToRight if fits else _Way.TopToBottom
        if row.direction() is not way:
            row.setDirection(way)
            self._spacing, spacing = row.spacing(), self._spacing
            row.setSpacing(spacing)


def _least(row: QBoxLayout) -> list[int]:
    """How wide each part is at least; what is out of sight takes nothing."""
    items = [row.itemAt(place) for place in range(row.count())]
    return [
        max(item.minimumSize().width(), _longest_word(item.widget()))
        for item in items
        if item is not None and not item.isEmpty() and item.spacerItem() is None
    ]


def _longest_word(widget: QWidget | None) -> int:
    """The width under which a text would be cut: a label does not always ask for it."""
    if not isinstance(widget, QLabel) or not widget.wordWrap():
        return 0
    metrics = widget.fontMetrics()
    return max((metrics.horizontalAdvance(word) for word in widget.text().split()), default=0)


def _around(row: QBoxLayout) -> int:
    margins = row.contentsMargins()
    return margins.left() + margins.right()


def folding(row: QBoxLayout) -> QWidget:
    """Let this row fold by itself."""
    box = Folding()
    box.setLayout(row)
    return box
