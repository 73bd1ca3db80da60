"""Who stood where in a beraad, told by a count, an exception, a seat or a move, is asked about."""

from __future__ import annotations

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.instead.replacing import put
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)


def asked(text: str) -> list[str]:
    return [one.text for one in find(text, KNOWN) if one.kind is FindKind.DETAIL and one.asks]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("De meerderheid (3 van 4) kan hiermee leven.", "meerderheid (3 van 4)"),
        ("Met 3 tegen 3 kwamen we er niet uit.", "Met 3 tegen 3"),
        ("zes van de zeven wilden iets geven, 1 niet", "zes van de zeven"),
        ("zes van de zeven wilden iets geven, 1 niet", "1"),
        ("Twee van de vier willen wachten.", "Twee van de vier"),
        ("Drie van de vier wilden niet.", "Drie van de vier"),
        ("3 van 4 vonden dat te ver gaan", "3 van 4"),
        ("allemaal, behalve één, willen C", "behalve één"),
        ("Behalve de vrijwilliger wil iedereen melden.", "Behalve de vrijwilliger"),
        ("De dokter en de agent zaten op één lijn.", "De dokter en de agent"),
        ("de jurist en de boa waren het eens", "de jurist en de boa"),
        ("De collega die het dossier doet wilde A.", "De collega die het dossier doet"),
        ("Wie naast het raam zat, zag het anders.", "Wie naast het raam zat"),
        ("Niemand anders dan de jongste zei dat.", "Niemand anders dan de jongste"),
        ("Ellen wilde opschrijven, de rest niet.", "de rest"),
        ("De jurist wil melden, de rest wil wachten.", "de rest"),
        ("ik ga van B naar C", "ik ga van B naar C"),
        ("Zoals ik koos, zo voelde het.", "Zoals ik koos"),
        ("Ik heb met C ingestemd.", "Ik heb met C ingestemd"),
        ("Het is goed, omdat ik dat koos.", "omdat ik dat koos"),
        ("Ik kies nu toch voor D.", "Ik kies nu toch voor D"),
        (
            "loyaliteit was voor mij zwijgen en voor haar melden",
            "was voor mij zwijgen en voor haar",
        ),
    ],
)
def test_who_stood_where_is_asked(text, place):
    found = asked(text)

    assert any(one.casefold().startswith(place.casefold()) for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Twee van de drie brieven kwamen terug.",
        "Twee van de vier kinderen willen verhuizen.",
        "De meerderheid wil wachten.",
        "Bij 3 van de 4 afspraken was hij er.",
        "Hij heeft drie brieven gehad, één niet.",
        "Behalve de huur is alles betaald.",
        "Behalve de inwoner wil iedereen doorgaan.",
        "De moeder en de zoon zaten op één lijn.",
        "De gemeente en de verhuurder bellen samen.",
        "De collega die hem belt, neemt de brief mee.",
        "Wie naast hem woont, hoort veel.",
        "Het hangt ervan af wie er achter het loket zit.",
        "Niemand anders dan de inwoner wilde dat.",
        "Hij wilde hulp met de post, de rest niet.",
        "Mevrouw wilde een gesprek, de rest niet.",
        "De rest van het geld is op.",
        "Ik ga van huis naar huis.",
        "Ik kies mijn woorden.",
        "Dat is voor mij duidelijk en voor hem niet.",
        "Het gesprek duurde van B tot C.",
        "We gaan van A naar C.",
        "Zoals ik zei, belt de inwoner morgen.",
        "Dat ik kies, doet er niet toe: de inwoner kiest.",
    ],
)
def test_what_tells_of_nobody_here_is_left_alone(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Twee van de vier willen wachten.", "Enkelen willen wachten."),
        ("De meerderheid (3 van 4) wil wachten.", "De meerderheid wil wachten."),
        ("We kozen met 4 tegen 2 voor C.", "We kozen met verdeelde stemmen voor C."),
        ("De dokter en de agent zaten op één lijn.", "Enkelen zaten op één lijn."),
        ("De collega die het dossier doet wilde A.", "Een deelnemer wilde A."),
        ("Ellen wilde dat, de rest niet.", "Ellen wilde dat, anderen niet."),
    ],
)
def test_what_is_proposed_fits_the_sentence(text, said):
    found = [one for one in find(text, KNOWN) if one.kind is FindKind.DETAIL]

    assert put(text, found, lambda one: one.generalised or one.text) == said
