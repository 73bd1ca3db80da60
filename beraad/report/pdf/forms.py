"""From a form to the bytes of a PDF file; the same form gives the same bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from beraad.phases.dates import monday_of
from beraad.report.forms.model import Board, Form, FormBlock, Sheet
from beraad.report.forms.plain import paragraphs
from beraad.report.pdf.fonts import register
from beraad.report.pdf.form_boxes import form_boxes
from beraad.report.pdf.glyphs import boxed, printable
from beraad.report.pdf.pages import DOCUMENT, Around, Page, paginated, printed
from beraad.report.pdf.paper import Paper
from beraad.report.pdf.poster import spread
from beraad.report.pdf.ruled import Cut
from beraad.report.pdf.sheets import CUT, PAPERS
from beraad.report.pdf.story import opening
from beraad.report.pdf.tagging import About

_FOOT_RULE = 36.0
_CARDS_ON_A_SHEET = 2
_DESIGNED = date(2026, 11, 23)
"""A blank form carries the day of its design: it says nothing of the day it was printed."""


def render(form: Form) -> bytes:
    """The form as PDF/UA-1 and PDF/A-2a, on the paper it asks for."""
    form = settled(form)
    tried = [(paper, _paged(form, paper)) for paper in PAPERS[form.paper]]
    paper, pages = min(tried, key=lambda one: len(one[1]))
    head = form.title if form.opened else ""
    around = Around(head=head, foot=form.furniture.foot, foot_rule=_FOOT_RULE, foot_lines=1)
    return printed(pages, _about(form), around, theme=form.house.theme, paper=paper)


def settled(form: Form) -> Form:
    """The form as it is printed: a board has as many rows to write in as take no page more."""
    register()
    paper = PAPERS[form.paper][0]
    sheets = (
        _filled(_above(form, number, paper), blocks, paper)
        for number, blocks in enumerate(form.sheets)
    )
    return replace(form, sheets=tuple(sheets))


def _filled(above: Page, blocks: tuple[FormBlock, ...], paper: Paper) -> tuple[FormBlock, ...]:
    pages = len(_laid_out(above, blocks, paper))
    while (more := _grown(blocks)) != blocks and len(_laid_out(above, more, paper)) == pages:
        blocks = more
    return blocks


def _grown(blocks: tuple[FormBlock, ...]) -> tuple[FormBlock, ...]:
    """The blocks with one row more to write in, where there can be one."""
    return tuple(block.grown() if isinstance(block, Board) else block for block in blocks)


def _paged(form: Form, paper: Paper) -> list[Page]:
    """The pages on this paper."""
    pages: list[Page] = []
    for number, blocks in enumerate(form.sheets):
        pages += _laid_out(_above(form, number, paper), blocks, paper)
    if form.paper is Sheet.CARDS:
        return [_with_cut(page, paper) for page in pages]
    return pages


def _above(form: Form, number: int, paper: Paper) -> Page:
    """What stands above a sheet by itself."""
    if not form.opened or number:
        return ()
    return tuple(opening(form.title, form.furniture, paper.column, form.house))


def _laid_out(above: Page, blocks: tuple[FormBlock, ...], paper: Paper) -> list[Page]:
    boxes = (*above, *form_boxes(blocks, paper.column, DOCUMENT, paper))
    return paginated(spread(boxes, paper.column_height), paper.column_height)


def _with_cut(page: Page, paper: Paper) -> Page:
    """Two cards with the line between them along which they are cut."""
    if len(page) != _CARDS_ON_A_SHEET:
        return page
    above, below = page
    return above, Cut(paper.column, before=CUT / 2), replace(below, before=CUT / 2)


def unprintable(form: Form) -> tuple[str, ...]:
    """The characters that are shown as a box, each once, as first met."""
    return tuple(dict.fromkeys(char for text in paragraphs(form) for char in boxed(text)))


def _about(form: Form) -> About:
    return About(
        title=printable(form.title),
        subject=printable(form.subject),
        language="nl-NL",
        producer="Beraad",
        dated=monday_of(form.source.week) if form.source else _DESIGNED,
    )
