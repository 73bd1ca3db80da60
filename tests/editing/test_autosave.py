from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.editing.autosave import (
    LONGEST_SECONDS,
    QUIET_SECONDS,
    RETRY_SECONDS,
    Autosave,
    Failed,
    Kept,
    Waiting,
)
from beraad.errors import Solvable
from tests.editing.support import START, blank


class Keeper:
    def __init__(self):
        self.kept = []
        self.problem = None

        self.concern = None

    def keep(self, session):
        if self.problem:
            raise self.problem
        self.kept.append(session)
        return self.concern


class Seconds:
    def __init__(self):
        self.at = 100.0

    def __call__(self):
        return self.at


class Setup:
    def __init__(self):
        self.keeper = Keeper()
        self.seconds = Seconds()
        self.start = blank()
        self.puzzles = []
        self.subject = Autosave(
            self.keeper,
            self.start,
            now=lambda: START + timedelta(seconds=self.seconds.at - 100),
            seconds=self.seconds,
            puzzled=self.puzzles.append,
        )

    def change(self, title):
        changed = replace(self.start, opening=replace(self.start.opening, title=title))
        self.subject.changed(changed)
        return changed


@pytest.fixture
def setup():
    return Setup()


def test_nothing_written_is_nothing_to_keep(setup):
    assert setup.subject.state == Kept(None)
    assert setup.subject.seconds_left() is None
    assert setup.subject.keep() == Kept(None)
    assert setup.keeper.kept == []


def test_kept_is_only_said_after_the_keeper_returned(setup):
    changed = setup.change("een")
    assert setup.subject.state == Waiting()

    assert setup.subject.keep() == Kept(START)
    assert setup.keeper.kept == [changed]


def test_it_waits_for_quiet_but_never_longer_than_a_second(setup):
    setup.change("a")
    assert setup.subject.seconds_left() == pytest.approx(QUIET_SECONDS)
    for moment in range(1, 4):
        setup.seconds.at = 100.0 + moment * 0.3
        setup.change("a" * (moment + 1))

    assert setup.subject.seconds_left() == pytest.approx(LONGEST_SECONDS - 0.9)


def test_a_failure_says_so_keeps_the_text_and_tries_again(setup):
    setup.keeper.problem = Solvable("De schijf is vol.")
    changed = setup.change("een")

    assert setup.subject.keep() == Failed(setup.keeper.problem)
    assert setup.subject.seconds_left() == pytest.approx(RETRY_SECONDS[0])
    setup.change("twee")
    assert isinstance(setup.subject.state, Failed)

    setup.keeper.problem = None
    setup.subject.changed(changed)
    assert setup.subject.keep() == Kept(START)
    assert setup.keeper.kept == [changed]


def test_who_types_on_does_not_put_off_the_next_try(setup):
    setup.keeper.problem = Solvable("De schijf is vol.")
    setup.change("een")
    setup.subject.keep()

    setup.seconds.at += RETRY_SECONDS[0] - 0.5
    setup.change("een en meer")

    assert setup.subject.seconds_left() == pytest.approx(0.5)


def test_it_tries_less_often_the_longer_it_fails_and_soon_again_after_that(setup):
    setup.keeper.problem = Solvable("De schijf is vol.")
    setup.change("een")
    waits = []
    for _ in range(len(RETRY_SECONDS) + 2):
        setup.subject.keep()
        waits.append(setup.subject.seconds_left())
    assert waits == [*RETRY_SECONDS, RETRY_SECONDS[-1], RETRY_SECONDS[-1]]

    setup.keeper.problem = None
    setup.subject.keep()
    setup.keeper.problem = Solvable("Weer vol.")
    setup.change("twee")
    setup.subject.keep()
    assert setup.subject.seconds_left() == pytest.approx(RETRY_SECONDS[0])


@pytest.mark.parametrize(
    "error",
    [MemoryError("onze fout"), RuntimeError(), ValueError(), OSError(), AssertionError()],
    ids=lambda error: type(error).__name__,
)
def test_whatever_goes_wrong_is_told_as_unkept_and_tried_again(setup, error):
    setup.keeper.problem = error
    changed = setup.change("een")

    state = setup.subject.keep()

    assert isinstance(state, Failed)
    assert "Bewaren lukt niet" in state.problem.happened
    assert "onze fout" not in str(state.problem)
    assert setup.puzzles == [error]
    assert setup.subject.seconds_left() == pytest.approx(RETRY_SECONDS[0])
    setup.keeper.problem = None
    assert setup.subject.keep() == Kept(START)
    assert setup.keeper.kept == [changed]


def test_words_in_the_wrong_place_are_kept_and_the_place_is_tried_again(setup):
    setup.keeper.concern = Solvable("De map is alleen te lezen.")
    changed = setup.change("een")

    assert setup.subject.keep() == Kept(START, setup.keeper.concern)
    assert setup.subject.seconds_left() == pytest.approx(RETRY_SECONDS[0])
    setup.keeper.concern = None
    setup.seconds.at += 60
    assert setup.subject.keep() == Kept(START), "the words were kept a minute ago"
    assert setup.subject.seconds_left() is None
    assert setup.keeper.kept == [changed, changed]


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["keep", "undo"]),
            st.sampled_from([None, Solvable("vol"), MemoryError(), KeyError()]),
            st.text(max_size=3).map(lambda text: ("type", text)),
        )
    )
)
def test_kept_is_said_only_of_what_the_keeper_returned_from(steps):
    setup = Setup()
    current = setup.start
    for step in steps:
        match step:
            case "keep":
                setup.subject.keep()
            case "undo":
                setup.subject.changed(current := setup.start)
            case ("type", text):
                current = setup.change(text)
            case problem:
                setup.keeper.problem = problem
        safe = setup.keeper.kept[-1] if setup.keeper.kept else setup.start
        if isinstance(setup.subject.state, Kept):
            assert safe is current
        else:
            assert setup.subject.seconds_left() is not None


def test_undone_back_to_what_is_kept_is_kept(setup):
    setup.change("een")
    setup.subject.changed(setup.start)

    assert setup.subject.keep() == Kept(None)
    assert setup.keeper.kept == []


def test_it_goes_on_with_another_keeper_that_has_it_all(setup):
    setup.keeper.problem = Solvable("weg")
    setup.change("een")
    setup.subject.keep()
    other = Keeper()

    assert setup.subject.keep_elsewhere(other) == Kept(START)
    later = setup.change("twee")
    setup.subject.keep()
    assert other.kept == [later]
