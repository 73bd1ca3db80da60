"""Putting a backup back begins with unlocking; what a screen opened by itself can be locked too."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.vault.opening import lock, unlock
from beraad.training.observing.portfolio import PortfolioFile, usual_place
from beraad.ui.copies.restore_screen import RestoreScreen
from beraad.ui.observing.portfolio_screen import PortfolioScreen
from beraad.ui.preferences.screen import SettingsScreen
from beraad.ui.widgets.below import below
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW
from tests.ui.vault.conftest import MARK, WORDS
from tests.ui.vault.test_locking import is_shut, shown_texts, unlock_in

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
OWN_WORDS = "zolder emmer krant duif"


@pytest.fixture
def stick(locked, tmp_path):
    """Backups of that vault, on this laptop and on a stick, and a folder that is locked again."""
    unlock(locked, WORDS)
    back_up(locked, now=NOW)
    lock(locked)
    made = tmp_path / "stick"
    shutil.copytree(copies_folder(locked), made / "reservekopieen")
    return made


@pytest.fixture
def window(locked, stick, window_of, qtbot):
    made = window_of(locked)
    made._look.choose_percent(200)
    qtbot.waitUntil(lambda: made._unlocking is not None and made._unlocking.isVisible())
    return made


@pytest.fixture
def elsewhere(tmp_path, stick, window_of, qtbot):
    """A window on a folder in which nothing lies yet, that is no vault."""
    made = window_of(tmp_path / "nieuw")
    made._look.choose_percent(200)
    made._settings.plain_chosen = True
    made.show_start()
    return made


def said(screen):
    return " ".join(each.text() for each in below(screen, QLabel) if each.isVisible())


def press(qtbot, screen, name):
    found = [each for each in below(screen, QPushButton) if each.objectName() == name]
    (wanted,) = [each for each in found if each.isVisible()]
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)


def wish_to_restore(window, qtbot):
    press(qtbot, window._unlocking, "settings")
    assert isinstance(window._stack.current, SettingsScreen)
    press(qtbot, window._stack.current, "restore-copy")


def shows_titles():
    return any(MARK in text for text in shown_texts())


def lock_by_key(window):
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, BOTH)


def lock_by_idle(window):
    assert window.locking._idle.isActive()
    window.locking._idle.timeout.emit()


LOCKS = pytest.mark.parametrize("lock_it", [lock_by_key, lock_by_idle])


def test_a_locked_folder_is_unlocked_before_a_backup_is_shown(window, qtbot):
    wish_to_restore(window, qtbot)
    assert is_shut(window)
    assert window.focusWidget() is window._unlocking._words.line
    assert "Ontgrendel eerst" in said(window._unlocking)
    assert not shows_titles()
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: isinstance(window._stack.current, RestoreScreen))
    screen = window._stack.current
    qtbot.waitUntil(lambda: "bestand is gelijk" in said(screen))
    assert "andere kluis" not in said(screen)


def test_what_was_wished_behind_the_lock_is_asked_once(window, qtbot):
    wish_to_restore(window, qtbot)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: isinstance(window._stack.current, RestoreScreen))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    lock_by_key(window)
    qtbot.waitUntil(lambda: is_shut(window))
    assert "Ontgrendel eerst" not in said(window._unlocking)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)


def test_the_wish_stays_behind_with_the_folder_it_was_for(window, qtbot, tmp_path, monkeypatch):
    wish_to_restore(window, qtbot)
    (tmp_path / "leeg").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "leeg"))
    press(qtbot, window._unlocking, "other-folder")
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "beraden"))
    window._folder.choose_other()
    qtbot.waitUntil(lambda: is_shut(window))
    assert "Ontgrendel eerst" not in said(window._unlocking)


@LOCKS
def test_the_screen_is_locked_like_any_other(window, path, qtbot, lock_it):
    wish_to_restore(window, qtbot)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: isinstance(window._stack.current, RestoreScreen))
    path.unlink()
    window._stack.current._read()
    qtbot.waitUntil(shows_titles)
    lock_it(window)
    qtbot.waitUntil(lambda: is_shut(window))
    qtbot.waitUntil(lambda: not shows_titles())
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: isinstance(window._stack.current, RestoreScreen))


def open_borrowed(window, stick, qtbot, monkeypatch):
    """Read backups with their own words, from a folder that is no vault."""
    window.show_restore()
    screen = window._stack.current
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    press(qtbot, screen, "elsewhere")
    qtbot.waitUntil(screen._words.line.isVisible)
    qtbot.keyClicks(screen._words.line, WORDS)
    qtbot.keyClick(screen._words.line, Qt.Key.Key_Return)
    qtbot.waitUntil(shows_titles)
    return screen


@LOCKS
def test_what_was_opened_with_its_own_words_is_shut_again(
    elsewhere, stick, qtbot, monkeypatch, lock_it
):
    screen = open_borrowed(elsewhere, stick, qtbot, monkeypatch)
    lock_it(elsewhere)
    qtbot.waitUntil(screen._words.line.isVisible)
    qtbot.waitUntil(lambda: not shows_titles())
    assert elsewhere._stack.current is screen
    assert not screen._do.isEnabled()
    qtbot.waitUntil(screen._words.line.hasFocus)


def test_so_it_is_beneath_the_settings(elsewhere, stick, qtbot, monkeypatch):
    screen = open_borrowed(elsewhere, stick, qtbot, monkeypatch)
    QTest.keyClick(elsewhere.windowHandle(), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(elsewhere._stack.current, SettingsScreen)
    lock_by_key(elsewhere)
    qtbot.waitUntil(lambda: not shows_titles())
    assert not screen._do.isEnabled()


def test_and_for_who_left_and_comes_back(elsewhere, stick, qtbot, monkeypatch):
    open_borrowed(elsewhere, stick, qtbot, monkeypatch)
    QTest.keyClick(elsewhere.windowHandle(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert elsewhere._stack.current is elsewhere._start
    elsewhere.show_restore()
    screen = elsewhere._stack.current
    press(qtbot, screen, "elsewhere")
    qtbot.waitUntil(screen._words.line.isVisible)
    assert not shows_titles()


def test_a_folder_that_became_the_vault_of_its_backups_is_locked(
    elsewhere, stick, qtbot, monkeypatch
):
    screen = open_borrowed(elsewhere, stick, qtbot, monkeypatch)
    press(qtbot, screen, "restore")
    qtbot.waitUntil(lambda: "is nu als in de kopie" in said(screen))
    lock_by_idle(elsewhere)
    qtbot.waitUntil(lambda: is_shut(elsewhere))
    qtbot.waitUntil(lambda: not shows_titles())


@LOCKS
def test_a_portfolio_is_shut_behind_the_lock(window, locked, qtbot, lock_it):
    usual_place(locked).parent.mkdir(exist_ok=True)
    file = PortfolioFile.create(usual_place(locked), OWN_WORDS, today=NOW.date())
    del file
    press(qtbot, window._unlocking, "practice")
    press(qtbot, window._stack.current, "portfolio")
    screen = window._stack.current
    assert isinstance(screen, PortfolioScreen)
    qtbot.keyClicks(screen._words.line, OWN_WORDS)
    qtbot.keyClick(screen._words.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen._file is not None)
    field = screen.findChild(TextField, "reflection")
    field.setFocus()
    QTest.keyClicks(field, f"Ik dacht aan {MARK}")
    lock_it(window)
    qtbot.waitUntil(lambda: screen._file is None)
    qtbot.waitUntil(lambda: not shows_titles())
    QApplication.processEvents()
    assert screen._words.line.hasFocus()
    opened = PortfolioFile.open(usual_place(locked), OWN_WORDS)
    assert opened.shown.reflection == f"Ik dacht aan {MARK}"
