from __future__ import annotations

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
