from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QWidget,
)

from beraad.records import PhaseKey
from beraad.ui.help.contents import chapter_about, with_anchors
from beraad.ui.help.window import HelpWindow


@pytest.mark.parametrize("keys", ["Esc", "Ctrl+W"])
def test_a_key_closes_the_help(look, qtbot, keys):
    work = QWidget()
    qtbot.addWidget(work)
    window = HelpWindow(look, work)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    QTest.keySequence(window.findChild(QTextBrowser), QKeySequence(keys))

    assert not window.isVisible()


@pytest.fixture
def help_about(look, qtbot):
    work = QWidget()
    qtbot.addWidget(work)

    def make(about=""):
        window = HelpWindow(look, work, about=about)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


def titles(window):
    contents = window.findChild(QListWidget, "help-contents")
    return [contents.item(line).text().strip() for line in range(contents.count())]


def top_line(window):
    browser = window.findChild(QTextBrowser)
    top = browser.cursorForPosition(browser.viewport().rect().topLeft())
    below = top.block()
    while not below.text().strip():
        below = below.next()
    return below.text().strip()


def selected(window):
    browser = window.findChild(QTextBrowser)
    return [mark.cursor.selectedText() for mark in browser.extraSelections()]


@pytest.mark.parametrize("phase", PhaseKey)
def test_every_ronde_has_a_chapter(help_about, phase):
    window = help_about(chapter_about(phase))

    assert chapter_about(phase) in titles(window)
    assert top_line(window) == chapter_about(phase)


def line_at_hand(window):
    return window.findChild(QTextBrowser).textCursor().block().text()


@pytest.mark.parametrize("percent", [100, 200])
def test_who_reads_by_keys_begins_at_the_chapter_too(help_about, look, percent):
    look.choose_percent(percent)
    window = help_about("De klok")
    assert line_at_hand(window) == "De klok"
    QTest.keyClick(window.findChild(QTextBrowser), Qt.Key.Key_Down)

    assert top_line(window) == "De klok"
    assert line_at_hand(window) != "De klok"


def test_what_is_read_stays_at_the_top_of_another_window(help_about):
    window = help_about("De klok")
    for width, height in ((683, 384), (400, 700), (1100, 800)):
        window.resize(width, height)
        window.grab()
        assert top_line(window) == "De klok"


def test_without_a_ronde_it_begins_with_the_keys(help_about):
    assert top_line(help_about()) == "Toetsen"


def test_a_chapter_that_is_chosen_comes_up(help_about):
    window = help_about()
    contents = window.findChild(QListWidget, "help-contents")
    line = titles(window).index("De klok")
    contents.setCurrentRow(line)
    contents.itemActivated.emit(contents.item(line))

    assert top_line(window) == "De klok"


def test_a_search_marks_every_place_over_accents_and_walks(help_about):
    window = help_about()
    QTest.keySequence(window.findChild(QTextBrowser), QKeySequence("Ctrl+F"))
    line = window.findChild(QLineEdit, "find-in-help")
    assert line.hasFocus()
    QTest.keyClicks(line, "EEN gesprek")

    places = selected(window)
    assert places
    assert {place.casefold() for place in places} <= {"een gesprek", "één gesprek"}
    count = window.findChild(QLabel, "help-count")
    assert count.text() == f"1 van {len(places)}"
    QTest.keySequence(line, QKeySequence("Shift+F3"))
    assert count.text() == f"{len(places)} van {len(places)}"
    QTest.keySequence(line, QKeySequence("F3"))
    assert count.text() == f"1 van {len(places)}"


def test_a_search_without_a_place_says_so_and_esc_ends_it_first(help_about):
    window = help_about()
    line = window.findChild(QLineEdit, "find-in-help")
    line.setFocus()
    QTest.keyClicks(line, "xyzzy")
    assert window.findChild(QLabel, "help-count").text() == "niets gevonden"

    QTest.keySequence(line, QKeySequence("Esc"))
    assert window.isVisible()
    assert line.text() == ""
    QTest.keySequence(window.findChild(QTextBrowser), QKeySequence("Esc"))
    assert not window.isVisible()


def test_headings_get_a_name_and_their_depth():
    text, chapters = with_anchors("# Titel\n\n## Een\ntekst\n\n### Twee\n")

    assert [(each.title, each.depth) for each in chapters] == [("Een", 0), ("Twee", 1)]
    assert "# Titel\n" in text
    assert f'### <a name="{chapters[1].anchor}"></a>Twee' in text


def test_where_there_is_no_room_for_both_contents_and_text_take_turns(help_about, look):
    look.choose_percent(200)
    window = help_about()
    window.resize(683, 384)
    contents = window.findChild(QListWidget, "help-contents")
    text = window.findChild(QTextBrowser)
    to_contents = window.findChild(QPushButton, "help-to-contents")
    assert contents.isHidden()
    assert text.width() == window.width()

    to_contents.click()
    assert text.isHidden()
    assert contents.hasFocus()
    QTest.keySequence(contents, QKeySequence("Esc"))
    assert text.hasFocus()
    to_contents.click()
    line = titles(window).index("De klok")
    contents.setCurrentRow(line)
    contents.itemActivated.emit(contents.item(line))

    assert contents.isHidden()
    assert text.hasFocus()
    assert top_line(window) == "De klok"
    window.resize(1366, 768)
    assert not contents.isHidden()
    assert to_contents.isHidden()
