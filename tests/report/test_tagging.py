"""The tagging layer by itself: a canvas, tags, and nothing of Beraad."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zlib import compress

import page
import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from beraad.report.pdf.fonts import Face, register
from beraad.report.pdf.tagging import About, Marks, Tag, accessible
from beraad.report.pdf.tagging.streams import settle_ends

ABOUT = About(title="Proef & <meer>", language="nl-NL", dated=date(2026, 11, 16))


def drawn(draw, about=ABOUT):
    register()
    target = BytesIO()
    canvas = Canvas(target, invariant=1, pdfVersion=(1, 7), initialFontName=Face.REGULAR)
    marks = Marks(canvas)
    draw(canvas, marks)
    canvas.showPage()
    canvas.save()
    return accessible(target.getvalue(), marks.structure(), about)


def one_line(text):
    def draw(canvas, marks):
        with marks.content(Tag("Document").child("P")):
            canvas.drawString(72, 700, text)

    return drawn(draw)


def kinds(element):
    return [str(kid.S)[1:] for kid in element.K if "/S" in kid]


def test_the_smallest_file_keeps_both_standards():
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(one_line("Hallo"), profile=profile).failures == []


def test_what_is_drawn_outside_a_tag_is_found_by_the_checker():
    def draw(canvas, marks):
        with marks.content(Tag("Document").child("P")):
            canvas.drawString(72, 700, "wel")
        canvas.drawString(72, 600, "niet")

    rules = {
        fault.rule_id for fault in page.validate_pdf_bytes(drawn(draw), profile="ua1").failures
    }
    assert any("CONTENT" in rule for rule in rules)


def test_a_tag_keeps_its_place_when_it_goes_on_over_the_page():
    root = Tag("Document")
    first, second = root.child("P"), root.child("P")

    def draw(canvas, marks):
        for tag in (first, second):
            with marks.content(tag):
                canvas.drawString(72, 700, "een")
        canvas.showPage()
        canvas.setFont(Face.REGULAR, 10)
        with marks.content(first):
            canvas.drawString(72, 700, "twee")

    with pikepdf.open(BytesIO(drawn(draw))) as pdf:
        document = pdf.Root.StructTreeRoot.K
        marks = [(kid.Pg.StructParents, kid.MCID) for kid in document.K[0].K]

        assert kinds(document) == ["P", "P"]
        assert marks == [(0, 0), (1, 0)]
        assert len(pdf.Root.StructTreeRoot.ParentTree.Nums[3]) == 1


def test_an_empty_cell_still_has_its_place():
    row = Tag("Document").child("Table").child("TR")
    empty, full = row.child("TD"), row.child("TD")

    def draw(canvas, marks):
        marks.place(empty)
        with marks.content(full):
            canvas.drawString(72, 700, "vol")

    with pikepdf.open(BytesIO(drawn(draw))) as pdf:
        (row_element,) = pdf.Root.StructTreeRoot.K.K[0].K

        assert kinds(row_element) == ["TD", "TD"]
        assert [len(cell.K) for cell in row_element.K] == [0, 1]


@pytest.mark.parametrize("end", [b"\r", b"\n"])
@pytest.mark.parametrize("is_font", [True, False])
def test_no_stream_ends_in_what_looks_like_a_line_end(end, is_font):
    data = next(
        text
        for text in (f"BT ET {number}".encode() for number in range(5_000))
        if compress(text)[-1:] == end
    )
    pdf = pikepdf.new()
    stream = pikepdf.Stream(pdf, data)
    if is_font:
        stream.Length1 = len(data)
    pdf.Root.Proef = pdf.make_indirect(stream)

    settle_ends(pdf)

    settled = pdf.Root.Proef.read_bytes()
    assert compress(settled)[-1:] not in {b"\r", b"\n"}
    assert settled.rstrip(b"\1\n") == data
    assert not is_font or stream.Length1 == len(settled)


def test_the_same_drawing_gives_the_same_bytes():
    assert one_line("Hallo") == one_line("Hallo")


def test_properties_may_hold_any_sign():
    with pikepdf.open(BytesIO(one_line("Hallo"))) as pdf:
        assert str(pdf.docinfo.Title) == ABOUT.title
        with pdf.open_metadata() as told:
            assert told["dc:title"] == ABOUT.title
