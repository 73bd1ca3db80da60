"""What is said aloud when something changes away from the cursor."""

from __future__ import annotations

from enum import StrEnum

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from shiboken6 import delete

from beraad.editing.autosave import Failed, Kept, Waiting
from beraad.errors import Solvable
from beraad.records import PhaseKey
from beraad.ui import announce as announcing
from beraad.ui.announce import Voice, announce, entitle
from beraad.ui.hearing import readers
from beraad.ui.rondes.footer import Footer
from beraad.ui.start.screen import StartScreen
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import ChoiceField
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.menus import open_menu
from beraad.ui.widgets.page_stack import PageStack
from beraad.ui.widgets.save_label import SaveLabel
from beraad.ui.widgets.shortcuts import look_for
from tests.conftest import NOW, TODAY

URGENT = QAccessible.AnnouncementPoliteness.Assertive
FULL = Solvable("De schijf is vol.", kept="Je tekst staat nog hier.", way_out="Maak ruimte.")


class Recorder:
    """Stands where the voice is."""

    def __init__(self):
        self.said = []

    def give_back_name(self):
        """Nothing was said in the name of a window."""

    def say(self, widget, text, *, urgent=False):
        assert widget is not None
        self.said.append((text, urgent))

    def forget(self, text):
        """What is said already cannot be taken back."""

    def entitle(self, window, title, *, said):
        window.setWindowTitle(title)
        self.said.append((said, False))


@pytest.fixture
def heard(monkeypatch):
    recorder = Recorder()
    monkeypatch.setattr(announcing.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(announcing, "the_voice", lambda: recorder)
    return recorder.said


@pytest.fixture
def passed_on(monkeypatch):
    """What Qt hands to the screen reader."""
    events = []

    def take(event):
        events.append((event.message(), event.politeness() == URGENT))

    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", take)
    return events


def test_nothing_is_said_while_nobody_listens(monkeypatch, qtbot):
    recorder = Recorder()
    monkeypatch.setattr(announcing.QAccessible, "isActive", lambda: False)
    monkeypatch.setattr(announcing, "the_voice", lambda: recorder)
    widget = QWidget()
    qtbot.addWidget(widget)

    announce(widget, "hallo")
    entitle(widget, "Signalen – Beraad", said="Signalen")

    assert recorder.said == []
    assert widget.windowTitle() == "Signalen – Beraad"


def test_what_is_urgent_goes_first_and_nothing_is_said_twice(qtbot, passed_on):
    voice = Voice(hear=lambda: True)
    widget = QWidget()
    qtbot.addWidget(widget)

    voice.say(widget, "Ronde 4")
    voice.say(widget, "verplaatst")
    voice.say(widget, "verplaatst")
    voice.say(widget, "De schijf is vol.", urgent=True)

    qtbot.waitUntil(lambda: len(passed_on) == 3)
    assert passed_on == [("De schijf is vol.", True), ("Ronde 4", False), ("verplaatst", False)]


def test_messages_are_apart_so_that_none_is_dropped(qtbot, passed_on):
    voice = Voice(hear=lambda: True)
    widget = QWidget()
    qtbot.addWidget(widget)
    said_at_once = []
    timer = voice._timer
    timer.timeout.connect(lambda: said_at_once.append(len(passed_on)))

    for text in ("een", "twee", "drie"):
        voice.say(widget, text)
    assert passed_on == []

    qtbot.waitUntil(lambda: len(passed_on) == 3)
    assert said_at_once == [1, 2, 3]
    assert timer.interval() == announcing._APART


def test_what_goes_before_it_was_its_turn_is_left_out(qtbot, passed_on):
    voice = Voice(hear=lambda: True)
    gone, widget = QWidget(), QWidget()
    qtbot.addWidget(widget)

    voice.say(gone, "van wat weg is")
    voice.say(widget, "van wat er nog is")
    delete(gone)

    qtbot.waitUntil(lambda: bool(passed_on))
    assert passed_on == [("van wat er nog is", False)]


def test_of_two_titles_at_once_only_the_last_is_said(qtbot, passed_on):
    voice = Voice(hear=lambda: True)
    window = QWidget()
    qtbot.addWidget(window)

    voice.say(window, "bewaard")
    voice.entitle(window, "Ronde 1 – Beraad", said="Ronde 1")
    voice.entitle(window, "Ronde 2 – Beraad", said="Ronde 2")

    assert window.windowTitle() == "Ronde 2 – Beraad"
    qtbot.waitUntil(lambda: len(passed_on) == 2)
    assert [text for text, _ in passed_on] == ["bewaard", "Ronde 2"]


@pytest.fixture
def older(qtbot):
    """A voice for a reader that knows no announcements, and the window that is in front."""
    window = QWidget()
    window.setWindowTitle("Ronde 1 – Beraad")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return Voice(hear=lambda: False), window


def test_an_older_reader_hears_it_as_the_name_of_the_window(older, qtbot, passed_on):
    voice, window = older
    said = []
    for text in ("klok loopt", "klok loopt"):
        voice.say(window, text)
        qtbot.waitUntil(lambda: window.accessibleName() not in {"", *said})
        said.append(window.accessibleName())

    assert [each.strip() for each in said] == ["klok loopt", "klok loopt"]
    assert passed_on == []


def test_the_window_has_its_own_name_again_when_it_is_left(older, qtbot):
    voice, window = older
    voice.say(window, "klok loopt")
    qtbot.waitUntil(lambda: bool(window.accessibleName()))

    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))

    assert window.accessibleName() == ""


def test_a_menu_brings_no_message_back_when_it_closes(older, qtbot, monkeypatch):
    voice, window = older
    monkeypatch.setattr(announcing.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(announcing, "the_voice", lambda: voice)
    voice.say(window, "Verplaatst naar 1 van 2")
    qtbot.waitUntil(lambda: bool(window.accessibleName()))
    menu = QMenu(window)
    menu.addAction("Nog een perspectief")

    open_menu(menu, window)

    assert window.accessibleName() == ""
    menu.close()


def test_an_older_reader_hears_the_title_of_another_screen(older, qtbot):
    voice, window = older
    voice.say(window, "klok loopt")
    voice.entitle(window, "Ronde 2 – Beraad", said="Ronde 2")

    qtbot.waitUntil(lambda: window.accessibleName() == "Ronde 2")

    assert window.windowTitle() == "Ronde 2 – Beraad"


def test_what_is_said_while_another_screen_comes_is_not_lost_to_an_older_reader(older, qtbot):
    voice, window = older
    names = []
    voice.entitle(window, "Nalezen – Beraad", said="Nalezen")
    voice.say(window, "Alles is beslist.")

    def all_heard():
        names.append(window.accessibleName())
        return {"Nalezen", "Alles is beslist."} <= set(names)

    qtbot.waitUntil(all_heard)

    assert not voice._calm.isActive()


def test_what_is_urgent_waits_for_no_screen(older, qtbot):
    voice, window = older
    voice.entitle(window, "Ronde 2 – Beraad", said="Ronde 2")

    voice.say(window, "De schijf is vol.", urgent=True)

    qtbot.waitUntil(lambda: window.accessibleName() == "De schijf is vol.")
    assert voice._calm.isActive()


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        ('[":1.0", "Object:Announcement:"], [":1.0", "Object:StateChanged:Focused"]', True),
        ('[":1.0", "Object:StateChanged:Focused"]', False),
        (None, True),
    ],
)
def test_whether_announcements_are_heard_is_asked_for_on_linux(monkeypatch, asked, heard):
    monkeypatch.setattr(readers.sys, "platform", "linux")
    monkeypatch.setattr(readers, "_asked_for", lambda: asked)

    assert readers.hear_announcements() is heard


def test_elsewhere_the_system_passes_announcements_on(monkeypatch):
    monkeypatch.setattr(readers.sys, "platform", "win32")
    monkeypatch.setattr(readers, "_asked_for", lambda: "")

    assert readers.hear_announcements()


def test_a_problem_is_urgent_and_said_once_while_it_stays(heard, qtbot):
    banner = Banner()
    qtbot.addWidget(banner)

    banner.show_problem(FULL)
    banner.show_problem(FULL)

    assert heard == [("De schijf is vol. Je tekst staat nog hier. Maak ruimte.", True)]


def test_a_question_says_what_can_be_chosen_and_a_key_leads_there(heard, qtbot):
    box, banner = QWidget(), Banner()
    qtbot.addWidget(box)
    banner.setParent(box)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    chosen = []

    banner.ask("Mag dit weg?", way_out="Ja, wis het …", deed=lambda: chosen.append(True))
    qtbot.waitUntil(banner.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_F6)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert heard == [("Mag dit weg? F6: Ja, wis het.", False)]
    assert chosen == [True]


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

    assert heard == [("niet bewaard", True), (f"bewaard {NOW.astimezone():%H:%M}", False)]


def test_the_way_to_another_ronde_is_told(screen_of):
    screen = screen_of()
    stack = PageStack()
    told = []
    stack.titled.connect(told.append)
    stack.add(screen)
    stack.turn_to(screen)

    screen.go_to(PhaseKey.DILEMMA)

    assert told[-1] == "Ronde 2 van 8: Dilemma"


def test_the_groups_screen_is_heard_when_it_changes(heard, qtbot):
    footer = Footer()
    qtbot.addWidget(footer)

    footer.show_group("rondescherm, bevroren", "bevroren")
    footer.show_group("rondescherm, bevroren", "bevroren")

    assert heard == [("Groepsscherm rondescherm, bevroren", False)]


def test_how_many_beraden_were_found_is_heard(heard, qtbot, look):
    screen = StartScreen(look)
    qtbot.addWidget(screen)

    qtbot.keyClicks(screen.findChild(QLineEdit, "search"), "z")

    assert heard == [("0 beraden gevonden", False)]


def test_that_there_is_nothing_to_search_is_heard(heard, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)

    look_for(field)

    assert heard == [("Er is hier nog niets om in te zoeken.", False)]


def test_a_date_that_cannot_be_read_is_heard(heard, qtbot):
    field = DateField(name="Wanneer", today=lambda: TODAY)
    qtbot.addWidget(field)
    line = field.findChild(QLineEdit)
    qtbot.keyClicks(line, "ooit")

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert [text for text, _ in heard] == [
        "Deze datum begrijpt Beraad niet. Schrijf bijvoorbeeld 1-12-2026."
    ]


class Taste(StrEnum):
    SWEET = "zoet"
    SOUR = "zuur"


def test_a_letter_that_chooses_is_said_with_the_way_back(heard, qtbot):
    field = ChoiceField(((Taste.SWEET, "zoet"), (Taste.SOUR, "bitter")))
    field.setAccessibleName("Smaak")
    qtbot.addWidget(field)

    qtbot.keyClick(field, Qt.Key.Key_X)
    assert heard == []
    qtbot.keyClick(field, Qt.Key.Key_B)

    assert heard == [("Ctrl+Z draait het terug.", False)]


def test_what_is_over_before_its_turn_is_not_said(monkeypatch, qtbot, passed_on):
    widget = QWidget()
    qtbot.addWidget(widget)
    voice = Voice(lambda: True)
    voice.say(widget, "het beeld spiegelt", urgent=True)
    voice.say(widget, "bewaard")
    voice.forget("het beeld spiegelt")

    qtbot.waitUntil(lambda: passed_on == [("bewaard", False)])


def test_a_banner_takes_back_what_waits_to_be_said(heard, qtbot, monkeypatch):
    over = []
    monkeypatch.setattr("beraad.ui.widgets.banner.take_back", over.append)
    banner = Banner()
    qtbot.addWidget(banner)
    banner.stand(FULL)
    ((said, _),) = heard

    banner.solve(FULL)

    assert over == [said]
