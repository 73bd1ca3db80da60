"""Participants who are called by an everyday word: the verslag stays Dutch, and the names go."""

from __future__ import annotations

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.survey import survey
from tests.privacy.invented import beraad, instead, keep

NAMES = ("Wil Jansen", "Mei Lin", "Bas de Groot", "Roos de Wit", "Dag Hammer", "Week Prins")


def cleaned(text: str, *, cautious: bool = False) -> str:
    return clean(beraad(text, names=NAMES), cautious=cautious).case.situation


@pytest.mark.parametrize(
    "text",
    [
        "De inwoner wil in mei verhuizen. Wat wil zij zelf?",
        "Wil zij dat? Elke week belt zij een dag later.",
        "Het ging om de groot en klein van dit huis.",
        "Mei is een drukke maand.",
        "Dag mevrouw, zei de consulent.",
    ],
)
@pytest.mark.parametrize("cautious", [False, True])
def test_an_ordinary_word_stays_dutch(text: str, *, cautious: bool) -> None:
    assert cleaned(text, cautious=cautious) == text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Ik sprak Wil en daarna Mei.", ("Wil", "Mei")),
        ("Bas belt, Roos zegt nee.", ("Bas", "Roos")),
        ("Volgens Roos wil Bas niet.", ("Roos", "Bas")),
        ("Met Bas de Groot en Roos de Wit gesproken.", ("Bas", "Groot", "Roos", "Wit")),
        ("mw de wit belt morgen", ("wit",)),
        ("volgens bas klopt dat niet", ("bas",)),
        ("roos zegt dat het kan", ("roos",)),
    ],
)
def test_a_name_goes_where_a_name_stands(text: str, gone: tuple[str, ...]) -> None:
    told = cleaned(text)
    assert not [name for name in gone if name in told.split()]
    assert (" wil " in told) == (" wil " in text)


def test_who_sits_there_is_one_person_also_where_another_sign_sees_the_name() -> None:
    told = cleaned("Toen werd het laat. Roos werd stil. Ik sprak Roos na afloop.")
    assert told == "Toen werd het laat. Een deelnemer werd stil. Ik sprak een deelnemer na afloop."


@pytest.mark.parametrize("text", ["de inwoner wil weg", "bas: ik kom niet", "mei is er niet bij"])
def test_in_a_text_without_capitals_a_person_is_asked(text: str) -> None:
    assert survey(beraad(text, names=NAMES)).open
    assert cleaned(text, cautious=True) == text


@pytest.mark.parametrize(
    "text",
    [
        "Toen zei men: volgens wil kan dat.",
        "Er is met wil gebeld.",
        "En gisteren wil belde nog.",
        "Daar waren wil en ik bij.",
    ],
)
def test_a_small_name_where_no_verb_can_stand_is_asked(text: str) -> None:
    assert survey(beraad(text, names=NAMES)).open


AS_A_WORD = {
    "Wil": "de kleindochter vragen of ze erbij wil zijn",
    "Mei": "het speelde allemaal in de maand mei toen",
    "Dag": "het gebeurde elke keer weer dag en nacht",
}
AS_A_NAME = (
    "Wil",
    "Wil deed dat pas in week zes.",
    "Wil heeft gebeld.",
    "Wil, leerplicht",
    "Wil van de wijk belt terug.",
    "Wil en ik bellen samen.",
    "Volgens wil kan dat.",
    "Mei van juridisch heeft de verordening gelezen.",
    "Mei belde daarna.",
    "Dag moest twee keer afkappen.",
    "Dag stelde die vraag.",
)


def keys_of_words() -> list[str]:
    """The keys of what is asked about these words where they are no names."""
    return [
        one.key for text in AS_A_WORD.values() for one in survey(beraad(text, names=NAMES)).open
    ]


@pytest.mark.parametrize("text", AS_A_NAME)
def test_what_is_decided_about_the_word_says_nothing_of_the_person(text: str) -> None:
    decisions = tuple(keep(key) for key in keys_of_words())
    assert decisions
    gate = Gate.of(beraad(text, " ".join(AS_A_WORD.values()), names=NAMES, decisions=decisions))
    shown = tuple(gate.shown(text))
    assert shown
    assert all(gate.is_open(one) or not gate.stays(one) for one in shown)


@pytest.mark.parametrize("text", AS_A_NAME)
def test_taking_the_person_out_leaves_the_word(text: str) -> None:
    asked = survey(beraad(text, names=NAMES)).open
    decisions = tuple(instead(one.key, "") for one in asked)
    word = "de kleindochter vragen of ze erbij wil zijn"
    gate = Gate.of(beraad(text, word, names=NAMES, decisions=decisions))
    assert gate.cleaned(word) == word
    assert not {"Wil", "Mei", "Dag"} & set(gate.cleaned(text).replace(",", "").split())


def test_each_way_of_standing_shows_its_own_sentences() -> None:
    texts = ("of ze erbij wil zijn", "Wil deed dat pas in week zes.", "Wil de inwoner dat?")
    found = survey(beraad(*texts, names=NAMES)).open
    assert [one.mentions for one in found] == [1, 1, 1]


def test_an_older_decision_about_all_at_once_holds_for_the_small_word_alone() -> None:
    texts = ("of ze erbij wil zijn", "Wil deed dat pas in week zes.")
    shared = f"participant:{0:032x}:wil"
    gate = Gate.of(beraad(*texts, names=NAMES, decisions=(keep(shared),)))
    assert not any(map(gate.is_open, gate.shown(texts[0])))
    assert all(map(gate.is_open, gate.shown(texts[1])))


@pytest.mark.parametrize("text", ["Wil deed dat pas in week zes.", "Dag moest twee keer afkappen."])
def test_a_cautious_reader_does_not_see_a_name_that_stands_as_one(text: str) -> None:
    assert cleaned(text, cautious=True).split()[0] not in {"Wil", "Dag"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Wil zij dat?", "Wil"),
        ("Wil de moeder dit wel?", "Wil"),
        ("of ze erbij wil zijn", "wil"),
        ("Het speelde in de maand mei toen.", "mei"),
    ],
)
def test_to_leave_what_reads_as_a_word_is_what_is_proposed(text: str, left: str) -> None:
    open_ones = survey(beraad(text, names=NAMES)).open
    assert [one.text for one in open_ones if one.rather_stays] == [left]


@pytest.mark.parametrize("text", AS_A_NAME)
def test_to_leave_a_person_is_never_what_is_proposed(text: str) -> None:
    assert not any(one.rather_stays for one in survey(beraad(text, names=NAMES)).open)


VERBS = ("Wil Jansen", "Mag Peters", "Ben Vos", "Do Bakker", "Dag Hammer")
AS_A_VERB = (
    "{} de moeder dit wel?",
    "{} Trijntje wel weg bij Annelies?",
    "{} leerplicht dit?",
    "{} moeder dit zelf?",
    "{} Trijntje weg, dan moet dat kunnen.",
)


@pytest.mark.parametrize("name", ["Wil", "Mag", "Ben", "Do"])
@pytest.mark.parametrize("text", AS_A_VERB)
def test_what_may_be_the_verb_is_never_replaced_unasked(name: str, text: str) -> None:
    written = text.format(name)
    gate = Gate.of(beraad(written, names=(*VERBS, "Trijntje Postma")))
    assert gate.cleaned(written).startswith(f"{name} ")


@pytest.mark.parametrize("name", ["Wil", "Mag", "Ben", "Do"])
@pytest.mark.parametrize("question", AS_A_VERB)
@pytest.mark.parametrize(
    "told", ["{} hield ons goed bij de vraag.", "{} begreep het.", "{} koos voor de ander."]
)
def test_leaving_the_verb_of_a_question_says_nothing_of_the_person(
    name: str, question: str, told: str
) -> None:
    texts = (question.format(name), told.format(name))
    asked = survey(beraad(*texts, names=VERBS)).open
    verb = next(one for one in asked if one.places[0].start == 0 and one.text == name)
    gate = Gate.of(beraad(*texts, names=VERBS, decisions=(keep(verb.key),)))
    assert gate.cleaned(texts[0]).startswith(name)
    assert all(gate.is_open(one) or not gate.stays(one) for one in gate.shown(texts[1]))
    assert gate.shown(texts[1])


def test_a_greeting_of_somebody_stays_a_greeting() -> None:
    assert cleaned("Dag Trijntje, zei de consulent.").startswith("Dag ")
