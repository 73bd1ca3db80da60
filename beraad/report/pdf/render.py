"""From a document to the bytes of a PDF file; the same document gives the same bytes."""

from __future__ import annotations

from dataclasses import replace

from beraad.report.blocks import Document
from beraad.report.dating import day_of
from beraad.report.filing import filing
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.fonts import register
from beraad.report.pdf.glyphs import boxed, printable
from beraad.report.pdf.pages import Around, Page, paginated, printed
from beraad.report.pdf.paper import A4, COMPACT, SNUG, TIGHT, Paper
from beraad.report.pdf.story import story
from beraad.report.pdf.tagging import About
from beraad.report.plain import paragraphs

_LITTLE = 0.35
"""What a last page is filled at least, as a share, before the letter stays as large as it is."""
_CLOSER = 15.0
"""The most free space above a box where that saves a page; in points."""


def render(document: Document) -> bytes:
    """The document as PDF/UA-1 and PDF/A-2a: A4, tagged, embedded fonts, outline, page numbers."""
    register()
    around = Around(head=document.title, foot=document.furniture.foot)
    paper, pages = _laid_out(document)
    return printed(pages, _about(document), around, theme=document.house.theme, paper=paper)


def _laid_out(document: Document) -> tuple[Paper, list[Page]]:
    """The pages on their paper: in the largest letter that wastes no sheet."""
    paper = COMPACT if document.is_short else A4
    pages = _divided(story(document, paper.column), paper)
    if len(pages) > 1 and (document.is_short or _filled(pages[-1], paper) < _LITTLE):
        for smaller in (TIGHT,) if document.is_short else SNUG:
            fewer = _divided(story(document, smaller.column), smaller)
            if len(fewer) < len(pages):
                return smaller, fewer
    return paper, pages


def _filled(page: Page, paper: Paper) -> float:
    """How much of a page is filled, as a share."""
    return sum(box.height + box.before for box in page) / paper.column_height


def _divided(boxes: tuple[Box, ...], paper: Paper) -> list[Page]:
    """The boxes over pages, a little closer together where that saves the last one."""
    pages = paginated(boxes, paper.column_height)
    if len(pages) == 1:
        return pages
    closer = tuple(replace(box, before=min(box.before, _CLOSER)) for box in boxes)
    fewer = paginated(closer, paper.column_height)
    return fewer if len(fewer) < len(pages) else pages


def unprintable(document: Document) -> tuple[str, ...]:
    """The characters that are shown as a box in the PDF, each once, as first met."""
    return tuple(dict.fromkeys(char for text in paragraphs(document) for char in boxed(text)))


def _about(document: Document) -> About:
    """Dated so that the day itself stays unknown."""
    return About(
        title=printable(document.title),
        subject=printable(document.subject),
        language=document.language,
        producer="Beraad",
        dated=day_of(document),
        filed=filing(document).properties,
    )
