from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from beraad.app import build
from beraad.records import Participant, Setting, new_id
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from beraad.ui.rondes import same_again
from beraad.ui.rondes.same_again import SameAgain
from tests.conftest import NOW
from tests.editing.support import blank


def people(*roles):
    return tuple(Participant(id=new_id(), role=role, name="Sanne") for role in roles)


def keep(folder, team, day, roles, **opening):
    session = blank()
    session = replace(
        session,
        opening=replace(
            session.opening,
            title="Eerder",
            team=team,
            held_on=session.opening.held_on.replace(day=day),
            **opening,
        ),
        participants=people(*roles),
    )
    SessionFile.create(session_path(folder, session), session).close()


@pytest.fixture
def window(qapp, folder, tmp_path, qtbot, look):
    keep(folder, "Team Jongeren", 3, ("jurist",), confidentiality="Ouder.")
    keep(folder, "Team Jongeren", 9, ("klantmanager", "arts"), confidentiality="Blijft hier.")
    keep(folder, "Team Jongeren", 12, ())
    keep(folder, "Wijkteam", 11, ("wijkcoach",))
    keep(folder, "Oefenteam", 10, ("verzonnen rol",), setting=Setting.PRACTICE)
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: len(made._start.rows) == 5 and not made._start._reading_on.isActive())
    made.new()
    yield made
    made.close()


def write(window, name, text):
    field = window.beraad.screen.findChild(QPlainTextEdit, name)
    field.setFocus()
    QTest.keyClicks(field, text)
    if QApplication.activePopupWidget():
        QApplication.activePopupWidget().hide()
    return field


def card(window):
    return window.beraad.screen.findChild(SameAgain)


def session_of(window):
    return window.beraad.workspace.editor.session


def test_people_of_the_same_team_are_offered_and_taken_with_one_key(window):
    assert not card(window).isVisible()
    field = write(window, "opening.team", "team  jongeren")
    assert card(window).isVisible()
    about = card(window)._about.text()
    assert about == "2 deelnemers met hun rol en de afspraken van 9 november 2026"

    QTest.keySequence(field, QKeySequence("Ctrl+J"))

    session = session_of(window)
    assert [one.role for one in session.participants] == ["klantmanager", "arts"]
    assert session.opening.confidentiality == "Blijft hier."
    assert not card(window).isVisible()
    assert QApplication.focusWidget().objectName() == "opening.report_content"


def test_one_undo_takes_them_all_away(window):
    field = write(window, "opening.team", "Team Jongeren")
    QTest.keySequence(field, QKeySequence("Ctrl+J"))
    QTest.keySequence(window.beraad.screen, QKeySequence("Ctrl+Z"))

    assert session_of(window).participants == ()
    assert session_of(window).opening.confidentiality == ""
    assert session_of(window).opening.team == "Team Jongeren"


def test_who_fills_them_in_is_not_asked_again(window, qtbot):
    write(window, "opening.team", "Wijkteam")
    leave = card(window).findChild(QPushButton, "leave-again")
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)

    assert not card(window).isVisible()
    assert QApplication.focusWidget().objectName() == "participants.role"
    QTest.keyClicks(QApplication.focusWidget(), "x")
    assert not card(window).isVisible()


def test_nothing_is_offered_once_somebody_was_written_down(window):
    window.beraad.screen.findChild(QPushButton, "add-participants").click()
    QTest.keyClicks(QApplication.focusWidget(), "arts")
    write(window, "opening.team", "Wijkteam")

    assert not card(window).isVisible()


def test_an_oefening_offers_nothing(window):
    write(window, "opening.team", "Oefenteam")

    assert not card(window).isVisible()
    assert "Oefenteam" not in window.beraad.screen._maker.earlier.teams()
    assert "verzonnen rol" not in window.beraad.screen._maker.earlier.roles()


def test_teams_and_roles_of_earlier_beraden_are_completed(window):
    team = window.beraad.screen.findChild(QPlainTextEdit, "opening.team")
    team.setFocus()
    QTest.keyClicks(team, "jong")
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert session_of(window).opening.team == "Team Jongeren"

    window.beraad.screen.findChild(QPushButton, "leave-again").click()
    QTest.keyClicks(QApplication.focusWidget(), "wijk")
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    [one] = session_of(window).participants
    assert one.role == "wijkcoach"


def test_the_beraad_itself_is_no_earlier_one(window, folder):
    write(window, "opening.team", "Nieuw team")
    window.show_start()
    [row] = [each for each in window._start.rows if each.team == "Nieuw team"]
    window.open(row.path)

    assert "Nieuw team" not in window.beraad.screen._maker.earlier.teams()


def test_names_stand_in_no_settings(window, tmp_path):
    field = write(window, "opening.team", "Team Jongeren")
    QTest.keySequence(field, QKeySequence("Ctrl+J"))
    window._settings._settings.sync()

    kept = b"".join(each.read_bytes() for each in (tmp_path / "config").glob("*"))
    assert b"Sanne" not in kept


def test_the_key_says_when_there_is_nobody_to_take_over(window, monkeypatch):
    said = []
    monkeypatch.setattr(same_again, "announce", lambda _, text: said.append(text))
    field = write(window, "opening.team", "Een nieuw team")
    QTest.keySequence(field, QKeySequence("Ctrl+J"))

    assert said == ["Er zijn geen mensen om over te nemen."]
