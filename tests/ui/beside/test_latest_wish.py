from __future__ import annotations

import pytest
import shiboken6

from beraad.errors import Solvable
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import finish_all
from tests.ui.beside.support import heard_of


def test_a_wish_is_done_at_once(screen, qtbot):
    latest = LatestWish(screen)

    with qtbot.waitSignal(latest.done) as done:
        latest.wish(lambda _: 12)

    assert done.args == [12]
    assert latest.is_idle


def test_of_many_wishes_only_the_last_is_answered_and_the_first_is_broken_off(screen, qtbot, held):
    latest, first, second, third = LatestWish(screen), held(1), held(2), held(3)
    heard = heard_of(latest)
    for work in (first, second, third):
        latest.wish(work)
    for work in (first, second, third):
        work.go.set()

    qtbot.waitUntil(lambda: latest.is_idle)

    assert heard == [("done", 3)]
    assert first.was_unwanted
    assert not second.begun.is_set()


def test_no_two_run_together(screen, qapp, held):
    latest, first, second = LatestWish(screen), held(1), held(2)
    latest.wish(first)
    assert first.begun.wait(10)

    latest.wish(second)
    qapp.processEvents()

    assert not second.begun.is_set()


def test_an_answer_that_lay_ready_is_dropped_when_something_else_is_wished(screen, qtbot, held):
    latest, first, second = LatestWish(screen), held(1), held(2)
    heard = heard_of(latest)
    latest.wish(first)
    first.go.set()
    assert first.over.wait(10)

    latest.wish(second)
    second.go.set()

    qtbot.waitUntil(lambda: latest.is_idle)
    assert heard == [("done", 2)]


def test_what_is_forgotten_never_comes(screen, qtbot, held):
    latest, work = LatestWish(screen), held()
    heard = heard_of(latest)
    latest.wish(work)
    latest.wish(held(), calm=60_000)

    latest.forget()
    work.go.set()

    qtbot.waitUntil(lambda: latest.is_idle)
    assert heard == []


def test_it_waits_until_nobody_wishes_for_a_while(screen, qtbot, held):
    latest, first, second = LatestWish(screen), held(1), held(2)
    heard = heard_of(latest)
    latest.wish(first, calm=60_000)
    second.go.set()

    latest.wish(second, calm=1)

    qtbot.waitUntil(lambda: latest.is_idle)
    assert heard == [("done", 2)]
    assert not first.begun.is_set()


def test_how_far_it_is_is_told_of_the_last_wish_only(screen, qtbot, held):
    latest, first = LatestWish(screen), held(1)
    heard = heard_of(latest)

    def telling(percent, then):
        def work(asker):
            asker.tell(percent)
            return then(asker)

        return work

    latest.wish(telling(10, first))
    latest.wish(telling(20, lambda _: "tweede"))
    first.go.set()

    qtbot.waitUntil(lambda: latest.is_idle)
    assert heard == [("told", 20), ("done", "tweede")]


@pytest.mark.parametrize("error", [LookupError("Fatima"), Solvable("Kan niet.", way_out="Wacht.")])
def test_after_trouble_the_next_wish_is_done(screen, qtbot, held, reported, error):
    latest, first = LatestWish(screen), held(error=error)
    heard = heard_of(latest)
    first.go.set()
    latest.wish(first)
    qtbot.waitUntil(lambda: latest.is_idle)

    latest.wish(lambda _: "goed")

    qtbot.waitUntil(lambda: ("done", "goed") in heard)
    assert [name for name, _ in heard] == ["failed", "done"]
    assert "Fatima" not in str(heard)
    assert reported == ([] if isinstance(error, Solvable) else [LookupError])


@pytest.mark.parametrize("moment", ["before", "during", "just before the answer", "after"])
def test_a_screen_may_go_at_any_moment(screen, qapp, qtbot, held, moment):
    latest, work, next_one = LatestWish(screen), held(), held()
    heard = heard_of(latest)
    latest.wish(work, calm=60_000 if moment == "before" else 0)
    if moment != "before":
        assert work.begun.wait(10)
    if moment in {"just before the answer", "after"}:
        work.go.set()
        assert work.over.wait(10)
    if moment == "after":
        qtbot.waitUntil(lambda: latest.is_idle)
    if moment == "during":
        latest.wish(next_one)

    shiboken6.delete(screen)
    work.go.set()
    finish_all()
    qapp.processEvents()

    assert heard == ([("done", "antwoord")] if moment == "after" else [])
    assert work.over.is_set() is (moment != "before")
    assert not next_one.begun.is_set()


def test_who_waits_has_the_answer_to_the_last_wish(screen, qapp, held):
    latest, first, second = LatestWish(screen), held(1), held(2)
    heard = heard_of(latest)
    latest.wish(first)
    latest.wish(second, calm=60_000)
    first.go.set()
    second.go.set()

    latest.settle()

    assert heard == [("done", 2)]
    assert latest.is_idle


def test_who_waits_for_nothing_goes_on_at_once(screen, held):
    latest, work = LatestWish(screen), held(1)
    heard = heard_of(latest)
    latest.settle()
    latest.wish(work)
    work.go.set()
    latest.forget()
    latest.settle()

    assert heard == []
