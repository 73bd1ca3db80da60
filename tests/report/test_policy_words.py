"""A beleidsvraag: documents, forms and the group's screen speak of policy, never of one case."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from itertools import product

import pytest

from beraad.group.compose import view_of
from beraad.group.state import GroupState, Show
from beraad.lessons.proposals import proposals
from beraad.listening import hints
from beraad.phases import lesson, opening, signal
from beraad.phases.course import Course
from beraad.phases.model import Field, Phase
from beraad.privacy.clean import clean, clean_signal
from beraad.privacy.leaving.lesson import clean_lesson
from beraad.records import CaseState, ManagerPresence, PhaseKey, Setting
from beraad.records.anatomy import list_sections, single_sections, text_fields
from beraad.report.compose import lesson_report, short_report, signal_report, stamped, work_report
from beraad.report.edition import Edition
from beraad.report.formats import Format, rendered
from beraad.report.forms.kinds import FORMS, made
from beraad.report.forms.plan import Plan
from tests.builders import HELD_ON, filled_session, looked_back
from tests.single_case import of_one_case

SETTINGS = (Setting.POLICY, Setting.POLICY_DRILL)


def said(one):
    """Every text in what is made of records and tuples."""
    if isinstance(one, str):
        yield one
    elif isinstance(one, tuple | list | frozenset):
        for each in one:
            yield from said(each)
    elif is_dataclass(one) and not isinstance(one, type):
        for field in fields(one):
            if field.name not in {"source", "house", "blank"}:
                yield from said(getattr(one, field.name))


def about_policy(setting, **opening_changes):
    """A beraad in which everything is written, and nothing of it speaks of a case."""
    full = looked_back(filled_session())

    def told(record):
        return replace(record, **dict.fromkeys(text_fields(type(record)), "Wij wegen af."))

    steering = {"decisions", "known_words", "versions", "participants"}
    lists = [name for name in list_sections() if name not in steering]
    full = replace(
        full,
        **{name: told(getattr(full, name)) for name in single_sections()},
        **{name: tuple(map(told, getattr(full, name))) for name in lists},
        **dict.fromkeys(steering, ()),
    )
    changed = replace(full.opening, setting=setting, **opening_changes)
    return replace(full, opening=changed)


@pytest.mark.parametrize(("setting", "state"), [*product(SETTINGS, CaseState)])
def test_every_document_speaks_of_policy(setting, state):
    session = about_policy(setting, case_state=state, manager=ManagerPresence.INVITED)
    cleaned = clean(session)
    mark = Edition(number=2, final=False, made_on=HELD_ON, room_for_reactions=True)
    documents = (
        *(stamped(made(cleaned), mark) for made in (work_report, short_report)),
        signal_report(clean_signal(session)),
        lesson_report(clean_lesson(session)),
    )

    assert of_one_case(said(documents)) == []
    for document, form in product(documents, (Format.MARKDOWN, Format.HTML)):
        assert of_one_case(rendered(document, form).decode().splitlines()) == []


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("minutes", [45, 90, 120])
def test_every_form_speaks_of_policy(kind, minutes):
    session = about_policy(Setting.POLICY)
    plan = Plan(minutes=minutes, course=Course.of(session))

    assert of_one_case(said(made(kind, clean(session), plan))) == []
    assert of_one_case(said(made(kind, None, plan))) == []


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("first", [False, True])
def test_every_ronde_and_every_field_speaks_of_policy(state, first):
    course = Course(setting=Setting.POLICY, case_state=state, clarification_first=first)
    asked = (*opening.ALL, *opening.PARTICIPANT_COLUMNS, *lesson.ALL, *signal.FIELDS)
    told = (
        *course.rondes,
        *map(course.worded, asked),
        opening.STEPS,
        opening.SAY,
        opening.WATCH,
    )

    assert of_one_case(_of_phases(told)) == []


def _of_phases(told):
    for one in told:
        if isinstance(one, Phase | Field):
            for field in fields(one):
                yield from said(getattr(one, field.name))
        else:
            yield from said(one)


@pytest.mark.parametrize("key", PhaseKey)
def test_what_is_still_lacking_speaks_of_policy(key):
    empty = replace(about_policy(Setting.POLICY), stakeholders=(), values=(), norms=())
    bare = replace(empty, case=type(empty.case)(), dilemma=type(empty.dilemma)())
    course = Course.of(bare)
    lacking = () if key is PhaseKey.OPENING else course.ronde(key).missing(bare)

    assert of_one_case(lacking) == []


@pytest.mark.parametrize("key", PhaseKey)
def test_the_groups_screen_speaks_of_policy(key):
    session = about_policy(Setting.POLICY)
    shown = replace(session, progress=replace(session.progress, phase=key))

    for show in Show:
        assert of_one_case(said(view_of(shown, GroupState(show=show)))) == []


def test_what_a_leerverslag_begins_with_speaks_of_policy():
    assert of_one_case(proposals(clean(about_policy(Setting.POLICY))).values()) == []


@pytest.mark.parametrize("state", CaseState)
def test_listening_speaks_of_policy(state):
    session = about_policy(Setting.POLICY, case_state=state)

    assert of_one_case(said(tuple(hints(session)))) == []
