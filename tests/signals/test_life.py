"""The life of a signal, over every order in which steps can come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from beraad.records import (
    Helped,
    Id,
    Outcome,
    RegisteredSignal,
    SignalContent,
    SignalStatus,
    Step,
    StepKind,
    in_force,
)
from beraad.signals.life import STATIONS, Lane, allowed, lacks, life, passed_stations
from beraad.signals.lines import lane_of_line, line_of
from tests.steps import NEEDED, is_late, lane, owes, status

BEGIN = date(2026, 11, 18)
ENDED = {SignalStatus.CLOSED, SignalStatus.JOINED, SignalStatus.WITHDRAWN}


def a_signal(*steps, **content):
    content = {"recipient": "teamleider", "reports_back": "kwaliteitsmedewerker", **content}
    return RegisteredSignal(
        id=Id("signaal"),
        content=SignalContent(bottleneck="Wachttijd", **content),
        team="Team Jongeren",
        week="2026-W47",
        registered_on=BEGIN,
        steps=tuple(steps),
    )


def a_step(kind, after=0, **said):
    """A step that says all that its kind needs, so many days after the begin."""
    on = BEGIN + timedelta(days=after)
    values = {"id": Id(f"{kind}-{after}"), "on": on, "recorded_on": on}
    return Step(kind=kind, **(values | NEEDED.get(kind, {}) | said))


PASSED = a_step(StepKind.PASSED_ON, due=date(2026, 12, 10))
RECEIVED = a_step(StepKind.RECEIVED, 2)
ANSWERED = a_step(StepKind.ANSWERED, 9)
TOLD = a_step(StepKind.TOLD, 12)
SAID = a_step(StepKind.TEAM_SAID, 12)
CLOSED = a_step(StepKind.CLOSED, 13)


@pytest.mark.parametrize(
    ("steps", "where", "role", "what", "by"),
    [
        ((), "draft", "gespreksleider", "passed_on", date(2026, 12, 2)),
        ((PASSED,), "passed_on", "teamleider", "answered", date(2026, 12, 10)),
        ((PASSED, RECEIVED), "received", "teamleider", "answered", date(2026, 12, 10)),
        (
            (PASSED, a_step(StepKind.IN_PROGRESS, 3, to="beleidsadviseur")),
            "in_progress",
            "beleidsadviseur",
            "answered",
            date(2026, 12, 10),
        ),
        (
            (PASSED, a_step(StepKind.ASKED_BACK, 3)),
            "asked_back",
            "gespreksleider",
            "sharpened",
            date(2026, 12, 5),
        ),
        ((PASSED, ANSWERED), "answered", "kwaliteitsmedewerker", "told", date(2026, 12, 11)),
        ((PASSED, ANSWERED, TOLD), "told", "kwaliteitsmedewerker", "team_said", date(2026, 12, 14)),
        (
            (PASSED, ANSWERED, TOLD, SAID),
            "weighed",
            "kwaliteitsmedewerker",
            "closed",
            date(2026, 12, 14),
        ),
    ],
)
def test_one_role_owes_one_step_before_one_day(steps, where, role, what, by):
    signal = a_signal(*steps)
    owing = owes(signal)

    assert status(signal).value == where
    assert owing is not None
    assert (owing.role, owing.what.value, owing.by) == (role, what, by)
    assert not is_late(signal, by)
    assert is_late(signal, by + timedelta(days=1))
    assert owing.days_left(by - timedelta(days=3)) == 3


@pytest.mark.parametrize(
    "steps",
    [
        (PASSED, ANSWERED, TOLD, CLOSED),
        (PASSED, ANSWERED, TOLD, a_step(StepKind.TEAM_SAID, 12, helped=Helped.YES)),
        (PASSED, a_step(StepKind.NO_ANSWER, 60), a_step(StepKind.TOLD, 61), CLOSED),
    ],
)
def test_it_is_done_once_the_team_has_heard(steps):
    assert status(a_signal(*steps)) is SignalStatus.CLOSED
    assert owes(a_signal(*steps)) is None
    assert lane(a_signal(*steps)) is Lane.DONE


@pytest.mark.parametrize(
    "steps",
    [
        (PASSED, CLOSED),
        (PASSED, TOLD, CLOSED),
        (PASSED, ANSWERED, CLOSED),
        (PASSED, a_step(StepKind.NO_ANSWER, 60, words=" "), TOLD, CLOSED),
        (PASSED, a_step(StepKind.ANSWERED, 9, outcome=Outcome.MOVED_ON, to="raad"), TOLD, CLOSED),
        (PASSED, a_step(StepKind.ANSWERED, 9, outcome=Outcome.NOTHING, words=""), TOLD, CLOSED),
        (PASSED, ANSWERED, TOLD, a_step(StepKind.UNDONE, 13, about=TOLD.id), CLOSED),
    ],
)
def test_it_is_not_closed_without_an_answer_that_was_told(steps):
    assert status(a_signal(*steps)) is not SignalStatus.CLOSED
    assert owes(a_signal(*steps)) is not None


def test_the_first_agreed_day_stays_when_somebody_else_has_it():
    moved = a_step(
        StepKind.ANSWERED, 20, outcome=Outcome.MOVED_ON, to="de raad", due=date(2027, 6, 1)
    )
    owing = owes(a_signal(PASSED, RECEIVED, moved))

    assert owing is not None
    assert (owing.role, owing.since, owing.by) == ("de raad", BEGIN, date(2026, 12, 10))
    assert owing.agreed


def test_a_new_day_comes_with_passing_it_on_again_or_making_it_sharp_together():
    again = a_step(StepKind.PASSED_ON, 30, due=date(2027, 2, 1), to="college")
    owing = owes(a_signal(PASSED, ANSWERED, TOLD, again))
    assert owing is not None
    assert (owing.role, owing.since, owing.by) == ("college", again.on, date(2027, 2, 1))

    sharp = (a_step(StepKind.ASKED_BACK, 3), a_step(StepKind.SHARPENED, 5, due=date(2027, 1, 4)))
    owing = owes(a_signal(PASSED, *sharp))
    assert owing is not None
    assert owing.by == date(2027, 1, 4)


def test_a_second_answer_stands_beside_the_first_and_is_told_again():
    second = a_step(StepKind.ANSWERED, 40, words="Toch niet.", outcome=Outcome.NOTHING)
    signal = a_signal(PASSED, ANSWERED, TOLD, CLOSED, second)

    assert status(signal) is SignalStatus.ANSWERED
    assert [step.words for step in signal.steps if step.is_answer] == [ANSWERED.words, "Toch niet."]


def test_the_day_that_was_agreed_for_the_first_answer_says_nothing_of_a_second_round():
    again = a_step(StepKind.PASSED_ON, 30, to="college")
    signal = a_signal(PASSED, ANSWERED, TOLD, again, answer_due=date(2026, 12, 10))

    owing = owes(signal)

    assert (owing.since, owing.by) == (again.on, again.on + timedelta(days=42))
    assert not owing.agreed


def test_the_team_hears_of_a_trial_as_soon_as_of_any_answer():
    far = BEGIN + timedelta(days=200)
    trial = a_step(StepKind.ANSWERED, 10, outcome=Outcome.TRIAL, due=far)

    owing = owes(a_signal(a_step(StepKind.PASSED_ON), trial))

    assert owing.what is StepKind.TOLD
    assert (owing.by, owing.agreed) == (trial.on + timedelta(days=14), False)


def test_what_was_asked_back_keeps_the_day_that_was_agreed_for_it():
    soon = BEGIN + timedelta(days=12)
    asked = a_step(StepKind.ASKED_BACK, 10, due=soon)

    owing = owes(a_signal(a_step(StepKind.PASSED_ON), asked))

    assert owing.what is StepKind.SHARPENED
    assert (owing.by, owing.agreed) == (soon, True)


def test_without_an_agreed_day_the_usual_days_count_and_that_is_said():
    owing = owes(a_signal(replace(PASSED, due=None)))

    assert owing is not None
    assert (owing.by, owing.agreed) == (date(2026, 12, 30), False)


def test_a_withdrawn_withdrawal_leaves_things_as_they_were():
    undone = a_step(StepKind.UNDONE, 13, about=TOLD.id)
    again = a_step(StepKind.UNDONE, 14, about=undone.id)
    before = a_signal(PASSED, ANSWERED, TOLD)

    assert status(a_signal(PASSED, ANSWERED, TOLD, undone)) is SignalStatus.ANSWERED
    assert life(a_signal(PASSED, ANSWERED, TOLD, undone, again)) == life(before)


days = st.integers(0, 400).map(lambda after: BEGIN + timedelta(days=after))
words = st.sampled_from(("", "  ", "Ja.", "Na de zomer."))
roles = st.sampled_from(("", "beleid", "de raad"))
hearers = st.sampled_from(("", "de raad", "Team Jongeren", "Wijkteam", "Wijkteam; team jongeren"))
others = st.lists(st.sampled_from(("Wijkteam", "Zuid", "Team Jongeren", "")), max_size=2)


@st.composite
def any_steps(draw, known=()):
    """A step of any kind, with or without what it needs, about whatever is known or not."""
    number = len(known)
    return Step(
        id=Id(f"stap-{number}"),
        kind=draw(st.sampled_from(StepKind)),
        on=draw(days),
        role=draw(roles),
        words=draw(words),
        to=draw(roles | hearers),
        due=draw(st.none() | days),
        outcome=draw(st.none() | st.sampled_from(Outcome)),
        helped=draw(st.none() | st.sampled_from(Helped)),
        about=draw(
            st.none() | st.sampled_from([Id("ander"), Id("signaal"), *(each.id for each in known)])
        ),
        recorded_on=draw(days),
    )


def test_whom_it_was_brought_to_is_known_whatever_came_after():
    steps = (
        a_step(StepKind.PASSED_ON),
        a_step(StepKind.RECEIVED, 1, to="beleid"),
        a_step(StepKind.ANSWERED, 2, outcome=Outcome.MOVED_ON, to="inkoop"),
        a_step(StepKind.ANSWERED, 3),
        a_step(StepKind.TOLD, 4, to="het team"),
    )
    told = line_of(a_signal(*steps))
    assert told.recipients.splitlines() == ["teamleider", "beleid", "inkoop"]
    undone = a_step(StepKind.UNDONE, 5, about=steps[1].id)
    assert line_of(a_signal(*steps, undone)).recipients.splitlines() == ["teamleider", "inkoop"]


class Lives(RuleBasedStateMachine):
    """Somebody writes down steps in whatever order; the laws hold after each."""

    @initialize(due=st.none() | days, sender=roles, back=roles, teams=others)
    def begins(self, due, sender, back, teams):
        self.joined = tuple(
            line_of(replace(a_signal(a_step(StepKind.JOINED, about=Id("signaal"))), team=team))
            for team in teams
        )
        self.signal = a_signal(answer_due=due, sender_role=sender, reports_back=back)
        self.before = self.signal
        self.last = None

    @rule(data=st.data())
    def anything_is_written_down(self, data):
        self._take(data.draw(any_steps(known=self.signal.steps)))

    @rule(data=st.data())
    def what_is_next_is_done(self, data):
        kind = data.draw(st.sampled_from(allowed(self.signal) or (StepKind.UNDONE,)))
        self._take(replace(a_step(kind), id=Id(f"stap-{len(self.signal.steps)}")))

    @rule(team=hearers, after=st.integers(0, 90), helped=st.sampled_from(Helped))
    def a_team_hears_and_says(self, team, after, helped):
        for kind, said in ((StepKind.TOLD, {"to": team}), (StepKind.TEAM_SAID, {"helped": helped})):
            self._take(
                replace(a_step(kind, after, **said), id=Id(f"stap-{len(self.signal.steps)}"))
            )

    @rule(data=st.data())
    def a_step_is_withdrawn(self, data):
        if self.signal.steps:
            about = data.draw(st.sampled_from(self.signal.steps)).id
            undone = a_step(StepKind.UNDONE, about=about)
            self._take(replace(undone, id=Id(f"stap-{len(self.signal.steps)}")))

    def _take(self, step):
        self.before = self.signal
        self.last = step
        self.signal = replace(self.signal, steps=(*self.signal.steps, step))

    @invariant()
    def one_role_owes_or_it_has_ended(self):
        owing = owes(self.signal)
        if status(self.signal) in ENDED:
            assert owing is None
            assert lane(self.signal) is Lane.DONE
        else:
            assert owing is not None
            assert owing.role.strip()
            assert owing.what in allowed(self.signal)
            assert lane(self.signal) is not Lane.DONE

    @invariant()
    def closed_only_after_an_answer_that_was_told(self):
        if status(self.signal) is not SignalStatus.CLOSED:
            return
        steps = in_force(self.signal.steps)
        answers = [
            place
            for place, step in enumerate(steps)
            if (step.is_answer and (step.words.strip() or step.outcome))
            or (step.kind is StepKind.NO_ANSWER and step.words.strip())
        ]
        told = [place for place, step in enumerate(steps) if step.kind is StepKind.TOLD]
        ended = [
            place
            for place, step in enumerate(steps)
            if step.kind is StepKind.CLOSED or step.helped is Helped.YES
        ]
        assert any(a < t < e for a in answers for t in told for e in ended)

    @invariant()
    def closed_only_when_every_team_that_saw_it_was_told(self):
        line = line_of(self.signal, joined=self.joined)
        others = {one.team.casefold() for one in self.joined} - {"", "team jongeren"}
        if line.status is SignalStatus.CLOSED:
            told = [step for step in in_force(self.signal.steps) if step.kind is StepKind.TOLD]
            heard = {each.strip().casefold() for step in told for each in step.to.split(";")}
            assert told
            assert others <= heard
            assert not others or heard & {"", "team jongeren"}
        if status(self.signal) is SignalStatus.CLOSED and line.status is not SignalStatus.CLOSED:
            assert others
            assert line.owed is StepKind.TOLD
        if line.status is SignalStatus.JOINED:  # With what, is not here.
            assert line.owed is StepKind.JOINED
        else:
            assert (line.owed is None) == (line.status in ENDED)
            assert line.owed is None or line.owed in allowed(self.signal)
        assert bool(line.role.strip()) == (line.owed is not None)

    @invariant()
    def a_step_counts_when_nothing_is_lacking(self):
        step = self.last
        if step is None or step.kind is StepKind.UNDONE:
            return
        counts = not lacks(self.before, step)
        assert counts == (life(self.signal).counted == (*life(self.before).counted, step))
        if not counts:
            assert life(self.signal) == life(self.before)

    @invariant()
    def nothing_is_overwritten(self):
        kept = self.before.steps
        assert self.signal.steps[: len(kept)] == kept

    @invariant()
    def the_line_tells_the_same(self):
        line = line_of(self.signal)
        assert line.status is status(self.signal)
        assert 0 <= passed_stations(life(self.signal)) <= len(STATIONS)
        if line.status is not SignalStatus.JOINED:
            assert lane_of_line(line) is lane(self.signal)
            assert line.is_late(date(2028, 1, 1)) == is_late(self.signal, date(2028, 1, 1))


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=120, stateful_step_count=25, deadline=None)


@given(st.data())
def test_only_what_is_allowed_counts(data):
    signal = a_signal()
    for number in range(data.draw(st.integers(0, 8))):
        kind = data.draw(st.sampled_from(StepKind))
        step = replace(a_step(kind), id=Id(f"stap-{number}"))
        could = kind in allowed(signal)
        after = replace(signal, steps=(*signal.steps, step))
        if kind is not StepKind.UNDONE:
            assert could == (step in life(after).counted)
        signal = after
