"""Agreeing in the opening that afwegingen stand whole in the verslag."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from beraad.records import Id, Participant, PhaseKey
from tests.conftest import NOW
from tests.editing.support import blank

PEOPLE = tuple(Participant(id=Id(f"p{n}"), role="consulent") for n in range(3))


def tick(box, qtbot):
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


@pytest.fixture
def talk(screen_of):
    def make(session):
        screen = screen_of(session)
        screen._editor.go_to(PhaseKey.OPENING)
        return screen

    return make


def box_of(screen):
    return screen.findChild(QCheckBox, "opening.whole_by")


def told(screen):
    return screen.findChild(QLabel, "about-whole").text()


def test_all_present_agree_with_one_click(talk, qtbot):
    screen = talk(replace(blank(), participants=PEOPLE))
    assert "losse lijsten" in told(screen)

    tick(box_of(screen), qtbot)

    session = screen._editor.session
    assert session.stands_whole
    assert session.opening.whole_on == NOW.date()
    assert "met iedereen die hier staat" in told(screen)


def test_it_lapses_when_somebody_comes_and_says_so(talk, qtbot):
    screen = talk(replace(blank(), participants=PEOPLE))
    tick(box_of(screen), qtbot)

    screen._editor.add("participants", Participant(id=Id("nieuw")))

    assert not box_of(screen).isChecked()
    assert "Vraag het iedereen opnieuw." in told(screen)
    tick(box_of(screen), qtbot)
    assert screen._editor.session.stands_whole


def test_it_is_one_edit_that_can_be_undone(talk, qtbot):
    screen = talk(replace(blank(), participants=PEOPLE))
    tick(box_of(screen), qtbot)

    screen._editor.undo()

    assert not screen._editor.session.stands_whole
    assert not box_of(screen).isChecked()


def test_nobody_can_agree_when_nobody_is_there(talk):
    assert not box_of(talk(blank())).isEnabled()
