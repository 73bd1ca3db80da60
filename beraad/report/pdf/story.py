"""From blocks to boxes: how each kind of block looks on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from beraad.report.blocks import (
    Block,
    Bullets,
    Callout,
    Document,
    Facts,
    Furniture,
    Heading,
    Matrix,
    OptionList,
    OptionPair,
    Paragraph,
    Quote,
    Table,
    Text,
    Voices,
    WritingLines,
)
from beraad.report.charts import Bars, RouteMap, Timeline
from beraad.report.house.style import OURS, House
from beraad.report.levels import levelled
from beraad.report.pdf import styles
from beraad.report.pdf.asking import room_to_write
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.chart import chart_picture
from beraad.report.pdf.letterhead import letterhead
from beraad.report.pdf.matrix import matrix_picture
from beraad.report.pdf.options import option, option_pair
from beraad.report.pdf.pages import DOCUMENT
from beraad.report.pdf.rows import grid
from beraad.report.pdf.stacks import Frame, Row, Stack
from beraad.report.pdf.styles import COLUMN, COLUMN_HEIGHT
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import chip, column, heading, paragraph, plain
from beraad.report.theme import Hue, option_ink

_LABEL_SHARE = 0.27
_SECTION_GAP = 27.0
_SHORT_GAP = 12.0
_APART = 12.0
_BETWEEN = 7.0
_CLOSE = 1.5


def story(document: Document, width: float = COLUMN) -> tuple[Box, ...]:
    """Everything between the edges of the pages, in reading order."""
    boxes = (
        *opening(document.title, document.furniture, width, document.house),
        *stacked(document.blocks, width, DOCUMENT),
    )
    if not document.is_short:
        return boxes
    return tuple(replace(box, before=min(box.before, _SHORT_GAP)) for box in boxes)


def opening(title: str, furniture: Furniture, width: float, house: House = OURS) -> Iterator[Box]:
    """What stands above the text of a first page."""
    if furniture.notice:
        words = plain(furniture.notice, styles.NOTICE, width - 24, DOCUMENT.child("P"))
        frame = Frame(width, left=12, top=6, bottom=6, tint=Hue.NOTICE_TINT, radius=6)
        yield Stack((words,), frame)
    if house.name or house.logo:
        yield letterhead(house, furniture.kicker, width, DOCUMENT)
    elif furniture.kicker:
        yield plain(furniture.kicker, styles.KICKER, width, DOCUMENT.child("P"), before=18)
    yield plain(title, styles.TITLE, width, DOCUMENT.child("H1"), before=5)
    if furniture.standfirst:
        room = width * 0.94
        yield plain(furniture.standfirst, styles.STANDFIRST, room, DOCUMENT.child("P"), before=5)


def stacked(blocks: Iterable[Block], width: float, within: Tag) -> Iterator[Box]:
    """Blocks under each other in a column of this width, in points."""
    follows = False
    for block, level in levelled(blocks):
        first, *rest = _block(block, width, within, level)
        is_text = isinstance(block, Paragraph | Bullets)
        yield replace(first, before=_CLOSE) if follows and is_text else first
        yield from rest
        follows = isinstance(block, Paragraph) and block.leads


def _block(block: Block, width: float, within: Tag, level: int) -> Iterator[Box]:  # noqa: C901, PLR0912 - each kind of block
    match block:
        case Heading(text=text):
            yield _heading(block, width, within.child(f"H{level}"))
        case Paragraph(text=text, leads=leads):
            space = _APART if leads else _BETWEEN
            words = paragraph(text, styles.BODY, width, within.child("P"), before=space)
            yield replace(words, leads=leads)
        case Bullets(items=items):
            yield from _bullets(items, width, within.child("L", numbering="Disc"))
        case Quote():
            yield _quote(block, width, within.child("BlockQuote"))
        case Callout():
            yield _callout(block, width, within.child("Sect"), level)
        case Facts():
            yield from _facts(block, width, within.child("L"))
        case OptionPair(left=left, right=right):
            yield option_pair(left, right, width, within.child("L"))
        case OptionList(options=options):
            tag = within.child("L")
            yield from (option(panel, width, tag) for panel in options)
        case Voices():
            yield from _voices(block, width, within, level)
        case Matrix():
            yield replace(matrix_picture(block, width, within), before=10)
        case Bars() | Timeline() | RouteMap():
            most = COLUMN_HEIGHT / (1 if isinstance(block, RouteMap) else 2)
            yield replace(chart_picture(block, width, within, most=most), before=10)
        case Table():
            yield replace(grid(block, width, within.child("Table")), before=10)
        case WritingLines():
            yield room_to_write(block, width, within)
        case _:
            assert_never(block)


def _heading(block: Heading, width: float, tag: Tag) -> Box:
    if block.level == 1:
        return heading(block.text, styles.HEADING, width, tag, before=_SECTION_GAP, outline=0)
    return heading(block.text, styles.SUBHEADING, width, tag, before=15, outline=1)


def _bullets(items: Iterable[Text], width: float, tag: Tag) -> Iterator[Box]:
    for item in items:
        point = tag.child("LI")
        dot = plain("•", styles.BODY, 12, point.child("Lbl"))
        text = paragraph(item, styles.BODY, width - 14, point.child("LBody"))
        yield Row(((1, dot), (14, text)), whole_up_to=3 * styles.BODY.leading, before=4)


def _quote(quote: Quote, width: float, tag: Tag) -> Box:
    label = replace(plain(quote.label, styles.LABEL, width, tag.child("P")), leads=True)
    words = replace(column(quote.paragraphs, styles.LEAD, width - 16, tag, gap=6), before=1)
    frame = Frame(width, left=14, bar=Hue.ACCENT)
    return Stack((label, words), frame, before=_APART, leads=quote.leads)


def _callout(callout: Callout, width: float, tag: Tag, level: int) -> Box:
    inside = width - 2 * 17
    called = tag.child(f"H{level}")
    title = heading(callout.title, styles.SUBHEADING, inside, called, before=0, outline=0)
    opening: tuple[Box, ...] = (title,)
    if callout.lead:
        opening += (paragraph(callout.lead, styles.LEAD, inside, tag.child("P"), before=4),)
    frame = Frame(width, left=17, top=14, bottom=16, tint=Hue.BOX, radius=8)
    return Stack((*opening, *stacked(callout.blocks, inside, tag)), frame, before=20)


def _facts(facts: Facts, width: float, tag: Tag) -> Iterator[Box]:
    share = width * _LABEL_SHARE
    for number, (label, cell) in enumerate(facts.rows):
        fact = tag.child("LI")
        words = plain(label, styles.LABEL, share - 14, fact.child("Lbl"))
        text = column(cell, styles.DETAIL, width - share, fact.child("LBody"), gap=6)
        kept = 4 * styles.DETAIL.leading
        yield Row(((0, words), (share, text)), whole_up_to=kept, before=8 if number else _APART)


def _voices(voices: Voices, width: float, within: Tag, level: int) -> Iterator[Box]:
    title = within.child(f"H{level}")
    left = 0.0
    cells: list[tuple[float, Box]] = []
    if voices.letter:
        mark = chip(voices.letter, title)
        cells.append((0, mark))
        left = mark.width + 8
    act = plain(voices.act, styles.SUBHEADING, width - left, title)
    cells.append((left, Stack((act,), Frame(top=2.25))))
    yield Row(tuple(cells), before=16, leads=True)
    for number, cell in enumerate(voices.texts):
        words = column(cell, styles.BODY, width - 13, within, gap=6)
        frame = Frame(width, left=13, bar=option_ink(voices.letter) if voices.letter else Hue.LINE)
        yield Stack(words.boxes, frame, before=9 if number else 8)
