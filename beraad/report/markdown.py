"""Markdown that also reads well as plain text, in which text of people is never markup."""

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
from beraad.report.escaping import escape
from beraad.report.returned import TICK
from beraad.report.tabled import chart_tabled, tabled
from beraad.report.visible import visible

_LOOKS = {Look.PLAIN: "", Look.STRONG: "**", Look.MUTED: "*"}
_WIDEST_PADDING = 32
_BREAK = "<br>"


def render(document: Document) -> str:
    """The document as Markdown (CommonMark with pipe tables), ending with a line break."""
    furniture = document.furniture
    parts = [escape(document.house.name)]
    if furniture.notice:
        parts.append(f"**{escape(furniture.notice)}**")
    parts += [escape(furniture.kicker), f"# {escape(document.title)}", escape(furniture.standfirst)]
    parts += [part for block in document.blocks for part in _block(block)]
    if furniture.foot:
        parts += ["---", escape(furniture.foot)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _piece(piece: Run | Mark) -> str:
    if isinstance(piece, Mark):
        return option_mark(piece.letter)
    text = visible(piece.text)
    literal = escape(text)
    if not literal:
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    look = _LOOKS[piece.look]
    return f"{before}{look}{literal}{look}{after}"


def _line(text: Text) -> str:
    return "".join(map(_piece, text)).strip()


def _lines(cell: Cell) -> list[str]:
    return [_line(text) for text in cell]


def _bullets(texts: Iterable[Text]) -> str:
    return "\n".join(f"- {_line(text)}" for text in texts)


def _quoted(label: str, parts: Iterable[str]) -> str:
    lines = "\n\n".join([f"**{escape(label)}**", *parts]).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _panel(panel: OptionPanel) -> Iterator[str]:
    first, *rest = _lines(panel.act) or [""]
    yield f"{option_mark(panel.letter)} {first}".rstrip()
    yield from rest
    if panel.details:
        if panel.label:
            yield f"{escape(panel.label)}:"
        yield _bullets(panel.details)


def _facts(facts: Facts) -> Iterator[str]:
    for label, cell in facts.rows:
        first, *rest = _lines(cell)
        colon = "" if label.endswith("?") else ":"
        yield f"**{escape(label)}{colon}** {first}"
        yield from rest


def _in_one_line(cell: Cell) -> str:
    """The paragraphs of a cell, each on a line of its own: a row of a table has no other way."""
    return _BREAK.join(filter(None, _lines(cell)))


def _beside(table: Table) -> Iterator[str]:
    """Lists that stood beside each other to save room, each under what it is called."""
    ((head, rows),) = ((group.head, group.rows) for group in table.groups)
    for title, cell in zip(table.header, (head, *(each or () for each in rows[0])), strict=True):
        yield f"**{escape(title)}**"
        for is_list, texts in stretches(cell):
            if is_list:
                yield _bullets(texts)
            else:
                yield from _lines(texts)


def _table(table: Table) -> str:
    rows = [[escape(title) for title in table.header]]
    for group in table.groups:
        heads = [group.head, *((),) * (len(group.rows) - 1)]
        for head, row in zip(heads, group.rows, strict=True):
            rows.append([_in_one_line(cell or ()) for cell in (head, *row)])
    widths = [
        min(max(len(cell) for cell in column), _WIDEST_PADDING)
        for column in zip(*rows, strict=True)
    ]
    rows.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) + " |"
        for row in rows
    )


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each kind of block
    match block:
        case Heading(level=level, text=text):
            yield f"{'#' * (level + 1)} {escape(text)}"
        case Paragraph(text=text):
            yield _line(text)
        case Bullets(items=items):
            yield _bullets(items)
        case Quote(label=label, paragraphs=texts):
            yield _quoted(label, _lines(texts))
        case Callout(title=title, lead=lead, blocks=blocks):
            inside = [part for inner in blocks for part in _block(inner)]
            yield _quoted(title, [_line(lead), *inside] if lead else inside)
        case Facts():
            yield from _facts(block)
        case OptionPair(left=left, right=right):
            yield from _panel(left)
            yield from _panel(right)
        case OptionList(options=options):
            for option in options:
                yield from _panel(option)
        case Voices(letter=letter, act=act, texts=texts):
            yield f"### {option_mark(letter)} {escape(act)}".replace("###  ", "### ")
            yield from (line for cell in texts for line in _lines(cell))
        case Table(lists=True):
            yield from _beside(block)
        case Table():
            yield _table(block)
        case Matrix():
            yield _table(tabled(block))
        case Bars() | Timeline() | RouteMap():
            yield _table(chart_tabled(block))
        case WritingLines(asks=asks, ticks=ticks):
            yield from (f"{TICK} {escape(offered)}" for offered in ticks)
            yield from (f"**{escape(label)}**" for label, _ in asks)
        case _:
            assert_never(block)
