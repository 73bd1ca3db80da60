"""How each role looks in a word processor; sizes in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from beraad.report.blocks import Document, Table
from beraad.report.flow import Role
from beraad.report.returned import WRITING
from beraad.report.tabled import fitted, longest_words
from beraad.report.theme import Hue

FONT = "Arial"
"""What Windows and macOS have. Inter is in no office: what stood in its place ran wider or not."""

INSTEAD = "Liberation Sans"
"""Runs exactly as wide, and comes with LibreOffice."""

BODY_SIZE = 10.5

_ACROSS = 21.0
"""Of a sheet of A4, in centimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How much room everything takes on a sheet of A4.

    Attributes:
        letter: how large a letter is, beside the size of its style.
        space: how much stays open above and under a paragraph, beside that of its style.
        leading: from line to line, beside what the letter asks for.
        margin: in centimetres, on each side.
    """

    letter: float = 1
    space: float = 1
    leading: float = 1.37
    margin: float = 2.25

    @property
    def width(self) -> float:
        """Of the text, in centimetres."""
        return _ACROSS - 2 * self.margin


_ROOMY = Sheet()
_SHORT = Sheet(letter=0.86, space=0.5, leading=1.2, margin=1.7)


def sheet_of(document: Document) -> Sheet:
    """What has to stay short has a smaller letter, and more of it on a page."""
    return _SHORT if document.is_short else _ROOMY


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One named style.

    Attributes:
        name: how it is called in the list of styles, in Dutch; a style that every word processor
            has, such as a heading, keeps the name it has there.
        word: the name that Word knows it by; empty for one of ours.
        writer: the name that OpenDocument knows it by; empty for one of ours.
        like: the role whose looks it begins with; None for those of plain text.
        level: the level of a heading; 0 for text.
        stays: it stays on the page of what follows.
        listed: it has a bullet.
        tint: the colour behind it.
        bar: the colour of a line at its left.
        rule: the colour of a line under it.
    """

    name: str
    size: float = BODY_SIZE
    colour: Hue = Hue.INK
    bold: bool = False
    before: float = 0
    after: float = 6
    left: float = 0
    level: int = 0
    stays: bool = False
    listed: bool = False
    tint: Hue | None = None
    bar: Hue | None = None
    rule: Hue | None = None
    word: str = ""
    writer: str = ""
    like: Role | None = None


SHAPES: Mapping[Role, Shape] = {
    Role.HOUSE: Shape(name="Briefhoofd", colour=Hue.ACCENT, bold=True, after=10),
    Role.NOTICE: Shape(name="Waarschuwing", colour=Hue.NOTICE, bold=True, after=12),
    Role.KICKER: Shape(name="Bovenregel", size=9.5, colour=Hue.MUTED, after=0),
    Role.HEADING_1: Shape(
        name="", size=21, bold=True, before=4, level=1, stays=True,
        word="heading 1", writer="Heading 1",
    ),
    Role.STANDFIRST: Shape(name="Onderregel", size=9.5, colour=Hue.MUTED, after=14),
    Role.HEADING_2: Shape(
        name="", size=13, colour=Hue.ACCENT, bold=True, before=20, level=2, stays=True,
        word="heading 2", writer="Heading 2",
    ),
    Role.HEADING_3: Shape(
        name="", size=11, bold=True, before=12, after=4, level=3, stays=True,
        word="heading 3", writer="Heading 3",
    ),
    Role.BOX_HEADING: Shape(
        name="Kop in kader", size=11, bold=True, after=0, level=2, stays=True, tint=Hue.BOX,
        like=Role.HEADING_2,
    ),
    Role.BOX: Shape(name="Kader", after=4, tint=Hue.BOX),
    Role.BOX_ITEM: Shape(
        name="Lijst in kader", after=2, listed=True, tint=Hue.BOX, like=Role.ITEM
    ),
    Role.BODY: Shape(name="Tekst", word="Body Text", writer="Text body"),
    Role.LEAD: Shape(name="Vraag", before=6, after=2, stays=True),
    Role.ITEM: Shape(name="Lijst", after=3, listed=True, word="List Bullet", writer="List 1"),
    Role.QUOTE_LABEL: Shape(
        name="Boven citaat", size=9.5, colour=Hue.MUTED, before=8, after=0, left=10, stays=True
    ),
    Role.QUOTE: Shape(
        name="Citaat", size=11.5, after=8, left=10, bar=Hue.ACCENT,
        word="Quote", writer="Quotations",
    ),
    Role.OPTION: Shape(name="Keuze", before=8, after=2, stays=True),
    Role.DETAIL: Shape(name="Bij keuze", after=2, left=18),
    Role.VOICE: Shape(name="Afweging", left=10, bar=Hue.LINE),
    Role.COLUMN_TITLE: Shape(name="Kolomkop", size=9.5, colour=Hue.MUTED, bold=True, after=2),
    Role.CELL: Shape(name="Tabel", size=9.5, after=2),
    Role.CELL_ITEM: Shape(
        name="Lijst in tabel", size=9.5, after=1, listed=True, like=Role.ITEM
    ),
    Role.BETWEEN: Shape(name="Na tabel", size=5, after=0),
    Role.WRITING: Shape(name=WRITING, size=14, after=0, stays=True, rule=Hue.MUTED),
    Role.FOOT: Shape(
        name="Voet", size=8.5, colour=Hue.MUTED, after=0, word="footer", writer="Footer"
    ),
}  # fmt: skip

_LETTER = 0.185
"""How far a letter in a table runs, in centimetres: a little much, another font may run wider."""

_BESIDE = 0.3
"""The room between two columns, in centimetres."""

_WIDEST_WORD = 0.36
"""The most of the text that a column takes for its longest word."""


def columns(table: Table, across: float) -> tuple[float, ...]:
    """The width of each column in centimetres: no word is broken as long as there is room."""
    widths = [share * across for share in table.widths]
    most = _WIDEST_WORD * across
    needs = [min(length * _LETTER + _BESIDE, most) for length in longest_words(table)]
    return tuple(fitted(widths, needs))
