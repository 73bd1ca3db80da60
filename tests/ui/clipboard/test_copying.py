from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QListView, QMenu

from beraad.ui.clipboard.guard import ClipboardGuard, ListCopying
from beraad.ui.clipboard.hints import HINTS
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.text_page import TextPage

WORDS = "Fatima belde."


@pytest.fixture(autouse=True)
def board(qapp):
    made = QGuiApplication.clipboard()
    made.setText("eerder")
    yield made
    made.clear()


def shown(widget, qtbot):
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.setFocus()
    return widget


def field(qtbot):
    made = shown(TextField(), qtbot)
    made.show_value(WORDS)
    made.selectAll()
    return made


def line(qtbot):
    made = shown(LineEdit(), qtbot)
    made.setText(WORDS)
    made.selectAll()
    return made


def page(qtbot):
    made = shown(TextPage(), qtbot)
    made.setHtml(f"<b>{WORDS}</b>")
    made.selectAll()
    return made


def beraden(qtbot):
    made = QListView()
    made.setModel(QStringListModel([WORDS], made))
    made.setCurrentIndex(made.model().index(0, 0))
    ListCopying(made)
    return shown(made, qtbot)


def require_unkept(board):
    gc.collect()
    data = board.mimeData()
    assert data.text() == WORDS
    assert not data.hasHtml()
    assert {form: bytes(data.data(form)) for form in HINTS} == HINTS


@pytest.mark.parametrize("make", [field, line, page, beraden])
def test_what_is_copied_asks_not_to_be_kept(board, qtbot, make):
    qtbot.keyClick(make(qtbot), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    require_unkept(board)


@pytest.mark.parametrize("make", [field, line])
def test_what_is_cut_asks_not_to_be_kept_and_is_gone(board, qtbot, make):
    widget = make(qtbot)
    told = widget.edited if make is field else widget.textEdited
    with qtbot.waitSignal(told) as emitted:
        qtbot.keyClick(widget, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)

    assert emitted.args == [""]
    require_unkept(board)


@pytest.mark.parametrize("make", [field, line])
def test_the_menu_copies_like_the_key(board, qtbot, make):
    widget = make(qtbot)
    middle = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, widget.mapToGlobal(middle))
    widget.contextMenuEvent(event)
    menu = QGuiApplication.instance().activePopupWidget()
    assert isinstance(menu, QMenu)

    menu.findChild(QAction, "edit-copy").trigger()
    menu.close()

    require_unkept(board)


def test_nothing_selected_leaves_the_clipboard_alone(board, qtbot):
    widget = line(qtbot)
    widget.deselect()

    qtbot.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert board.text() == "eerder"


def test_what_qt_copies_by_itself_gets_the_hints_as_well(board, qtbot, qapp):
    guard = ClipboardGuard(qapp, is_ours=lambda mode: True)
    label = QLabel(WORDS)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    shown(label, qtbot).setSelection(0, len(WORDS))

    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    require_unkept(board)
    guard.deleteLater()
    qapp.sendPostedEvents(guard, QEvent.Type.DeferredDelete)


def test_windows_and_kde_are_asked_in_their_own_words():
    assert [form.rpartition("value=")[2].strip('"') for form in HINTS] == [
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
        "x-kde-passwordManagerHint",
    ]
