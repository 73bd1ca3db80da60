"""The named styles of a Word document: what a user changes to change the whole."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.report.flow import Role
from beraad.report.markup import Markup, element
from beraad.report.office.docx_parts import WORD, declared
from beraad.report.office.looks import BODY_SIZE, FONT, SHAPES, Shape, Sheet
from beraad.report.theme import Colour, Hue, Theme, option_ink

_NORMAL = "Normal"
_LINE = 240
"""What Word calls one line."""


def style_id(role: Role) -> str:
    """The name of the style of a role as it stands in the file."""
    shape = SHAPES[role]
    known = shape.word.title() if shape.word else shape.name
    return known.replace(" ", "")


def styles(language: str, theme: Theme, sheet: Sheet) -> Markup:
    """The whole of styles.xml; all that is not of one role alone stands with "Normal"."""
    inks = {letter: theme.colour(option_ink(letter)) for letter in "ABC"}
    return declared(
        "w:styles",
        _defaults(language),
        _normal(theme, sheet),
        *(_paragraph_style(role, theme, sheet) for role in SHAPES),
        _style("character", "Sterk", "Sterk", element("w:rPr", element("w:b"))),
        _style("character", "Zacht", "Zacht", element("w:rPr", _colour(theme.muted))),
        _style("character", "Hyperlink", "Hyperlink", element("w:rPr", _colour(theme.accent))),
        *(
            _style(
                "character",
                f"Keuze{letter}",
                f"Keuze {letter}",
                element("w:rPr", element("w:b"), _colour(ink)),
            )
            for letter, ink in inks.items()
        ),
        _table_style(theme),
        names=WORD,
    )


def _style(
    kind: str, name: str, shown: str, *inside: Markup, based: str = "", then: str = ""
) -> Markup:
    named = {"w:type": kind, "w:styleId": name}
    if name == _NORMAL:
        named["w:default"] = "1"
    return element(
        "w:style",
        element("w:name", attributes={"w:val": shown}),
        *([element("w:basedOn", attributes={"w:val": based})] if based else []),
        *([element("w:next", attributes={"w:val": then})] if then else []),
        element("w:qFormat"),
        *inside,
        attributes=named,
    )


def _defaults(language: str) -> Markup:
    said = element("w:rPr", element("w:lang", attributes={"w:val": language}))
    return element("w:docDefaults", element("w:rPrDefault", said), element("w:pPrDefault"))


def _normal(theme: Theme, sheet: Sheet) -> Markup:
    """What a municipality changes to change everything."""
    fonts = {f"w:{script}": FONT for script in ("ascii", "hAnsi", "cs", "eastAsia")}
    leading = str(round(_LINE * sheet.leading))
    spacing = element("w:spacing", attributes={"w:line": leading, "w:lineRule": "auto"})
    letters = element(
        "w:rPr",
        element("w:rFonts", attributes=fonts),
        _colour(theme.ink),
        *_size(BODY_SIZE * sheet.letter),
    )
    return _style("paragraph", _NORMAL, _NORMAL, element("w:pPr", spacing), letters)


def _paragraph_style(role: Role, theme: Theme, sheet: Sheet) -> Markup:
    shape = SHAPES[role]
    own = shape.like is not None
    letters = element(
        "w:rPr",
        *((element("w:b"),) if shape.bold else ()),
        *((_colour(theme.colour(shape.colour)),) if own or shape.colour is not Hue.INK else ()),
        *(_size(shape.size * sheet.letter) if own or shape.size != BODY_SIZE else ()),
    )
    return _style(
        "paragraph",
        style_id(role),
        shape.word or shape.name,
        element("w:pPr", *_paragraph(shape, theme, sheet)),
        letters,
        based=style_id(shape.like) if shape.like else _NORMAL,
        then=style_id(Role.BODY) if shape.level else "",
    )


def _paragraph(shape: Shape, theme: Theme, sheet: Sheet) -> Iterator[Markup]:
    """In the order that the standard demands."""
    if shape.stays:
        yield element("w:keepNext")
    if shape.listed:
        yield element("w:numPr", element("w:numId", attributes={"w:val": "1"}))
    if shape.bar:
        bar = {"w:val": "single", "w:sz": "18", "w:space": "8", "w:color": theme.colour(shape.bar)}
        yield element("w:pBdr", element("w:left", attributes=bar))
    if shape.rule:
        rule = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": theme.colour(shape.rule)}
        sides = (element(f"w:{side}", attributes=rule) for side in ("bottom", "between"))
        yield element("w:pBdr", *sides)
    if shape.tint:
        tint = {"w:val": "clear", "w:color": "auto", "w:fill": theme.colour(shape.tint)}
        yield element("w:shd", attributes=tint)
    space = {
        "w:before": _twips(shape.before * sheet.space),
        "w:after": _twips(shape.after * sheet.space),
    }
    yield element("w:spacing", attributes=space)
    if shape.left:
        yield element("w:ind", attributes={"w:left": _twips(shape.left)})
    if shape.level:
        yield element("w:outlineLvl", attributes={"w:val": str(shape.level - 1)})


def _table_style(theme: Theme) -> Markup:
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": theme.line}
    edges = (element(f"w:{edge}", attributes=line) for edge in ("bottom", "insideH"))
    room = {"top": "50", "left": "0", "bottom": "50", "right": "140"}
    margins = (
        element(f"w:{side}", attributes={"w:w": width, "w:type": "dxa"})
        for side, width in room.items()
    )
    looks = element("w:tblPr", element("w:tblBorders", *edges), element("w:tblCellMar", *margins))
    return _style("table", "Rooster", "Rooster", looks)


def _colour(colour: Colour) -> Markup:
    return element("w:color", attributes={"w:val": colour})


def _size(points: float) -> tuple[Markup, ...]:
    half = str(round(points * 2))
    return tuple(element(name, attributes={"w:val": half}) for name in ("w:sz", "w:szCs"))


def _twips(points: float) -> str:
    return str(round(points * 20))
