"""A word that had to be gone is found in whichever corner of a PDF it hides."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream, String

from beraad.privacy.clean import clean
from beraad.report.compose import work_report
from beraad.report.pdf import render
from tests.builders import filled_session
from tests.report.everywhere import everywhere
from tests.report.reading import stray_places

NAME = "Łukasz"


def in_properties(pdf):
    pdf.docinfo.Keywords = String(NAME)


def in_xmp(pdf):
    told = pdf.Root.Metadata.read_bytes().replace(b"</dc:format>", f" {NAME}</dc:format>".encode())
    pdf.Root.Metadata = Stream(pdf, told)


def in_xmp_as_entity(pdf):
    told = pdf.Root.Metadata.read_bytes().replace(b"</dc:format>", b" &#321;ukasz</dc:format>")
    pdf.Root.Metadata = Stream(pdf, told)


def in_the_outline(pdf):
    with pdf.open_outline() as outline:
        outline.root[0].title = f"Over {NAME}"


def in_a_description(pdf):
    pdf.Root.StructTreeRoot.K.K[0].Alt = String(f"Foto van {NAME}")


def in_a_spoken_text(pdf):
    pdf.Root.StructTreeRoot.K.K[0].ActualText = String(NAME)


def in_an_attachment(pdf):
    pdf.attachments["bijlage.txt"] = f"van {NAME}".encode()


def in_the_name_of_an_attachment(pdf):
    pdf.attachments[f"cv {NAME}.txt"] = b"x"


def in_a_stream_nobody_can_decode(pdf):
    pdf.Root.Weg = pdf.make_indirect(Stream(pdf, b"zei Anneke toen", Filter=Name.DCTDecode))


def in_an_annotation(pdf):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 1, 1], Contents=String(NAME))
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([note]))


@pytest.mark.parametrize(
    ("hide", "place"),
    [
        (in_properties, "de eigenschappen van het bestand"),
        (in_xmp, "de eigenschappen van het bestand"),
        (in_xmp_as_entity, "de eigenschappen van het bestand"),
        (in_the_outline, "de bladwijzers"),
        (in_a_description, "het bestand"),
        (in_a_spoken_text, "het bestand"),
        (in_an_attachment, "een bijlage"),
        (in_the_name_of_an_attachment, "een bijlage"),
        (in_a_stream_nobody_can_decode, "het bestand"),
        (in_an_annotation, "het bestand"),
    ],
)
def test_a_word_is_found_beside_the_pages(tmp_path, hide, place):
    document = work_report(clean(filled_session()))
    target = BytesIO()
    with pikepdf.open(BytesIO(render(document))) as pdf:
        hide(pdf)
        pdf.save(target)

    path = tmp_path / "verslag.pdf"
    assert stray_places(path, target.getvalue(), ["Zoë"]) == ()
    assert stray_places(path, target.getvalue(), [NAME, "Anneke"]) == (place,)


def test_a_word_is_found_behind_the_end_of_the_file(tmp_path):
    document = work_report(clean(filled_session()))
    data = render(document) + b"\n% van Anneke\n"

    assert stray_places(tmp_path / "verslag.pdf", data, ["Anneke"]) == ("het bestand",)


@pytest.mark.parametrize("text", ["Łukasz Wiśniewski", "Anneke de Vries-Ğizem", "Zoë"])
@pytest.mark.parametrize("before", range(0, 40, 7))
def test_a_word_drawn_on_a_page_is_found_also_when_it_runs_on_to_the_next_line(
    tmp_path, text, before
):
    drawn = everywhere("woord " * before + text)

    places = stray_places(tmp_path / "verslag.pdf", render(drawn), [text])
    assert "de tekst in het bestand" in places
