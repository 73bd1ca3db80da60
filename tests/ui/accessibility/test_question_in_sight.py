"""The moral question stays in sight while a ronde is scrolled, where there is room for both."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea

from beraad.records import PhaseKey
from beraad.ui.rondes.question_bar import QuestionBar
from tests.editing.support import furnished


@pytest.fixture
def screen(screen_of):
    made = screen_of(furnished())
    made.go_to(PhaseKey.PERSPECTIVES)
    return made


def scrolls(screen):
    bar = screen.findChild(QuestionBar)
    inside = [each for each in screen.findChildren(QScrollArea) if each.isAncestorOf(bar)]
    return bool(inside)


def test_the_question_stays_while_the_page_is_scrolled(screen):
    bar = screen.findChild(QuestionBar)
    place = bar.mapTo(screen, QPoint())

    screen._scroll.verticalScrollBar().setValue(10_000)

    assert bar.isVisible()
    assert bar.mapTo(screen, QPoint()) == place


def test_in_a_low_window_it_makes_room_for_writing(screen, look, qtbot):
    look.choose_percent(200)
    qtbot.waitUntil(lambda: scrolls(screen))
    assert screen.findChild(QuestionBar).isVisible()

    look.choose_percent(100)

    qtbot.waitUntil(lambda: not scrolls(screen))
    assert screen.findChild(QuestionBar).isVisible()
