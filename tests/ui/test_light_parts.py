from __future__ import annotations

from enum import StrEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from beraad.phases.rondes import PHASES
from beraad.records import PhaseKey
from beraad.ui.widgets.choice_field import ChoiceField
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.tall_stack import TallStack
from tests.editing.support import furnished


class Taste(StrEnum):
    SWEET = "sweet"
    SOUR = "sour"
    SALT = "salt"


TASTES = ((Taste.SWEET, "zoet"), (Taste.SOUR, "zuur"), (Taste.SALT, "hartig"))


@pytest.fixture
def choice(qtbot, look):
    field = ChoiceField(TASTES)
    field.setAccessibleName("Smaak")
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    return field


@pytest.fixture
def told(choice):
    heard = []
    choice.edited.connect(heard.append)
    return heard


def test_a_first_letter_chooses_the_next_that_begins_so(choice, told, qtbot):
    qtbot.keyClicks(choice, "zhz")

    assert told == [Taste.SOUR, Taste.SALT, Taste.SWEET]


def test_keys_that_move_a_row_choose_nothing(choice, told, qtbot):
    qtbot.keyClick(choice, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert told == []


def test_the_menu_marks_the_choice_in_force_and_takes_another(choice, told, qtbot):
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    menu = choice.findChild(QMenu)
    offered = menu.actions()
    assert [(each.text(), each.isChecked()) for each in offered] == [
        ("zoet", True),
        ("zuur", False),
        ("hartig", False),
    ]

    offered[2].activate(QAction.ActionEvent.Trigger)
    menu.close()

    assert told == [Taste.SALT]
    assert choice.text() == "hartig"


def test_a_screen_reader_hears_the_question_and_the_choice(choice):
    choice.show_value(Taste.SOUR)

    assert choice.accessibleName() == "Smaak, zuur"


def test_details_of_a_norm_are_made_when_they_are_asked_for(screen_of, qtbot):
    screen = screen_of(furnished())
    screen.go_to(PhaseKey.PERSPECTIVES)
    assert screen.findChildren(QWidget, "norms.argument") == []

    details = next(
        each for each in screen.findChildren(QPushButton) if each.text().startswith("Toon bet")
    )
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)

    shown = screen.findChildren(ChoiceField, "norms.argument")
    assert shown
    assert all(each.isVisible() for each in shown)


def test_a_page_that_needs_more_than_there_is_gets_it(qtbot):
    stack, page = TallStack(), QWidget()
    inside = QVBoxLayout(page)
    for _ in range(30):
        inside.addWidget(QPushButton("regel"))
    stack.add(page)
    stack.resize(200, 100)
    qtbot.addWidget(stack)

    stack.turn_to(page)

    assert page.height() >= page.layout().totalSizeHint().height() > stack.height()
    assert stack.sizeHint().height() == page.height()


def test_pages_that_are_made_beside_another_screen_take_no_room_there(screen_of, qtbot):
    screen = screen_of(furnished())
    window, beside = QWidget(), QWidget()
    both = QVBoxLayout(window)
    both.setContentsMargins(0, 0, 0, 0)
    both.addWidget(screen)
    both.addWidget(beside)
    window.resize(1366, 768)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()

    screen.hide()
    for phase in PHASES:
        screen.go_to(phase.key)

    assert len(screen.findChildren(FieldPage)) == len(PHASES) + 1
    qtbot.waitUntil(lambda: beside.height() == 768)
    screen.setParent(None)  # Its window goes with this test; qtbot closes the screen itself.


def test_no_page_out_of_sight_is_made_while_another_screen_is_in_front(screen_of, qtbot):
    screen = screen_of(furnished())
    builder = screen._pages._builder
    qtbot.waitUntil(builder.isActive)

    screen.hide()
    qtbot.waitUntil(lambda: not builder.isActive())
    made = len(screen.findChildren(FieldPage))
    assert made < len(PHASES) + 1

    screen.show()
    qtbot.waitUntil(lambda: len(screen.findChildren(FieldPage)) == len(PHASES) + 1)
