"""How many, or who, stood by the letter of an option is asked about in one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.instead.replacing import put
from beraad.privacy.review.gate import Gate
from beraad.records import Decision, Option, Part, Session, Verdict, new_id
from tests.privacy.said_together import said_together

ROLES = (
    "leerplichtambtenaar",
    "poh ggz",
    "klantmanager inkomen",
    "jurist",
    "schuldhulpverlener",
    "wijkverpleegkundige",
    "adviseur zorg",
)
NAMES = ("Joris", "Bas", "Roos", "Mei", "Farida", "Teun", "Hilde")
BRINGS_IN = "Farida"


def beraad(text: str, field: str = "dialogue.shared") -> Session:
    session = said_together(text, field, ROLES)
    people = tuple(
        replace(one, name=name, part=Part.CASE_OWNER if name == BRINGS_IN else one.part)
        for one, name in zip(session.participants, NAMES, strict=True)
    )
    options = tuple(Option(id=new_id(), text=f"Weg {number}", short="") for number in range(3))
    return replace(session, participants=people, options=options)


def asked(text: str, field: str = "dialogue.shared") -> list[str]:
    gate = Gate.of(beraad(text, field))
    return [one.text for one in gate.pointed_out(text) if gate.is_open(one)]


def proposed(text: str, field: str = "dialogue.shared") -> str:
    gate = Gate.of(beraad(text, field))
    return put(text, gate.pointed_out(text), gate.replacement)


@pytest.mark.parametrize("field", ["dialogue.shared", "look_back.method", "conclusion.answer"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3x B en 1x A.", "Er werd verschillend gekozen."),
        ("Het was twee om twee om een.", "Het was verdeeld."),
        ("2x A 2x C 1x B", "Er werd verschillend gekozen"),
        ("3 voor a 1 voor c, b heeft niemand meer", "Er werd verschillend gekozen"),
        ("2 voor A, 2 voor C, 1 voor B", "Er werd verschillend gekozen"),
        ("Eerst was het 2 voor A, 2 voor C, 1 voor B.", "Eerst was het verschillend."),
        ("A kreeg twee stemmen en C ook.", "Er werd verschillend gekozen."),
        ("Er ging nog maar één hand op voor A.", "Er werd verschillend gekozen."),
        ("Twee van ons A, de rest C.", "Er werd verschillend gekozen."),
        ("B heeft niemand meer.", "Er werd gekozen."),
        ("Drie kozen A, twee C.", "Er werd verschillend gekozen."),
        ("A 3, B 1", "Er werd verschillend gekozen"),
        ("De helft was om.", "Een deel was om."),
        ("één kaart bij A", "er werd verschillend gekozen"),
        ("A: Joris, Bas. C: Roos, Mei.", "Er werd verschillend gekozen."),
        ("Joris: A, Bas: C, Roos: C", "Er werd verschillend gekozen"),
        ("Joris en Bas kozen allebei B, Roos A.", "Er werd verschillend gekozen."),
        ("Een deelnemer en een deelnemer kozen allebei B.", "Enkelen kozen B."),
        ("Eerst koos Joris B en Bas A.", "Eerst kozen enkelen verschillend."),
        ("Joris en Bas stemden C, Farida B.", "Er werd verschillend gekozen."),
        ("Joris, Bas en Roos wilden wachten.", "Enkelen wilden wachten."),
        ("Iedereen behalve Joris wilde door.", "Iedereen op enkelen na wilde door."),
        ("We waren het eens, op Bas na.", "We waren het eens, op enkelen na."),
        ("Alleen Joris koos B.", "Een deelnemer koos B."),
        ("leerplicht en ggz allebei a", "enkelen kozen A"),
        ("Inkomen en juridisch allebei A.", "Enkelen kozen A."),
        ("Schuldhulp en zorg gingen voor C.", "Enkelen kozen C."),
        ("Degene van de schulden zag het anders.", "Een deelnemer zag het anders."),
        ("Daarna ging Farida om.", "Daarna ging een deelnemer om."),
        ("De inbrenger veranderde van gedachten.", "Een deelnemer veranderde van gedachten."),
        ("Farida veranderde van gedachten.", "Een deelnemer veranderde van gedachten."),
        (
            "Toen Farida huilde ging ik om.",
            "Toen een deelnemer huilde ging een deelnemer om.",
        ),
        ("Joris en ik kozen allebei A.", "Enkelen kozen A."),
        ("Eerst b, nu c.", "Van keuze veranderd."),
        ("Ik ben om.", "Een deelnemer is om."),
        ("Niemand koos B, iedereen A.", "Er werd gekozen."),
        ("allemaal kozen we A", "er werd gekozen"),
        ("We kozen allemaal A.", "Er werd gekozen."),
        ("we waren unaniem voor B", "er werd gekozen"),
        ("Het was unaniem voor B.", "Het was een keuze."),
        ("A kreeg alle stemmen.", "Er werd gekozen."),
        ("Alle handen gingen op voor A.", "Er werd gekozen."),
        ("Geen van ons koos B.", "Er werd gekozen."),
        ("Alle vijf kozen A.", "Er werd gekozen."),
        ("Omdat iedereen A koos, stopten we.", "Omdat er werd gekozen, stopten we."),
        ("Toen koos iedereen A.", "Toen werd er gekozen."),
        ("Voor A koos iedereen.", "Er werd gekozen."),
        ("Op één na iedereen koos A.", "Er werd verschillend gekozen."),
        ("Op één na iedereen wilde door.", "Op enkelen na iedereen wilde door."),
        ("Drie kozen A, niemand B.", "Er werd verschillend gekozen."),
        ("Drie stemmen voor A.", "Er werd gekozen."),
        ("Ik was voor vertellen maar bang.", "Een deelnemer was voor vertellen maar bang."),
        ("Vanuit mijn vak zeg ik: niet doen.", "Een deelnemer zegt: niet doen."),
    ],
)
def test_a_count_or_a_list_by_choice_is_asked_in_one_place(
    text: str, said: str, field: str
) -> None:
    assert asked(text, field)
    assert proposed(text, field) == said


@pytest.mark.parametrize(
    "text",
    [
        "We kiezen A, want A geeft rust.",
        "We hebben twee keer A besproken.",
        "A heeft geen nadelen. B heeft drie nadelen.",
        "A: een brief sturen. B: twee gesprekken voeren.",
        "Bij B hoort een gesprek.",
        "Argument 1 voor A is rust.",
        "Ik was voor het gesprek thuis.",
        "Zij wonen met drie om de hoek.",
        "De eerste vraag ging om de huur.",
        "Farida vertelde over het huisbezoek.",
        "Een keuze voor A betekent uitstel.",
        "Een keuze voor B is een keuze voor rust.",
        "Wie A kiest, kiest voor uitstel.",
        "Niemand heeft A gelezen.",
        "Iedereen is bij A betrokken.",
        "Voor iedereen geldt: A is tijdelijk.",
        "Bij A is niemand gebaat.",
        "We hebben allemaal A besproken.",
        "Het was acht om half negen.",
        "De helft van de huur is betaald.",
        "Met tegenzin betalen helpt niet.",
    ],
)
@pytest.mark.parametrize("field", ["dialogue.shared", "look_back.method"])
def test_what_counts_nobody_is_left_alone(text: str, field: str) -> None:
    assert asked(text, field) == []


@pytest.mark.parametrize("text", ["de poh vindt dat", "De poh vindt dat het te snel gaat."])
def test_a_short_function_is_known_where_somebody_sees_it_otherwise(text: str) -> None:
    assert [one.casefold() for one in asked(text, "signal.sees_otherwise")] == ["de poh"]


@pytest.mark.parametrize(
    "text", ["Joris deed dit met tegenzin", "Een deelnemer doet dit onder protest."]
)
def test_an_agreement_that_is_kept_with_reluctance_is_asked(text: str) -> None:
    assert asked(text, "agreements.what")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Met tegenzin belt zij terug.", "Zoals afgesproken belt zij terug."),
        ("Stelt het uit, onder protest.", "Stelt het uit, zoals afgesproken."),
    ],
)
def test_what_is_proposed_for_reluctance_is_true_of_every_agreement(text: str, said: str) -> None:
    assert proposed(text, "agreements.what") == said


def test_who_says_ik_by_function_is_asked_in_every_ronde() -> None:
    text = "Ik heb dat als wijkverpleegkundige zelf geregeld."

    assert asked(text, "dilemma.moral_question") == ["als wijkverpleegkundige"]


def test_names_in_a_list_that_may_stay_still_go() -> None:
    text = "A: Joris, Bas. C: Roos, Mei."
    session = beraad(text)
    gate = Gate.of(session)
    (run,) = gate.pointed_out(text)
    kept = Decision(id=new_id(), key=run.key, verdict=Verdict.KEEP)

    for decisions in ((), (kept,)):
        cleaned = Gate.of(replace(session, decisions=decisions)).cleaned(text)
        assert not any(name in cleaned for name in NAMES)
