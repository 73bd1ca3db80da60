"""The web page: valid, complete, on its own, and never what people wrote."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml import etree

from beraad.editing.operations import with_all_whole
from beraad.privacy.clean import clean, clean_signal
from beraad.report.blocks import Heading, Paragraph, RowGroup, Run, Table
from beraad.report.compose import signal_report, work_report
from beraad.report.house.contrast import contrast
from beraad.report.html import render
from beraad.report.plain import paragraphs
from beraad.report.theme import DEFAULT
from beraad.report.visible import visible
from tests.builders import HELD_ON, empty_session, filled_session
from tests.report.everywhere import everywhere
from tests.report.hostile import HOSTILE_TEXTS
from tests.report.pictures import seen
from tests.report.reading import without_spaces

DOCUMENTS = {
    "werkverslag": work_report(clean(filled_session())),
    "leeg": work_report(clean(empty_session())),
    "signaal": signal_report(clean_signal(filled_session())),
    "overal": everywhere("Łukasz, Ğizem en Gyōző wegen af"),
}
documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "footer", "section", "div"),
    *("h1", "h2", "h3", "p", "span", "a", "strong", "ul", "li", "dl", "dt", "dd"),
    *("figure", "figcaption", "blockquote", "table", "thead", "tbody", "tr", "th", "td"),
    *("svg", "text", "line", "polyline", "polygon", "circle", "rect"),
}
EMPTY = re.compile(r"(<meta [^>]*)>")


def page(document):
    """The page as a tree; it is strict enough to be read as XML once `meta` is closed."""
    text = render(document)
    assert text.startswith("<!doctype html>\n")
    closed = EMPTY.sub(r"\1/>", text.removeprefix("<!doctype html>\n"))
    return etree.fromstring(closed, etree.XMLParser(huge_tree=True))


def shown(tree):
    return without_spaces("".join(tree.find("body").itertext()))


@documents
def test_everything_is_on_the_page_in_order(document):
    said = "".join(without_spaces(visible(text)) for text in paragraphs(seen(document)))

    assert shown(page(document)) == said


@documents
def test_the_page_says_its_language_and_title(document):
    tree = page(document)

    assert tree.get("lang") == "nl-NL"
    assert tree.findtext("head/title") == document.title
    assert [heading.text for heading in tree.iter("h1")] == [document.title]


@documents
def test_titles_follow_each_other_without_a_gap(document):
    levels = [int(e.tag[1]) for e in page(document).iter("h1", "h2", "h3")]

    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_header_cells_say_what_they_head():
    table = next(page(DOCUMENTS["werkverslag"]).iter("table"))
    groups = [cell for cell in table.iter("th") if cell.get("scope") == "row"]

    assert {cell.get("scope") for cell in table.findall("thead/tr/th")} == {"col"}
    assert "2" in {cell.get("rowspan") for cell in groups}
    width = len(table.findall("thead/tr/th"))
    slots = sum(int(cell.get("rowspan", 1)) for cell in table.iter("th", "td"))
    assert slots == width * len(list(table.iter("tr")))


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def test_what_people_wrote_is_shown_and_never_obeyed(text):
    tree = page(everywhere(text))
    attributes = {name for element in tree.iter() for name in element.attrib}

    assert {element.tag for element in tree.iter()} <= TAGS
    assert attributes <= {
        "lang",
        "class",
        "scope",
        "rowspan",
        "charset",
        "name",
        "content",
        "http-equiv",
        *(
            "id",
            "tabindex",
            "role",
            "aria-label",
            "viewBox",
            "points",
            "font-size",
            "text-anchor",
            "stroke-width",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
        ),
        *("cx", "cy", "r", "rx", "width", "height"),
    }
    assert without_spaces(visible(text)) in shown(tree)


def test_a_picture_is_one_thing_with_all_of_it_in_words():
    session = with_all_whole(filled_session(), agreed=True, today=HELD_ON)
    document = work_report(clean(session))
    (picture,) = page(document).iter("svg")

    assert picture.get("role") == "img"
    assert picture.get("aria-label").startswith("Waarden bij de keuze waarvoor ze genoemd zijn. ")
    assert "zorgvuldigheid: C." in picture.get("aria-label")


def test_nothing_is_pulled_in():
    text = render(DOCUMENTS["werkverslag"])

    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|src=|href=|https?:|<script", text)


def test_the_page_has_colours_for_the_dark_and_rules_for_paper():
    style = page(DOCUMENTS["leeg"]).findtext("head/style")

    assert "prefers-color-scheme:dark" in style
    assert "@media print" in style
    assert style.count("{") == style.count("}")


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("shade", [0, 1], ids=["light", "dark"])
def test_every_colour_of_letters_stands_out(shade):
    style = page(DOCUMENTS["leeg"]).findtext("head/style")
    colours = dict(re.findall(r"--(\w+):(#\w{6})", re.findall(r":root\{([^}]*)\}", style)[shade]))

    for ground in ("page", "box"):
        for ink in ("ink", "muted", "accent", "a", "b", "c"):
            pair = sorted((luminance(colours[ground]), luminance(colours[ink])))
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5


def test_what_was_cut_leads_to_where_it_stands():
    blocks = (Paragraph((Run("meer onder Dialoog", to="Dialoog"),)), Heading(1, "Dialoog"))
    tree = page(everywhere("Kort", blocks=blocks))
    (link,) = tree.iter("a")

    assert tree.find(f".//h2[@id='{link.get('href').removeprefix('#')}']").text == "Dialoog"


def test_what_is_wide_can_be_moved_with_the_keys():
    wide = [e for e in page(DOCUMENTS["overal"]).iter("div") if e.get("class") == "wide"]

    assert len(wide) == 5
    assert {(e.get("role"), e.get("tabindex")) for e in wide} == {("region", "0")}
    assert all(e.get("aria-label") for e in wide)


def test_lists_beside_each_other_are_no_table_and_keep_their_titles():
    one, two, three = ((Run(text),) for text in ("een", "twee", "drie"))
    lists = Table(("Dit", "Dat"), (RowGroup((one, two), (((three,),),)),), (0.5, 0.5), lists=True)
    tree = page(everywhere("Kort", blocks=(lists,)))

    assert tree.find(".//table") is None
    pairs = [["".join(e.itertext()) for e in pair] for pair in tree.findall(".//dl/div")]
    assert pairs == [["Dit", "eentwee"], ["Dat", "drie"]]


def test_every_ink_can_be_read_on_what_lies_behind_it():
    theme = DEFAULT
    tinted = [theme.option_a, theme.option_b, theme.alternative, theme.notice]
    pairs = [
        (ink, on) for ink in (theme.ink, theme.muted, theme.accent) for on in ("FFFFFF", theme.box)
    ]
    pairs += [(tint.ink, on) for tint in tinted for on in ("FFFFFF", theme.box, tint.tint)]

    assert [pair for pair in pairs if contrast(*pair) < 7] == []
