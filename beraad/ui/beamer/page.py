"""What stands on the group's window: where we are, the question, and what was said."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from beraad.group.view import GroupView, Offer, Row, Table
from beraad.ui.beamer.blocks import widget_of
from beraad.ui.beamer.frames import down
from beraad.ui.beamer.head import GroupHead, HeadWay, head_ways
from beraad.ui.beamer.look import GroupLook
from beraad.ui.beamer.offer_plan import Planner
from beraad.ui.beamer.said import FOOT, Said
from beraad.ui.beamer.words import Words

_SIDE, _TOP, _END, _GAP = 96, 52, 16, 18
_MOST = 0.5
"""How much of the height the head may take and still stay in sight."""

_ALIKE = 0.89
"""Letters that are this part of others are about as large."""

_SOME_ROWS = 4
"""Rows of a table of single lines that are in sight together."""

_LONGEST = 6
"""Rows with the most text, one of which is the highest."""


_LONG_ROWS = frozenset({Table.WEIGHINGS, Table.MATRIX})
"""What everybody chose: for these rows every line of the screen counts."""


_REMEMBERED = 200
"""Heights of rows that are known, so that typing in one measures that one alone."""


class _Measure(NamedTuple):
    """How high a head is, and whether everything fits in it."""

    fits: bool
    high: int


class GroupPage(QWidget):
    """One view in a room of this size. The head is made anew when it changes, the rest grows."""

    def __init__(self, look: GroupLook, room: QSize) -> None:
        super().__init__()
        self._look = look
        self._body = look
        self._width, self._height = room.width(), room.height()
        self._view: GroupView | None = None
        self._time = ""
        self._outside = outside = down(self, look, gap=_GAP)
        side = look.room(_SIDE)
        outside.setContentsMargins(side, look.room(_TOP), side, look.room(_END))
        self._head: GroupHead | None = None
        self._headed: tuple[object, ...] = ()
        self._measured: dict[HeadWay, _Measure] = {}
        self._measured_of: tuple[object, ...] = ()
        self._sized_for: tuple[object, ...] = ()
        self._sizes = HeadWay(), look
        self._heights: dict[tuple[Row, GroupLook], int] = {}
        self._room = QSize()
        self._above = down(None, look)
        self._said = Said(look)
        self._empty = Words("", look, colour=look.palette.ink_2)
        outside.addLayout(self._above)
        outside.addWidget(self._empty)
        outside.addWidget(self._said, 1)

    def show_view(self, view: GroupView) -> None:
        """Show a view; what stays the same is left alone."""
        before = self._view
        self._view = view
        another = before is None or before.step != view.step or _begins_otherwise(before, view)
        self._show_head(view)
        self._empty.setText("" if view.blocks else view.empty)
        self._empty.setVisible(bool(self._empty.text()))
        self._outside.activate()
        self._said.show_blocks(view.blocks, look=self._body, from_the_top=another, room=self._room)

    def show_time(self, text: str) -> None:
        """Show how much time is left; empty shows nothing."""
        self._time = text
        if self._head is not None:
            self._head.show_time(text)

    def scroll_pages(self, pages: float) -> bool:
        """Go up (negative) or down in what was said; whether there was more."""
        return self._said.scroll_pages(pages)

    def _show_head(self, view: GroupView) -> None:
        way, self._body = self._ways_beside(view)
        if self._headed == (*_head_of(view), way):
            return
        self._headed = (*_head_of(view), way)
        if self._head is not None:
            self._head.hide()
            self._head.deleteLater()
        self._head = GroupHead(view, self._look, way)
        self._head.show_time(self._time)
        self._head.fit(self._inner_width, self._most)
        high = self._head.high
        scrolls = high > self._most
        left = 0 if scrolls else self._height - self._around - high
        self._room = QSize(self._inner_width, left)
        self._said.put_on_top(self._head if scrolls else None)
        if not scrolls:
            self._above.addWidget(self._head)
            self._head.show()

    def _ways_beside(self, view: GroupView) -> tuple[HeadWay, GroupLook]:
        """The ways as they were as long as nothing changed of what they are chosen for."""
        sized = (block for block in view.blocks if isinstance(block, Offer | Row))
        sized_for = (_head_of(view), *sized)
        if sized_for != self._sized_for:
            self._sized_for, self._sizes = sized_for, self._ways_for(view)
        return self._sizes

    def _ways_for(self, view: GroupView) -> tuple[HeadWay, GroupLook]:
        """How large the head is, and how large what stands below it."""
        tables = {block.table for block in view.blocks if isinstance(block, Row)}
        if not tables:
            return self._way_for(view), self._look
        ways = head_ways(self._look)[1 if tables & _LONG_ROWS else 0 :]
        fitting = [way for way in ways if self._fits(view, way)] or [ways[-1]]
        rooms = [(way, self._room_under(view, way)) for way in fitting]
        bodies = self._look.smaller()
        for body in bodies:
            needed = self._needed(view, body)
            for way, room in rooms:
                if needed <= room:
                    return way, body
        return fitting[-1], bodies[-1]

    def _needed(self, view: GroupView, body: GroupLook) -> int:
        """The height of the heads with any one row, or with some rows of a single line."""
        rows = [block for block in view.blocks if isinstance(block, Row)]
        heads = sum(self._high(row, body) for row in [row for row in rows if row.head][:1])
        rest = [row for row in rows if not row.head]
        if any(row.table is Table.MATRIX for row in rest):
            return heads + sum(self._high(row, body) for row in rest[:_SOME_ROWS])
        longest = sorted(rest, key=_length, reverse=True)[:_LONGEST]
        return heads + max((self._high(row, body) for row in longest), default=0)

    def _high(self, row: Row, body: GroupLook) -> int:
        """How high a row is; one that is typed in leaves the others as they were."""
        found = self._heights.get((row, body))
        if found is None:
            made = widget_of(row, body)
            found = made.heightForWidth(self._inner_width)
            made.deleteLater()
            if len(self._heights) >= _REMEMBERED:
                self._heights.clear()
            self._heights[row, body] = found
        return found

    def _way_for(self, view: GroupView) -> HeadWay:
        """The largest head that leaves room to read what one may choose from, or chose."""
        ways = head_ways(self._look)
        if any(isinstance(block, Offer) for block in view.blocks):
            return self._way_beside_offer(view, ways)
        fitting = (way for way in ways if self._fits(view, way))
        has_letters = view.moral_question is not None and view.moral_question.options
        return next(fitting, ways[-1]) if has_letters else ways[0]

    def _way_beside_offer(self, view: GroupView, ways: tuple[HeadWay, ...]) -> HeadWay:
        offer = next(block for block in view.blocks if isinstance(block, Offer))
        planner = Planner(offer, self._look)
        plans = [planner.whole(self._inner_width, self._room_under(view, way)) for way in ways]
        sizes = [plan.size if plan else 0 for plan in plans]
        found = zip(ways, sizes, strict=True)
        large_enough = (way for way, size in found if size >= _ALIKE * max(sizes))
        return next(large_enough) if any(sizes) else ways[-1]

    def _fits(self, view: GroupView, way: HeadWay) -> bool:
        return self._measure(view, way).fits

    def _measure(self, view: GroupView, way: HeadWay) -> _Measure:
        if self._measured_of != _head_of(view):
            self._measured_of = _head_of(view)
            self._measured.clear()
        if way not in self._measured:
            head = GroupHead(view, self._look, way)
            fits = head.fit(self._inner_width, self._most)
            self._measured[way] = _Measure(fits, head.high)
            head.deleteLater()
        return self._measured[way]

    @property
    def _around(self) -> int:
        look = self._look
        return look.room(_TOP) + look.room(_END) + look.room(FOOT) + look.px(_GAP)

    @property
    def _most(self) -> float:
        return _MOST * self._height

    def _room_under(self, view: GroupView, way: HeadWay) -> int:
        return self._height - self._around - self._measure(view, way).high

    @property
    def _inner_width(self) -> int:
        return self._width - 2 * self._look.room(_SIDE)


def _begins_otherwise(before: GroupView, view: GroupView) -> bool:
    """Whether something of another kind stands first now, as when afwegingen are revealed."""
    kinds = [
        (type(first), first.table if isinstance(first, Row) else None)
        for first in (*before.blocks[:1], *view.blocks[:1])
    ]
    return len(set(kinds)) > 1


def _length(row: Row) -> int:
    cells = max((len(cell) for cell in row.cells if isinstance(cell, str)), default=0)
    return cells + (len(row.chosen.text) if row.chosen else 0)


def _head_of(view: GroupView) -> tuple[object, ...]:
    return view.step, view.question, view.instruction, view.moral_question, view.clock_only
