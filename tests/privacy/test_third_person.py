"""What somebody says of oneself, said of somebody else: it stays Dutch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.phases.phrasing import capital
from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.instead.third_person import third_person


def told(text):
    said, end = [], 0
    for one in third_person(text, shipped().is_word):
        instead = capital(one.instead) if text[one.start].isupper() else one.instead
        said += [text[end : one.start], instead]
        end = one.end
    return "".join([*said, text[end:]])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik bel haar morgen", "Iemand belt haar morgen"),
        ("Ik vind dat zij eerlijk moet zijn", "Iemand vindt dat zij eerlijk moet zijn"),
        ("Ik ga langs en neem de tijd", "Iemand gaat langs en neemt de tijd"),
        ("Ik ben bang, dus ik moet durven", "Iemand is bang, dus die moet durven"),
        (
            "Ik verlaag het bedrag en ik spreek een datum af",
            "Iemand verlaagt het bedrag en spreekt een datum af",
        ),
        ("Morgen praat ik met mijn team", "Morgen praat iemand met zijn of haar team"),
        ("Daarvoor heb ik hulp nodig", "Daarvoor heeft iemand hulp nodig"),
        ("Dan ga ik weg en kom ik terug", "Dan gaat iemand weg en komt die terug"),
        ("dat ik standvastig blijf", "dat iemand standvastig blijft"),
        ("als ik haar gebeld heb, weet ze het", "als iemand haar gebeld heeft, weet ze het"),
        ("uren die ik niet hoef te verantwoorden", "uren die iemand niet hoeft te verantwoorden"),
        ("weten wat ik wel en niet mag zeggen", "weten wat iemand wel en niet mag zeggen"),
        ("Ik hoop dat ik haar kan helpen", "Iemand hoopt dat die haar kan helpen"),
        ("als ik dat doe, moet het lukken", "als iemand dat doet, moet het lukken"),
        ("Ik schuif het voor me uit", "Iemand schuift het voor zich uit"),
        ("Ik zoek iemand die met mij meegaat", "Iemand zoekt iemand die met diegene meegaat"),
        ("Ik mis een uitleg", "Iemand mist een uitleg"),
        ("Ik belde haar en wachtte", "Iemand belde haar en wachtte"),
        ("Ik vond het lastig", "Iemand vond het lastig"),
        ("Ik wil dat hij mij vertrouwt", "Iemand wil dat hij diegene vertrouwt"),
        ("Ik schaam me een beetje", "Iemand schaamt zich een beetje"),
        ("dat niemand mij naïef noemt", "dat niemand iemand naïef noemt"),
        ("de moed om mijn twijfel te delen", "de moed om iemands twijfel te delen"),
        ("Mijn baas moet achter mij staan", "Iemands baas moet achter diegene staan"),
        ("eerlijk zijn tegen mezelf", "eerlijk zijn tegen zichzelf"),
        ("Ook ik moet wennen", "Ook iemand moet wennen"),
        ("een vraag en een antwoord", "een vraag en een antwoord"),
        ("Wij bellen haar", "Wij bellen haar"),
    ],
)
def test_it_is_said_of_somebody(text, expected):
    assert told(text) == expected


WORDS = ("ik", "mijn", "mij", "me", "bel", "dat", "en", "dus", ",", ".", "heb", "de", "haar", "\n")


@given(st.lists(st.sampled_from(WORDS)))
def test_nobody_speaks_of_themselves_any_more(words):
    text = " ".join(words)
    finds = list(third_person(text, shipped().is_word))

    assert all(one.end <= other.start for one, other in pairwise(finds))
    assert not {"ik", "mijn", "mij", "me"} & set(told(text).casefold().split())
