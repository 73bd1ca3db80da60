"""An answer told in a beraad becomes steps, and which teams heard it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.records import Helped, Id, SignalStatus, StepKind, ToldAnswer, in_force
from beraad.signals.life import allowed, lacks, life
from beraad.signals.lines import line_of
from beraad.signals.telling import owed_sentence, turn_of_line
from beraad.signals.told_back import (
    goes_on_in,
    has_heard,
    joined_in,
    not_told,
    owed_among,
    steps_towards,
    still_waiting,
    wanted_steps,
)
from tests.steps import DAY, SIGNAL, a_step, answered, status

LATER = DAY + timedelta(days=30)
ANSWERED = replace(SIGNAL, steps=answered("Het mag na een week.", DAY + timedelta(days=3)))


def telling(signal=ANSWERED, **said):
    values = {
        "id": Id("telling"),
        "signal": signal.id,
        "answer": life(signal).answer.id,
        "team": signal.team,
        "answered_on": DAY,
    }
    return ToldAnswer(**(values | said))


def after(signal, told, *, holds=True):
    wanted = wanted_steps(told, on=LATER, today=LATER) if holds else ()
    added = steps_towards(signal, told.id, wanted, today=LATER)
    return replace(signal, steps=(*signal.steps, *added)), wanted


def ours(signal, told):
    known = {told.id} | {
        step.id
        for each in Helped
        for step in wanted_steps(replace(told, helped=each), on=DAY, today=DAY)
    }
    return {step.id for step in in_force(signal.steps)} & known


def test_telling_is_a_step_with_the_way_and_the_team():
    signal, _ = after(ANSWERED, telling())

    (step,) = signal.steps[2:]
    assert (step.kind, step.on, step.how) == (StepKind.TOLD, LATER, "in een beraad")
    assert (step.role, step.to, step.words) == ("gespreksleider", "Team Jongeren", "")
    assert step.about == ANSWERED.steps[-1].id
    assert status(signal) is SignalStatus.TOLD


def test_whether_it_helped_is_a_step_of_its_own_and_closes_what_helped():
    signal, _ = after(ANSWERED, telling(helped=Helped.YES))

    assert [step.kind for step in signal.steps[2:]] == [StepKind.TOLD, StepKind.TEAM_SAID]
    assert status(signal) is SignalStatus.CLOSED


def test_what_was_told_in_another_way_is_not_told_again():
    told = replace(ANSWERED, steps=(*ANSWERED.steps, a_step(StepKind.TOLD, LATER)))
    signal, _ = after(told, telling(told_before=LATER, helped=Helped.NO))

    assert [step.kind for step in signal.steps[3:]] == [StepKind.TEAM_SAID]
    assert status(signal) is SignalStatus.WEIGHED


def test_another_team_is_told_and_does_not_close_the_signal():
    signal, _ = after(ANSWERED, telling(team="Wijkteam", joined=True, helped=Helped.YES))

    assert [step.kind for step in signal.steps[2:]] == [StepKind.TOLD]
    assert status(signal) is SignalStatus.ANSWERED


@pytest.mark.parametrize("to", ["de woningcorporatie", "Team Jongere", "Wijkteam; beleid"])
def test_a_partner_or_a_slip_of_the_pen_is_not_its_own_team(to):
    steps = (*ANSWERED.steps, a_step(StepKind.TOLD, LATER, to=to), a_step(StepKind.CLOSED, LATER))
    waits = line_of(replace(ANSWERED, steps=steps))
    told = line_of(replace(ANSWERED, steps=(*steps, a_step(StepKind.TOLD, LATER, to="ons team"))))

    assert (waits.status, waits.owed, waits.told_on) == ("answered", StepKind.TOLD, None)
    assert StepKind.CLOSED not in allowed(replace(ANSWERED, steps=steps))
    assert told.told_on == LATER


def test_while_two_answers_clash_nobody_heard_them():
    steps = (*ANSWERED.steps, a_step(StepKind.TOLD, LATER), a_step(StepKind.CLOSED, LATER))
    signal = replace(ANSWERED, steps=steps)

    assert line_of(signal).owed is None
    clash = line_of(signal, disputed=True, clash=True)
    assert (clash.status, clash.owed, clash.told_on) == ("answered", StepKind.TOLD, None)
    assert (clash.answered_on, clash.outcome, clash.helped) == (None, None, None)
    assert clash.answers_clash
    assert not line_of(ANSWERED).answers_clash
    assert "antwoorden botsen, kies eerst" in turn_of_line(clash)
    owing = owed_among(signal, (), clash=True)
    assert owing is not None
    assert owed_sentence(owing).startswith("Antwoorden botsen: kies eerst welk antwoord geldt")


def test_a_day_before_the_answer_or_after_today_is_not_written_down():
    told = telling(answered_on=LATER)
    (early,) = wanted_steps(told, on=DAY, today=LATER + timedelta(days=2))
    (ahead,) = wanted_steps(told, on=date(2030, 1, 1), today=LATER + timedelta(days=2))

    assert early.on == LATER
    assert ahead.on == LATER + timedelta(days=2)


@given(st.lists(st.none() | st.sampled_from(["told", *Helped]), max_size=12))
def test_whatever_is_chosen_and_taken_back_just_the_last_is_in_force(choices):
    signal, told, count = ANSWERED, telling(), 0
    for choice in choices:
        helped = choice if isinstance(choice, Helped) else None
        now = replace(told, helped=helped)
        before = signal.steps
        signal, wanted = after(signal, now, holds=choice is not None)
        assert signal.steps[: len(before)] == before
        assert ours(signal, told) == {step.id for step in wanted}
        again, _ = after(signal, now, holds=choice is not None)
        assert again == signal
        count += len(signal.steps) - len(before)
    assert len({step.id for step in signal.steps}) == len(signal.steps) == 2 + count


@given(st.lists(st.none() | st.sampled_from(["told", *Helped]), min_size=1, max_size=8))
def test_steps_of_a_telling_always_count(choices):
    signal, told = ANSWERED, telling()
    for choice in choices:
        helped = choice if isinstance(choice, Helped) else None
        wanted = wanted_steps(replace(told, helped=helped), on=LATER, today=LATER) if choice else ()
        for step in steps_towards(signal, told.id, wanted, today=LATER):
            if step.kind is not StepKind.UNDONE:
                assert not lacks(signal, step)
            signal = replace(signal, steps=(*signal.steps, step))
    expected = {
        None: SignalStatus.ANSWERED,
        "told": SignalStatus.TOLD,
        Helped.YES: SignalStatus.CLOSED,
    }
    assert status(signal) is expected.get(choices[-1], SignalStatus.WEIGHED)


@pytest.mark.parametrize(
    ("to", "heard"),
    [
        ("Wijkteam", True),
        ("  wijkTEAM ", True),
        ("Team Jongeren; Wijkteam", True),
        ("Team Jongeren\nWijkteam", True),
        ("Wijkteam Noord", False),
        ("Zorg en Wijkteam", False),
        ("Zuid, Wijkteam", False),
        ("", False),
    ],
)
def test_only_a_team_that_is_named_as_a_whole_has_heard(to, heard):
    signal = replace(ANSWERED, steps=(*ANSWERED.steps, a_step(StepKind.TOLD, LATER, to=to)))

    assert has_heard(signal, "Wijkteam") is heard


def test_a_team_with_a_comma_in_its_name_has_heard():
    team = "Wijkteam Oost, jeugd en gezin"
    steps = (*ANSWERED.steps, a_step(StepKind.TOLD, LATER, to=f"Team Jongeren; {team}"))

    assert has_heard(replace(ANSWERED, steps=steps), team)
    assert not has_heard(replace(ANSWERED, steps=steps), "Wijkteam Oost")


def test_the_own_team_has_heard_when_no_team_was_named():
    signal = replace(ANSWERED, steps=(*ANSWERED.steps, a_step(StepKind.TOLD, LATER)))

    assert has_heard(signal, "team jongeren")
    assert not has_heard(ANSWERED, "Team Jongeren")


def test_a_new_answer_has_to_be_told_again():
    told = a_step(StepKind.TOLD, LATER, to="Wijkteam")
    again = (a_step(StepKind.PASSED_ON, LATER), a_step(StepKind.ANSWERED, LATER))
    signal = replace(ANSWERED, steps=(*ANSWERED.steps, told, *again))

    assert not has_heard(signal, "Wijkteam")


def test_who_heard_the_first_answer_did_not_hear_the_second():
    first = ANSWERED.steps[-1]
    told = a_step(StepKind.TOLD, LATER, to="Team Jongeren; Wijkteam", about=first.id)
    helped = a_step(StepKind.TEAM_SAID, LATER, helped=Helped.YES, about=first.id)
    second = a_step(StepKind.ANSWERED, LATER, words="Toch niet.")
    signal = replace(ANSWERED, steps=(*ANSWERED.steps, second, told, helped))

    assert status(signal) is SignalStatus.ANSWERED
    assert not has_heard(signal, "Team Jongeren")
    assert not has_heard(signal, "Wijkteam")
    assert lacks(signal, told)
    assert not lacks(signal, replace(told, about=second.id))


def joined(name, team, about):
    steps = (a_step(StepKind.PASSED_ON), a_step(StepKind.JOINED, about=Id(about)))
    return replace(SIGNAL, id=Id(name), team=team, steps=steps)


def test_every_team_of_a_joined_signal_is_named_until_it_heard():
    others = (
        joined("b", "Wijkteam", "een"),
        joined("c", "Team Zuid", "b"),
        joined("d", "wijkteam ", "een"),
        joined("e", "Team Jongeren", "een"),
        joined("f", "Elders", "ergens"),
    )
    lines = tuple(line_of(each) for each in (ANSWERED, *others))
    found = joined_in(ANSWERED.id, lines)

    assert {line.id for line in found} == {"b", "c", "d", "e"}
    assert not_told(ANSWERED, found) == ("Wijkteam", "Team Zuid")
    told = replace(ANSWERED, steps=(*ANSWERED.steps, a_step(StepKind.TOLD, LATER, to="Wijkteam")))
    assert not_told(told, found) == ("Team Zuid",)


def test_also_after_it_closed_another_team_can_be_told():
    closed = (a_step(StepKind.TOLD, LATER), a_step(StepKind.TEAM_SAID, LATER, helped=Helped.YES))
    signal = replace(ANSWERED, steps=(*ANSWERED.steps, *closed))
    told, _ = after(signal, telling(team="Wijkteam", joined=True))

    assert status(told) is SignalStatus.CLOSED
    assert has_heard(told, "Wijkteam")


def test_one_team_that_was_helped_closes_nothing_for_another_that_did_not_hear():
    others = tuple(line_of(joined(name, name, "een")) for name in ("Wijkteam", "Team Zuid"))
    helped = a_step(StepKind.TEAM_SAID, LATER, helped=Helped.YES)
    steps = (*ANSWERED.steps, a_step(StepKind.TOLD, LATER, to="Team Jongeren"), helped)
    waits = line_of(replace(ANSWERED, steps=steps), joined=others)
    half = (*steps, a_step(StepKind.TOLD, LATER, to="Wijkteam"))
    whole = (*half, a_step(StepKind.TOLD, LATER, to="team zuid"))

    assert (waits.status, waits.owed) == (SignalStatus.WEIGHED, StepKind.TOLD)
    assert line_of(replace(ANSWERED, steps=half), joined=others).owed is StepKind.TOLD
    assert line_of(replace(ANSWERED, steps=whole), joined=others).status is SignalStatus.CLOSED
    assert line_of(replace(ANSWERED, steps=steps)).status is SignalStatus.CLOSED


def test_the_own_team_waits_as_well_when_only_the_other_heard():
    other = (line_of(joined("b", "Wijkteam", "een")),)
    steps = (*ANSWERED.steps, a_step(StepKind.TOLD, LATER, to="Wijkteam"))
    signal = replace(ANSWERED, steps=(*steps, a_step(StepKind.CLOSED, LATER)))

    assert still_waiting(signal, other) == ("Team Jongeren",)
    assert line_of(signal, joined=other).owed is StepKind.TOLD


def test_signals_joined_in_a_circle_go_on_nowhere():
    lines = {
        each.id: line_of(each) for each in (joined("b", "Wijkteam", "c"), joined("c", "Zuid", "b"))
    }

    assert goes_on_in(lines[Id("b")], lines) is None
    assert goes_on_in(line_of(joined("x", "Y", "weg")), lines) == "weg"
