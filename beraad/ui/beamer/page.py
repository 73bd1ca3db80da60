"""What stands on the group's window: where we are, the question, and what was said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from beraad.group.view import GroupView, MoralQuestion
from beraad.ui.beamer.frames import Card, across, down
from beraad.ui.beamer.look import CLOCK, LARGE, SMALL, TITLE, GroupLook
from beraad.ui.beamer.said import Said
from beraad.ui.beamer.words import Chip, Words
from beraad.ui.widgets.parts import clear

_SEMI_BOLD = QFont.Weight.DemiBold
_TIME_WIDTH = 430


class Page(QWidget):
    """One view. The head is made anew when it changes, what was said grows."""

    def __init__(self, look: GroupLook) -> None:
        super().__init__()
        self._look = look
        self._view: GroupView | None = None
        self._time_text = ""
        self._time: Words | None = None
        outside = down(self, look, gap=18, margins=(96, 52))
        self._head = down(None, look, gap=18)
        self._said = Said(look)
        self._empty = Words("", look, colour=look.palette.ink_2)
        outside.addLayout(self._head)
        outside.addWidget(self._empty)
        outside.addWidget(self._said, 1)

    def show_view(self, view: GroupView) -> None:
        """Show a view; what stays the same is left alone."""
        before = self._view
        self._view = view
        another = before is None or before.step != view.step
        if before is None or _head_of(before) != _head_of(view):
            self._build_head(view)
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

    def _build_head(self, view: GroupView) -> None:
        clear(self._head)
        look = self._look
        beside = across(None, look)
        accent = look.palette.accent
        step = Words(view.step, look, size=SMALL, weight=_SEMI_BOLD, colour=accent)
        beside.addWidget(step, 1)
        if view.clock_only:
            self._time = Words(
                self._time_text,
                look,
                size=CLOCK,
                weight=_SEMI_BOLD,
                alignment=Qt.AlignmentFlag.AlignHCenter,
            )
        else:
            self._time = Words(
                self._time_text,
                look,
                size=LARGE,
                weight=_SEMI_BOLD,
                colour=look.palette.ink_2,
                alignment=Qt.AlignmentFlag.AlignRight,
                width=look.px(_TIME_WIDTH),
            )
            beside.addWidget(self._time)
        text = down(None, look, gap=6)
        text.addLayout(beside)
        if view.question:
            text.addWidget(Words(view.question, look, size=TITLE, weight=QFont.Weight.Bold))
        if view.instruction:
            text.addWidget(Words(view.instruction, look, colour=look.palette.ink_2))
        self._head.addLayout(text)
        if view.clock_only:
            self._head.addSpacing(look.px(190))
            self._head.addWidget(self._time)
        if view.moral_question:
            self._head.addWidget(_moral_question(view.moral_question, look))


def _head_of(view: GroupView) -> tuple[object, ...]:
    return view.step, view.question, view.instruction, view.moral_question, view.clock_only


def _moral_question(shown: MoralQuestion, look: GroupLook) -> QWidget:
    made = Card(look)
    inside = across(made, look, gap=24, margins=(36, 18))
    inside.addWidget(Words(shown.text, look, weight=_SEMI_BOLD), 1)
    chips = down(None, look, gap=10)
    chips.addWidget(Chip("A", look, words=shown.a))
    chips.addWidget(Chip("B", look, words=shown.b))
    inside.addLayout(chips)
    return made
