"""What is told after a document was checked: nothing that is not true of what stands in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.review.survey import survey
from beraad.publishing.making import Wish, making, write
from beraad.publishing.proving import Checked
from beraad.records import (
    CaseAccount,
    Decision,
    Dialogue,
    Layer,
    Participant,
    Verdict,
    new_id,
)
from beraad.report.formats import Format
from beraad.report.house.style import OURS
from tests.builders import HELD_ON, empty_session


def told(session, folder):
    """What is told of the verslag, once everything that was asked is taken out."""
    for finding in survey(session).open:
        made = Decision(id=new_id(), key=finding.key, verdict=Verdict.REPLACE)
        session = replace(session, decisions=(*session.decisions, made))
    wish = Wish(layer=Layer.WORK, tied_agreed=True)
    made = making(session, None, wish, today=HELD_ON, house=OURS)
    return write(made, [Format.MARKDOWN], folder).checked.sentence


def beraad(case, shared="", participant=None):
    return replace(
        empty_session(),
        participants=(participant,) if participant else (),
        case=CaseAccount(situation=case),
        dialogue=Dialogue(shared=shared),
    )


def test_a_word_that_went_in_one_place_and_stands_in_another_is_named(tmp_path):
    session = beraad(
        "De klantmanager belde op maandag.",
        "De klantmanager wilde A, de rest zweeg.",
        Participant(id=new_id(), role="klantmanager"),
    )

    said = told(session, tmp_path)

    assert (
        "“De klantmanager” ging alleen weg waar het naar iemand wees, en staat elders nog." in said
    )


def test_a_name_that_is_a_word_too_is_named_as_the_word_it_is(tmp_path):
    session = beraad(
        "Gisteren belde Wil. Hij wil niet mee, en zij wil het ook niet.",
        participant=Participant(id=new_id(), name="Wil", role="klantmanager"),
    )

    assert "“wil” ging alleen weg" in told(session, tmp_path)


def test_of_what_stands_nowhere_else_nothing_more_is_told(tmp_path):
    session = beraad(
        "Iemand belde op maandag.",
        "De klantmanager wilde A, de rest zweeg.",
        Participant(id=new_id(), role="klantmanager"),
    )

    assert told(session, tmp_path) == (
        "Gecontroleerd: op één plek is iets weggehaald of vervangen."
    )


def test_names_that_may_be_words_were_replaced_all_the_same(tmp_path):
    session = beraad(
        "Jan belde. Daarna schreef Jan, en Jan kwam niet.",
        participant=Participant(id=new_id(), name="Jan", role="klantmanager"),
    )

    assert told(session, tmp_path) == (
        "Gecontroleerd: op 3 plekken is iets weggehaald of vervangen."
    )


def test_where_nothing_went_that_is_told(tmp_path):
    session = beraad("Iemand belde op maandag.")

    assert told(session, tmp_path) == "Gecontroleerd: er is niets weggehaald of vervangen."


def test_what_the_document_says_by_itself_is_no_word_of_somebody(tmp_path):
    session = beraad(
        "Iemand belde op maandag.",
        "De inbrenger wilde A, de rest zweeg.",
        Participant(id=new_id(), role="inbrenger"),
    )

    assert "inbrenger" not in told(session, tmp_path)


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        ((), ""),
        (
            ("kernteam",),
            " “kernteam” ging alleen weg waar het naar iemand wees, en staat elders nog.",
        ),
        (
            ("a", "b"),
            " “a” en “b” gingen alleen weg waar ze naar iemand wezen, en staan elders nog.",
        ),
    ],
)
def test_what_stands_elsewhere_is_named(elsewhere, told):
    first = "Gecontroleerd: geen van de 3 weggehaalde woorden staat erin."

    assert Checked(words=3, elsewhere=elsewhere).sentence == f"{first}{told}"


def test_of_many_words_the_others_are_counted():
    said = Checked(words=3, elsewhere=tuple("abcdefg")).sentence

    assert "“a”, “b”, “c”, “d”, “e” en 2 andere gingen" in said


@pytest.mark.parametrize(
    ("unsought", "told"),
    [
        (1, "Nog één woord ging alleen weg waar het naar iemand wees; dat kan elders nog staan."),
        (4, "Nog 4 woorden gingen alleen weg waar ze naar iemand wezen; die kunnen elders nog st"),
    ],
)
def test_what_nobody_looked_for_is_told_after_what_was_looked_for(unsought, told):
    said = Checked(words=1, unsought=unsought).sentence

    assert said.startswith(f"Gecontroleerd: het weggehaalde woord staat nergens in. {told}")


def test_what_nobody_looked_for_is_told_alone_where_nothing_else_was():
    said = Checked(words=0, mentions=2, unsought=2).sentence

    assert said == (
        "Gecontroleerd: op 2 plekken is iets weggehaald of vervangen. 2 woorden gingen alleen weg "
        "waar ze naar iemand wezen; die kunnen elders nog staan."
    )
