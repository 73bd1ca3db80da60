"""A word that had to be gone is found in every format, in what is shown and beside it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from beraad.privacy.clean import clean
from beraad.report.blocks import Look, Paragraph, Run
from beraad.report.compose import work_report
from beraad.report.export import Format, rendered
from beraad.report.proof import verify
from tests.builders import filled_session
from tests.report.everywhere import everywhere

FORMATS = [Format.PDF, Format.MARKDOWN, Format.HTML, Format.ODT, Format.DOCX]
WHOLE, TEXT = "het bestand", "de tekst in het bestand"
PLACES = dict.fromkeys(FORMATS, TEXT) | {Format.MARKDOWN: WHOLE, Format.HTML: WHOLE}
each = pytest.mark.parametrize("form", FORMATS)


def proof(tmp_path, form, data, words):
    path = tmp_path / f"verslag.{form}"
    path.write_bytes(data)
    return verify(path, everywhere("iets"), data, words)


@each
@pytest.mark.parametrize("name", ["Li", "Jo", "Ty", "Em", "Td", "Do"])
def test_a_short_name_is_not_found_in_the_codes_of_a_file(tmp_path, form, name):
    innocent = rendered(everywhere("iets"), form)
    assert proof(tmp_path, form, innocent, [name]).holds

    told = rendered(everywhere(f"Gisteren belde {name} weer."), form)
    assert PLACES[form] in proof(tmp_path, form, told, [name]).places


@each
@pytest.mark.parametrize("name", ["Łukasz", "Zoë d'Arc", "De Wit & Zn"])
def test_a_word_in_the_text_is_found(tmp_path, form, name):
    data = rendered(everywhere(f"Gisteren belde {name} weer."), form)

    assert PLACES[form] in proof(tmp_path, form, data, [name]).places
    assert proof(tmp_path, form, data, ["Anneke"]).holds


@pytest.mark.parametrize("form", [Format.PDF, Format.HTML, Format.ODT, Format.DOCX])
@pytest.mark.parametrize(
    "pieces",
    [(Run("Anneke "), Run("de Vries", Look.STRONG)), (Run("Anneke", Look.MUTED), Run(" de Vries"))],
)
def test_a_name_in_two_looks_is_one_name(tmp_path, form, pieces):
    data = rendered(everywhere("iets", blocks=(Paragraph(pieces),)), form)

    assert PLACES[form] in proof(tmp_path, form, data, ["Anneke de Vries"]).places


@pytest.mark.parametrize("form", [Format.ODT, Format.DOCX])
@pytest.mark.parametrize("part", ["Anneke.txt", "extra.xml"])
def test_a_part_that_was_added_is_read(tmp_path, form, part):
    target = BytesIO(rendered(work_report(clean(filled_session())), form))
    with ZipFile(target, "a") as archive:
        archive.writestr(part, '<a door="Anneke"/>')

    found = proof(tmp_path, form, target.getvalue(), ["Anneke"])
    assert found.places == ("een los onderdeel van het bestand",)
