"""A concept that is printed: its mark on every page, and room to write by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from beraad.privacy.clean import clean
from beraad.report.blocks import WritingLines
from beraad.report.compose import stamped, work_report
from beraad.report.edition import Edition
from beraad.report.formats import Format, rendered
from beraad.report.pdf import styles
from beraad.report.pdf.asking import room_to_write
from beraad.report.pdf.pages import DOCUMENT
from beraad.report.pdf.type import cut_to, run_length
from tests.builders import filled_session
from tests.report.reading import pdf_pages, squeezed

CONCEPT = Edition(number=2, final=False, made_on=date(2026, 11, 20), room_for_reactions=True)
LINE = 20
"""Points that a line of handwriting takes."""


def concept(**conclusion):
    session = filled_session()
    changed = replace(session.conclusion, **conclusion)
    return stamped(work_report(clean(replace(session, conclusion=changed))), CONCEPT)


def room(document):
    return next(block for block in document.blocks if isinstance(block, WritingLines))


def test_whoever_reads_it_on_paper_has_three_lines_for_each_question():
    (role, *asks) = room(concept()).asks

    assert role == ("Mijn rol", 1)
    assert [lines for _, lines in asks] == [3, 3, 3]


def test_the_lines_are_high_enough_for_a_hand_and_stay_together():
    asked = room(concept())
    box = room_to_write(asked, styles.COLUMN, DOCUMENT.child("Sect"))

    assert box.height >= sum(lines for _, lines in asked.asks) * LINE
    assert box.split(box.height - 1) is None


@pytest.mark.parametrize(
    ("form", "part", "line"),
    [
        (Format.HTML, "", '<div class="write"></div>'),
        (Format.ODT, "content.xml", '<text:p text:style-name="Schrijfregel"></text:p>'),
        (Format.DOCX, "word/document.xml", '<w:pStyle w:val="Schrijfregel"></w:pStyle>'),
    ],
)
def test_other_formats_have_as_many_lines(form, part, line):
    data = rendered(concept(), form)
    if part:
        with ZipFile(BytesIO(data)) as archive:
            data = archive.read(part)

    assert data.decode().count(line) == 10


def test_every_page_says_first_which_concept_it_is_and_all_that_follows():
    readers = "het team, de teamleider, de kwaliteitsmedewerkers en de adviesraad van de gemeente"
    pages = pdf_pages(rendered(concept(recipients=readers), Format.PDF))

    for page in pages:
        assert "Concept 2 · Geen besluit · bewaren tot 1 mei 2027" in squeezed(page)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_what_is_cut_fits_its_lines(most):
    text = "geen besluit, bewaar-termijn " * 20
    shown = cut_to(text, styles.FOOT, 200, most=most)

    assert shown.endswith(" …")
    assert cut_to(shown, styles.FOOT, 200, most=most) == shown
    assert run_length(shown, styles.FOOT) > 200 * (most - 1)
