"""Choosing whose backups are put back, with large text, by the mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QScrollArea

from beraad.store.copies.laptops import place_of_this
from beraad.store.copies.making import back_up
from beraad.store.vault.opening import lock, set_up
from beraad.ui.widgets.below import below
from beraad.ui.widgets.breaking import BREAK
from tests.conftest import NOW
from tests.store.copies.support import keep
from tests.store.support import a_session, with_title

WORDS = "molen fiets kaart appel"
LONG = "tweede-gesprek-over-de-huur-en-de-toeslag"
LAPTOPS = ("Anna", "Ben", "Cor")


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "stick"
    for name in LAPTOPS:
        other = tmp_path / name
        other.mkdir()
        set_up(other, WORDS)
        path = keep(other, with_title(a_session(), f"Van {name}"))
        path.rename(other / f"beraad-2026-W47-{LONG}.beraad")
        back_up(other, now=NOW, place=place_of_this(made, other))
        lock(other)
    return made


@pytest.fixture(params=[100, 175, 200])
def screen(request, window, stick, qtbot, monkeypatch):
    """Whose backups are asked for, at this size of text."""
    window._look.choose_percent(request.param)
    window.show_restore()
    made = window._stack.current
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    press(qtbot, button(made, "elsewhere"))
    qtbot.waitUntil(lambda: len(laptops(made)) == len(LAPTOPS))
    return made


def button(screen, name):
    (found,) = [each for each in below(screen, QPushButton) if each.objectName() == name]
    return found


def laptops(screen):
    return [each for each in below(screen, QPushButton) if each.objectName() == "laptop"]


def press(qtbot, wanted):
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)


def said(screen):
    return " ".join(each.text() for each in below(screen, QLabel) if each.isVisible())


def is_whole(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def scrolls_sideways(screen):
    return [each for each in below(screen, QScrollArea) if each.horizontalScrollBar().maximum()]


def test_the_cursor_is_where_the_words_are_typed_and_nothing_is_cut(screen, qtbot):
    assert not scrolls_sideways(screen)
    press(qtbot, laptops(screen)[1])
    line = screen._words.line
    qtbot.waitUntil(line.hasFocus)
    qtbot.waitUntil(lambda: is_whole(line))
    qtbot.waitUntil(lambda: LONG in said(screen).replace(BREAK, ""))
    QApplication.processEvents()
    assert not scrolls_sideways(screen)
    assert not button(screen, "restore").isEnabled()
    assert "Geef eerst de wachtzin" in said(screen)
    QTest.keyClicks(line, WORDS)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(button(screen, "restore").isEnabled)
    assert "Geef eerst de wachtzin" not in said(screen)
    qtbot.waitUntil(lambda: "Van " in said(screen))
    assert not scrolls_sideways(screen)


def test_tab_reaches_every_laptop(screen, qtbot):
    assert laptops(screen)[0].hasFocus()
    assert "Kies eerst van welke laptop" in said(screen)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert laptops(screen)[1].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert laptops(screen)[2].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(screen._words.line.hasFocus)
    assert [each.isChecked() for each in laptops(screen)] == [False, False, True]
    QTest.keyClick(laptops(screen)[2], Qt.Key.Key_Space)
    assert [each.isChecked() for each in laptops(screen)] == [False, False, True]


def test_a_locked_copy_is_not_called_damaged(screen, qtbot):
    press(qtbot, laptops(screen)[0])
    told = "in de kopie: met andere sleutels versleuteld"
    qtbot.waitUntil(lambda: told in said(screen))
    assert "beschadigd" not in said(screen)
    assert "geen beraad" not in said(screen)


def test_in_an_empty_folder_it_says_that_this_becomes_that_vault(screen, qtbot):
    press(qtbot, laptops(screen)[0])
    qtbot.waitUntil(screen._words.line.isVisible)
    assert "jouw eigen wachtzin" not in said(screen)
    assert "Deze map is nog leeg en wordt dezelfde kluis" in said(screen)
