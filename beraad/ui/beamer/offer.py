"""Everything one may choose from, all in sight: smaller where it must, then in two columns,
and only then the start of each.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from beraad.group.view import Line
from beraad.ui.beamer.look import LEAST, TEXT, GroupLook
from beraad.ui.beamer.words import Chip, Words

_TOP = Qt.AlignmentFlag.AlignTop
_TILE, _SIDE, _GAP, _BETWEEN = 124, 28, 28, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A way to lay the options out.

    Attributes:
        signs: how much of a text is shown, where all of it would hide the last options.
    """

    columns: int
    size: int
    signs: int | None = None


_WAYS = (
    *(_Way(columns=columns, size=size) for columns in (1, 2) for size in (TEXT, LEAST)),
    *(_Way(columns=2, size=LEAST, signs=signs) for signs in (90, 60, 30)),
)
"""The best way first; the last is used where nothing fits."""


class OfferBoard(QWidget):
    """The options with their letters, read down the columns."""

    def __init__(self, lines: tuple[Line, ...], look: GroupLook) -> None:
        super().__init__()
        self._lines = lines
        self._look = look
        self._way: _Way | None = None
        self._made: list[QWidget] = []
        side = look.px(_SIDE)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(side, look.px(10), side, look.px(10))
        self._grid.setHorizontalSpacing(look.px(_GAP))
        self._grid.setVerticalSpacing(look.px(_BETWEEN))
        self._lay_out(_WAYS[0])

    def fit(self, width: int, height: int) -> None:
        """Take the best way in which everything fits into this room, in pixels."""
        for way in _WAYS:
            self._lay_out(way)
            if self._grid.heightForWidth(width) <= height:
                return

    def _lay_out(self, way: _Way) -> None:
        if way == self._way:
            return
        self._way = way
        for widget in self._made:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made = []
        rows = -(-len(self._lines) // way.columns)
        for place, line in enumerate(self._lines):
            tile = Chip(line.mark, self._look, size=way.size)
            tile.setFixedWidth(max(tile.width(), self._look.px(_TILE)))
            words = Words(_start(line.text, way.signs), self._look, size=way.size)
            tile.setFixedHeight(words.minimumSizeHint().height())
            column, row = divmod(place, rows)
            self._grid.addWidget(tile, row, 2 * column, _TOP)
            self._grid.addWidget(words, row, 2 * column + 1)
            self._made += [tile, words]
        for column in range(2):
            self._grid.setColumnStretch(2 * column + 1, 1 if column < way.columns else 0)


def _start(text: str, signs: int | None) -> str:
    if signs is None or len(text) <= signs:
        return text
    return f"{text[:signs].rsplit(' ', 1)[0].rstrip()} …"
