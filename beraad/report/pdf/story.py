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
    Heading,
    OptionList,
    OptionPair,
    Paragraph,
    Quote,
    Table,
    Text,
    Voices,
)
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.options import option, option_pair
from beraad.report.pdf.rows import grid
from beraad.report.pdf.stacks import Frame, Row, Stack
from beraad.report.pdf.styles import COLUMN, THEME
from beraad.report.pdf.type import chip, column, heading, paragraph, plain

_LABEL_SHARE = 0.27
_SECTION_GAP = 27.0
_APART = 12.0
_BETWEEN = 7.0
_CLOSE = 1.5


def story(document: Document) -> tuple[Box, ...]:
    """Everything between the edges of the pages, in reading order."""
    return (*_opening(document), *_blocks(document.blocks, COLUMN))


def _opening(document: Document) -> Iterator[Box]:
    furniture = document.furniture
    if furniture.notice:
        words = plain(furniture.notice, styles.NOTICE, COLUMN - 24)
        frame = Frame(COLUMN, left=12, top=6, bottom=6, tint=THEME.notice.tint, radius=6)
        yield Stack((words,), frame)
    if furniture.kicker:
        yield plain(furniture.kicker, styles.KICKER, COLUMN, before=18)
    yield plain(document.title, styles.TITLE, COLUMN, before=5)
    if furniture.standfirst:
        yield plain(furniture.standfirst, styles.STANDFIRST, COLUMN * 0.94, before=5)


def _blocks(blocks: Iterable[Block], width: float) -> Iterator[Box]:
    follows = False
    for block in blocks:
        first, *rest = _block(block, width)
        yield replace(first, before=_CLOSE) if follows else first
        yield from rest
        follows = isinstance(block, Paragraph) and block.leads


def _block(block: Block, width: float) -> Iterator[Box]:  # noqa: C901 - each kind of block
    match block:
        case Heading(level=1, text=text):
            yield heading(text, styles.HEADING, width, before=_SECTION_GAP, outline=0)
        case Heading(text=text):
            yield heading(text, styles.SUBHEADING, width, before=15, outline=1)
        case Paragraph(text=text, leads=leads):
            space = _APART if leads else _BETWEEN
            yield replace(paragraph(text, styles.BODY, width, before=space), leads=leads)
        case Bullets(items=items):
            yield from _bullets(items, width)
        case Quote():
            yield _quote(block, width)
        case Callout():
            yield _callout(block, width)
        case Facts():
            yield from _facts(block, width)
        case OptionPair(left=left, right=right):
            yield option_pair(left, right, width)
        case OptionList(options=options):
            yield from (option(panel, width) for panel in options)
        case Voices():
            yield from _voices(block, width)
        case Table():
            yield replace(grid(block, width), before=10)
        case _:
            assert_never(block)


def _bullets(items: Iterable[Text], width: float) -> Iterator[Box]:
    for item in items:
        dot = plain("•", styles.BODY, 12)
        text = paragraph(item, styles.BODY, width - 14)
        yield Row(((1, dot), (14, text)), whole_up_to=3 * styles.BODY.leading, before=4)


def _quote(quote: Quote, width: float) -> Box:
    label = replace(plain(quote.label, styles.LABEL, width), leads=True)
    words = replace(column(quote.paragraphs, styles.LEAD, width - 16, gap=6), before=1)
    frame = Frame(width, left=14, bar=THEME.accent)
    return Stack((label, words), frame, before=_APART, leads=quote.leads)


def _callout(callout: Callout, width: float) -> Box:
    inside = width - 2 * 17
    title = replace(plain(callout.title, styles.SUBHEADING, inside), leads=True)
    lead = (paragraph(callout.lead, styles.LEAD, inside, before=4),) if callout.lead else ()
    frame = Frame(width, left=17, top=14, bottom=16, tint=THEME.box, radius=8)
    return Stack((title, *lead, *_blocks(callout.blocks, inside)), frame, before=20)


def _facts(facts: Facts, width: float) -> Iterator[Box]:
    share = width * _LABEL_SHARE
    for number, (label, cell) in enumerate(facts.rows):
        words = plain(label, styles.LABEL, share - 14)
        text = column(cell, styles.DETAIL, width - share, gap=6)
        kept = 4 * styles.DETAIL.leading
        yield Row(((0, words), (share, text)), whole_up_to=kept, before=8 if number else _APART)


def _voices(voices: Voices, width: float) -> Iterator[Box]:
    colours = THEME.option(voices.letter)
    left = 0.0
    cells: list[tuple[float, Box]] = []
    if voices.letter:
        mark = chip(voices.letter)
        cells.append((0, mark))
        left = mark.width + 8
    act = plain(voices.act, styles.SUBHEADING, width - left)
    cells.append((left, Stack((act,), Frame(top=2.25))))
    yield Row(tuple(cells), before=16, leads=True)
    for number, cell in enumerate(voices.texts):
        words = column(cell, styles.BODY, width - 13, gap=6)
        frame = Frame(width, left=13, bar=colours.ink if voices.letter else THEME.line)
        yield Stack(words.boxes, frame, before=9 if number else 8)
