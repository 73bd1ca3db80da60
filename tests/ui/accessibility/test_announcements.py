"""What is said aloud when something changes away from the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from beraad.editing.autosave import Failed, Kept, Waiting
from beraad.errors import Solvable
from beraad.records import PhaseKey
from beraad.ui import announce as announcing
from beraad.ui.announce import announce
from beraad.ui.rondes.footer import Footer
from beraad.ui.start.screen import StartScreen
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.save_label import SaveLabel
from tests.conftest import NOW, TODAY

URGENT = QAccessible.AnnouncementPoliteness.Assertive
FULL = Solvable("De schijf is vol.", kept="Je tekst staat nog hier.", way_out="Maak ruimte.")


class Listener:
    """Stands where Qt passes events on to a screen reader."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self, *, listens=True):
        self.listens = listens
        self.said = []

    def isActive(self):  # noqa: N802 - the name of Qt
        return self.listens

    def updateAccessibility(self, event):  # noqa: N802
        self.said.append((event.message(), event.politeness() == URGENT))


@pytest.fixture
def heard(monkeypatch):
    listener = Listener()
    monkeypatch.setattr(announcing, "QAccessible", listener)
    return listener.said


def test_nothing_is_said_while_nobody_listens(monkeypatch, qtbot):
    listener = Listener(listens=False)
    monkeypatch.setattr(announcing, "QAccessible", listener)
    widget = QWidget()
    qtbot.addWidget(widget)

    announce(widget, "hallo")

    assert listener.said == []


def test_the_real_event_reaches_qt(qtbot, monkeypatch):
    passed = []
    monkeypatch.setattr(announcing.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", passed.append)
    widget = QWidget()
    qtbot.addWidget(widget)

    announce(widget, "hallo", urgent=True)

    [event] = passed
    assert event.type() is QAccessible.Event.Announcement
    assert event.object() is widget


def test_a_problem_is_urgent_and_said_once_while_it_stays(heard, qtbot):
    banner = Banner()
    qtbot.addWidget(banner)

    banner.show_problem(FULL)
    banner.show_problem(FULL)

    assert heard == [("De schijf is vol. Je tekst staat nog hier. Maak ruimte.", True)]


def test_good_news_waits_for_its_turn(heard, qtbot):
    banner = Banner()
    qtbot.addWidget(banner)

    banner.show_message("Geschreven.")

    assert heard == [("Geschreven.", False)]


def test_keeping_is_heard_when_it_fails_and_when_that_is_over(heard, qtbot):
    label = SaveLabel()
    qtbot.addWidget(label)

    for state in (Waiting(), Kept(NOW), Waiting(), Failed(FULL), Failed(FULL), Kept(NOW)):
        label.show_save_state(state)

    assert heard == [("niet bewaard", False), (f"bewaard {NOW.astimezone():%H:%M}", False)]


def test_the_way_to_another_ronde_is_heard(screen_of, heard):
    screen = screen_of()
    heard.clear()

    screen.go_to(PhaseKey.DILEMMA)

    assert heard == [("Ronde 2 van 8: Dilemma", False)]


def test_the_groups_screen_is_heard_when_it_changes(heard, qtbot):
    footer = Footer()
    qtbot.addWidget(footer)

    footer.show_group("rondescherm, bevroren", "bevroren")
    footer.show_group("rondescherm, bevroren", "bevroren")

    assert heard == [("Groepsscherm: rondescherm, bevroren", False)]


def test_how_many_beraden_were_found_is_heard(heard, qtbot, look):
    screen = StartScreen(look)
    qtbot.addWidget(screen)

    qtbot.keyClicks(screen.findChild(QLineEdit, "search"), "z")

    assert heard == [("0 beraden gevonden", False)]


def test_a_date_that_cannot_be_read_is_heard(heard, qtbot):
    field = DateField(name="Wanneer", today=lambda: TODAY)
    qtbot.addWidget(field)
    line = field.findChild(QLineEdit)
    qtbot.keyClicks(line, "ooit")

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert [text for text, _ in heard] == [
        "Deze datum begrijpt Beraad niet. Schrijf bijvoorbeeld 1-12-2026."
    ]
