"""The head of the group's window: where we are, the question, and what it is all about."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from beraad.group.view import GroupView, MoralQuestion
from beraad.ui.beamer.frames import Card, across, down
from beraad.ui.beamer.look import CLOCK, LARGE, LEAST, SMALL, TEXT, TITLE, GroupLook
from beraad.ui.beamer.words import Chip, Words, line_height

_SEMI_BOLD = QFont.Weight.DemiBold
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_TIME_WIDTH = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadWay:
    """How large a head is.

    Attributes:
        title, text, mark: sizes as designed, of the question, of what stands below and above it.
        tight: without what everybody does meanwhile, and with little room around.
    """

    title: float = TITLE
    text: float = TEXT
    mark: float = SMALL
    tight: bool = False


def head_ways(look: GroupLook) -> tuple[HeadWay, ...]:
    """The ways to make a head, the largest first."""
    small = HeadWay(title=LARGE, text=LEAST, tight=True)
    ways = [HeadWay(), small]
    if len(look.sizes(LEAST)) > 1:
        smallest = look.sizes(LEAST)[-1]
        ways.append(
            HeadWay(title=smallest * LARGE / LEAST, text=smallest, mark=smallest, tight=True)
        )
    return tuple(ways)


class GroupHead(QWidget):
    """The head for one view."""

    def __init__(self, view: GroupView, look: GroupLook, way: HeadWay) -> None:
        super().__init__()
        self._look = look
        self._way = way
        inside = down(self, look, gap=8 if way.tight else 18)
        text = down(None, look, gap=6)
        inside.addLayout(text)
        where = across(None, look)
        accent = look.palette.accent
        where.addWidget(Words(view.step, look, size=way.mark, weight=_SEMI_BOLD, colour=accent), 1)
        text.addLayout(where)
        if view.question:
            bold = QFont.Weight.Bold
            text.addWidget(Words(view.question, look, size=way.title, weight=bold))
        if view.instruction and not way.tight:
            text.addWidget(Words(view.instruction, look, colour=look.palette.ink_2))
        if view.clock_only:
            self._time = Words("", look, size=CLOCK, weight=_SEMI_BOLD, alignment=_CENTRE)
            inside.addSpacing(look.px(190))
            inside.addWidget(self._time)
        else:
            self._time = self._small_time()
            where.addWidget(self._time)
        if view.moral_question:
            inside.addWidget(self._about(view.moral_question))

    def show_time(self, text: str) -> None:
        """Show how much time is left; empty shows nothing."""
        if text != self._time.text():
            self._time.setText(text)

    def _small_time(self) -> Words:
        look = self._look
        size = self._way.mark * LARGE / SMALL
        made = Words(
            "",
            look,
            size=size,
            weight=_SEMI_BOLD,
            colour=look.palette.ink_2,
            alignment=Qt.AlignmentFlag.AlignRight,
            width=look.px(_TIME_WIDTH),
        )
        made.setMinimumHeight(line_height(look.font(size)))
        return made

    def _about(self, shown: MoralQuestion) -> QWidget:
        look = self._look
        made = Card(look)
        inside = across(made, look, gap=24, margins=(36, 8 if self._way.tight else 18))
        middle = Qt.AlignmentFlag.AlignVCenter
        words = Words(shown.text, look, size=self._way.text, weight=_SEMI_BOLD)
        inside.addWidget(words, 1, middle)
        if shown.a or shown.b:
            chips = down(None, look, gap=10)
            chips.addWidget(Chip("A", look, words=shown.a))
            chips.addWidget(Chip("B", look, words=shown.b))
            inside.addLayout(chips)
        return made
