from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from beraad.group.compose import view_of
from beraad.group.state import GroupState
from beraad.records import Option, Part, Participant, PhaseKey, Progress, new_id
from beraad.ui.rondes.consideration_page import ConsiderationCard
from tests.editing.support import blank
from tests.group.test_group_view import texts_of

PEOPLE = (
    Participant(id=new_id(), role="jurist", name="Bram Jansen"),
    Participant(id=new_id(), role="gespreksleider", part=Part.FACILITATOR),
    Participant(id=new_id(), role=""),
    Participant(id=new_id(), role="consulent"),
)
JURIST, _, SECOND, CONSULENT = PEOPLE
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session_screen(screen_of):
    session = blank()
    return screen_of(
        replace(
            session,
            options=(*session.options, Option(id=new_id(), text="Samen bellen")),
            participants=PEOPLE,
            progress=Progress(phase=PhaseKey.CONSIDERATION),
        )
    )


@pytest.fixture
def slips(session_screen, qtbot):
    made = session_screen.slips()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.take_focus()
    return made


def keys(slips, text):
    """Type where the cursor is."""
    for sign in text:
        focus = slips.focusWidget()
        if sign == "\t":
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        else:
            QTest.keyClick(focus, sign)


def next_slip(slips):
    QTest.keyClick(slips.focusWidget(), Qt.Key.Key_Return, CTRL)


def readable(widget):
    found = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    texts = [each.text() for each in found if each.isVisibleTo(widget)]
    fields = widget.findChildren(QPlainTextEdit)
    return " ".join(texts + [each.toPlainText() for each in fields if each.isVisibleTo(widget)])


def cards(screen):
    session = screen._editor.session
    return [
        (one.participant_id, session.letter(one.choice_id), one.value, one.harm)
        for one in session.considerations
    ]


def test_a_pile_of_slips_is_typed_over_by_keyboard_alone(slips, session_screen):
    assert "Briefje van deelnemer 1 (jurist)" in readable(slips)
    keys(slips, "bzonnebloem\tklaproos")
    next_slip(slips)
    assert "Briefje van deelnemer 2" in readable(slips)
    keys(slips, "3crust\ttijd")
    assert "Briefje van deelnemer 3 (consulent)" in readable(slips)
    next_slip(slips)
    assert "Briefje van deelnemer 2" in readable(slips)
    keys(slips, "amoed")
    next_slip(slips)

    assert "Alle briefjes zijn overgetypt" in readable(slips)
    assert cards(session_screen) == [
        (JURIST.id, "B", "zonnebloem", "klaproos"),
        (CONSULENT.id, "C", "rust", "tijd"),
        (SECOND.id, "A", "moed", ""),
    ]


def test_what_was_typed_is_covered_and_not_for_the_group(slips, session_screen):
    keys(slips, "bzonnebloem\tklaproos")
    next_slip(slips)

    assert "zonnebloem" not in readable(slips)
    assert "klaproos" not in readable(slips)
    for state in (GroupState(), GroupState(revealed=session_screen.reveal.ids)):
        shown = " ".join(texts_of(view_of(session_screen._editor.session, state)))
        assert "zonnebloem" not in shown
    session_screen.reveal.everything(session_screen._editor.session)
    state = GroupState(revealed=session_screen.reveal.ids)
    assert "zonnebloem" in " ".join(texts_of(view_of(session_screen._editor.session, state)))


def test_a_slip_that_turns_out_to_be_of_somebody_else_goes_along(slips, session_screen, qtbot):
    keys(slips, "azorg")
    button = next(b for b in slips.findChildren(QPushButton) if b.text() == "3" and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert cards(session_screen) == [(CONSULENT.id, "A", "zorg", "")]
    assert "Briefje van deelnemer 3 (consulent)" in readable(slips)
    assert "zorg" in readable(slips)
    next_slip(slips)
    assert "Briefje van deelnemer 1" in readable(slips)


def test_an_empty_card_is_not_passed_over(slips, session_screen):
    next_slip(slips)

    assert "Op deze kaart staat nog niets." in readable(slips)
    assert "Briefje van deelnemer 1" in readable(slips)
    assert cards(session_screen) == []


def test_who_has_written_already_is_not_offered(session_screen, qtbot):
    session_screen._editor.weigh(JURIST.id, "value", "zonnebloem")
    made = session_screen.slips()
    qtbot.addWidget(made)
    made.show()

    assert "Briefje van deelnemer 2" in readable(made)
    numbers = [b.text() for b in made.findChildren(QPushButton) if b.text().isdigit()]
    assert numbers == ["2", "3"]
    assert "1 van 3 kaarten zijn begonnen" in readable(made)
    assert "zonnebloem" not in readable(made)


def test_when_all_have_written_one_still_presses_to_show_it(session_screen):
    for person in (JURIST, SECOND, CONSULENT):
        session_screen._editor.weigh(person.id, "value", "rust")

    session_screen.take_focus()
    assert session_screen.window().focusWidget().objectName() == "card-1"

    session_screen.reveal.everything(session_screen._editor.session)
    session_screen.take_focus()
    assert session_screen.window().focusWidget().objectName() != "reveal"


def test_the_way_back_is_always_there(slips, qtbot):
    with qtbot.waitSignal(slips.done):
        qtbot.mouseClick(slips.findChild(QPushButton, "to-session"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", ["type-slips", "pass-laptop"])
def test_an_open_card_is_covered_before_others_come_near(session_screen, qtbot, way):
    session_screen._editor.weigh(JURIST.id, "value", "zonnebloem")
    card = session_screen.findChild(ConsiderationCard)
    card.set_open(opened=True)
    assert "zonnebloem" in readable(session_screen)

    qtbot.mouseClick(session_screen.findChild(QPushButton, way), Qt.MouseButton.LeftButton)
    assert "zonnebloem" not in readable(session_screen)


def test_ronde_6_offers_it(session_screen, qtbot):
    button = session_screen.findChild(QPushButton, "type-slips")
    with qtbot.waitSignal(session_screen.slips_wished):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_screen_says_where_the_letter_of_a_choice_leads(slips):
    keys(slips, "b")
    assert isinstance(slips.focusWidget(), QPlainTextEdit)
    said = " ".join(each.text() for each in slips.findChildren(QLabel) if each.isVisible())
    assert "De cursor staat dan in de eerste tekst; Tab gaat naar de volgende." in said


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("1", "De kaart van deelnemer 1 is al begonnen."),
        ("7", "Een deelnemer 7 is er niet."),
        ("0", "Een deelnemer 0 is er niet."),
    ],
)
def test_a_number_that_is_no_slip_is_told_and_no_letter_counts_for_another(
    slips, session_screen, number, why
):
    keys(slips, "bzonnebloem")
    next_slip(slips)
    before = cards(session_screen)
    keys(slips, f"{number}a")

    assert why in readable(slips)
    assert "Hier staat nog het briefje van deelnemer 2." in readable(slips)
    assert cards(session_screen) == before
    keys(slips, "3amoed")
    assert cards(session_screen) == [*before, (CONSULENT.id, "A", "moed", "")]


def test_after_a_number_that_is_no_slip_tab_goes_on_with_this_one(slips, session_screen):
    keys(slips, "bzonnebloem")
    next_slip(slips)
    keys(slips, "1\t")
    for _ in slips._people:
        keys(slips, "\t")
    keys(slips, "c")
    assert cards(session_screen)[-1] == (SECOND.id, "C", "", "")
