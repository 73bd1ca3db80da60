"""The head of the group's window: where we are, the question, and what it is all about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from beraad.group.view import GroupView, MoralQuestion, Offer
from beraad.ui.beamer.frames import Card, across, down
from beraad.ui.beamer.look import CLOCK, LARGE, LEAST, SMALL, TEXT, TITLE, GroupLook
from beraad.ui.beamer.offer import OfferBoard
from beraad.ui.beamer.offer_plan import SIDE
from beraad.ui.beamer.words import Words, line_height

_SEMI_BOLD = QFont.Weight.DemiBold
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_TIME_WIDTH = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadWay:
    """How large a head is.

    Attributes:
        title, text, mark: sizes as designed, of the question, of what stands below and above it.
        tight: with little room around.
        bare: without what everybody does meanwhile.
    """

    title: float = TITLE
    text: float = TEXT
    mark: float = SMALL
    tight: bool = False
    bare: bool = False


def head_ways(look: GroupLook) -> tuple[HeadWay, ...]:
    """The ways to make a head, the largest first."""
    small = HeadWay(title=LARGE, text=LEAST, tight=True)
    ways = [HeadWay(), small, replace(small, bare=True)]
    if len(look.sizes(LEAST)) > 1:
        smallest = look.sizes(LEAST)[-1]
        title = smallest * LARGE / LEAST
        ways.append(replace(small, title=title, text=smallest, mark=smallest, bare=True))
    return tuple(ways)


class GroupHead(QWidget):
    """The head for one view; `high` is how high it is once it was fitted."""

    def __init__(self, view: GroupView, look: GroupLook, way: HeadWay) -> None:
        super().__init__()
        self._look = look
        self._way = way
        self.high = 0
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
        if view.instruction and not way.bare:
            ink = look.palette.ink_2
            text.addWidget(Words(view.instruction, look, size=way.text, colour=ink))
        if view.clock_only:
            self._time = Words("", look, size=CLOCK, weight=_SEMI_BOLD, alignment=_CENTRE)
            inside.addSpacing(look.px(190))
            inside.addWidget(self._time)
        else:
            self._time = self._small_time()
            where.addWidget(self._time)
        self._legend: OfferBoard | None = None
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
            width=look.px(_TIME_WIDTH * self._way.mark / SMALL),
        )
        made.setMinimumHeight(line_height(look.font(size)))
        return made

    def _about(self, shown: MoralQuestion) -> QWidget:
        look = self._look
        made = Card(look)
        inside = down(made, look, margins=(8, 8 if self._way.tight else 14))
        if shown.text:
            beside = across(None, look, margins=(SIDE, 0))
            inside.addLayout(beside)
            beside.addWidget(Words(shown.text, look, size=self._way.text, weight=_SEMI_BOLD))
        if shown.options:
            self._legend = OfferBoard(Offer(lines=shown.options), look)
            inside.addWidget(self._legend)
        return made

    def fit(self, width: int, most: float) -> bool:
        """Take this width and at most so much height; says whether everything fits."""
        if self._legend is None:
            self.high = self.heightForWidth(width)
            return self.high <= most
        self._legend.setFixedHeight(0)
        rest = self.heightForWidth(width)
        fits = self._legend.fit_low(width - 2 * self._look.px(8), round(most) - rest)
        # What was never shown does not tell its layout that it grew.
        self.high = rest + self._legend.minimumHeight()
        return fits
