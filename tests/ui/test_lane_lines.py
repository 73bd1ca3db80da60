"""Of a large register the first cards are there before it was read; nobody sees a difference."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPushButton

from beraad.records import Id
from beraad.signals.lanes import in_lanes
from beraad.signals.life import Lane
from beraad.store.register_lines import signal_lines
from beraad.ui.beside.task import finish_all
from beraad.ui.settings import Settings
from beraad.ui.signals import lane_lines
from beraad.ui.signals.lane_lines import InLanes, LaneLines
from beraad.ui.signals.register_screen import RegisterScreen
from tests.conftest import TODAY
from tests.steps import passed_on
from tests.ui.test_signals import (
    CONTENT,
    a_signal,
    click,
    kept,
    lanes,
    register,
    texts,
    told,
)

__all__ = ["kept", "register"]

MANY, FRONT = 40, 15


@pytest.fixture(autouse=True)
def front(monkeypatch):
    monkeypatch.setattr(lane_lines, "FRONT", FRONT)


@pytest.fixture
def reads(monkeypatch):
    """How often the register was read whole."""
    made, real = [], lane_lines.at_a_glance

    def counted(path):
        made.append(path)
        return real(path)

    monkeypatch.setattr(lane_lines, "at_a_glance", counted)
    return made


@pytest.fixture
def shown(register, look, tmp_path, qtbot):
    def make():
        screen = RegisterScreen(register, look, Settings(tmp_path / "i.ini"), today=lambda: TODAY)
        qtbot.addWidget(screen)
        screen.resize(1300, 800)
        screen.show()
        return screen

    return make


@pytest.fixture
def signals(register, qapp):
    parent = QObject()
    yield InLanes(register, parent)
    shiboken6.delete(parent)


def about(name, day=0, called="Inkomensgat"):
    asked = passed_on(TODAY - timedelta(days=day))
    content = replace(CONTENT, bottleneck=called, answer_due=None)
    return a_signal(name, asked, content=content)


@pytest.fixture
def many(kept):
    """Waiting signals of which the nearest comes first, and one more that is found by its word."""
    kept(*(about(f"nummer-{day:02}", day) for day in range(1, MANY)), about("laatste", 0, "Tolk"))


def whole(register, lane=Lane.WAITING):
    return [line.id for line in in_lanes(signal_lines(register))[lane]]


def test_first_cards_do_not_wait_for_the_rest_which_is_read_once(
    many, shown, reads, register, qtbot
):
    screen = shown()
    assert lanes(screen)["waiting"] == whole(register)[: len(lanes(screen)["waiting"])]
    assert "Wij wachten 40" in texts(screen)
    before = texts(screen)[:4]

    qtbot.waitUntil(lambda: screen._signals._lines is not None)
    QApplication.processEvents()

    assert len(reads) == 1
    assert lanes(screen)["waiting"] == whole(register)[:6]
    assert texts(screen)[:4] == before
    assert [each.id for each in screen._signals.found(Lane.WAITING, ())] == whole(register)


def test_nothing_past_the_fronts_is_read_before_the_first_cards(many, signals, register, reads):
    signals.read(lambda _: None)
    lane = signals.found(Lane.WAITING, ())

    assert [each.id for each in lane[:FRONT]] == whole(register)[:FRONT]
    assert (len(lane), bool(signals), reads) == (MANY, True, [])
    assert signals.in_front(Lane.WAITING, Id("nummer-39"))
    assert not signals.in_front(Lane.WAITING, Id("laatste"))
    assert [each.id for each in lane] == whole(register)
    assert len(reads) == 1


@pytest.mark.parametrize(
    "place", [slice(None), slice(-3, None), slice(5, 30), slice(0, 99), 39, -1]
)
def test_a_lane_that_is_read_in_two_is_as_one_that_is_whole(many, signals, register, place):
    signals.read(lambda _: None)
    all_of_it = in_lanes(signal_lines(register))[Lane.WAITING]

    found = signals.found(Lane.WAITING, ())[place]

    assert (list(found) if isinstance(place, slice) else found) == all_of_it[place]


def test_past_its_last_signal_a_lane_has_none(many, signals):
    signals.read(lambda _: None)
    with pytest.raises(IndexError):
        signals.found(Lane.WAITING, ())[MANY]


def test_who_searches_before_the_rest_was_read_finds_what_stands_there(many, shown):
    screen = shown()
    screen.seek("tolk")

    assert lanes(screen)["waiting"] == ["laatste"]


def test_more_cards_are_those_of_the_whole_lane(many, shown, register, qtbot):
    screen = shown()
    qtbot.waitUntil(lambda: len(lanes(screen)["waiting"]) == 6)

    click(screen, qtbot, "more-waiting")

    assert lanes(screen)["waiting"] == whole(register)[:30]
    assert screen.focusWidget().parent().parent().line.id == whole(register)[6]


def test_the_cursor_goes_to_a_signal_wherever_it_stands(many, shown):
    screen = shown()
    assert screen._to_signal(Id("laatste"))
    assert screen.focusWidget().parent().parent().line.id == "laatste"
    assert not screen._to_signal(Id("nergens"))


def test_what_was_written_meanwhile_is_shown(many, kept, register, shown, monkeypatch, qtbot):
    real = lane_lines.at_a_glance

    def first_somebody_writes(path):
        monkeypatch.setattr(lane_lines, "at_a_glance", real)
        kept(about("nieuw", 200, "Net geschreven"))
        return real(path)

    monkeypatch.setattr(lane_lines, "at_a_glance", first_somebody_writes)
    screen = shown()

    told(screen, qtbot, "Wij wachten 41")
    qtbot.waitUntil(lambda: lanes(screen)["waiting"] == whole(register)[:6])
    assert "nieuw" in lanes(screen)["waiting"]


def test_whatever_is_written_after_the_rest_came_is_read_by_reading_anew(
    many, kept, signals, register
):
    signals.read(lambda _: None)
    assert len(signals.all()) == MANY

    kept(about("nieuw", 200))
    signals.read(lambda _: None)

    assert [each.id for each in signals.found(Lane.WAITING, ())] == whole(register)
    assert [each.id for each in signals.found(Lane.WAITING, ("inkomensgat",))] == [
        each for each in whole(register) if each != "laatste"
    ]
    assert [each.id for each in signals.all()] == [each.id for each in signal_lines(register)]


def test_an_answer_of_before_is_dropped_when_the_register_is_read_anew(
    many, kept, signals, register, monkeypatch
):
    """What was read for an earlier look never stands beside the fronts of a later one."""
    signals.read(lambda _: None)
    real = lane_lines.at_a_glance
    old = real(register)
    monkeypatch.setattr(lane_lines, "at_a_glance", lambda _: old)
    signals.read_on()
    monkeypatch.setattr(lane_lines, "at_a_glance", real)
    kept(about("nieuw", 200))

    signals.read(lambda _: None)

    assert len(signals.all()) == MANY + 1
    assert [each.id for each in signals.found(Lane.WAITING, ())] == whole(register)


def test_of_a_register_that_is_damaged_further_on_nothing_is_shown_but_why(
    many, register, shown, qtbot
):
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("UPDATE signals SET level = 'zomaar' WHERE id = 'laatste'")
    screen = shown()

    told(screen, qtbot, "register.sqlite")
    qtbot.waitUntil(lambda: lanes(screen)["waiting"] == [])
    assert not any("Nog geen signalen" in text for text in texts(screen))

    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("UPDATE signals SET level = NULL WHERE id = 'laatste'")
    again = (each for each in screen.findChildren(QPushButton) if each.text() == "Probeer opnieuw")
    next(again).click()
    told(screen, qtbot, "Wij wachten 40")
    assert screen.banner.isHidden()


def test_a_screen_may_go_while_the_rest_is_read(many, shown, reads, qtbot):
    screen = shown()
    screen._signals.read_on()
    shiboken6.delete(screen)
    finish_all()
    QApplication.processEvents()

    assert len(reads) <= 1


def test_a_small_register_is_read_once_and_by_nobody_else(kept, shown, reads, qtbot):
    kept(*(about(f"nummer-{day:02}", day) for day in range(FRONT)))
    screen = shown()
    qtbot.waitUntil(lambda: len(lanes(screen)["waiting"]) == 6)

    assert isinstance(screen._signals.found(Lane.WAITING, ()), LaneLines)
    assert len(screen._signals.all()) == FRONT
    assert reads == []
