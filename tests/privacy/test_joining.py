"""What lets a reader who knows the group see who chose something is asked about."""

from __future__ import annotations

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.instead.replacing import put
from beraad.privacy.review.gate import Gate
from beraad.privacy.signs.known.known_names import KnownNames
from tests.privacy.said_together import said_together

KNOWN = KnownNames.named(year=2026)


def asked(text: str) -> list[str]:
    return [one.text for one in find(text, KNOWN) if one.kind is FindKind.DETAIL and one.asks]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Wie als enige A koos, zag het gezin.", "Wie als enige A koos"),
        ("Dat zag als enige de jurist.", "als enige"),
        ("Vier van de zes kozen C.", "Vier van de zes"),
        ("Drie kozen B en de rest weet het niet.", "Drie"),
        ("Aan het eind kozen we anders; 3 mensen kozen B.", "3 mensen"),
        ("Eén van ons koos toch E.", "Eén van ons"),
        ("Twee gingen voor D.", "Twee"),
        ("Dat zei de enige van ons die er woont.", "de enige"),
        ("Zij is de enige die dat nog doet.", "de enige"),
        ("Deelnemer 2 (enige A over) bleef stil.", "enige A over"),
        ("Deelnemer 3, de jurist, bleef stil.", "de jurist"),
        ("Deelnemer 12 als teamleider vond dat ook.", "als teamleider"),
        ("Deelnemer 1 sprak als laatste.", "sprak als laatste"),
        ("De jurist koos B.", "De jurist"),
        ("Toen ging de inbrenger voor C, en de jurist ging voor A.", "de jurist"),
        ("De inbrenger bleef bij A.", "De inbrenger"),
        ("Ik als jurist kan dit niet verdedigen.", "als jurist"),
        ("Als wijkagent zou ik dat nooit doen.", "als wijkagent"),
        ("als wmo-consulent zie ik dit vaker", "als wmo-consulent"),
        ("Vanuit mijn werk bij jeugd weet ik dat het kan.", "vanuit mijn werk bij jeugd"),
        ("In mijn functie als teamleider mag dat niet.", "in mijn functie als teamleider"),
        ("Ik heb zelf schulden gehad, dus ik snap het.", "ik heb zelf schulden"),
        ("Ik ben zelf in armoede opgegroeid.", "ik ben zelf in"),
        ("Ik kwam ook zelf uit de bijstand.", "ik kwam ook zelf uit"),
        ("Toen dacht ik aan mijn eigen kinderen.", "mijn eigen kinderen"),
        ("Als moeder weet ik hoe dat voelt.", "als moeder"),
        ("Bij ons thuis was er ook nooit geld.", "bij ons thuis"),
        ("a kozen er 2, de een om de wet", "2"),
        ("c kozen er drie omdat het kan", "drie"),
        ("D koos er één, om de regels.", "één"),
        ("4 van de 5 waren het eens", "4 van de 5"),
        ("Uiteindelijk 7 van de 12 vinden dat ook.", "7 van de 12"),
        ("Zes van de zeven zijn het ermee eens.", "Zes van de zeven"),
        ("een van ons, de jongste aan tafel, hield vast aan handhaven", "de jongste aan tafel"),
        ("De nieuwste in het team zag het anders.", "De nieuwste in het team"),
        ("een van ons hield vast aan handhaven", "een van ons"),
        ("ik heb zelf 2 jaar in een auto gewoond", "ik heb zelf 2 jaar in"),
        ("Ik zat zelf jarenlang in de schulden.", "ik zat zelf jarenlang in"),
        ("de boa koos als enigste voor B", "als enigste"),
        ("dat was de enigste die nee zei", "de enigste"),
        ("twee man wouden A de rest nie", "twee man"),
        ("Iedereen koos A behalve onze jurist.", "behalve onze jurist"),
        ("alleen de teamleider vond het niks", "alleen de teamleider"),
        ("Wie eerst nee wilde adviseren, zei: dat is niet eerlijk.", "Wie eerst nee wilde"),
        ("Degene die bij het scherm bleef, zag de rij.", "Degene die bij het scherm bleef"),
        ("Vier mensen komen uit op samen schatten.", "Vier mensen"),
        ("Eén van ons vindt dat dit te ver gaat.", "Eén van ons"),
        ("een van ons twijfelde tot het eind", "een van ons"),
        ("Een van de collega’s wilde eerst bellen.", "Een van de collega’s"),
        ("1 van ons ziet vooral de regel.", "1 van ons"),
        ("Een van de deelnemers zei dat het niet mag.", "Een van de deelnemers"),
        ("Wie wilde opschrijven, was bang voor de gevolgen.", "Wie wilde opschrijven"),
        ("Wie wilde opschalen kreeg geen steun.", "Wie wilde opschalen"),
        ("wie toch wilde wachten had daar een reden voor", "wie toch wilde wachten"),
        ("Wie opschrijven wilde, keek naar later.", "Wie opschrijven wilde"),
        ("Degene die wilde handhaven, twijfelde.", "Degene die wilde handhaven"),
        ("een collega koos voor wachten", "een collega"),
        ("Een collega vindt dat we te snel zijn.", "Een collega"),
        ("Een enkele collega denkt dat het gesprek verdwijnt.", "Een enkele collega"),
        ("Eén collega twijfelt nog.", "Eén collega"),
        ("een andere collega wilde juist wachten", "een andere collega"),
        ("ik als klantmanager vind dat lastig", "als klantmanager"),
        ("Als jurist kan ik meelezen.", "als jurist"),
        ("Als budgetcoach heb ik daar de uren niet voor.", "als budgetcoach"),
        ("als boa durf ik dat niet alleen", "als boa"),
        ("Als klantmanager werk en inkomen moet ik tekenen.", "als klantmanager"),
        ("Vanuit handhaving zie ik het anders.", "vanuit handhaving"),
        ("Bij ons op handhaving mag dat niet.", "bij ons op handhaving"),
    ],
)
def test_what_ties_somebody_to_a_choice_is_asked_about(text, place):
    found = asked(text)

    assert any(one.casefold().startswith(place.casefold()) for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Iedereen koos C.",
        "De gemeente koos een andere weg.",
        "Bijstand blijft over als enige optie.",
        "Wie als eerste moet horen wat er gebeurt, is de inwoner.",
        "Een deelnemer koos C.",
        "Twee van de drie brieven kwamen terug.",
        "De meesten kozen samen een woord.",
        "Hij moest kiezen tussen A en B.",
        "Deelnemer 3 zei niets.",
        "Ik als mens wil dat ook niet.",
        "Als ik dat doe, staat hij buiten.",
        "Ik ben zelf niet overtuigd.",
        "Ik heb zelf gebeld met de bank.",
        "Als team zeggen we hetzelfde.",
        "Als gemeente moeten wij dat uitleggen.",
        "Hij is als kind uit huis geplaatst.",
        "Ik zie hem als cliënt en niet als dossier.",
        "Wij kozen er samen voor om te wachten.",
        "Ze koos er zelf voor om te blijven.",
        "Twee van de vijf brieven zijn zoek.",
        "3 van de 4 brieven waren open.",
        "De jongste zat aan tafel te tekenen.",
        "De moeder heeft zelf gebeld.",
        "Hij heeft zelf om hulp gevraagd.",
        "Zij heeft zelf een briefje geschreven.",
        "Ik heb zelf 2 jaar gewacht op antwoord.",
        "Alleen de moeder vond het vreemd.",
        "Iedereen ging weg behalve de inwoner.",
        "Twee man wilden een andere woning.",
        "Alles is betaald, behalve de huur.",
        "Wie hulp vraagt, vindt hier een balie.",
        "Wie zag dat hij bleef?",
        "Een van ons belt hem morgen.",
        "Een van de brieven zegt iets anders.",
        "Een van de kinderen wilde blijven.",
        "Ieder van ons vindt dit moeilijk.",
        "Niemand van ons wilde wachten.",
        "Wie hulp wilde, moest eerst bellen.",
        "Wie wilde er nog iets zeggen?",
        "Wie een uitkering wil, moet zoeken naar werk.",
        "Een collega belt de verhuurder.",
        "Samen met een collega lezen we het dossier.",
        "Een collega van terugvordering leest mee.",
        "Een deelnemer vindt dat we te snel zijn.",
        "Als laatste wil ik de inwoner bellen.",
        "Als antwoord heb ik alleen de brief.",
        "Als alternatief kan ik zelf bellen.",
        "Als we bellen, heb ik tijd nodig.",
        "Als voorbeeld neem ik deze brief.",
        "Vanuit huis zie ik dat niet.",
        "Vanuit de regel zie ik geen ruimte.",
        "Bij ons op tafel ligt de brief.",
        "Bij ons op kantoor is het druk.",
    ],
)
def test_what_ties_nobody_is_left_alone(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Twee mensen kozen voor D.", "Enkele mensen kozen voor D."),
        ("Vier van de zes kozen C.", "Enkelen kozen C."),
        ("Eén van ons koos E.", "Iemand koos E."),
        ("Iedereen koos A behalve onze jurist.", "Iedereen koos A op één na."),
        ("Alleen de jurist vond dat niet.", "Iemand vond dat niet."),
        ("4 van de 5 waren het eens", "Enkelen waren het eens"),
        ("Wie nee wilde adviseren, zei: stop.", "Een deelnemer zei: stop."),
        ("Eén van ons vindt dit te ver gaan.", "Iemand vindt dit te ver gaan."),
        ("Wie wilde opschrijven, was bang.", "Een deelnemer was bang."),
        ("Een enkele collega denkt van niet.", "Iemand denkt van niet."),
        ("a kozen er 2, om de wet", "a kozen er enkelen, om de wet"),
        (
            "Toen koos A nog wie wilde; de jurist koos B.",
            "Toen koos A nog wie wilde; iemand koos B.",
        ),
    ],
)
def test_what_is_proposed_fits_the_sentence(text, said):
    assert put(text, find(text, KNOWN), lambda one: one.generalised or one.text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Twee collega’s zien het anders.",
        "Drie van ons vinden dit anders.",
        "Eén collega ziet het anders.",
        "Twee van de vier zijn het er niet mee eens.",
        "2 collega's waren het oneens.",
    ],
)
def test_how_many_see_it_otherwise_is_asked_about_as_well(text):
    assert any(one.reason.startswith("telt keuzes") for one in find(text, KnownNames.named()))


@pytest.mark.parametrize(
    "text", ["Wij zien het anders.", "De inwoner ziet het anders.", "Collega’s zien soms meer."]
)
def test_who_sees_it_otherwise_without_a_number_is_left_alone(text):
    assert not any(one.reason.startswith("telt keuzes") for one in find(text, KnownNames.named()))


def test_of_a_majority_nobody_proposes_one_person():
    text = "De meerderheid was voor A."
    gate = Gate.of(said_together(text, "dialogue.shared", ("jurist",)))
    assert [(one.text, one.generalised) for one in gate.shown(text)] == [("De meerderheid", "")]
