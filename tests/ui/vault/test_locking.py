"""Locked, nothing can be read on any screen; unlocked, one is back where one was."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
)

from beraad.errors import Solvable
from beraad.publishing.stepping import drafts_of
from beraad.records import Id, PhaseKey, StepKind
from beraad.store.audit import Action, deeds
from beraad.store.copies.folder import copies_folder
from beraad.store.keys import PLAIN, RING_COPY, RING_NAME, is_locked
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.store.vault.opening import change_password, lock, set_up, unlock
from beraad.ui.vault.locking import Locking
from beraad.ui.widgets.text_field import TextField
from tests.conftest import TODAY
from tests.steps import passed_on
from tests.ui.test_signals import a_signal
from tests.ui.vault.conftest import MARK, WORDS


def shown_texts() -> list[str]:
    """Everything that any widget of the program holds as a text."""
    found = []
    for widget in QApplication.allWidgets():
        for name in ("text", "toPlainText", "windowTitle", "accessibleName", "title"):
            say = getattr(widget, name, None)
            if callable(say):
                try:
                    found.append(str(say()))
                except TypeError:
                    continue
    return found


def unlock_in(window, qtbot, words=WORDS):
    screen = window._unlocking
    qtbot.keyClicks(screen._words.line, words)
    qtbot.keyClick(screen._words.line, Qt.Key.Key_Return)


@pytest.fixture
def window(locked, window_of, qtbot):
    made = window_of(locked)
    qtbot.waitUntil(lambda: made._unlocking is not None and made._unlocking.isVisible())
    return made


@pytest.fixture
def opened(window, path, qtbot):
    """The same window, unlocked and with the beraad open."""
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    window.open(path)
    return window


def is_shut(window) -> bool:
    return window._stack.current is window._unlocking and is_locked(window._desk.folder)


def test_a_locked_folder_asks_for_its_password_and_shows_nothing(window, qtbot):
    assert window.windowTitle() == "Vergrendeld – Beraad"
    assert not window._start.rows
    assert not any(MARK in text for text in shown_texts())
    assert window.focusWidget() is window._unlocking._words.line
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.beraad is None


def test_a_wrong_password_is_told_and_nothing_of_it_stays(window, qtbot):
    unlock_in(window, qtbot, "helemaal verkeerd")
    qtbot.waitUntil(window._unlocking._wrong.isVisible)
    assert "past niet" in window._unlocking._wrong.text()
    (line,) = deeds(window._desk.folder)
    assert (line.action, line.result, line.object) == (Action.UNLOCKING, "mislukt", "")
    assert window._unlocking._words.line.text() == ""
    assert not window._unlocking._words.line.isUndoAvailable()
    assert is_shut(window)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    qtbot.waitUntil(lambda: len(window._start.rows) == 1)


def test_the_password_is_dots_until_one_asks(window, qtbot, press):
    line = window._unlocking._words.line
    assert line.echoMode() is QLineEdit.EchoMode.Password
    press(window, "password-show")
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    unlock_in(window, qtbot)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    qtbot.waitUntil(lambda: window._stack.current is window._start)


def test_locking_keeps_the_last_letter_and_leads_back_to_the_same_ronde(opened, path, qtbot):
    opened.beraad.screen.go_to(PhaseKey.ALTERNATIVES)
    opened.beraad.workspace.editor.edit(_situation(), "Het laatste woord")
    qtbot.keyClick(
        opened,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: is_shut(opened))
    assert opened.beraad is None
    told = (MARK, "Het laatste woord")
    # What is thrown away goes when the window has nothing else to do.
    qtbot.waitUntil(lambda: not any(word in text for word in told for text in shown_texts()))
    assert not opened._desk._left
    unlock_in(opened, qtbot)
    qtbot.waitUntil(lambda: opened.beraad is not None)
    assert opened.beraad.workspace.path == path
    assert opened.beraad.screen.phase is PhaseKey.ALTERNATIVES
    assert opened.beraad.workspace.editor.session.case.situation == "Het laatste woord"


def _situation():
    from beraad.records.anatomy import Address

    return Address("case", "situation")


DIALOGS = {
    "question": QMessageBox,
    "file": lambda window: QFileDialog(window, options=QFileDialog.Option.DontUseNativeDialog),
    "input": QInputDialog,
    "own": QDialog,
}


@pytest.mark.parametrize("kind", DIALOGS)
def test_whatever_dialog_is_open_goes_first(opened, qtbot, kind):
    dialog = DIALOGS[kind](opened)
    dialog.setModal(True)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, keys)
    qtbot.waitUntil(lambda: is_shut(opened))
    assert not dialog.isVisible()


def test_a_dialog_that_waits_for_its_answer_goes_first_too(opened, qtbot):
    from PySide6.QtCore import QTimer

    box = QMessageBox(opened)
    QTimer.singleShot(0, box, opened.locking.begin)
    box.exec()
    qtbot.waitUntil(lambda: is_shut(opened))


def test_an_open_menu_goes_first(opened, qtbot):
    menu = QMenu(opened)
    menu.addAction("iets")
    menu.popup(opened.mapToGlobal(opened.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    opened.locking.begin()
    qtbot.waitUntil(lambda: is_shut(opened))
    assert not menu.isVisible()


def test_the_group_sees_a_page_that_says_nothing_meanwhile(opened, qtbot):
    opened.beraad.group.toggle()
    qtbot.waitUntil(opened.beraad.group.window.isVisible)
    opened.locking.begin()
    qtbot.waitUntil(lambda: is_shut(opened))
    curtain = opened._curtain
    assert curtain is not None
    assert curtain.isVisible()
    visible = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert set(visible) == {opened, curtain}
    unlock_in(opened, qtbot)
    qtbot.waitUntil(lambda: opened.beraad is not None)
    assert opened.beraad.group.projector.is_on
    assert opened._curtain is None


def test_that_page_goes_with_the_window(opened, qtbot):
    opened.beraad.group.toggle()
    qtbot.waitUntil(opened.beraad.group.window.isVisible)
    opened.locking.begin()
    qtbot.waitUntil(lambda: is_shut(opened))
    opened.close()
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def test_what_was_copied_here_is_on_no_clipboard(opened, qtbot):
    from beraad.ui.clipboard.hints import copy

    copy(MARK)
    opened.locking.begin()
    qtbot.waitUntil(lambda: is_shut(opened))
    assert MARK not in QGuiApplication.clipboard().text()


def test_what_cannot_be_kept_is_not_locked_away_but_out_of_sight(opened, qtbot, monkeypatch, press):
    editor = opened.beraad.workspace.editor
    editor.edit(_situation(), "nergens te bewaren")

    def full(*_):
        raise Solvable("De schijf is vol.")

    monkeypatch.setattr(SessionFile, "keep", full)
    monkeypatch.setattr("beraad.ui.workspace.rescue", full)
    opened.lock()
    assert opened.beraad is not None
    assert not is_locked(opened._desk.folder)
    assert editor.session.case.situation == "nergens te bewaren"
    assert not opened.beraad.screen.isVisible()
    assert opened.windowTitle() == "Nog niet vergrendeld – Beraad"
    opened._leaving._put_away()
    press(opened, "uncover")
    assert opened.beraad.screen.isVisible()
    opened.lock()
    opened._leaving._put_away()
    monkeypatch.undo()
    press(opened, "lock-again")
    qtbot.waitUntil(lambda: is_shut(opened))
    unlock_in(opened, qtbot)
    qtbot.waitUntil(lambda: opened.beraad is not None)
    assert opened.beraad.workspace.editor.session.case.situation == "nergens te bewaren"
    assert opened.beraad.screen.isVisible()


def test_what_goes_on_as_a_rescue_copy_is_locked_after_all(opened, qtbot, monkeypatch):
    opened.beraad.workspace.editor.edit(_situation(), "alleen in een reddingskopie")

    def full(*_):
        raise Solvable("De schijf is vol.")

    monkeypatch.setattr(SessionFile, "keep", full)
    opened.lock()
    assert not opened.beraad.screen.isVisible()
    opened._leaving._on_with_copy()
    qtbot.waitUntil(lambda: is_shut(opened))
    opened._leaving._put_away()
    assert opened.beraad is None


def test_a_plain_folder_has_nothing_to_lock(folder, path, window_of, qtbot):
    window = window_of(folder)
    window.locking.begin()
    window.lock()
    assert window._unlocking is None
    window.open(path)
    assert window.beraad is not None


def test_nobody_there_for_a_while_locks_but_not_in_a_talk(qtbot, qapp):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    talks = [True, True, False]
    locking = Locking(window, may=lambda: True, busy=lambda: talks.pop(0), idle=1)
    with qtbot.waitSignal(locking.ready):
        locking.watch()
    assert talks == []


def test_who_practises_needs_no_password(window, qtbot, press):
    press(window, "practice")
    assert window.windowTitle().startswith("Oefenen")
    window.ways_in.practise_empty()
    assert window.beraad is not None
    assert window.beraad.workspace.editor.session.is_practice
    assert is_locked(window._desk.folder)
    window.show_start()
    assert is_shut(window)


def test_the_paper_opens_and_asks_for_a_new_password(window, qtbot, press, paper, locked):
    press(window, "paper")
    screen = window._unlocking
    qtbot.keyClicks(screen._groups.line, paper.written[:-1])
    qtbot.keyClick(screen._groups.line, Qt.Key.Key_Return)
    qtbot.waitUntil(screen._wrong_paper.isVisible)
    assert "32 tekens" in screen._wrong_paper.text()
    screen._groups.line.clear()
    qtbot.keyClicks(screen._groups.line, paper.written.lower())
    qtbot.keyClick(screen._groups.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen._in_sight is screen._renewal)
    assert is_locked(locked)
    new = screen._new_words.line.text()
    assert len(new.split()) == 4
    assert screen._new_words.line.selectedText() == new  # Words of one's own come in its place.
    qtbot.keyClicks(screen._new_again.line, new)
    press(window, "take-password")
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    for field in (screen._groups, screen._new_words, screen._words):
        assert field.line.text() == ""
    lock(locked)
    unlock(locked, new)


def test_no_field_that_holds_words_is_left_behind(opened, qtbot):
    opened.locking.begin()
    qtbot.waitUntil(lambda: is_shut(opened))
    qtbot.waitUntil(
        lambda: (
            not [
                each
                for each in QApplication.allWidgets()
                if isinstance(each, QTextEdit | QPlainTextEdit) and each.toPlainText()
            ]
        )
    )


def test_a_register_that_was_put_back_does_not_keep_the_folder_open(window, qtbot):
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    register = window._desk.register
    with Register.open(register) as there:
        there.put(a_signal("een", passed_on(TODAY)))
    before = register.read_bytes()
    window.ways.show_signal(Id("een"), StepKind.ANSWERED)
    screen = window._stack.current
    qtbot.keyClicks(screen.findChild(TextField, "step-words"), "We passen de werkwijze aan.")
    assert screen.hand_over() is None
    register.write_bytes(before)

    window.lock()

    assert is_shut(window)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: type(window._stack.current) is type(screen))
    told = window._stack.current.banner.accessibleName()
    assert "terwijl dit scherm openstond" in told
    assert drafts_of(Id("een"), register)["answered.words"] == "We passen de werkwijze aan."


def test_keys_that_were_taken_away_lie_there_again_and_it_is_told(window, qtbot):
    folder = window._desk.folder
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    for name in (RING_NAME, RING_COPY):
        (folder / name).unlink()

    window.refresh_start()

    assert window._stack.current is window._start
    assert "Ze zijn teruggezet" in window.banner.accessibleName()
    for name in (RING_NAME, RING_COPY):
        (folder / name).unlink()
    window.lock()
    assert is_shut(window)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)


def test_a_window_that_alone_has_the_keys_does_not_let_them_go(window, qtbot, monkeypatch):
    folder = window._desk.folder
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    for name in (RING_NAME, RING_COPY):
        (folder / name).unlink()

    def full(*_, **__):
        raise OSError(28, "vol")

    monkeypatch.setattr("beraad.store.vault.ring.whole_file", full)
    window.lock()
    assert not is_locked(folder)
    assert "kunnen niet worden bewaard" in window.banner.accessibleName()
    assert not window.close()
    monkeypatch.undo()
    assert window.close()
    assert (folder / RING_NAME).exists()


def test_the_paper_typed_where_the_password_goes_is_seen_for_what_it_is(window, qtbot, paper):
    screen = window._unlocking
    unlock_in(window, qtbot, paper.written)
    qtbot.waitUntil(lambda: screen._in_sight is screen._renewal)
    assert is_locked(window._desk.folder)
    assert not deeds(window._desk.folder)[0].result.startswith("mislukt")


def test_so_is_one_with_a_typing_error_which_stays_to_be_mended(window, qtbot, paper):
    screen = window._unlocking
    wrong = paper.written[:-1] + ("A" if paper.written[-1] != "A" else "B")
    unlock_in(window, qtbot, wrong.lower())
    qtbot.waitUntil(screen._wrong_paper.isVisible)
    assert "typefout" in screen._wrong_paper.text()
    assert screen._groups.line.text() == wrong.lower()
    assert screen._words.line.text() == ""
    assert deeds(window._desk.folder) == ()


def test_a_password_that_looks_like_a_key_is_a_password(window, qtbot, locked):
    short = "boom huis deur raam peer maan"
    change_password(unlock(locked, WORDS), short)
    lock(locked)
    unlock_in(window, qtbot, short)
    qtbot.waitUntil(lambda: window._stack.current is window._start)


def test_what_opens_another_vault_says_so_and_leads_on(window, qtbot, press, locked, tmp_path):
    other = tmp_path / "andere"
    other.mkdir()
    set_up(other, "lantaarn zolder fluit drempel")
    lock(other)
    place = copies_folder(locked)
    place.mkdir(exist_ok=True)
    for name in (RING_NAME, RING_COPY):
        shutil.copy(locked / name, place / "sleutels.kopie")
        shutil.copy(other / name, locked / name)
    screen = window._unlocking
    unlock_in(window, qtbot)
    qtbot.waitUntil(screen._other_vault.isVisible)
    assert "andere kluis" in screen._other_text.text()
    assert "beraad-2026-W47-aaaaaaaa.beraad" in screen._other_text.text()
    press(window, "take-other-keys")
    assert screen._words.line.hasFocus()
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is window._start)
    qtbot.waitUntil(lambda: [each.title for each in window._start.rows] == [MARK])
    assert not screen._other_vault.isVisible()
    window.lock()
    assert screen._source is None


def test_who_goes_to_another_folder_leaves_a_locked_one(window, tmp_path, monkeypatch, qtbot):
    unlock_in(window, qtbot)
    qtbot.waitUntil(window._start.isVisible)
    left, plain = window._desk.folder, tmp_path / "gewoon"
    plain.mkdir()
    monkeypatch.setattr("beraad.ui.start.folder.ask_folder", lambda *_: str(plain))
    window._folder.choose_other()
    qtbot.waitUntil(window._start.isVisible)
    assert is_locked(left)
    window.new()
    made = window.beraad.workspace.path
    assert made.parent == plain
    assert made.read_bytes()[:16] == PLAIN


def test_a_beraad_of_which_the_folder_was_moved_away_is_out_of_sight_at_once(opened, path, qtbot):
    opened.beraad.workspace.editor.edit(_situation(), "in een map die weg is")
    gone = path.parent.rename(path.parent.with_name("elders"))
    opened.locking.begin()
    qtbot.waitUntil(lambda: opened.windowTitle() == "Nog niet vergrendeld – Beraad")
    assert not opened.beraad.screen.isVisible()
    opened._leaving._put_away()
    shutil.rmtree(path.parent)
    gone.rename(path.parent)
