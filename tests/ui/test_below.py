"""Looking at what lies in a widget that stays holds nothing of what came and went in it."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QPushButton, QScrollBar, QWidget

from beraad.ui.keeping_focus import _stops
from beraad.ui.widgets.below import below
from beraad.ui.widgets.parts import column
from beraad.ui.widgets.scroll import scrolled


@pytest.fixture
def stays(qtbot):
    made = QWidget()
    column(made)
    qtbot.addWidget(made)
    made.show()
    return made


def a_text():
    return scrolled(QPlainTextEdit())


def bars_in_memory():
    gc.collect()
    return sum(isinstance(each, QScrollBar) for each in gc.get_objects())


def everything(container):
    return list(below(container, QWidget))


@pytest.mark.parametrize("look", [everything, lambda container: list(_stops(container))])
def test_what_went_is_held_by_nobody(stays, qapp, look):
    before = bars_in_memory()
    for _ in range(5):
        comes = a_text()
        stays.layout().addWidget(comes)
        look(stays)
        comes.deleteLater()
        del comes
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert bars_in_memory() <= before


def test_a_widget_comes_before_what_lies_in_it(stays):
    around = QWidget(stays)
    inner = QPushButton(around)
    after = QPushButton(stays)

    assert everything(stays) == [around, inner, after]
    assert list(below(stays, QAbstractButton)) == [inner, after]
