"""What stands beside a long page goes along with it, and never out of its own height."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from beraad.ui.widgets.in_sight import InSight
from beraad.ui.widgets.parts import column
from beraad.ui.widgets.scroll import scrolled

_LONG, _SEEN = 3000, 400


@pytest.fixture
def page(qtbot):
    """Makes a long page, with beside it what is so high; returns the page and what is beside it."""

    def made(high):
        inner = QWidget()
        beside = QHBoxLayout(inner)
        left = QWidget()
        left.setMinimumSize(200, _LONG)
        held = QWidget()
        held.setFixedSize(100, high)
        beside.addWidget(left)
        beside.addWidget(InSight(held))
        area = scrolled(inner)
        qtbot.addWidget(area)
        area.resize(400, _SEEN)
        with qtbot.waitExposed(area):
            area.show()
        qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
        return area, held

    return made


def place(area, held):
    """From where to where it stands, counted from the top of what is in sight."""
    top = held.mapTo(area.viewport(), held.rect().topLeft()).y()
    return top, top + held.height()


@pytest.mark.parametrize("at", [0, 1, 700, _LONG])
def test_what_fits_is_whole_in_sight(qtbot, page, at):
    area, held = page(150)
    area.verticalScrollBar().setValue(at)

    def is_whole():
        top, end = place(area, held)
        return top >= 0 and end <= area.viewport().height()

    qtbot.waitUntil(is_whole)


def test_of_what_is_higher_than_the_page_both_ends_can_be_reached(qtbot, page):
    area, held = page(700)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: place(area, held)[0] >= 0)
    bar.setValue(1500)
    qtbot.waitUntil(lambda: 0 < place(area, held)[1] <= area.viewport().height())
    bar.setValue(0)
    qtbot.waitUntil(lambda: place(area, held)[0] >= 0)


def test_it_makes_no_page_longer_and_lets_it_become_shorter(qtbot, page):
    area, held = page(150)
    bar = area.verticalScrollBar()
    most = bar.maximum()
    bar.setValue(most)
    qtbot.waitUntil(lambda: place(area, held)[0] >= 0)
    assert bar.maximum() == most

    left = area.widget().layout().itemAt(0).widget()
    left.setMinimumHeight(_LONG // 2)
    qtbot.waitUntil(lambda: bar.maximum() == most - _LONG // 2)
    qtbot.waitUntil(lambda: place(area, held)[0] >= 0)


def test_under_what_it_stood_beside_it_stays_where_it_is(qtbot):
    inner = QWidget()
    inside = column(inner)
    left, held = QLabel(), QLabel()
    left.setFixedHeight(_LONG)
    held.setFixedHeight(100)
    for each in (left, InSight(held)):
        inside.addWidget(each)
    area = scrolled(inner)
    qtbot.addWidget(area)
    area.resize(400, _SEEN)
    with qtbot.waitExposed(area):
        area.show()
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())

    qtbot.waitUntil(lambda: place(area, held)[1] == area.viewport().height())
