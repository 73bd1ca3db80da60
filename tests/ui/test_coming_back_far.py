"""Coming back to a signal that stands far on in its lane makes no card of all those before it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from beraad.records import Id
from beraad.signals.life import Lane
from beraad.ui.signals.lane_lines import lane_of_all
from beraad.ui.signals.lane_view import LaneView
from beraad.ui.signals.signal_card import SignalCard
from tests.conftest import TODAY
from tests.signals.support import line

MANY = 400


@pytest.fixture
def lane(qtbot):
    made = LaneView(Lane.WAITING)
    qtbot.addWidget(made)
    made.resize(500, 800)
    made.show()
    show(made)
    qtbot.waitUntil(made.is_filled)
    return made


def show(lane):
    lane.show_lines(lane_of_all([line(number) for number in range(MANY)]), today=TODAY)


def cards(lane):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return lane.findChildren(SignalCard)


def said(lane):
    QApplication.processEvents()
    return " ".join(each.text() for each in lane.findChildren(QLabel) if each.isVisibleTo(lane))


def id_of(number):
    return line(number).id


def test_one_far_on_is_shown_apart_and_has_the_focus(lane):
    before = len(cards(lane))
    assert lane.take_focus(id_of(MANY - 1))
    assert len(cards(lane)) == before + 1
    assert "Verderop in deze rij, nummer 400 van 400:" in said(lane)
    (card,) = [each for each in cards(lane) if each.line.id == id_of(MANY - 1)]
    assert card.isAncestorOf(QApplication.focusWidget())


def test_what_was_shown_apart_opens_as_any(lane, qtbot):
    lane.take_focus(id_of(MANY - 1))
    with qtbot.waitSignal(lane.opened) as opened:
        QApplication.focusWidget().click()
    assert opened.args[0] == id_of(MANY - 1)


def test_it_goes_when_the_lane_is_shown_anew(lane):
    lane.take_focus(id_of(MANY - 1))
    show(lane)
    assert "Verderop" not in said(lane)
    assert all(each.line.id != id_of(MANY - 1) for each in cards(lane))


def test_one_of_the_next_cards_is_found_among_them_with_those_behind_it(lane):
    before = len(cards(lane))
    assert lane.take_focus(id_of(before))
    assert len(cards(lane)) == before + 24
    assert "Verderop" not in said(lane)


def test_one_that_is_not_there_is_not_found(lane):
    assert not lane.take_focus(Id("niemand"))
