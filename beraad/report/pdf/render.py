"""From a document to the bytes of a PDF file; the same document gives the same bytes."""

from __future__ import annotations

from contextlib import nullcontext
from io import BytesIO

from beraad.report.blocks import Document
from beraad.report.dating import day_of
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.fonts import register
from beraad.report.pdf.glyphs import boxed, printable
from beraad.report.pdf.pen import Pen
from beraad.report.pdf.stacks import draw_stacked, filled
from beraad.report.pdf.story import DOCUMENT, story
from beraad.report.pdf.styles import COLUMN, COLUMN_HEIGHT, FOOT_RULE, PAGE_HEIGHT, SIDE, THEME, TOP
from beraad.report.pdf.tagging import About, accessible
from beraad.report.pdf.type import cut_to, plain, run_length
from beraad.report.plain import paragraphs

_FOOT_GAP = 18.0
_RUNNING_HEAD = 33.0


def render(document: Document) -> bytes:
    """The document as PDF/UA-1 and PDF/A-2a: A4, tagged, embedded fonts, outline, page numbers."""
    register()
    pages = paginated(story(document))
    target = BytesIO()
    about = _about(document)
    pen = Pen(target, about)
    for number, boxes in enumerate(pages, start=1):
        if number > 1:
            _running_head(pen, document)
        draw_stacked(boxes, pen, SIDE, TOP)
        _foot(pen, document, number, len(pages))
        pen.turn_page()
    structure = pen.finish()
    return accessible(target.getvalue(), structure, about)


def unprintable(document: Document) -> tuple[str, ...]:
    """The characters that are shown as a box in the PDF, each once, as first met."""
    return tuple(dict.fromkeys(char for text in paragraphs(document) for char in boxed(text)))


def paginated(boxes: tuple[Box, ...]) -> list[tuple[Box, ...]]:
    """Boxes divided over pages; never a page without content."""
    pages: list[tuple[Box, ...]] = []
    while boxes:
        page, rest = filled(boxes, COLUMN_HEIGHT)
        if not page:
            page, rest = boxes[:1], boxes[1:]
        pages.append(page)
        boxes = rest
    return pages


def _about(document: Document) -> About:
    """Dated so that the day itself stays unknown."""
    return About(
        title=printable(document.title),
        subject=printable(document.subject),
        language=document.language,
        producer="Beraad",
        dated=day_of(document),
    )


def _running_head(pen: Pen, document: Document) -> None:
    title = cut_to(document.title, styles.FOOT, COLUMN)
    line = plain(title, styles.FOOT, COLUMN, None)
    with pen.repeating("Header"):
        pen.lines(line.lines, SIDE, _RUNNING_HEAD, styles.FOOT)


def _foot(pen: Pen, document: Document, number: int, last: int) -> None:
    """The running line is read aloud once, as the end of the document."""
    top = PAGE_HEIGHT - FOOT_RULE
    folio = f"{number} van {last}"
    foot = document.furniture.foot
    pen.rule(SIDE, top, COLUMN, THEME.line)
    folio_width = run_length(folio, styles.FOOT)
    room = COLUMN - folio_width - _FOOT_GAP
    shown = cut_to(foot, styles.FOOT, room)
    spoken = "" if shown == printable(foot) else printable(foot)
    left = plain(shown, styles.FOOT, COLUMN, DOCUMENT.child("P", spoken=spoken))
    right = plain(folio, styles.FOOT, COLUMN, None)
    with pen.repeating("Footer") if number < last else nullcontext():
        pen.lines(left.lines, SIDE, top + 7, styles.FOOT, left.tag)
    with pen.repeating("Footer"):
        pen.lines(right.lines, SIDE + COLUMN - folio_width, top + 7, styles.FOOT)
