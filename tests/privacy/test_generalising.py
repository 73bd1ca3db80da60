from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.privacy.clean import clean
from beraad.privacy.finding.finding import find
from beraad.privacy.instead.replacing import put
from beraad.privacy.review.gate import is_safe
from beraad.privacy.signs.known.known_names import KnownNames
from tests.privacy.invented import beraad, instead

KNOWN = KnownNames.named(year=2026)
CONTEXTS = st.sampled_from(
    [
        "Hij is {}.",
        "Zij ({}) belt.",
        "een kind van {}",
        "op {} belde zij",
        "sinds {}",
        "geb. {}",
        "de {}-jarige zoon",
        "in {} woont zij",
        "bij {} in de wijk",
        "de schuld is € {}",
        "{}",
    ]
)
EXACT = st.one_of(
    st.integers(0, 125).map(str),
    st.integers(100, 999_999).map(lambda number: f"{number},17"),
    st.dates(date(1930, 1, 1), date(2026, 11, 1)).map(lambda day: f"{day:%d-%m-%Y}"),
    st.dates(date(2020, 1, 1), date(2026, 11, 1)).map(lambda day: f"{day.day} mei"),
    st.sampled_from(["Zwolle", "basisschool Het Palet", "Stichting Het Anker", "Rivierenbuurt"]),
    st.sampled_from(["Marokkaan", "tandarts", "zeven kinderen", "schizofrenie", "weduwe"]),
)


def generalised(text: str) -> str:
    return put(text, find(text, KNOWN), lambda found: found.generalised or found.suggestion)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij is 34 jaar oud.", "Hij is in de dertig."),
        ("Zij is bijna 18.", "Zij is rond de twintig."),
        ("Opa is 83.", "Opa is boven de tachtig."),
        ("De 34-jarige vrouw.", "De volwassen vrouw."),
        ("Een 15-jarig meisje.", "Een minderjarig meisje."),
        ("De 34-jarige belde.", "De volwassene belde."),
        ("De zoon (15) huilt.", "De zoon (tiener) huilt."),
        ("Een kind van 3.", "Een kind van onder de vier."),
        ("Hij is tweeënvijftig.", "Hij is in de vijftig."),
        ("Een boete van € 612,40.", "Een boete van enkele honderden euro’s."),
        ("Een schuld van 1.234 euro.", "Een schuld van ruim duizend euro."),
        ("Een schuld van € 217.384.", "Een schuld van meer dan een ton."),
        ("Op 12 mei belde zij.", "Op een dag half mei belde zij."),
        ("Sinds 3 maart 2024 niet.", "Sinds het voorjaar van 2024 niet."),
        ("Zij kwam 30-12-2025.", "Zij kwam in de winter van 2025."),
        ("Geboren op 4 april 1951.", "Geboren op een dag in de jaren vijftig."),
        ("Zij woont in Zwolle.", "Zij woont in een plaats."),
        ("Zij woont in de Rivierenbuurt.", "Zij woont in de buurt."),
        ("Zij gaat naar basisschool Het Palet.", "Zij gaat naar basisschool in de regio."),
        ("Zij huurt van Zorgpartners Salland.", "Zij huurt van een organisatie."),
        ("Hij is de enige imam van het dorp.", "Hij is een van de weinigen."),
        ("Zij heeft zeven kinderen.", "Zij heeft veel kinderen."),
        ("Haar zeven kinderen slapen.", "Haar kinderen slapen."),
        ("Hij is moslim.", "Hij is gelovig."),
        ("De moslim bidt.", "De gelovige bidt."),
        ("De Syrische tandarts.", "De buitenlandse zorgverlener."),
        ("Zij groeide op als oudste kind.", "Zij groeide op als kind."),
        ("Als oudste dochter regelt zij veel.", "Als dochter regelt zij veel."),
        ("Haar oudste dochter regelt veel.", "Een dochter regelt veel."),
    ],
)
def test_a_generalisation_reads_well_in_its_place(text: str, expected: str) -> None:
    assert generalised(text) == expected


@given(CONTEXTS, EXACT)
def test_a_generalisation_identifies_nobody_and_says_nothing_exact(context: str, what: str) -> None:
    for found in find(context.format(what), KNOWN):
        if found.generalised:
            assert is_safe(found.generalised, KNOWN)
            # What only stands as a name stands is asked where somebody typed it.
            assert not [again for again in find(found.generalised, KNOWN) if not again.everyday]
            years = re.findall(r"\d+", found.generalised)
            assert all(len(year) == len("2024") for year in years)


def test_one_generalisation_fits_every_mention_of_the_same_thing() -> None:
    # GIVEN one age that stands in two ways
    text = "De zoon is 34. De 34-jarige zoon belt."
    (key,) = {found.key for found in find(text, KNOWN)}
    # WHEN a person takes the generalisation of the first
    session = beraad(text, decisions=(instead(key, "in de dertig"),))
    # THEN the second gets the form that fits there
    expected = "De zoon is in de dertig. De volwassen zoon belt."
    assert clean(session).case.situation == expected


@pytest.mark.parametrize(
    ("text", "place", "instead"),
    [
        ("Melding kindermishandeling door de huisarts", "kindermishandeling", ""),
        ("Slachtoffer mensenhandel zonder papieren", "mensenhandel", ""),
        ("Zij heeft ernstige kanker.", "kanker", ""),
        ("Zij kreeg kanker.", "kanker", "een ziekte"),
        ("Hij pleegde brandstichting.", "brandstichting", "een ingrijpende gebeurtenis"),
        ("Hulp na mensenhandel", "mensenhandel", "een ingrijpende gebeurtenis"),
        ("Zij maakte een overval mee.", "overval", "ingrijpende gebeurtenis"),
        ("Hij is ontvoerd.", "ontvoerd", ""),
        ("Zij stottert.", "stottert", ""),
        ("Onze oudste dochter belt.", "Onze oudste dochter", "een dochter"),
        ("Zij werkt als enige bakker van het dorp.", "als enige bakker van het dorp", ""),
        ("De enige imker van het dorp.", "De enige imker van het dorp", "een van de weinigen"),
        ("Een Ymere woning", "Ymere", ""),
        ("een medewerker Cordaan", "Cordaan", ""),
        ("Aanvraag via Cordaan", "Cordaan", "een organisatie"),
        ("Cordaan-begeleider", "Cordaan", ""),
    ],
)
def test_nothing_general_is_glued_into_a_sentence(text, place, instead):
    (one,) = [one for one in find(text, KnownNames.named(year=2026)) if one.text == place]

    assert one.generalised == instead


@pytest.mark.parametrize("text", ["Maar ik overval haar wel.", "Dan overval ik haar."])
def test_what_somebody_does_is_no_trait(text):
    assert find(text, KnownNames.named(year=2026)) == ()


def test_what_a_family_calls_its_own_is_asked_about_and_stays_for_a_cautious_reader():
    session = beraad("De oudste dochter belt. De enige imker van het dorp ook.")

    assert clean(session).case.situation == session.case.situation
    assert clean(session, cautious=True).case.situation == (
        "De oudste dochter belt. Een van de weinigen ook."
    )
