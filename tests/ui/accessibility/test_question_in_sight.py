"""The moral question stays in sight while a ronde is scrolled, where there is room for both."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea

from beraad.records import PhaseKey
from beraad.ui.rondes.question_bar import QuestionBar
from tests.editing.support import furnished


def question(screen):
    [shown] = [each for each in screen.findChildren(QuestionBar) if each.isVisible()]
    return shown


def scrolls(screen):
    areas = screen.findChildren(QScrollArea)
    return any(each.isAncestorOf(question(screen)) for each in areas)


def test_the_question_stays_until_large_text_needs_the_room(screen_of, look):
    screen = screen_of(furnished())
    screen.go_to(PhaseKey.PERSPECTIVES)
    place = question(screen).mapTo(screen, QPoint())

    screen._scroll.verticalScrollBar().setValue(10_000)
    assert question(screen).mapTo(screen, QPoint()) == place
    assert not scrolls(screen)

    look.choose_percent(200)
    assert scrolls(screen)

    look.choose_percent(100)
    assert not scrolls(screen)
