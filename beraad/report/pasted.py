"""A document as text for where nothing has looks: a mail, a case system, a message.

Headings are underlined, lists have dashes, and a table becomes a line for each cell: what its
column is called, and what stands there.
"""

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
    RowGroup,
    Run,
    Table,
    Text,
    Voices,
    WritingLines,
)
from beraad.report.charts import Bars, RouteMap, Timeline
from beraad.report.tabled import chart_tabled, tabled
from beraad.report.visible import visible

_UNDER = ("=", "-")
"""What a part is underlined with, and a part of that."""
_INDENT = "  "
_BOX, _ROOM = "[ ]", "…"


def pasted(document: Document) -> str:
    """Everything that stands in the document, ending with a line break."""
    furniture = document.furniture
    above = "\n".join(map(visible, filter(None, (furniture.notice, furniture.kicker))))
    parts = [above, _set_apart(1, document.title), visible(furniture.standfirst)]
    parts += [part for block in document.blocks for part in _block(block)]
    parts.append(visible(furniture.foot))
    return "\n\n".join(part for part in parts if part) + "\n"


def _set_apart(level: int, text: str) -> str:
    """A heading, with more room above it when it begins a part."""
    shown = visible(text)
    return f"{chr(10) if level == 1 else ''}{shown}\n{_UNDER[level - 1] * len(shown)}"


def _piece(piece: Run | Mark) -> str:
    return option_mark(piece.letter) if isinstance(piece, Mark) else visible(piece.text)


def _line(text: Text) -> str:
    return "".join(map(_piece, text)).strip()


def _is_note(text: Text) -> bool:
    return all(isinstance(piece, Run) and piece.look is Look.MUTED for piece in text)


def _lines(cell: Cell | None) -> list[str]:
    """The paragraphs of a cell; a note stands between brackets behind what it is about."""
    lines: list[str] = []
    for text in cell or ():
        if lines and _is_note(text) and _line(text):
            lines[-1] += f" ({_line(text)})"
        elif _line(text):
            lines.append(_line(text))
    return lines


def _labelled(label: str, lines: list[str]) -> str:
    """A label with what belongs to it: behind it, or below it when that is more than one line."""
    shown = visible(label)
    asked = shown if shown.endswith(("?", ":")) else f"{shown}:"
    if len(lines) > 1:
        return "\n".join((asked, *(f"{_INDENT}{line}" for line in lines)))
    return f"{asked} {lines[0]}" if lines else asked


def _dashed(items: Iterable[list[str]]) -> str:
    """A list; the first line of each item has a dash and the others stand under it."""
    return "\n".join(
        "\n".join((f"- {first}", *(f"{_INDENT}{line}" for line in rest)))
        for first, *rest in filter(None, items)
    )


def _texts(texts: Iterable[Text]) -> str:
    return _dashed([_line(text)] for text in texts)


def _panel(panel: OptionPanel) -> str:
    first, *rest = _lines(panel.act) or [""]
    parts = [f"{option_mark(panel.letter)}  {first}".rstrip(), *rest]
    if panel.details:
        parts += [f"{visible(panel.label)}:"] if panel.label else []
        parts.append(_texts(panel.details))
    return "\n".join(parts)


def _told(header: Iterable[str], cells: Iterable[Cell | None]) -> str:
    """The cells of one row that hold something, each after the name of its column."""
    filled = ((name, _lines(cell)) for name, cell in zip(header, cells, strict=True))
    return "\n".join(_labelled(name, lines) for name, lines in filled if lines)


def _under_each_other(header: tuple[str, ...], group: RowGroup) -> str:
    """Rows that share their first cell stand under it."""
    first, *others = header
    under = [row for row in (_told(others, row) for row in group.rows) if row]
    spaced = "\n\n" if any("\n" in row for row in under) else "\n"
    rows = spaced.join("\n".join(_INDENT + line for line in row.splitlines()) for row in under)
    return "\n".join(filter(None, (_told((first,), (group.head,)), rows)))


def _table(table: Table) -> Iterator[str]:
    if table.lists:
        for group in table.groups:
            for row in group.rows:
                for name, cell in zip(table.header, (group.head, *row), strict=True):
                    yield "\n".join(filter(None, (f"{visible(name)}:", _texts(cell or ()))))
        return
    if any(len(group.rows) > 1 for group in table.groups):
        told = [_under_each_other(table.header, group) for group in table.groups]
    else:
        told = [_told(table.header, (group.head, *group.rows[0])) for group in table.groups]
    groups = list(filter(None, told))
    apart = any("\n" in group for group in groups)
    yield ("\n\n" if apart else "\n").join(groups)


def _matrix(matrix: Matrix) -> str:
    """Each value with its letters; more than a picture that nobody can paste."""
    return _dashed(
        [_labelled("".join(map(_line, group.head)), _lines(group.rows[0][0]))]
        for group in tabled(matrix).groups
    )


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each kind of block
    match block:
        case Heading(level=level, text=text):
            yield _set_apart(level, text)
        case Paragraph(text=text):
            yield _line(text)
        case Bullets(items=items):
            yield _texts(items)
        case Quote(label=label, paragraphs=texts):
            yield _labelled(label, _lines(texts))
        case Callout(title=title, lead=lead, blocks=blocks):
            yield _set_apart(1, title)
            yield _line(lead)
            yield from (part for inner in blocks for part in _block(inner))
        case Facts(rows=rows):
            yield "\n".join(_labelled(label, _lines(cell)) for label, cell in rows)
        case OptionPair(left=left, right=right):
            yield from map(_panel, (left, right))
        case OptionList(options=options):
            yield from map(_panel, options)
        case Voices(letter=letter, act=act, texts=texts):
            mark = f"{option_mark(letter)}  " if letter else ""
            yield "\n".join(filter(None, (f"{mark}{visible(act)}", _dashed(map(_lines, texts)))))
        case Table():
            yield from _table(block)
        case Matrix():
            yield _matrix(block)
        case Bars() | Timeline() | RouteMap():
            yield from _table(chart_tabled(block))
        case WritingLines(asks=asks, ticks=ticks):
            yield "\n".join(f"{_BOX} {visible(offered)}" for offered in ticks)
            yield "\n".join(_labelled(label, [_ROOM]) for label, _ in asks)
        case _:
            assert_never(block)
