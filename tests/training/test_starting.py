"""An oefening can begin at any ronde: as if the rondes before it had been led."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from beraad.editing.editor import SessionEditor
from beraad.phases.course import Course
from beraad.phases.model import state
from beraad.phases.plan import Pace, plan_of
from beraad.records import PhaseKey, Session, Setting, blank_session
from beraad.training.player import play
from beraad.training.practice import load, practice_cases
from beraad.training.starting import begun_at, unspent
from tests.training.test_player import said

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HELD_ON = date(2026, 11, 24)
SOURCES = {case.name: load(case, now=NOW, held_on=HELD_ON) for case in practice_cases()}
RONDES = [key for key in PhaseKey if key is not PhaseKey.OPENING]

each_source = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())


class _Reached(Exception):
    pass


def led_until(source: Session, first: PhaseKey) -> Session:
    """What the real editor holds when a gespreksleider comes to this ronde."""
    seconds = count()
    editor = SessionEditor(
        blank_session(now=NOW, held_on=HELD_ON, setting=Setting.PRACTICE),
        now=lambda: NOW + timedelta(seconds=next(seconds)),
    )

    def before_phase(phase: PhaseKey) -> None:
        if phase is first:
            raise _Reached

    with pytest.raises(_Reached):
        play(source, editor, before_phase=before_phase)
    return editor.session


@each_source
@pytest.mark.parametrize("first", RONDES)
def test_it_stands_there_as_if_it_had_been_led_until_then(source: Session, first: PhaseKey):
    assert said(begun_at(source, first)) == said(led_until(source, first))


@each_source
@pytest.mark.parametrize("first", RONDES)
def test_the_talk_is_there_and_only_earlier_rondes_took_time(source: Session, first: PhaseKey):
    begun = begun_at(source, first)
    course = Course.of(source)
    rondes = course.keys
    earlier = {PhaseKey.OPENING, *rondes[: rondes.index(first)]}

    assert begun.progress.phase is first
    assert {spent.phase for spent in begun.time_spent} == earlier
    assert plan_of(begun).pace == Pace(spent=0, left=plan_of(begun).here.minutes * 60, behind=0)
    assert plan_of(begun, uncounted=60).pace.behind == 0
    for phase in course.rondes:
        if phase.key in earlier:
            assert state(phase, begun) is state(phase, source)
        else:
            assert not phase.started(begun)


@each_source
def test_a_whole_one_begins_at_nought_whatever_its_model_took(source: Session):
    begun = unspent(source)

    assert plan_of(begun).pace.behind == plan_of(begun, uncounted=60).pace.behind == 0
    assert said(begun) == said(source)


def test_what_was_chosen_anew_comes_only_with_the_dialogue():
    source = SOURCES["boodschappen-van-familie"]
    revised = [one for one in source.considerations if one.revised_choice_id]
    assert revised

    begun = begun_at(source, PhaseKey.DIALOGUE)

    assert all(one.revised_choice_id is None for one in begun.considerations)
    assert all(not one.revised_because for one in begun.considerations)
    assert begun_at(source, PhaseKey.CONCLUSION).considerations == source.considerations


def test_it_does_not_begin_at_the_opening():
    with pytest.raises(ValueError, match="not in tuple"):
        begun_at(next(iter(SOURCES.values())), PhaseKey.OPENING)


def test_the_order_of_this_beraad_decides_what_is_earlier():
    source = next(iter(SOURCES.values()))
    turned = replace(source, opening=replace(source.opening, clarification_first=True))

    assert begun_at(turned, PhaseKey.DILEMMA).clarifications
    assert not begun_at(turned, PhaseKey.CLARIFICATION).dilemma.moral_question
