"""What is no date and no number stays in sight, is named, and survives closing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from beraad.records import Agreement, PhaseKey, Recurrence, new_id
from beraad.records.anatomy import Address
from beraad.ui.rondes.consideration_fields import ConsiderationFields
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.fields import PLACE
from beraad.ui.widgets.number_field import NumberField
from tests.editing.support import blank


@pytest.fixture
def screen(screen_of):
    made = screen_of()
    made._editor.add("agreements", Agreement(id=new_id(), what="Bellen", role="jurist"))
    made._editor.edit(Address("conclusion", "recurrence"), Recurrence.YES)
    made.go_to(PhaseKey.CONCLUSION)
    return made


def field_of(screen, kind, name):
    return next(each for each in screen.findChildren(kind, name) if each.isVisible())


def write(qtbot, field, text, *, leave=True):
    line = field.findChild(QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    if leave:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    return line


def nog_open(screen):
    return next(
        (
            each.text()
            for each in screen.findChildren(QLabel)
            if each.isVisible() and each.text().startswith("Nog open:")
        ),
        "",
    )


@pytest.mark.parametrize("typed", ["1.12.1926", "1-12-2028", "3-3-2025"])
def test_a_day_of_a_beraad_more_than_a_year_away_is_asked_about(screen, qtbot, typed):
    screen.go_to(PhaseKey.OPENING)
    held_on = field_of(screen, DateField, "opening.held_on")

    write(qtbot, held_on, typed)

    asked = held_on.findChild(QLabel, "why")
    assert asked.isVisible()
    assert "Klopt dat?" in asked.text()


def test_an_unreadable_date_is_named_in_nog_open_and_comes_back_with_the_beraad(
    screen, qtbot, screen_of
):
    due = field_of(screen, DateField, "agreements.due")
    write(qtbot, due, "29-2-2027")

    assert "“29-2-2027” bij Wanneer is nog geen datum." in nog_open(screen)
    assert screen._editor.session.agreements[0].due is None

    session = screen._editor.session
    again = screen_of(session.__class__(**{**_fields(session), "id": new_id()}))
    shown = field_of(again, DateField, "agreements.due")
    assert shown.findChild(QLineEdit).text() == "29-2-2027"
    assert shown.findChild(QLabel, "why").text() == "februari 2027 heeft 28 dagen."
    assert "29-2-2027" in nog_open(again)

    write(qtbot, shown, "28-2-2027")
    assert again._editor.session.as_typed == ()
    assert again._editor.session.agreements[0].due == date(2027, 2, 28)
    assert "nog geen datum" not in nog_open(again)


def _fields(session):
    return {name: getattr(session, name) for name in session.__dataclass_fields__}


def test_a_number_of_times_is_not_glued_and_named(screen, qtbot):
    count = field_of(screen, NumberField, "conclusion.recurrence_count")
    write(qtbot, count, "3-4")

    assert screen._editor.session.conclusion.recurrence_count is None
    assert "“3-4” bij Ongeveer hoe vaak is nog geen getal." in nog_open(screen)


def test_a_typed_date_is_one_undo_and_shows_again_what_was_there(screen, qtbot):
    due = field_of(screen, DateField, "agreements.due")
    line = write(qtbot, due, "1 december")
    assert screen._editor.session.agreements[0].due == date(2026, 12, 1)

    QTest.keySequence(line, QKeySequence("Ctrl+Z"))
    assert screen._editor.session.agreements[0].due is None
    assert line.text() == ""
    QTest.keySequence(line, QKeySequence("Ctrl+Y"))
    assert line.text() == "1 dec 2026"


def test_what_is_half_typed_is_kept_after_every_key(screen, qtbot):
    due = field_of(screen, DateField, "agreements.due")
    write(qtbot, due, "17 nov", leave=False)

    place = due.property(PLACE)
    screen._workspace.keep()
    assert screen._workspace._home.session.typed_at(place) == "17 nov"
    assert screen._editor.session.agreements[0].due is None


def test_going_to_another_ronde_by_key_takes_the_date_along(screen, qtbot):
    due = field_of(screen, DateField, "agreements.due")
    line = write(qtbot, due, "1 december", leave=False)

    QTest.keySequence(line, QKeySequence("Ctrl+1"))

    assert screen._editor.session.agreements[0].due == date(2026, 12, 1)


def test_how_certain_somebody_is_stays_as_typed_before_the_card_exists(screen_of, qtbot):
    from beraad.records import Participant

    session = blank()
    person = Participant(id=new_id(), role="jurist")
    screen = screen_of(session)
    screen._editor.add("participants", person)
    card = ConsiderationFields(screen._maker, person.id)
    qtbot.addWidget(card)
    field = card.findChild(NumberField, "considerations.certainty")
    field.take("zeer")

    assert screen._editor.session.typed_at(f"considerations.certainty.{person.id}") == "zeer"
    assert screen._editor.session.considerations == ()
    field.take("4")
    assert screen._editor.session.consideration_of(person.id).certainty == 4
    assert screen._editor.session.as_typed == ()


def test_undo_brings_the_place_in_sight(screen, qtbot):
    screen.go_to(PhaseKey.CASE)
    screen._editor.edit(Address("case", "friction"), "wringt")
    screen.go_to(PhaseKey.CONCLUSION)

    screen.undo()

    assert screen._editor.session.progress.phase is PhaseKey.CASE
    assert screen.focusWidget().objectName() == "case.friction"
