"""At the first start a password is offered at once; who does not want it now is told what
that means."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from beraad.app import build
from beraad.records.anatomy import Address
from beraad.store import keys
from beraad.store.keys import is_vault
from beraad.store.session_file import SessionFile
from beraad.store.vault.opening import lock, standing, unlock, unlock_by_paper
from beraad.ui.beside.task import finish_all
from beraad.ui.settings import IDLE_MINUTES
from beraad.ui.start.vault_line import NO_PAPER, PLAIN
from beraad.ui.vault.setup_screen import SetupScreen
from beraad.ui.widgets.choice_field import ChoiceField
from tests.conftest import NOW
from tests.store.support import a_session, with_title
from tests.ui.vault.conftest import MARK
from tests.ui.vault.test_locking import unlock_in


@pytest.fixture
def started(qapp, qtbot, tmp_path):
    """The whole program as it is started by a user, any number of times."""
    made = []
    hook = sys.excepthook

    def make(folder):
        window = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW, offers_vault=True)
        made.append(window)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield make
    for window in made:
        finish_all()
        window._abandon(lambda: None)
        window.close()
        window.deleteLater()
    sys.excepthook = hook
    qapp.setStyleSheet("")


def choose_words(window, qtbot):
    screen = window._stack.current
    assert isinstance(screen, SetupScreen)
    words = screen._words.line.text()
    qtbot.keyClicks(screen._again.line, words)
    qtbot.keyClick(screen._again.line, Qt.Key.Key_Return)
    return screen, words


def told(window):
    line = window._start._vault_line
    return line._said.text() if line is not None and line.isVisible() else ""


def test_a_new_folder_is_safe_after_four_words(started, folder, qtbot, press):
    window = started(folder)
    assert window.windowTitle() == "Kies een wachtzin – Beraad"
    _, words = choose_words(window, qtbot)
    later = window._stack.current.findChild(QPushButton, "paper-later")
    later.setFocus()
    qtbot.keyClick(later, Qt.Key.Key_Space)
    assert window.focusWidget().objectName() == "recovery-key"  # And not on what prints.
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    assert is_vault(folder)
    assert standing(folder).paper is None
    assert told(window) == NO_PAPER
    window.new()
    assert window.beraad is not None
    window.beraad.workspace.editor.edit(Address("case", "situation"), MARK)
    path = window.beraad.workspace.path
    window.show_start()
    assert MARK.encode() not in path.read_bytes()
    press(window, "make-safe")
    screen = window._stack.current
    qtbot.keyClicks(screen._present.line, words)
    press(window, "take-present")
    qtbot.waitUntil(screen._typed.isVisible)
    key = screen._key
    qtbot.keyClicks(screen._typed.line, key.written)
    press(window, "take-paper")
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    assert told(window) == ""
    lock(folder)
    unlock(folder, words)
    lock(folder)
    unlock_by_paper(folder, key.written)


def test_who_printed_a_key_hears_before_it_waits_that_this_paper_opens_nothing(
    started, folder, qtbot, press, monkeypatch
):
    monkeypatch.setattr("beraad.ui.vault.paper_page.print_paper", lambda *_, **__: "")
    window = started(folder)
    screen, _ = choose_words(window, qtbot)
    press(window, "print-paper")
    press(window, "paper-later")
    assert "versnipper het papier" in screen._paper_trouble.text()
    assert screen._paper_trouble.isVisible()
    assert not is_vault(folder)
    press(window, "paper-later")
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    assert standing(folder).paper is None


def test_where_something_lies_the_paper_does_not_wait(started, folder, path, qtbot, press):
    window = started(folder)
    screen, _ = choose_words(window, qtbot)
    assert not screen._paper_later.isVisible()
    qtbot.keyClicks(screen._typed.line, screen._key.written)
    press(window, "take-paper")
    qtbot.waitUntil(lambda: screen._ready.isVisible() and screen._ready.isEnabled())
    assert MARK.encode() not in path.read_bytes()
    press(window, "ready")
    assert told(window) == ""


def test_not_now_is_said_plainly_and_not_asked_again(started, folder, qtbot, press):
    window = started(folder)
    press(window, "not-now")
    assert window._stack.current is window._start
    assert not is_vault(folder)
    qtbot.waitUntil(lambda: told(window) == PLAIN)
    again = started(folder)
    assert again._stack.current is again._start
    qtbot.waitUntil(lambda: told(again) == PLAIN)
    press(again, "make-safe")
    assert isinstance(again._stack.current, SetupScreen)


def test_escape_decides_nothing(started, folder, qtbot):
    window = started(folder)
    qtbot.keyClick(window._stack.current, Qt.Key.Key_Escape)
    assert window._stack.current is window._start
    assert not is_vault(folder)
    assert isinstance(started(folder)._stack.current, SetupScreen)


def test_the_minutes_are_chosen_in_the_settings(started, folder, qtbot, press):
    window = started(folder)
    choose_words(window, qtbot)
    press(window, "paper-later")
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    assert window.locking._idle.interval() == 15 * 60_000
    window.show_settings()
    field = window.findChild(ChoiceField, "idle-minutes")
    shorter = [minutes for minutes in reversed(IDLE_MINUTES) if minutes < 15]
    for minutes in shorter:
        qtbot.keyClick(field, Qt.Key.Key_Up)
        assert window.locking._idle.interval() == minutes * 60_000
    for minutes in IDLE_MINUTES[1:]:
        qtbot.keyClick(field, Qt.Key.Key_Down)
        assert window.locking._idle.interval() == minutes * 60_000
    assert started(folder).locking._idle.interval() == IDLE_MINUTES[-1] * 60_000


def test_what_was_not_lifted_goes_on_by_itself(locked, started, qtbot):
    """A lift that was broken off, or a plain file that somebody put there."""
    left = locked / "beraad-2026-W48-bbbbbbbb.beraad"
    elsewhere = locked.parent / "elders"
    elsewhere.mkdir()
    keys.lock(locked)
    plain = elsewhere / left.name
    SessionFile.create(plain, with_title(a_session(), "Zwaluwhof")).close()
    plain.rename(left)
    assert b"Zwaluwhof" in left.read_bytes()
    window = started(locked)
    window._backing_up._calm.setInterval(0)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: b"Zwaluwhof" not in left.read_bytes())
    qtbot.waitUntil(lambda: not window._backing_up.runs)
    assert window._backing_up._seen_to == locked


def left_while_locked(folder, home):
    """A real beraad that became one while the vault was shut."""
    made = SessionFile.create(home / "w.beraad", with_title(a_session(), "Zwaluwhof"))
    made.close()
    keys.lock(folder)
    return made.path.rename(folder / "oefeningen" / "beraad-2026-W48-bbbbbbbb.beraad")


def test_what_became_real_while_it_was_locked_comes_under_a_key_at_unlocking(
    locked, started, qtbot, tmp_path
):
    window = started(locked)
    window._backing_up._calm.setInterval(0)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._backing_up._seen_to == locked)
    window.lock()
    left = left_while_locked(locked, tmp_path)

    unlock_in(window, qtbot)

    qtbot.waitUntil(lambda: not left.exists())
    qtbot.waitUntil(lambda: not window._backing_up.runs)
    assert all(b"Zwaluwhof" not in path.read_bytes() for path in locked.rglob("*.beraad"))


def test_what_cannot_come_under_a_key_is_told(locked, started, qtbot, tmp_path):
    window = started(locked)
    window._backing_up._calm.setInterval(0)
    left = left_while_locked(locked, tmp_path)
    held = SessionFile.open(left)
    unlock_in(window, qtbot)

    banner = window._start.banner
    qtbot.waitUntil(lambda: "zonder slot" in banner.accessibleName())
    assert left.name in banner.accessibleName()
    held.close()
    window._backing_up.wish()

    qtbot.waitUntil(banner.isHidden)
    assert not left.exists()


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_R])
def test_no_key_leads_past_the_question_for_a_wachtzin(started, folder, qtbot, key):
    window = started(folder)
    screen = window._stack.current

    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)

    assert window._stack.current is screen
    assert window._workspace is None


def test_while_a_password_is_chosen_nobody_reads_the_folder(started, folder, monkeypatch, qtbot):
    """Files are put under their keys then, one by one; the list is read when one comes back."""
    read = []
    monkeypatch.setattr("beraad.ui.start.folder.StartFolder.read", lambda self: read.append(1))
    window = started(folder)
    assert isinstance(window._stack.current, SetupScreen)
    qtbot.waitUntil(lambda: window._warming.has_begun)
    assert read == []

    window._stack.current.back_wished.emit()
    assert read == [1]
