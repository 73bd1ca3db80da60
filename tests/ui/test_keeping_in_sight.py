"""What gets the cursor comes in sight, with what it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollBar, QVBoxLayout, QWidget

from beraad.records import Id, Participant, PhaseKey
from beraad.ui.keeping_in_sight import SightKeeper
from beraad.ui.rondes.consideration_page import ConsiderationCard
from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.scroll import scrolled
from tests.editing.support import furnished

HALF_OF_A_LAPTOP = (683, 384)


@pytest.fixture
def screen(screen_of, look, qapp):
    look.choose_percent(200)
    roles = ("klantmanager", "jurist schuldhulpverlening", "beleidsmedewerker", "")
    people = tuple(Participant(id=Id(f"p{n}"), role=role) for n, role in enumerate(roles))
    talk = furnished()
    shown = screen_of(replace(talk, participants=(*talk.participants, *people)))
    SightKeeper(qapp, shown)
    shown.resize(*HALF_OF_A_LAPTOP)
    return shown


def test_after_esc_it_is_seen_whose_card_was_shut(screen, qtbot):
    screen.go_to(PhaseKey.CONSIDERATION)
    cards = screen.findChildren(ConsiderationCard)
    assert len(cards) > 2
    for card in cards:
        qtbot.waitUntil(card._toggle.isVisible)
        card._toggle.setFocus()
        card._toggle.click()
        qtbot.waitUntil(card.isAncestorOf(screen.focusWidget()).__bool__)
        for _ in range(4):
            QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(screen, Qt.Key.Key_Escape)
        assert not card.is_open
        assert card._toggle.hasFocus()
        qtbot.waitUntil(lambda card=card: is_whole(card._who) and is_whole(card._toggle))


def place(widget):
    seen = next(pages_around(widget)).viewport()
    top = widget.mapTo(seen, QPoint()).y()
    return top, top + widget.height(), seen.height()


def is_whole(widget):
    top, end, high = place(widget)
    return top >= 0 and end <= high


@pytest.fixture
def long_page(qtbot, qapp):
    """A window with more than fits, over which another window can come."""
    made, inner = QWidget(), QWidget()
    inside = QVBoxLayout(inner)
    for number in range(60):
        inside.addWidget(QPushButton(f"Knop {number}"))
    QVBoxLayout(made).addWidget(scrolled(inner))
    qtbot.addWidget(made)
    keeper = SightKeeper(qapp, made)
    made.resize(300, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    keeper.deleteLater()


def test_a_page_stays_where_it_was_left_when_its_window_is_turned_to_again(
    qtbot, long_page, other_window, turn_to
):
    first, *_, last = long_page.findChildren(QPushButton)
    turn_to(long_page)
    last.setFocus()
    qtbot.waitUntil(lambda: is_whole(last))
    page = next(pages_around(first))
    page.verticalScrollBar().setValue(0)
    for _ in range(2):
        turn_to(other_window)
        turn_to(long_page)
        assert last.hasFocus()
        assert page.verticalScrollBar().value() == 0


def test_what_got_the_cursor_while_one_was_away_is_in_sight_on_coming_back(
    qtbot, long_page, other_window, turn_to
):
    first, *_, last = long_page.findChildren(QPushButton)
    first.setFocus()
    turn_to(other_window)
    last.setFocus()
    turn_to(long_page)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: is_whole(last))


def grow(page, qtbot):
    """One more line above all others."""
    bar = page.verticalScrollBar()
    before = bar.maximum()
    page.widget().layout().insertWidget(0, QPushButton("Erbij"))
    qtbot.waitUntil(lambda: bar.maximum() > before)


def test_a_page_that_grows_is_waited_for_anew_each_time(qtbot, long_page, monkeypatch, turn_to):
    """A slow laptop makes a page over seconds."""
    (arriving,) = (each._arriving for each in long_page.children() if isinstance(each, SightKeeper))
    begun = []
    monkeypatch.setattr(arriving, "isActive", lambda: bool(begun))
    monkeypatch.setattr(arriving, "start", lambda: begun.append("now"))
    last = long_page.findChildren(QPushButton)[-1]
    turn_to(long_page)
    last.setFocus()
    qtbot.waitUntil(lambda: is_whole(last))
    for _ in range(3):
        waited = len(begun)
        grow(next(pages_around(last)), qtbot)
        qtbot.waitUntil(lambda waited=waited: len(begun) > waited)
        qtbot.waitUntil(lambda: is_whole(last))


def test_who_scrolls_is_not_taken_back_by_a_page_that_grows(qtbot, long_page, turn_to):
    last = long_page.findChildren(QPushButton)[-1]
    turn_to(long_page)
    last.setFocus()
    page = next(pages_around(last))
    qtbot.waitUntil(lambda: is_whole(last))
    page.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderToMinimum)
    grow(page, qtbot)
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == 0
