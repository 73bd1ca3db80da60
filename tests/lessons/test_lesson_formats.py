from __future__ import annotations

from io import BytesIO

import pytest
from pikepdf import Pdf

from beraad.errors import Solvable
from beraad.privacy.leaving.lesson import admitted_lesson
from beraad.report.compose import lesson_report
from beraad.report.formats import Format, rendered
from beraad.report.pdf.reading import texts
from tests.builders import a_registered_lesson

DOCUMENT = lesson_report(admitted_lesson(a_registered_lesson()))


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.JSON])
def test_every_form_says_it(form):
    made = rendered(DOCUMENT, form)

    assert made == rendered(DOCUMENT, form)
    if form is Format.PDF:
        assert any("willekeur" in text for _, text in texts(made))


def test_it_is_dated_on_the_first_day_of_its_half_year():
    with Pdf.open(BytesIO(rendered(DOCUMENT, Format.PDF))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260701")


def test_there_is_no_json_of_it():
    with pytest.raises(Solvable, match="signaal"):
        rendered(DOCUMENT, Format.JSON)
