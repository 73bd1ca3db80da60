"""A folder of which the keys are gone gets no new ones: they come back from a copy."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.keys import RING_COPY, RING_NAME, is_vault
from beraad.store.vault.opening import lock, unlock
from tests.conftest import NOW
from tests.ui.vault.conftest import WORDS
from tests.ui.vault.test_locking import unlock_in


@pytest.fixture(params=[None, b"kapot"])
def lost(locked, request):
    """The folder with its backups, whose rings are gone or damaged."""
    unlock(locked, WORDS)
    back_up(locked, now=NOW)
    lock(locked)
    for name in (RING_NAME, RING_COPY):
        (locked / name).unlink()
        if request.param is not None:
            (locked / name).write_bytes(request.param)
    return locked


def said(screen):
    return " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def test_the_words_put_the_keys_back(lost, window_of, qtbot):
    window = window_of(lost)
    screen = window._unlocking
    assert window._stack.current is screen
    assert "zijn beschadigd of weg" in said(screen)
    assert str(copies_folder(lost)) in said(screen)
    unlock_in(window, qtbot, "helemaal verkeerd")
    qtbot.waitUntil(screen._wrong.isVisible)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    qtbot.waitUntil(lambda: len(window._start.rows) == 1)
    assert "zijn teruggezet" in said(window._start.banner)
    assert is_vault(lost)
    assert not screen._lost.isVisible()


def test_from_a_stick_when_they_are_nowhere_else(
    lost, window_of, qtbot, tmp_path, monkeypatch, press
):
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.move(copies_folder(lost), stick)
    window = window_of(lost)
    screen = window._unlocking
    assert "Zoek een reservekopie" in said(screen)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    press(window, "keys-elsewhere")
    assert str(stick) in said(screen)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    qtbot.waitUntil(lambda: len(window._start.rows) == 1)


def test_the_paper_puts_them_back_and_a_new_password_follows(lost, window_of, qtbot, paper, press):
    window = window_of(lost)
    screen = window._unlocking
    press(window, "paper")
    qtbot.keyClicks(screen._groups.line, paper.written)
    qtbot.keyClick(screen._groups.line, Qt.Key.Key_Return)
    qtbot.waitUntil(screen._renewal.isVisible)
    qtbot.keyClick(screen._new_words.line, Qt.Key.Key_Return)  # The proposal is not taken unseen.
    press(window, "take-password")
    assert "iets anders" in screen._wrong_new.text()
    qtbot.keyClicks(screen._new_again.line, screen._new_words.line.text())
    press(window, "take-password")
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    qtbot.waitUntil(lambda: len(window._start.rows) == 1)
