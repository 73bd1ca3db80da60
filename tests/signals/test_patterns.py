"""What returns: counted in the words of the lists only, with open signals as still waiting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from beraad.phases.suggestions import load
from beraad.records import (
    Consideration,
    Count,
    Helped,
    Id,
    Option,
    Outcome,
    PhaseKey,
    Setting,
    SignalStatus,
    Source,
    Stakeholder,
    Tally,
    TimeSpent,
    Value,
    Waiting,
)
from beraad.signals.facts import Heard, Vocabulary, Went, facts_of
from beraad.signals.overview import overview
from beraad.signals.patterns import patterns
from beraad.signals.small_numbers import half_year
from tests.builders import filled_session
from tests.editing.support import blank
from tests.signals.support import TODAY, facts, line

SPRING = half_year(date(2026, 3, 1))
TEAMS = ("Noord", "Zuid", "West")
WORDS = Vocabulary.of(load(None))


def made(beraden=(), lines=()):
    return patterns(beraden, lines, overview(lines, SPRING, today=TODAY), today=TODAY)


def several(count=6, **changes):
    return [
        facts(team=TEAMS[number % 3], on=date(2026, 1, 12) + timedelta(weeks=number), **changes)
        for number in range(count)
    ]


def signals(count=6, **changes):
    return [
        line(
            number,
            team=TEAMS[number % 3],
            on=date(2026, 1, 12) + timedelta(weeks=number),
            **changes,
        )
        for number in range(count)
    ]


def test_without_anything_nothing_is_told():
    found = made()

    assert found.total is None
    assert (found.clashes, found.bottlenecks, found.voices, found.paces) == ((), (), (), ())
    assert found.answers.steps == ()


def test_of_answers_that_clash_none_is_waited_for_and_none_counts():
    lines = signals(asked_on=TODAY - timedelta(days=300), status=SignalStatus.ANSWERED)
    found = made(lines=lines).answers

    assert (found.total, found.steps, found.longest) == (None, (), None)


def test_how_long_the_oldest_waits_is_that_of_the_overview():
    asked = TODAY - timedelta(days=300)
    waits = line(7, title="Tolk", on=date(2026, 3, 2), asked_on=asked)
    answered = signals(answered_on=TODAY, outcome=Outcome.CHANGE, asked_on=asked)

    assert made(lines=[*answered, waits]).answers.longest is Waiting.LONGER
    assert made(lines=[*answered, *signals(6, title="Tolk")]).answers.longest is not None
    assert made(lines=answered).answers.longest is None


def test_which_values_clash_with_the_few_last_and_without_a_number():
    clash, rare = ("bestaanszekerheid", "rechtsgelijkheid"), ("moed", "privacy")
    beraden = [*several(clashes=frozenset({clash})), facts(clashes=frozenset({rare}))]

    common, few = made(beraden).clashes

    assert common.name == "bestaanszekerheid ↔ rechtsgelijkheid"
    assert common.count == Count(6, 3)
    assert (few.name, few.count) == ("moed ↔ privacy", None)


def test_whose_voice_is_missing():
    beraden = [*several(3, voices={"de inwoner": Heard.FILLED_IN}), *several(6)[3:]]

    (voice,) = made(beraden).voices

    assert (voice.said, voice.filled_in, voice.unnamed) == (None, Count(3, 3), Count(3, 3))


def test_how_many_were_answered_and_how_many_wait():
    answered = signals(6, answered_on=date(2026, 3, 2), outcome=Outcome.TRIAL)
    waiting = [
        line(20 + number, team=TEAMS[number % 3], on=date(2026, 5, 4) + timedelta(weeks=number))
        for number in range(3)
    ]

    found = made((), [*answered, *waiting]).answers

    assert found.total == Count(9, 3)
    assert found.answered.count == Count(6, 3)
    assert found.waiting.count == Count(3, 3)
    assert found.steps[-1] == Tally("wacht langer dan 8 weken", Count(3, 3))


@pytest.mark.parametrize(("days", "within"), [(28, 4), (29, 8), (56, 8), (57, 13), (92, None)])
def test_a_wait_is_not_told_shorter_than_it_was(days, within):
    asked = (date(2026, 1, 12) + timedelta(weeks=number) for number in range(6))
    lines = [
        line(
            number,
            team=TEAMS[number % 3],
            on=on,
            answered_on=on + timedelta(days=days),
            outcome=Outcome.CHANGE,
        )
        for number, on in enumerate(asked)
    ]

    found = made((), lines).answers

    names = [f"antwoord binnen {weeks} weken" for weeks in (4, 8, 13) if weeks >= (within or 99)]
    assert [step.name for step in found.steps] == [*names, "antwoord, binnen welke tijd ook"]
    assert {step.count for step in found.steps} == {Count(6, 3)}


def test_no_answer_is_not_called_an_answer():
    none = signals(3, answered_on=date(2026, 4, 1), told_on=TODAY, unanswered=True)
    found = made((), none).answers

    assert (found.answered, found.waiting) == (None, None)
    assert [step.name for step in found.steps] == ["geen antwoord gekregen"]


def test_an_answer_of_which_nobody_wrote_down_the_kind_is_one():
    found = made((), signals(3, answered_on=date(2026, 4, 1))).answers

    assert found.answered is not None
    assert found.answered.count == Count(3, 3)
    assert "geen antwoord gekregen" not in {step.name for step in found.steps}


def test_what_went_well_comes_from_beraden_and_from_answers():
    beraden = several(went=frozenset({Went.LOOKED_BACK}))
    lines = signals(
        answered_on=date(2026, 4, 1), outcome=Outcome.CHANGE, told_on=TODAY, helped=Helped.YES
    )

    told = {tally.name: tally.count for tally in made(beraden, lines).went_well}

    assert set(told.values()) == {Count(6, 3)}
    assert len(told) == 4


def test_minutes_are_the_middle_of_five_or_more():
    timed = {"minutes": {PhaseKey.CASE: (12, 10)}}

    assert made(several(3, **timed)).paces == ()
    (pace,) = made(several(6, **timed)).paces
    assert (pace.key, pace.used, pace.planned) == (PhaseKey.CASE, 12, 10)


def test_who_joined_a_signal_with_another_is_counted_with_its_knelpunt_and_waits_no_more():
    first, *others = signals(3)
    joined = [
        one._replace(title="Anders", status=SignalStatus.JOINED, goes_on_with=first.id)
        for one in others
    ]

    found = made((), [first, *joined])

    (bottleneck,) = found.bottlenecks
    assert (bottleneck.name, bottleneck.count) == (first.title, Count(3, 3))
    assert found.answers.total is None


def test_another_half_year_is_left_out():
    autumn = facts(on=date(2026, 9, 7))

    assert made([*several(), autumn]).total == Count(6, 3)


# --- what is taken of one beraad ---------------------------------------------------------------


def test_an_oefening_never_counts():
    session = replace(blank(), opening=replace(blank().opening, setting=Setting.PRACTICE))

    with pytest.raises(ValueError, match="oefening"):
        facts_of(session, WORDS)


def test_only_words_of_the_lists_are_taken_along():
    session = replace(
        blank(),
        stakeholders=(
            Stakeholder(id=Id("s1"), name="De inwoner", source=Source.SAID),
            Stakeholder(id=Id("s2"), name="buurvrouw Fatima van de Kwartelkade"),
        ),
        values=(
            Value(id=Id("v1"), stakeholder_id=Id("s1"), name="Moed", core=True),
            Value(id=Id("v2"), stakeholder_id=Id("s1"), name="privacy.", core=True),
            Value(id=Id("v3"), stakeholder_id=Id("s2"), name="Fatima’s rust", core=True),
            Value(id=Id("v4"), stakeholder_id=Id("s2"), name="veiligheid"),
        ),
    )

    found = facts_of(session, WORDS)

    assert found.clashes == frozenset({("moed", "privacy")})
    assert found.voices == {"de inwoner": Heard.SAID}
    assert "Fatima" not in repr(found)


def test_nothing_of_a_whole_beraad_comes_along_but_those_words():
    told = repr(facts_of(filled_session(), WORDS))

    for text in (filled_session().case.situation, filled_session().dilemma.moral_question):
        assert text
        assert text not in told


def test_the_clock_and_what_went_well_are_taken():
    options = tuple(Option(id=Id(f"o{n}"), text=f"keuze {n}") for n in range(3))
    session = replace(
        blank(),
        options=options,
        time_spent=(TimeSpent(id=Id("t"), phase=PhaseKey.CASE, seconds=601),),
        considerations=(Consideration(id=Id("c"), participant_id=Id("p"), choice_id=Id("o2")),),
    )

    found = facts_of(session, WORDS)

    assert found.went == frozenset({Went.NEW_OPTION})
    assert found.minutes[PhaseKey.CASE][0] == 11
