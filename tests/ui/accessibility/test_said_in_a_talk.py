"""Every change that is seen in a beraad is also said, once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from beraad.records import Consideration, Participant, PhaseKey, Stakeholder, new_id
from beraad.ui import announce as announcing
from beraad.ui.hearing import objects
from beraad.ui.widgets.parts import button
from beraad.ui.widgets.record_list import RecordList
from beraad.ui.widgets.text_field import TextField
from tests.editing.support import furnished


class Recorder:
    def __init__(self):
        self.said = []

    def give_back_name(self):
        """Nothing was said in the name of a window."""

    def forget(self, text):
        """What is said already cannot be taken back."""

    def say(self, widget, text, *, urgent=False):
        self.said.append(text)


@pytest.fixture
def talk(screen_of, monkeypatch):
    """A screen of a beraad in sight, and what is said from now on."""
    people = tuple(Stakeholder(id=new_id(), name=name) for name in ("inwoner", "kind", "buur"))
    screen = screen_of(replace(furnished(), stakeholders=people, values=(), norms=()))
    screen.go_to(PhaseKey.PERSPECTIVES)
    recorder = Recorder()
    monkeypatch.setattr(announcing.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(announcing, "the_voice", lambda: recorder)
    return screen, recorder.said


def press(keys):
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(keys))


def rows(screen):
    return screen.findChild(RecordList, "list-stakeholders").rows


def remove(row):
    row.parentWidget().remove_wished.emit(row.item)


def test_a_row_says_which_one_it_is_and_is_a_group(talk):
    screen, _ = talk
    objects.install()
    shell = rows(screen)[1].parentWidget()
    told = QAccessible.queryAccessibleInterface(shell)

    assert shell.accessibleName() == "perspectief 2 van 3, kind"
    assert told.role() is QAccessible.Role.Grouping


def test_a_row_that_moves_says_where_to_and_that_it_cannot(talk):
    screen, said = talk
    rows(screen)[0].take_focus()

    press("Alt+Down")
    press("Alt+Up")
    press("Alt+Up")

    assert said == [
        "Verplaatst naar 2 van 3",
        "Verplaatst naar 1 van 3",
        "Staat al bovenaan, 1 van 3",
    ]
    assert rows(screen)[0].parentWidget().accessibleName() == "perspectief 1 van 3, inwoner"


def test_a_row_that_goes_says_so_and_gives_the_cursor_to_its_neighbour(talk):
    screen, said = talk
    went_to = []
    rows(screen)[2].take_focus()
    QApplication.instance().focusChanged.connect(lambda old, new: went_to.append(new))

    remove(rows(screen)[2])

    assert said == ["Perspectief verwijderd. Ctrl Z haalt terug."]
    assert [each for each in went_to if isinstance(each, QPushButton)] == []
    assert QApplication.focusWidget().toPlainText() == "kind"


def test_undo_and_redo_say_what_came_back(talk):
    screen, said = talk
    remove(rows(screen)[2])
    rows(screen)[0].take_focus()
    said.clear()

    press("Ctrl+Z")
    press("Ctrl+Y")
    press("Ctrl+Y")

    assert said == [
        "Weer terug: perspectief “buur”.",
        "Weer gedaan: perspectief.",
        "Niets weer gedaan.",
    ]


def test_what_came_back_is_seen_where_it_came_back(talk):
    screen, _ = talk
    remove(rows(screen)[2])
    rows(screen)[0].take_focus()

    press("Ctrl+Z")

    told = screen.findChild(RecordList, "list-stakeholders").findChild(QLabel, "told")
    assert told.text() == "Weer terug: perspectief “buur”."
    assert told.isVisible()


def test_the_clock_is_heard(talk):
    screen, said = talk
    rows(screen)[0].take_focus()

    press("Ctrl+K")
    press("Alt++")
    screen.clock.mark_passed.emit("De tijd voor deze ronde is om.")
    press("Ctrl+K")

    minutes = screen.clock.plan().here.minutes
    assert said[0].startswith("Klok loopt. Nog ")
    assert said[1] == f"Een minuut erbij: {minutes} minuten voor deze ronde."
    assert said[2] == "De tijd voor deze ronde is om."
    assert said[3].startswith("Klok gepauzeerd. ")


def test_revealing_and_hiding_are_heard(screen_of, monkeypatch, qtbot):
    person = Participant(id=new_id(), role="consulent")
    base = furnished()
    mine = Consideration(
        id=new_id(), participant_id=person.id, choice_id=base.option_a.id, value="rust"
    )
    screen = screen_of(replace(base, participants=(person,), considerations=(mine,)))
    screen.go_to(PhaseKey.CONSIDERATION)
    recorder = Recorder()
    monkeypatch.setattr(announcing.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(announcing, "the_voice", lambda: recorder)

    for name in ("reveal", "unreveal", "reveal"):
        screen.reveal.put_on("uit" if recorder.said[1:] else "")
        qtbot.mouseClick(screen.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    assert recorder.said == [
        "De groep ziet nu 1 afweging, niet van wie.",
        "De groep ziet nog geen afwegingen.",
        "De afwegingen staan klaar, maar het groepsscherm is uit. Zet het aan met Ctrl+B.",
    ]
    card = screen.findChild(QPushButton, "card-1")
    assert card.accessibleName() == "Schrijven, Deelnemer 1, consulent, begonnen"


def test_a_key_reads_where_we_are_and_another_the_help(talk):
    screen, said = talk
    question = screen._editor.session.dilemma.moral_question
    rows(screen)[0].take_focus()

    press("F2")
    where = " ".join(said)
    said.clear()
    press("Shift+F2")

    assert "Ronde 4 van 8" in where
    assert "Perspectieven, waarden en normen" in where
    assert question.rstrip("?") in where
    assert any(each.startswith("Vragen.") for each in said)
    assert any(each.startswith("Let op.") for each in said)
    assert not any("•" in each for each in said)


def test_what_is_kept_is_heard_when_it_is_asked_for(talk):
    screen, said = talk
    rows(screen)[0].take_focus()

    press("Ctrl+S")

    assert len(said) == 1
    assert said[0].startswith("bewaard ")


def test_a_tip_is_told_when_the_field_is_left_and_goes_with_a_key(talk, qapp, qtbot):
    screen, said = talk
    screen.go_to(PhaseKey.DILEMMA)
    question = next(
        each
        for each in screen.findChildren(TextField, "dilemma.moral_question")
        if each.isVisible()
    )
    said.clear()
    question.setFocus()
    question.selectAll()
    qtbot.keyClicks(question, "Hoe kan ik dit doen?")
    qtbot.waitUntil(lambda: screen.listening.about("dilemma") is not None)
    while_typing = list(said)
    before = question.accessibleDescription()
    described = []
    heard = qapp.focusChanged.connect(lambda *_: described.append(question.accessibleDescription()))

    press("Tab")
    qapp.focusChanged.disconnect(heard)
    qtbot.waitUntil(lambda: bool(said))
    press("F9")

    assert while_typing == []
    assert described[0] == before  # What changes about a field with the cursor is said twice.
    assert said[0].startswith("“Hoe” vraagt naar de aanpak")
    assert said[-1] == "Tip weggelegd."
    assert screen.listening.about("dilemma") is None


def test_a_slip_says_whose_it_is_and_which_option_a_letter_chose(talk, qtbot):
    screen, said = talk
    for role in ("jurist", "arts"):
        screen._editor.add("participants", Participant(id=new_id(), role=role))
    slips = screen.slips()
    qtbot.addWidget(slips)
    with qtbot.waitActive(slips):
        slips.show()
        slips.activateWindow()
    slips.take_focus()
    said.clear()

    other = next(sign for sign, who in slips._people.items() if who != slips._current)
    for each in (other, "b"):
        QTest.keyClick(slips.focusWidget(), each)

    assert said[0].startswith(f"Briefje van deelnemer {other}")
    assert said[1].startswith("B")
    assert said[1].endswith("gekozen")


def test_the_space_that_ends_a_word_presses_no_button(talk, qtbot):
    _, said = talk
    made, pressed = button("Naar de beraden"), []
    qtbot.addWidget(made)
    made.clicked.connect(lambda: pressed.append(True))
    made.show()

    qtbot.keyClicks(made, "de ")

    assert pressed == []
    assert said == ["Hier typ je geen tekst. Nog eens spatie drukt op de knop."]
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert pressed == [True]


def test_one_letter_is_a_key_of_a_screen_and_space_presses_after_it(talk, qtbot):
    made, pressed = button("Weghalen"), []
    qtbot.addWidget(made)
    made.clicked.connect(lambda: pressed.append(True))
    made.show()

    qtbot.keyClicks(made, "n ")

    assert pressed == [True]
