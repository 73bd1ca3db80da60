from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from beraad.errors import Solvable
from beraad.privacy.clean import clean
from beraad.report.compose import work_report
from beraad.report.formats import Format, rendered
from beraad.report.inspecting import inspect, readable
from beraad.report.pdf.inspecting import inspect_pdf
from tests.builders import filled_session

KINDS = (Format.PDF, Format.HTML, Format.ODT, Format.DOCX)


@pytest.fixture(scope="module")
def made():
    document = work_report(clean(filled_session()))
    return {form: rendered(document, form) for form in KINDS}


def inspected(tmp_path, data, form):
    path = tmp_path / f"verslag.{form}"
    path.write_bytes(data)
    return inspect(path)


def failing(inspection):
    return [check.subject for check in inspection.checks if not check.holds]


@pytest.mark.parametrize("form", KINDS)
def test_what_we_make_is_as_it_should_be(tmp_path, made, form):
    inspection = inspected(tmp_path, made[form], form)

    assert not failing(inspection)
    assert inspection.holds
    assert "Afspraken" in inspection.text
    assert "bestaanszekerheid" in inspection.text.casefold()


@pytest.mark.parametrize("form", KINDS)
@pytest.mark.parametrize("data", [b"", b"zomaar wat", b"%PDF-1.7\n", b"PK\x03\x04"])
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path, form, data):
    if form is Format.HTML:
        assert failing(inspected(tmp_path, data, form))
        return
    with pytest.raises(Solvable):
        inspected(tmp_path, data, form)


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(Solvable):
        inspect(tmp_path / "weg.pdf")


@pytest.mark.parametrize(("name", "can"), [("a.pdf", True), ("a.ODT", True), ("a.md", False)])
def test_only_documents_are_inspected(tmp_path, name, can):
    assert readable(tmp_path / name) is can


def changed_pdf(data, change):
    target = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


def add_author(pdf):
    pdf.docinfo["/Author"] = String("Iemand")


def attach(pdf):
    pdf.attachments["los.txt"] = b"erbij"


def add_link(pdf):
    action = Dictionary(S=Name.URI, URI=String("https://voorbeeld.invalid"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


def forget_language(pdf):
    del pdf.Root.Lang


def hide_title(pdf):
    del pdf.Root.ViewerPreferences


def take_out_font(pdf):
    for font in pdf.pages[0].resources.Font.values():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        for key in ("/FontFile2", "/FontFile", "/FontFile3"):
            if key in inner.FontDescriptor:
                del inner.FontDescriptor[key]


def draw_unmarked(pdf):
    page = pdf.pages[0]
    font = next(iter(page.resources.Font.keys()))
    page.contents_add(f"BT {font} 9 Tf (x) Tj ET".encode())


def forget_scope(pdf):
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and found.get("/S") == Name.TH:
            del found.A


def forget_norm(pdf):
    told = pdf.Root.Metadata.read_bytes().replace(b"<pdfaid:part>2<", b"<pdfaid:part>9<")
    pdf.Root.Metadata.write(told)


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        (add_author, "Maker en sporen"),
        (attach, "Bijlagen, scripts en verwijzingen naar buiten"),
        (add_link, "Bijlagen, scripts en verwijzingen naar buiten"),
        (forget_language, "Taal"),
        (hide_title, "Titel"),
        (take_out_font, "Lettertypen"),
        (draw_unmarked, "Tags voor wie luistert"),
        (forget_scope, "Tabellen"),
        (forget_norm, "Norm"),
    ],
)
def test_what_is_wrong_in_a_pdf_is_seen(made, change, subject):
    assert failing(inspect_pdf(changed_pdf(made[Format.PDF], change))) == [subject]


def outward():
    return Dictionary(S=Name.URI, URI=String("https://voorbeeld.invalid"))


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, []),
        ({"PA": outward}, ["Bijlagen, scripts en verwijzingen naar buiten"]),
        (
            {"AA": lambda: Dictionary(E=outward())},
            ["Bijlagen, scripts en verwijzingen naar buiten"],
        ),
    ],
    ids=["nothing more", "an action of its address", "an action of its own"],
)
@pytest.mark.parametrize("how", ["place", "action"])
def test_a_link_within_a_pdf_is_fine_as_long_as_it_does_nothing_else(made, more, found, how):
    def plant(pdf):
        place = Array([pdf.pages[0].obj, Name.Fit])
        led = {"Dest": place} if how == "place" else {"A": Dictionary(S=Name.GoTo, D=place)}
        also = {name: make() for name, make in more.items()}
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], **led, **also)
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])

    assert failing(inspect_pdf(changed_pdf(made[Format.PDF], plant))) == found


def test_what_follows_a_link_within_a_pdf_is_seen(made):
    def plant(pdf):
        place = Array([pdf.pages[0].obj, Name.Fit])
        action = Dictionary(S=Name.GoTo, D=place, Next=outward())
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])

    assert failing(inspect_pdf(changed_pdf(made[Format.PDF], plant))) == [
        "Bijlagen, scripts en verwijzingen naar buiten"
    ]


def changed_zip(data, *, part, before, after):
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                assert before in content
                content = content.replace(before, after)
            new.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("form", "part", "before", "after", "subject"),
    [
        (Format.ODT, "meta.xml", b"<dc:title>", b"<dc:creator>Ik</dc:creator><dc:title>", "Maker"),
        (Format.ODT, "styles.xml", b'fo:language="nl"', b'fo:language="en"', "Taal"),
        (Format.ODT, "content.xml", b"table:table-header-rows", b"table:table-rows", "Tabellen"),
        (Format.ODT, "content.xml", b"<text:h ", b"<text:p ", None),
        (
            Format.DOCX,
            "docProps/core.xml",
            b"<dc:title>",
            b"<dc:creator>Ik</dc:creator><dc:title>",
            "Maker",
        ),
        (Format.DOCX, "word/styles.xml", b'w:val="nl-NL"', b'w:val="en-GB"', "Taal"),
        (Format.DOCX, "word/document.xml", b"tblHeader", b"tblNiets", "Tabellen"),
    ],
)
def test_what_is_wrong_in_an_office_file_is_seen(
    tmp_path, made, form, part, before, after, subject
):
    data = changed_zip(made[form], part=part, before=before, after=after)
    if subject is None:
        with pytest.raises(Solvable):
            inspected(tmp_path, data, form)
        return
    assert [each.split()[0] for each in failing(inspected(tmp_path, data, form))] == [subject]


def test_a_picture_of_the_text_in_a_word_file_is_seen(tmp_path, made):
    target = BytesIO(made[Format.DOCX])
    with ZipFile(target, "a") as archive:
        archive.writestr("docProps/thumbnail.jpeg", b"plaatje")

    assert failing(inspected(tmp_path, target.getvalue(), Format.DOCX)) == [
        "Miniaturen en bijlagen"
    ]


@pytest.mark.parametrize(
    ("before", "after", "subject"),
    [
        (b'lang="nl-NL"', b'lang="en"', "Taal"),
        (b'<th scope="col">', b"<th>", "Tabellen"),
        (b"</head>", b'<meta name="author" content="x"></head>', "Maker en sporen"),
        (b"</head>", b"<script></script></head>", "Scripts en verwijzingen naar buiten"),
        (
            b"</head>",
            b'<link href="https://voorbeeld.invalid/x.css"></head>',
            "Scripts en verwijzingen naar buiten",
        ),
    ],
)
def test_what_is_wrong_in_a_web_page_is_seen(tmp_path, made, before, after, subject):
    page = made[Format.HTML]
    assert before in page

    assert failing(inspected(tmp_path, page.replace(before, after), Format.HTML)) == [subject]
