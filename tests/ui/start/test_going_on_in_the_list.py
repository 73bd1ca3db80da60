"""Who does something with a line of the list goes on with the next, and finds it again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QPushButton

from beraad.ui.start import doing
from beraad.ui.start.list_model import ROW
from tests.store.copies.support import keep
from tests.store.support import a_peopled_session, a_session, with_title

TITLES = ("Eerste", "Tweede", "Derde", "Vierde")


@pytest.fixture
def window(folder, window, qtbot):
    keep(folder, with_title(a_peopled_session(), "Nulde"))
    for title in TITLES:
        keep(folder, with_title(a_session(), title))
    window.refresh_start()
    qtbot.waitUntil(lambda: view_of(window).model().rowCount() == len(TITLES))
    return window


def view_of(window):
    return window.findChild(QListView, "beraden")


def shown(window):
    model = view_of(window).model()
    return [model.index(at).data(ROW).title for at in range(model.rowCount())]


def at_hand(window):
    assert QApplication.focusWidget() is view_of(window)
    return view_of(window).currentIndex().data(ROW).title


def go_to(window, place):
    view = view_of(window)
    view.setFocus()
    view.setCurrentIndex(view.model().index(place, 0))


def choose(window, text):
    """Choose from the menu of the line at hand, by its key."""
    view = view_of(window)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(view, event)
    menu = view.findChildren(QMenu)[-1]
    action = next(each for each in menu.actions() if each.text().startswith(text))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    # Without a window manager nobody else makes the window active again.
    window.activateWindow()
    QApplication.processEvents()


@pytest.mark.parametrize("deed", ["Verwijderen", "Naar het archief"])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_after_a_line_went_the_next_is_at_hand(window, qtbot, deed, place):
    before = shown(window)
    go_to(window, place)
    choose(window, deed)
    qtbot.waitUntil(lambda: len(shown(window)) == len(before) - 1)
    left = [*before[:place], *before[place + 1 :]]

    assert shown(window) == left
    assert at_hand(window) == left[min(place, len(left) - 1)]


def test_what_is_brought_back_is_at_hand_again(window, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(doing, "announce", lambda _, text: said.append(text))
    before = shown(window)
    go_to(window, 2)
    QTest.keyClick(view_of(window), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(shown(window)) == len(before) - 1)
    QTest.keyClick(view_of(window), Qt.Key.Key_Home)
    QTest.keySequence(view_of(window), QKeySequence("Ctrl+Z"))
    qtbot.waitUntil(lambda: shown(window) == before)

    assert at_hand(window) == before[2]
    assert said == ["Ongedaan gemaakt."]


def test_the_button_that_brings_back_leads_to_the_line(window, qtbot):
    before = shown(window)
    go_to(window, 1)
    choose(window, "Naar het archief")
    qtbot.waitUntil(lambda: len(shown(window)) == len(before) - 1)
    back = window._start.banner._way_out
    back.setFocus()
    QTest.keyClick(back, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown(window) == before)

    assert at_hand(window) == before[1]


def test_when_the_last_line_went_the_beraad_to_go_on_with_is_at_hand(window, qtbot):
    go_to(window, 0)
    for left in (3, 2, 1, 0):
        QTest.keyClick(view_of(window), Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda left=left: len(shown(window)) == left)

    assert QApplication.focusWidget() is window.findChild(QPushButton, "go-on")


def test_reading_the_list_again_leaves_the_line_at_hand(window):
    go_to(window, 2)
    before = at_hand(window)
    window.refresh_start()
    view_of(window).setFocus()

    assert at_hand(window) == before


def test_while_one_searches_only_what_was_found_is_shown(window, qtbot):
    press(window, "Ctrl+F")
    QTest.keyClicks(QApplication.focusWidget(), "de")
    labels = [each.text() for each in window._start.findChildren(QLabel) if each.isVisible()]

    assert "Gevonden" in labels
    assert "Verder met" not in labels
    assert not window.findChild(QPushButton, "go-on").isVisible()
    assert set(shown(window)) == {"Nulde", "Tweede", "Derde", "Vierde"}


def press(window, keys):
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


@pytest.mark.parametrize("opens", [True, False])
def test_ctrl_o_shows_every_beraad_and_the_one_to_go_on_with(window, qtbot, opens):
    press(window, "Ctrl+F")
    QTest.keyClicks(QApplication.focusWidget(), "derde")
    if opens:
        press(window, "Return")
        press(window, "Return")
        assert window.beraad is not None
    press(window, "Ctrl+O")
    qtbot.waitUntil(lambda: len(shown(window)) == len(TITLES))

    assert window.findChild(QLineEdit, "search").text() == ""
    assert QApplication.focusWidget() is window.findChild(QPushButton, "go-on")


def test_esc_from_the_settings_keeps_what_was_looked_for(window, qtbot):
    press(window, "Ctrl+F")
    QTest.keyClicks(QApplication.focusWidget(), "derde")
    press(window, "Ctrl+I")
    press(window, "Esc")

    assert window._start.isVisible()
    assert shown(window) == ["Derde"]
    assert QApplication.focusWidget() is window.findChild(QLineEdit, "search")


@pytest.mark.parametrize("deed", ["Verwijderen", "Naar het archief"])
def test_after_one_was_put_back_the_next_is_at_hand(window, qtbot, deed):
    go_to(window, 0)
    for left in (3, 2):
        choose(window, deed)
        qtbot.waitUntil(lambda left=left: len(shown(window)) == left)
    window.keeping.show_aside()
    screen = window._stack.current
    qtbot.waitUntil(lambda: len(putting_back(screen)) == 2)
    first, second = (each.accessibleDescription() for each in putting_back(screen))
    putting_back(screen)[0].setFocus()
    QTest.keyClick(putting_back(screen)[0], Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: QApplication.focusWidget() in putting_back(screen))
    assert QApplication.focusWidget().accessibleDescription() == second != first


def putting_back(screen):
    return [each for each in screen.findChildren(QPushButton, "put-back") if each.isVisible()]


def test_what_was_done_with_a_line_is_told_no_more_after_a_beraad(window, qtbot):
    go_to(window, 0)
    choose(window, "Naar het archief")
    qtbot.waitUntil(lambda: len(shown(window)) == 3)
    assert window._start.banner.isVisible()
    press(window, "Return")
    assert window.beraad is not None
    press(window, "Ctrl+O")

    assert window._start.isVisible()
    assert not window._start.banner.isVisible()
