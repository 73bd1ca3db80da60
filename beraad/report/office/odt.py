"""OpenDocument text (ODF 1.3), the open standard for a text that is to be worked on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from beraad.phases.wording import option_mark
from beraad.report.blocks import Cell, Document, Look, Mark, RowGroup, Run, Table, Text
from beraad.report.dating import day_of
from beraad.report.filing import filing
from beraad.report.flow import Line, Role, Room, flow, in_cell
from beraad.report.house.style import Logo
from beraad.report.inspecting.said import text_of, text_paragraphs
from beraad.report.inspecting.xml import parsed
from beraad.report.markup import Markup, element, joined
from beraad.report.office.logo import NAMES, size
from beraad.report.office.looks import SHAPES, sheet_of
from beraad.report.office.odt_styles import NAMESPACES, VERSION, style_name, styles, table_styles
from beraad.report.places import place_of
from beraad.report.plain import line
from beraad.report.printed import is_form, referring, signed
from beraad.report.unbroken import unbroken
from beraad.report.zipped import zipped

_TYPE = "application/vnd.oasis.opendocument.text"
_DECLARATION = Markup('<?xml version="1.0" encoding="UTF-8"?>\n')
_LOOKS = {Look.STRONG: "Sterk", Look.MUTED: "Zacht"}


def render(document: Document) -> bytes:
    """The document as an .odt file; the same document gives the same bytes."""
    logo = document.house.logo
    content = _content(document)
    printed = _printed(content) if is_form(document) else ()
    return zipped(
        {
            "mimetype": _TYPE,
            "META-INF/manifest.xml": _manifest(logo),
            "content.xml": content,
            "styles.xml": joined(_DECLARATION, styles(document)),
            "meta.xml": _meta(document, printed),
            **({_logo_path(logo): logo.data} if logo else {}),
        },
        plain=frozenset({"mimetype"}),
    )


def _root(name: str, *inside: str) -> Markup:
    attributes = {**NAMESPACES, "office:version": VERSION}
    return joined(_DECLARATION, element(name, *inside, attributes=attributes))


def _logo_path(logo: Logo) -> str:
    return f"Pictures/{NAMES[logo.kind]}"


def _manifest(logo: Logo | None) -> Markup:
    files = {
        "/": _TYPE,
        "content.xml": "text/xml",
        "styles.xml": "text/xml",
        "meta.xml": "text/xml",
    }
    if logo:
        files[_logo_path(logo)] = logo.kind
    entries = (
        element(
            "manifest:file-entry",
            attributes={"manifest:full-path": path, "manifest:media-type": kind},
        )
        for path, kind in files.items()
    )
    names = {
        "xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
        "manifest:version": VERSION,
    }
    return joined(_DECLARATION, element("manifest:manifest", *entries, attributes=names))


def _printed(content: Markup) -> tuple[tuple[str, str], ...]:
    """By what it is seen afterwards what others wrote beside the form."""
    return signed(map(text_of, text_paragraphs(parsed(content.encode()))))


def _meta(document: Document, printed: Iterable[tuple[str, str]]) -> Markup:
    day = f"{day_of(document).isoformat()}T00:00:00"
    return _root(
        "office:document-meta",
        element(
            "office:meta",
            element("dc:title", document.title),
            element("dc:subject", document.subject),
            element("dc:language", document.language),
            element("meta:creation-date", day),
            element("dc:date", day),
            *(
                element("meta:user-defined", said, attributes={"meta:name": name})
                for name, said in (*filing(document).properties, *referring(document), *printed)
            ),
        ),
    )


def _content(document: Document) -> Markup:
    tables = [item for item in flow(document) if isinstance(item, Table)]
    return _root(
        "office:document-content",
        element(
            "office:automatic-styles",
            *table_styles(tables, document.house.theme, sheet_of(document)),
            element(
                "style:style",
                element("style:section-properties"),
                attributes={"style:name": "Ruimte", "style:family": "section"},
            ),
        ),
        element("office:body", element("office:text", *_flow(document))),
    )


def _flow(document: Document) -> Iterator[Markup]:
    listed: list[Line] = []
    tables = 0
    under = document.title
    if document.house.logo:
        yield _picture(document.house.logo)
    for item in flow(document):
        if isinstance(item, Line) and SHAPES[item.role].listed:
            listed.append(item)
            continue
        yield from _list(listed)
        listed = []
        if isinstance(item, Room):
            yield _room(item)
        elif isinstance(item, Table):
            tables += 1
            yield _table(item, tables, under)
        else:
            under = line(item.text) if SHAPES[item.role].level else under
            yield _line(item)
    yield from _list(listed)


def _room(room: Room) -> Markup:
    """Lines to write on, on paper or here; what was written is found by the name."""
    name = {"text:name": f"{room.name} {room.asked}", "text:style-name": "Ruimte"}
    return element("text:section", *map(_line, room.lines), attributes=name)


def _picture(logo: Logo) -> Markup:
    """The logo, with what it shows in words."""
    across, down = size(logo)
    source = {"xlink:href": _logo_path(logo), "xlink:type": "simple"}
    frame = element(
        "draw:frame",
        element("draw:image", attributes=source),
        element("svg:title", logo.alternative),
        attributes={
            "draw:name": "Logo",
            "text:anchor-type": "as-char",
            "svg:width": f"{across:.2f}cm",
            "svg:height": f"{down:.2f}cm",
        },
    )
    return element("text:p", frame, attributes={"text:style-name": style_name(Role.HOUSE)})


def _list(lines: list[Line]) -> Iterator[Markup]:
    if lines:
        items = (element("text:list-item", _line(line)) for line in lines)
        yield element("text:list", *items, attributes={"text:style-name": "Punten"})


def _line(item: Line) -> Markup:
    style = {"text:style-name": style_name(item.role)}
    level = SHAPES[item.role].level
    if level:
        place = element("text:bookmark", attributes={"text:name": place_of(line(item.text))})
        levelled = {**style, "text:outline-level": str(level)}
        return element("text:h", place, *_pieces(item.text), attributes=levelled)
    return element("text:p", *_pieces(item.text), attributes=style)


def _pieces(text: Text) -> Iterator[Markup]:
    for piece in unbroken(text):
        if isinstance(piece, Mark):
            hue = {"A": "Keuze_20_A", "B": "Keuze_20_B"}.get(piece.letter, "Keuze_20_C")
            yield _span(option_mark(piece.letter), hue)
        elif piece.to:
            leads = {"xlink:type": "simple", "xlink:href": f"#{place_of(piece.to)}"}
            yield element("text:a", _spaced(piece.text), attributes=leads)
        elif piece.look is Look.PLAIN:
            yield _spaced(piece.text)
        else:
            yield _span(piece.text, _LOOKS[piece.look])


def _span(text: str, style: str) -> Markup:
    return element("text:span", _spaced(text), attributes={"text:style-name": style})


def _spaced(text: str) -> Markup:
    """More than one space, or one at the edge of a piece, has to be said in OpenDocument."""
    parts = text.split(" ")
    return (
        Markup(element("text:s").join(joined(part) for part in parts))
        if ("  " in text or text != text.strip(" "))
        else joined(text)
    )


def _table(table: Table, number: int, under: str) -> Markup:
    columns = (
        element("table:table-column", attributes={"table:style-name": f"T{number}.{column}"})
        for column in range(1, len(table.header) + 1)
    )
    titles = (_cell((Line(Role.COLUMN_TITLE, (Run(title),)),)) for title in table.header)
    head = element("table:table-header-rows", element("table:table-row", *titles))
    rows = [row for group in table.groups for row in _rows(table, group)]
    name = {"table:name": f"Tabel {number}", "table:style-name": "Rooster"}
    title = element("table:title", under)
    return element("table:table", title, *columns, head, *rows, attributes=name)


def _rows(table: Table, group: RowGroup) -> Iterator[Markup]:
    for number, row in enumerate(group.rows):
        first = _spanning(table, None if number else group.head, len(group.rows))
        cells = (
            _spanning(table, cell, group.spans(number, column)) for column, cell in enumerate(row)
        )
        yield element("table:table-row", first, *cells, attributes={"table:style-name": "Rij"})


def _spanning(table: Table, cell: Cell | None, rows: int) -> Markup:
    """A cell that reaches this many rows down, or goes on from the one above."""
    if cell is None:
        return element("table:covered-table-cell")
    return _cell(in_cell(table, cell), rows)


def _cell(lines: Iterable[Line], rows: int = 1) -> Markup:
    span = {"table:number-rows-spanned": str(rows)} if rows > 1 else {}
    attributes = {"table:style-name": "Vak", "office:value-type": "string", **span}
    return element("table:table-cell", *_paragraphs(lines), attributes=attributes)


def _paragraphs(lines: Iterable[Line]) -> Iterator[Markup]:
    for is_list, some in groupby(lines, key=lambda item: SHAPES[item.role].listed):
        together = list(some)
        yield from _list(together) if is_list else map(_line, together)
