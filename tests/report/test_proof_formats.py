"""A word that had to be gone is found in every format, in what is shown and beside it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from beraad.privacy.clean import clean
from beraad.report.blocks import Look, Paragraph, Run
from beraad.report.compose import work_report
from beraad.report.formats import Format, rendered
from tests.builders import filled_session
from tests.report.everywhere import everywhere
from tests.report.reading import stray_places

FORMATS = [Format.PDF, Format.MARKDOWN, Format.HTML, Format.ODT, Format.DOCX]
WHOLE, TEXT = "het bestand", "de tekst in het bestand"
PLACES = dict.fromkeys(FORMATS, TEXT) | {Format.MARKDOWN: WHOLE, Format.HTML: WHOLE}
each = pytest.mark.parametrize("form", FORMATS)


def places(form, data, words):
    return stray_places(Path(f"verslag.{form}"), data, words)


@each
@pytest.mark.parametrize("name", ["Li", "Jo", "Ty", "Em", "Td", "Do"])
def test_a_short_name_is_not_found_in_the_codes_of_a_file(form, name):
    innocent = rendered(everywhere("iets"), form)
    assert places(form, innocent, [name]) == ()

    told = rendered(everywhere(f"Gisteren belde {name} weer."), form)
    assert PLACES[form] in places(form, told, [name])


@each
@pytest.mark.parametrize("name", ["Łukasz", "Zoë d'Arc", "De Wit & Zn"])
def test_a_word_in_the_text_is_found(form, name):
    data = rendered(everywhere(f"Gisteren belde {name} weer."), form)

    assert PLACES[form] in places(form, data, [name])
    assert places(form, data, ["Anneke"]) == ()


@pytest.mark.parametrize("form", [Format.PDF, Format.HTML, Format.ODT, Format.DOCX])
@pytest.mark.parametrize(
    "pieces",
    [(Run("Anneke "), Run("de Vries", Look.STRONG)), (Run("Anneke", Look.MUTED), Run(" de Vries"))],
)
def test_a_name_in_two_looks_is_one_name(form, pieces):
    data = rendered(everywhere("iets", blocks=(Paragraph(pieces),)), form)

    assert PLACES[form] in places(form, data, ["Anneke de Vries"])


@pytest.mark.parametrize("form", [Format.ODT, Format.DOCX])
@pytest.mark.parametrize("part", ["Anneke.txt", "extra.xml"])
def test_a_part_that_was_added_is_read(form, part):
    target = BytesIO(rendered(work_report(clean(filled_session())), form))
    with ZipFile(target, "a") as archive:
        archive.writestr(part, '<a door="Anneke"/>')

    found = places(form, target.getvalue(), ["Anneke"])
    assert found == ("een los onderdeel van het bestand",)
