"""OpenDocument and Word: whole, well formed, and with nothing in them that nobody asked for."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from beraad.privacy.clean import clean, clean_signal
from beraad.report.compose import signal_report, work_report
from beraad.report.office import docx, odt
from beraad.report.plain import paragraphs
from beraad.report.visible import visible
from tests.builders import empty_session, filled_session
from tests.report.everywhere import everywhere
from tests.report.hostile import HOSTILE_TEXTS
from tests.report.reading import without_spaces

DOCUMENTS = {
    "werkverslag": work_report(clean(filled_session())),
    "leeg": work_report(clean(empty_session())),
    "signaal": signal_report(clean_signal(filled_session())),
    "overal": everywhere("Łukasz, Ğizem en Gyōző wegen af"),
}
documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
both = pytest.mark.parametrize("render", [odt.render, docx.render], ids=["odt", "docx"])
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
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
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
            if name != "mimetype"
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
