"""A house style from a small file: what it changes, and what is told when it cannot be used."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import page
import pytest

from beraad.assets import HOUSE as FILE_NAME
from beraad.errors import Solvable
from beraad.privacy.clean import clean
from beraad.publishing.proving import write_proven
from beraad.report.compose import work_report
from beraad.report.formats import Format
from beraad.report.forms.kinds import made
from beraad.report.forms.names import FormKind
from beraad.report.forms.plan import Plan
from beraad.report.house.contrast import contrast, tinted
from beraad.report.house.file import house_for, read_house
from beraad.report.house.style import OURS, House
from beraad.report.html import render as render_html
from beraad.report.markdown import render as render_markdown
from beraad.report.office.docx import render as render_docx
from beraad.report.office.odt import render as render_odt
from beraad.report.pdf import render as render_pdf
from beraad.report.pdf.forms import render as render_form
from beraad.report.theme import DEFAULT
from tests.builders import filled_session
from tests.report.reading import pdf_pages
from tests.report.structure import opened, walked

NAME = "Gemeente Voorbeeldstad"
SHOWS = "Een toren aan het water"
WHOLE = f"""
naam = "{NAME}"
[kleuren]
accent = "#7A143C"
keuze-a = "1b5e20"
[logo]
bestand = "logo.png"
beschrijving = "{SHOWS}"
"""


def png(*, width=4, height=2, depth=8, content=None):
    def chunk(name, content):
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    rows = b"".join(b"\0" + b"\x7a\x14\x3c\xff" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, depth, 6, 0, 0, 0)
    points = zlib.compress(rows) if content is None else content
    parts = (b"IHDR", head), (b"IDAT", points), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def jpeg(colours):
    frame = struct.pack(">BBHBHHB", 0xFF, 0xC0, 8 + 3 * colours, 8, 2, 4, colours)
    return b"\xff\xd8" + frame + b"\0" * (3 * colours) + b"\xff\xda\0\2" + b"\xff\xd9"


@pytest.fixture
def style(tmp_path):
    def write(text=WHOLE, *, logo=None):
        (tmp_path / "logo.png").write_bytes(png() if logo is None else logo)
        path = tmp_path / FILE_NAME
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def report(style):
    return replace(work_report(clean(filled_session())), house=read_house(style()))


def test_everything_in_the_file_is_understood(style):
    house = read_house(style())

    assert house.name == NAME
    assert house.theme.accent == "7A143C"
    assert house.theme.option_a.ink == "1B5E20"
    assert house.theme.option_b == DEFAULT.option_b
    assert (house.logo.width, house.logo.height, house.logo.alternative) == (4, 2, SHOWS)


def test_an_empty_file_changes_nothing(style):
    assert read_house(style("")) == OURS


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ('[kleuren]\naccent = "rood"', "kleuren.accent", "zes cijfers of letters"),
        ("[kleuren]\naccent = 123", "kleuren.accent", "zes cijfers of letters"),
        ('[kleuren]\nkeuze-b = "#FFB000"', "kleuren.keuze-b", "te licht"),
        ('[kleuren]\nachtergrond = "#000000"', "kleuren", "achtergrond"),
        ('kleuren = "blauw"', "kleuren", "[kleuren]"),
        ('stad = "X"', "het bestand", "stad"),
        ("naam = 3", "naam", "aanhalingstekens"),
        (f'naam = "{"x" * 81}"', "naam", "langer dan 80"),
        ('[logo]\nbestand = "logo.png"', "logo.beschrijving", "in woorden"),
        ('[logo]\nbeschrijving = "x"', "logo.bestand", "geen bestand"),
        ('[logo]\nbestand = "weg.png"\nbeschrijving = "x"', "logo.bestand", "er niet"),
        ("naam =", FILE_NAME, "regel 1: "),
    ],
)
def test_what_is_wrong_is_told_with_its_place(style, text, place, why):
    with pytest.raises(Solvable) as told:
        read_house(style(text))

    assert FILE_NAME in told.value.happened
    assert place in told.value.happened
    assert why in told.value.happened
    assert told.value.way_out


@pytest.mark.parametrize(
    ("logo", "why"),
    [
        (b"GIF89a", "geen PNG"),
        (png()[:-20], "beschadigd"),
        (png().replace(b"IDAT", b"IDAX"), "beschadigd"),
        (png(width=3_000), "groter dan"),
        (png(content=b"geen punten"), "beschadigd"),
        (png(content=b""), "beschadigd"),
        (png(depth=16), "8 bits"),
        (jpeg(4), "CMYK"),
        (jpeg(3)[:-4], "beschadigd"),
        (b"\xff\xd8\xff", "beschadigd"),
        (png() + b"\0" * 1_000_001, "1 MB"),
    ],
)
def test_a_logo_that_cannot_be_used_is_refused(style, logo, why):
    with pytest.raises(Solvable, match=why):
        read_house(style(logo=logo))


def test_a_logo_that_only_seems_right_never_costs_the_document(style):
    house = read_house(style(logo=jpeg(3)))
    data = render_pdf(replace(work_report(clean(filled_session())), house=house))

    assert NAME in pdf_pages(data)[0]
    with opened(data) as pdf:
        assert SHOWS not in [str(e.Alt) for e in walked(pdf) if e.S == "/Figure"]


def test_a_jpeg_is_measured(style):
    logo = read_house(style(logo=jpeg(3))).logo

    assert (logo.width, logo.height) == (4, 2)


def test_a_broken_file_is_told_and_documents_look_like_ours(style, tmp_path):
    assert house_for(tmp_path) == (OURS, None)

    style("naam =")
    house, problem = house_for(tmp_path)

    assert house == OURS
    assert FILE_NAME in problem.happened
    assert house_for(tmp_path, tmp_path / "weg.toml")[1] is not None


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("000000", "FFFFFF", 21), ("FFFFFF", "FFFFFF", 1), ("777777", "FFFFFF", 4.48)],
)
def test_contrast_is_that_of_wcag(first, second, ratio):
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)
    assert contrast(second, first) == pytest.approx(ratio, abs=0.01)


def test_our_own_colours_can_be_read_on_their_tint():
    for option in (DEFAULT.option_a, DEFAULT.option_b, DEFAULT.alternative):
        assert contrast(option.ink, option.tint) >= 4.5
    assert contrast(DEFAULT.accent, "FFFFFF") >= 4.5
    assert tinted("000000") == "E6E6E6"


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_logo_costs_no_rule_and_says_what_it_shows(report, profile):
    data = render_pdf(report)

    assert page.validate_pdf_bytes(data, profile=profile).failures == []
    with opened(data) as pdf:
        figure = next(element for element in walked(pdf) if element.S == "/Figure")
        assert str(figure.Alt) == SHOWS
        assert len(figure.A.BBox) == 4
    assert NAME in pdf_pages(data)[0]


@pytest.mark.parametrize("kind", [FormKind.ROUNDS, FormKind.BOARD])
def test_forms_have_the_letterhead_and_still_fit_on_one_sheet(style, kind):
    form = replace(made(kind, None, Plan()), house=read_house(style()))
    data = render_form(form)

    assert page.validate_pdf_bytes(data, profile="ua1").failures == []
    (sheet,) = pdf_pages(data)
    assert NAME in sheet


def test_every_text_format_has_the_name_and_the_colours(report):
    html = render_html(report)
    odt = ZipFile(BytesIO(render_odt(report)))
    docx = ZipFile(BytesIO(render_docx(report)))

    assert f'alt="{SHOWS}"' in html
    assert 'src="data:image/png;base64,' in html
    assert "img-src data:" in html
    assert "--accent:#7A143C;" in html
    for text in (
        html,
        render_markdown(report),
        odt.read("content.xml").decode(),
        docx.read("word/document.xml").decode(),
    ):
        assert NAME in text
    assert "#7A143C" in odt.read("styles.xml").decode()
    assert "7A143C" in docx.read("word/styles.xml").decode()


def test_without_a_logo_a_page_may_show_no_picture():
    assert "img-src" not in render_html(work_report(clean(filled_session())))


def test_a_municipality_may_be_named_above_a_case_from_which_it_was_taken(tmp_path):
    document = replace(
        work_report(clean(filled_session())), house=House(name="Gemeente Voorbeeldstad")
    )
    formats = [Format.PDF, Format.HTML]

    assert write_proven(document, formats, tmp_path, words=["Voorbeeldstad"]).paths
