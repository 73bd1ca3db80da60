from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QPushButton

from beraad.phases.marks import Thresholds
from beraad.phases.plan_words import divided
from beraad.records import (
    Agreement,
    CaseState,
    Participant,
    PhaseKey,
    Progress,
    Setting,
    TimeSpent,
    new_id,
)
from beraad.records.anatomy import Address
from beraad.ui.rondes.late_panel import LatePanel
from beraad.ui.settings import Settings
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW
from tests.editing.support import blank, furnished


def with_seven(session):
    """So many weigh that the minutes are those of the tables."""
    there = sum(person.weighs for person in session.participants)
    more = (Participant(id=new_id(), role="consulent") for _ in range(7 - there))
    return replace(session, participants=(*session.participants, *more))


class Watch:
    """A clock that a test moves."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def talk(screen_of):
    """A running talk in a ronde, with minutes used before; `pass_on` lets seconds go by."""

    def make(phase=PhaseKey.CASE, **minutes):
        session = with_seven(furnished())
        spent = tuple(
            TimeSpent(id=new_id(), phase=PhaseKey(key), seconds=60 * each)
            for key, each in minutes.items()
        )
        screen = screen_of(replace(session, progress=Progress(phase=phase), time_spent=spent))
        watch = Watch()
        screen.clock._seconds = watch
        press(screen, "Ctrl+K")

        def pass_on(seconds):
            """A clock that ticks: it sleeps only when a test says so."""
            whole, rest = divmod(seconds, 60)
            for each in (*[60] * int(whole), rest):
                watch.now += each
                if each:
                    screen.clock.tick()

        screen.watch = watch

        screen.pass_on = pass_on
        return screen

    return make


def press(widget, keys):
    QTest.keySequence(widget, QKeySequence(keys))


def click(screen, name):
    QTest.mouseClick(screen.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def shown(screen):
    return [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]


def minutes_of(screen, phase):
    plan = screen.clock.plan()
    return next(share.minutes for share in plan.shares if share.key is phase)


def test_the_clock_counts_in_this_ronde_and_moves_nobody(talk):
    screen = talk()

    screen.pass_on(125)
    press(screen, "Ctrl+K")

    session = screen._editor.session
    assert session.seconds_in(PhaseKey.CASE) == 125
    assert session.progress.phase is PhaseKey.CASE
    assert "02:05" in shown(screen)
    assert "nog 6 min" in shown(screen)


def test_time_that_the_laptop_slept_counts_for_no_ronde(talk):
    screen = talk()
    screen.pass_on(60)
    screen.watch.now += 45 * 60
    press(screen, "Ctrl+2")

    assert screen._editor.session.seconds_in(PhaseKey.CASE) == 60
    screen.pass_on(30)
    press(screen, "Ctrl+K")
    assert screen._editor.session.seconds_in(PhaseKey.DILEMMA) == 30
    assert "De laptop sliep 45 minuten. Die tijd telt niet mee." in shown(screen)


def test_little_time_is_said_in_words_and_once_to_who_listens(talk):
    screen = talk()
    heard = []
    screen.clock.mark_passed.connect(heard.append)

    screen.pass_on(60)
    for seconds, expected in ((330, "nog 2 minuten"), (66, "bijna om"), (30, "1 min over")):
        screen.pass_on(seconds)
        screen.pass_on(1)
        assert expected in shown(screen)

    assert heard == [
        "Nog 2 minuten voor deze ronde.",
        "De tijd voor deze ronde is bijna om.",
        "De tijd voor deze ronde is om.",
    ]
    assert screen._editor.session.progress.phase is PhaseKey.CASE


def test_the_silent_writing_has_minutes_of_its_own_and_its_end_is_said_once(talk):
    screen = talk(PhaseKey.CONSIDERATION)
    heard = []
    screen.clock.mark_passed.connect(heard.append)
    screen.pass_on(60)
    assert "stil schrijven: nog 3 min" in shown(screen)
    assert divided(4, 11) in shown(screen)

    screen.pass_on(3 * 60)
    screen.pass_on(60)

    assert heard == ["De tijd om te schrijven is om. Nu het rondje."]
    assert "nu het rondje" in shown(screen)


@pytest.mark.parametrize("runs_before", [True, False])
def test_nobody_writes_in_silence_once_the_cards_were_shown(talk, runs_before):
    screen = talk(PhaseKey.CONSIDERATION)
    heard = []
    screen.clock.mark_passed.connect(heard.append)
    screen.pass_on(60)
    if not runs_before:
        press(screen, "Ctrl+K")

    screen.reveal.everything(screen._editor.session)
    assert "nu het rondje" in shown(screen)
    if not runs_before:
        press(screen, "Ctrl+K")
    screen.pass_on(1)
    assert "nu het rondje" in shown(screen)

    screen.reveal.nothing()
    assert "stil schrijven: nog 3 min" in shown(screen)
    screen.reveal.everything(screen._editor.session)
    screen.pass_on(5 * 60)
    assert heard == []


def test_another_ronde_says_nothing_by_being_entered(talk):
    screen = talk(case=1, dilemma=30)
    heard = []
    screen.clock.mark_passed.connect(heard.append)
    screen.pass_on(1)

    press(screen, "Ctrl+2")
    screen.pass_on(1)

    assert heard == []
    assert "23 min over" in shown(screen)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (lambda it: press(it, "Alt++"), lambda it: press(it, "Alt+-")),
        (lambda it: click(it, "minute-more"), lambda it: click(it, "minute-less")),
    ],
    ids=["keys", "mouse"],
)
def test_a_minute_more_or_less_is_no_edit(talk, more, less):
    screen = talk()

    more(screen)
    more(screen)
    assert minutes_of(screen, PhaseKey.CASE) == 10
    assert "nog 10 min" in shown(screen)
    less(screen)

    assert minutes_of(screen, PhaseKey.CASE) == 9
    assert not screen._editor.can_undo
    assert "9 minuten" in screen.findChild(QPushButton, "phase-case").accessibleName()


def test_ronde_6_keeps_its_minimum_whatever_is_taken(talk):
    screen = talk(PhaseKey.CONSIDERATION)

    for _ in range(20):
        press(screen, "Alt+-")
    assert minutes_of(screen, PhaseKey.CONSIDERATION) == 10
    press(screen, "Alt++")

    assert minutes_of(screen, PhaseKey.CONSIDERATION) == 11


def test_when_late_the_clock_offers_ways_and_can_be_told_not_now(talk):
    screen = talk(opening=7, case=10)
    assert not screen.findChild(QPushButton, "late").isVisible()

    screen.pass_on(61)
    assert "Jullie lopen 4 min uit." in shown(screen)
    click(screen, "not-now")
    screen.pass_on(60)
    assert not screen.findChild(QPushButton, "late").isVisible()

    screen.pass_on(120)
    assert "Jullie lopen 7 min uit." in shown(screen)
    assert screen._editor.session.progress.phase is PhaseKey.CASE


def test_shortening_says_what_it_brings_and_does_it(talk):
    screen = talk(PhaseKey.PERSPECTIVES, opening=58, perspectives=13)
    click(screen, "late")
    texts = " ".join(shown(screen)).replace("\N{NO-BREAK SPACE}", " ")
    assert "Jullie lopen 27 min uit. Verandert er niets" in texts
    assert "Alternatieven 6 → 2" in texts
    assert "Het is niet genoeg: jullie lopen dan nog 3 min uit." in texts

    click(screen, "shorten")

    assert minutes_of(screen, PhaseKey.CONCLUSION) == 6
    assert "Dat kan niet meer: wat nog komt, staat al op zijn minimum." in shown(screen)
    assert not screen.findChild(QPushButton, "shorten").isEnabled()
    assert not screen._editor.can_undo


def test_parking_from_the_panel_puts_the_cursor_in_the_parkeerplaats(talk):
    screen = talk(opening=20)
    press(screen, "Ctrl+T")
    before = len(screen._editor.session.parked)

    click(screen, "late-park")

    assert len(screen._editor.session.parked) == before + 1
    assert screen.focusWidget().objectName() == "parked.text"
    assert not screen.findChild(LatePanel).isVisible()


def test_a_second_meeting_is_kept_and_shown_in_ronde_8(talk, qtbot):
    screen = talk(opening=60)
    press(screen, "Ctrl+T")
    day = screen.findChild(LatePanel).findChild(QLineEdit)
    day.setFocus()
    qtbot.keyClicks(day, "7-12-2026")
    QTest.keyClick(day, Qt.Key.Key_Return)

    assert screen._editor.session.conclusion.second_meeting == date(2026, 12, 7)
    press(screen, "Ctrl+8")
    found = screen.findChildren(DateField, "conclusion.second_meeting")
    assert len(found) == 2
    assert {each.findChild(QLineEdit).text() for each in found} == {day.text()}


def test_the_panel_goes_with_escape_and_moves_nobody(talk):
    screen = talk()
    press(screen, "Ctrl+T")
    panel = screen.findChild(LatePanel)
    assert any(text.startswith("Jullie lopen niet uit.") for text in shown(screen))

    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Escape)

    assert not panel.isVisible()
    assert screen._editor.session.progress.phase is PhaseKey.CASE


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (8, "Start uiterlijk {} met de afweging, dan houden jullie tijd voor afspraken."),
        (50, "Begin nu met de afweging, dan houden jullie tijd voor afspraken."),
        (54, "Begin je nu met de afweging, dan is er 5 min te weinig voor ronde 6 tot en met 8."),
    ],
)
def test_the_clock_is_honest_about_when_the_afweging_has_to_start(talk, minutes, expected):
    screen = talk(opening=minutes)
    screen.pass_on(60)

    at = NOW.astimezone() + timedelta(minutes=50 - minutes - 1)
    assert expected.format(f"{at:%H:%M}") in shown(screen)


def test_the_menu_of_the_clock_keeps_when_it_speaks(talk, tmp_path):
    screen = talk()
    click(screen, "time-menu")
    menu = screen.findChild(QMenu)
    actions = {
        action.text(): action for each in menu.findChildren(QMenu) for action in each.actions()
    }
    assert actions["bij 20 % van de ronde"].isChecked()

    actions["bij 30 % van de ronde"].trigger()
    actions["vanaf 10 min te lang"].trigger()
    menu.close()

    assert Settings(tmp_path / "i.ini").thresholds == Thresholds(soon=30, late=10)
    assert screen.clock.thresholds.late == 10


def test_a_setting_that_makes_no_sense_is_the_usual_one(tmp_path):
    (tmp_path / "i.ini").write_text("[tijd]\neerst=boom\nbijna=77\nuitloop=5\n")

    assert Settings(tmp_path / "i.ini").thresholds == Thresholds(late=5)


def test_the_first_plan_comes_back(talk):
    screen = talk()
    press(screen, "Alt++")
    click(screen, "time-menu")
    back = next(
        action
        for action in screen.findChild(QMenu).actions()
        if action.text() == "Het eerste plan terug"
    )
    assert back.isEnabled()

    back.trigger()

    assert minutes_of(screen, PhaseKey.CASE) == 8


def test_ronde_8_shows_what_was_planned_and_used(talk):
    screen = talk(PhaseKey.CONCLUSION, case=11)
    fold = next(
        each for each in screen.findChildren(QPushButton) if "Tijd per ronde" in each.text()
    )
    fold.click()

    assert {"8 min", "11 min", "0 min"} <= set(shown(screen))


def test_ronde_8_has_no_times_when_the_clock_never_ran(screen_of):
    screen = screen_of(replace(blank(), progress=Progress(phase=PhaseKey.CONCLUSION)))

    assert not any(
        "Tijd per ronde" in each.text()
        for each in screen.findChildren(QPushButton)
        if each.isVisible()
    )


def test_a_break_stands_among_the_rondes_and_in_the_end_of_the_talk(talk):
    screen = talk()
    pause = screen.findChild(QLabel, "pause")
    assert not pause.isVisible()

    screen._editor.edit(Address("opening", "minutes"), 120)
    press(screen, "Ctrl+T")

    assert pause.text() == "pauze, 10 min"
    assert pause.isVisible()
    end = NOW.astimezone() + timedelta(minutes=120 - 8)
    assert any(f"rond {end:%H:%M} klaar" in text for text in shown(screen))


def test_the_short_route_is_told_in_the_opening_and_beside_each_ronde(talk, qtbot):
    screen = talk(PhaseKey.OPENING)
    told = screen.findChild(QLabel, "about-plan")
    assert "korte route" not in told.text()

    screen._editor.edit(Address("opening", "minutes"), 45)

    assert "Dit is de korte route" in told.text()
    press(screen, "Ctrl+4")
    how = "Hoor alleen de inwoner, de inbrenger en de lege stoel."
    qtbot.waitUntil(lambda: how in shown(screen))


def test_of_a_case_that_is_over_it_is_not_asked_when(talk, qtbot):
    screen = talk(PhaseKey.CONCLUSION)
    screen._editor.add("agreements", Agreement(id=new_id()))
    due = screen.findChild(DateField, "agreements.due")
    assert due.isVisible()

    screen._editor.edit(Address("opening", "case_state"), CaseState.CLOSED)

    assert not due.isVisible()
    asked = "Wat zou je een volgende keer doen, inbrenger?"
    qtbot.waitUntil(lambda: asked in shown(screen))


def test_a_policy_question_is_asked_in_its_own_words_as_soon_as_it_is_one(talk, qtbot):
    screen = talk(PhaseKey.CASE)
    field = screen.findChild(TextField, "case.situation")
    before = (field.placeholderText(), field.accessibleName())
    assert "Wat gebeurde er" in field.placeholderText()
    setting = Address("opening", "setting")

    screen._editor.edit(setting, Setting.POLICY)

    assert field.placeholderText().startswith("Wat moet er gekozen worden")
    assert field.accessibleDescription() == field.placeholderText()
    assert field.accessibleName() == "De beleidskeuze"
    buttons = [each.text() for each in screen.findChildren(QAbstractButton) if each.isVisible()]
    assert "▸ Meer over de beleidskeuze" in buttons
    assert not [text for text in (*shown(screen), *buttons) if "asus" in text]
    press(screen, "Ctrl+2")
    qtbot.waitUntil(lambda: "Wie of wat doen we hiermee tekort?" in shown(screen))
    press(screen, "Ctrl+1")
    screen._editor.edit(setting, Setting.CASEWORK)
    assert (field.placeholderText(), field.accessibleName()) == before
    assert "Casus" in shown(screen)


def test_no_second_is_counted_after_the_beraad_was_closed(talk):
    screen = talk()
    assert screen.clock.runs
    screen._workspace.close()
    before = screen._editor.session

    screen.pass_on(600)

    assert not screen.clock.runs
    assert screen._editor.session == before
