"""One decision for all open places of one kind, by keys and by buttons."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton

from beraad.publishing.layers import PUBLICATIONS
from beraad.records import CaseAccount, Layer, Verdict
from beraad.ui.review.screen import ReportScreen
from tests.conftest import NOW
from tests.editing.support import blank

SHIFT = Qt.KeyboardModifier.ShiftModifier
AGES = "Hij is 12 jaar. Zij is 34 jaar. Een man van 56 jaar. Een schuld van 1234 euro."


@pytest.fixture
def screen(workspace_of, look, qtbot):
    session = replace(blank(), case=CaseAccount(situation=AGES))
    made = ReportScreen(workspace_of(session), look, PUBLICATIONS[Layer.WORK], today=NOW.date)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def at_an_age(screen):
    view = screen.findChild(QListView, "findings")
    model = view.model()
    row = next(i for i in range(model.rowCount()) if "Leeftijd" in model.index(i).data())
    view.setCurrentIndex(model.index(row))
    view.setFocus()
    return view


def decided(screen):
    return {one.key: one for one in screen._workspace.editor.session.decisions}


def test_all_of_one_kind_are_said_more_generally_at_once_and_that_is_one_step(screen, qtbot):
    qtbot.keyClick(at_an_age(screen), Qt.Key.Key_G, SHIFT)

    assert {one.replacement for one in decided(screen).values()} == {
        "een tiener", "in de dertig", "in de vijftig",
    }  # fmt: skip
    screen._workspace.editor.undo()
    assert not decided(screen)


def test_all_of_one_kind_stay_for_one_reason(screen, qtbot):
    qtbot.keyClick(at_an_age(screen), Qt.Key.Key_L, SHIFT)
    qtbot.keyClick(screen.findChild(QPushButton, "reason-1"), Qt.Key.Key_1)

    assert set(decided(screen)) == {"age:12", "age:34", "age:56"}
    assert all(one.verdict is Verdict.KEEP and one.reason for one in decided(screen).values())


def test_leaving_one_after_thinking_of_all_leaves_one(screen, qtbot):
    view = at_an_age(screen)
    qtbot.keyClick(view, Qt.Key.Key_L, SHIFT)
    qtbot.keyClick(screen.findChild(QPushButton, "reason-1"), Qt.Key.Key_Escape)
    qtbot.keyClick(view, Qt.Key.Key_L)
    qtbot.keyClick(screen.findChild(QPushButton, "reason-1"), Qt.Key.Key_1)

    assert len(decided(screen)) == 1


def test_the_buttons_do_the_same_and_say_how_many(screen, qtbot):
    at_an_age(screen)
    take_out = screen.findChild(QPushButton, "take-out-all")
    assert take_out.isVisible()
    qtbot.mouseClick(take_out, Qt.MouseButton.LeftButton)

    assert set(decided(screen)) == {"age:12", "age:34", "age:56"}
    assert not take_out.isVisible()
