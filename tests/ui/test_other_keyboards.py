"""AZERTY, where a digit needs Shift, and US-International, where quotes wait for a letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from beraad.records import ArgumentKind, Participant, PhaseKey, new_id
from beraad.ui.rondes.slips import SlipScreen
from beraad.ui.widgets.digit_row import digit_of
from tests.editing.support import furnished
from tests.ui.test_session_screen import press

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT, KEYPAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
BELGIAN = "&é\"'(§è!çà"
FIRST_ON_X11 = 10
RONDES = (
    PhaseKey.CASE,
    PhaseKey.DILEMMA,
    PhaseKey.CLARIFICATION,
    PhaseKey.PERSPECTIVES,
    PhaseKey.ALTERNATIVES,
    PhaseKey.CONSIDERATION,
    PhaseKey.DIALOGUE,
    PhaseKey.CONCLUSION,
)


def event(sign, code, modifiers=NONE, kind=QEvent.Type.KeyPress, virtual=0):
    key = ord(sign.upper())
    # With Alt the sign comes along, as it does from the system; with Ctrl it does not.
    text = "" if modifiers & CTRL else sign
    return QKeyEvent(kind, key, modifiers, code, virtual, 0, text)


def strike(sign, modifiers=NONE):
    """Press the key of the Belgian keyboard that writes this sign."""
    code = FIRST_ON_X11 + BELGIAN.index(sign)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        made = event(sign, code, modifiers, kind)
        QCoreApplication.sendEvent(QApplication.focusWidget(), made)


@pytest.fixture(autouse=True)
def as_on_linux(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.parametrize(("sign", "phase"), list(zip(BELGIAN, RONDES, strict=False)))
def test_ctrl_and_the_key_of_a_digit_go_to_that_ronde(screen_of, sign, phase):
    screen = screen_of(furnished())
    strike(sign, CTRL)

    assert screen._editor.session.progress.phase is phase


@pytest.mark.parametrize(("sign", "code", "goes"), [("-", 15, True), ("-", 20, False)])
def test_the_key_of_6_goes_to_ronde_6_though_it_writes_a_sign_with_a_shortcut(
    screen_of, sign, code, goes
):
    screen = screen_of(furnished())
    press(screen, "Ctrl+4")
    asks = event(sign, code, CTRL, QEvent.Type.ShortcutOverride)
    asks.ignore()
    QCoreApplication.sendEvent(QApplication.focusWidget(), asks)
    assert asks.isAccepted() is goes
    QCoreApplication.sendEvent(QApplication.focusWidget(), event(sign, code, CTRL))

    there = PhaseKey.CONSIDERATION if goes else PhaseKey.PERSPECTIVES
    assert screen._editor.session.progress.phase is there


def test_ctrl_and_the_key_of_0_go_to_the_opening(screen_of):
    screen = screen_of(furnished())
    press(screen, "Ctrl+4")
    strike("à", CTRL)

    assert screen._editor.session.progress.phase is PhaseKey.OPENING


def test_ctrl_and_the_key_of_9_do_nothing(screen_of):
    screen = screen_of(furnished())
    strike("ç", CTRL)

    assert screen._editor.session.progress.phase is PhaseKey.OPENING


def test_what_such_a_key_writes_is_written_in_a_text(screen_of):
    screen = screen_of()
    press(screen, "Ctrl+1")
    strike("é")
    strike("&")

    assert screen._editor.session.case.situation == "é&"


def test_alt_and_the_key_of_a_digit_say_what_kind_a_norm_is(screen_of):
    screen = screen_of(furnished())
    press(screen, "Ctrl+4")
    screen.findChild(QPlainTextEdit, "norms.text").setFocus()
    before = screen._editor.session.norms[0].text
    strike("é", ALT)

    assert screen._editor.session.norms[0].argument is list(ArgumentKind)[1]
    assert screen._editor.session.norms[0].text == before


def test_the_key_of_a_digit_says_whose_slip_it_is(screen_of, qtbot):
    people = tuple(Participant(id=new_id(), role=role) for role in ("arts", "jurist", "coach"))
    talk = screen_of(replace(furnished(), participants=people, considerations=()))
    slips = talk.slips()
    assert isinstance(slips, SlipScreen)
    qtbot.addWidget(slips)
    with qtbot.waitExposed(slips):
        slips.show()
    slips.activateWindow()
    slips.take_focus()
    strike('"')

    assert slips._current == people[2].id


@pytest.mark.parametrize(
    ("system", "code", "virtual", "digit"),
    [
        ("linux", 10, 0, "1"),
        ("linux", 19, 0, "0"),
        ("linux", 20, 0, ""),
        ("win32", 2, 0, "1"),
        ("win32", 11, 0, "0"),
        ("darwin", 0, 0x17, "5"),
        ("darwin", 0, 0x00, ""),
    ],
)
def test_the_place_of_a_key_on_every_system(system, code, virtual, digit):
    assert digit_of(event("&", code, CTRL, virtual=virtual), system) == digit


def test_a_key_of_the_number_pad_is_no_key_above_the_letters():
    assert digit_of(event("&", 10, CTRL | KEYPAD), "linux") == ""


def test_a_dead_key_and_its_letter_are_one_sign(screen_of):
    """US-International: ' and e. The system puts them together and sends the result."""
    screen = screen_of()
    press(screen, "Ctrl+1")
    field = QApplication.focusWidget()
    begun = QInputMethodEvent("'", [])
    QCoreApplication.sendEvent(field, begun)
    assert screen._editor.session.case.situation == ""
    done = QInputMethodEvent()
    done.setCommitString("é")
    QCoreApplication.sendEvent(field, done)

    assert screen._editor.session.case.situation == "é"


def test_a_dead_key_on_the_button_of_a_list_begins_no_row(screen_of):
    screen = screen_of()
    press(screen, "Ctrl+3")
    assert isinstance(QApplication.focusWidget(), QPushButton)
    dead = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Acute, NONE, 48, 0, 0, "")
    QCoreApplication.sendEvent(QApplication.focusWidget(), dead)

    assert screen._editor.session.clarifications == ()
