"""How many of those present thought something, and which seat they had, is asked about."""

from __future__ import annotations

import pytest

from beraad.privacy.instead.replacing import put
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.survey import survey
from beraad.training.practice import PracticeCase, at_any_moment, practice_cases
from tests.privacy.said_together import asked_of, said_together

PEOPLE = (
    "jurist",
    "leerplichtambtenaar",
    "klantmanager inkomen",
    "wijkagent",
    "schuldhulpverlener",
)
TALK = ("dialogue.shared", "dialogue.core_difference", "look_back.method", "look_back.check_out")


def asked(text: str, field: str = "dialogue.shared") -> list[str]:
    return asked_of(text, field, PEOPLE)


@pytest.mark.parametrize("field", TALK)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Er waren vier stemmen voor en een tegen.", "vier stemmen voor en een tegen"),
        ("Drie stemmen tegen, twee voor.", "Drie stemmen tegen, twee voor"),
        ("Er was één tegenstem.", "één tegenstem"),
        ("We stemden 4-1.", "4-1"),
        ("We waren met zes voor en twee tegen.", "met zes voor en twee tegen"),
        ("Drie van ons wilden wachten, twee van ons niet.", "Drie van ons"),
        ("Drie van ons wilden wachten, twee van ons niet.", "twee van ons"),
        ("Een van ons moest huilen.", "Een van ons"),
        ("Een van de vijf bleef tegen.", "Een van de vijf"),
        ("Op één na was iedereen het eens.", "Op één na"),
        ("Op twee na wilde iedereen doorgaan.", "Op twee na"),
        ("Twee collega's zuchtten.", "Twee collega's"),
        ("Drie aanwezigen knikten.", "Drie aanwezigen"),
        ("Twee mensen moesten huilen.", "Twee mensen"),
        ("Vier keken bedenkelijk.", "Vier"),
        ("Twee zijn nog niet overtuigd.", "Twee"),
        ("De twee vrouwen waren tegen.", "De twee vrouwen"),
        ("Eén collega liep even naar de gang.", "Eén collega"),
        ("Er was één iemand die het niet zag zitten.", "één iemand"),
        ("Onze nieuwste collega durfde niets te zeggen.", "Onze nieuwste collega"),
        ("Een minderheid van twee bleef bij wachten.", "minderheid van twee"),
        ("Alleen leerplicht had meer tijd gewild.", "Alleen leerplicht"),
        ("Enkel schuldhulp sprak van uitstel.", "Enkel schuldhulp"),
        ("Alleen de politie bleef stil.", "Alleen de politie"),
        ("Enkel de jurist zag risico's.", "Enkel de jurist"),
        ("Enkel ik twijfelde.", "Enkel ik"),
        ("De agent zuchtte.", "De agent"),
        ("De politieman lachte.", "De politieman"),
        ("De inbrenger huilde even.", "De inbrenger"),
        ("De inbrenger heeft hier slecht van geslapen.", "De inbrenger"),
        ("De gespreksleider werd boos.", "De gespreksleider"),
        ("Iedereen behalve de inbrenger wilde door.", "behalve de inbrenger"),
    ],
)
def test_a_count_or_a_seat_is_asked_where_the_group_tells_of_its_talk(
    text: str, place: str, field: str
) -> None:
    found = asked(text, field)

    assert any(one.startswith(place) or place.endswith(one) for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Twee van de drie kinderen wonen bij hun vader.",
        "Drie van de vier schulden zijn betaald.",
        "Vier mensen wachten al een jaar op een woning.",
        "Twee buren klaagden.",
        "Drie maanden waren genoeg.",
        "Twee vragen bleven open.",
        "Twee keer viel er een stilte.",
        "Er waren vier argumenten voor en een tegen.",
        "Wij zaten met zes mensen aan tafel.",
        "Twee collega's van de woningcorporatie belden.",
        "Alleen de huur is betaald.",
        "Alleen zo kan het.",
        "Alleen wonen is voor hem te zwaar.",
        "Op een na alle afspraken zijn nagekomen.",
        "De politie kwam twee keer langs.",
        "De inbrenger vertelde over het huisbezoek.",
        "De inbrenger leest het verslag na.",
        "De gespreksleider vroeg twee keer door.",
        "De moeder huilde even.",
        "Een van de buren belde.",
    ],
)
@pytest.mark.parametrize("field", ["dialogue.shared", "look_back.method", "look_back.check_out"])
def test_a_count_of_something_else_is_left_alone(text: str, field: str) -> None:
    assert asked(text, field) == []


def test_the_case_may_count() -> None:
    assert asked("Twee collega's zuchtten.", "signal.bottleneck") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Er waren vier stemmen voor en een tegen.", "Er waren verdeelde stemmen."),
        ("Er was één tegenstem.", "Er was verschil van mening."),
        ("We stemden 4-1.", "We stemden verdeeld."),
        ("Drie van ons twijfelden.", "Enkelen twijfelden."),
        ("Op één na was iedereen het eens.", "Op enkelen na was iedereen het eens."),
        ("Op een na iedereen wilde dit.", "Op enkelen na iedereen wilde dit."),
        ("Alleen leerplicht had meer tijd gewild.", "Een deelnemer had meer tijd gewild."),
        ("Niet alleen de jurist zag dat.", "Niet alleen een deelnemer zag dat."),
        ("De inbrenger huilde even.", "Een deelnemer huilde even."),
        ("Twee collega's zuchtten.", "Enkele deelnemers zuchtten."),
        ("Een minderheid van twee wilde door.", "Een deel wilde door."),
    ],
)
def test_what_is_proposed_fits_the_sentence(text: str, said: str) -> None:
    gate = Gate.of(said_together(text, "dialogue.shared", PEOPLE))

    assert put(text, gate.shown(text), lambda one: one.generalised) == said


@pytest.mark.parametrize("case", practice_cases(), ids=PracticeCase.name.fget)
def test_the_practice_cases_get_no_question(case: PracticeCase) -> None:
    assert survey(at_any_moment(case)).open == ()
