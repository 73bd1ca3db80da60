"""Laptops that choose otherwise at once: nothing is silently gone, and it is asked again."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.records import StepKind, in_force
from beraad.signals.events import EventKind, signal_payload, step_payload
from beraad.signals.fold import fold
from beraad.signals.life import life
from tests.steps import SIGNAL, Writer, a_step, passed_on


class Laptop(Writer):
    """A laptop that knows some events, and writes as its window lets somebody."""

    def __init__(self, letter: str) -> None:
        super().__init__(letter)
        self.known = []

    def say(self, kind, payload):
        self.known.append(self.write(kind, payload, self.folded().heads))

    def folded(self):
        return fold(self.known)

    def put(self):
        self.say(EventKind.SIGNAL, signal_payload(SIGNAL))

    def take(self, step):
        self.say(EventKind.STEP, step_payload(step))
        return step

    def answer(self, words):
        return self.take(a_step(StepKind.ANSWERED, words=words))

    def choose(self, words):
        """Let this answer stand, and withdraw what stands beside it, as “Dit geldt” does."""
        for steps in self.folded().apart:
            if words in {step.words for step in steps}:
                for step in steps:
                    if step.words != words:
                        self.undo(step.id)

    def undo(self, step_id):
        return self.take(a_step(StepKind.UNDONE, about=step_id))

    def meet(self, other):
        both = {each.mark: each for each in (*self.known, *other.known)}
        self.known, other.known = list(both.values()), list(both.values())


def words_in_force(known):
    return {step.words for step in in_force(known.signal.steps) if step.ends_waiting}


@pytest.fixture
def clash():
    one, other = Laptop("a"), Laptop("b")
    one.put()
    one.take(passed_on())
    one.meet(other)
    one.answer("Ja.")
    other.answer("Nee.")
    one.meet(other)
    return one, other


def test_opposite_choices_at_once_leave_both_standing_and_ask_again(clash):
    one, other = clash
    one.choose("Ja.")
    other.choose("Nee.")
    one.meet(other)
    known = one.folded()

    assert known == other.folded()
    assert words_in_force(known) == {"Ja.", "Nee."}
    assert known.answers_clash
    assert known.chosen_apart == {step.id for step in known.apart[0]}
    assert life(known.signal).answer is not None

    other.choose("Nee.")
    one.meet(other)
    assert words_in_force(one.folded()) == {"Nee."}
    assert not one.folded().in_dispute
    assert not one.folded().chosen_apart


def test_the_same_choice_at_once_is_no_conflict(clash):
    one, other = clash
    for laptop in (one, other):
        laptop.choose("Ja.")
    one.meet(other)

    assert words_in_force(one.folded()) == {"Ja."}
    assert not one.folded().in_dispute


def test_a_choice_for_what_its_writer_took_back_meanwhile_leaves_the_other(clash):
    one, other = clash
    third = Laptop("c")
    third.known = [each for each in one.known if "Nee." not in (each.payload or "")]
    mine = next(step for step in third.folded().signal.steps if step.words == "Ja.")
    third.undo(mine.id)
    other.choose("Ja.")
    third.meet(other)

    assert words_in_force(other.folded()) == {"Nee."}
    assert not other.folded().in_dispute


def test_who_knew_of_the_choice_takes_back_what_is_left(clash):
    one, other = clash
    one.choose("Ja.")
    one.meet(other)
    (left,) = [step for step in in_force(other.folded().signal.steps) if step.ends_waiting]
    other.undo(left.id)
    one.meet(other)

    assert words_in_force(one.folded()) == set()


def test_what_was_told_after_a_crossed_choice_is_about_the_answer_that_was_chosen(clash):
    one, other = clash
    one.choose("Ja.")
    told = one.take(a_step(StepKind.TOLD, to=SIGNAL.team))
    other.choose("Nee.")
    one.meet(other)
    steps = {step.id: step for step in one.folded().signal.steps}

    assert steps[steps[told.id].about].words == "Ja."


_NAMES = ("Ja.", "Nee.", "Later.")
_HAPPENINGS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.integers(0, 2), st.sampled_from(_NAMES)),
        st.tuples(st.just("choose"), st.integers(0, 2), st.sampled_from(_NAMES)),
        st.tuples(st.just("choose"), st.integers(0, 2), st.sampled_from(_NAMES)),
        st.tuples(st.just("meet"), st.integers(0, 2), st.integers(0, 2)),
    ),
    min_size=6,
    max_size=24,
)


@given(st.integers(2, 3), _HAPPENINGS)
def test_choosing_never_leaves_none_of_the_answers(clashing, schedule):
    laptops = [Laptop(letter) for letter in "abc"]
    laptops[0].put()
    laptops[0].take(passed_on())
    meet_all(laptops)
    for laptop, words in zip(laptops, _NAMES[:clashing], strict=False):
        laptop.answer(words)
    meet_all(laptops)
    for what, who, which in schedule:
        laptop = laptops[who]
        if what == "meet":
            laptop.meet(laptops[which])
        elif what == "choose":
            laptop.choose(which)
        else:
            laptop.answer(which)
        for each in laptops:
            require_an_answer(each.folded())
    meet_all(laptops)
    known = laptops[0].folded()

    assert all(laptop.folded() == known for laptop in laptops)
    assert fold(reversed(laptops[0].known)) == known
    require_an_answer(known)


def meet_all(laptops):
    for _ in range(2):
        for one, other in permutations(laptops, 2):
            one.meet(other)


def require_an_answer(known):
    written = {step.words for step in known.signal.steps if step.ends_waiting}
    assert bool(written) == bool(words_in_force(known))
