from __future__ import annotations

import pytest

from beraad.privacy.clean import clean
from tests.privacy.invented import beraad


@pytest.mark.parametrize(
    ("word", "text", "cleaned"),
    [
        ("Lotte", "Toen zei lotte nee", "Toen zei [naam] nee"),
        ("Lotte", "Lottes fiets en Lotte's bal", "de fiets van [naam] en bal van [naam]"),
        ("Peter Kloosterman", "hij is peter kloosterman", "hij is [persoon]"),
        ("Peter Kloosterman", "meneer Kloosterman belt", "[persoon] belt"),
        ("Peter Kloosterman", "P. Kloosterman", "[persoon]"),
        ("Peter Kloosterman", "het kloostermandossier", "het [persoon]-dossier"),
        ("van den Berg", "meneer v.d. Berg", "[naam]"),
        ("De Regenboog", "op de Regenboog", "op [naam]"),
        ("Team Wonen Noord", "bij team wonen\nnoord", "bij [weggelaten]"),
        ("Team Wonen Noord", "het team wil wonen in noord", "het team wil wonen in noord"),
        ("Kerkstraat 12", "op Kerkstraat 12.", "op [weggelaten]."),
        ("roos", "een roos en Roos", "een [weggelaten] en [weggelaten]"),
        ("R2D2", "de robot r2d2", "de robot [weggelaten]"),
        ("café", "in het Cafe", "in het [weggelaten]"),
        ("de", "de man", "de man"),
        ("!?", "wat!?", "wat!?"),
    ],
)
def test_an_added_word_is_taken_out_wherever_it_stands(word, text, cleaned):
    assert clean(beraad(text, words=(word,))).case.situation == cleaned


def test_a_word_gets_the_replacement_that_was_chosen_for_it():
    session = beraad(
        "Peter kwam. Ik sprak meneer Kloosterman.", words=(("Peter Kloosterman", "de vader"),)
    )
    assert clean(session).case.situation == "De vader kwam. Ik sprak de vader."


def test_several_words_are_told_apart_by_number():
    session = beraad("Lotte, Marja, lotte", words=("Marja", "Lotte"))
    assert clean(session).case.situation == "[naam 1], [naam 2], [naam 1]"


def test_words_that_mean_the_same_person_get_the_same_replacement():
    session = beraad(
        "Peter Kloosterman, Peter, Kloosterman",
        words=(("Peter Kloosterman", "de man"), ("Peter", "de man"), ("Kloosterman", "de man")),
    )
    assert clean(session).case.situation == "De man, de man, de man"


def test_a_name_shared_by_two_people_outside_is_given_to_neither():
    session = beraad(
        "Ik sprak Peter, Marja en meneer Kloosterman",
        words=("Peter Kloosterman", "Marja Kloosterman"),
    )
    assert clean(session).case.situation == "Ik sprak [persoon 1], [persoon 2] en [persoon 3]"


def test_a_participant_who_was_also_added_stays_the_participant():
    session = beraad("Toen zei Amrani ja", names=("Fatima el Amrani",), words=("Amrani Zorg",))
    assert clean(session).case.situation == "Toen zei een deelnemer ja"


def test_a_replacement_that_names_somebody_itself_is_not_used():
    session = beraad("Bij de Brug", names=("Jan Pot",), words=(("Brug", "het huis van Jan"),))
    assert clean(session).case.situation == "Bij de [weggelaten]"
