"""What Enter proposes about plain words, times and floors leaves Dutch behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.review.survey import survey
from beraad.records import Decision, Verdict, new_id
from tests.builders import filled_session
from tests.privacy.invented import beraad


def taken(session):
    """The beraad in which every proposal was taken, as Enter does."""
    for _ in range(12):
        if not (asked := survey(session).open):
            break
        one = asked[0]
        verdict = Verdict.KEEP if one.rather_stays else Verdict.REPLACE
        decision = Decision(
            id=new_id(), key=one.key, verdict=verdict, replacement=one.generalised, reason="zo"
        )
        session = replace(session, decisions=(*session.decisions, decision))
    return clean(session)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "eerst ruilen proberen, zes weken, daarna traplift",
            "eerst ruilen proberen, enige tijd, daarna traplift",
        ),
        ("proef, 8 weken, evaluatie", "proef, enige tijd, evaluatie"),
        ("haar baby, 6 weken, drinkt slecht", "haar baby, een heel jong kind, drinkt slecht"),
        ("als iemand ouder is dan 75 en er langer dan twintig jaar woont", ""),
        ("woont er langer dan 20 jaar", ""),
        ("al langer dan vier jaar", ""),
        ("sinds de hond dus vier jaar", ""),
        ("de hond is vier jaar", ""),
        ("de auto is 12 jaar oud", ""),
        ("hij rookt dus vier jaar", "hij rookt dus enige tijd"),
        ("dat doet ze nu vier jaar", "dat doet ze nu enige tijd"),
        ("ze is nu 34 jaar", "ze is nu in de dertig"),
        ("de buurman van 1 hoog", ""),
        ("de vrouw van twee hoog belde", ""),
        ("de dierenarts belde", "de deskundige belde"),
        ("hij werkt als dierenarts", "hij werkt als deskundige"),
        ("een goede notaris", "een goede deskundige"),
        ("hij is dierenarts", "hij is hoogopgeleid"),
        ("wethouder informeren", "bestuurder informeren"),
        ("wie is hier de imker", "wie is hier de persoon"),
        ("Mevr is 75", "Mevr is in de zeventig"),
        ("huishoudgeld ophogen", ""),
        ("wijkteam ophogen", ""),
        ("corporatie bellen", ""),
        ("school bellen", ""),
        ("dat ik straks van school hoor dat dit fraude heet", ""),
        ("stichting inschakelen", ""),
        ("tussen zes planken weg", "tussen zes anderen weg"),
        (
            "als hij naar een gastgezin gaat en niet naar het asiel",
            "als hij naar een gastgezin gaat en niet naar het andere",
        ),
        ("de andere kant van de tafel", ""),
        ("voor 5en", ""),
        ("met z'n 3en", ""),
        ("wijkteam merel belt", "wijkteam in de regio belt"),
    ],
)
def test_what_is_left_is_dutch(text, left):
    assert taken(beraad(text)).case.situation == (left or text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "dat ik straks van school hoor dat dit fraude heet",
            "dat iemand straks van school hoort dat dit fraude heet",
        ),
        (
            "dat ik het kind naar een gastgezin breng en niet naar het asiel",
            "dat iemand het kind naar een plek brengt en niet naar een andere plek",
        ),
        ("mijn docent zegt dat dit mag", "een docent zegt dat dit mag"),
    ],
)
def test_what_one_says_of_oneself_is_dutch_too(text, left):
    session = filled_session()
    first, *others = session.considerations
    decisions = tuple(one for one in session.decisions if one.key != "own")
    session = replace(
        session, considerations=(replace(first, harm=text), *others), decisions=decisions
    )
    assert left in [one.harm for one in taken(session).considerations]


@pytest.mark.parametrize("said", ["wijkteam zuidrand belt", "het team zuidrand belt"])
def test_the_team_itself_is_no_person_by_another_word_for_it(said):
    session = beraad(said)
    session = replace(session, opening=replace(session.opening, team="wmo team Zuidrand"))
    assert not survey(session).open
