"""A case that was made in the window: what is written is what is read again, without names."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.phases.data_file import paragraphs
from beraad.records import Dilemma, Session, Setting, blank_session
from beraad.records.anatomy import addressed_texts
from beraad.storable import storable
from beraad.training.case_writing import written_case
from beraad.training.own_cases import checked_case
from beraad.training.practice import LONGEST_TITLE, NO_AIM, load, practice_cases
from tests.builders import filled_session
from tests.strategies import texts
from tests.training.test_player import said

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HELD_ON = date(2026, 11, 24)
TODAY = date(2026, 11, 28)
SOURCES = {case.name: load(case, now=NOW, held_on=HELD_ON) for case in practice_cases()}


def read_again(text: str, folder: Path) -> Session:
    path = folder / "eigen.casus"
    path.write_text(text, "utf-8")
    return load(checked_case(path), now=NOW, held_on=HELD_ON)


def without_names(session: Session) -> Session:
    people = tuple(replace(person, name="") for person in session.participants)
    lesson = replace(session.lesson, approved_by="")
    return replace(session, participants=people, lesson=lesson, known_words=(), decisions=())


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_what_is_written_is_what_is_read_again(source: Session, tmp_path: Path):
    again = read_again(written_case(source, today=TODAY), tmp_path)

    assert said(again) == said(without_names(source))


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_nobody_who_was_there_is_named_by_the_record_of_who_were_there(source: Session):
    text = written_case(source, today=TODAY)
    listed = text[text.index("[[participants]]") : text.index("[case]")]

    for person in source.participants:
        assert person.name
        assert person.name not in listed
    assert "known_words" not in text


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts)
def test_any_text_survives(tmp_path: Path, text: str):
    session = SOURCES["boodschappen-van-familie"]
    told = replace(session, dialogue=replace(session.dialogue, shared=text))
    again = read_again(written_case(told, today=TODAY), tmp_path)

    assert again.dialogue.shared == paragraphs(re.sub(r"\n+", "\n\n", text.strip()))


def test_it_tells_what_a_trainer_still_needs(tmp_path: Path):
    path = tmp_path / "eigen.casus"
    path.write_text(written_case(SOURCES["boodschappen-van-familie"], today=TODAY), "utf-8")

    case = checked_case(path)
    assert case.title == "Boodschappen van familie"
    assert case.summary.startswith("Een moeder met een zoon")
    assert case.checked_on == TODAY
    assert len(case.coaching.lacking()) == 3


def test_what_the_group_talks_about_is_not_what_who_leads_learns(tmp_path: Path):
    session = SOURCES["boodschappen-van-familie"]
    purposeful = replace(session, opening=replace(session.opening, purpose="Verder kunnen."))
    path = tmp_path / "eigen.casus"
    for each in (session, purposeful):
        path.write_text(written_case(each, today=TODAY), "utf-8")
        case = checked_case(path)

        assert case.aim == NO_AIM
        assert not case.has_aim
        assert "leerdoel" in case.lacking()[0]
        assert written_case(each, today=TODAY, aim=case.aim) == path.read_text("utf-8")
    path.write_text(written_case(session, today=TODAY, aim="Wachten."), "utf-8")
    assert checked_case(path).aim == "Wachten."
    assert checked_case(path).lacking() == checked_case(path).coaching.lacking()


def test_an_oefening_with_a_policy_question_is_read_again_as_one(tmp_path: Path):
    settings = {name: source.opening.setting for name, source in SOURCES.items()}
    again = {
        name: read_again(written_case(source, today=TODAY), tmp_path).opening.setting
        for name, source in SOURCES.items()
    }

    assert again == settings
    assert set(settings.values()) == {Setting.PRACTICE, Setting.POLICY_DRILL}


def test_a_real_beraad_is_no_case():
    with pytest.raises(Solvable, match="nog geen casus"):
        written_case(filled_session(), today=TODAY)


def test_without_a_and_b_it_is_no_case_yet():
    blank = blank_session(now=NOW, held_on=HELD_ON, setting=Setting.PRACTICE)
    named = replace(
        blank,
        opening=replace(blank.opening, title="Een eigen verhaal"),
        dilemma=Dilemma(moral_question="Mag ik wachten?"),
    )
    with pytest.raises(Solvable, match="nog geen casus") as told:
        written_case(named, today=TODAY)
    assert told.value.way_out == "Schrijf A en B op in ronde 2."
    with pytest.raises(Solvable) as told:
        written_case(replace(named, opening=blank.opening), today=TODAY)
    assert told.value.way_out == "Geef de oefening een titel en schrijf A en B op in ronde 2."
    assert any(text for _, text in addressed_texts(named))


HOSTILE = (
    "ja. " * 600,
    "." * 4000,
    "a" * 4000,
    "een zin zonder einde " * 190,
    '"' * 4000,
    "\\" * 3999,
    '"""' * 800,
    "'" * 2400,
    '\\"' * 1999,
    "[oefening]\n[[options]]\nkey = 1",
    "[" * 4000,
    "# geen opmerking",
    "\x00\x07\x1b[31m\x7f\x85\u2028\ud800\ufffe",
    "\u202eomgekeerd\u202c\u200b",
)
hostile = st.sampled_from(HOSTILE) | st.text(
    st.sampled_from(".'\"\\[]{}=#\n\r\t ,ja1\x00\x1b\x7f\ufffd\u200b\ud800"), max_size=4000
)


def with_words(text: str, *, title: str = "Een eigen verhaal") -> Session:
    session = SOURCES["boodschappen-van-familie"]
    return replace(
        session,
        opening=replace(session.opening, title=title, purpose=text),
        case=replace(session.case, situation=text),
        dilemma=Dilemma(moral_question=text),
        wordings=(),
        options=tuple(replace(each, text=f"A {text}") for each in session.options),
        dialogue=replace(session.dialogue, shared=text),
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=hostile)
def test_what_is_written_of_hostile_words_is_read_again(tmp_path: Path, text: str):
    again = read_again(written_case(with_words(text), today=TODAY), tmp_path)

    assert again.dialogue.shared == paragraphs(re.sub(r"\n+", "\n\n", storable(text).strip()))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=hostile)
def test_a_title_is_read_again_or_refused_with_a_reason(tmp_path: Path, title: str):
    told = with_words("Kort.", title=title)
    seen = storable(title)
    if seen.strip() and len(title) <= LONGEST_TITLE and "\ufffd" not in seen:
        assert read_again(written_case(told, today=TODAY), tmp_path).opening.title
    else:
        with pytest.raises(Solvable, match=r"geen casus|te lang"):
            written_case(told, today=TODAY)


def test_a_beraad_larger_than_a_file_may_be_is_told_and_not_written():
    session = SOURCES["boodschappen-van-familie"]
    harms = tuple(replace(harm, text="te veel " * 500) for harm in session.harms) * 100

    with pytest.raises(Solvable, match="groter dan 1 MB"):
        written_case(replace(session, harms=harms), today=TODAY)


def test_an_empty_beraad_borrows_its_title():
    session = with_words("")
    text = written_case(session, today=TODAY)

    assert 'samenvatting = "Een eigen verhaal"' in text
