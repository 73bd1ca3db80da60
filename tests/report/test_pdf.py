from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from beraad.privacy.clean import clean, clean_signal
from beraad.records import Agreement, CaseAccount, Id, Norm, Option, Stakeholder, Value
from beraad.report.blocks import Furniture, Matrix, Paragraph, Run, Table
from beraad.report.compose import short_report, signal_report, work_report
from beraad.report.pdf import render, unprintable
from beraad.report.pdf.fonts import Face, register
from beraad.report.pdf.pages import paginated
from beraad.report.pdf.story import story
from beraad.report.pdf.styles import COLUMN_HEIGHT
from beraad.report.plain import paragraphs
from tests.builders import HELD_ON, empty_session, filled_session
from tests.report.everywhere import blocks_with, everywhere
from tests.report.hostile import HOSTILE_TEXTS
from tests.report.pictures import seen
from tests.report.reading import pdf_pages, without_spaces


def report(session):
    return work_report(clean(session))


def with_situation(text):
    session = filled_session()
    return report(replace(session, case=replace(session.case, situation=text)))


def saying(text):
    return everywhere("Kort", blocks=(Paragraph((Run(text),)),))


def body(document):
    """The text of all pages without spaces, without the running head and foot."""
    pages = [without_spaces(page) for page in pdf_pages(render(document))]
    foot, head = without_spaces(document.furniture.foot), without_spaces(document.title)
    parts: list[str] = []
    for number, page in enumerate(pages, start=1):
        told = page.replace(f"{number}van{len(pages)}", "", 1)
        before, _, after = told.rpartition(foot) if foot else ("", "", told)
        parts.append(f"{before}{after}" if number == 1 else f"{before}{after}".removeprefix(head))
    return "".join(parts)


@pytest.mark.parametrize(
    "document",
    [
        report(filled_session()),
        report(empty_session()),
        signal_report(clean_signal(filled_session())),
    ],
    ids=["werkverslag", "leeg", "signaal"],
)
def test_every_paragraph_is_on_the_pages(document):
    text = body(document)

    for paragraph in paragraphs(seen(document)):
        if paragraph != document.furniture.foot:
            assert without_spaces(paragraph) in text


def test_pages_are_numbered_and_name_the_document():
    pages = pdf_pages(render(report(filled_session())))

    assert len(pages) >= 4
    for number, page in enumerate(pages, start=1):
        assert f"{number} van {len(pages)}" in page
        assert "Geen besluit · bewaren tot 1 mei 2027" in page
        assert "Voorschot in de zoekperiode" in page


def test_only_faces_of_inter_are_used_and_all_are_embedded():
    with pikepdf.open(BytesIO(render(report(filled_session())))) as pdf:
        fonts = [
            font
            for page in pdf.pages
            for font in page.Resources.Font.values()
            if font.Subtype == "/TrueType"
        ]
        others = [f for page in pdf.pages for f in page.Resources.Font.values() if f not in fonts]

        assert not others
        assert {str(font.BaseFont).split("+")[1] for font in fonts} <= set(Face)
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert all("/ToUnicode" in font for font in fonts)


def test_the_file_says_nothing_about_who_made_it_or_when():
    data = render(report(filled_session()))
    with pikepdf.open(BytesIO(data)) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}

        assert info == {
            "/Title": "Voorschot in de zoekperiode",
            "/Subject": "Werkverslag moreel beraad: geen besluit en geen oordeel over personen",
            "/Creator": "Beraad",
            "/Producer": "Beraad",
            "/CreationDate": "D:20261116000000Z",
            "/ModDate": "D:20261116000000Z",
        }
        assert pdf.Root.Lang == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.pdf_version == "1.7"
    assert data.count(b"%%EOF") == data.count(b"startxref") == 1


def test_the_same_document_gives_the_same_bytes():
    assert render(report(filled_session())) == render(report(filled_session()))


def test_the_outline_points_to_every_part():
    reader = PdfReader(BytesIO(render(report(filled_session()))))
    top = [item for item in reader.outline if not isinstance(item, list)]

    assert [item.title for item in top][:3] == ["In het kort", "De casus", "Het dilemma"]
    for item in top:
        page = reader.pages[reader.get_destination_page_number(item)]
        assert without_spaces(item.title) in without_spaces(page.extract_text())


def test_no_part_begins_at_the_foot_of_a_page():
    document = report(filled_session())
    titles = {without_spaces(block.text) for block in document.blocks if hasattr(block, "level")}

    for filler in range(0, 40, 3):
        longer = with_situation("Nog een regel.\n" * filler)
        for page in pdf_pages(render(longer)):
            lines = [without_spaces(line) for line in page.splitlines() if line.strip()]
            assert lines[-3] not in titles


def test_the_header_of_a_long_table_is_said_on_every_page():
    rows = range(300)
    session = replace(
        filled_session(),
        stakeholders=tuple(Stakeholder(id=Id(f"s{n}"), name=f"Perspectief {n}") for n in rows),
        values=tuple(
            Value(id=Id(f"v{n}"), stakeholder_id=Id(f"s{n}"), name=f"waarde {n}") for n in rows
        ),
        norms=tuple(Norm(id=Id(f"n{n}"), value_id=Id(f"v{n}"), text=f"Norm {n}.") for n in rows),
    )
    pages = pdf_pages(render(report(session)))
    with_rows = [page for page in pages if re.search(r"\bNorm \d+\.", page)]

    assert len(with_rows) > 10
    assert all("Perspectief\n" in page for page in with_rows)
    assert re.findall(r"\bNorm (\d+)\.", "\n".join(pages)) == [str(n) for n in rows]


def test_names_from_all_over_europe_are_printed_as_written():
    text = "Łukasz, Ğizem, Gyōző, Nuñez, Žižek, Ștefan, ĳsbrand, Zoë en e\u0301én"
    document = saying(text)

    assert unprintable(document) == ()
    assert without_spaces(
        "Łukasz, Ğizem, Gyōző, Nuñez, Žižek, Ștefan, ĳsbrand, Zoë en één"
    ) in body(document)


@pytest.mark.parametrize(
    ("text", "boxed"),
    [
        ("twijfel 😔!", "😔"),
        ("مر", "مر"),
        ("你好你", "你好你"),
        ("naam \u202egnp.exe", "\u202e"),
        ("a\x00b", "\x00"),
        ("a\ud800b", "\ud800"),
        ("hart ❤\ufe0f op", "❤"),
        ("zacht\u00adkoppel\u200bteken", ""),
    ],
)
def test_what_has_no_glyph_is_a_box_and_is_reported(text, boxed):
    document = saying(text)

    assert unprintable(document) == tuple(dict.fromkeys(boxed))
    assert body(document).count("□") == len(boxed)


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def test_hostile_text_is_drawn_and_nothing_is_pulled_in(text):
    session = filled_session()
    hostile = replace(
        session,
        opening=replace(session.opening, title=text[:200]),
        case=CaseAccount(situation=text, hot_moment=text),
        options=(Option(id=Id("a"), short=text[:300], text=text), *session.options[1:]),
        agreements=(Agreement(id=Id("af"), what=text, role=text[:300]),),
    )
    data = render(report(hostile))

    with pikepdf.open(BytesIO(data)) as pdf:
        assert not [image for page in pdf.pages for image in page.get_images()]
        assert not [page for page in pdf.pages if "/Annots" in page]
        assert "/Names" not in pdf.Root or "/JavaScript" not in pdf.Root.Names


@pytest.mark.parametrize("place", range(-1, len(blocks_with(""))))
@pytest.mark.parametrize("unit", ["w{} ", "w{}w"], ids=["words", "one word"])
def test_a_text_of_pages_runs_off_no_page_wherever_it_stands(place, unit):
    short = Paragraph((Run("Kort."),))
    text = "".join(unit.format(number) for number in range(2_000))
    document = everywhere("Kort", blocks=(short,))
    if place < 0:
        document = replace(document, title=text, furniture=Furniture(kicker=text, standfirst=text))
    else:
        block = blocks_with(text)[place]
        if isinstance(block, Table):
            block = replace(block, header=("Wie", "Wat", "Nog wat"))
        if isinstance(block, Matrix):
            block = replace(block, head="Waarde")
        document = replace(document, blocks=(short, block, short))

    register()
    for page in paginated(story(document)):
        height = sum(box.height + (box.before if at else 0) for at, box in enumerate(page))
        assert height <= COLUMN_HEIGHT + 0.02
    printed = set(re.findall(r"w(\d+)", body(document)))
    assert printed >= {str(number) for number in range(2_000)}


@pytest.mark.parametrize(
    "text",
    ["woord " * 166_000, "Een zin van vijf woorden.\n" * 40_000, "x" * 1_000_000],
    ids=["one paragraph", "many paragraphs", "one word"],
)
def test_a_note_of_a_megabyte_is_printed(text):
    document = with_situation(text)
    data = render(document)

    assert len(data) > 50_000


@pytest.mark.parametrize("made", [short_report, work_report])
@pytest.mark.parametrize(
    "role",
    [
        "klantmanager jongeren",
        "uitkeringsadministratiemedewerker",
        "arbeidsparticipatiecoördinator",
        "gezinsondersteuner/wijkverpleegkundige",
    ],
)
@pytest.mark.parametrize("what", ["Bellen", "De bestaanszekerheidsregeling uitleggen"])
def test_no_role_is_torn_in_a_table(made, role, what):
    one = Agreement(id=Id("a"), what=what, role=role, due=HELD_ON, look_back=HELD_ON)
    document = made(clean(replace(filled_session(), agreements=(one,))))

    text = "\n".join(pdf_pages(render(document)))

    assert all(word in text for word in re.split(r"(?<=/)| ", role))


@pytest.mark.parametrize("count", range(20, 70))
def test_a_last_page_is_not_left_nearly_empty(count):
    """A few lines over make the letter a little smaller instead."""
    document = everywhere("Kort", blocks=(Paragraph((Run("Een regel."),)),) * count)
    pages = pdf_pages(render(document))

    assert len(pages) == 1 or pages[-1].count("Een regel.") > 4
