"""Reading back what those present wrote in a concept."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest

from beraad.cli import main
from beraad.privacy.clean import clean
from beraad.report import pdf
from beraad.report.compose import short_report, stamped
from beraad.report.edition import Edition
from beraad.report.inspecting.reactions import Written, written_in
from beraad.report.office import docx, odt
from beraad.report.returned import Kind
from tests.builders import filled_session
from tests.report import hostile_files

MARK = Edition(number=1, final=False, made_on=date(2026, 11, 20), room_for_reactions=True)
CONCEPT = stamped(short_report(clean(filled_session())), MARK)
RENDERERS = {".docx": docx.render, ".odt": odt.render, ".pdf": pdf.render}
forms = pytest.mark.parametrize("kind", RENDERERS)
REMARK = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="Anneke de Vries"><w:p><w:r><w:t>Klopt niet.</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)
STYLED = '<w:pStyle w:val="Schrijfregel"></w:pStyle>'


def typed(data, text, *, remark="Klopt niet."):
    """A PDF as a program saves it after somebody typed in each field and put a note beside it."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as made:
        for field in made.Root.AcroForm.Fields:
            field.V = pikepdf.String(text)
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            T="Anneke de Vries",
            Contents=remark,
            Rect=[0, 0, 9, 9],
        )
        first = made.pages[0].obj
        first.Annots = pikepdf.Array([*first.get("/Annots", []), made.make_indirect(note)])
        made.save(target)
    return target.getvalue()


def filled_in(kind, text):
    """The concept with this text on the first line under each question."""
    if kind == ".pdf":
        return typed(RENDERERS[kind](CONCEPT), text)
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


@forms
def test_what_was_written_is_read_after_what_was_asked(kind):
    found = written_in(kind, filled_in(kind, "De termijn is zes weken."), Kind.REACTION)

    asked = ["Mijn rol", "Wat klopt niet?", "Wat mist er?", "Wat is te herkenbaar?"]
    assert [one.label for one in found][:4] == asked
    assert {one.text for one in found[:4]} == {"De termijn is zes weken."}
    assert [one.name for one in found][:4] == [f"reactie-{number}" for number in range(1, 5)]


@forms
def test_a_concept_that_was_left_empty_holds_nothing(kind):
    assert written_in(kind, RENDERERS[kind](CONCEPT), Kind.REACTION) == ()


def test_a_word_file_that_lost_its_tags_still_tells_what_was_written():
    """LibreOffice keeps the lines under each question when it saves a Word file."""
    made = BytesIO()
    with ZipFile(BytesIO(filled_in(".docx", "De hond mist."))) as source, ZipFile(made, "w") as to:
        for name in source.namelist():
            data = re.sub(r"<w:tag [^>]*></w:tag>", "", source.read(name).decode())
            to.writestr(name, data)

    found = written_in(".docx", made.getvalue(), Kind.REACTION)

    assert [(one.label, one.name) for one in found][:2] == [
        ("Mijn rol", "reactie-1"),
        ("Wat klopt niet?", "reactie-2"),
    ]
    assert [one.text for one in found] == ["De hond mist."] * 4 + ["Klopt niet."]
    assert [one for one in written_in(".docx", made.getvalue(), Kind.ANSWER) if one.name] == []


@forms
def test_what_was_asked_for_something_else_is_left_out(kind):
    found = written_in(kind, filled_in(kind, "jurist"), Kind.ANSWER)

    assert [one.text for one in found if one.name] == []


@pytest.mark.parametrize("kind", [".docx", ".pdf"])
def test_a_remark_in_the_margin_is_read_without_who_made_it(tmp_path, capsys, kind):
    path = tmp_path / f"concept{kind}"
    path.write_bytes(filled_in(kind, "jurist"))

    assert main(["reacties", str(path)]) == 0

    told = capsys.readouterr().out
    assert "Mijn rol\n  jurist" in told
    place = "op bladzijde 1" if kind == ".pdf" else "in de kantlijn"
    assert f"Opmerking {place}\n  Klopt niet." in told
    assert "Anneke" not in told


@forms
def test_a_name_where_a_role_was_asked_is_not_told(tmp_path, capsys, kind):
    path = tmp_path / f"concept{kind}"
    path.write_bytes(filled_in(kind, "Anneke de Vries"))

    assert main(["reacties", str(path)]) == 0

    role, _, rest = capsys.readouterr().out.partition("Wat klopt niet?")
    assert "Anneke" not in role
    assert "hier staat een naam" in role
    assert "Anneke de Vries" in rest


def test_a_remark_in_word_says_which_words_it_is_about():
    body = (
        '<w:p><w:r><w:t>Er is </w:t></w:r><w:commentRangeStart w:id="0"/>'
        "<w:r><w:t>vier </w:t></w:r>"
        '<w:r><w:t>weken</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:t> tijd.</w:t></w:r></w:p>'
    )
    data = hostile_files.docx(body.encode(), ("word/comments.xml", REMARK.encode()))

    assert written_in(".docx", data, Kind.REACTION) == (
        Written("Opmerking bij “vier weken”", "Klopt niet."),
    )


def test_a_remark_in_odt_says_which_paragraph_it_is_about():
    data = hostile_files.odt(
        b'<office:text xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><text:p>Er is <text:span>vier weken'
        b"<office:annotation><dc:creator>Anneke de Vries</dc:creator><text:p>Klopt niet.</text:p>"
        b"</office:annotation></text:span> tijd.</text:p></office:text>"
    )

    assert written_in(".odt", data, Kind.REACTION) == (
        Written("Opmerking bij “Er is vier weken tijd.”", "Klopt niet."),
    )


@pytest.mark.parametrize("range_end", [b"", b'<office:annotation-end office:name="1"/>'])
@pytest.mark.parametrize(
    "remark",
    [
        b"<text:p>Klopt niet.</text:p>",
        b"<text:list><text:list-item><text:p>Klopt niet.</text:p></text:list-item></text:list>",
    ],
)
def test_a_remark_inside_a_field_of_odt_is_no_part_of_what_was_filled_in(remark, range_end):
    data = hostile_files.odt(
        b'<office:text xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        b'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b'<text:section text:name="reactie-1 Mijn rol"><text:p>jurist'
        b'<office:annotation office:name="1"><dc:creator>Anneke de Vries</dc:creator>'
        b"<dc:date>2026-11-20T10:00:00</dc:date>"
        b"<meta:creator-initials>AdV</meta:creator-initials>"
        + remark
        + b"</office:annotation> hier"
        + range_end
        + b"</text:p></text:section></office:text>"
    )

    read = written_in(".odt", data, Kind.REACTION)

    assert read == (
        Written("Mijn rol", "jurist hier", "reactie-1"),
        Written("Opmerking bij “jurist hier”", "Klopt niet."),
    )


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("concept.pdf", b"%PDF-1.7", "geen heel PDF-bestand"),
        ("concept.md", b"# Verslag", "alleen met PDF, Word en ODT"),
        ("concept.docx", b"PK", "geen heel DOCX-bestand"),
        ("concept.odt", b"", "geen heel ODT-bestand"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, capsys, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)

    assert main(["reacties", str(path)]) == 1

    assert said in capsys.readouterr().err


def circle(field):
    field.Parent = field
    del field.V, field.TU


def long(field):
    field.V = pikepdf.String("a" * 2_000_000)


def no_text(field):
    field.V = pikepdf.Array([1, 2])


def packed(field, pdf):
    field.V = pdf.make_indirect(pikepdf.Stream(pdf, b"0" * 30_000_000))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(circle, ""), (no_text, ""), (long, "meer dan 1.500.000 tekens"), (packed, "veel te groot")],
)
def test_a_field_that_asks_too_much_is_refused_or_passed_over(tmp_path, capsys, spoil, said):
    path = tmp_path / "concept.pdf"
    with pikepdf.open(BytesIO(RENDERERS[".pdf"](CONCEPT))) as made:
        fields = made.Root.AcroForm.Fields
        fields[3].V = pikepdf.String("de leeftijd")
        if spoil is packed:
            spoil(fields[1], made)
        else:
            spoil(fields[1])
        made.save(path)

    assert main(["reacties", str(path)]) == (1 if said else 0)

    told = capsys.readouterr()
    assert said in told.err
    assert said or told.out == "Wat is te herkenbaar?\n  de leeftijd\n\n"
