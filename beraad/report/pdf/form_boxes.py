"""From the parts of a form to boxes: what is said, and room to write beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from beraad.report.blocks import Heading, Text
from beraad.report.charts import RouteMap
from beraad.report.forms.model import (
    Answers,
    Beside,
    Board,
    Card,
    Clock,
    FormBlock,
    Parting,
    Pick,
    Points,
    Poster,
    Slide,
    Small,
    Steps,
    Write,
)
from beraad.report.pdf import styles
from beraad.report.pdf.asking import asked
from beraad.report.pdf.board import ruled_table
from beraad.report.pdf.boxes import Box, Rule
from beraad.report.pdf.chart import chart_picture
from beraad.report.pdf.paper import Paper
from beraad.report.pdf.poster import step, wall
from beraad.report.pdf.ruled import TICK, Framed, Ruling, Tick
from beraad.report.pdf.sheets import CUT
from beraad.report.pdf.slide import slide
from beraad.report.pdf.stacks import Frame, Row, Stack
from beraad.report.pdf.story import stacked
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import chip, heading, paragraph, plain, run_length

_BESIDE_CHIP = Frame(top=2.75)
_BESIDE_TITLE = Frame(top=2.5)
_GUTTER = 18.0
_MOST_OF_A_PICTURE = 0.85
"""Of the height of a sheet: its title stands above."""


def form_boxes(  # noqa: C901, PLR0912 - each kind of block
    blocks: Iterable[FormBlock], width: float, within: Tag, paper: Paper
) -> Iterator[Box]:
    """The parts of a form under each other in a column of this width, in points."""
    for block in blocks:
        match block:
            case Write():
                yield asked(block, width, within)
            case Pick():
                yield _pick(block, width, within)
            case Answers():
                yield _answers(block, width, within)
            case Beside():
                yield _beside(block, width, within, paper)
            case Card():
                yield _card(block, width, within.child("Sect"), paper)
            case Board():
                yield replace(ruled_table(block, width, within.child("Table")), before=14)
            case Steps(steps=steps):
                yield from (step(one, width, within.child("Sect")) for one in steps)
            case Points(items=items):
                yield Stack(tuple(_points(items, width, within.child("L", numbering="Disc"))))
            case Small(text=text):
                yield plain(text, styles.NOTE, width, within.child("P"), before=3)
            case Poster():
                yield wall(block, width, within.child("Sect"))
            case Slide():
                yield from slide(block, width, within.child("Sect"))
            case Clock():
                yield _clock(block, width, within)
            case RouteMap():
                most = paper.column_height * _MOST_OF_A_PICTURE
                yield replace(chart_picture(block, width, within, most=most), before=14)
            case Parting():
                yield Rule(width, before=9)
            case Heading(level=level, text=text):
                title = within.child(f"H{level + 1}")
                yield heading(text, styles.HEADING, width, title, before=24, outline=level - 1)
            case _:
                yield from stacked((block,), width, within)


def _clock(clock: Clock, width: float, within: Tag) -> Box:
    at = plain(clock.at, styles.CLOCK, width, within.child("P"))
    below = (plain(line, styles.NOTE, width, within.child("P")) for line in clock.below)
    return Stack((at, *below))


def _points(items: tuple[Text, ...], width: float, listed: Tag) -> Iterator[Box]:
    for item in items:
        point = listed.child("LI")
        sign = plain("•", styles.CELL, 10, point.child("Lbl"))
        words = paragraph(item, styles.CELL, width - 11, point.child("LBody"))
        yield Row(((0, sign), (11, words)), before=2)


def _pick(pick: Pick, width: float, within: Tag) -> Box:
    """Two columns of options, read down the first and then down the second."""
    listed = within.child("L")
    label = plain(pick.label, styles.WRITE, width, listed.child("Caption"))
    half = (width - _GUTTER) / 2
    columns = _halves([_option(one, half, listed) for one in pick.options])
    offered = tuple(
        (number * (half + _GUTTER), Stack(tuple(boxes))) for number, boxes in enumerate(columns)
    )
    return Stack((label, Row(offered, before=3)), before=8)


def _answers(answers: Answers, width: float, within: Tag) -> Box:
    """The label, and behind it a box before every answer, as many as fit on the line."""
    listed = within.child("L")
    label = plain(answers.label, styles.NOTE, width, listed.child("Caption"))
    cells: list[tuple[float, Box]] = [(0, label)]
    left = run_length(answers.label, styles.NOTE) + 14
    for text in (*answers.offered, answers.apart):
        if text is answers.apart:
            left += 16
        body = plain(text, styles.NOTE, width - left, listed.child("LI").child("LBody"))
        cells += [(left, Tick(styles.NOTE.leading)), (left + TICK + 5, body)]
        left += TICK + 5 + run_length(text, styles.NOTE) + 12
    return Row(tuple(cells), before=6)


def _halves(boxes: list[Box]) -> tuple[list[Box], list[Box]]:
    middle = (len(boxes) + 1) // 2
    return boxes[:middle], boxes[middle:]


def _option(option: tuple[str, str], width: float, listed: Tag) -> Box:
    letter, act = option
    item = listed.child("LI")
    if not letter:
        words = plain(act, styles.CELL, width - TICK - 8, item.child("LBody"))
        return Row(((0, Tick(words.height)), (TICK + 8, words)), before=4)
    mark = chip(letter, item.child("Lbl"))
    left = TICK + 8 + mark.width + 7
    words: Box = Ruling(width - left, 1)
    if act:
        words = plain(act, styles.CELL, width - left, item.child("LBody"))
        words = Stack((words,), _BESIDE_CHIP)
    return Row(((0, Tick(mark.height)), (TICK + 8, mark), (left, words)), before=4)


def _beside(beside: Beside, width: float, within: Tag, paper: Paper) -> Box:
    cells: list[tuple[float, Box]] = []
    left = 0.0
    for share, blocks in beside.parts:
        room = share * width
        gap = 0 if left + room >= width - 1 else 18
        cells.append((left, Stack(tuple(form_boxes(blocks, room - gap, within, paper)))))
        left += room
    return Row(tuple(cells), before=10)


def _card(card: Card, width: float, within: Tag, paper: Paper) -> Box:
    frame = Framed(Stack(()), width)
    inside = width - 2 * frame.gap
    aside = run_length(card.aside, styles.LABEL) if card.aside else 0.0
    title = heading(
        card.title,
        styles.CARD_TITLE,
        inside - aside - 12,
        within.child(f"H{card.level}"),
        before=0,
        outline=0,
    )
    top: list[tuple[float, Box]] = [(0, title)]
    if card.aside:
        said = plain(card.aside, styles.LABEL, aside + 1, within.child("P"))
        top.append((inside - aside, Stack((said,), _BESIDE_TITLE)))
    content = Stack((Row(tuple(top), leads=True), *form_boxes(card.blocks, inside, within, paper)))
    if not card.high:
        return replace(frame, inside=content, whole_up_to=paper.column_height, before=14)
    half = (paper.column_height - CUT) / 2
    return replace(frame, inside=content, least=half, whole_up_to=paper.column_height, before=CUT)
