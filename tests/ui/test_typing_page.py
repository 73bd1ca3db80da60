from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from beraad.phases.suggestions import load
from beraad.records import Part, Participant, new_id
from beraad.ui.forms.typing import PARTS, TypingScreen
from beraad.ui.widgets.text_field import TextField
from tests.conftest import TODAY
from tests.editing.support import blank

PEOPLE = (
    Participant(id=new_id(), role="jurist"),
    Participant(id=new_id(), role="gespreksleider", part=Part.FACILITATOR),
    Participant(id=new_id(), role="consulent"),
)


@pytest.fixture
def workspace(workspace_of):
    return workspace_of(replace(blank(), participants=PEOPLE))


@pytest.fixture
def typing(workspace, look, qtbot):
    screen = TypingScreen(workspace, look, today=lambda: TODAY, suggestions=partial(load, None))
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    qtbot.waitUntil(lambda: len(screen._parts) == len(PARTS))
    return screen


def fields(screen, name):
    return [each for each in screen.findChildren(TextField, name) if each.isVisibleTo(screen)]


def on_part():
    here = QApplication.focusWidget()
    while not here.objectName().startswith("part-"):
        here = here.parentWidget()
    return here.objectName()


def test_what_is_typed_is_written_in_the_beraad(typing, workspace, qtbot):
    for name, text in (
        ("opening.title", "Voorschot"),
        ("dilemma.moral_question", "Mag ik wachten?"),
        ("conclusion.answer", "We geven een voorschot."),
    ):
        (field,) = fields(typing, name)
        field.setFocus()
        qtbot.keyClicks(field, text)

    session = workspace.editor.session
    assert session.opening.title == "Voorschot"
    assert session.dilemma.moral_question == "Mag ik wachten?"
    assert session.conclusion.answer == "We geven een voorschot."


def test_everybody_who_weighs_has_a_card(typing, workspace, qtbot):
    cards = fields(typing, "considerations.value")
    assert len(cards) == 2

    for field, value in zip(cards, ("rust", "zorg"), strict=True):
        field.setFocus()
        qtbot.keyClicks(field, value)

    told = [(one.participant_id, one.value) for one in workspace.editor.session.considerations]
    assert told == [(PEOPLE[0].id, "rust"), (PEOPLE[2].id, "zorg")]


def test_somebody_who_is_added_gets_a_card_at_once(typing, workspace):
    workspace.editor.add("participants", Participant(id=new_id(), role="wijkteam"))

    assert len(fields(typing, "considerations.value")) == 3


def test_page_down_goes_from_form_to_form_and_page_up_back(typing, qtbot):
    typing.take_focus()
    seen = []
    for _ in PARTS:
        seen.append(on_part())
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier
        )
    assert seen == [f"part-{number}" for number in range(1, len(PARTS) + 1)]

    qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier
    )
    assert on_part() == f"part-{len(PARTS) - 1}"


def test_tab_goes_on_in_the_order_of_the_forms(typing, qtbot):
    typing.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert QApplication.focusWidget().objectName() == "opening.team"


def test_leaving_keeps_what_was_typed(typing, workspace, qtbot):
    (field,) = fields(typing, "opening.title")
    field.setFocus()
    qtbot.keyClicks(field, "Huur")
    with qtbot.waitSignal(typing.back_wished):
        qtbot.mouseClick(typing.findChild(QPushButton, "to-session"), Qt.MouseButton.LeftButton)

    assert workspace.editor.session.opening.title == "Huur"
