"""A Word document (ISO/IEC 29500 transitional)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from beraad.phases.wording import option_mark
from beraad.report.blocks import Cell, Document, Look, Mark, RowGroup, Run, Table, Text
from beraad.report.dating import day_of
from beraad.report.filing import filing
from beraad.report.flow import Line, Role, Room, flow, in_cell
from beraad.report.inspecting.said import word_paragraphs, word_text
from beraad.report.inspecting.xml import parsed
from beraad.report.markup import Markup, element
from beraad.report.office.docx_parts import (
    CONTENT_TYPES,
    PACKAGE_RELATIONS,
    WORD,
    declared,
    document_relations,
    fonts,
    numbering,
    properties,
    settings,
)
from beraad.report.office.docx_picture import picture
from beraad.report.office.docx_styles import style_id, styles
from beraad.report.office.logo import NAMES
from beraad.report.office.looks import SHAPES, Sheet, columns, sheet_of
from beraad.report.places import place_of
from beraad.report.plain import line
from beraad.report.printed import is_form, referring, signed
from beraad.report.unbroken import unbroken
from beraad.report.visible import runs_leftward
from beraad.report.zipped import zipped

_LOOKS = {Look.STRONG: "Sterk", Look.MUTED: "Zacht"}
_TWIPS = 567
"""In a centimetre."""
_CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def render(document: Document) -> bytes:
    """The document as a .docx file; the same document gives the same bytes."""
    logo = document.house.logo
    sheet = sheet_of(document)
    pictures = {f"word/media/{NAMES[logo.kind]}": logo.data} if logo else {}
    body = _body(document)
    printed = _printed(body) if is_form(document) else ()
    return zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE_RELATIONS,
            "docProps/core.xml": _core(document),
            "docProps/custom.xml": properties(
                (*filing(document).properties, *referring(document), *printed)
            ),
            "word/document.xml": body,
            "word/_rels/document.xml.rels": document_relations(logo),
            "word/styles.xml": styles(document.language, document.house.theme, sheet),
            "word/fontTable.xml": fonts(),
            "word/numbering.xml": numbering(),
            "word/settings.xml": settings(document.language),
            "word/footer1.xml": _footer(document.furniture.foot),
            **pictures,
        }
    )


def _printed(body: Markup) -> tuple[tuple[str, str], ...]:
    """By what it is seen afterwards what others wrote beside the form."""
    return signed(map(word_text, word_paragraphs(parsed(body.encode()))))


def _core(document: Document) -> Markup:
    day = f"{day_of(document).isoformat()}T00:00:00Z"
    dated = {"xsi:type": "dcterms:W3CDTF"}
    return declared(
        "cp:coreProperties",
        element("dc:title", document.title),
        element("dc:subject", document.subject),
        element("dc:language", document.language),
        element("dcterms:created", day, attributes=dated),
        element("dcterms:modified", day, attributes=dated),
        names=_CORE,
    )


def _body(document: Document) -> Markup:
    margin = str(round(sheet_of(document).margin * _TWIPS))
    page = element(
        "w:sectPr",
        element("w:footerReference", attributes={"w:type": "default", "r:id": "rId4"}),
        element("w:pgSz", attributes={"w:w": "11906", "w:h": "16838"}),
        element(
            "w:pgMar",
            attributes={
                **dict.fromkeys(("w:top", "w:right", "w:bottom", "w:left"), margin),
                **dict.fromkeys(("w:header", "w:footer"), "680"),
                "w:gutter": "0",
            },
        ),
    )
    return declared("w:document", element("w:body", *_flow(document), page), names=WORD)


def _flow(document: Document) -> Iterator[Markup]:
    if document.house.logo:
        yield element("w:p", _styled(Role.HOUSE), picture(document.house.logo))
    under, sheet = document.title, sheet_of(document)
    headings = rooms = 0
    for item in flow(document):
        if isinstance(item, Room):
            rooms += 1
            yield _room(item, rooms)
        elif isinstance(item, Table):
            yield _table(item, under, sheet)
            yield _line(Line(Role.BETWEEN, ()))
        elif SHAPES[item.role].level:
            headings += 1
            under = line(item.text)
            yield _heading(item, under, headings)
        else:
            yield _line(item)


def _room(room: Room, number: int) -> Markup:
    """Lines to write on, on paper or here; what was written is found by the name."""
    named = element(
        "w:sdtPr",
        element("w:alias", attributes={"w:val": room.asked}),
        element("w:tag", attributes={"w:val": room.name}),
        element("w:id", attributes={"w:val": str(number)}),
    )
    return element("w:sdt", named, element("w:sdtContent", *map(_line, room.lines)))


def _heading(item: Line, text: str, number: int) -> Markup:
    """A heading that links in the text may lead to."""
    identity = {"w:id": str(number)}
    start = element("w:bookmarkStart", attributes={**identity, "w:name": place_of(text)})
    end = element("w:bookmarkEnd", attributes=identity)
    return element("w:p", _styled(item.role), start, *map(_piece, unbroken(item.text)), end)


def _footer(foot: str) -> Markup:
    said = (_run(f"{foot} · "),) if foot else ()
    counted = (_field("PAGE"), _run(" van "), _field("NUMPAGES"))
    return declared("w:ftr", element("w:p", _styled(Role.FOOT), *said, *counted), names=WORD)


def _field(name: str) -> Markup:
    return element("w:fldSimple", _run("1"), attributes={"w:instr": f" {name} "})


def _styled(role: Role, *more: Markup) -> Markup:
    return element("w:pPr", element("w:pStyle", attributes={"w:val": style_id(role)}), *more)


def _line(item: Line) -> Markup:
    turned = (element("w:bidi"),) if runs_leftward(line(item.text)) else ()
    return element("w:p", _styled(item.role, *turned), *map(_piece, unbroken(item.text)))


def _piece(piece: Run | Mark) -> Markup:
    if isinstance(piece, Run) and piece.to:
        anchor = {"w:anchor": place_of(piece.to)}
        return element("w:hyperlink", _run(piece.text, "Hyperlink"), attributes=anchor)
    if isinstance(piece, Mark):
        return _run(
            option_mark(piece.letter), {"A": "KeuzeA", "B": "KeuzeB"}.get(piece.letter, "KeuzeC")
        )
    return _run(piece.text, _LOOKS.get(piece.look, ""))


def _run(text: str, style: str = "") -> Markup:
    looks = [element("w:rStyle", attributes={"w:val": style})] if style else []
    if runs_leftward(text):
        looks.append(element("w:rtl"))
    words = element("w:t", text, attributes={"xml:space": "preserve"})
    return element("w:r", *([element("w:rPr", *looks)] if looks else []), words)


def _table(table: Table, under: str, sheet: Sheet) -> Markup:
    widths = [round(width * _TWIPS) for width in columns(table, sheet.width)]
    grid = (element("w:gridCol", attributes={"w:w": str(width)}) for width in widths)
    looks = element(
        "w:tblPr",
        element("w:tblStyle", attributes={"w:val": "Rooster"}),
        element("w:tblW", attributes={"w:w": str(sum(widths)), "w:type": "dxa"}),
        element("w:tblLayout", attributes={"w:type": "fixed"}),
        element("w:tblLook", attributes={"w:val": "00A0", "w:firstRow": "1", "w:firstColumn": "1"}),
        element("w:tblCaption", attributes={"w:val": under}),
    )
    titles: list[Text] = [(Run(title),) for title in table.header]
    head = element(
        "w:tr",
        element("w:trPr", element("w:cantSplit"), element("w:tblHeader")),
        *(
            _cell((Line(Role.COLUMN_TITLE, cell),), width)
            for cell, width in zip(titles, widths, strict=True)
        ),
    )
    rows = [row for group in table.groups for row in _rows(table, group, widths)]
    return element("w:tbl", looks, element("w:tblGrid", *grid), head, *rows)


def _rows(table: Table, group: RowGroup, widths: list[int]) -> Iterator[Markup]:
    for number, row in enumerate(group.rows):
        head = None if number else group.head
        first = _spanning(table, head, len(group.rows), widths[0])
        others = (
            _spanning(table, cell, group.spans(number, column), widths[column + 1])
            for column, cell in enumerate(row)
        )
        yield element("w:tr", element("w:trPr", element("w:cantSplit")), first, *others)


def _spanning(table: Table, cell: Cell | None, rows: int, width: int) -> Markup:
    """A cell that reaches this many rows down, or goes on from the one above."""
    if cell is None:
        return _cell(in_cell(table, ()), width, "continue")
    return _cell(in_cell(table, cell), width, "restart" if rows > 1 else "")


def _cell(lines: Iterable[Line], width: int, merge: str = "") -> Markup:
    place = [element("w:tcW", attributes={"w:w": str(width), "w:type": "dxa"})]
    if merge:
        place.append(element("w:vMerge", attributes={"w:val": merge}))
    return element("w:tc", element("w:tcPr", *place), *map(_line, lines))
