"""From every screen and with every dialog open: locked, nothing of a case is left."""

from __future__ import annotations

import gc
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
from shiboken6 import isValid

from beraad.records import PhaseKey, Session
from beraad.records.anatomy import Address
from beraad.records.reporting import Layer
from beraad.ui.widgets.below import below
from beraad.ui.widgets.choice_field import ChoiceField
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.way_out import close_popups
from tests.ui.vault.conftest import MARK
from tests.ui.vault.test_locking import is_shut, shown_texts, unlock_in

ALONE = "BERAAD_ALONE"
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(locked, window_of, qtbot):
    made = window_of(locked)
    qtbot.waitUntil(lambda: made._unlocking is not None and made._unlocking.isVisible())
    unlock_in(made, qtbot)
    qtbot.waitUntil(lambda: made._stack.current is made._start)
    return made


def _first(window, kind):
    found = [each for each in below(window, kind) if each.isVisible() and each.isEnabled()]
    assert found, kind
    return found[0]


def _calendar(window):
    window.beraad.screen.go_to(PhaseKey.CONCLUSION)
    _first(window, DateField)._on_pick()


def _choice(window):
    window.show_settings()
    _first(window, ChoiceField)._open()


def _rename(window):
    from beraad.ui.start.deeds import Deed

    row = next(iter(window._start.rows))
    window._start.deed_wished.emit(Deed.RENAME, row)


def _begins_waiting(window, ask):
    """A dialog that returns when it is answered: what locks has to come from elsewhere."""
    QTimer.singleShot(0, window, window.locking.begin)
    ask()


def _file_dialog(window):
    from beraad.ui.widgets.folder_dialog import ask_file

    _begins_waiting(window, lambda: ask_file(window, "Welk beraad?", "", "Beraad (*.beraad)"))


def _folder_dialog(window):
    from beraad.ui.widgets.folder_dialog import ask_folder

    _begins_waiting(window, lambda: ask_folder(window, "In welke map?"))


def _password_of_a_server(window):
    from beraad.ui.municipality.asking import ask_password

    _begins_waiting(window, lambda: ask_password(window, window._meetings))


AT_START = {
    "settings": lambda window: window.show_settings(),
    "practice": lambda window: window.ways.show_practice(),
    "signals": lambda window: window.ways.show_signals(),
    "a new signal": lambda window: window.ways.show_new_signal(),
    "questions": lambda window: window.ways.show_questions(),
    "routes": lambda window: window.ways.show_routes(),
    "overview": lambda window: window.ways.show_overview(),
    "patterns": lambda window: window.ways.show_patterns(),
    "lessons": lambda window: window.ways.show_lessons(),
    "forms": lambda window: window.ways.show_forms(),
    "help": lambda window: window.ways.show_help(),
    "aside": lambda window: window.keeping.show_aside(),
    "term": lambda window: window.keeping.show_term(),
    "erase": lambda window: window.keeping.show_term(window._start.rows[0].path),
    "hand over": lambda window: window.keeping.show_give(window._start.rows[0].path),
    "hand over all": lambda window: window.keeping.show_give_all(),
    "seek": lambda window: window.keeping.show_seek(),
    "log": lambda window: window.keeping.show_log(),
    "restore": lambda window: window.show_restore(),
    "search": lambda window: window._start._search.setText(MARK),
    "menu": lambda window: window._start._head._open_more(),
    "rename": _rename,
    "file": _file_dialog,
    "folder": _folder_dialog,
    "password of a server": _password_of_a_server,
    "another password": lambda window: window.vault.renew_password(),
    "another paper": lambda window: window.vault.renew_paper(),
}
IN_A_BERAAD = {
    **{
        f"ronde {key.value}": lambda window, key=key: window.beraad.screen.go_to(key)
        for key in PhaseKey
    },
    "settings": lambda window: window.show_settings(),
    "help": lambda window: window.ways.show_help(),
    "a finder": lambda window: QTest.keyClick(
        window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier
    ),
    "passing": lambda window: window.beraad.show_passing(),
    "slips": lambda window: window.beraad.show_slips(),
    "forms": lambda window: window.beraad.show_forms(),
    "typing": lambda window: window.beraad.show_typing(),
    "report": lambda window: window.documents.show_report(),
    "review": lambda window: window.documents.show_review(Layer.WORK),
    "publishing": lambda window: window.documents.show_publishing(Layer.WORK),
    "signal": lambda window: window.documents.show_signal(),
    "lesson": lambda window: window.documents.show_lesson(),
    "group": lambda window: window.beraad.group.toggle(),
    "calendar": _calendar,
    "choice": _choice,
    "ways": lambda window: window.beraad.screen.show_ways(),
    "note": lambda window: window.beraad.screen.write_note(),
    "file": _file_dialog,
}


def _left_over(mark):
    """Where a word of the case can still be found in widgets and what they can undo."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = [text for text in shown_texts() if mark in text]
    for each in QApplication.allWidgets():
        if isinstance(each, QLineEdit) and each.isUndoAvailable():
            found.append("undo of a line")
        if isinstance(each, QTextEdit | QPlainTextEdit) and each.document().isUndoAvailable():
            found.append("undo of a text")
    return found


def _in_memory(mark):
    """What holds a word of the case and is not thrown away, once nothing is shown any more."""
    gc.collect()
    found = []
    for each in gc.get_objects():
        if isinstance(each, QTextDocument | QCompleter) and not isValid(each):
            continue  # Qt threw it away; what is left of it in Python holds no word.
        if isinstance(each, QTextDocument) and mark in each.toPlainText():
            found.append("document")
        if isinstance(each, QCompleter) and _holds(each.model(), mark):
            found.append("completer")
        if isinstance(each, Session) and mark in each.opening.title:
            found.append(f"beraad, held by {_holders(each)}")
    return found


def _holders(found: object) -> list[str]:
    """What refers to something, and what refers to that: by type, never by what it says."""
    return [
        f"{type(one).__name__} < {sorted({type(two).__name__ for two in gc.get_referrers(one)})}"
        for one in gc.get_referrers(found)
    ]


def _forgets(qtbot):
    def nothing_is_left():
        assert _in_memory(MARK) == []

    qtbot.waitUntil(nothing_is_left, timeout=30_000)


def _holds(model: QAbstractItemModel | None, mark: str) -> bool:
    return model is not None and any(
        mark in str(model.index(row, 0).data()) for row in range(model.rowCount())
    )


def _locks(window, qtbot):
    if window._may_lock():
        window.locking.begin()
    qtbot.waitUntil(lambda: is_shut(window))
    qtbot.waitUntil(lambda: not _left_over(MARK))
    visible = [
        each
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and each not in {window, window._curtain}
    ]
    assert not [each for each in visible if type(each).__name__ != "HelpWindow"]
    assert MARK not in QGuiApplication.clipboard().text()


def from_every_way_at_the_start(window, qtbot):
    for go in AT_START.values():
        qtbot.waitUntil(lambda: bool(window._start.rows))
        go(window)
        QApplication.processEvents()
        _locks(window, qtbot)
        unlock_in(window, qtbot)
        qtbot.waitUntil(lambda: window._stack.current is not window._unlocking)
        QApplication.processEvents()
        close_popups()
        for each in below(window, QDialog):
            each.reject()
        window._start.search.clear()
        window.show_start()
    _locks(window, qtbot)
    _forgets(qtbot)


def from_every_way_in_a_beraad_and_back_at_the_same_ronde(window, path, qtbot):
    window.open(path)
    for number, (name, go) in enumerate(IN_A_BERAAD.items()):
        editor = window.beraad.workspace.editor
        editor.edit(Address("case", "situation"), f"{MARK}, voor de keer {number}")
        go(window)
        QApplication.processEvents()
        phase = window.beraad.screen.phase if window.beraad is not None else None
        del editor
        _locks(window, qtbot)
        unlock_in(window, qtbot)
        qtbot.waitUntil(lambda: window.beraad is not None)
        assert phase in {None, window.beraad.screen.phase}, name
        QApplication.processEvents()
        window.beraad.show_session()
        session = window.beraad.workspace.editor.session
        assert session.case.situation == f"{MARK}, voor de keer {number}"
        if window.beraad.group.projector.is_on:
            window.beraad.group.toggle()
        del session
    _locks(window, qtbot)
    _forgets(qtbot)


if ALONE in os.environ:
    test_start = from_every_way_at_the_start
    test_beraad = from_every_way_in_a_beraad_and_back_at_the_same_ronde


@pytest.mark.timeout(600)
@pytest.mark.parametrize("walk", ["test_start", "test_beraad"])
def test_in_a_process_of_its_own_nothing_is_left(walk):
    """What other tests left in a process, such as a window, may hold what this one made."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"{__file__}::{walk}"],
        env=os.environ | {ALONE: "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-3000:]
    assert "1 passed" in done.stdout


@pytest.mark.parametrize("other", ["help", "group"])
def test_the_keys_lock_from_the_other_windows_too(window, path, qtbot, other):
    window.open(path)
    if other == "help":
        window.ways.show_help()
    else:
        window.beraad.group.toggle()
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    (shown,) = [each for each in others if each is not window]
    shown.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is shown.windowHandle())
    # Only pressed: the window is gone before the key could be let go of in it.
    QTest.keyPress(shown.windowHandle(), Qt.Key.Key_L, KEYS)
    qtbot.waitUntil(lambda: is_shut(window))
