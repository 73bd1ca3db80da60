from __future__ import annotations

import os
import threading

import pytest
import shiboken6

from beraad.errors import Solvable
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import finish_all
from tests.ui.beside.support import heard_of

PROBLEM = Solvable("De map is weg.", way_out="Kies een andere map.")


def test_work_runs_in_another_thread_and_its_answer_comes_in_the_window(screen, qtbot):
    one = OneAtATime(screen)
    came_in = []
    one.done.connect(lambda _: came_in.append(threading.current_thread()))

    with qtbot.waitSignal(one.done) as done:
        one.start(lambda _: threading.current_thread())

    assert done.args[0] is not threading.main_thread()
    assert came_in == [threading.main_thread()]
    assert not one.runs


@pytest.mark.skipif(not hasattr(os, "sched_getscheduler"), reason="only Linux tells")
def test_work_gets_its_turn_as_soon_as_the_window_does(screen, qtbot):
    one = OneAtATime(screen)

    with qtbot.waitSignal(one.done) as done:
        one.start(lambda _: os.sched_getscheduler(threading.get_native_id()))

    assert done.args[0] == os.sched_getscheduler(threading.get_native_id())


def test_a_second_is_refused_until_the_first_is_over(screen, qtbot, held):
    one, first, second = OneAtATime(screen), held("eerste"), held("tweede")

    assert one.start(first)
    assert not one.start(second)
    first.go.set()
    qtbot.waitUntil(lambda: not one.runs)
    assert one.start(second)

    assert not first.was_unwanted
    second.go.set()
    with qtbot.waitSignal(one.done) as done:
        pass
    assert done.args == ["tweede"]


def test_how_far_it_is_is_told(screen, qtbot):
    one = OneAtATime(screen)
    heard = heard_of(one)

    def work(asker):
        asker.tell(30)
        return "klaar"

    one.start(work)

    qtbot.waitUntil(lambda: ("done", "klaar") in heard)
    assert heard == [("told", 30), ("done", "klaar")]


def test_what_was_stopped_in_time_says_so(screen, qtbot, held):
    one, work = OneAtATime(screen), held(None)
    heard = heard_of(one)
    one.start(work)

    one.stop()
    work.go.set()

    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("stopped", None)]
    assert work.was_unwanted


def test_what_was_stopped_too_late_gives_its_answer(screen, qtbot, held):
    one, work = OneAtATime(screen), held("twee bestanden")
    heard = heard_of(one)
    one.start(work)

    one.stop()
    work.go.set()

    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("done", "twee bestanden")]


def test_nothing_is_an_answer_too_when_nobody_stopped_it(screen, qtbot):
    one = OneAtATime(screen)

    with qtbot.waitSignal(one.done) as done:
        one.start(lambda _: None)

    assert done.args == [None]


def test_trouble_comes_to_whoever_asked_and_is_no_defect(screen, qtbot, held, reported):
    one, work = OneAtATime(screen), held(error=PROBLEM)
    work.go.set()

    with qtbot.waitSignal(one.failed) as failed:
        one.start(work)

    assert failed.args == [PROBLEM]
    assert reported == []


def test_a_mistake_of_ours_is_a_defect_and_whoever_asked_is_not_left_waiting(
    screen, qtbot, held, reported
):
    one, work = OneAtATime(screen), held(error=LookupError("Fatima"))
    work.go.set()

    with qtbot.waitSignal(one.failed) as failed:
        one.start(work)

    assert isinstance(failed.args[0], Solvable)
    assert "Fatima" not in str(failed.args[0])
    assert reported == [LookupError]
    assert not one.runs


def test_a_mistake_is_a_defect_also_when_the_screen_is_gone(screen, qtbot, held, reported):
    work = held(error=LookupError("Fatima"))
    OneAtATime(screen).start(work)

    shiboken6.delete(screen)
    work.go.set()

    qtbot.waitUntil(lambda: reported == [LookupError])


@pytest.mark.parametrize("moment", ["before", "during", "just before the answer", "after"])
def test_a_screen_may_go_at_any_moment(screen, qapp, held, moment):
    one, work = OneAtATime(screen), held()
    heard = heard_of(one)
    one.start(work)
    if moment != "before":
        assert work.begun.wait(10)
    if moment in {"just before the answer", "after"}:
        work.go.set()
        assert work.over.wait(10)
    if moment == "after":
        finish_all()

    shiboken6.delete(screen)
    work.go.set()
    finish_all()
    qapp.processEvents()

    assert work.over.is_set()
    assert heard == ([("done", "antwoord")] if moment == "after" else [])
    assert work.was_unwanted is (moment in {"before", "during"})


def test_settling_waits_and_tells_before_it_returns(screen, qapp, held):
    one, work = OneAtATime(screen), held()
    heard = heard_of(one)
    one.start(work)
    work.go.set()

    one.settle()

    assert heard == [("done", "antwoord")]
    qapp.processEvents()
    assert heard == [("done", "antwoord")]
    assert not one.runs


def test_settling_asks_to_stop_first(screen, qapp):
    one = OneAtATime(screen)
    heard = heard_of(one)

    def until_unwanted(asker):
        while not asker.unwanted():
            pass

    one.start(until_unwanted)
    one.settle()

    assert heard == [("stopped", None)]


def test_at_the_end_of_the_program_everything_is_waited_for_and_told(screen, qapp, held):
    ones = [OneAtATime(screen) for _ in range(3)]
    heard = [heard_of(one) for one in ones]
    for number, one in enumerate(ones):
        work = held(number)
        work.go.set()
        one.start(work)

    finish_all()

    assert heard == [[("done", 0)], [("done", 1)], [("done", 2)]]
    finish_all()
    qapp.processEvents()
    assert sum(map(len, heard)) == 3
