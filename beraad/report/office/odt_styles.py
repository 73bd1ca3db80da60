"""The named styles of an OpenDocument text: what a user changes to change the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from beraad.report.blocks import Document, Table
from beraad.report.flow import Role
from beraad.report.markup import Markup, element
from beraad.report.office.looks import (
    BODY_SIZE,
    FONT,
    INSTEAD,
    SHAPES,
    Shape,
    Sheet,
    columns,
    sheet_of,
)
from beraad.report.theme import Hue, Theme, option_ink

VERSION = "1.3"
_STANDARD = "Standard"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = {
    "xmlns:office": f"{_OASIS}:office:1.0",
    "xmlns:style": f"{_OASIS}:style:1.0",
    "xmlns:text": f"{_OASIS}:text:1.0",
    "xmlns:table": f"{_OASIS}:table:1.0",
    "xmlns:fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "xmlns:svg": f"{_OASIS}:svg-compatible:1.0",
    "xmlns:draw": f"{_OASIS}:drawing:1.0",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:meta": f"{_OASIS}:meta:1.0",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def style_name(role: Role) -> str:
    """The name of the style of a role as it stands in the file."""
    return _shown_name(SHAPES[role]).replace(" ", "_20_")


def table_styles(tables: Iterable[Table], theme: Theme, sheet: Sheet) -> Iterator[Markup]:
    """How tables look, and a style for each column of each table with its width.

    These stand with the content: programs look for the styles of tables nowhere else.
    """
    yield from _rooster(theme, sheet)
    for number, table in enumerate(tables, start=1):
        for column, width in enumerate(columns(table, sheet.width), start=1):
            yield element(
                "style:style",
                element(
                    "style:table-column-properties",
                    attributes={"style:column-width": f"{width:.2f}cm"},
                ),
                attributes={"style:name": f"T{number}.{column}", "style:family": "table-column"},
            )


def styles(document: Document) -> Markup:
    """The whole of styles.xml."""
    theme = document.house.theme
    sheet = sheet_of(document)
    return element(
        "office:document-styles",
        element("office:font-face-decls", _face()),
        element(
            "office:styles",
            _default(document.language, sheet),
            _standard(theme, sheet),
            *(_paragraph_style(role, theme, sheet) for role in SHAPES),
            _text_style("Sterk", {"fo:font-weight": "bold"}),
            _text_style("Zacht", {"fo:color": f"#{theme.muted}"}),
            *(
                _text_style(
                    f"Keuze {letter}",
                    {
                        "fo:color": f"#{theme.colour(option_ink(letter))}",
                        "fo:font-weight": "bold",
                    },
                )
                for letter in "ABC"
            ),
            _bullets(),
        ),
        element("office:automatic-styles", _page_layout(sheet)),
        element("office:master-styles", _master_page(document.furniture.foot)),
        attributes={**NAMESPACES, "office:version": VERSION},
    )


def _shown_name(shape: Shape) -> str:
    return shape.writer or shape.name


def _face() -> Markup:
    """Our letter, and which one stands in its place where it is not installed."""
    looks = {
        "style:name": FONT,
        "svg:font-family": f"{FONT}, {INSTEAD}, sans-serif",
        "style:font-family-generic": "swiss",
        "style:font-pitch": "variable",
    }
    return element("style:font-face", attributes=looks)


def _standard(theme: Theme, sheet: Sheet) -> Markup:
    """What a municipality changes to change everything."""
    text = {
        "style:font-name": FONT,
        "fo:font-size": _points(BODY_SIZE * sheet.letter),
        "fo:color": f"#{theme.ink}",
    }
    return element(
        "style:style",
        element("style:text-properties", attributes=text),
        attributes={"style:name": _STANDARD, "style:family": "paragraph"},
    )


def _points(size: float) -> str:
    return f"{round(size, 2):g}pt"


def _default(language: str, sheet: Sheet) -> Markup:
    code, _, country = language.partition("-")
    text = {"fo:language": code, "fo:country": country}
    return element(
        "style:default-style",
        element(
            "style:paragraph-properties",
            attributes={
                "fo:line-height": f"{sheet.leading:.0%}",
                "fo:orphans": "2",
                "fo:widows": "2",
            },
        ),
        element("style:text-properties", attributes=text),
        attributes={"style:family": "paragraph"},
    )


def _paragraph_style(role: Role, theme: Theme, sheet: Sheet) -> Markup:
    shape = SHAPES[role]
    paragraph = {
        "fo:margin-top": _points(shape.before * sheet.space),
        "fo:margin-bottom": _points(shape.after * sheet.space),
    }
    if not shape.listed:
        paragraph["fo:margin-left"] = f"{shape.left}pt"
    if shape.stays:
        paragraph["fo:keep-with-next"] = "always"
    if shape.tint:
        paragraph["fo:background-color"] = f"#{theme.colour(shape.tint)}"
    if shape.bar:
        bar = theme.colour(shape.bar)
        paragraph |= {"fo:border-left": f"2pt solid #{bar}", "fo:padding-left": "8pt"}
    if shape.rule:
        paragraph["fo:border-bottom"] = f"0.5pt solid #{theme.colour(shape.rule)}"
        paragraph["style:join-border"] = "false"
    own = shape.like is not None
    text: dict[str, str] = {}
    if own or shape.size != BODY_SIZE:
        text["fo:font-size"] = _points(shape.size * sheet.letter)
    if own or shape.colour is not Hue.INK:
        text["fo:color"] = f"#{theme.colour(shape.colour)}"
    if shape.bold:
        text["fo:font-weight"] = "bold"
    named = {
        "style:name": style_name(role),
        "style:display-name": _shown_name(shape),
        "style:parent-style-name": style_name(shape.like) if shape.like else _STANDARD,
    }
    if shape.level:
        named["style:next-style-name"] = style_name(Role.BODY)
        named["style:default-outline-level"] = str(shape.level)
    return element(
        "style:style",
        element("style:paragraph-properties", attributes=paragraph),
        element("style:text-properties", attributes=text),
        attributes={**named, "style:family": "paragraph"},
    )


def _text_style(name: str, look: dict[str, str]) -> Markup:
    named = {"style:name": name.replace(" ", "_20_"), "style:display-name": name}
    return element(
        "style:style",
        element("style:text-properties", attributes=look),
        attributes={**named, "style:family": "text"},
    )


def _bullets() -> Markup:
    place = element(
        "style:list-level-label-alignment",
        attributes={
            "text:label-followed-by": "listtab",
            "text:list-tab-stop-position": "16pt",
            "fo:text-indent": "-12pt",
            "fo:margin-left": "16pt",
        },
    )
    mode = {"text:list-level-position-and-space-mode": "label-alignment"}
    level = element(
        "text:list-level-style-bullet",
        element("style:list-level-properties", place, attributes=mode),
        attributes={"text:level": "1", "text:bullet-char": "•"},
    )
    return element("text:list-style", level, attributes={"style:name": "Punten"})


def _rooster(theme: Theme, sheet: Sheet) -> Iterator[Markup]:
    table = {
        "style:width": f"{sheet.width:.2f}cm",
        "table:align": "left",
        "fo:margin-bottom": _points(10 * sheet.space),
    }
    yield element(
        "style:style",
        element("style:table-properties", attributes=table),
        attributes={"style:name": "Rooster", "style:family": "table"},
    )
    yield element(
        "style:style",
        element("style:table-row-properties", attributes={"fo:keep-together": "always"}),
        attributes={"style:name": "Rij", "style:family": "table-row"},
    )
    cell = {
        "fo:border-bottom": f"0.5pt solid #{theme.line}",
        "fo:padding-top": "3pt",
        "fo:padding-bottom": "3pt",
        "fo:padding-left": "0pt",
        "fo:padding-right": "8pt",
    }
    yield element(
        "style:style",
        element("style:table-cell-properties", attributes=cell),
        attributes={"style:name": "Vak", "style:family": "table-cell"},
    )


def _page_layout(sheet: Sheet) -> Markup:
    margin = f"{sheet.margin:g}cm"
    page = {"fo:page-width": "21cm", "fo:page-height": "29.7cm", "fo:margin": margin}
    space = element("style:header-footer-properties", attributes={"fo:margin-top": "0.6cm"})
    return element(
        "style:page-layout",
        element("style:page-layout-properties", attributes=page),
        element("style:footer-style", space),
        attributes={"style:name": "Blad"},
    )


def _master_page(foot: str) -> Markup:
    number = element("text:page-number", "1", attributes={"text:select-page": "current"})
    line = element(
        "text:p",
        *((foot, " · ") if foot else ()),
        number,
        " van ",
        element("text:page-count", "1"),
        attributes={"text:style-name": style_name(Role.FOOT)},
    )
    return element(
        "style:master-page",
        element("style:footer", line),
        attributes={"style:name": "Standard", "style:page-layout-name": "Blad"},
    )
