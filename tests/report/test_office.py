"""OpenDocument and Word: whole, well formed, and with nothing in them that nobody asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from beraad.privacy.clean import clean, clean_signal
from beraad.report.blocks import Heading, Paragraph, RowGroup, Run, Table
from beraad.report.compose import short_report, signal_report, stamped, work_report
from beraad.report.edition import Edition
from beraad.report.house.style import House, Logo, LogoKind
from beraad.report.office import docx, odt
from beraad.report.plain import paragraphs
from beraad.report.visible import visible
from tests.builders import empty_session, filled_session
from tests.report.everywhere import everywhere
from tests.report.hostile import HOSTILE_TEXTS
from tests.report.reading import without_spaces
from tests.report.test_house_style import png

DOCUMENTS = {
    "werkverslag": work_report(clean(filled_session())),
    "leeg": work_report(clean(empty_session())),
    "signaal": signal_report(clean_signal(filled_session())),
    "overal": everywhere("Łukasz, Ğizem en Gyōző wegen af"),
}
documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
both = pytest.mark.parametrize("render", [odt.render, docx.render], ids=["odt", "docx"])
XLINK = "{http://www.w3.org/1999/xlink}href"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
O = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"  # noqa: E741
TEXT, TABLE, STYLE, FO, META = (
    O % name for name in ("text", "table", "style", "xsl-fo-compatible", "meta")
)
PARTS = {
    odt.render: ["mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml"],
    docx.render: [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/fontTable.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/footer1.xml",
    ],
}


def parts(data):
    parser = etree.XMLParser(huge_tree=True)
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {
            name: etree.fromstring(archive.read(name), parser)
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def body_of(data):
    found = parts(data)
    return found["content.xml"] if "content.xml" in found else found["word/document.xml"]


def shown(tree):
    for space in tree.iter(f"{TEXT}s"):
        space.text = " "
    return without_spaces("".join(tree.itertext()))


@both
@documents
def test_everything_is_in_the_text_in_order(render, document):
    shown_text = shown(body_of(render(document)))
    place = 0

    for text in [*paragraphs(document)]:
        if text == document.furniture.foot:
            continue
        place = shown_text.index(without_spaces(visible(text)), place)


@both
@documents
def test_nothing_comes_along(render, document):
    with ZipFile(BytesIO(render(document))) as archive:
        assert archive.namelist() == PARTS[render]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not archive.comment
        told = archive.read("meta.xml" if render is odt.render else "docProps/core.xml").decode()
        everything = "".join(archive.read(name).decode() for name in archive.namelist())

    for trace in (
        "creator",
        "generator",
        "initial",
        "lastModifiedBy",
        "revision",
        "editing",
        "print",
    ):
        assert trace not in told
    for trace in ("rsid", "comment", "customXml", "tracked", "Thumbnail"):
        assert trace not in everything
    assert "2026-11-16T00:00:00" in told


@both
def test_the_same_document_gives_the_same_bytes(render):
    assert render(DOCUMENTS["werkverslag"]) == render(DOCUMENTS["werkverslag"])


@both
@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def test_what_people_wrote_is_text_and_nothing_else(render, text):
    tree = body_of(render(everywhere(text)))
    usual = {element.tag for element in body_of(render(everywhere("woord  woord "))).iter()}
    usual |= {f"{W}bidi", f"{W}rtl"}

    assert {element.tag for element in tree.iter()} <= usual
    assert without_spaces(visible(text)) in shown(tree)


def test_an_odt_says_first_what_it_is():
    with ZipFile(BytesIO(odt.render(DOCUMENTS["leeg"]))) as archive:
        first = archive.infolist()[0]

        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read(first) == b"application/vnd.oasis.opendocument.text"


def test_every_style_that_is_used_in_an_odt_exists():
    found = parts(odt.render(DOCUMENTS["overal"]))
    known = {
        e.get(f"{STYLE}name")
        for part in found.values()
        for e in part.iter()
        if e.get(f"{STYLE}name")
    }
    used = {
        value
        for e in found["content.xml"].iter()
        for key, value in e.attrib.items()
        if key in {f"{TEXT}style-name", f"{TABLE}style-name"}
    }

    assert used <= known


def test_every_style_that_is_used_in_word_exists():
    found = parts(docx.render(DOCUMENTS["overal"]))
    known = {e.get(f"{W}styleId") for e in found["word/styles.xml"].iter(f"{W}style")}
    names = {f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"}
    used = {e.get(f"{W}val") for e in found["word/document.xml"].iter() if e.tag in names}

    assert used <= known


def test_headings_have_levels():
    content = parts(odt.render(DOCUMENTS["werkverslag"]))["content.xml"]
    levels = [int(e.get(f"{TEXT}outline-level")) for e in content.iter(f"{TEXT}h")]
    word = parts(docx.render(DOCUMENTS["werkverslag"]))["word/document.xml"]
    styles = [e.get(f"{W}val") for e in word.iter(f"{W}pStyle")]

    assert levels[:2] == [1, 2]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {"Heading1", "Heading2", "Heading3", "Kopinkader"} <= set(styles)


def test_tables_have_a_header_row_and_all_their_cells():
    content = parts(odt.render(DOCUMENTS["werkverslag"]))["content.xml"]
    for table in content.iter(f"{TABLE}table"):
        width = len(table.findall(f"{TABLE}table-column"))
        assert len(table.findall(f"{TABLE}table-header-rows/{TABLE}table-row")) == 1
        for row in table.iter(f"{TABLE}table-row"):
            assert len(row) == width

    word = parts(docx.render(DOCUMENTS["werkverslag"]))["word/document.xml"]
    for table in word.iter(f"{W}tbl"):
        width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert {len(row.findall(f"{W}tc")) for row in rows} == {width}
        assert all(cell.findall(f"{W}p") for cell in table.iter(f"{W}tc"))


def test_the_language_is_dutch():
    style = parts(odt.render(DOCUMENTS["leeg"]))["styles.xml"]
    (said,) = [e for e in style.iter() if e.get(f"{FO}language")]
    word = parts(docx.render(DOCUMENTS["leeg"]))["word/styles.xml"]

    assert (said.get(f"{FO}language"), said.get(f"{FO}country")) == ("nl", "NL")
    assert [e.get(f"{W}val") for e in word.iter(f"{W}lang")] == ["nl-NL"]


def styled(render):
    """By name what each style of paragraphs is based on, and what it says of itself."""
    found = parts(render(DOCUMENTS["werkverslag"]))
    if render is docx.render:
        return {
            style.find(f"{W}name").get(f"{W}val"): (
                [based.get(f"{W}val") for based in style.iter(f"{W}basedOn")],
                {e.tag.removeprefix(W) for e in style.iter() if e.tag != f"{W}lang"},
            )
            for style in found["word/styles.xml"].iter(f"{W}style")
            if style.get(f"{W}type") == "paragraph"
        }
    return {
        style.get(f"{STYLE}name").replace("_20_", " "): (
            [based for based in [style.get(f"{STYLE}parent-style-name")] if based],
            {key for e in style.iter() for key in e.attrib},
        )
        for style in found["styles.xml"].iter(f"{STYLE}style")
        if style.get(f"{STYLE}family") == "paragraph"
    }


def test_a_municipality_changes_one_style_to_change_all_text():
    for render, normal, font in (
        (docx.render, "Normal", "rFonts"),
        (odt.render, "Standard", f"{STYLE}font-name"),
    ):
        found = styled(render)
        others = {name: based for name, (based, _) in found.items() if name != normal}

        assert all(others.values())
        assert [name for name, (_, said) in found.items() if font in said] == [normal]


def test_styles_have_the_names_that_word_processors_know():
    assert {
        "Normal",
        "heading 1",
        "heading 2",
        "Body Text",
        "List Bullet",
        "Quote",
        "footer",
    } <= set(styled(docx.render))
    assert {
        "Standard",
        "Heading 1",
        "Heading 2",
        "Text body",
        "List 1",
        "Quotations",
        "Footer",
    } <= set(styled(odt.render))
    assert styled(docx.render)["Kop in kader"][0] == ["Heading2"]
    assert styled(odt.render)["Kop in kader"][0] == ["Heading_20_2"]


def test_another_letter_is_named_for_who_has_not_ours():
    named = ZipFile(BytesIO(docx.render(DOCUMENTS["leeg"]))).read("word/fontTable.xml")
    assert b"Liberation Sans" in named
    looks = ZipFile(BytesIO(odt.render(DOCUMENTS["leeg"]))).read("styles.xml")
    assert b"Arial, Liberation Sans" in looks


@both
def test_a_long_role_is_never_torn(render):
    role = "arbeidsdeskundige/re-integratieconsulent"
    row = RowGroup(((Run("Bellen"),),), ((((Run(role),),), ((Run("morgen"),),)),))
    table = Table(("Wat", "Wie", "Wanneer"), (row,), (0.6, 0.1, 0.3))
    body = body_of(render(everywhere("Kort", blocks=(table,))))
    content = parts(render(everywhere("Kort", blocks=(table,)))).get("content.xml")
    if content is None:
        widths = [int(e.get(f"{W}w")) / 567 for e in body.iter(f"{W}gridCol")]
    else:
        columns = [e for e in content.iter() if e.get(f"{STYLE}column-width")]
        widths = [float(e.get(f"{STYLE}column-width").removesuffix("cm")) for e in columns]

    assert widths[1] >= min(len(role) * 0.185, 0.36 * 16.5)
    assert sum(widths) == pytest.approx(16.5, abs=0.1)


@both
def test_the_foot_counts_pages(render):
    with ZipFile(BytesIO(render(DOCUMENTS["werkverslag"]))) as archive:
        told = archive.read("styles.xml" if render is odt.render else "word/footer1.xml").decode()

    assert " van " in told
    assert "page-count" in told or "NUMPAGES" in told


@both
def test_the_logo_stands_above_the_text_with_its_words(render):
    logo = Logo(data=png(), kind=LogoKind.PNG, width=4, height=2, alternative="Wapen van Duinwijk")
    data = render(replace(DOCUMENTS["leeg"], house=House(logo=logo)))
    with ZipFile(BytesIO(data)) as archive:
        (picture,) = [name for name in archive.namelist() if name.endswith("logo.png")]

        assert archive.read(picture) == png()
    first = next(body_of(data).iter(f"{TEXT}p", f"{W}p"))
    assert "Wapen van Duinwijk" in etree.tostring(first).decode()


@both
def test_the_properties_say_how_it_is_filed(render):
    mark = Edition(number=2, final=False, made_on=date(2026, 11, 20))
    with ZipFile(BytesIO(render(stamped(DOCUMENTS["werkverslag"], mark)))) as archive:
        told = archive.read("meta.xml" if render is odt.render else "docProps/custom.xml").decode()

    for said in ("Werkverslag moreel beraad", "concept 2", "2027-05-01", "Vertrouwelijk"):
        assert said in told


@both
def test_what_was_cut_leads_to_where_it_stands(render):
    blocks = (Paragraph((Run("meer onder Dialoog", to="Dialoog"),)), Heading(1, "Dialoog"))
    tree = body_of(render(everywhere("Kort", blocks=blocks)))
    links = [e.get(f"{W}anchor") for e in tree.iter(f"{W}hyperlink")]
    links += [e.get(XLINK).removeprefix("#") for e in tree.iter(f"{TEXT}a")]
    places = [e.get(f"{W}name") for e in tree.iter(f"{W}bookmarkStart")]
    places += [e.get(f"{TEXT}name") for e in tree.iter(f"{TEXT}bookmark")]

    assert links == ["deel_dialoog"]
    assert "deel_dialoog" in places


def test_word_is_told_which_way_a_text_runs():
    tree = body_of(docx.render(everywhere("Kort", blocks=(Paragraph((Run("שלום לכולם"),)),))))

    (turned,) = [p for p in tree.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert turned.find(f".//{W}rtl") is not None


def test_tables_say_what_they_are_of():
    word = parts(docx.render(DOCUMENTS["werkverslag"]))["word/document.xml"]
    text = parts(odt.render(DOCUMENTS["werkverslag"]))["content.xml"]

    captions = [e.get(f"{W}val") for e in word.iter(f"{W}tblCaption")]
    assert "Perspectieven, waarden en normen" in captions
    assert [e.text for e in text.iter(f"{TABLE}title")] == captions


def test_what_has_to_stay_short_has_a_sheet_of_its_own():
    short = short_report(clean(filled_session()))
    roomy = replace(short, is_short=False)

    for document, margin in ((short, 964), (roomy, 1276)):
        body = body_of(docx.render(document))
        assert body.find(f".//{W}pgMar").get(f"{W}left") == str(margin)
        widths = [int(one.get(f"{W}w")) for one in body.findall(f".//{W}tblW")]
        assert widths
        assert all(abs(width - (11906 - 2 * margin)) < 6 for width in widths)
        looks = parts(odt.render(document))["styles.xml"]
        page = looks.find(f".//{STYLE}page-layout-properties")
        assert page.get(f"{FO}margin") == f"{margin / 567:.3g}cm"
