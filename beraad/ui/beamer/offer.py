"""Everything one may choose from, all in sight: smaller where it must, then in two columns,
and only then the start of each.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QWidget

from beraad.group.view import Offer
from beraad.ui.beamer.look import SMALL, GroupLook
from beraad.ui.beamer.offer_plan import GAP, SIDE, Plan, Planner
from beraad.ui.beamer.words import Chip, Words, beginning, line_height

_MEDIUM = QFont.Weight.Medium


class OfferBoard(QWidget):
    """The options with their letters, read down the columns, and how everybody goes on with one."""

    def __init__(self, offer: Offer, look: GroupLook) -> None:
        super().__init__()
        self._offer = offer
        self._look = look
        self._planner = Planner(offer, look)
        self._plan: Plan | None = None
        self._made: list[QWidget] = []

    def fit(self, width: int, height: int) -> None:
        """Take the best way in which everything fits into this room, in pixels."""
        plan = self._planner.whole(width, height) or self._planner.begun(width, height)
        if plan != self._plan:
            self._follow(plan)

    def fit_low(self, width: int, height: int) -> bool:
        """Take as little height as it can; says whether it stands there whole."""
        whole = self._planner.lowest(width, height)
        self._follow(whole or self._planner.begun(width, height))
        return whole is not None

    def _follow(self, plan: Plan) -> None:
        self._plan = plan
        for widget in self._made:
            widget.hide()
            widget.deleteLater()
        self._made = [*self._options(plan), *self._beneath(plan)]
        for widget in self._made:
            widget.setParent(self)
        self._place(plan)
        for widget in self._made:
            widget.show()
        self.setFixedHeight(plan.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._plan is not None:
            self._place(self._plan)

    def _options(self, plan: Plan) -> Iterator[QWidget]:
        font = self._look.font(plan.size)
        for line, lines in zip(self._offer.lines, plan.lines, strict=True):
            tile = Chip(line.mark, self._look, size=plan.size)
            tile.setFixedSize(plan.tile, line_height(font))
            yield tile
            yield Words(beginning(line.text, font, plan.words, lines), self._look, size=plan.size)

    def _beneath(self, plan: Plan) -> Iterator[QWidget]:
        if plan.title:
            ink = self._look.palette.ink_2
            yield Words(self._offer.title, self._look, size=SMALL, weight=_MEDIUM, colour=ink)
        if plan.starters:
            yield Words(plan.starters, self._look, size=plan.starters_size)

    def _place(self, plan: Plan) -> None:
        side, gap = self._look.room(SIDE), self._look.room(GAP)
        high = line_height(self._look.font(plan.size))
        left, top = side, plan.end
        for place, lines in enumerate(plan.lines):
            if place == plan.left:
                left, top = left + plan.tile + plan.words + 2 * gap, plan.end
            tile, words = self._made[2 * place : 2 * place + 2]
            tile.move(left, top)
            words.setGeometry(left + plan.tile + gap, top, plan.words, lines * high)
            top += lines * high + plan.between
        top = plan.starters_top
        for words in self._made[2 * len(plan.lines) :]:
            width = self.width() - 2 * side
            words.setGeometry(side, top, width, words.heightForWidth(width))
            top += words.height()
