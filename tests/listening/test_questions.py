from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.listening import Rule, hints_in
from beraad.records import Clarification, Dilemma, PhaseKey, Setting, new_id
from tests.editing.support import blank

GOOD_QUESTIONS = (
    "",
    "Mag ik",
    "Mag ik een voorschot geven terwijl de zoekperiode nog loopt?",
    "Moet ik haar hoge maand verrekenen in een maand waarin zij weinig verdient?",
    "Durf ik schuldhulp te adviseren voor een inwoner met een fraudeschuld?",
    "Mogen wij iets onvermeld laten om het vertrouwen van een inwoner te behouden?",
    "Moet ik weigeren als zij niet wil dat ik haar moeder bel?",
    "Kan ik van mijn collega's vragen dat zij zwijgen?",
    "Wil ik een hoewel-ik-twijfel-advies geven?",
    "Mag ik met de sleutel naar binnen, of moet ik wachten tot zij opendoet?",
    "Moet ik dit melden, of wacht ik nog?",
    "Mag ik haar dossier aan de school geven, of moet ik wachten tot zij dat zelf goed vindt?",
)
BAD_QUESTIONS = (
    ("Hoe", {Rule.HOW_QUESTION}),
    ("Hoe help ik haar het beste?", {Rule.HOW_QUESTION}),
    ("“Hoe ga ik hiermee om?”", {Rule.HOW_QUESTION}),
    ("Op welke manier kan ik helpen?", {Rule.HOW_QUESTION}),
    ("Moet ik dit melden, nu zij het niet wil?", {Rule.COMMA}),
    ("Moet ik dit melden, nu zij het niet wil, of wacht ik nog?", {Rule.COMMA}),
    ("Moet ik dit melden, of wacht ik nog, of vraag ik het haar?", {Rule.COMMA}),
    (
        "Mag ik dit nu al op school zeggen, of moet ik nog een week stil zijn tot zij dat ook wil?",
        {Rule.LONG_QUESTION},
    ),
    (
        "Mag ik een jongere die al drie keer weg moest toch nog eens zonder afspraak laten komen?",
        {Rule.LONG_QUESTION},
    ),
    ("Is het eerlijk dat hij geen geld krijgt?", {Rule.NOT_OWN_ACTING}),
    ("Mag ik stoppen nu hij weigert te komen?", {Rule.BLAME}),
    ("Moet ik helpen als het haar eigen schuld is?", {Rule.BLAME}),
    ("Waarom luistert de teamleider nooit naar het team?", {Rule.NOT_OWN_ACTING}),
    ("Kan ik iets doen als de teamleider niet wil luisteren?", {Rule.BLAME}),
    (
        "Hoe krijgen de collega's de inwoner zover, nu hij weigert?",
        {Rule.HOW_QUESTION, Rule.BLAME, Rule.COMMA, Rule.NOT_OWN_ACTING},
    ),
)
POLICY_QUESTIONS = (
    ("Wat bedoelen we hier met zelfredzaamheid?", set()),
    ("Hoe richten wij de toegang in?", {Rule.HOW_QUESTION}),
    ("Wat betekent eigen regie van inwoners?", {Rule.NOT_OWN_ACTING}),
)
GOOD_ACTS = (
    "",
    "Ik",
    "Ik houd vast aan de zoekperiode.",
    "Wij geven haar de tijd en leggen uit waarom.",
    "Eerst bel ik de school, want zij wil haar zoon niet alleen laten.",
    "Ik meld dit, ook al wil zij dat niet.",
    "Ik ga uit van haar gemiddelde loon en reken na een half jaar af.",
)
BAD_ACTS = (
    ("Een voorschot geven voor vier weken.", {Rule.OPTION_NOT_OWN_ACT}),
    ("De inwoner moet eens zelf aan de slag.", {Rule.OPTION_NOT_OWN_ACT, Rule.BLAME}),
    ("Ik stop ermee, want hij wil niet.", {Rule.BLAME}),
    ("Ik korten? Zij werkt niet mee.", {Rule.BLAME}),
    ("Ik leg een maatregel op omdat hij niet meewerkt.", {Rule.BLAME}),
    ("Ik doe niets. De collega's moeten maar beter opletten.", {Rule.BLAME}),
)
ASKED_TO_UNDERSTAND = (
    "",
    "Wat heeft hij zelf gezegd over wat hij nodig heeft?",
    "Heeft hij sinds het besluit alles netjes doorgegeven?",
    "Heeft hij al hulp gevraagd?",
    "Kan hij terug naar zijn moeder?",
    "Waarom heeft zij niet gebeld?",
    "Hoe lang heb je al contact met haar?",
    "Heb je al antwoord van de school?",
    "Heb je al eerder zo'n situatie meegemaakt?",
    "Precious vraagt: kan zij in een goede maand iets opzijzetten?",
    "Komt er geen buffer voor deze situatie in de wet?",
    "Is het niet gelukt om de school te bereiken?",
    "Wat maakte dat je midden in je uitleg stopte?",
    "Moeten wij weigeren, of mogen wij weigeren?",
    "Heb je overwogen om te stoppen?",
    "Je zag haar dus twee keer?",
)
OPINIONS = (
    "Heb je al aan de voedselbank gedacht?",
    "heb je al  met zijn moeder gepraat?",
    "Heb je al een keer gevraagd wat hij wil?",
    "Waarom heb je niet gebeld?",
    "Waarom heb je hem niet gewoon gebeld?",
    "Waarom heb je geen jurist gevraagd?",
    "Waarom laat je dit lopen?",
    "Zou je niet eerst de huur moeten regelen?",
    "Vind je ook niet dat hij het zelf moet doen?",
    "Is het niet beter om te wachten?",
    "Kun je niet gewoon een voorschot geven?",
    "Had je niet eerder moeten bellen?",
    "Joost vraagt: heb je al met de verhuurder gebeld?",
    "“Zou je niet liever wachten?”",
    "- Waarom zou je dat doen?",
    "Ik vind dat je te streng bent.",
    "Volgens mij moet dit anders.",
)


def with_question(text):
    return replace(blank(), dilemma=Dilemma(moral_question=text))


def with_act(text):
    start = blank()
    return replace(start, options=(start.option_a, replace(start.option_b, text=text)))


def with_clarification(text):
    return replace(blank(), clarifications=(Clarification(id=new_id(), question=text),))


def rules(session, phase):
    return {hint.rule for hint in hints_in(session, phase)}


@pytest.mark.parametrize("text", GOOD_QUESTIONS)
def test_a_good_moral_question_is_left_alone(text):
    assert rules(with_question(text), PhaseKey.DILEMMA) == set()


@pytest.mark.parametrize(("text", "noticed"), BAD_QUESTIONS)
def test_a_moral_question_that_needs_another_look(text, noticed):
    session = with_question(text)

    assert rules(session, PhaseKey.DILEMMA) == noticed
    assert {hint.address.section for hint in hints_in(session, PhaseKey.DILEMMA)} == {"dilemma"}


@pytest.mark.parametrize(("text", "noticed"), POLICY_QUESTIONS)
def test_a_policy_question_is_about_what_we_mean(text, noticed):
    session = with_question(text)
    session = replace(session, opening=replace(session.opening, setting=Setting.POLICY))
    found = hints_in(session, PhaseKey.DILEMMA)

    assert {hint.rule for hint in found} == noticed
    assert not [hint for hint in found if "Mag ik" in hint.text or "“Ik”" in hint.text]


@pytest.mark.parametrize("text", GOOD_ACTS)
def test_an_own_act_without_blame_is_left_alone(text):
    assert rules(with_act(text), PhaseKey.DILEMMA) == set()


@pytest.mark.parametrize(("text", "noticed"), BAD_ACTS)
def test_an_act_that_is_not_ones_own_or_blames(text, noticed):
    session = with_act(text)
    found = hints_in(session, PhaseKey.DILEMMA)

    assert {hint.rule for hint in found} == noticed
    assert {hint.address.item for hint in found} == {session.option_b.id}
    assert all("B" in hint.reason for hint in found)


def test_an_alternative_need_not_be_ones_own_act():
    session = blank()
    session = replace(session, options=(*session.options, replace(session.option_a, id=new_id())))
    session = replace(
        session, options=(*session.options[:2], replace(session.options[2], text="Samen bellen"))
    )
    assert hints_in(session, PhaseKey.DILEMMA) == ()


@pytest.mark.parametrize("text", ASKED_TO_UNDERSTAND)
def test_a_question_asked_in_order_to_understand_is_left_alone(text):
    assert rules(with_clarification(text), PhaseKey.CLARIFICATION) == set()


@pytest.mark.parametrize("text", OPINIONS)
def test_an_opinion_dressed_as_a_question(text):
    session = with_clarification(text)
    [hint] = hints_in(session, PhaseKey.CLARIFICATION)

    assert hint.rule is Rule.OPINION_AS_QUESTION
    assert hint.address.item == session.clarifications[0].id
