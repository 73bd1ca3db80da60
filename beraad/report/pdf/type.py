"""Setting paragraphs: from the looks of the document model to lines in a face and a colour."""

from __future__ import annotations

from dataclasses import replace

from beraad.phases.wording import option_mark
from beraad.report.blocks import Cell, Look, Mark, Run, Text, stretches
from beraad.report.pdf.boxes import Box, Chip, Lines
from beraad.report.pdf.glyphs import printable
from beraad.report.pdf.lines import Ink, Piece, broken, line_width
from beraad.report.pdf.stacks import Frame, Row, Stack
from beraad.report.pdf.styles import CHIP, NOTE, Style
from beraad.report.pdf.tagging import Tag
from beraad.report.theme import Hue, option_ink, option_tint
from beraad.report.unbroken import unbroken

_NO_BREAK = "\u00a0"
_CUT = " …"
_INDENT, _CLOSE = 9.0, 2.0
"""Of a list in a table: how far it stands from its bullets, and from item to item."""


def paragraph(
    text: Text, style: Style, width: float, tag: Tag | None, *, before: float = 0
) -> Lines:
    """One paragraph set in a column of this width, in points; without tag it is furniture."""
    pieces = (_piece(piece, style, tag) for piece in unbroken(text))
    lines = broken(pieces, width / style.size, keep_spaces=True)
    return Lines(lines, style, before=before, tag=tag)


def plain(text: str, style: Style, width: float, tag: Tag | None, *, before: float = 0) -> Lines:
    """A paragraph in one look."""
    return paragraph((Run(text),), style, width, tag, before=before)


def heading(
    text: str, style: Style, width: float, tag: Tag, *, before: float, outline: int
) -> Lines:
    """A line that leads what follows and can be found in the outline of the file."""
    lines = plain(text, style, width, tag, before=before)
    return replace(lines, leads=True, outline=outline, name=printable(text))


def column(
    cell: Cell, style: Style, width: float, tag: Tag | None, *, gap: float, before: float = 0
) -> Stack:
    """Paragraphs in one tag; one that is muted from end to end is set as a note."""
    boxes: list[Box] = []
    for text in cell:
        note = style.size > NOTE.size and all(_is_muted(piece) for piece in text)
        inside = tag.child("P") if tag else None
        space = 0 if note else gap
        boxes.append(paragraph(text, NOTE if note else style, width, inside, before=space))
    return Stack(tuple(boxes), Frame(width), before=before, tag=tag)


def listing(cell: Cell, style: Style, width: float, tag: Tag | None) -> Stack:
    """Paragraphs in one tag; those that are said beside each other have a bullet each."""
    boxes: list[Box] = []
    for is_list, texts in stretches(cell):
        if not is_list:
            boxes += column(texts, style, width, tag, gap=_CLOSE).boxes
            continue
        items = tag.child("L", numbering="Disc") if tag else None
        for text in texts:
            item = items.child("LI") if items else None
            dot = plain("•", style, _INDENT, item.child("Lbl") if item else None)
            said = paragraph(text, style, width - _INDENT, item.child("LBody") if item else None)
            boxes.append(Row(((0, dot), (_INDENT, said)), before=_CLOSE))
    return Stack(tuple(boxes), Frame(width), tag=tag)


def chip(letter: str, tag: Tag | None) -> Chip:
    """The mark of an option."""
    line = (Piece(_unbroken(letter), Ink(CHIP.face, option_ink(letter), _heard(letter))),)
    return Chip(line, option_tint(letter), tag=tag)


def cut_to(text: str, style: Style, width: float, *, most: int = 1) -> str:
    """As much of a text as fits on so many lines, with an ellipsis where it was cut."""
    pieces = (Piece(printable(text), Ink(style.face, style.colour)),)
    if len(broken(pieces, width / style.size)) <= most:
        return pieces[0].text
    room = width - run_length(_CUT, style)
    lines = broken(pieces, room / style.size, keep_spaces=True)
    shown = "".join(piece.text for line in lines[:most] for piece in line)
    return f"{shown.rstrip(' ,;·–-')}{_CUT}"


def run_length(text: str, style: Style) -> float:
    """How far a text runs, in points."""
    return style.size * line_width((Piece(printable(text), Ink(style.face, style.colour)),))


def _is_muted(piece: Run | Mark) -> bool:
    return isinstance(piece, Run) and piece.look is Look.MUTED


def _piece(piece: Run | Mark, style: Style, tag: Tag | None) -> Piece:
    if isinstance(piece, Mark):
        ink = Ink(style.strong, option_ink(piece.letter), _heard(piece.letter))
        return Piece(_unbroken(piece.letter), ink)
    text = printable(piece.text)
    if piece.to and tag:
        return Piece(
            text, Ink(style.face, Hue.ACCENT, link=tag.child("Link"), to=printable(piece.to))
        )
    match piece.look:
        case Look.PLAIN:
            return Piece(text, Ink(style.face, style.colour))
        case Look.STRONG:
            return Piece(text, Ink(style.strong, style.colour))
        case Look.MUTED:
            return Piece(text, Ink(style.face, Hue.MUTED))


def _heard(letter: str) -> str:
    """The letter alone, where a shape stands before it; a voice has no use for that shape."""
    return letter if option_mark(letter) != letter else ""


def _unbroken(letter: str) -> str:
    return option_mark(letter).replace(" ", _NO_BREAK)
