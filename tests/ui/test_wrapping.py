"""Long texts of buttons, and what it costs to have many of them in one window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from beraad.ui.widgets.ringed_button import RingedButton
from beraad.ui.widgets.scroll import scrolled

LONG = "Een tekst die veel langer is dan wat op een enkele regel past"


def lines(button):
    """How many lines stand on the button; it goes on saying its text as a whole."""
    assert button.text() == LONG
    return QAbstractButton.text(button).count("\n") + 1


@pytest.fixture
def window(qtbot, look):
    """A window in letters of 100 %, whatever size a test before this one asked for."""
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.show()
    return made


def put(window, *buttons):
    for each in buttons:
        window.layout().addWidget(each)
        each.show()


def test_every_long_text_follows_the_width_of_its_window(window):
    buttons = [RingedButton(LONG) for _ in range(3)]
    put(window, *buttons)
    assert [lines(each) for each in buttons] == [1, 1, 1]

    window.resize(300, 400)
    assert all(lines(each) > 1 for each in buttons)

    window.resize(1200, 400)
    assert [lines(each) for each in buttons] == [1, 1, 1]


def test_a_page_that_gets_narrower_in_the_same_window_breaks_them_too(window, qtbot):
    """The guide of a ronde is unfolded beside the page."""
    button, beside = RingedButton(LONG), QWidget()
    canvas = QWidget()
    QVBoxLayout(canvas).addWidget(button)
    across = QWidget()
    row = QHBoxLayout(across)
    row.addWidget(scrolled(canvas), 1)
    row.addWidget(beside)
    beside.setFixedWidth(900)
    beside.hide()
    put(window, across)
    assert lines(button) == 1

    beside.show()
    qtbot.waitUntil(lambda: lines(button) > 1)

    beside.hide()
    qtbot.waitUntil(lambda: lines(button) == 1)


def test_in_another_window_it_follows_that_one(window, qtbot):
    button = RingedButton(LONG)
    put(window, button)
    other = QWidget()
    QVBoxLayout(other)
    qtbot.addWidget(other)
    other.resize(300, 400)
    other.show()

    put(other, button)
    assert lines(button) > 1

    other.resize(1200, 400)
    window.resize(300, 400)
    assert lines(button) == 1


def test_a_button_that_is_gone_hears_nothing(window, qtbot):
    stays, goes = RingedButton(LONG), RingedButton(LONG)
    put(window, stays, goes)
    goes.setParent(None)
    goes.deleteLater()
    qtbot.wait_until(lambda: window.layout().count() == 1)

    with qtbot.captureExceptions() as raised:
        window.resize(300, 400)

    assert lines(stays) > 1
    assert raised == []


def test_a_window_is_asked_once_for_all_its_buttons(window, monkeypatch):
    """Whoever looks at the events of a window is asked about every key and every picture."""
    asked = []
    own = QObject.installEventFilter
    monkeypatch.setattr(
        QWidget, "installEventFilter", lambda to, who: (asked.append(to), own(to, who))[1]
    )

    put(window, *(RingedButton(LONG) for _ in range(20)))

    assert asked.count(window) == 1
