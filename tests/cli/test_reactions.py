"""Reading back what those present wrote in a concept."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from beraad.cli import main
from beraad.privacy.clean import clean
from beraad.report.compose import short_report, stamped
from beraad.report.edition import Edition
from beraad.report.inspecting.reactions import written_in
from beraad.report.office import docx, odt
from tests.builders import filled_session

MARK = Edition(number=1, final=False, made_on=date(2026, 11, 20), room_for_reactions=True)
CONCEPT = stamped(short_report(clean(filled_session())), MARK)
RENDERERS = {".docx": docx.render, ".odt": odt.render}
both = pytest.mark.parametrize("kind", RENDERERS)
REMARK = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="Anneke de Vries"><w:p><w:r><w:t>Klopt niet.</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)
STYLED = '<w:pStyle w:val="Schrijfregel"></w:pStyle>'


def filled_in(kind, text):
    """The concept with this text on the first line under each question."""
    target = BytesIO()
    with ZipFile(BytesIO(RENDERERS[kind](CONCEPT))) as source, ZipFile(target, "w") as made:
        for name in source.namelist():
            data = source.read(name).decode()
            if name == "word/document.xml":
                field = (
                    '<w:sdtContent><w:p><w:pPr><w:pStyle w:val="Schrijfregel"></w:pStyle></w:pPr>'
                )
                assert data.count(field) == 4
                data = data.replace(field, f"{field}<w:r><w:t>{text}</w:t></w:r>")
            if name == "content.xml":
                field = 'text:style-name="Ruimte"><text:p text:style-name="Schrijfregel">'
                assert data.count(field) == 4
                data = data.replace(field, f"{field}{text}")
            made.writestr(name, data)
        if kind == ".docx":
            made.writestr("word/comments.xml", REMARK)
    return target.getvalue()


@both
def test_what_was_written_is_read_after_what_was_asked(kind):
    found = written_in(kind, filled_in(kind, "De termijn is zes weken."))

    asked = ["Mijn rol", "Wat klopt niet?", "Wat mist er?", "Wat is te herkenbaar?"]
    assert [one.label for one in found][:4] == asked
    assert {one.text for one in found[:4]} == {"De termijn is zes weken."}


@both
def test_a_concept_that_was_left_empty_holds_nothing(kind):
    assert written_in(kind, RENDERERS[kind](CONCEPT)) == ()


def test_a_remark_in_the_margin_is_read_without_who_made_it(tmp_path, capsys):
    path = tmp_path / "concept.docx"
    path.write_bytes(filled_in(".docx", "jurist"))

    assert main(["reacties", str(path)]) == 0

    told = capsys.readouterr().out
    assert "Mijn rol\n  jurist" in told
    assert "Opmerking in de kantlijn\n  Klopt niet." in told
    assert "Anneke" not in told


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("concept.pdf", b"%PDF-1.7", "alleen uit Word en ODT"),
        ("concept.docx", b"PK", "geen heel DOCX-bestand"),
        ("concept.odt", b"", "geen heel ODT-bestand"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, capsys, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)

    assert main(["reacties", str(path)]) == 1

    assert said in capsys.readouterr().err
