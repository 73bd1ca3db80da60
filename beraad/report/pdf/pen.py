"""The only hand that draws: text, lines and panels, measured from the top of the page."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import Any, BinaryIO, TypeAlias

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from beraad.report.pdf.fonts import Face, width
from beraad.report.pdf.lines import Line, Piece
from beraad.report.pdf.paper import A4, Paper
from beraad.report.pdf.styles import Style
from beraad.report.pdf.tagging import About, Marks, Structure, Tag
from beraad.report.theme import DEFAULT, Colour, Hue, Theme

_CANVAS: Any = Canvas
_IMAGE: Any = ImageReader
"""ReportLab comes without types."""

rl_config.useA85 = 0
"""No detour over text for what is written as bytes anyhow: pikepdf would take it out again."""

Place: TypeAlias = tuple[float, float, tuple[float, float]]
"""Where something is: its left, its top, and how far it reaches across and down."""

_HALF_CAPITAL = 0.364
"""Half the height of a capital of Inter: its letters stand in the middle of their leading."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece of text and where it begins."""

    left: float
    baseline: float
    piece: Piece

    def right(self, style: Style) -> float:
        """Where it ends."""
        return self.left + style.size * width(self.piece.text, self.piece.ink.face)


class Pen:
    """Draws on one page after the other and knows nothing of what it writes."""

    def __init__(
        self, target: BinaryIO, about: About, theme: Theme = DEFAULT, paper: Paper = A4
    ) -> None:
        self._theme = theme
        self._paper = paper
        self._canvas = _CANVAS(
            target,
            pagesize=paper.size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=Face.REGULAR,
            lang=about.language,
        )
        self._marks = Marks(self._canvas)
        self._repeats: str | None = None
        self._in_figure = False
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
        drop = style.leading / 2 + style.size * _HALF_CAPITAL
        placed = [
            _Placed(left, self._paper.height - (top + number * style.leading + drop), piece)
            for number, line in enumerate(lines)
            for left, piece in _beside_each_other(line, x, style)
        ]
        for link, pieces in groupby(placed, key=lambda one: one.piece.ink.link if tag else None):
            with self._marked(link or tag):
                self._write(pieces, style, link)

    def _marked(self, tag: Tag | None) -> AbstractContextManager[None]:
        if self._in_figure:
            return nullcontext()
        if tag is None or self._repeats is not None:
            return self._marks.artifact(self._repeats or "")
        return self._marks.content(tag)

    def _write(self, pieces: Iterable[_Placed], style: Style, link: Tag | None) -> None:
        """Write pieces of text; those that are said in another way each by themselves."""
        for spoken, together in groupby(pieces, key=lambda one: one.piece.ink.spoken):
            told = spoken and self._repeats is None and not self._in_figure
            with self._marks.spoken(spoken) if told else nullcontext():
                self._write_together([*together], style, link)

    def _write_together(self, pieces: list[_Placed], style: Style, link: Tag | None) -> None:
        text = self._canvas.beginText()
        ink = place = None
        for one in pieces:
            if (one.baseline, one.left) != place:
                text.setTextOrigin(one.left, one.baseline)
            if one.piece.ink != ink:
                ink = one.piece.ink
                text.setFont(ink.face, style.size)
                text.setFillColor(self._colour(ink.colour))
            text.textOut(one.piece.text)
            place = (one.baseline, one.right(style))
            if link is not None and self._repeats is None:
                self._marks.link(link, self._bounds(one, style), one.piece.ink.to)
        self._canvas.drawText(text)

    def _bounds(self, one: _Placed, style: Style) -> tuple[float, float, float, float]:
        """What a piece of text takes of the paper."""
        scale, below = self._paper.scale, style.size * 0.3
        corners = (one.left, one.baseline - below, one.right(style), one.baseline + style.size)
        left, bottom, right, top = (scale * corner for corner in corners)
        return left, bottom, right, top

    def entry(self, tag: Tag, place: Place, *, name: str, label: str, lines: int) -> None:
        """Let a part of the paper be filled in on a screen; the tag is of kind "Form"."""
        if self._repeats is None:
            self._marks.entry(tag, self._taken(place), name=name, label=label, lines=lines)

    def _taken(self, place: Place) -> tuple[float, float, float, float]:
        left, top, (across, down) = place
        scale, bottom = self._paper.scale, self._paper.height - top - down
        return left * scale, bottom * scale, (left + across) * scale, (bottom + down) * scale

    @contextmanager
    def figure(self, within: Tag, alternative: str, place: Place) -> Generator[None]:
        """What is drawn in here is one picture; a voice reads its alternative."""
        tag = within.child("Figure", alternative=alternative, bounds=self._taken(place))
        with self._marks.content(tag):
            self._in_figure = True
            yield
            self._in_figure = False

    def image(self, data: bytes, place: Place) -> None:
        """Draw a picture in a figure; raises OSError when it cannot be decoded."""
        left, top, (across, down) = place
        y = self._paper.height - top - down
        self._canvas.drawImage(_IMAGE(BytesIO(data)), left, y, across, down, mask="auto")

    def rule(self, x: float, top: float, length: float, hue: Hue, weight: float = 0.75) -> None:
        """Draw a thin horizontal line."""
        self._stroke(hue, weight)
        y = self._paper.height - top
        with self._marked(None):
            self._canvas.line(x, y, x + length, y)

    def upright(self, x: float, top: float, length: float, hue: Hue) -> None:
        """Draw a thin line downwards."""
        self._stroke(hue)
        y = self._paper.height - top
        with self._marked(None):
            self._canvas.line(x, y, x, y - length)

    def panel(
        self, x: float, top: float, size: tuple[float, float], hue: Hue, radius: float = 0
    ) -> None:
        """Fill a rectangle, with rounded corners when there is a radius."""
        self._canvas.setFillColor(self._colour(hue))
        with self._marked(None):
            self._rectangle(x, top, size, radius, fill=True)

    def outline(
        self,
        x: float,
        top: float,
        size: tuple[float, float],
        hue: Hue,
        radius: float = 0,
        *,
        weight: float = 0.75,
        dashed: bool = False,
    ) -> None:
        """Draw the edges of a rectangle."""
        self._stroke(hue, weight)
        with self._marked(None), self._dashes(weight, wanted=dashed):
            self._rectangle(x, top, size, radius, fill=False)

    def stroke(
        self, points: Sequence[tuple[float, float]], hue: Hue, weight: float, *, dashed: bool
    ) -> None:
        """Draw a line from point to point."""
        self._stroke(hue, weight)
        with self._marked(None), self._dashes(weight, wanted=dashed):
            self._canvas.drawPath(self._path(points), stroke=1, fill=0)

    def shape(self, corners: Sequence[tuple[float, float]], hue: Hue) -> None:
        """Fill a shape with straight sides."""
        self._canvas.setFillColor(self._colour(hue))
        path = self._path(corners)
        path.close()
        with self._marked(None):
            self._canvas.drawPath(path, stroke=0, fill=1)

    def mark(self, letter: str, x: float, middle: float, reach: float, hue: Hue) -> None:
        """Draw the shape of an option: a diamond for A, a circle for B, a square for others."""
        self._canvas.setFillColor(self._colour(hue))
        y = self._paper.height - middle
        with self._marked(None):
            match letter:
                case "A":
                    self._diamond(x, y, reach * 1.2)
                case "B":
                    self._canvas.circle(x, y, reach, stroke=0, fill=1)
                case _:
                    side = 1.7 * reach
                    self._canvas.rect(x - side / 2, y - side / 2, side, side, stroke=0, fill=1)

    def _path(self, points: Sequence[tuple[float, float]]) -> Any:
        path = self._canvas.beginPath()
        (x, top), *rest = points
        path.moveTo(x, self._paper.height - top)
        for across, down in rest:
            path.lineTo(across, self._paper.height - down)
        return path

    @contextmanager
    def _dashes(self, weight: float, *, wanted: bool) -> Generator[None]:
        """Lines drawn in here are dashed where that is wanted."""
        if wanted:
            self._canvas.setDash(max(2.4, 3 * weight), max(1.8, 2 * weight))
        yield
        if wanted:
            self._canvas.setDash()

    def _diamond(self, x: float, y: float, reach: float) -> None:
        path = self._canvas.beginPath()
        path.moveTo(x, y + reach)
        for across, up in ((reach, 0), (0, -reach), (-reach, 0)):
            path.lineTo(x + across, y + up)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _rectangle(
        self, x: float, top: float, size: tuple[float, float], radius: float, *, fill: bool
    ) -> None:
        across, down = size
        y = self._paper.height - top - down
        painted = {"stroke": int(not fill), "fill": int(fill)}
        if radius:
            self._canvas.roundRect(x, y, across, down, radius, **painted)
        else:
            self._canvas.rect(x, y, across, down, **painted)

    def _stroke(self, hue: Hue, weight: float = 0.75) -> None:
        self._canvas.setStrokeColor(self._colour(hue))
        self._canvas.setLineWidth(weight)

    def _colour(self, hue: Hue) -> Any:
        return _hexadecimal(self._theme.colour(hue))

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Let the outline point to this height of the page; level 0 is the highest."""
        self._bookmarks += 1
        key = f"deel-{self._bookmarks}"
        self._level = min(level, self._level + 1)
        height = self._paper.height - top
        self._canvas.bookmarkHorizontal(key, 0, height)
        self._marks.spot(title, height * self._paper.scale)
        self._canvas.addOutlineEntry(title, key, self._level)

    def begin_page(self) -> None:
        """Lay out the page that comes; its size is that of the paper."""
        if self._paper.scale != 1:
            self._canvas.scale(self._paper.scale, self._paper.scale)

    def turn_page(self) -> None:
        """Finish this page and begin the next."""
        self._canvas.showPage()

    def finish(self) -> Structure:
        """Write the file and tell what was drawn in it; the last page must have been turned."""
        self._canvas.save()
        return self._marks.structure()


def _beside_each_other(line: Line, x: float, style: Style) -> Iterator[tuple[float, Piece]]:
    for piece in line:
        yield x, piece
        x += style.size * width(piece.text, piece.ink.face)


@cache
def _hexadecimal(colour: Colour) -> Any:
    return HexColor(f"#{colour}")


def can_be_drawn(picture: bytes) -> bool:
    """Whether a picture can be decoded; one that cannot never costs a document."""
    try:
        _IMAGE(BytesIO(picture)).getRGBData()
    except Exception:  # noqa: BLE001 - a decoder may raise anything
        return False
    return True
