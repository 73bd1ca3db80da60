"""Sinds vorige keer in the real window, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from beraad.app import build
from beraad.phases import opening
from beraad.records import Helped, Kept, Setting, SignalStatus, StepKind
from beraad.store.register import Register
from beraad.ui.rondes.since_panel import AgreementRow, AnswerCard, LettersField, SincePanel
from tests.conftest import NOW
from tests.earlier import beraad, keep, read, signal_of, signals
from tests.steps import SIGNAL, a_step, answered, status

WHAT = ("Noodpakket klaarleggen", "Met de verhuurder bellen", "Op één A4 schrijven")
ANSWER = read(*answered("Er komen drie redenen.", date(2026, 11, 10), change="Nog niets."))


@pytest.fixture
def opened(qapp, folder, tmp_path, qtbot, look):
    made = []

    def make():
        window = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
        qtbot.addWidget(window)
        window.resize(1366, 900)
        with qtbot.waitExposed(window):
            window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window._abandon(lambda: None)
        window.close()


@pytest.fixture
def window(opened, folder):
    keep(folder, beraad(days_ago=49, what=WHAT))
    keep(folder, beraad("Team Jongeren Noord", what=("Van een ander team",)))
    signals(folder, replace(SIGNAL, steps=ANSWER))
    made = opened()
    made.new()
    return made


def panel(window):
    return window.beraad.screen.findChild(SincePanel)


def rows(window):
    return list(panel(window)._rows.values())


def cards(window):
    return list(panel(window)._cards.values())


def session_of(window):
    return window.beraad.workspace.editor.session


def team(window, qtbot, name="Team Jongeren"):
    """Type the team, and wait until it is known what stands open for it."""
    field = window.beraad.screen.findChild(QPlainTextEdit, "opening.team")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, name)
    if QApplication.activePopupWidget():
        QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: panel(window)._job.is_idle and not panel(window).is_looking)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: stands_still(panel(window)))


def stands_still(widget):
    """Whether everything on it has its place: what has no size yet takes no click."""
    before = [each.geometry() for each in widget.findChildren(QWidget)]
    QApplication.processEvents()
    return before == [each.geometry() for each in widget.findChildren(QWidget)]


def about(window):
    return panel(window).findChild(QLabel, "about-since").text()


def shown(window):
    return [each.text() for each in panel(window).findChildren(QLabel) if each.isVisible()]


def test_it_says_what_will_stand_here_as_long_as_there_is_no_team(window, qtbot):
    assert about(window).startswith("Vul het team in.")
    assert "wat nog openstaat" in about(window)

    team(window, qtbot, "Wijkteam")

    assert about(window).startswith("Van “Wijkteam” staat hier geen eerder beraad.")
    assert not rows(window)


def test_open_agreements_of_this_team_are_answered_by_letter_and_line(window, qtbot):
    team(window, qtbot)
    assert [row._what.text() for row in rows(window)]
    assert len(rows(window)) == 3
    assert "Van een ander team" not in shown(window)
    assert panel(window).findChild(QLabel, "since-ago").text().startswith("zeven weken geleden")

    first, second, _ = rows(window)
    first._kept.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "g")
    qtbot.waitUntil(first._words.isVisible)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    while not isinstance(QApplication.focusWidget(), QPlainTextEdit):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Het ligt bij het loket.")
    second._kept.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "n")
    QTest.keyClicks(QApplication.focusWidget(), "n")

    told = {one.what: one for one in session_of(window).earlier_agreements}
    assert told[first._what.text()].kept is Kept.DONE
    assert told[first._what.text()].words == "Het ligt bij het loket."
    assert told[second._what.text()].kept is Kept.NOT_YET
    assert len(told) == 2


def test_one_answer_is_one_step_to_undo_and_can_be_taken_away(window, qtbot):
    team(window, qtbot)
    first = rows(window)[0]
    first._kept.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "d")
    assert session_of(window).earlier_agreements

    window.beraad.workspace.editor.undo()
    assert not session_of(window).earlier_agreements
    assert not first._words.isVisible()
    assert not any(each.isChecked() for each in first._kept._buttons.values())

    window.beraad.workspace.editor.redo()
    clear = first._words.findChild(QPushButton, "clear-since")
    qtbot.waitUntil(clear.isVisible)
    clear.setFocus()
    QTest.keyClick(clear, Qt.Key.Key_Space)
    assert not session_of(window).earlier_agreements
    assert first._kept.isAncestorOf(QApplication.focusWidget())


def steps(folder):
    return [step.kind for step in signal_of(folder).steps]


def test_telling_is_noted_with_the_signal_and_undone_with_it(window, qtbot, folder):
    team(window, qtbot)
    (card,) = cards(window)
    card._told.setFocus()
    QTest.keyClick(card._told, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: status(signal_of(folder)) is SignalStatus.TOLD)
    told = signal_of(folder).steps[-1]
    assert (told.how, told.to, told.words) == ("in een beraad", "Team Jongeren", "")

    card._helped.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "d")
    qtbot.waitUntil(lambda: status(signal_of(folder)) is SignalStatus.WEIGHED)

    QTest.keyClicks(QApplication.focusWidget(), "g")
    qtbot.waitUntil(lambda: status(signal_of(folder)) is SignalStatus.CLOSED)

    for _ in range(3):
        window.beraad.workspace.editor.undo()
    assert not session_of(window).told_answers
    qtbot.waitUntil(lambda: status(signal_of(folder)) is SignalStatus.ANSWERED)
    assert signal_of(folder).steps[:2] == ANSWER

    window.beraad.workspace.editor.redo()
    qtbot.waitUntil(lambda: status(signal_of(folder)) is SignalStatus.TOLD)


def test_whether_it_helped_also_says_that_it_was_told(window, qtbot):
    team(window, qtbot)
    (card,) = cards(window)
    card._helped.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "n")

    (told,) = session_of(window).told_answers
    assert told.helped is Helped.NO
    assert card._told.isChecked()
    assert card._words.isVisible()


def test_leaving_at_once_notes_it_all_the_same(window, qtbot, folder):
    team(window, qtbot)
    (card,) = cards(window)
    QTest.mouseClick(card._told, Qt.MouseButton.LeftButton)

    window.show_start()

    assert status(signal_of(folder)) is SignalStatus.TOLD


def test_a_register_that_is_held_is_told_and_noted_later(window, qtbot, folder, monkeypatch):
    team(window, qtbot)
    (card,) = cards(window)
    monkeypatch.setattr("beraad.ui.telling_back._RETRY", 50)
    with Register.open(folder / "register.sqlite") as held:
        assert held
        QTest.mouseClick(card._told, Qt.MouseButton.LeftButton)
        banner = window._troubles.banner
        qtbot.waitUntil(banner.isVisible)
    qtbot.waitUntil(lambda: status(signal_of(folder)) is SignalStatus.TOLD)
    qtbot.waitUntil(lambda: not banner.isVisible())


def test_what_was_not_noted_is_noted_when_the_beraad_is_opened_again(window, qtbot, folder, opened):
    team(window, qtbot)
    (card,) = cards(window)
    path = window.beraad.workspace.path
    with Register.open(folder / "register.sqlite") as held:
        assert held
        QTest.mouseClick(card._told, Qt.MouseButton.LeftButton)
        window.show_start()
    assert status(signal_of(folder)) is SignalStatus.ANSWERED

    window.open(path)

    qtbot.waitUntil(lambda: status(signal_of(folder)) is SignalStatus.TOLD)


def test_what_was_answered_stands_there_when_the_beraad_is_opened_again(window, qtbot, folder):
    team(window, qtbot)
    rows(window)[0]._kept.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "g")
    QTest.mouseClick(cards(window)[0]._told, Qt.MouseButton.LeftButton)
    path = window.beraad.workspace.path
    window.show_start()
    window.open(path)
    qtbot.waitUntil(lambda: panel(window)._job.is_idle and not panel(window)._looks)

    assert len(rows(window)) == 3
    assert len(cards(window)) == 1
    assert cards(window)[0]._told.isChecked()
    assert sum(row._words.isVisible() for row in rows(window)) == 1


def test_in_an_oefening_stands_nothing_of_real_beraden(window, qtbot, folder):
    editor = window.beraad.workspace.editor
    editor.edit(opening.SETTING.address(), Setting.PRACTICE)
    team(window, qtbot)

    assert "oefening" in about(window)
    assert not rows(window)
    assert not cards(window)


def test_a_beraad_that_becomes_an_oefening_takes_back_what_was_told(window, qtbot, folder):
    team(window, qtbot)
    QTest.mouseClick(cards(window)[0]._told, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: status(signal_of(folder)) is SignalStatus.TOLD)
    window.beraad.workspace.editor.edit(opening.SETTING.address(), Setting.PRACTICE)

    qtbot.waitUntil(lambda: status(signal_of(folder)) is SignalStatus.ANSWERED)
    assert not cards(window)


def test_many_agreements_are_folded_away(opened, folder, qtbot):
    for days in range(20, 320, 30):
        keep(folder, beraad(days_ago=days, what=WHAT))
    made = opened()
    made.new()
    team(made, qtbot)

    assert len(rows(made)) == 30
    assert sum(row.isVisible() for row in rows(made)) == 6
    assert panel(made)._later._handle.accessibleName() == "Nog 24 afspraken, ingeklapt"


def test_what_was_told_in_another_way_only_asks_whether_it_helped(opened, folder, qtbot):
    told = a_step(StepKind.TOLD, date(2026, 11, 12))
    signals(folder, replace(SIGNAL, steps=(*ANSWER, told)))
    made = opened()
    made.new()
    team(made, qtbot)

    (card,) = cards(made)
    assert not card._told.isVisible()
    assert "Verteld op 12 november 2026" in card._from.text()


def test_everything_has_a_name_that_says_what_it_is_about(window, qtbot):
    team(window, qtbot)
    rows(window)[0]._kept.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "g")
    names = [each.accessibleName() for each in panel(window).findChildren(LettersField)]

    assert "Hielp het antwoord: Wachttijd" in names
    assert {f"Wat werd het: {what}" for what in WHAT} < set(names)
    words = rows(window)[0]._words._bound.widget
    assert words.accessibleName() == f"Wat werd het? {rows(window)[0]._what.text()}"


def test_a_letter_that_means_nothing_changes_nothing(window, qtbot):
    team(window, qtbot)
    rows(window)[0]._kept.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "xz1")

    assert not session_of(window).earlier_agreements


def test_leaving_while_it_looks_is_no_trouble(window, qtbot):
    field = window.beraad.screen.findChild(QPlainTextEdit, "opening.team")
    field.setFocus()
    QTest.keyClicks(field, "Team Jongeren")
    window.show_start()
    qtbot.wait(1)

    assert window.beraad is None


def test_the_parts_are_made_for_what_is_there(window, qtbot):
    team(window, qtbot)

    assert len(panel(window).findChildren(AgreementRow)) == 3
    assert len(panel(window).findChildren(AnswerCard)) == 1


def test_that_no_answer_came_is_told_and_not_asked_whether_it_helped(opened, folder, qtbot):
    none = read(a_step(StepKind.NO_ANSWER, date(2026, 11, 10), words="De functie verviel."))
    signals(folder, replace(SIGNAL, steps=(*ANSWER[:1], *none)))
    made = opened()
    made.new()
    team(made, qtbot)
    (card,) = cards(made)

    shown = [each.text() for each in card.findChildren(QLabel) if each.isVisible()]
    assert "Geen antwoord gekregen op jullie signaal “Wachttijd” (10 november 2026)." in shown
    assert "Hielp het?" not in shown
    assert not card.findChild(LettersField).isVisible()
    assert card.findChild(QPushButton, "told-answer").isVisible()
