"""The press that opened something, held or pressed again within a moment, decides nothing in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from beraad.records import CaseAccount, Consideration, Participant, PhaseKey, Progress, new_id
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from beraad.ui.rondes.consideration_fields import ConsiderationFields
from tests.editing.support import blank

_KEYS = [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space]


def press(key):
    """As the system does it: to the window, which finds out who has the focus."""
    QTest.keyClick(QGuiApplication.focusWindow(), key)


def hold(key, times=3, modifiers=Qt.KeyboardModifier.NoModifier):
    """As the system says it of a key that stays down."""
    window = QGuiApplication.focusWindow()
    text = " " if key == Qt.Key.Key_Space else "\r"
    for _ in range(times):
        QApplication.sendEvent(
            window, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, autorep=True)
        )


@pytest.fixture
def hurry(qapp):
    """A moment that is over in no test."""
    hints = QGuiApplication.styleHints()
    before = hints.mouseDoubleClickInterval()
    qapp.setDoubleClickInterval(60_000)
    yield
    qapp.setDoubleClickInterval(before)


@pytest.fixture
def leisure(qapp):
    """Every press comes more than a moment after the one before."""
    before = QGuiApplication.styleHints().mouseDoubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(before)


@pytest.fixture
def opened(window, folder, qtbot, turn_to):
    session = blank()
    people = (
        Participant(id=new_id(), role="jurist"),
        Participant(id=new_id(), role="consulent"),
    )
    mine = Consideration(
        id=new_id(),
        participant_id=people[0].id,
        choice_id=session.options[0].id,
        value="rust",
        harm="tijd",
    )
    path = session_path(folder, session)
    SessionFile.create(
        path,
        replace(
            session,
            case=CaseAccount(situation="Zij vroeg het."),
            participants=people,
            considerations=(mine,),
            progress=Progress(phase=PhaseKey.CONSIDERATION),
        ),
    ).close()
    turn_to(window)
    return path


@pytest.fixture
def talk(window, opened, qtbot):
    window.open(opened)
    QApplication.processEvents()
    return window


def choice_of(window, place=0):
    people = window._workspace.editor.session.participants
    mine = window._workspace.editor.session.consideration_of(people[place].id)
    return mine.choice_id if mine else None


@pytest.mark.parametrize("key", _KEYS)
@pytest.mark.parametrize("again", [press, hold])
@pytest.mark.parametrize("place", [1, 2])
def test_what_opens_a_card_chooses_nothing_on_it(talk, hurry, key, again, place):
    before = choice_of(talk, place - 1)
    talk.findChild(QPushButton, f"card-{place}").setFocus()
    press(key)
    again(key)
    assert any(each.isVisible() for each in talk.findChildren(ConsiderationFields))
    assert choice_of(talk, place - 1) == before


@pytest.mark.parametrize("key", _KEYS)
def test_who_takes_time_chooses_on_an_empty_card(talk, leisure, key):
    talk.findChild(QPushButton, "card-2").setFocus()
    press(key)
    press(key)
    assert choice_of(talk, 1) == talk._workspace.editor.session.options[0].id


def test_a_card_with_a_choice_goes_on_behind_it(talk, leisure):
    """However slowly: Enter takes away no choice that stood there."""
    before = choice_of(talk)
    talk.findChild(QPushButton, "card-1").setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert before is not None
    assert choice_of(talk) == before


@pytest.mark.parametrize("again", [press, hold])
def test_open_mijn_kaart_twice_chooses_nothing(talk, hurry, qtbot, again):
    qtbot.mouseClick(talk.findChild(QPushButton, "pass-laptop"), Qt.MouseButton.LeftButton)
    talk.findChild(QPushButton, "open-card").setFocus()
    press(Qt.Key.Key_Return)
    again(Qt.Key.Key_Return)
    assert choice_of(talk, 1) is None


@pytest.mark.parametrize("again", [press, hold])
def test_verder_twice_writes_no_line(window, opened, hurry, qtbot, again):
    file = SessionFile.open(opened)
    file.keep(replace(file.session, progress=Progress(phase=PhaseKey.CASE)))
    file.close()
    window.show_start()
    window._start.be_at(opened)
    window._folder.read()
    go_on = window.findChild(QPushButton, "go-on")
    qtbot.waitUntil(go_on.isVisible)
    go_on.setFocus()
    press(Qt.Key.Key_Return)
    again(Qt.Key.Key_Return)
    assert window._workspace.editor.session.case.situation == "Zij vroeg het."


@pytest.mark.parametrize("other", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_another_key_between_makes_it_a_press_of_its_own(talk, hurry, other):
    talk.findChild(QPushButton, "card-2").setFocus()
    press(Qt.Key.Key_Return)
    press(other)
    there = QApplication.focusWidget()
    assert isinstance(there, QPushButton)
    was = there.isChecked(), there.text()
    press(Qt.Key.Key_Return)
    assert (there.isChecked(), there.text()) != was


def test_enter_in_a_text_that_keeps_the_cursor_may_be_held(talk, hurry):
    talk._session.go_to(PhaseKey.CASE)
    press(Qt.Key.Key_Return)
    hold(Qt.Key.Key_Return, 2)
    assert talk._workspace.editor.session.case.situation == "Zij vroeg het.\n\n\n"


def test_what_goes_from_text_to_text_may_be_pressed_twice(talk, hurry):
    """Typing along is quick; a key that is held runs past nothing."""
    talk._session.go_to(PhaseKey.OPENING)
    fields = [QApplication.focusWidget()]
    for _ in range(2):
        press(Qt.Key.Key_Return)
        fields.append(QApplication.focusWidget())
    assert len(set(fields)) == 3
    hold(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is fields[-1]


def test_taking_a_choice_away_is_said(talk, leisure, monkeypatch):
    said = []
    monkeypatch.setattr(
        "beraad.ui.widgets.option_field.announce", lambda _of, text, **_: said.append(text)
    )
    talk.findChild(QPushButton, "card-1").setFocus()
    press(Qt.Key.Key_Return)
    for _ in talk._workspace.editor.session.options:
        press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Return)
    assert choice_of(talk) is None
    assert said == ["Geen keuze meer. Ctrl Z draait het terug."]


@pytest.mark.parametrize("key", _KEYS[:2])
def test_ctrl_enter_begins_one_row_for_each_press(talk, hurry, key):
    ctrl = Qt.KeyboardModifier.ControlModifier
    talk._session.go_to(PhaseKey.CLARIFICATION)
    before = len(talk._workspace.editor.session.clarifications)
    for _ in range(2):
        QTest.keyClick(QGuiApplication.focusWindow(), key, ctrl)
        hold(key, modifiers=ctrl)
    assert len(talk._workspace.editor.session.clarifications) == before + 2
