"""Boxes on pages: divided, drawn, and with what stands around the text of each page."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from io import BytesIO

from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box, Lines
from beraad.report.pdf.glyphs import printable
from beraad.report.pdf.paper import A4, Paper
from beraad.report.pdf.pen import Pen
from beraad.report.pdf.stacks import draw_stacked, filled
from beraad.report.pdf.tagging import About, Tag, accessible
from beraad.report.pdf.type import cut_to, plain, run_length
from beraad.report.pdf.typed import field_lettering
from beraad.report.theme import DEFAULT, Hue, Theme

DOCUMENT = Tag("Document")
"""What everything stands in; the tags below it are made with the boxes."""

Page = tuple[Box, ...]

_FOOT_RULE = 52.0
_FOOT_GAP = 18.0
_RUNNING_HEAD = 33.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around the text.

    Attributes:
        head: the line at the top of every page but the first; may be empty.
        foot: the line at the bottom of each page, read aloud once, at the end; may be empty.
        foot_rule: how far above the lower edge of the paper the foot begins.
        foot_lines: over how many lines the foot may run; what is longer is cut.
    """

    head: str
    foot: str
    foot_rule: float = _FOOT_RULE
    foot_lines: int = 2


def paginated(boxes: Page, height: float = A4.column_height) -> list[Page]:
    """Boxes divided over pages; never a page without content."""
    pages: list[Page] = []
    while boxes:
        page, rest = filled(boxes, height)
        if not page:
            page, rest = boxes[:1], boxes[1:]
        pages.append(page)
        boxes = rest
    return pages


def printed(
    pages: Sequence[Page],
    about: About,
    around: Around,
    *,
    theme: Theme = DEFAULT,
    paper: Paper = A4,
) -> bytes:
    """The pages as PDF/UA-1 and PDF/A-2a: tagged, embedded fonts, outline, page numbers."""
    target = BytesIO()
    pen = Pen(target, about, theme, paper)
    foot = _foot(around, len(pages), paper) if around.foot else None
    for number, boxes in enumerate(pages, start=1):
        pen.begin_page()
        if number > 1 and around.head:
            _running_head(pen, around, paper)
        draw_stacked(boxes, pen, paper.side, paper.top)
        if foot:
            foot.draw(pen, number, paper)
        pen.turn_page()
    structure = pen.finish()
    return accessible(target.getvalue(), structure, about, field_lettering)


def _running_head(pen: Pen, around: Around, paper: Paper) -> None:
    title = cut_to(around.head, styles.FOOT, paper.column)
    line = plain(title, styles.FOOT, paper.column, None)
    with pen.repeating("Header"):
        pen.lines(line.lines, paper.side, min(_RUNNING_HEAD, paper.top / 2), styles.FOOT)


@dataclass(frozen=True, slots=True)
class _Foot:
    """The running line, set once for all pages."""

    words: Lines
    rule: float
    last: int

    def draw(self, pen: Pen, number: int, paper: Paper) -> None:
        top = paper.height - self.rule
        folio = f"{number} van {self.last}"
        left = paper.side + paper.column - run_length(folio, styles.FOOT)
        said = plain(folio, styles.FOOT, paper.column, None)
        pen.rule(paper.side, top, paper.column, Hue.LINE)
        with pen.repeating("Footer") if number < self.last else nullcontext():
            pen.lines(self.words.lines, paper.side, top + 7, styles.FOOT, self.words.tag)
        with pen.repeating("Footer"):
            pen.lines(said.lines, left, top + 7, styles.FOOT)


def _foot(around: Around, last: int, paper: Paper) -> _Foot:
    room = paper.column - run_length(f"{last} van {last}", styles.FOOT) - _FOOT_GAP
    shown = cut_to(around.foot, styles.FOOT, room, most=around.foot_lines)
    spoken = "" if shown == printable(around.foot) else printable(around.foot)
    words = plain(shown, styles.FOOT, room, DOCUMENT.child("P", spoken=spoken))
    return _Foot(words, around.foot_rule, last)
