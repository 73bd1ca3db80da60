from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean, forbidden_words, leaks
from beraad.privacy.review.survey import survey
from tests.builders import settled
from tests.privacy.invented import beraad, keep

SESSION = beraad(
    "Fatima el Amrani sprak NGOZI. BSN 111222333, rekening NL91ABNA0417164300.",
    "meneer Boer en F.A. en de boer van 1234 AB 12",
    names=("Fatima el Amrani", "Ngozi Okafor", "Jan Boer"),
    words=("Lotte", "12"),
)


def test_what_was_taken_out_is_listed_literally():
    assert forbidden_words(SESSION) == (
        "111222333",
        "1234 AB 12",
        "F.A.",
        "Fatima el Amrani",
        "NGOZI",
        "NL91ABNA0417164300",
        "meneer Boer",
    )


def test_what_nobody_wrote_or_what_stays_is_not_listed():
    assert "Lotte" not in forbidden_words(SESSION)
    kept = replace(SESSION, decisions=(keep("bsn:111222333"),))
    assert "111222333" not in forbidden_words(kept)


def test_a_cleaned_beraad_has_no_leaks():
    assert leaks(repr(clean(SESSION)), SESSION) == ()


@pytest.mark.parametrize(
    ("text", "leak"),
    [
        ("zei Fatima el Amrani", "Fatima el Amrani"),
        ("FATIMA  EL\nAMRANI", "Fatima el Amrani"),
        ("Fátima-el-Amrani", "Fatima el Amrani"),
        ("ngozi", "NGOZI"),
        ("nummer 111.222\n333", "111222333"),
        ("nl91 abna 0417 1643 00", "NL91ABNA0417164300"),
        ("1234ab12", "1234 AB 12"),
        ("MENEER BOER", "meneer Boer"),
        ("F.A. zei", "F.A."),
    ],
)
def test_a_word_that_still_stands_there_is_named(text, leak):
    assert leaks(text, SESSION) == (leak,)


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Er waren 120 duiven. Houdt duiven (120) op zolder.", "De duiven moeten weg."),
        ("Hij krijgt dagbesteding Wmo + vervoer.", "De Wmo is van de gemeente."),
        ("Hij slaapt bij familie of een vriend.", "Dat is een ander verhaal."),
        ("Postcode 1234 AB.", "In 1234 absurde gevallen."),
        ("Met badplank afgesproken dat het kan.", "Een badplank kost niets."),
    ],
)
def test_an_ordinary_word_is_no_leak_where_it_stands_for_another_reason(text, elsewhere):
    session = settled(beraad(text, elsewhere))

    assert leaks(repr(clean(session)), session) == ()


def test_a_word_within_something_that_stays_is_no_leak():
    session = beraad("Zij wonen in Oude Pekela.", "Hij verhuist naar Pekela.")
    (whole,) = {one.key for one in survey(session).findings if one.text == "Oude Pekela"}
    stays = replace(session, decisions=(keep(whole),))

    assert "Oude Pekela" in repr(clean(stays))
    assert leaks(repr(clean(stays)), stays) == ()


@pytest.mark.parametrize(
    "text",
    ["", "ngozis", "12 november", "Lotte", "[BSN 1]", "de boerin", "f.a. of fa", "Boerderij"],
)
def test_other_words_are_no_leaks(text):
    assert leaks(text, SESSION) == ()


def test_a_name_that_is_a_word_counts_by_its_capitals_only():
    session = beraad("Toen zei Roos iets over haar roos en Bos.", names=("Roos Bos",))
    stays = replace(session, decisions=(keep("participant:" + "0" * 32 + ":roos"),))
    assert leaks("een roos uit het bos", stays) == ()
    assert leaks("Een bos met Bos", stays) == ("Bos",)
    assert forbidden_words(session) == ()
