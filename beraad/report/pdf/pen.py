"""The only hand that draws: text, lines and panels, measured from the top of the page."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from typing import Any, BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from beraad.report.pdf.fonts import Face
from beraad.report.pdf.lines import Line
from beraad.report.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH, Style
from beraad.report.pdf.tagging import About, Marks, Structure, Tag
from beraad.report.theme import Colour

_CANVAS: Any = Canvas
"""ReportLab comes without types."""

_HALF_CAPITAL = 0.364
"""Half the height of a capital of Inter: its letters stand in the middle of their leading."""


class Pen:
    """Draws on one page after the other and knows nothing of what it writes."""

    def __init__(self, target: BinaryIO, about: About) -> None:
        self._canvas = _CANVAS(
            target,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=Face.REGULAR,
            lang=about.language,
        )
        self._marks = Marks(self._canvas)
        self._repeats: str | None = None
        self._bookmarks = 0
        self._level = -1

    def place(self, tag: Tag | None) -> None:
        """Give a tag its place in the structure before something is drawn in it."""
        if tag is not None and self._repeats is None:
            self._marks.place(tag)

    @contextmanager
    def repeating(self, furniture: str = "") -> Generator[None]:
        """What is drawn in here was said before; in the "Header" or "Footer" of a page too."""
        before, self._repeats = self._repeats, furniture
        yield
        self._repeats = before

    def lines(
        self,
        lines: tuple[Line, ...],
        x: float,
        top: float,
        style: Style,
        tag: Tag | None = None,
    ) -> None:
        """Write lines under each other; `top` is where the first one's leading begins.

        Lines without a tag are no part of the text: a reader's voice passes them over.
        """
        if not lines:
            self.place(tag)
            return
        with self._marked(tag):
            self._write(lines, x, top, style)

    def _marked(self, tag: Tag | None) -> AbstractContextManager[None]:
        if tag is None or self._repeats is not None:
            return self._marks.artifact(self._repeats or "")
        return self._marks.content(tag)

    def _write(self, lines: tuple[Line, ...], x: float, top: float, style: Style) -> None:
        text = self._canvas.beginText()
        ink = None
        drop = style.leading / 2 + style.size * _HALF_CAPITAL
        for number, line in enumerate(lines):
            text.setTextOrigin(x, PAGE_HEIGHT - (top + number * style.leading + drop))
            for piece in line:
                if piece.ink != ink:
                    ink = piece.ink
                    text.setFont(ink.face, style.size)
                    text.setFillColor(_colour(ink.colour))
                text.textOut(piece.text)
        self._canvas.drawText(text)

    def rule(self, x: float, top: float, length: float, colour: Colour) -> None:
        """Draw a thin horizontal line."""
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(0.75)
        with self._marks.artifact():
            self._canvas.line(x, PAGE_HEIGHT - top, x + length, PAGE_HEIGHT - top)

    def panel(
        self, x: float, top: float, size: tuple[float, float], colour: Colour, radius: float = 0
    ) -> None:
        """Fill a rectangle, with rounded corners when there is a radius."""
        across, down = size
        self._canvas.setFillColor(_colour(colour))
        y = PAGE_HEIGHT - top - down
        with self._marks.artifact():
            if radius:
                self._canvas.roundRect(x, y, across, down, radius, stroke=0, fill=1)
            else:
                self._canvas.rect(x, y, across, down, stroke=0, fill=1)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Let the outline point to this height of the page; level 0 is the highest."""
        self._bookmarks += 1
        key = f"deel-{self._bookmarks}"
        self._level = min(level, self._level + 1)
        self._canvas.bookmarkHorizontal(key, 0, PAGE_HEIGHT - top)
        self._canvas.addOutlineEntry(title, key, self._level)

    def turn_page(self) -> None:
        """Finish this page and begin the next."""
        self._canvas.showPage()

    def finish(self) -> Structure:
        """Write the file and tell what was drawn in it; the last page must have been turned."""
        self._canvas.save()
        return self._marks.structure()


@cache
def _colour(colour: Colour) -> Any:
    return HexColor(f"#{colour}")
