"""An open card of ronde 6 is seen by whoever passes: it is shut before anybody else looks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from beraad.records import Option, Participant, PhaseKey, Progress, new_id
from beraad.ui.rondes.consideration_page import ConsiderationCard
from tests.editing.support import blank

PEOPLE = (Participant(id=new_id(), role="jurist"), Participant(id=new_id(), role="consulent"))
JURIST, CONSULENT = PEOPLE


@pytest.fixture
def screen(screen_of, qtbot):
    session = blank()
    third, fourth = (Option(id=new_id(), text=text) for text in ("Samen bellen", "Wachten"))
    made = screen_of(
        replace(
            session,
            options=(*session.options, third, fourth),
            participants=PEOPLE,
            progress=Progress(phase=PhaseKey.CONSIDERATION),
        )
    )
    with qtbot.waitActive(made):
        made.activateWindow()
    made.take_focus()
    return made


def opened(screen):
    """The card of the jurist, open, with something on it and the cursor in it."""
    screen._editor.weigh(JURIST.id, "value", "zonnebloem")
    QTest.mouseClick(screen.findChild(QPushButton, "card-1"), Qt.MouseButton.LeftButton)
    assert "zonnebloem" in readable(screen)
    field = next(
        each
        for each in screen.findChild(ConsiderationCard).findChildren(QPlainTextEdit)
        if each.toPlainText() == "zonnebloem"
    )
    field.setFocus()
    return field


def readable(screen):
    """Everything a passer-by could read."""
    fields = (f.toPlainText() for f in screen.findChildren(QPlainTextEdit) if f.isVisible())
    return " ".join(fields)


@pytest.mark.parametrize("other", [PhaseKey.OPENING, PhaseKey.ALTERNATIVES, PhaseKey.DIALOGUE])
def test_a_card_is_shut_when_one_comes_back_from_another_ronde(screen, other):
    opened(screen)

    screen.go_to(other)
    screen.go_to(PhaseKey.CONSIDERATION)

    assert "zonnebloem" not in readable(screen)
    assert QApplication.focusWidget().objectName() == "card-1"
    assert QApplication.focusWidget().text() == "Schrijven"


def test_a_card_is_shut_when_the_beraad_was_left_for_another_screen(screen):
    opened(screen)

    screen.hide()
    screen.show()

    assert "zonnebloem" not in readable(screen)


def test_a_card_is_shut_when_another_opens(screen):
    opened(screen)

    QTest.mouseClick(screen.findChild(QPushButton, "card-2"), Qt.MouseButton.LeftButton)

    assert "zonnebloem" not in readable(screen)


def test_esc_shuts_a_card_and_goes_to_its_button(screen):
    field = opened(screen)

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert "zonnebloem" not in readable(screen)
    assert QApplication.focusWidget().objectName() == "card-1"
    assert QApplication.focusWidget().text() == "Schrijven"


def test_esc_shuts_a_card_too_from_beside_it(screen):
    opened(screen)
    screen.findChild(QPushButton, "type-slips").setFocus()

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert "zonnebloem" not in readable(screen)
    assert QApplication.focusWidget().objectName() == "card-1"
