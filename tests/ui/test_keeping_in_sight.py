"""What gets the cursor comes in sight, with what it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from beraad.records import Id, Participant, PhaseKey
from beraad.ui.keeping_in_sight import SightKeeper
from beraad.ui.rondes.consideration_page import ConsiderationCard
from beraad.ui.widgets.around import pages_around
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
