"""The short route: on screen and on paper the same questions, those that there is time for."""

from __future__ import annotations

from itertools import product

import pytest

from beraad.phases.course import Course
from beraad.records import CaseState, PhaseKey, Setting

COURSES = [
    Course(setting=setting, case_state=state, clarification_first=first)
    for setting, state, first in product(Setting, CaseState, (False, True))
]


@pytest.mark.parametrize("course", COURSES)
def test_in_short_a_few_of_the_questions_are_asked_and_the_first_always(course):
    for phase in course.rondes:
        asked = phase.asked(short=True)

        assert asked[0] == phase.questions[0]
        assert set(asked) < set(phase.questions)
        assert len(asked) <= 3
        assert phase.asked(short=False) == phase.questions


@pytest.mark.parametrize("course", COURSES)
def test_the_last_ronde_asks_in_short_what_it_says_it_does(course):
    phase = course.ronde(PhaseKey.CONCLUSION)

    _, agreed, seen = phase.asked(short=True)

    assert agreed.startswith("Wat spreken we af")
    assert seen.startswith(("Zien we dit vaker", "Wat vragen we aan de teams"))
