from __future__ import annotations

from dataclasses import replace

import pytest

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

    def keep(self, session):
        if self.problem:
            raise self.problem
        self.kept.append(session)


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
        self.subject = Autosave(self.keeper, self.start, now=lambda: START, seconds=self.seconds)

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
    assert setup.subject.seconds_left() == pytest.approx(RETRY_SECONDS)
    setup.change("twee")
    assert isinstance(setup.subject.state, Failed)

    setup.keeper.problem = None
    setup.subject.changed(changed)
    assert setup.subject.keep() == Kept(START)
    assert setup.keeper.kept == [changed]


def test_a_defect_of_ours_is_not_swallowed(setup):
    setup.keeper.problem = RuntimeError("onze fout")
    setup.change("een")

    with pytest.raises(RuntimeError):
        setup.subject.keep()


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
