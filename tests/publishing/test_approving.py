"""When a leerverslag may enter the register, and when it may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.errors import Solvable
from beraad.lessons.approver import refused
from beraad.lessons.identity import identities
from beraad.lessons.proposals import proposals
from beraad.privacy.clean import clean
from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.leaving.lesson import admitted_lesson, clean_lesson
from beraad.publishing.approving import approved, missing, stands
from beraad.publishing.layers import PUBLICATIONS, waits
from beraad.records import Decision, Id, Layer, Part, Participant, Setting, Verdict, new_id
from beraad.report.compose import lesson_report
from beraad.report.plain import plain_text
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW, a_lesson, empty_session, filled_session, settled

TODAY = date(2026, 12, 3)


def session_with(**changes):
    return replace(filled_session(), lesson=a_lesson(**changes))


def test_a_name_that_the_municipality_knows_is_no_role():
    session = session_with(approved_by="drieklomp")
    known = shipped().with_own(names=frozenset({"drieklomp"}))

    assert undone(session) == []
    with pytest.raises(Solvable) as refusal:
        approved(session, known, today=TODAY)

    assert "geen naam" in refusal.value.way_out


def undone(session):
    return list(missing(session, PUBLICATIONS[Layer.LEARNING].findings(session)))


def test_what_is_whole_and_checked_may_enter():
    session = session_with()

    lesson, _ = approved(session, today=TODAY)

    assert undone(session) == []
    assert lesson.season == "najaar 2026"
    assert lesson.content == replace(session.lesson, approved_on=TODAY)


def test_it_enters_under_an_identity_that_only_the_beraad_keeps():
    session = session_with()

    lesson, version = approved(session, today=TODAY)
    again, _ = approved(session, today=TODAY)

    assert lesson.id not in {session.id, again.id}
    assert (version.id, version.layer, version.final) == (lesson.id, Layer.LEARNING, True)
    assert identities(replace(session, versions=(version,))) == {session.id, lesson.id}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": " "}, "een titel"),
        ({"value_conflict": ""}, "welke waarden botsen"),
        ({"lesson": ""}, "de les"),
        ({"general_words": False}, "drie vragen"),
        ({"no_local_detail": False}, "drie vragen"),
        ({"nobody_recognised": False}, "drie vragen"),
        ({"approved_by": ""}, "Wie keurt goed"),
        ({"approved_by": "Anneke de Vries"}, "geen naam"),
        ({"approved_by": "mevrouw Jansen"}, "geen naam"),
        ({"approved_by": "gespreksleider"}, "een andere rol"),
        ({"approved_by": " De Gespreksleider "}, "een andere rol"),
        ({"situation": "Hij kreeg [persoon 1] te spreken."}, "[persoon 1]"),
        ({"lesson": "Iemand vraagt … . Bespreek dat vooraf."}, "puntjes"),
        ({"considerations": "Er was een schuld van € 500."}, "precies bedrag"),
        ({"considerations": "Er was een schuld van vijftig euro."}, "precies bedrag"),
        ({"considerations": "Er ging 612 per maand af."}, "precies bedrag"),
        ({"considerations": "De schuld was 12.500,-."}, "precies bedrag"),
        ({"considerations": "De schuld was zes mille."}, "precies bedrag"),
        ({"considerations": "Het kostte anderhalve ton."}, "precies bedrag"),
        ({"situation": "Iemand (naam) vraagt hulp."}, "(naam)"),
        ({"situation": "Iemand in ___ vraagt hulp."}, "puntjes"),
        (
            {"situation": "Een ouder verloor een kind bij een brand."},
            "overlijden (“verloor een kind”), gebeurtenis (“brand”)",
        ),
        (
            {"situation": "Een vader van zes met een enkelband."},
            "gezin (“vader van zes”), justitie (“enkelband”)",
        ),
        ({"situation": "woord " * 71}, "70 woorden"),
        (
            {"situation": "Een vader zorgt voor zijn zieke dochter."},
            "gezin (“dochter”), gezondheid (“zieke”)",
        ),
        (
            {
                "title": "Een kapper in de schulden",
                "lesson": "Vraag na een overlijden hoe het gaat.",
            },
            "overlijden (“overlijden”), werk (“kapper”)",
        ),
        (
            {"lesson": "Begin zo: hij vroeg waar hij vanavond van moest eten, en ga dan verder."},
            "een zin uit het beraad",
        ),
    ],
)
def test_what_is_not_done_yet_is_said(changes, reason):
    session = session_with(**changes)

    with pytest.raises(Solvable) as refusal:
        approved(session, today=TODAY)

    assert any(reason in one for one in undone(session))
    assert reason in refusal.value.way_out


def test_a_place_that_waits_for_a_decision_keeps_it_out():
    session = session_with(situation="Een alleenstaande vader van 43 jaar met een tweeling.")
    waiting = list(filter(waits, PUBLICATIONS[Layer.LEARNING].findings(session)))
    assert waiting
    assert any("wacht" in one for one in undone(session))

    decisions = tuple(
        Decision(id=new_id(), key=one.key, verdict=Verdict.KEEP, reason="algemeen")
        for one in waiting
    )

    assert not any("besluit" in one for one in undone(replace(session, decisions=decisions)))


@pytest.mark.parametrize(
    "situation",
    [
        "Een ouder vraagt hulp en moet wachten.",
        "Een dochter vraagt hulp voor een ander.",
        "Iemand verdient het ene jaar een paar duizend minder dan het andere.",
    ],
)
def test_general_words_are_let_through(situation):
    assert undone(session_with(situation=situation)) == []


@pytest.mark.parametrize(
    "of",
    [
        lambda session: session.agreements[0].what,
        lambda session: session.clarifications[3].question,
        lambda session: session.options[2].text,
        lambda session: session.conclusion.case_owner_takes,
    ],
)
def test_nothing_that_was_written_in_the_beraad_comes_along_word_for_word(of):
    session = load(practice_cases()[0], now=NOW, held_on=HELD_ON)
    copy = replace(session, lesson=a_lesson(considerations=of(session)))

    assert any("een zin uit het beraad" in one for one in undone(copy))


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_the_worked_example_of_an_oefencasus_could_be_approved(case):
    session = settled(load(case, now=NOW, held_on=HELD_ON))
    lesson = replace(session.lesson, approved_by="kwaliteitsmedewerker")

    assert undone(replace(session, lesson=lesson)) == []


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_the_case_itself_is_never_a_leerverslag(case):
    """Every proposal taken over, and the story in the place of the frame."""
    session = settled(load(case, now=NOW, held_on=HELD_ON))
    taken = {**proposals(clean(session)), "situation": session.case.situation}
    whole = replace(session, lesson=replace(a_lesson(), **taken))

    assert any("een zin uit het beraad" in one for one in undone(settled(whole)))


def test_what_the_gate_takes_out_of_a_leerverslag_is_written_again_first():
    session = session_with(situation="Mevrouw Demir vroeg hulp terwijl de regel niet klopte.")

    (told,) = [one for one in undone(settled(session)) if "komt “[" in one]
    assert "schrijf de zin zo dat er niets weg hoeft" in told


def test_who_led_the_beraad_under_another_name_does_not_approve():
    leader = Participant(id=Id("g"), role="Coach Ethiek", part=Part.FACILITATOR)
    session = session_with(approved_by="coach ethiek")
    session = replace(session, participants=(*session.participants, leader))

    assert any("een andere rol" in one for one in undone(session))


def led_by_a_coach(approved_by):
    session = session_with(approved_by=approved_by)
    leader = Participant(id=Id("g"), role="coach ethiek", part=Part.FACILITATOR)
    owner = Participant(id=Id("i"), role="klantmanager werk", part=Part.CASE_OWNER)
    return replace(session, participants=(leader, owner))


@pytest.mark.parametrize(
    ("approver", "why"),
    [
        ("gespreksleidster", "leidde het gesprek"),
        ("gesprekleider", "leidde het gesprek"),
        ("Gespreks-leider", "leidde het gesprek"),
        ("gespreksbegeleider", "leidde het gesprek"),
        ("gespreksbegeleidster", "leidde het gesprek"),
        ("procesbegeleider", "leidde het gesprek"),
        ("de procesbegleider", "leidde het gesprek"),
        ("moderator", "leidde het gesprek"),
        ("facilitator", "leidde het gesprek"),
        ("faciliator", "leidde het gesprek"),
        ("begeleider", "leidde het gesprek"),
        ("leider van het gesprek", "leidde het gesprek"),
        ("wie het beraad leidde", "leidde het gesprek"),
        ("trainer, gespreksleider", "leidde het gesprek"),
        ("Coach-Ethiek", "leidde het gesprek"),
        ("ethiek coach", "leidde het gesprek"),
        ("coach", "leidde het gesprek"),
        ("inbrenger", "bracht dit in"),
        ("de inbrengster", "bracht dit in"),
        ("casusinbrenger", "bracht dit in"),
        ("wie de casus inbracht", "bracht dit in"),
        ("Klantmanager Werk", "bracht dit in"),
        ("ik", "wie het schreef"),
        ("Ikzelf", "wie het schreef"),
        ("wij samen", "wie het schreef"),
        ("ik, als teamleider", "wie het schreef"),
        ("x", "zegt niet wat iemand doet"),
        ("xx", "zegt niet wat iemand doet"),
        ("-", "zegt niet wat iemand doet"),
        ("...", "zegt niet wat iemand doet"),
        ("1", "zegt niet wat iemand doet"),
        ("n.v.t.", "zegt niet wat iemand doet"),
        ("het team", "zegt niet wat iemand doet"),
        ("iemand", "zegt niet wat iemand doet"),
    ],
)
def test_who_led_or_brought_in_or_nobody_is_no_other_role(approver, why):
    told = next(one for one in undone(led_by_a_coach(approver)) if why in one)

    assert f"“{approver}”" in told
    assert "een andere rol lezen, zoals de kwaliteitsmedewerker" in told


@pytest.mark.parametrize(
    "approver",
    [
        "kwaliteitsmedewerker",
        "teamleider",
        "ambulant begeleider",
        "projectbegeleider",
        "facilitair medewerker",
        "beleidsmedewerker gesprekken",
        "voorzitter van de cliëntenraad",
        "coach loopbaan",
        "klantmanager inkomen",
        "medewerker zelfredzaamheid",
        "juriste",
        "kwaliteitsmedewerker van ons team",
    ],
)
def test_another_role_may_approve(approver):
    assert refused(led_by_a_coach(approver)) == ""


def test_nobody_is_sent_to_who_led():
    session = session_with(approved_by="gespreksleider")
    leader = Participant(id=Id("g"), role="kwaliteitsmedewerker", part=Part.FACILITATOR)

    told = undone(replace(session, participants=(leader,)))

    assert any("zoals de teamleider" in one for one in told)


@pytest.mark.parametrize(
    ("team", "situation", "word"),
    [
        ("team toegang west", "In West slapen mensen in schuren.", "West"),
        ("team toegang west", "Wie in west woont, wacht langer.", "west"),
        ("wmo team Zuidrand", "De zuidrand wacht langer.", "zuidrand"),
        ("Wijkteam Bosrand", "Wie in de bosrand woont, wacht.", "bosrand"),
        ("Wijkteam Oud-Oost", "Een ouder uit oost wacht.", "oost"),
        ("Team Kompas", "Iemand kwam bij Kompas en wachtte.", "Kompas"),
    ],
)
def test_a_district_that_the_team_is_called_after_is_asked(team, situation, word):
    session = settled(session_with(situation=situation))
    session = replace(session, opening=replace(session.opening, team=team))

    assert any(f"staat “{word}”, en zo heet jullie team" in one for one in undone(session))


@pytest.mark.parametrize(
    ("team", "situation"),
    [
        ("Team Inkomen", "Iemand zonder inkomen wacht."),
        ("Team Jongeren", "Jongeren wachten lang."),
        ("team wmo", "Iemand vraagt iets uit de Wmo."),
        ("Team Kompas", "Een moreel kompas hielp."),
        ("team toegang west", "Wie toegang vraagt, wacht."),
        ("", "Wie in het westen woont, wacht."),
    ],
)
def test_a_word_of_everybody_in_the_name_of_a_team_is_not_asked(team, situation):
    session = settled(session_with(situation=situation))
    session = replace(session, opening=replace(session.opening, team=team))

    assert undone(session) == []


def test_an_oefening_never_enters():
    session = session_with()
    practice = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    with pytest.raises(Solvable, match="oefening"):
        approved(practice, today=TODAY)


def test_what_enters_has_passed_the_gate():
    session = session_with(situation="Gülşen Öztürk belde vanaf 06-12345678 uit Zwolle.")

    text = plain_text(lesson_report(clean_lesson(session)))

    with pytest.raises(Solvable, match="schrijf de zin zo dat er niets weg hoeft"):
        approved(session, today=TODAY)
    assert "Gülşen" not in text
    assert "06-12345678" not in text
    assert "Zwolle" not in text


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"general_words": False, "approved_on": date(2027, 1, 1)}, True),
        ({"approved_by": "teamleider"}, True),
        ({"lesson": "Iets anders."}, False),
        ({"themes": "wachten"}, False),
    ],
)
def test_approval_is_about_the_words(changes, expected):
    kept, _ = approved(session_with(), today=TODAY)

    assert stands(clean_lesson(session_with(**changes)), kept) is expected


def test_a_leerverslag_tells_neither_team_nor_week_nor_day():
    text = plain_text(lesson_report(clean_lesson(session_with())))

    assert "najaar 2026" in text
    assert "week" not in text.casefold()
    assert "Team Jongeren" not in text
    assert "november" not in text


def test_without_an_approval_it_is_a_concept():
    assert "concept" in plain_text(lesson_report(clean_lesson(session_with())))
    approved_lesson, _ = approved(session_with(), today=TODAY)
    lesson = admitted_lesson(approved_lesson)
    assert "concept" not in plain_text(lesson_report(lesson))
    assert "kwaliteitsmedewerker" in plain_text(lesson_report(lesson))


def test_an_empty_leerverslag_is_still_a_document():
    assert lesson_report(clean_lesson(empty_session())).title == "Leerverslag"
