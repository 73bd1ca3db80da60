"""A layout in lines has its widgets in hand, whatever else was looked at meanwhile."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import column
from beraad.ui.widgets.scroll import scrolled


@pytest.fixture
def lines(qtbot):
    """In a part that scrolls, as on every screen."""
    made = FlowLayout()
    middle = QWidget()
    inside = column(middle)
    for text in ("een", "twee", "drie"):
        made.addWidget(QPushButton(text))
    inside.addLayout(made)
    outside = QWidget()
    column(outside).addWidget(scrolled(middle))
    qtbot.addWidget(outside)
    outside.show()
    yield made
    assert outside


def widgets_of(lines):
    return [lines.itemAt(place).widget() for place in range(lines.count())]


def look_around(widget):
    """Ask everything to the window for its proxy, letting go of it on the way."""
    while widget is not None:
        widget.focusProxy()
        widget = widget.parentWidget()


def test_looking_what_is_around_a_widget_leaves_the_lines_as_they_are(lines):
    first, *_ = widgets_of(lines)

    look_around(first)

    assert [each.text() for each in widgets_of(lines)] == ["een", "twee", "drie"]
    assert lines.heightForWidth(40) > lines.heightForWidth(4000)


def test_a_widget_that_goes_leaves_its_line(lines, qtbot):
    first, second, third = widgets_of(lines)
    second.deleteLater()

    qtbot.waitUntil(lambda: not isValid(second))
    assert widgets_of(lines) == [first, third]


def test_a_widget_that_is_taken_out_is_not_thrown_away(lines):
    first, *_ = widgets_of(lines)

    taken = lines.takeAt(0)
    lines.removeWidget(first)

    assert taken.widget() is first
    assert isValid(first)
    assert lines.count() == 2
    assert lines.takeAt(7) is None


def test_what_held_the_widgets_goes_with_the_lines(qapp):
    around = QWidget()
    made = FlowLayout()
    for text in ("een", "twee", "drie"):
        made.addWidget(QPushButton(text))
    column(around).addLayout(made)
    items = [weakref.ref(made.itemAt(place)) for place in range(3)]

    around.deleteLater()
    del around, made
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()

    assert [each() for each in items] == [None] * 3
