"""A function of somebody present is known too by its initials, its beginning or its field."""

from __future__ import annotations

import pytest

from beraad.privacy.review.gate import Gate
from beraad.privacy.signs.telling.those_present import ThosePresent
from tests.privacy.said_together import said_together

HERE = (
    "wijkverpleegkundige",
    "ergotherapeut",
    "juridisch kwaliteitsmedewerker",
    "afdelingshoofd",
    "beleidsmedewerker schulden",
    "maatschappelijk werker",
    "psycholoog",
    "sociaal psychiatrisch verpleegkundige",
    "jongerenwerker",
    "wijkagent",
    "ervaringsdeskundige",
)

SIDES = (
    ("De WV'er koos A.", "De WV'er"),
    ("De wv’er vond melden te vroeg.", "De wv’er"),
    ("Onze MW-er wilde wachten.", "Onze MW-er"),
    ("De SPV stemde voor B.", "De SPV"),
    ("De SPV'er houdt het bij melden.", "De SPV'er"),
    ("Onze ergo wilde wachten.", "Onze ergo"),
    ("Dat raakte de ergo.", "de ergo"),
    ("De psych twijfelde.", "De psych"),
    ("Juridisch zei nee.", "Juridisch"),
    ("Zes voor A, juridisch tegen.", "juridisch"),
    ("Het hoofd koos B.", "Het hoofd"),
    ("Volgens het hoofd was dat te snel.", "het hoofd"),
    ("Beleid vindt melden te vroeg.", "Beleid"),
    ("Wij kozen B, maar beleid wilde A.", "beleid"),
    ("Beleid houdt het bij wachten.", "Beleid"),
    ("Beleid ging niet akkoord.", "Beleid"),
    ("Juridisch had moeite met A.", "Juridisch"),
    ("De jongerenwerker houdt het bij melden.", "De jongerenwerker"),
)

ORDINARY = (
    "De ervaring was goed.",
    "De jongeren wilden wachten.",
    "Het beleid vond niemand duidelijk.",
    "Beleid is nodig.",
    "Het nieuwe beleid was streng.",
    "Juridisch is dit lastig.",
    "Juridisch vonden we het spannend.",
    "Juridisch vond de groep het lastig.",
    "Juridisch wilde het niet lukken.",
    "Juridisch gaat voor.",
    "Beleid koos niemand.",
    "Beleid gaat over geld.",
    "De WW was op.",
    "We hielden het hoofd koel.",
    "Het groeide ons boven het hoofd.",
    "De wijkverpleegkundige houdt het bij in een lijst.",
    "De wijkverpleegkundige houdt bij wie er komt.",
    "De MW'er belt de huisarts.",
    "Onze ergo meet de drempel op.",
)


@pytest.mark.parametrize("field", ["conclusion.answer", "dialogue.shared", "look_back.safety"])
@pytest.mark.parametrize(("text", "place"), SIDES)
def test_a_side_of_somebody_called_by_a_cut_word_is_seen(text, place, field):
    found = ThosePresent.of(said_together(text, field, HERE)).finds(text)

    assert place in [one.text for one in found]


@pytest.mark.parametrize(("text", "place"), SIDES)
def test_it_does_not_go_out_as_it_stands_unasked(text, place):
    gate = Gate.of(said_together(text, "conclusion.answer", HERE))
    start = text.index(place)

    assert any(
        one.start <= start < one.end and (gate.is_open(one) or not one.asks)
        for one in gate.shown(text)
    )


@pytest.mark.parametrize("field", ["conclusion.answer", "agreements.what"])
@pytest.mark.parametrize("text", ORDINARY)
def test_another_word_that_looks_like_it_is_left_alone(text, field):
    assert not list(ThosePresent.of(said_together(text, field, HERE)).finds(text))


@pytest.mark.parametrize("text", [text for text, _ in SIDES])
def test_of_who_is_not_here_it_may_be_said(text):
    found = ThosePresent.of(said_together(text, "conclusion.answer", ["huisarts"]))

    assert not [one for one in found.finds(text) if not one.whole]
