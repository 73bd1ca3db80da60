"""What stands on the group's window: where we are, the question, and what was said."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from beraad.group.view import GroupView, MoralQuestion, Row
from beraad.ui.beamer.frames import Card, across, down
from beraad.ui.beamer.look import CLOCK, LARGE, SMALL, TITLE, GroupLook
from beraad.ui.beamer.said import Said
from beraad.ui.beamer.words import Chip, Words

_SEMI_BOLD = QFont.Weight.DemiBold
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_TIME_WIDTH = 640
_SIDE = 96
_MOST = 0.5
"""How much of the height the head may take and still stay in sight."""


class GroupPage(QWidget):
    """One view in a room of this size. The head is made anew when it changes, the rest grows."""

    def __init__(self, look: GroupLook, room: QSize) -> None:
        super().__init__()
        self._look = look
        self._width, self._height = room.width(), room.height()
        self._view: GroupView | None = None
        self._time_text = ""
        self._time: Words | None = None
        outside = down(self, look, gap=18, margins=(_SIDE, 52))
        self._head: QWidget | None = None
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
        if before is None or _head_of(before) != _head_of(view):
            self._replace_head(view)
        self._empty.setText("" if view.blocks else view.empty)
        self._empty.setVisible(bool(self._empty.text()))
        self._said.show_blocks(view.blocks, from_the_top=another)

    def show_time(self, text: str) -> None:
        """Show how much time is left; empty shows nothing."""
        if text != self._time_text:
            self._time_text = text
            if self._time is not None:
                self._time.setText(text)

    def scroll_pages(self, pages: float) -> None:
        """Go up (negative) or down in what was said."""
        self._said.scroll_pages(pages)

    def _replace_head(self, view: GroupView) -> None:
        if self._head is not None:
            self._head.hide()
            self._head.deleteLater()
        self._head = self._make_head(view)
        width = self._width - 2 * self._look.px(_SIDE)
        if self._head.heightForWidth(width) > _MOST * self._height:
            self._said.put_on_top(self._head)
        else:
            self._above.addWidget(self._head)

    def _make_head(self, view: GroupView) -> QWidget:
        look = self._look
        made = QWidget()
        inside = down(made, look, gap=18)
        text = down(None, look, gap=6)
        inside.addLayout(text)
        where = across(None, look)
        accent = look.palette.accent
        where.addWidget(Words(view.step, look, size=SMALL, weight=_SEMI_BOLD, colour=accent), 1)
        text.addLayout(where)
        if view.question:
            text.addWidget(Words(view.question, look, size=TITLE, weight=QFont.Weight.Bold))
        if view.instruction:
            text.addWidget(Words(view.instruction, look, colour=look.palette.ink_2))
        if view.clock_only:
            self._time = Words(
                self._time_text, look, size=CLOCK, weight=_SEMI_BOLD, alignment=_CENTRE
            )
            inside.addSpacing(look.px(190))
            inside.addWidget(self._time)
        else:
            self._time = self._small_time()
            where.addWidget(self._time)
        if view.moral_question:
            inside.addWidget(_moral_question(view.moral_question, look))
        return made

    def _small_time(self) -> Words:
        look = self._look
        return Words(
            self._time_text,
            look,
            size=LARGE,
            weight=_SEMI_BOLD,
            colour=look.palette.ink_2,
            alignment=Qt.AlignmentFlag.AlignRight,
            width=look.px(_TIME_WIDTH),
        )


def _begins_otherwise(before: GroupView, view: GroupView) -> bool:
    """Whether something of another kind stands first now, as when afwegingen are revealed."""
    kinds = [
        (type(first), first.table if isinstance(first, Row) else None)
        for first in (*before.blocks[:1], *view.blocks[:1])
    ]
    return len(set(kinds)) > 1


def _head_of(view: GroupView) -> tuple[object, ...]:
    return view.step, view.question, view.instruction, view.moral_question, view.clock_only


def _moral_question(shown: MoralQuestion, look: GroupLook) -> QWidget:
    made = Card(look)
    inside = across(made, look, gap=24, margins=(36, 18))
    middle = Qt.AlignmentFlag.AlignVCenter
    inside.addWidget(Words(shown.text, look, weight=_SEMI_BOLD), 1, middle)
    if shown.a or shown.b:
        chips = down(None, look, gap=10)
        chips.addWidget(Chip("A", look, words=shown.a))
        chips.addWidget(Chip("B", look, words=shown.b))
        inside.addLayout(chips)
    return made
