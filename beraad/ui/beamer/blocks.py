"""One widget for each block of what the group has said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from beraad.group.view import Act, Block, Cell, Horns, Letters, Line, Offer, Passage, Row, Table
from beraad.ui.beamer.frames import TOP, Card, Ruled, across, down
from beraad.ui.beamer.look import SMALL, GroupLook
from beraad.ui.beamer.offer import OfferBoard
from beraad.ui.beamer.words import Chip, Words

_STRETCH: Mapping[Table, tuple[int, ...]] = {
    Table.ANSWERS: (5, 8),
    Table.PERSPECTIVES: (10, 11, 17),
    Table.WEIGHINGS: (10, 11, 11),
    Table.MATRIX: (1,),
    Table.AGREEMENTS: (10, 6, 5),
}
"""How much of the width the columns take; letters take what they need, alike in every row."""

_LETTERS: Mapping[Table, float] = {Table.PERSPECTIVES: 240}
_END_OF_HEAD = 10
_END: Mapping[Table, float] = {
    Table.ANSWERS: 18,
    Table.PERSPECTIVES: 18,
    Table.WEIGHINGS: 14,
    Table.MATRIX: 10,
    Table.AGREEMENTS: 18,
}
"""Room above and below what stands in a row."""

_TICK = 130
_MARK, _WIDE_MARK = 100, 380
_FEW = 2
_MEDIUM, _SEMI_BOLD = QFont.Weight.Medium, QFont.Weight.DemiBold


def widget_of(block: Block, look: GroupLook) -> QWidget:
    """Return the widget that shows a block."""
    match block:
        case Passage():
            return _passage(block, look)
        case Line():
            return _line(block, look)
        case Offer():
            return OfferBoard(block, look)
        case Horns():
            return _horns(block, look)
        case Row():
            return _row(block, look)
        case _:
            assert_never(block)


def _passage(block: Passage, look: GroupLook) -> QWidget:
    made = QWidget()
    inside = down(made, look, gap=4, margins=(28, 14))
    if block.title:
        ink = look.palette.ink_2
        inside.addWidget(Words(block.title, look, size=SMALL, weight=_MEDIUM, colour=ink))
    if block.text:
        inside.addWidget(Words(block.text, look))
    return made


def _line(block: Line, look: GroupLook) -> QWidget:
    made = QWidget()
    inside = across(made, look, gap=28, margins=(28, 10))
    words = Words(block.text, look)
    if block.letter:
        chip = Chip(block.mark, look)
        chip.setFixedWidth(max(chip.width(), look.px(_MARK)))
        chip.keep_with(words)
        inside.addWidget(chip, 0, TOP)
    elif block.mark:
        accent = look.palette.accent
        width = look.px(_MARK if len(block.mark) <= _FEW else _WIDE_MARK)
        mark = Words(block.mark, look, weight=_SEMI_BOLD, colour=accent, width=width)
        inside.addWidget(mark, 0, TOP)
    inside.addWidget(words, 1, TOP)
    return made


def _horns(block: Horns, look: GroupLook) -> QWidget:
    made = QWidget()
    inside = across(made, look, gap=40, margins=(0, 14))
    for act in block.acts:
        inside.addWidget(_act(act, look), 1)
    return made


def _act(act: Act, look: GroupLook) -> QWidget:
    made = Card(look)
    inside = down(made, look, gap=18, margins=(36, 30))
    head = across(None, look)
    head.addWidget(Chip(act.letter, look))
    head.addStretch(1)
    inside.addLayout(head)
    if act.text:
        inside.addWidget(Words(act.text, look, weight=_SEMI_BOLD))
    if act.harms:
        ink = look.palette.ink_2
        inside.addWidget(Words("Wie of wat we tekortdoen", look, size=SMALL, colour=ink))
    for harm in act.harms:
        beside = across(None, look, gap=16)
        beside.addWidget(Words("–", look, width=look.px(28)), 0, TOP)
        beside.addWidget(Words(harm, look), 1, TOP)
        inside.addLayout(beside)
    inside.addStretch(1)
    return made


def _row(block: Row, look: GroupLook) -> QWidget:
    made = Ruled(look)
    beneath = down(
        made, look, gap=8, margins=(28, _END_OF_HEAD if block.head else _END[block.table])
    )
    inside = across(None, look, gap=28)
    beneath.addLayout(inside)
    stretch = _STRETCH[block.table]
    for place, cell in enumerate(block.cells):
        free = place < len(stretch)
        width = 0 if free else look.room(_LETTERS.get(block.table, _TICK))
        widget = _cell(block, place, cell, look, width)
        inside.addWidget(widget, stretch[place] if free else 0, TOP)
    if block.chosen:
        beneath.addLayout(_chosen(block.chosen, look))
    return made


def _chosen(line: Line, look: GroupLook) -> QHBoxLayout:
    made = across(None, look, gap=20)
    chip, words = Chip(line.mark, look), Words(line.text, look, size=SMALL)
    chip.keep_with(words)
    made.addWidget(chip, 0, TOP)
    made.addWidget(words, 1, TOP)
    return made


def _cell(row: Row, place: int, cell: Cell, look: GroupLook, width: int) -> QWidget:
    if isinstance(cell, Letters):
        return _letters(cell, look, width, centred=row.table is Table.MATRIX)
    if row.head:
        ink, size = look.palette.ink_2, look.sizes(SMALL)[-1]
        return Words(cell, look, size=size, weight=_MEDIUM, colour=ink, width=width, shrinking=True)
    if width:
        accent = look.palette.accent
        middle = Qt.AlignmentFlag.AlignHCenter
        return Words(cell, look, weight=_SEMI_BOLD, colour=accent, alignment=middle, width=width)
    weight = _SEMI_BOLD if place == 0 else QFont.Weight.Normal
    return Words(cell, look, weight=weight, shrinking=True)


def _letters(cell: Letters, look: GroupLook, width: int, *, centred: bool) -> QWidget:
    made = QWidget()
    made.setFixedWidth(width)
    inside = across(made, look, gap=10)
    if centred:
        inside.addStretch(1)
    for mark in cell.marks:
        inside.addWidget(Chip(mark, look, size=look.sizes(SMALL)[-1]))
    inside.addStretch(1)
    return made
