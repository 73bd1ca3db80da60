from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest
from stdnum import iban
from stdnum.nl import bsn

from beraad.errors import Solvable
from beraad.phases import signal
from beraad.phases.course import Course
from beraad.phases.model import PhaseState, state
from beraad.phases.rondes import PHASES, phase_of
from beraad.phases.suggestions import load as load_suggestions
from beraad.records import AnswerState, Part, PhaseKey, Presence, Recurrence, Session, Setting
from beraad.records.anatomy import addressed_texts, list_sections
from beraad.training.coaching import Difficulty
from beraad.training.practice import PracticeCase, load, practice_cases, shelf

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HELD_ON = date(2026, 11, 24)
CASES = practice_cases()

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def session_of(case: PracticeCase) -> Session:
    return load(case, now=NOW, held_on=HELD_ON)


def test_there_are_six_to_choose_from_the_easiest_first():
    assert [(case.title, case.coaching.difficulty, case.minutes) for case in CASES] == [
        ("Boodschappen van familie", Difficulty.EASY, 60),
        ("Voorschot in de zoekperiode", Difficulty.EASY, 90),
        ("Een brief die dicht bleef", Difficulty.MEDIUM, 90),
        ("Inkomensgat bij wisselend werk", Difficulty.MEDIUM, 90),
        ("Het loket dat digitaal wordt", Difficulty.HARD, 120),
        ("Schuldhulp na een fraudeschuld", Difficulty.HARD, 120),
    ]
    for case in CASES:
        assert case.summary
        assert case.aim
        assert "\n" not in case.summary
        assert case.checked_on == date(2026, 11, 1)


@each_case
def test_it_is_an_oefening_on_the_chosen_day(case: PracticeCase):
    session = session_of(case)

    assert session.is_practice
    policy = case.name == "het-loket-dat-digitaal-wordt"
    assert session.opening.setting is (Setting.POLICY_DRILL if policy else Setting.PRACTICE)
    assert case.course == Course.of(session)
    assert case.course.is_policy is policy
    assert session.opening.title == case.title
    assert session.opening.held_on == HELD_ON
    assert session.created_at == NOW


@each_case
@pytest.mark.parametrize("phase", [phase.key for phase in PHASES])
def test_every_ronde_is_complete(case: PracticeCase, phase: PhaseKey):
    assert state(phase_of(phase), session_of(case)) is PhaseState.COMPLETE


AFTERWARDS = {"second_meeting", "case_owner_agreed_on", "whole_on", "whole_by"}
"""What a finished talk may still have open, or never needs."""


@each_case
@pytest.mark.parametrize(
    "section", ["opening", "case", "dilemma", "dialogue", "conclusion", "look_back", "signal"]
)
def test_no_field_of_these_is_left_open(case: PracticeCase, section: str):
    record = getattr(session_of(case), section)

    left = {field.name for field in fields(record) if getattr(record, field.name) in {"", None}}
    assert left <= AFTERWARDS


@each_case
def test_the_moral_question_keeps_to_the_rules(case: PracticeCase):
    question = session_of(case).dilemma.moral_question

    assert re.match(r"(Mag|Moet|Kan|Durf) ik ", question)
    assert question.endswith("?")
    assert "," not in question
    assert len(question.split()) <= 15
    assert not re.search(r"\bhoe\b", question, re.IGNORECASE)


@each_case
def test_a_and_b_are_own_acts_that_both_do_harm_to_several_people(case: PracticeCase):
    session = session_of(case)

    for option in (session.option_a, session.option_b):
        harms = session.harms_of(option.id)
        assert option.text.startswith("Ik ")
        assert len({harm.who for harm in harms}) >= 3
        assert all(harm.text and harm.who for harm in harms)
    assert 3 <= len(session.alternatives) <= 5
    assert sum(option.nothing for option in session.alternatives) == 1


@each_case
def test_clarifications_leave_one_point_open_with_somebody_on_it(case: PracticeCase):
    clarifications = session_of(case).clarifications

    assert 6 <= len(clarifications) <= 9
    assert all(row.question.endswith("?") and row.answer for row in clarifications)
    (open_point,) = (row for row in clarifications if row.open_point)
    assert open_point.find_out_by
    assert open_point.find_out_when


@each_case
def test_perspectives_reach_beyond_the_table(case: PracticeCase):
    session = session_of(case)
    names = [stakeholder.name for stakeholder in session.stakeholders]

    assert 6 <= len(names) <= 8
    for who in ("de inwoner", "beleid", "ander"):
        assert any(who in name for name in names), who
    assert Presence.EMPTY_CHAIR in {stakeholder.presence for stakeholder in session.stakeholders}
    assert sum(value.core for value in session.values) >= 2
    assert all(value.meaning for value in session.values)
    assert {"a", "b", "both"} <= {norm.plea for norm in session.norms}


@each_case
def test_everyone_weighs_one_abstains_and_one_chooses_anew(case: PracticeCase):
    session = session_of(case)
    weighing = [person.id for person in session.participants if person.weighs]
    weighed = [c for c in session.considerations if not c.abstains]
    revised = [c for c in weighed if c.revised_choice_id]

    assert 6 <= len(session.participants) <= 8
    assert sum(p.part is Part.CASE_OWNER for p in session.participants) == 1
    assert [c.participant_id for c in session.considerations] == weighing
    assert len(weighed) == len(weighing) - 1
    assert all(c.value and c.harm and c.limiting and c.needs and c.needs_from for c in weighed)
    assert len(revised) == 1
    assert revised[0].revised_because
    assert len({c.final_choice_id for c in weighed}) >= 3


@each_case
def test_it_ends_with_agreements_and_a_signal_that_can_be_answered(case: PracticeCase):
    session = session_of(case)

    assert 2 <= len(session.agreements) <= 4
    for agreement in session.agreements:
        assert agreement.role
        assert agreement.due is not None
        assert agreement.look_back is not None
        assert HELD_ON < agreement.due < agreement.look_back
    assert session.conclusion.recurrence is Recurrence.YES
    assert session.conclusion.answer_state is not AnswerState.OPEN
    assert list(signal.missing(session)) == []
    assert session.signal.bottleneck in load_suggestions(None).texts("knelpunten")
    assert session.signal.answer_due is not None
    assert session.signal.answer_due > HELD_ON


@each_case
def test_it_has_what_never_leaves_the_beraad(case: PracticeCase):
    session = session_of(case)

    assert session.wordings
    assert all(wording.reason for wording in session.wordings)
    assert session.parked
    assert session.private_notes


@each_case
def test_it_speaks_as_the_house_does(case: PracticeCase):
    words = " ".join(text for _, text in addressed_texts(session_of(case))).casefold()

    assert not re.search(r"escal|opschal|\bstem(men|ming)\b|\bscores?\b|cliënt", words)


def test_dates_count_from_the_day_of_the_beraad():
    early, late = (
        load(CASES[0], now=NOW, held_on=day) for day in (HELD_ON, HELD_ON + timedelta(days=30))
    )

    for before, after in zip(early.agreements, late.agreements, strict=True):
        assert before.due is not None
        assert after.due == before.due + timedelta(days=30)


def test_each_time_it_is_a_beraad_of_its_own():
    first, second = session_of(CASES[0]), session_of(CASES[0])

    def ids(session: Session) -> set[str]:
        return {session.id} | {
            record.id for name in list_sections() for record in getattr(session, name)
        }

    assert not ids(first) & ids(second)


def test_one_case_has_much_to_clean_away():
    (case,) = (case for case in CASES if case.name == "schuldhulp-na-een-fraudeschuld")
    session = session_of(case)
    text = "\n".join(text for address, text in addressed_texts(session) if address.field != "name")

    assert bsn.is_valid(next(iter(re.findall(r"\b\d{9}\b", text))))
    assert iban.is_valid(next(iter(re.findall(r"NL\d\d [A-Z]{4} [\d ]{12}", text))))
    for trace in (
        "Fatima’s",
        "F. el Amrani",
        "fatima",
        "van der meulen",
        "v.d. Meulen",
        "Wiśniewska",
        "1234 AB 56",
        "AE-123-A",
        "p.kloosterman@example.nl",
        "06-12345678",
        "14 maart 1975",
    ):
        assert trace in text, trace


def test_the_list_of_cases_needs_nothing_heavy():
    code = (
        "import sys, beraad.training.practice as p; p.practice_cases();"
        "print(sorted({'PySide6', 'sqlmodel', 'sqlalchemy', 'reportlab'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout == "[]\n"


def _head(title: str, summary: str, aim: str = "l") -> str:
    return (
        f'[oefening]\nbron = "verzonnen"\ntitel = "{title}"\nsamenvatting = "{summary}"\n'
        f'leerdoel = "{aim}"\npeildatum = 2026-11-01\n'
    )


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("", "oefening"),
        ('[oefening]\ntitel = "Geen bron"', "oefening.bron"),
        ('[oefening]\nbron = "verzonnen"\nsamenvatting = "s"', "oefening.titel"),
        ('[oefening]\nbron = "verzonnen"\ntitel = 3', "oefening.titel"),
        (_head("Een\\u001btitel", "s"), "oefening.titel"),
        (_head("Een titel", "s" * 40_000), "oefening.samenvatting"),
        (_head("", "s"), "oefening.titel"),
        (_head(" \\n ", "s"), "oefening.titel"),
        (_head("Een titel", ""), "oefening.samenvatting"),
        (_head("Een titel", "s", aim=" "), "oefening.leerdoel"),
    ],
)
def test_a_case_without_a_sound_header_is_refused(tmp_path, header: str, place: str):
    (tmp_path / "eigen.toml").write_text(header)

    with pytest.raises(Solvable) as refused:
        practice_cases(tmp_path)

    assert f"eigen.toml klopt {place} niet" in refused.value.happened
    assert refused.value.way_out


def test_a_case_that_cannot_be_read_hides_no_other(tmp_path):
    for case in CASES:
        (tmp_path / case.path.name).write_bytes(case.path.read_bytes())
    (tmp_path / "aangepast.toml").write_text("[oefening", encoding="utf-8")

    found = shelf(tmp_path)

    assert [case.name for case in found.cases] == [case.name for case in CASES]
    (problem,) = found.refused
    assert "aangepast.toml" in problem.happened
