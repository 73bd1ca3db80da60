"""Blocks as a word processor knows them: paragraphs with a role, and tables, in one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias, assert_never

from beraad.report.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Document,
    Facts,
    Heading,
    Look,
    Mark,
    Matrix,
    OptionList,
    OptionPair,
    OptionPanel,
    Paragraph,
    Quote,
    Run,
    Table,
    Text,
    Voices,
    WritingLines,
    stretches,
)
from beraad.report.charts import Bars, RouteMap, Timeline
from beraad.report.levels import levelled
from beraad.report.returned import CHOICE, TICK
from beraad.report.tabled import chart_tabled, tabled


class Role(Enum):
    """What a paragraph is; each format has one named style for it."""

    HOUSE = auto()
    """The name of the municipality, above everything."""
    NOTICE = auto()
    KICKER = auto()
    HEADING_1 = auto()
    STANDFIRST = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    BOX_HEADING = auto()
    """A heading of level 2 in a box."""
    BOX = auto()
    BOX_ITEM = auto()
    BODY = auto()
    LEAD = auto()
    """Body that stays with what follows."""
    ITEM = auto()
    QUOTE_LABEL = auto()
    QUOTE = auto()
    OPTION = auto()
    """The letter and act of an option."""
    DETAIL = auto()
    VOICE = auto()
    COLUMN_TITLE = auto()
    CELL = auto()
    CELL_ITEM = auto()
    """One of what is said beside each other in a cell."""
    BETWEEN = auto()
    """What keeps a table apart from the next."""
    WRITING = auto()
    """An empty line to write on by hand."""
    FOOT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in its role."""

    role: Role
    text: Text


@dataclass(frozen=True, slots=True)
class Room:
    """Where somebody who gets the document writes.

    Attributes:
        name: what a program finds it by.
        asked: what is to be written here.
        lines: what stands there before.
    """

    name: str
    asked: str
    lines: tuple[Line, ...]


Flow: TypeAlias = Line | Table | Room


def in_cell(table: Table, cell: Cell) -> Iterator[Line]:
    """The paragraphs of a cell of this table, each in its role; an empty one where none is."""
    if not table.listed:
        yield from _lines(Role.CELL, cell or ((),))
        return
    for is_list, texts in stretches(cell or ((),)):
        yield from _lines(Role.CELL_ITEM if is_list else Role.CELL, texts)


_HEADINGS = {1: Role.HEADING_1, 2: Role.HEADING_2, 3: Role.HEADING_3}


def flow(document: Document) -> Iterator[Flow]:
    """Everything but the running foot, in reading order."""
    furniture = document.furniture
    for role, text in (
        (Role.HOUSE, document.house.name),
        (Role.NOTICE, furniture.notice),
        (Role.KICKER, furniture.kicker),
        (Role.HEADING_1, document.title),
        (Role.STANDFIRST, furniture.standfirst),
    ):
        if text:
            yield _said(role, text)
    for block, level in levelled(document.blocks):
        yield from _block(block, level)


def _said(role: Role, text: str) -> Line:
    return Line(role, (Run(text),))


def _lines(role: Role, texts: Iterable[Text]) -> Iterator[Line]:
    return (Line(role, text) for text in texts)


def _block(block: Block, level: int) -> Iterator[Flow]:  # noqa: C901, PLR0912 - each kind of block
    match block:
        case Heading(text=text):
            yield _said(_HEADINGS[level], text)
        case Paragraph(text=text, leads=leads):
            yield Line(Role.LEAD if leads else Role.BODY, text)
        case Bullets(items=items):
            yield from _lines(Role.ITEM, items)
        case Quote(label=label, paragraphs=texts):
            yield _said(Role.QUOTE_LABEL, label)
            yield from _lines(Role.QUOTE, texts)
        case Callout():
            yield from _callout(block)
        case Facts():
            yield from _facts(block)
        case OptionPair(left=left, right=right):
            yield from _panel(left)
            yield from _panel(right)
        case OptionList(options=options):
            for option in options:
                yield from _panel(option)
        case Voices(letter=letter, act=act, texts=texts):
            mark = (Mark(letter), Run(" ")) if letter else ()
            yield Line(_HEADINGS[level], (*mark, Run(act)))
            for cell in texts:
                yield from _lines(Role.VOICE, cell)
        case Table():
            yield block
        case Matrix():
            yield tabled(block)
        case Bars() | Timeline() | RouteMap():
            yield chart_tabled(block)
        case WritingLines():
            yield from _room(block)
        case _:
            assert_never(block)


def _room(room: WritingLines) -> Iterator[Flow]:
    if room.ticks:
        offered = tuple(_said(Role.BODY, f"{TICK} {one}") for one in room.ticks)
        yield Room(room.choice, CHOICE, offered)
    for number, (label, lines) in enumerate(room.asks, start=1):
        yield _said(Role.LEAD, label)
        yield Room(room.field(number), label, (Line(Role.WRITING, ()),) * lines)


def _callout(callout: Callout) -> Iterator[Line]:
    yield _said(Role.BOX_HEADING, callout.title)
    if callout.lead:
        yield Line(Role.BOX, tuple(map(_strong, callout.lead)))
    for block in callout.blocks:
        if isinstance(block, Bullets):
            yield from _lines(Role.BOX_ITEM, block.items)
        else:
            yield Line(Role.BOX, block.text)


def _facts(facts: Facts) -> Iterator[Line]:
    for label, cell in facts.rows:
        first, rest = _first(cell)
        colon = "" if label.endswith("?") else ":"
        yield Line(Role.BODY, (Run(f"{label}{colon}", Look.STRONG), Run(" "), *first))
        yield from _lines(Role.BODY, rest)


def _panel(panel: OptionPanel) -> Iterator[Line]:
    first, rest = _first(panel.act)
    yield Line(Role.OPTION, (Mark(panel.letter), Run(" "), *first))
    yield from _lines(Role.DETAIL, rest)
    if panel.label and panel.details:
        yield _said(Role.DETAIL, panel.label)
        yield from _lines(Role.ITEM, panel.details)
    else:
        yield from _lines(Role.DETAIL, panel.details)


def _first(cell: Cell) -> tuple[Text, Cell]:
    return (cell[0], cell[1:]) if cell else ((), ())


def _strong(piece: Run | Mark) -> Run | Mark:
    return Run(piece.text, Look.STRONG) if isinstance(piece, Run) else piece
