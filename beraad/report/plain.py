"""The bare text of a document, in reading order, as every format says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from beraad.phases.wording import option_mark
from beraad.report.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Document,
    Facts,
    Heading,
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
)
from beraad.report.charts import Bars, RouteMap, Timeline
from beraad.report.tabled import chart_tabled, tabled


def plain_text(document: Document) -> str:
    """Everything a reader of the document can read, one paragraph on each line."""
    return "\n".join(paragraphs(document))


def paragraphs(document: Document) -> Iterator[str]:
    """The paragraphs of a document, from the notice above the title to the running foot."""
    furniture = document.furniture
    for text in (furniture.notice, furniture.kicker, document.title, furniture.standfirst):
        if text:
            yield text
    for block in document.blocks:
        yield from block_paragraphs(block)
    if furniture.foot:
        yield furniture.foot


def line(text: Text) -> str:
    """One paragraph without its looks."""
    return "".join(_piece(piece) for piece in text)


def _piece(piece: Run | Mark) -> str:
    return option_mark(piece.letter) if isinstance(piece, Mark) else piece.text


def cell_paragraphs(cell: Cell) -> Iterator[str]:
    """The paragraphs in one place of a table."""
    return map(line, cell)


def _cells(cells: Iterable[Cell]) -> Iterator[str]:
    for cell in cells:
        yield from cell_paragraphs(cell)


def _panel(panel: OptionPanel) -> Iterator[str]:
    yield option_mark(panel.letter)
    yield from cell_paragraphs(panel.act)
    if panel.label:
        yield panel.label
    yield from cell_paragraphs(panel.details)


def _table(table: Table) -> Iterator[str]:
    yield from table.header
    for group in table.groups:
        yield from cell_paragraphs(group.head)
        for row in group.rows:
            yield from _cells(cell for cell in row if cell is not None)


def block_paragraphs(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - each kind of block
    """The paragraphs of one block."""
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(text=text):
            yield line(text)
        case Bullets(items=items):
            yield from cell_paragraphs(items)
        case Quote(label=label, paragraphs=texts):
            yield label
            yield from cell_paragraphs(texts)
        case Callout(title=title, lead=lead, blocks=blocks):
            yield title
            if lead:
                yield line(lead)
            for inner in blocks:
                yield from block_paragraphs(inner)
        case Facts(rows=rows):
            for label, cell in rows:
                yield label
                yield from cell_paragraphs(cell)
        case OptionPair(left=left, right=right):
            yield from _panel(left)
            yield from _panel(right)
        case OptionList(options=options):
            for option in options:
                yield from _panel(option)
        case Voices(letter=letter, act=act, texts=texts):
            if letter:
                yield option_mark(letter)
            yield act
            yield from _cells(texts)
        case Table():
            yield from _table(block)
        case Matrix():
            yield from _table(tabled(block))
        case Bars() | Timeline() | RouteMap():
            yield from _table(chart_tabled(block))
        case WritingLines(asks=asks, ticks=ticks):
            yield from ticks
            yield from (label for label, _ in asks)
        case _:
            assert_never(block)
