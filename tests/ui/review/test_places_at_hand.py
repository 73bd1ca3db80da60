"""The document lights up the places of the question at hand, and no other of the same word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.find import Certainty, FindKind
from beraad.privacy.review.survey import Finding, Place, survey
from beraad.records import Decision, Verdict, new_id
from beraad.records.anatomy import Address
from beraad.report.compose import work_report
from beraad.ui.review.finding_list import Row
from beraad.ui.review.sheet import Sheet
from beraad.ui.widgets.text_page import TextPage
from tests.privacy.invented import beraad

NAMES = ("Wil Jansen", "Mei Lin")
TEXTS = (
    "Het kon in mei niet. Wil de moeder dit wel?",
    "Wil hield ons goed bij de vraag. Mei voelde zich niet gehoord.",
)


def lit(look, session, finding):
    sheet = Sheet(look)
    sheet.show_document(work_report(clean(session)))
    row = Row(finding=finding, where="", context="")
    sheet.mark((), row, session)
    (page,) = sheet.findChildren(TextPage)
    found = []
    for each in page.extraSelections():
        cursor = each.cursor
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.setPosition(
            min(end + 13, cursor.document().characterCount() - 1), cursor.MoveMode.KeepAnchor
        )
        found.append(cursor.selectedText())
    return found


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        ("Wil", 0, "Wil de moeder dit"),
        ("Wil", 1, "Wil hield ons goe"),
        ("Mei", 1, "Mei voelde zich n"),
    ],
)
def test_only_the_places_of_the_question_light_up(qtbot, look, text, place, shown):
    session = beraad(*TEXTS, names=NAMES)
    field = ("situation", "hot_moment")[place]
    finding = next(
        one
        for one in survey(session).open
        if one.text == text and one.places[0].address.field == field
    )
    found = lit(look, session, finding)

    assert found
    assert {one[: len(shown) - 1] for one in found} == {shown[:-1]}


def test_a_day_that_was_taken_out_lights_up_where_it_stood(qtbot, look):
    session = beraad("Op 12 maart belde zij. Op 3 mei kwam hij langs.")
    finding = next(one for one in survey(session).findings if one.text == "3 mei")
    found = lit(look, session, finding)

    assert finding.replacement_in_force == "een andere dag"
    assert found
    assert all(one.startswith("een andere dag kwam hij") for one in found)


def test_the_words_of_the_list_stand_in_the_document(qtbot, look):
    session = beraad("Op 12 maart belde zij met 0612345678.")
    document = clean(session).case.situation
    for finding in survey(session).findings:
        assert finding.replacement_in_force in document


def test_a_replacement_lights_up_in_its_own_places(qtbot, look):
    session = beraad(*TEXTS, names=NAMES)
    finding = next(
        one for one in survey(session).open if "as-name" in one.key and one.text == "Wil"
    )
    taken = Decision(id=new_id(), key=finding.key, verdict=Verdict.REPLACE, replacement="iemand")
    session = replace(session, decisions=(taken,))
    decided = next(one for one in survey(session).findings if one.key == finding.key)

    assert all(one.casefold().startswith("iemand hield") for one in lit(look, session, decided))


OPEN_ONES = (
    ("De jurist belt. Dat is zo.", "De jurist", "De jurist belt"),
    ("Mag ik dat? Ik weet het.", "ik", "ik dat"),
    ("Op 1 december komt 1 van hen.", "1", "1 van"),
    ("De corporatie belt, zei de corporatie.", "de corporatie", "De corporatie belt"),
)


def underlined(look, session, finding):
    """What is marked as still open, each with what stands behind it."""
    sheet = Sheet(look)
    sheet.show_document(work_report(clean(session)))
    sheet.mark((Row(finding=finding, where="", context=""),), None, session)
    (page,) = sheet.findChildren(TextPage)
    found = []
    for each in page.extraSelections():
        start, end = each.cursor.selectionStart(), each.cursor.selectionEnd()
        last = each.cursor.document().characterCount() - 1
        each.cursor.setPosition(start)
        each.cursor.setPosition(min(end + 8, last), each.cursor.MoveMode.KeepAnchor)
        found.append(each.cursor.selectedText())
    return found


@pytest.mark.parametrize(("text", "word", "shown"), OPEN_ONES)
def test_what_is_open_is_underlined_in_its_own_place_only(qtbot, look, text, word, shown):
    elsewhere = "Wat hier staat is anders: " + text.replace(shown, f"of {shown} morgen")
    session = beraad(text, elsewhere)
    start = text.index(shown)
    place = Place(address=Address("case", "situation"), start=start, end=start + len(word))
    found = underlined(look, session, asks(word, place))

    assert len(found) == 1
    assert found[0].startswith(shown)


def test_every_way_it_was_typed_is_underlined(qtbot, look):
    session = beraad("Mag ik dat?", "Mijn keuze stond vast.")
    places = (
        Place(address=Address("case", "situation"), start=4, end=6),
        Place(address=Address("case", "hot_moment"), start=0, end=4),
    )

    assert len(underlined(look, session, asks("ik", *places))) == 2


def test_what_was_taken_out_beside_it_hides_no_place(qtbot, look):
    session = beraad("Daar wil Fatima Pot bij zijn.", "Daar wil ze bij.", names=("Fatima Pot",))
    place = Place(address=Address("case", "situation"), start=5, end=8)
    name = next(one for one in survey(session).findings if one.text.startswith("Fatima"))
    sheet = Sheet(look)
    sheet.show_document(work_report(clean(session)))
    rows = tuple(Row(finding=one, where="", context="") for one in (name, asks("wil", place)))
    sheet.mark(rows, None, session)
    (page,) = sheet.findChildren(TextPage)

    around = [
        each.cursor.block().text()
        for each in page.extraSelections()
        if each.cursor.selectedText() == "wil"
    ]

    assert around == ["Daar wil een deelnemer bij zijn."]


def asks(text, *places):
    return Finding(
        key=f"detail:{text}",
        kind=FindKind.DETAIL,
        text=text,
        reason="",
        certainty=Certainty.POSSIBLE,
        places=places,
        suggestion="",
        generalised="iets",
        replacement_in_force=None,
        decision=None,
    )
