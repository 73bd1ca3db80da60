"""A long page is found as it was left, whatever screen it is of."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from beraad.ui.keeping_in_sight import SightKeeper
from beraad.ui.widgets.below import below
from beraad.ui.widgets.reading_order import takes_focus

SCREENS = {
    "Oefenen": "show_practice",
    "Samen leren kijken": "show_rating",
    "portfolio": "show_portfolio",
    "pols": "show_pulse",
    "formulieren": "show_forms",
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_long_page_stays_as_it_was_left(qtbot, window, other_window, name, turn_to):
    window.resize(900, 330)
    getattr(window.ways, SCREENS[name])()
    turn_to(window)
    screen = window._stack.current
    pages = [each for each in below(screen, QScrollArea) if each.isVisible()]
    page = max(pages, key=lambda each: each.verticalScrollBar().maximum())
    assert page.verticalScrollBar().maximum()
    stops = [
        each for each in below(page, QAbstractButton) if each.isVisible() and takes_focus(each)
    ]
    keeper = window.findChild(SightKeeper)
    for stop in (stops[0], stops[-1]):
        stop.setFocus()
        qtbot.waitUntil(lambda: not keeper._arriving.isActive())
        bar = page.verticalScrollBar()
        far = bar.maximum() if bar.value() < bar.maximum() // 2 else 0
        bar.setValue(far)
        turn_to(other_window)
        turn_to(window)
        assert QApplication.focusWidget() is stop
        assert bar.value() == far
