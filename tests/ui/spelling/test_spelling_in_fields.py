"""Spelling as somebody who writes meets it; the dictionary is a stand-in, the field is real."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMenu, QVBoxLayout, QWidget

from beraad.ui.preferences.look_card import LookCard
from beraad.ui.settings import Settings
from beraad.ui.spelling import dictionary, field_spelling
from beraad.ui.spelling.attendant import Attendant
from beraad.ui.spelling.field_spelling import FieldSpelling
from beraad.ui.spelling.speller import Speller
from beraad.ui.spelling.word_list import WordList
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.text_field import TextField

KNOWN = {"dit", "is", "een", "fout", "goed", "woord"}


class Small:
    """A dictionary of six words; tells in which thread it was asked."""

    def __init__(self):
        self.asked = []
        self.suggested_in = None

    def check(self, word):
        self.asked.append(word)
        return word.casefold() in KNOWN

    def suggest(self, word):
        self.suggested_in = threading.current_thread()
        return ["fout"] if word == "fuot" else []


@pytest.fixture
def small():
    return Small()


@pytest.fixture
def speller_of(tmp_path):
    def make(load, *, wanted=True):
        return Speller(WordList(tmp_path / "woordenlijst.txt"), wanted=wanted, load=load)

    return make


@pytest.fixture
def field(qapp, qtbot, look, small, speller_of):
    """A field with the cursor in it, in a window where spelling is looked at."""
    window = QWidget()
    inside = QVBoxLayout(window)
    made, other = TextField(), QLineEdit()
    inside.addWidget(made)
    inside.addWidget(other)
    qtbot.addWidget(window)
    speller = speller_of(lambda: small)
    Attendant(qapp, speller, look, window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    made.setFocus()
    qtbot.waitUntil(lambda: speller.is_on)
    made.speller = speller
    yield made
    window.hide()


def underlined(field):
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    marks = [each for each in field.extraSelections() if each.format.underlineStyle() == wave]
    return [each.cursor.selectedText() for each in marks]


def write(qtbot, field, text):
    field.setFocus()
    qtbot.keyClicks(field, text)


def open_menu(qtbot, field):
    qtbot.keyClick(field, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def texts(menu):
    return [each.text() for each in menu.actions() if not each.isSeparator()]


def test_what_the_dictionary_does_not_know_is_underlined(field, qtbot):
    write(qtbot, field, "dit is een fuot ")

    qtbot.waitUntil(lambda: underlined(field) == ["fuot"])


def test_a_word_that_is_being_typed_is_left_alone_until_it_is_left(field, qtbot, small):
    write(qtbot, field, "dit is een fuo")
    qtbot.waitUntil(lambda: "een" in small.asked)
    assert underlined(field) == []

    qtbot.keyClicks(field, "t ")

    qtbot.waitUntil(lambda: underlined(field) == ["fuot"])


def test_a_word_is_asked_once(field, qtbot, small):
    write(qtbot, field, "fuot fuot fuot ")
    qtbot.waitUntil(lambda: len(underlined(field)) == 3)

    write(qtbot, field, "goed ")
    qtbot.waitUntil(lambda: "goed" in small.asked)

    assert small.asked.count("fuot") == 1


def test_the_menu_offers_what_may_be_meant_and_takes_it(field, qtbot, small):
    write(qtbot, field, "dit is een fuot ")
    menu = open_menu(qtbot, field)
    qtbot.waitUntil(lambda: "fout" in texts(menu))

    qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert field.toPlainText() == "dit is een fout "
    assert small.suggested_in is not threading.main_thread()
    qtbot.waitUntil(lambda: underlined(field) == [])


def test_a_correction_is_an_edit_as_any_other(field, qtbot):
    write(qtbot, field, "fuot ")
    menu = open_menu(qtbot, field)
    qtbot.waitUntil(lambda: "fout" in texts(menu))

    with qtbot.waitSignal(field.edited, check_params_cb=lambda text: text == "fout "):
        qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_a_word_goes_into_ones_own_list_by_key(field, qtbot, tmp_path):
    write(qtbot, field, "leefgeld ")
    menu = open_menu(qtbot, field)
    qtbot.waitUntil(lambda: "Geen suggesties" in texts(menu))

    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: underlined(field) == [])
    assert (tmp_path / "woordenlijst.txt").read_text(encoding="utf-8") == "leefgeld\n"


def test_spelling_can_be_switched_off_and_on(field, qtbot):
    write(qtbot, field, "fuot ")
    qtbot.waitUntil(lambda: underlined(field) == ["fuot"])

    field.speller.want(wanted=False)
    qtbot.waitUntil(lambda: underlined(field) == [])

    field.speller.want(wanted=True)
    qtbot.waitUntil(lambda: underlined(field) == ["fuot"])


def test_marks_of_others_stay(field, qtbot):
    write(qtbot, field, "fuot ")
    qtbot.waitUntil(lambda: underlined(field) == ["fuot"])

    field.show_marks("anders", list(field.extraSelections()))

    assert underlined(field) == ["fuot", "fuot"]


def test_the_text_itself_is_not_touched_by_marks(field, qtbot):
    write(qtbot, field, "fuot ")
    told = []
    field.edited.connect(told.append)

    qtbot.waitUntil(lambda: underlined(field) == ["fuot"])

    assert told == []


def test_without_a_dictionary_nothing_happens(qtbot, speller_of):
    speller = speller_of(lambda: None)

    speller.start()
    qtbot.waitUntil(lambda: speller.is_missing)

    assert not speller.is_on
    assert not speller.is_wrong("fuot")


def test_without_the_library_there_is_no_dictionary(monkeypatch):
    monkeypatch.setitem(sys.modules, "enchant", None)

    assert dictionary.dutch_dictionary() is None


def test_nothing_is_opened_while_it_is_not_wanted(speller_of):
    opened = []
    speller = speller_of(lambda: opened.append(1), wanted=False)

    speller.start()

    assert opened == []


def test_a_field_that_was_never_written_in_has_nothing(field):
    assert field.findChild(FieldSpelling) is not None
    assert TextField(parent=field.window()).findChild(FieldSpelling) is None


def test_the_choice_is_remembered(tmp_path):
    path = tmp_path / "instellingen.ini"
    assert Settings(path).spelling

    Settings(path).spelling = False

    assert not Settings(path).spelling


def test_the_settings_switch_spelling(field, qtbot, look, tmp_path):
    settings = Settings(tmp_path / "instellingen.ini")
    card = LookCard(look, PageWidth(), settings, field.speller)
    qtbot.addWidget(card)

    card.findChild(QCheckBox, "spelling").click()

    assert not field.speller.wanted
    assert not settings.spelling


def test_the_settings_say_that_there_is_no_dictionary(qtbot, look, speller_of, tmp_path):
    speller = speller_of(lambda: None)
    speller.start()
    qtbot.waitUntil(lambda: speller.is_missing)

    card = LookCard(look, PageWidth(), Settings(tmp_path / "instellingen.ini"), speller)
    qtbot.addWidget(card)

    tick = card.findChild(QCheckBox, "spelling")
    assert not tick.isEnabled()
    assert tick.text() == "Spelling: geen woordenboek gevonden"


def test_the_dictionary_of_the_system_knows_dutch():
    found = dictionary.dutch_dictionary()
    if found is None:
        pytest.skip("hier is geen Nederlands woordenboek")

    assert found.check("bestaanszekerheid")
    assert not found.check("bestanszekerheid")
    assert "bestaanszekerheid" in found.suggest("bestanszekerheid")


def test_without_a_dictionary_the_key_says_so(field, monkeypatch):
    said = []
    monkeypatch.setattr(field_spelling, "announce", lambda _, text: said.append(text))
    field.speller.want(wanted=False)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F7)

    assert said == ["Er is hier geen woordenboek, of spelling staat uit."]
