"""Keys that lead to the list, the register and the verslag, from wherever one is in a beraad."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from beraad.records import Participant, PhaseKey, new_id
from beraad.ui.review.screen import ReportScreen
from beraad.ui.signals.register_screen import RegisterScreen

WAYS = ("ronde", "signal", "lesson", "forms", "typing", "slips", "settings")


def press(keys):
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(keys))


@pytest.fixture
def talk(window):
    window.new()
    person = Participant(id=new_id(), role="arts")
    window._workspace.editor.change(lambda session: replace(session, participants=(person,)))
    window.beraad.screen.go_to(PhaseKey.CASE)
    return window


def go(window, way):
    beraad = window.beraad
    match way:
        case "ronde":
            return
        case "signal":
            beraad.documents.show_signal()
        case "lesson":
            beraad.documents.show_lesson()
        case "settings":
            window.show_settings()
        case _:
            getattr(beraad, f"show_{way}")()
    window.activateWindow()


@pytest.mark.parametrize("way", WAYS)
def test_ctrl_o_leads_to_the_beraden_and_keeps_what_was_written(talk, way, qtbot):
    path = talk._workspace.path
    talk._workspace.editor.change(
        lambda session: replace(session, opening=replace(session.opening, title="Huisraad"))
    )
    go(talk, way)
    press("Ctrl+O")

    assert talk.beraad is None
    assert talk._stack.current is talk._start
    qtbot.waitUntil(lambda: any(row.path == path for row in talk._start.rows))
    assert [row.title for row in talk._start.rows] == ["Huisraad"]


@pytest.mark.parametrize("way", WAYS)
def test_ctrl_r_leads_to_signalen(talk, way):
    go(talk, way)
    press("Ctrl+R")

    assert talk.beraad is None
    assert isinstance(talk._stack.current, RegisterScreen)


@pytest.mark.parametrize("way", WAYS)
def test_ctrl_e_leads_to_reading_the_verslag(talk, way):
    go(talk, way)
    press("Ctrl+E")

    assert isinstance(talk._stack.current, ReportScreen)
    assert talk.beraad is not None


def test_who_reads_the_verslag_stays_where_they_were(talk):
    press("Ctrl+E")
    reading = talk._stack.current
    press("Ctrl+E")

    assert talk._stack.current is reading


HARMLESS = {"Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+Shift+L"}
"""Keys for who has the laptop in hand: the size of the text, and locking it."""


def keys_of(window):
    """Every key that the window heeds wherever the cursor is."""
    found = window.findChildren(QShortcut)
    wide = (each for each in found if each.context() is Qt.ShortcutContext.WindowShortcut)
    return {each.key().toString() for each in wide} - HARMLESS


def test_who_writes_alone_on_a_laptop_that_was_handed_over_is_led_nowhere(talk):
    talk.beraad.show_passing()
    screen = talk._stack.current
    group = talk.beraad.group
    before = (group.state, group.projector.place)
    windows = {each for each in QApplication.topLevelWidgets() if each.isVisible()}

    led = keys_of(talk)
    assert {"F1", "Ctrl+I", "Ctrl+O", "Ctrl+R", "Ctrl+E", "Ctrl+B", "Ctrl+."} <= led
    for keys in sorted(led):
        press(keys)
        assert talk._stack.current is screen, keys
        assert (group.state, group.projector.place) == before, keys
    assert {each for each in QApplication.topLevelWidgets() if each.isVisible()} <= windows


def test_the_size_of_the_text_is_left_to_who_writes_alone(talk):
    talk.beraad.show_passing()
    before = talk._look.percent
    press("Ctrl++")

    assert talk._look.percent > before


def test_without_a_beraad_ctrl_e_leads_nowhere(window):
    press("Ctrl+E")

    assert window._stack.current is window._start


@pytest.mark.parametrize(
    ("door", "begin"), [("lessons", "show_start"), ("overview", "ways.show_signals")]
)
def test_esc_goes_back_to_the_button_that_one_came_by(window, qtbot, door, begin):
    attrgetter(begin)(window)()
    led = next(each for each in window.findChildren(QPushButton, door) if each.isVisible())
    led.setFocus()
    QTest.keyClick(led, Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() != door

    press("Esc")

    qtbot.waitUntil(lambda: QApplication.focusWidget().objectName() == door)
    assert QApplication.focusWidget().isVisible()
