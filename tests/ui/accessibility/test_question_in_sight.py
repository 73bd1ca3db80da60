"""The moral question stays in sight while a ronde is scrolled, where there is room for both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QScrollArea

from beraad.records import Dilemma, PhaseKey
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


@pytest.mark.parametrize(("first", "number"), [(False, 2), (True, 3)])
def test_the_bar_names_the_ronde_of_the_question_as_it_is_in_this_beraad(screen_of, first, number):
    beraad = furnished()
    opening = replace(beraad.opening, clarification_first=first)
    screen = screen_of(replace(beraad, opening=opening, dilemma=Dilemma()))
    screen.go_to(PhaseKey.CONSIDERATION)

    said = [each.text() for each in question(screen).findChildren(QLabel)]
    assert f"Nog geen morele vraag: schrijf die in ronde {number}." in said
