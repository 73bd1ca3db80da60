"""A function of somebody present said in short is asked about where it stands for that person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.review.gate import Gate
from beraad.privacy.review.survey import survey
from beraad.records import Id, Participant
from tests.privacy.said_together import asked_of, said_together

PEOPLE = (
    "consulent inkomen",
    "medewerker handhaving",
    "klantmanager werk",
    "jobcoach",
    "bedrijfsarts",
    "teamleider",
    "wmo-consulent",
)
JOINT = (
    "conclusion.answer",
    "conclusion.lesson",
    "dialogue.shared",
    "dialogue.core_difference",
    "dialogue.minority_view",
    "agreements.what",
    "look_back.method",
    "lesson.considerations",
    "signal.sees_otherwise",
)
AROUND = "Wij willen dat hij eerst gehoord wordt.\n\n{}\n\nDe brief gaat later."

SIDES = [
    ("Zeven van ons wilden vrijdag niet door laten gaan; handhaving wel.", "handhaving"),
    ("Voor nu: afzeggen, tegen de zin van inkomen.", "inkomen"),
    ("Met inkomen bespreken waarom zij bij A bleven", "inkomen"),
    ("Alleen inkomen hield vast aan vrijdag.", "inkomen"),
    ("Inkomen had het liever anders gezien.", "inkomen"),
    ("Die van inkomen zagen niets in uitstel.", "inkomen"),
    ("Op inkomen na wilde niemand vrijdag door laten gaan.", "inkomen"),
    ("Inkomen stond alleen.", "inkomen"),
    ("Wij zessen wilden wachten; inkomen niet.", "inkomen"),
    ("Waarom was inkomen tegen?", "inkomen"),
    ("Iedereen kon leven met afzeggen, inkomen met moeite.", "inkomen"),
    ("Inkomen moest even slikken.", "inkomen"),
    ("Het was dapper van inkomen om als eerste nee te zeggen.", "inkomen"),
    ("De man van handhaving was niet te overtuigen.", "handhaving"),
    (
        "De mensen van werk waren het eens, die van handhaving zagen niets in uitstel.",
        "handhaving",
    ),
    ("De mensen van werk waren het eens.", "werk"),
    ("De meesten wilden noteren, werk niet.", "werk"),
    ("Wij stonden er zo in, al had handhaving het liever anders gezien.", "handhaving"),
    ("De baas vond noteren nodig.", "De baas"),
    ("De jobcoach had moeite met noteren.", "De jobcoach"),
    ("Voor de bedrijfsarts telde gezondheid het zwaarst.", "de bedrijfsarts"),
    ("Voor handhaving woog de regel het zwaarst.", "handhaving"),
    ("Afzeggen, tot spijt van handhaving.", "handhaving"),
    ("Niemand behalve handhaving zag er iets in.", "handhaving"),
    ("We hoorden dat inkomen er niets in zag.", "inkomen"),
    ("Vragen waarom de bedrijfsarts dit niet wilde.", "de bedrijfsarts"),
    ("Inkomen was het er niet mee eens.", "inkomen"),
    ("Handhaving ging overstag.", "handhaving"),
    ("Werk bleef twijfelen.", "werk"),
    ("Handhaving haakte af.", "handhaving"),
    ("De wmo wilde wachten.", "de wmo"),
    ("De arts had bezwaren.", "de arts"),
    ("Wat vond inkomen ervan?", "inkomen"),
]

ALSO = [
    "Handhaving kon er niet mee leven.",
    "Het liefst had inkomen dit niet gedaan.",
    "Inkomen heeft hier slecht van geslapen.",
    "Wij kiezen voor wachten. Handhaving liever niet.",
    "Allen voor noteren, behalve werk.",
    "Iedereen akkoord, alleen handhaving twijfelt nog.",
    "Handhaving was de enige tegenstem.",
    "Handhaving wilde dat we niets deden.",
    "De collega van inkomen bleef erbij.",
    "De collega’s van handhaving kregen we niet mee.",
    "We kregen handhaving niet mee.",
    "We hebben handhaving overtuigd.",
    "Inkomen ging met tegenzin mee.",
    "Inkomen gaat akkoord onder voorwaarde.",
    "Inkomen zag het somber in.",
    "Handhaving vindt dat regels regels zijn.",
    "Volgens inkomen had het anders gekund.",
    "Volgens de jobcoach had het anders gekund.",
    "Dat kostte inkomen moeite.",
    "Het viel inkomen zwaar.",
    "Voor inkomen was het lastig.",
    "Inkomen vond het lastig om toe te geven.",
    "Inkomen schaarde zich achter de groep.",
    "Inkomen legt zich erbij neer.",
    "We lieten inkomen alleen staan.",
    "Inkomen stond erin als enige.",
    "Wij waren eruit, op handhaving na.",
    "Vooral inkomen wilde uitstel.",
    "Handhaving (tegen) legde uit waarom.",
    "Handhaving tegen, de rest voor.",
    "Handhaving: nee.",
    "Het verzet van handhaving hielp ons.",
    "De twijfel van inkomen hielp ons.",
    "Het bezwaar van handhaving: de regel geldt voor iedereen.",
    "Dank aan handhaving voor het tegengeluid.",
    "Met handhaving kwamen we er niet uit.",
    "Handhaving bleef bij het standpunt.",
    "De jobcoach zat op een andere lijn.",
    "De meesten kozen wachten. Handhaving niet.",
    "Niet iedereen: handhaving had bezwaar.",
]

COUNTED = [
    "Vijf voor wachten, twee voor doorgaan.",
    "Zes van de zeven kozen A.",
    "Met één stem verschil.",
    "Er lag één kaart bij A.",
    "A kreeg één stem.",
    "Eén stem voor A, zes voor B.",
    "Alle kaarten bij B, op één na.",
    "B kreeg zes kaarten.",
    "Alleen één kaart lag bij A.",
    "Degene die bij A bleef, kreeg ruimte.",
    "Wie voor A was, mocht eerst.",
]

ORDINARY = [
    "Handhaving van de wet is niet alleen straf.",
    "Werk is niet alles.",
    "Werk en inkomen zijn voor hem het belangrijkst.",
    "Inkomen is geen doel.",
    "Hij heeft geen werk en wil niet wachten.",
    "We willen dat hij werk vindt.",
    "Wij willen dat zij inkomen houdt.",
    "De afdeling handhaving belt hem.",
    "Handhaving doet het huisbezoek.",
    "Afspraak: inkomen stuurt de brief.",
    "Inkomen zoekt uit wat kan.",
    "Werk kan wachten, gezondheid niet.",
    "Hij wil wel zorg maar werk niet.",
    "De arts is ziek.",
    "De jobcoach is er morgen.",
    "Met werk bedoelen we ook vrijwilligerswerk.",
    "Zonder inkomen wil hij niet wonen.",
    "Zij was blij met werk.",
    "Wij vinden dat inkomen voorop staat.",
    "Voor hem telt werk het zwaarst.",
    "Handhaving kan later.",
    "De teamleider legt dit voor aan het bestuur.",
    "Inkomen ging omlaag.",
    "Zijn werk hield hem op de been.",
    "Het werk stond stil.",
    "Werk had hij niet.",
    "De wet was tegen.",
    "We spraken met inkomen en werk.",
    "De regel is er en handhaving ook.",
    "Wie A zegt moet ook B zeggen.",
    "Door werk voelde hij zich beter.",
    "Inkomen bleef gelijk.",
    "Haar inkomen is laag.",
    "Het inkomen stond alleen op papier.",
    "Zijn inkomen was niet te overzien.",
    "Inkomen is voor hem de eerste zorg.",
    "Inkomen was er wel, maar te weinig.",
    "Inkomen moet er zijn.",
    "Inkomen telde zwaar.",
    "De huur is geregeld, inkomen niet.",
    "Voor inkomen is een aanvraag nodig.",
    "Bij inkomen aanvragen wat nodig is.",
    "Met inkomen bespreken of een voorschot kan.",
    "Alleen inkomen uit werk telt.",
    "De handhaving van de regel kost tijd.",
    "Handhaving van de regel is nodig.",
    "Handhaving belt de verhuurder.",
    "Handhaving heeft ook een doel.",
    "Goed van handhaving weten wat mag.",
    "Hij wil werk zoeken.",
    "Werk zoeken wil hij wel.",
    "Werk wil hij graag.",
    "Werk vond ze in de bouw.",
    "Wie wilde werk?",
    "Van werk wordt hij beter.",
    "Op werk na verandert er niets voor haar.",
    "De mensen van werk bellen hem morgen.",
    "De teamleider leest mee.",
    "De jobcoach zoekt uit wat kan.",
    "Zijn baas vond dat lastig.",
    "De arts belt maandag.",
    "Voor de jobcoach ligt een map klaar.",
]


def asked(text, field="dialogue.shared"):
    return asked_of(text, field, PEOPLE)


@pytest.mark.parametrize("told", ["{}", AROUND], ids=["alone", "between paragraphs"])
@pytest.mark.parametrize("field", JOINT)
@pytest.mark.parametrize(("text", "place"), SIDES)
def test_what_somebody_called_in_short_wanted_is_asked_in_every_field(text, place, field, told):
    found = asked(told.format(text), field)

    assert any(place.casefold() in one.casefold() for one in found), found


@pytest.mark.parametrize("text", [*ALSO, *COUNTED])
def test_a_side_told_in_other_words_is_asked(text):
    assert asked(text)


@pytest.mark.parametrize("field", ["conclusion.answer", "agreements.what", "dialogue.shared"])
@pytest.mark.parametrize("text", ORDINARY)
def test_the_same_word_of_a_thing_is_left_alone(text, field):
    assert asked(text, field) == []


@pytest.mark.parametrize("text", ["De klant wilde wachten.", "De groep vond dat lastig."])
def test_of_a_function_in_one_word_no_part_is_of_others(text):
    session = said_together(text, "dialogue.shared", PEOPLE)
    roles = ("klantmanager", "groepswerker", "cliëntondersteuner")
    people = tuple(Participant(id=Id(role), role=role) for role in roles)
    gate = Gate.of(replace(session, participants=people))

    assert not [one for one in gate.shown(text) if gate.is_open(one)]


def test_one_place_is_one_question():
    session = said_together(
        "Alleen inkomen hield vast aan vrijdag.", "dialogue.core_difference", PEOPLE
    )

    assert len([one for one in survey(session).open if "inkomen" in one.text.casefold()]) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Zes kaarten lagen bij B en C, één kaart bij A.", "Zes kaarten"),
        ("Zes kaarten lagen bij B en C, één kaart bij A.", "één kaart"),
        ("Bij A lag maar één kaart.", "één kaart"),
        ("Wie A koos kreeg alle ruimte.", "Wie A koos"),
        ("Zes tegen een.", "Zes tegen een"),
        ("Het werd zes tegen één, en daar bleef het bij.", "zes tegen één"),
        ("Op één na vonden we noteren nodig.", "Op één na"),
        ("Op twee na wilden we wachten.", "Op twee na"),
    ],
)
@pytest.mark.parametrize("field", ["conclusion.answer", "dialogue.shared", "agreements.what"])
def test_a_count_in_words_is_asked(text, place, field):
    assert any(place in one for one in asked(text, field))


@pytest.mark.parametrize(
    "text",
    [
        "Zes kaarten lagen klaar.",
        "Hij legde één kaart bij de brief.",
        "Hij leunde zes keer tegen een muur.",
        "De op een na oudste zoon helpt.",
        "Wie A leest, ziet B niet.",
        "Wie kiest er mee?",
    ],
)
def test_another_count_is_not(text):
    assert asked(text) == []
