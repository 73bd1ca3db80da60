"""One web page that holds everything it needs and pulls in nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, assert_never

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
    stretches,
)
from beraad.report.charts import Bars, RouteMap, Timeline
from beraad.report.house.style import House
from beraad.report.html_chart import drawn_chart
from beraad.report.html_matrix import drawn, wide
from beraad.report.html_style import style_sheet
from beraad.report.levels import levelled
from beraad.report.markup import Markup, element, empty_element, joined
from beraad.report.places import place_of
from beraad.report.tabled import chart_tabled
from beraad.report.unbroken import unbroken

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_WITH_LOGO = f"{_POLICY}; img-src data:"


def render(document: Document) -> str:
    """The document as a page of HTML, ending with a line break."""
    furniture = document.furniture
    around = {
        "notice": furniture.notice,
        "kicker": furniture.kicker,
        "title": document.title,
        "standfirst": furniture.standfirst,
    }
    opening = [
        element("h1", text) if role == "title" else _classed("p", role, text)
        for role, text in around.items()
        if text
    ]
    main = element("main", *opening, *_blocks(document.blocks))
    foot = [element("footer", element("p", furniture.foot))] if furniture.foot else []
    page = element(
        "html",
        _head(document),
        element("body", *_letterhead(document.house), main, *foot),
        attributes={"lang": document.language},
    )
    return f"<!doctype html>\n{page}\n"


def _head(document: Document) -> Markup:
    policy = _WITH_LOGO if document.house.logo else _POLICY
    return joined(
        Markup("<head>"),
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="color-scheme" content="light dark">'),
        Markup('<meta name="referrer" content="no-referrer">'),
        element("title", document.title),
        element("style", Markup(style_sheet(document.house.theme))),
        Markup("</head>"),
    )


def _letterhead(house: House) -> list[Markup]:
    """The name and the logo, which the page carries in itself."""
    inside = [element("span", house.name)] if house.name else []
    if house.logo:
        data = b64encode(house.logo.data).decode()
        inside.append(
            empty_element(
                "img",
                attributes={
                    "src": f"data:{house.logo.kind};base64,{data}",
                    "alt": house.logo.alternative,
                },
            )
        )
    return [element("header", *inside)] if inside else []


def _classed(name: str, role: str, *inside: str) -> Markup:
    return element(name, *inside, attributes={"class": role})


def _line(text: Text) -> Markup:
    return joined(*map(_piece, unbroken(text)))


def _piece(piece: Run | Mark) -> Markup:
    if isinstance(piece, Mark):
        return _mark(piece.letter)
    if piece.to:
        return element("a", piece.text, attributes={"href": f"#{place_of(piece.to)}"})
    match piece.look:
        case Look.PLAIN:
            return joined(piece.text)
        case Look.STRONG:
            return element("strong", piece.text)
        case Look.MUTED:
            return _classed("span", "muted", piece.text)


def _mark(letter: str) -> Markup:
    hue = {"A": "a", "B": "b"}.get(letter, "c")
    return _classed("span", f"mark {hue}", option_mark(letter))


def _paragraphs(cell: Cell) -> list[Markup]:
    return [element("p", _line(text)) for text in cell]


def _listed(texts: Iterable[Text]) -> Markup:
    return element("ul", *(element("li", _line(text)) for text in texts))


def _panel(panel: OptionPanel) -> Markup:
    body = _paragraphs(panel.act)
    if panel.label and panel.details:
        body += [_classed("p", "label", panel.label), _listed(panel.details)]
    else:
        body += [_classed("p", "detail", _line(text)) for text in panel.details]
    return element("li", _mark(panel.letter), _classed("div", "act", *body))


def _facts(facts: Facts) -> Markup:
    return element(
        "dl",
        *(
            element("div", element("dt", label), element("dd", *_paragraphs(cell)))
            for label, cell in facts.rows
        ),
    )


def _table(table: Table) -> Markup:
    if table.lists:
        return _beside(table)
    head = element(
        "tr", *(element("th", title, attributes={"scope": "col"}) for title in table.header)
    )
    inside = _in_lists if table.listed else _paragraphs
    rows = [row for group in table.groups for row in _rows(group, inside)]
    return wide(element("table", element("thead", head), element("tbody", *rows)), "Tabel")


def _beside(table: Table) -> Markup:
    """Lists beside each other, that come below each other where it is narrow."""
    (group,) = table.groups
    (others,) = group.rows
    cells = (group.head, *(cell or () for cell in others))
    return element(
        "dl",
        *(
            element("div", element("dt", title), element("dd", *_in_lists(cell)))
            for title, cell in zip(table.header, cells, strict=True)
        ),
        attributes={"class": "beside"},
    )


_Inside: TypeAlias = Callable[[Cell], list[Markup]]


def _in_lists(cell: Cell) -> list[Markup]:
    """The paragraphs of a cell, those that are said beside each other as a list."""
    return [
        each
        for is_list, texts in stretches(cell)
        for each in ([_listed(texts)] if is_list else _paragraphs(texts))
    ]


def _rows(group: RowGroup, inside: _Inside) -> Iterator[Markup]:
    head = _filled("th", group.head, {"scope": "row", **_spanning(len(group.rows))}, inside)
    for number, row in enumerate(group.rows):
        cells = [
            _filled("td", cell, _spanning(group.spans(number, column)), inside)
            for column, cell in enumerate(row)
            if cell is not None
        ]
        yield element("tr", *([] if number else [head]), *cells)


def _spanning(rows: int) -> dict[str, str]:
    return {"rowspan": str(rows)} if rows > 1 else {}


def _filled(name: str, cell: Cell, attributes: dict[str, str], inside: _Inside) -> Markup:
    return element(name, *inside(cell), attributes=attributes)


def _room(label: str, lines: int) -> Markup:
    return _classed("div", "room", element("p", label), *[_classed("div", "write")] * lines)


def _voices(voices: Voices, level: int) -> Iterator[Markup]:
    mark = [_mark(voices.letter), " "] if voices.letter else []
    yield element(f"h{level}", *mark, voices.act)
    hue = {"A": "a", "B": "b"}.get(voices.letter, "c")
    for cell in voices.texts:
        yield _classed("div", f"voice {hue}", *_paragraphs(cell))


def _blocks(blocks: Iterable[Block]) -> Iterator[Markup]:
    for block, level in levelled(blocks):
        yield from _block(block, level)


def _block(block: Block, level: int) -> Iterator[Markup]:  # noqa: C901, PLR0912 - each kind of block
    match block:
        case Heading(text=text):
            yield element(f"h{level}", text, attributes={"id": place_of(text)})
        case Paragraph(text=text, leads=leads):
            yield _classed("p", "leads" if leads else "body", _line(text))
        case Bullets(items=items):
            yield _listed(items)
        case Quote(label=label, paragraphs=texts):
            caption = element("figcaption", label)
            yield element("figure", caption, element("blockquote", *_paragraphs(texts)))
        case Callout(title=title, lead=lead, blocks=blocks):
            opening = [_classed("p", "lead", _line(lead))] if lead else []
            yield element("section", element(f"h{level}", title), *opening, *_blocks(blocks))
        case Facts():
            yield _facts(block)
        case OptionPair(left=left, right=right):
            yield _classed("ul", "options pair", _panel(left), _panel(right))
        case OptionList(options=options):
            yield _classed("ul", "options", *map(_panel, options))
        case Voices():
            yield from _voices(block, level)
        case Table():
            yield _table(block)
        case Matrix():
            yield drawn(block)
        case Bars() | Timeline() | RouteMap():
            yield drawn_chart(block) or _table(chart_tabled(block))
        case WritingLines(asks=asks, ticks=ticks):
            yield from (_classed("p", "tick", offered) for offered in ticks)
            yield from (_room(label, lines) for label, lines in asks)
        case _:
            assert_never(block)
