from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.editing.editor import SessionEditor
from beraad.editing.operations import without
from beraad.records import PhaseKey, Session, Setting, blank_session
from beraad.records.anatomy import list_sections
from beraad.training.player import play
from beraad.training.practice import PracticeCase, load, practice_cases

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HELD_ON = date(2026, 11, 24)
SOURCES = {case.name: load(case, now=NOW, held_on=HELD_ON) for case in practice_cases()}

each_source = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())


def new_editor() -> SessionEditor:
    seconds = count()
    return SessionEditor(
        blank_session(now=NOW, held_on=HELD_ON, setting=Setting.PRACTICE),
        now=lambda: NOW + timedelta(seconds=next(seconds)),
    )


def played(source: Session) -> SessionEditor:
    editor = new_editor()
    play(source, editor, before_phase=lambda _: None)
    return editor


def said(session: Session) -> dict[str, Any]:
    """What a beraad says, apart from identities, moments and where the talk is."""
    names = {
        record.id: f"{section} {number}"
        for section in list_sections()
        for number, record in enumerate(getattr(session, section))
        if section != "private_notes"
    }

    def named(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: named(content) for key, content in value.items() if key != "replaced_at"}
        if isinstance(value, list | tuple):
            return [named(content) for content in value]
        return names.get(value, value) if isinstance(value, str) else value

    content = asdict(session)
    for bookkeeping in ("id", "created_at", "progress", "time_spent", "private_notes"):
        del content[bookkeeping]
    notes = {note.phase: note.text for note in session.private_notes}
    return {**named(content), "private_notes": notes}


@each_source
def test_the_editor_ends_with_what_the_source_says(source: Session):
    assert said(played(source).session) == said(source)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(SOURCES)))
def test_so_it_does_when_much_is_missing(data: st.DataObject, name: str):
    source = SOURCES[name]
    there = [
        (section, record.id) for section in list_sections() for record in getattr(source, section)
    ]
    for section, item in data.draw(st.lists(st.sampled_from(there), unique=True)):
        if section != "wordings":
            source = without(source, section, item)

    assert said(played(source).session) == said(source)


@each_source
def test_the_earlier_wordings_come_about_by_changing_the_dilemma(source: Session):
    editor = played(source)

    assert [
        (w.moral_question, w.option_a, w.option_b, w.reason) for w in editor.session.wordings
    ] == [(w.moral_question, w.option_a, w.option_b, w.reason) for w in source.wordings]
    assert all(w.replaced_at > NOW for w in editor.session.wordings)
    assert editor.session.dilemma.settled


@each_source
def test_all_of_it_can_be_undone(source: Session):
    editor = played(source)

    while editor.undo():
        pass

    said_nothing = {**said(editor.session), "dilemma": None}
    assert said_nothing == {**said(new_editor().session), "dilemma": None}
    assert not editor.session.dilemma.moral_question


@each_source
def test_each_ronde_is_announced_before_it_is_played(source: Session):
    editor = new_editor()
    seen: list[tuple[PhaseKey, bool]] = []

    def before_phase(phase: PhaseKey) -> None:
        seen.append((phase, bool(editor.session.considerations)))

    play(source, editor, before_phase=before_phase)

    second, third = PhaseKey.DILEMMA, PhaseKey.CLARIFICATION
    if source.opening.clarification_first:
        second, third = third, second
    assert seen == [
        (PhaseKey.OPENING, False),
        (PhaseKey.CASE, False),
        (second, False),
        (third, False),
        (PhaseKey.PERSPECTIVES, False),
        (PhaseKey.ALTERNATIVES, False),
        (PhaseKey.CONSIDERATION, False),
        (PhaseKey.DIALOGUE, True),
        (PhaseKey.CONCLUSION, True),
    ]
    assert editor.session.progress.phase is PhaseKey.CONCLUSION


def test_a_choice_is_only_revised_in_the_dialogue():
    source = SOURCES["voorschot-in-de-zoekperiode"]
    editor = new_editor()
    revised: dict[PhaseKey, int] = {}

    def before_phase(phase: PhaseKey) -> None:
        considerations = editor.session.considerations
        revised[phase] = sum(bool(c.revised_choice_id) for c in considerations)

    play(source, editor, before_phase=before_phase)

    assert revised[PhaseKey.DIALOGUE] == 0
    assert revised[PhaseKey.CONCLUSION] == 1


@each_source
def test_what_is_parked_is_parked_in_its_own_ronde(source: Session):
    editor = new_editor()
    parked_before: list[tuple[PhaseKey, set[PhaseKey]]] = []

    def before_phase(phase: PhaseKey) -> None:
        parked_before.append((phase, {item.phase for item in editor.session.parked}))

    play(source, editor, before_phase=before_phase)

    for phase, there in parked_before:
        assert phase not in there


def test_both_orders_of_ronde_2_and_3_are_practised():
    assert {source.opening.clarification_first for source in SOURCES.values()} == {True, False}


def test_the_names_of_the_cases_are_unique():
    cases: tuple[PracticeCase, ...] = practice_cases()
    assert len({case.name for case in cases}) == len(cases)
