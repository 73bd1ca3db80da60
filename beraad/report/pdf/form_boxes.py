"""From the parts of a form to boxes: what is said, and room to write beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from beraad.report.blocks import Heading
from beraad.report.forms.model import Beside, Board, Card, FormBlock, Pick, Sheet, Steps, Write
from beraad.report.pdf import styles
from beraad.report.pdf.asking import asked
from beraad.report.pdf.board import ruled_table
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.poster import step
from beraad.report.pdf.ruled import TICK, Framed, Ruling, Tick
from beraad.report.pdf.sheets import CUT, PAPERS
from beraad.report.pdf.stacks import Frame, Row, Stack
from beraad.report.pdf.story import stacked
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import chip, heading, plain, run_length

_BESIDE_CHIP = Frame(top=2.75)
_BESIDE_TITLE = Frame(top=2.5)
_GUTTER = 18.0


def form_boxes(blocks: Iterable[FormBlock], width: float, within: Tag) -> Iterator[Box]:
    """The parts of a form under each other in a column of this width, in points."""
    for block in blocks:
        match block:
            case Write():
                yield asked(block, width, within)
            case Pick():
                yield _pick(block, width, within)
            case Beside():
                yield _beside(block, width, within)
            case Card():
                yield _card(block, width, within.child("Sect"))
            case Board():
                yield replace(ruled_table(block, width, within.child("Table")), before=14)
            case Steps(steps=steps):
                yield from (step(one, width, within.child("Sect")) for one in steps)
            case Heading(text=text):
                title = within.child("H2")
                yield heading(text, styles.HEADING, width, title, before=24, outline=0)
            case _:
                yield from stacked((block,), width, within)


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


def _halves(boxes: list[Box]) -> tuple[list[Box], list[Box]]:
    middle = (len(boxes) + 1) // 2
    return boxes[:middle], boxes[middle:]


def _option(option: tuple[str, str], width: float, listed: Tag) -> Box:
    letter, act = option
    item = listed.child("LI")
    mark = chip(letter, item.child("Lbl"))
    left = TICK + 8 + mark.width + 7
    words: Box = Ruling(width - left, 1)
    if act:
        words = plain(act, styles.CELL, width - left, item.child("LBody"))
        words = Stack((words,), _BESIDE_CHIP)
    return Row(((0, Tick(mark.height)), (TICK + 8, mark), (left, words)), before=4)


def _beside(beside: Beside, width: float, within: Tag) -> Box:
    cells: list[tuple[float, Box]] = []
    left = 0.0
    for share, blocks in beside.parts:
        room = share * width
        gap = 0 if left + room >= width - 1 else 18
        cells.append((left, Stack(tuple(form_boxes(blocks, room - gap, within)))))
        left += room
    return Row(tuple(cells), before=10)


def _card(card: Card, width: float, within: Tag) -> Box:
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
    content = Stack((Row(tuple(top), leads=True), *form_boxes(card.blocks, inside, within)))
    if not card.high:
        whole = PAPERS[Sheet.A4].column_height
        return replace(frame, inside=content, whole_up_to=whole, before=14)
    sheet = PAPERS[Sheet.CARDS].column_height
    half = (sheet - CUT) / 2
    return replace(frame, inside=content, least=half, whole_up_to=sheet, before=CUT)
