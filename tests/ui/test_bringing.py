from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from beraad.ui.beamer import screens as of_screens
from beraad.ui.beamer.screens import Screens, Spot

AREA = (0, 0, 10, 10)


def test_a_full_window_goes_where_it_was_last_sent_and_fills_that_screen(qtbot, monkeypatch):
    moved = []
    monkeypatch.setattr(of_screens, "_move", lambda _, spot: moved.append(spot.name))
    window = QWidget()
    qtbot.addWidget(window)
    window.showMaximized()
    screens = Screens()

    screens.bring(window, Spot("beamer", AREA))
    screens.bring(window, Spot("laptop", AREA))
    assert not window.isMaximized()
    qtbot.waitUntil(window.isMaximized)

    assert moved == ["laptop"]


class Stubborn(QWidget):
    """A window that its manager leaves where it was, some times."""

    def __init__(self, times):
        super().__init__()
        self.times = times
        self.asked = []

    def setGeometry(self, *area):
        self.asked.append(area)

    def geometry(self):
        there = len(self.asked) > self.times
        return QRect(*self.asked[-1]) if there else QRect(5, 5, 5, 5)


def test_a_window_that_was_left_elsewhere_is_put_again(qtbot):
    window = Stubborn(times=2)
    qtbot.addWidget(window)
    screens = Screens()

    screens.fill(window, Spot("beamer", AREA))

    qtbot.waitUntil(lambda: len(window.asked) == 3)
    qtbot.waitUntil(window.isFullScreen)
    assert set(window.asked) == {AREA}


def test_a_window_that_went_away_is_left_alone(qtbot):
    window = Stubborn(times=9)
    qtbot.addWidget(window)
    screens = Screens()
    screens.fill(window, Spot("beamer", AREA))
    window.hide()
    again = Stubborn(times=1)
    qtbot.addWidget(again)
    screens.fill(again, Spot("laptop", AREA))

    qtbot.waitUntil(lambda: len(again.asked) == 2)
    assert len(window.asked) == 1
