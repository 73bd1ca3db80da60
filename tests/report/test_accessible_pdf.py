"""What a voice reads from the PDF, and the verdict of an independent checker."""

from __future__ import annotations

import unicodedata
from datetime import date
from io import BytesIO
from itertools import pairwise

import page
import pikepdf
import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from beraad.assets import FONTS
from beraad.privacy.clean import clean, clean_signal
from beraad.report.blocks import (
    ABOVE,
    Heading,
    Mark,
    OptionPair,
    OptionPanel,
    Paragraph,
    RowGroup,
    Run,
    Table,
    Voices,
    WritingLines,
)
from beraad.report.compose import short_report, signal_report, stamped, work_report
from beraad.report.edition import Edition
from beraad.report.pdf import render
from beraad.report.pdf.glyphs import printable
from beraad.report.plain import paragraphs
from tests.builders import empty_session, filled_session
from tests.report.everywhere import everywhere
from tests.report.hostile import HOSTILE_TEXTS
from tests.report.pictures import heard
from tests.report.reading import without_spaces
from tests.report.structure import as_heard, opened, read_aloud, walked

DOCUMENTS = {
    "werkverslag": work_report(clean(filled_session())),
    "leeg": work_report(clean(empty_session())),
    "signaal": signal_report(clean_signal(filled_session())),
    "overal": everywhere("Łukasz, Ğizem en Gyōző wegen af"),
    "zonder kop": everywhere("Kort", blocks=(Voices("A", "Wachten", (((Run("Nee"),),),)),)),
    "lang": everywhere("woord " * 800),
    "lange tabel": everywhere(
        "Tabel",
        blocks=(
            Table(
                ("Wie", "Wat"),
                tuple(
                    RowGroup(((Run(f"wie {n}"),),), ((((Run(f"wat {n}"),),),), ((),)))
                    for n in range(150)
                ),
                (0.5, 0.5),
            ),
        ),
    ),
}
CONCEPT = Edition(number=1, final=False, made_on=date(2026, 11, 20), room_for_reactions=True)
DOCUMENTS |= {
    "concept": stamped(work_report(clean(filled_session())), CONCEPT),
    "kort concept": stamped(short_report(clean(filled_session())), CONCEPT),
}
documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@documents
def test_an_independent_checker_finds_no_fault(document, profile):
    report = page.validate_pdf_bytes(render(document), profile=profile)

    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def test_hostile_text_costs_no_rule(text):
    data = render(everywhere(text[:5_000]))

    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []


@documents
def test_everything_is_read_aloud_once_in_the_order_of_the_rondes(document):
    with opened(render(document)) as pdf:
        told = read_aloud(pdf)
        drawn = any(element.S == "/Figure" for element in walked(pdf))

    for mark in ("•", "–"):
        told = [text for text in told if text != mark]
    said = [
        as_heard(printable(text)) for text in paragraphs(heard(document) if drawn else document)
    ]
    assert "".join(map(without_spaces, told)) == "".join(map(without_spaces, said))


def test_words_are_apart_where_a_line_ends():
    with opened(render(DOCUMENTS["werkverslag"])) as pdf:
        heard = read_aloud(pdf)

    assert any("geen oordeel over personen" in text for text in heard)


def test_a_table_has_header_cells_that_say_what_they_head():
    with opened(render(DOCUMENTS["lange tabel"])) as pdf:
        (table,) = [element for element in walked(pdf) if element.S == "/Table"]
        head, body = table.K
        rows = list(body.K)

        assert [kid.S for kid in (head, body)] == ["/THead", "/TBody"]
        assert [cell.A.Scope for cell in head.K[0].K] == ["/Column", "/Column"]
        assert len(rows) == 300
        first, second = rows[:2]
        assert [cell.S for cell in first.K] == ["/TH", "/TD"]
        assert (first.K[0].A.Scope, first.K[0].A.RowSpan) == ("/Row", 2)
        assert [cell.S for cell in second.K] == ["/TD"]


def test_a_cell_that_goes_on_spans_its_rows():
    row = ((((Run("waarde"),),), ((Run("norm 1"),),)), (ABOVE, ((Run("norm 2"),),)))
    table = Table(("Wie", "Waarde", "Norm"), (RowGroup(((Run("wie"),),), row),), (0.3, 0.3, 0.4))
    with opened(render(everywhere("Kort", blocks=(table,)))) as pdf:
        (found,) = [element for element in walked(pdf) if element.S == "/Table"]
        first, second = found.K[1].K

        assert [int(cell.A.RowSpan) for cell in first.K if "/RowSpan" in cell.get("/A", {})] == [
            2,
            2,
        ]
        assert [cell.S for cell in second.K] == ["/TD"]


def test_the_letter_of_an_option_is_heard_without_its_shape():
    text = ((Mark("A"), Run(" "), Mark("B"), Run(" of "), Mark("C")),)
    with opened(render(everywhere("Kort", blocks=(Paragraph(*text),)))) as pdf:
        heard = read_aloud(pdf)

    assert "A B of C" in heard


def test_what_leads_to_another_part_can_be_followed():
    blocks = (
        Paragraph((Run("Lees "), Run("meer onder Dialoog", to="Dialoog"), Run("."))),
        Paragraph((Run("nergens heen", to="Bestaat niet"),)),
        Paragraph((Run("woord " * 1200),)),
        Heading(1, "Dialoog"),
    )
    data = render(everywhere("Kort", blocks=blocks))
    with opened(data) as pdf:
        (link,) = [note for page in pdf.pages for note in page.get("/Annots", [])]
        elements = [element for element in walked(pdf) if element.S == "/Link"]
        last = pdf.pages[-1].obj

        assert str(link.Contents) == "Naar Dialoog"
        assert link.Dest[0].objgen == last.objgen
        assert len(elements) == 1
        assert [kid.Type for kid in elements[0].K] == ["/MCR", "/OBJR"]
        assert "Lees meer onder Dialoog." in read_aloud(pdf)
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []


@pytest.mark.parametrize("name", ["concept", "kort concept", "signaal"])
def test_what_can_be_filled_in_is_heard_and_reached_in_the_order_of_reading(name):
    asked = next(block for block in DOCUMENTS[name].blocks if isinstance(block, WritingLines))
    with opened(render(DOCUMENTS[name])) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        laid = [note for page in pdf.pages for note in page.get("/Annots", []) if "/FT" in note]
        heard = [kid.Obj for e in walked(pdf) if e.S == "/Form" for kid in e.K]

        assert [str(field.TU) for field in fields] == [*asked.ticks, *dict(asked.asks)]
        assert len({str(field.T) for field in fields}) == len(fields)
        assert [note.objgen for note in laid] == [field.objgen for field in fields]
        assert [note.objgen for note in heard] == [field.objgen for field in fields]
        assert all(page.Tabs == pikepdf.Name.S for page in pdf.pages)
        assert "/NeedAppearances" not in pdf.Root.AcroForm


def test_a_field_has_a_glyph_for_every_sign_that_can_be_typed_in_it():
    with opened(render(DOCUMENTS["signaal"])) as pdf:
        font = next(iter(pdf.Root.AcroForm.DR.Font.values()))
        program = TTFontFile(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        widths = [float(width) for width in font.Widths]

    whole = TTFontFile(str(FONTS / "Inter-Regular.ttf"))
    for code in range(32, 256):
        sign = bytes((code,)).decode("cp1252", errors="ignore")
        if not unicodedata.category(sign or "\0").startswith("C"):
            assert program.charToGlyph[ord(sign)] > 0, sign
            assert widths[code - 32] == pytest.approx(whole.charWidths[ord(sign)])
            assert program.charWidths[ord(sign)] == pytest.approx(whole.charWidths[ord(sign)])


def test_what_cannot_be_filled_in_carries_no_face_for_it():
    with opened(render(DOCUMENTS["werkverslag"])) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_objects_are_packed():
    data = render(DOCUMENTS["werkverslag"])
    with opened(data) as pdf:
        loose = BytesIO()
        pdf.save(loose, object_stream_mode=pikepdf.ObjectStreamMode.disable)

    assert b"/ObjStm" in data
    assert len(data) < 0.7 * len(loose.getvalue())


def test_titles_follow_each_other_without_a_gap():
    with opened(render(DOCUMENTS["werkverslag"])) as pdf:
        levels = [int(str(e.S)[2:]) for e in walked(pdf) if str(e.S)[:2] == "/H"]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) == {1, 2, 3}
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_act_of_an_option_belongs_to_its_letter():
    left = OptionPanel("A", ((Run("Wel"),),), "Schade", ((Run("geld"),),))
    pair = OptionPair(left, OptionPanel("B", ((Run("Niet"),),)))
    with opened(render(everywhere("Kort", blocks=(pair,)))) as pdf:
        heard = read_aloud(pdf)

    start = next(number for number, text in enumerate(heard) if text.endswith("A"))
    assert heard[start + 1 : start + 5] == ["Wel", "Schade", "–", "geld"]
    assert heard[start + 6] == "Niet"


def test_a_running_line_that_is_cut_is_read_in_full():
    document = everywhere("woord " * 60, blocks=())
    with opened(render(document)) as pdf:
        last = list(walked(pdf))[-1]

        assert str(last.ActualText) == "woord " * 60


def test_the_file_says_what_it_is():
    with opened(render(DOCUMENTS["werkverslag"])) as pdf:
        told = pdf.Root.Metadata.read_bytes().decode()

        assert "<pdfuaid:part>1</pdfuaid:part>" in told
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in told
        assert str(pdf.docinfo.Title) in told
        assert "Author" not in told
        assert pdf.Root.MarkInfo.Marked
        assert {page.Tabs for page in pdf.pages} == {pikepdf.Name.S}


@documents
def test_the_file_is_not_written_anew_for_what_it_says_of_itself(document):
    with opened(render(document)) as pdf:
        assert len(pdf.Root.get("/Padding", ())) < 5
