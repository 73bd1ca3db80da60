"""Kinds that notes tell in a way of their own: a year with a town, a chat behind its speaker."""

from __future__ import annotations

import pytest

from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames


def pointed_at(text):
    return [one.text for one in find(text, KnownNames.named(year=2026))]


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Rekest 10.318.774 OV VERZ 24-31.", "OV VERZ 24-31"),
        ("Man 1961, reuma.", "1961"),
        ("Sietske, geboren * Joure 1931 – † Sneek 2021.", "1931"),
        ("Sietske, geboren * Joure 1931 – † Sneek 2021.", "2021"),
        ("Meldplicht per 8/10.", "8/10"),
        ("te laat op 12/9 en 19/9", "19/9"),
        ("verdachte, alias 'knoest'.", "knoest"),
        ("het huis waar zij op 47 woont", "47"),
        ("Buren van 31. Weer herrie.", "31"),
        ("Buurman 7-hoog brengt soep.", "7-hoog"),
        ("oma k belt elke dag", "k"),
        ("Joris: dan bel ik fenna even", "fenna"),
        ("[09:12] Joris: ok dan vraag ik fenna", "fenna"),
    ],
)
def test_it_is_pointed_at(text, pointed):
    assert pointed in pointed_at(text)


@pytest.mark.parametrize(
    "text",
    [
        "* in 2015 begon de hulp",
        "* sinds 2021 is er een wachtlijst",
        "twee van de drie op 10 mensen wonen alleen",
        "zoon n belt elke dag",
        "Plan: dan bel ik morgen even",
        "de verdiepingen 3 en 4 van het gebouw",
    ],
)
def test_what_looks_like_it_is_left_alone(text):
    assert pointed_at(text) == []
