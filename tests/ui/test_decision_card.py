from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from beraad.privacy.find import Certainty, FindKind
from beraad.privacy.review.survey import Finding, Place
from beraad.records.anatomy import Address
from beraad.ui.review.decision_card import DecisionCard
from beraad.ui.review.finding_list import Row, outcome


def row(**changes):
    given = {
        "key": "age:52",
        "kind": FindKind.AGE,
        "text": "52 jaar",
        "reason": "leeftijd van iemand",
        "certainty": Certainty.LIKELY,
        "places": (Place(address=Address("case", "situation"), start=0, end=7),),
        "suggestion": "[leeftijd]",
        "generalised": "in de vijftig",
        "replacement_in_force": None,
        "decision": None,
    }
    return Row(finding=Finding(**{**given, **changes}), where="ronde 1", context="zij is 52 jaar")


@pytest.fixture
def card(look, qtbot):
    made = DecisionCard()
    qtbot.addWidget(made)
    made.show_row(row())
    made.show()
    return made


def test_something_more_general_is_proposed_first(card, qtbot):
    with qtbot.waitSignal(card.generalised) as told:
        card.choose_first()

    assert told.args == ["age:52", "in de vijftig"]
    general = card.findChild(QPushButton, "generalise")
    assert "in de vijftig" in general.text()
    with qtbot.waitSignal(card.generalised):
        qtbot.mouseClick(general, Qt.MouseButton.LeftButton)


def test_without_something_more_general_it_is_taken_out(card, qtbot):
    card.show_row(row(generalised=""))

    assert not card.findChild(QPushButton, "generalise").isVisible()
    with qtbot.assertNotEmitted(card.generalised):
        card.generalise()
    with qtbot.waitSignal(card.removed):
        card.choose_first()


def test_enter_leaves_what_reads_as_a_plain_word(card, qtbot):
    card.show_row(row(key="verb", text="wil", generalised="", rather_stays=True))

    assert "laten staan?" in outcome(row(rather_stays=True).finding)
    with qtbot.assertNotEmitted(card.removed), qtbot.waitSignal(card.kept) as told:
        card.choose_first()
    assert told.args == ["verb", "Dit is geen naam"]


def test_a_screen_reader_hears_what_why_and_where(card):
    heard = card.accessibleName()

    for part in ("Leeftijd", "ronde 1", "52 jaar", "leeftijd van iemand", "zij is 52 jaar"):
        assert part in heard


def test_another_place_asks_nothing_yet(card):
    card.leave()
    assert card.asks

    card.show_row(row(key="age:9", text="9 jaar"))

    assert not card.asks


def test_a_reason_can_be_typed_at_once(card, qtbot):
    card.leave()
    qtbot.waitUntil(lambda: card.findChild(QPushButton, "reason-1").hasFocus())
    with qtbot.assertNotEmitted(card.kept):
        for letter in "Weet ieder al":
            QTest.keyClick(QApplication.focusWidget(), letter)

    entry = card.findChild(QLineEdit, "reason")
    assert entry.text() == "Weet ieder al"
    with qtbot.waitSignal(card.kept) as told:
        QTest.keyClick(entry, Qt.Key.Key_Return)
    assert told.args == ["age:52", "Weet ieder al"]


def test_where_nothing_else_can_stand_nothing_else_is_offered(card, qtbot):
    card.show_row(row(text="ik", generalised="iemand", bound=True))

    for name in ("take-out", "otherwise"):
        assert not card.findChild(QPushButton, name).isVisible()
    with qtbot.assertNotEmitted(card.removed):
        card.take_out()
    card.write_other()
    assert not card.asks
    with qtbot.waitSignal(card.generalised):
        card.choose_first()
