"""Everything one may choose from, all in sight: smaller where it must, then in two columns,
and only then the start of each.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from beraad.group.view import Line
from beraad.ui.beamer.look import LEAST, TEXT, GroupLook
from beraad.ui.beamer.words import Chip, Words

_TOP = Qt.AlignmentFlag.AlignTop
_MOST_LINES = 12
_TILE, _SIDE, _GAP, _BETWEEN = 124, 28, 28, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A way to lay the options out.

    Attributes:
        lines: how many of a text are shown, where all of it would hide the last options.
        tight: with no room between them.
    """

    columns: int
    size: int
    lines: int | None = None
    tight: bool = False


_WAYS = (
    *(_Way(columns=columns, size=size) for columns in (1, 2) for size in (TEXT, LEAST)),
    *(_Way(columns=2, size=LEAST, lines=lines) for lines in range(_MOST_LINES, 0, -1)),
    _Way(columns=2, size=LEAST, lines=1, tight=True),
)
"""The best way first; the last is used where nothing fits."""


class OfferBoard(QWidget):
    """The options with their letters, read down the columns."""

    def __init__(self, lines: tuple[Line, ...], look: GroupLook) -> None:
        super().__init__()
        self._lines = lines
        self._look = look
        self._shape: _Way | None = None
        self._made: list[QWidget] = []
        self._words: list[Words] = []
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(look.px(_GAP))
        self._lay_out(_WAYS[0])

    def fit(self, width: int, height: int) -> None:
        """Take the best way in which everything fits into this room, in pixels."""
        for way in _WAYS:
            self._lay_out(way)
            if way.lines is not None:
                self._cut(width, way.lines)
            if self._grid.heightForWidth(width) <= height:
                return

    def _lay_out(self, way: _Way) -> None:
        """Put every text there whole; ways that differ in the lines alone stand the same."""
        shape = replace(way, lines=None)
        if shape == self._shape:
            return
        self._shape = shape
        for widget in self._made:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made = []
        self._words = []
        self._grid.setVerticalSpacing(self._look.px(1 if way.tight else _BETWEEN))
        side, end = self._look.px(_SIDE), self._look.px(2 if way.tight else 10)
        self._grid.setContentsMargins(side, end, side, end)
        rows = -(-len(self._lines) // way.columns)
        for place, line in enumerate(self._lines):
            tile = Chip(line.mark, self._look, size=way.size)
            tile.setFixedWidth(max(tile.width(), self._look.px(_TILE)))
            words = Words(line.text, self._look, size=way.size)
            tile.setFixedHeight(words.minimumSizeHint().height())
            column, row = divmod(place, rows)
            self._grid.addWidget(tile, row, 2 * column, _TOP)
            self._grid.addWidget(words, row, 2 * column + 1)
            self._made += [tile, words]
            self._words.append(words)
        for widget in self._made:
            widget.show()  # What is not shown yet takes no height.
        for column in range(2):
            self._grid.setColumnStretch(2 * column + 1, 1 if column < way.columns else 0)

    def _cut(self, width: int, lines: int) -> None:
        """Let each text take at most so many lines of its column."""
        side, gap = self._look.px(_SIDE), self._look.px(_GAP)
        tiles = [each for each in self._made if isinstance(each, Chip)]
        tile = max((each.width() for each in tiles), default=0)
        column = (width - 2 * side - 3 * gap - 2 * tile) // 2
        for line, words in zip(self._lines, self._words, strict=True):
            words.setText(words.beginning(line.text, column, lines))
        self._grid.invalidate()
