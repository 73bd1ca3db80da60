"""Things side by side, and under each other where large text leaves no room for that."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QLayout,
    QLayoutItem,
    QPlainTextEdit,
    QWidget,
)

from beraad.ui.widgets.breaking import BREAK
from beraad.ui.widgets.page_width import PageWidth

_UNDER = 4
"""Pixels between what stands under each other."""

_LETTERS = 16
"""So many letters of a text stay on one line, or the text goes under what it stood beside."""

_BESIDE = "beside-from"
"""The property of a widget that says how wide it is at least beside another."""

_Way = QBoxLayout.Direction


class Folding(QFrame):
    """A frame with one row, that becomes a column as long as the row does not fit.

    In a `room` it is a column as well where the whole page is narrow.
    """

    def __init__(self, room: PageWidth | None = None) -> None:
        super().__init__()
        self._spacing = _UNDER
        self._room = room
        if room is not None:
            room.changed.connect(self._fold)

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest part, so that there is always a width to fold at."""
        hint = super().minimumSizeHint()
        row = self.layout()
        if not isinstance(row, QBoxLayout):
            return hint
        widest = max(map(_least, _parts(row)), default=0)
        return QSize(widest + _around(row), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    @Slot()
    def _fold(self) -> None:
        row = self.layout()
        if not isinstance(row, QBoxLayout):
            return
        parts = [max(_least(each), _wished(each)) for each in _parts(row)]
        between = max(row.spacing(), self._spacing) * max(0, len(parts) - 1)
        narrow = self._room is not None and self._room.narrow
        fits = not narrow and sum(parts) + between + _around(row) <= self.width()
        way = _Way.LeftToRight if fits else _Way.TopToBottom
        if row.direction() is not way:
            row.setDirection(way)
            self._spacing, spacing = row.spacing(), self._spacing
            row.setSpacing(spacing)


def side_by_side(box: QBoxLayout, *, fits: bool) -> None:
    """Let what is in this layout stand side by side where it fits, and otherwise go under it."""
    way = _Way.LeftToRight if fits else _Way.TopToBottom
    if box.direction() != way:
        box.setDirection(way)


def stand_beside(widget: QWidget, *, least: int) -> None:
    """Let this stand beside something only as wide as this; it may be narrower by itself."""
    widget.setProperty(_BESIDE, least)


def _parts(row: QBoxLayout) -> list[QLayoutItem]:
    """What is in sight."""
    items = [row.itemAt(place) for place in range(row.count())]
    return [
        item
        for item in items
        if item is not None and not item.isEmpty() and item.spacerItem() is None
    ]


def _least(part: QLayoutItem) -> int:
    """How wide it is at least."""
    return max(part.minimumSize().width(), _to_read(part.widget()))


def _wished(part: QLayoutItem) -> int:
    """How wide it would be at least beside another; in a text some words fit on a line."""
    widget = part.widget()
    if isinstance(widget, QPlainTextEdit):
        return widget.fontMetrics().averageCharWidth() * _LETTERS
    return int((widget and widget.property(_BESIDE)) or 0)


def _to_read(widget: QWidget | None) -> int:
    """The width that texts of several lines need: no word of them cut, and a few on each line."""
    if widget is None:
        return 0
    inside = widget.layout()
    texts = [widget] if inside is None else [widget, *_laid_out(inside)]
    return max(
        (_wide(text) for text in texts if isinstance(text, QLabel) and text.wordWrap()), default=0
    )


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """What stands in a layout and the layouts in it.

    Not `children`: for each thing that Qt made by itself PySide then makes every class it could be.
    """
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        widget, further = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif further is not None:
            yield from _laid_out(further)


def _wide(text: QLabel) -> int:
    metrics = text.fontMetrics()
    words = text.text().replace(BREAK, " ").split()
    longest = max(map(metrics.horizontalAdvance, words), default=0)
    a_few = min(metrics.horizontalAdvance(text.text()), metrics.averageCharWidth() * _LETTERS)
    return max(longest, a_few)


def _around(row: QBoxLayout) -> int:
    margins = row.contentsMargins()
    return margins.left() + margins.right()


def folding(row: QBoxLayout, room: PageWidth | None = None) -> QWidget:
    """Let this row fold by itself."""
    box = Folding(room)
    box.setLayout(row)
    return box
