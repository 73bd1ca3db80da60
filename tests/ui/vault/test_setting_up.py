from __future__ import annotations

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QLabel

from beraad.store.audit import Action, deeds
from beraad.store.keys import is_locked, is_vault
from beraad.store.vault.form import Way
from beraad.store.vault.opening import (
    keep_municipality,
    lock,
    ring_of,
    standing,
    unlock,
    unlock_by_paper,
)
from tests.ui.vault.conftest import MARK, WORDS


@pytest.fixture
def window(folder, path, window_of):
    made = window_of(folder)
    made.show_settings()
    return made


def test_the_vault_is_set_up_by_words_and_a_paper_that_was_tried(
    window, folder, path, qtbot, press
):
    press(window, "set-up-vault")
    screen = window._stack.current
    words = screen._words.line.text()
    assert len(words.split()) == 4
    press(window, "other-words")
    assert screen._words.line.text() != words
    words = screen._words.line.text()
    qtbot.keyClicks(screen._again.line, "iets anders")
    press(window, "take-words")
    assert "staat er iets anders" in screen._words_trouble.text()
    screen._again.empty()
    qtbot.keyClicks(screen._again.line, words)
    press(window, "take-words")
    qtbot.keyClicks(screen._typed.line, "K7QM")
    press(window, "take-paper")
    assert "32 tekens" in screen._paper_trouble.text()
    assert not is_vault(folder)
    key = screen._key
    screen._typed.line.clear()
    qtbot.keyClicks(screen._typed.line, key.written.lower())
    press(window, "take-paper")
    qtbot.waitUntil(lambda: screen._ready.isEnabled() and screen._ready.isVisible())
    assert screen._progress.text() == "Al je beraden zijn versleuteld."
    assert MARK.encode() not in path.read_bytes()
    paper = standing(folder).paper
    assert paper is not None
    assert paper.tried
    press(window, "ready")
    assert window._stack.current is window._start
    lock(folder)
    unlock(folder, words)
    lock(folder)
    unlock_by_paper(folder, key.written)


def test_the_cursor_goes_where_words_are_to_be_mended(window, qtbot, press):
    press(window, "set-up-vault")
    screen = window._stack.current
    assert QApplication.focusWidget() is screen._words.line
    screen._words.line.selectAll()
    for field in (screen._words, screen._again):
        qtbot.keyClicks(QApplication.focusWidget(), "kort")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert screen._words_trouble.isVisible()
    assert QApplication.focusWidget() is screen._words.line

    qtbot.keyClicks(QApplication.focusWidget(), "vuurtoren citroen koosnaam lampion")
    qtbot.keyClick(screen._words.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen._again.line
    qtbot.keyClick(screen._again.line, Qt.Key.Key_Return)
    assert "iets anders" in screen._words_trouble.text()
    assert QApplication.focusWidget() is screen._again.line


def test_large_text_on_half_a_screen_leaves_the_words_and_the_key_whole(window, qtbot, press):
    window._look.choose_percent(200)
    press(window, "set-up-vault")
    window.resize(683, 384)
    screen = window._stack.current
    line = screen._words.line
    line.setText("vuurtoren citroen koosnaam lampion")
    needed = line.fontMetrics().horizontalAdvance(line.text())
    qtbot.waitUntil(lambda: needed < line.width())
    screen._again.line.setText(line.text())
    press(window, "take-words")
    qtbot.waitUntil(lambda: all(each.isVisible() for each in screen._shown))
    qtbot.waitUntil(lambda: all(each.sizeHint().width() <= each.width() for each in screen._shown))
    assert screen._area.horizontalScrollBar().maximum() == 0


def test_who_thinks_better_of_it_has_changed_nothing(window, folder, qtbot, press):
    press(window, "set-up-vault")
    screen = window._stack.current
    qtbot.keyClicks(screen._again.line, screen._words.line.text())
    press(window, "take-words")
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert window._stack.current is window._start
    assert not is_vault(folder)


@pytest.fixture
def open_window(locked, window_of, qtbot):
    unlock(locked, WORDS)
    made = window_of(locked)
    made.show_settings()
    return made


def say_present(screen, qtbot, words):
    qtbot.keyClicks(screen._present.line, words)
    qtbot.keyClick(screen._present.line, Qt.Key.Key_Return)


def test_another_password_and_another_paper(open_window, locked, qtbot, press, paper):
    press(open_window, "new-password")
    screen = open_window._stack.current
    say_present(screen, qtbot, "helemaal verkeerd")
    qtbot.waitUntil(screen._present_trouble.isVisible)
    assert not screen._words.isVisible()
    say_present(screen, qtbot, WORDS)
    qtbot.waitUntil(screen._words.isVisible)
    words = screen._words.line.text()
    qtbot.keyClicks(screen._again.line, words)
    press(open_window, "take-words")
    qtbot.waitUntil(lambda: open_window._stack.current is open_window._start)
    banner = open_window._start.banner
    assert "De nieuwe wachtzin geldt vanaf nu" in banner.accessibleName()
    assert banner.property("panel") == "good"
    open_window.show_settings()
    press(open_window, "new-paper")
    screen = open_window._stack.current
    assert not any(each.isVisible() for each in screen._shown)
    say_present(screen, qtbot, words)
    qtbot.waitUntil(screen._typed.isVisible)
    key = screen._key
    qtbot.keyClicks(screen._typed.line, key.written)
    press(open_window, "take-paper")
    qtbot.waitUntil(lambda: open_window._stack.current is open_window._start)
    done = [deed.action for deed in deeds(locked) if deed.action is not Action.UNLOCKING]
    assert done == [Action.NEW_PAPER, Action.NEW_PASSWORD]
    lock(locked)
    unlock(locked, words)
    lock(locked)
    unlock_by_paper(locked, key.written)
    lock(locked)
    with pytest.raises(Exception, match="hoort niet bij"):
        unlock_by_paper(locked, paper.written)


def test_locking_from_the_settings(open_window, locked, qtbot, press):
    press(open_window, "lock-now")
    qtbot.waitUntil(lambda: is_locked(locked))
    qtbot.waitUntil(lambda: open_window._stack.current is open_window._unlocking)


@pytest.mark.parametrize(
    ("municipal", "on_paper", "said"),
    [
        (False, True, "kies “Herstelsleutel invullen”."),
        (True, True, "De sleutel van je gemeente kan daar ook."),
        (True, False, "Je gemeente heeft een sleutel die deze map ook opent."),
        (False, False, "Vergrendel dan niet."),
    ],
)
def test_who_forgot_the_words_is_told_every_way_in_there_is(
    open_window, locked, press, municipal, on_paper, said
):
    ring = ring_of(locked)
    if municipal:
        keep_municipality(ring, str(pyrage.x25519.Identity.generate().to_public()))
    if not on_paper:
        ring.change(lambda state: state.without_way(Way.PAPER))

    press(open_window, "new-password")

    shown = [each.text() for each in open_window._stack.current.findChildren(QLabel)]
    assert any(said in text for text in shown)


@pytest.mark.parametrize(
    ("printer", "told"),
    [("", "Het heet Beraad.pdf"), ("Microsoft Print to PDF", "maakt een bestand"), ("Gang 2", "")],
)
def test_a_recovery_key_that_became_a_file_is_told(
    open_window, qtbot, press, tmp_path, monkeypatch, printer, told
):
    def chosen(dialog):
        if not printer:
            dialog.printer().setOutputFileName(str(tmp_path / "Beraad.pdf"))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    monkeypatch.setattr(QPrinter, "printerName", lambda _: printer)
    monkeypatch.setattr("beraad.ui.vault.paper_page.put_on_paper", lambda *_, **__: None)
    press(open_window, "new-paper")
    screen = open_window._stack.current
    say_present(screen, qtbot, WORDS)
    qtbot.waitUntil(screen._typed.isVisible)

    screen._on_print()

    said = screen._paper_trouble.text()
    assert ("als bestand op deze laptop" in said) is bool(told)
    assert told in said


def test_why_words_do_not_fit_comes_in_sight_on_half_a_screen(open_window, qtbot, press):
    press(open_window, "new-password")
    screen = open_window._stack.current
    open_window.resize(683, 384)
    open_window._look.choose_percent(200)
    say_present(screen, qtbot, "helemaal verkeerd")
    qtbot.waitUntil(screen._present_trouble.isVisible)

    def in_sight():
        trouble = screen._present_trouble
        port = screen._area.viewport()
        bottom = trouble.mapTo(port, trouble.rect().bottomLeft()).y()
        return bottom <= port.height()

    qtbot.waitUntil(in_sight)
