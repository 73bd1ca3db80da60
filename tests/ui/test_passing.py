from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from beraad.phases.consideration import VALUE
from beraad.records import (
    Consideration,
    Part,
    Participant,
    PhaseKey,
    PrivateNote,
    Progress,
    new_id,
)
from beraad.ui.rondes.consideration_fields import ConsiderationFields
from beraad.ui.widgets.text_field import TextField
from tests.editing.support import blank

PEOPLE = (
    Participant(id=new_id(), role="jurist", name="Bram Jansen"),
    Participant(id=new_id(), role="gespreksleider", part=Part.FACILITATOR),
    Participant(id=new_id(), role=""),
    Participant(id=new_id(), role="consulent"),
)
NOTE = "let op de stilte"


@pytest.fixture
def session_screen(screen_of):
    session = replace(
        blank(),
        participants=PEOPLE,
        private_notes=(PrivateNote(id=new_id(), phase=PhaseKey.CONSIDERATION, text=NOTE),),
        progress=Progress(phase=PhaseKey.CONSIDERATION),
    )
    return screen_of(session)


@pytest.fixture
def passing(session_screen, qtbot):
    made = session_screen.passing()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shown(widget):
    found = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    texts = [each.text() for each in found if each.isVisibleTo(widget)]
    fields = widget.findChildren(QPlainTextEdit)
    return texts + [each.toPlainText() for each in fields if each.isVisibleTo(widget)]


def press(qtbot, widget, name):
    button = widget.findChild(QPushButton, name)
    assert button.isVisibleTo(widget), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def focus_after(passing, key):
    closing = passing.findChild(QPushButton, "close-card")
    closing.setFocus()
    QTest.keyClick(closing, key)
    return QApplication.focusWidget()


def write(qtbot, widget, text):
    name = f"{VALUE.section}.{VALUE.name}"
    field = next(e for e in widget.findChildren(TextField, name) if e.isVisibleTo(widget))
    field.setFocus()
    qtbot.keyClicks(field, text)


def test_each_writes_on_an_empty_card_and_sees_no_other(passing, session_screen, qtbot):
    editor = session_screen._editor
    for who, value in (("jurist", "rust"), ("deelnemer 2", "zorg"), ("consulent", "moed")):
        assert who in " ".join(shown(passing))
        press(qtbot, passing, "open-card")
        before = " ".join(shown(passing))
        assert not [said for said in ("rust", "zorg", "moed", NOTE, "Bram") if said in before]
        write(qtbot, passing, value)
        press(qtbot, passing, "close-card")
        assert value not in " ".join(shown(passing))

    assert "Iedereen heeft geschreven" not in shown(passing)
    assert "Er is geen lege kaart meer" in shown(passing)
    assert [one.value for one in editor.session.considerations] == ["rust", "zorg", "moed"]


def test_there_is_no_way_back_to_the_talk_while_a_card_is_open(passing, qtbot):
    assert passing.findChild(QPushButton, "to-session").isVisibleTo(passing)
    press(qtbot, passing, "open-card")
    assert not passing.findChild(QPushButton, "to-session").isVisibleTo(passing)
    press(qtbot, passing, "close-card")
    with qtbot.waitSignal(passing.done):
        press(qtbot, passing, "to-session")


def test_who_has_written_is_not_asked_again(session_screen, qtbot):
    session_screen._editor.weigh(PEOPLE[0].id, "value", "rust")
    again = session_screen.passing()
    qtbot.addWidget(again)
    again.show()
    press(qtbot, again, "skip-card")
    assert "consulent" in " ".join(shown(again))
    press(qtbot, again, "skip-card")
    assert "Iedereen heeft geschreven" not in shown(again)
    assert "Er is geen lege kaart meer" in shown(again)
    assert "3 van de 3 kaarten zijn nog niet af." in " ".join(shown(again))


def test_the_choice_shows_on_the_open_card(passing, session_screen, qtbot):
    press(qtbot, passing, "open-card")
    card = passing.findChild(ConsiderationFields)
    choice = card._choice.findChildren(QPushButton)[1]
    qtbot.waitUntil(lambda: choice.height() > 10)
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)

    assert choice.isChecked()
    (mine,) = session_screen._editor.session.considerations
    assert mine.choice_id == session_screen._editor.session.option_b.id


def test_the_ronde_offers_to_pass_the_laptop_only_to_somebody(screen_of):
    screen = screen_of(replace(blank(), progress=Progress(phase=PhaseKey.CONSIDERATION)))
    assert not screen.findChild(QPushButton, "pass-laptop").isVisibleTo(screen)


def test_onthul_tells_how_it_stands(session_screen, qtbot):
    reveal = session_screen.findChild(QPushButton, "reveal")
    assert not reveal.isEnabled()
    session_screen._editor.weigh(PEOPLE[0].id, "value", "rust")
    assert "De groep ziet nog geen afwegingen." in shown(session_screen)
    press(qtbot, session_screen, "reveal")
    press(qtbot, session_screen, "reveal-all-the-same")
    told = shown(session_screen)
    assert (
        "De afwegingen staan klaar, maar het groepsscherm is uit. Zet het aan met Ctrl+B." in told
    )
    session_screen.reveal.put_on("")
    told = "De groep ziet nu alle afwegingen. Van wie ze zijn, staat er niet bij."
    assert told in shown(session_screen)
    session_screen._editor.weigh(PEOPLE[2].id, "value", "zorg")
    assert reveal.isEnabled()
    assert "Wat na het tonen is begonnen, ziet de groep nog niet." in shown(session_screen)


def choose(screen, *people):
    for person in people:
        screen._editor.weigh(person.id, "choice_id", screen._editor.session.option_a.id)


def test_one_card_is_shown_to_the_group_only_after_a_question(session_screen, qtbot):
    weighing = [one for one in session_screen._editor.session.participants if one.weighs]
    choose(session_screen, weighing[0])
    reveal, sure = (
        session_screen.findChild(QPushButton, name) for name in ("reveal", "reveal-all-the-same")
    )
    assert not sure.isVisible()
    reveal.setFocus()
    for _ in range(2):
        qtbot.keyClick(reveal, Qt.Key.Key_Return)
        assert session_screen.reveal.ids == frozenset()
        assert session_screen.focusWidget() is reveal
    asked = f"1 van de {len(weighing)} kaarten is begonnen. Dan weet iedereen van wie die is."
    assert f"{asked} Toch tonen?" in shown(session_screen)

    qtbot.keyClick(reveal, Qt.Key.Key_Tab)
    assert session_screen.focusWidget() is sure
    qtbot.keyClick(sure, Qt.Key.Key_Return)
    assert len(session_screen.reveal.ids) == 1
    assert not sure.isVisible()
    assert session_screen.focusWidget() is reveal


def test_another_card_takes_the_question_away(session_screen, qtbot):
    weighing = [one for one in session_screen._editor.session.participants if one.weighs]
    choose(session_screen, weighing[0])
    press(qtbot, session_screen, "reveal")
    choose(session_screen, *weighing[1:])
    assert not session_screen.findChild(QPushButton, "reveal-all-the-same").isVisible()
    press(qtbot, session_screen, "reveal")
    assert len(session_screen.reveal.ids) == len(weighing)


def test_showing_and_hiding_leave_the_cursor_where_it_is(session_screen, qtbot):
    """A reader that hears of another focus says that, and not what the group sees now."""
    choose(session_screen, *PEOPLE)
    reveal, hide = (session_screen.findChild(QPushButton, name) for name in ("reveal", "unreveal"))
    reveal.setFocus()
    qtbot.keyClick(reveal, Qt.Key.Key_Space)
    assert session_screen.focusWidget() is reveal
    assert hide.isVisible()
    hide.setFocus()
    qtbot.keyClick(hide, Qt.Key.Key_Space)
    assert session_screen.focusWidget() is hide
    assert hide.isVisible()
    reveal.setFocus()
    qtbot.waitUntil(lambda: not hide.isVisible())


def test_another_window_leaves_the_cursor_on_weer_verbergen(session_screen, qtbot):
    """The group's screen may lie in front for a while: the next Enter is no other button's."""
    choose(session_screen, *PEOPLE)
    reveal, hide = (session_screen.findChild(QPushButton, name) for name in ("reveal", "unreveal"))
    with qtbot.waitActive(session_screen):
        session_screen.activateWindow()
    qtbot.keyClick(reveal, Qt.Key.Key_Space)
    hide.setFocus()
    qtbot.keyClick(hide, Qt.Key.Key_Space)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    with qtbot.waitActive(session_screen):
        session_screen.activateWindow()

    assert QApplication.focusWidget() is hide
    with qtbot.assertNotEmitted(session_screen.passing_wished, wait=0):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert session_screen.reveal.ids == frozenset()


def test_a_question_that_goes_by_itself_leaves_the_cursor_on_what_asked_it(session_screen, qtbot):
    choose(session_screen, PEOPLE[0])
    press(qtbot, session_screen, "reveal")
    session_screen.findChild(QPushButton, "reveal-all-the-same").setFocus()

    choose(session_screen, *PEOPLE)

    assert session_screen.focusWidget().objectName() == "reveal"


def test_tab_goes_over_the_card_to_the_button_that_closes_it(passing, qtbot):
    press(qtbot, passing, "open-card")
    card = passing.findChild(ConsiderationFields)

    first, last = (focus_after(passing, key) for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab))
    assert card.isAncestorOf(first)
    assert card.isAncestorOf(last)
    assert first.mapTo(passing, QPoint()).y() < last.mapTo(passing, QPoint()).y()


def test_no_enter_too_many_shows_the_afwegingen(screen_of, qtbot):
    """Who opens a beraad again, or comes back to this ronde, stands on a card."""
    session = blank()
    cards = tuple(
        Consideration(
            id=new_id(), participant_id=who.id, value="rust", choice_id=session.options[0].id
        )
        for who in PEOPLE
    )
    screen = screen_of(
        replace(
            session,
            participants=PEOPLE,
            considerations=cards,
            progress=Progress(phase=PhaseKey.CONSIDERATION),
        )
    )
    screen.take_focus()
    assert screen.focusWidget().objectName().startswith("card-")
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert screen.reveal.ids == frozenset()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
@pytest.mark.parametrize("name", ["close-card", "skip-card"])
def test_a_key_pressed_once_more_does_nothing_else(passing, qtbot, name, key):
    """Who presses a key twice opens no card of another."""
    if name == "close-card":
        press(qtbot, passing, "open-card")
    pressed = passing.findChild(QPushButton, name)
    pressed.setFocus()
    qtbot.keyClick(pressed, key)
    before = shown(passing)
    with qtbot.assertNotEmitted(passing.done, wait=0):
        for _ in range(3):
            qtbot.keyClick(QApplication.focusWidget(), key)
    assert shown(passing) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_that_is_held_opens_a_card_and_chooses_nothing_on_it(
    passing, session_screen, qtbot, key
):
    opening = passing.findChild(QPushButton, "open-card")
    opening.setFocus()
    qtbot.keyClick(opening, key)
    for _ in range(3):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True, 1)
        QApplication.sendEvent(QApplication.focusWidget(), event)
    assert passing.findChild(ConsiderationFields).isVisibleTo(passing)
    assert session_screen._editor.session.considerations == ()


def test_the_last_key_leads_nowhere(passing, qtbot):
    for _ in range(2):
        press(qtbot, passing, "skip-card")
    skip = passing.findChild(QPushButton, "skip-card")
    skip.setFocus()
    with qtbot.assertNotEmitted(passing.done, wait=0):
        for _ in range(2):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not skip.isVisible()


def test_from_whose_turn_it_is_tab_goes_to_the_card(passing, qtbot):
    passing.take_focus()
    for name in ("open-card", "skip-card", "to-session"):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget().objectName() == name


def last_of(screen, qtbot):
    made = screen.passing()
    qtbot.addWidget(made)
    made.show()
    return " ".join(shown(made))


def test_everybody_has_written_only_when_no_card_lacks_anything(session_screen, qtbot):
    editor = session_screen._editor
    option = editor.session.options[0].id
    weighing = [one for one in PEOPLE if one.weighs]
    for person in weighing[:-1]:
        for name, value in (("value", "rust"), ("harm", "tijd"), ("choice_id", option)):
            editor.weigh(person.id, name, value)
    editor.weigh(weighing[-1].id, "value", "moed")
    told = last_of(session_screen, qtbot)
    assert "Iedereen heeft geschreven" not in told
    assert "1 van de 3 kaarten is nog niet af." in told
    assert "ronde 6" in told

    editor.weigh(weighing[-1].id, "abstains", True)
    told = last_of(session_screen, qtbot)
    assert "Iedereen heeft geschreven" in told
    assert "niet af" not in told
