from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.privacy.clean import clean_signal
from beraad.publishing.registering import registered
from beraad.records import Id, RegisteredSignal, Setting, SignalContent, SignalStatus
from beraad.signals.register import NEXT, moved_to, summary, waiting
from tests.builders import filled_session

TODAY = date(2027, 2, 10)


def signal(name="s", *, status=SignalStatus.PASSED_ON, due=None, since=date(2026, 11, 17)):
    return RegisteredSignal(
        id=Id(name),
        content=SignalContent(bottleneck=name, answer_due=due),
        team="Team Jongeren",
        week="2026-W47",
        status=status,
        registered_on=since,
    )


def test_a_new_signal_is_a_draft_with_the_day_it_came_in():
    cleaned = clean_signal(filled_session())
    new = registered(cleaned, identity=Id("beraad"), today=TODAY)

    assert (new.id, new.status, new.registered_on) == ("beraad", SignalStatus.DRAFT, TODAY)
    assert (new.content, new.team, new.week) == (cleaned.content, cleaned.team, "2026-W47")


def test_a_signal_written_again_keeps_what_became_of_it():
    earlier = moved_to(signal("beraad"), SignalStatus.ANSWERED, today=TODAY, answer="Ja.")
    cleaned = clean_signal(filled_session())
    again = registered(cleaned, identity=Id("beraad"), today=date(2027, 3, 1), earlier=earlier)

    assert again.content == cleaned.content
    assert (again.status, again.answer, again.answered_on) == (
        SignalStatus.ANSWERED,
        "Ja.",
        TODAY,
    )
    assert again.registered_on == earlier.registered_on


def test_an_oefening_never_enters_the_register():
    session = filled_session()
    practice = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    with pytest.raises(Solvable, match="oefening"):
        registered(clean_signal(practice), identity=Id("x"), today=TODAY)


def test_from_draft_to_closed():
    step = signal(status=SignalStatus.DRAFT)
    for status in (SignalStatus.PASSED_ON, SignalStatus.RECEIVED):
        step = moved_to(step, status, today=TODAY)
        assert step.awaits_answer()
    step = moved_to(step, SignalStatus.ANSWERED, today=TODAY, answer="De lijn komt er.")
    step = moved_to(step, SignalStatus.CLOSED, today=date(2027, 3, 1))

    assert (step.status, step.answer, step.answered_on) == (
        SignalStatus.CLOSED,
        "De lijn komt er.",
        TODAY,
    )


def test_an_answer_that_is_no_answer_can_be_asked_for_again():
    answered = moved_to(signal(), SignalStatus.ANSWERED, today=TODAY, answer="Nog niet bekend.")
    again = moved_to(answered, SignalStatus.PASSED_ON, today=TODAY)

    assert again.awaits_answer()
    assert (again.answer, again.answered_on) == ("Nog niet bekend.", None)


@given(st.sampled_from(tuple(NEXT)), st.sampled_from(tuple(NEXT)))
def test_only_the_next_steps_can_be_taken(here, there):
    if there in NEXT[here]:
        assert moved_to(signal(status=here), there, today=TODAY).status is there
    else:
        with pytest.raises(ValueError, match="cannot go"):
            moved_to(signal(status=here), there, today=TODAY)


def test_every_status_leads_somewhere_and_can_be_reached():
    assert all(NEXT.values())
    assert {s for steps in NEXT.values() for s in steps} == set(NEXT) - {SignalStatus.DRAFT}


LATE = signal("laat", due=date(2027, 2, 9), since=date(2026, 12, 1))
NEW_AND_LATE = signal("nieuw en laat", due=date(2027, 2, 1), since=date(2027, 1, 5))
SOON = signal("straks", due=date(2027, 2, 10), since=date(2026, 11, 2))
OPEN = signal("zonder dag", since=date(2026, 10, 1))
DONE = signal("klaar", status=SignalStatus.CLOSED, due=date(2027, 1, 1))


def test_late_comes_first_and_then_who_waits_longest():
    assert waiting([SOON, DONE, OPEN, NEW_AND_LATE, LATE], TODAY) == (
        LATE,
        NEW_AND_LATE,
        OPEN,
        SOON,
    )


@pytest.mark.parametrize(
    ("signals", "sentence"),
    [
        ([], ""),
        ([DONE], ""),
        ([OPEN], "1 signaal wacht op antwoord."),
        ([LATE], "1 signaal wacht op antwoord, 1 te laat."),
        ([LATE, SOON, DONE], "2 signalen wachten op antwoord, 1 te laat."),
        ([OPEN, SOON], "2 signalen wachten op antwoord."),
    ],
)
def test_one_sentence_for_the_start_screen(signals, sentence):
    assert summary(signals, TODAY) == sentence
