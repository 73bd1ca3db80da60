"""Breaking text into lines: linear in its length, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from beraad.report.pdf.fonts import Face, width
from beraad.report.pdf.tagging import Tag
from beraad.report.theme import Hue


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece of text is drawn, and what it is beside that.

    Attributes:
        spoken: what a voice says in its place; empty when that is the text itself.
        link: what it is in the structure when it leads to another place.
        to: the name of that place.
    """

    face: Face
    colour: Hue
    spoken: str = ""
    link: Tag | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one ink."""

    text: str
    ink: Ink


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """What stays together on a line; `spaced` when a space comes before it."""

    pieces: Line
    spaced: bool

    @property
    def width(self) -> float:
        return line_width(self.pieces)


def line_width(line: Line) -> float:
    """How far a line runs at a size of one point."""
    return sum(width(piece.text, piece.ink.face) for piece in line)


_PARTS = re.compile(r" +|[^ /–—-]*[/–—-]+|[^ /–—-]+")


def broken(pieces: Iterable[Piece], room: float, *, keep_spaces: bool = False) -> tuple[Line, ...]:
    """Lines that fit in a room measured in widths at a size of one point.

    A word wider than a line is broken between letters, so nothing runs off the page. A space at the
    end of a line is dropped, or kept for who hears the lines and does not see where they end.
    """
    lines: list[Line] = []
    current: list[Piece] = []
    used = 0.0
    for word in _words(pieces):
        needed = word.width
        space = width(" ", word.pieces[0].ink.face) if word.spaced and current else 0.0
        if current and used + space + needed > room:
            if keep_spaces and word.spaced:
                current.append(Piece(" ", current[-1].ink))
            lines.append(_merged(current))
            current, used, space = [], 0.0, 0.0
        pieces_left = word.pieces
        if needed > room:
            *full, pieces_left = _chopped(word, room)
            lines += full
            needed = line_width(pieces_left)
        if space:
            current.append(Piece(" ", replace(word.pieces[0].ink, spoken="")))
        current += pieces_left
        used += space + needed
    if current:
        lines.append(_merged(current))
    return tuple(lines)


def _words(pieces: Iterable[Piece]) -> Iterator[_Word]:
    """Words may span pieces; a line may end after a space, a hyphen, a dash or a slash."""
    held: list[Piece] = []
    spaced = False
    for piece in pieces:
        for part in _PARTS.findall(piece.text):
            if part[0] == " ":
                if held:
                    yield _Word(tuple(held), spaced)
                held, spaced = [], True
                continue
            held.append(Piece(part, piece.ink))
            if part[-1] in "/–—-":
                yield _Word(tuple(held), spaced)
                held, spaced = [], False
    if held:
        yield _Word(tuple(held), spaced)


def _chopped(word: _Word, room: float) -> Iterator[Line]:
    """A word that is too wide, in parts that fill a line."""
    held: list[Piece] = []
    used = 0.0
    for piece in word.pieces:
        start = 0
        for end, letter in enumerate(piece.text):
            needed = width(letter, piece.ink.face)
            if used + needed > room and (held or end > start):
                yield (*held, Piece(piece.text[start:end], piece.ink))
                held, used, start = [], 0.0, end
            used += needed
        held.append(Piece(piece.text[start:], piece.ink))
    yield tuple(held)


def _merged(pieces: list[Piece]) -> Line:
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].ink == piece.ink:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.ink)
        else:
            merged.append(piece)
    return tuple(merged)
