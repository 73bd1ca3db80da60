from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from beraad.phases.rondes import PHASES
from beraad.records import Moment, PhaseKey, new_id
from beraad.ui.widgets.field_page import FieldPage
from tests.editing.support import furnished


def tab(*, back=False):
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    QTest.keyClick(QApplication.focusWidget(), key)
    return QApplication.focusWidget()


def name(widget):
    return widget.objectName()


def test_a_row_that_was_added_later_is_reached_where_it_stands(screen_of):
    screen = screen_of()
    screen.go_to(PhaseKey.CASE)
    screen._editor.add("timeline", Moment(id=new_id(), when="dag 1"))
    screen._editor.add("timeline", Moment(id=new_id(), when="dag 0"), index=0)

    visited = [name(tab()) for _ in range(7)]

    row = ["timeline.when", "timeline.what"]
    assert visited == ["case.hot_moment", "case.friction", *row, *row, "add-timeline"]
    assert QApplication.focusWidget().mapTo(screen, QPoint()).y() > 0


def test_tab_and_back_end_where_they_began(screen_of):
    screen = screen_of(furnished())
    screen.go_to(PhaseKey.PERSPECTIVES)
    begun = QApplication.focusWidget()

    visited = [tab() for _ in range(12)]
    returned = [tab(back=True) for _ in range(12)]

    assert returned == [*reversed(visited[:-1]), begun]


@pytest.mark.parametrize("phase", [PhaseKey.OPENING, *(each.key for each in PHASES)])
def test_every_stop_of_a_page_comes_before_the_guide(screen_of, phase):
    screen = screen_of(furnished())
    screen.go_to(phase)
    page = next(each for each in screen.findChildren(FieldPage) if each.isVisible())
    first = QApplication.focusWidget()

    inside = [page.isAncestorOf(first)]
    while tab() is not first and len(inside) < 200:
        inside.append(page.isAncestorOf(QApplication.focusWidget()))

    assert [before and not after for before, after in pairwise(inside)].count(True) == 1


def test_no_page_comes_as_a_window_of_its_own(screen_of, qtbot):
    screen = screen_of(furnished())
    lost = []
    QApplication.instance().focusWindowChanged.connect(lost.append)

    qtbot.waitUntil(lambda: len(screen.findChildren(FieldPage)) == len(PHASES) + 1)

    assert lost == []
    assert screen.isActiveWindow()


def test_the_focus_leaves_a_row_that_goes(screen_of):
    screen = screen_of()
    screen.go_to(PhaseKey.CASE)
    screen._editor.add("timeline", Moment(id=new_id(), when="dag 1"))
    going = screen.findChild(QWidget, "timeline.when")
    going.setFocus()

    screen._editor.undo()

    left = QApplication.focusWidget()
    assert left is not None
    assert left.isVisible()
    assert left is not going


def test_the_focus_leaves_a_screen_that_is_hidden(screen_of, qtbot):
    screen = screen_of()
    other = QLineEdit(screen.parentWidget())
    qtbot.addWidget(other)
    screen.go_to(PhaseKey.CASE)

    screen.hide()

    assert QApplication.focusWidget() is None
