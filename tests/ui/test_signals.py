from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from beraad.errors import Solvable
from beraad.phases.suggestions import load
from beraad.privacy.clean import admitted
from beraad.publishing.registering import put_in_register, signals_in
from beraad.records import Id, RegisteredSignal, Setting, SignalContent, SignalLevel, SignalStatus
from beraad.store import driver
from beraad.store.register import Register
from beraad.ui.settings import Settings
from beraad.ui.signals.register_screen import RegisterScreen
from beraad.ui.signals.signal_card import SignalCard
from beraad.ui.signals.writing_screen import SignalScreen
from beraad.ui.widgets.text_field import TextField
from tests.conftest import TODAY
from tests.editing.support import blank

CONTENT = SignalContent(
    bottleneck="Inkomensgat",
    what="Wie wisselend werkt, wacht weken op aanvulling.",
    level=SignalLevel.PRACTICE,
    recipient="afdeling beleid",
    answer_due=date(2026, 11, 1),
)


@pytest.fixture
def register(folder):
    return folder / "register.sqlite"


@pytest.fixture
def shown(register, look, tmp_path, qtbot):
    def make():
        screen = RegisterScreen(register, look, Settings(tmp_path / "i.ini"), today=lambda: TODAY)
        qtbot.addWidget(screen)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return make


def texts(screen):
    return [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]


def test_what_is_written_goes_into_the_beraad(workspace_of, look, qtbot):
    workspace = workspace_of()
    screen = SignalScreen(workspace, look, today=lambda: TODAY, suggestions=partial(load, None))
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    field = screen.findChild(TextField, "signal.what")
    field.setFocus()

    qtbot.keyClicks(field, "Inwoners wachten.")

    assert workspace.editor.session.signal.what == "Inwoners wachten."
    assert any("Aan wie geven jullie het door?" in text for text in texts(screen))


def test_a_signal_passes_the_gate_into_the_register_and_gets_an_answer(register, shown, qtbot):
    session = replace(blank(), signal=replace(CONTENT, effect="Bel Jan op 06-12345678."))
    put_in_register(session, register, today=TODAY)
    with Register.open(register) as opened:
        [kept] = opened.signals()
    assert "06-12345678" not in kept.content.effect

    screen = shown()
    qtbot.mouseClick(screen.findChild(QPushButton, "to-passed_on"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "antwoord is te laat" in texts(screen))
    step = next(
        each for each in screen.findChildren(QPushButton, "to-answered") if each.isVisible()
    )
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    answer = next(each for each in screen.findChildren(TextField, "answer") if each.isVisible())
    qtbot.keyClicks(answer, "De termijn wordt korter.")
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)

    with Register.open(register) as opened:
        [kept] = opened.signals()
    assert kept.status is SignalStatus.ANSWERED
    assert kept.answer == "De termijn wordt korter."
    assert kept.answered_on == TODAY


def test_writing_it_again_keeps_what_became_of_it(register):
    session = replace(blank(), signal=CONTENT)
    put_in_register(session, register, today=TODAY)
    changed = replace(session, signal=replace(CONTENT, what="Anders verteld."))

    put_in_register(changed, register, today=TODAY)

    with Register.open(register) as opened:
        [kept] = opened.signals()
    assert kept.content.what == "Anders verteld."


def test_an_oefening_never_comes_into_the_register(register):
    session = replace(blank(), signal=CONTENT)
    practice = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    with pytest.raises(Solvable, match="oefening"):
        put_in_register(practice, register, today=TODAY)


def test_an_empty_register_tells_what_belongs_there(shown, register):
    screen = shown()

    assert any("Nog geen signalen" in text for text in texts(screen))
    assert not register.exists()


def test_a_register_that_cannot_be_read_is_not_called_empty(shown, passed_on, register, qtbot):
    whole = register.read_bytes()
    register.write_bytes(b"Dit is geen register." * 400)
    screen = shown()

    assert not any("Nog geen signalen" in text for text in texts(screen))
    assert not screen.findChild(QPushButton, "export-signals").isVisible()

    register.write_bytes(whole)
    again = next(e for e in screen.findChildren(QPushButton) if e.text() == "Probeer opnieuw")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert "Inkomensgat" in texts(screen)
    assert screen.banner.isHidden()


def test_who_types_an_answer_hardly_waits_for_another_window(
    passed_on, register, shown, qtbot, monkeypatch
):
    passed = [0.0]
    monkeypatch.setattr(driver, "monotonic", lambda: passed[0])
    monkeypatch.setattr(driver, "sleep", lambda s: passed.__setitem__(0, passed[0] + s))
    screen = shown()
    click(screen, qtbot, "to-answered")
    answer = screen.findChild(TextField, "answer")

    with Register.open(register):
        qtbot.keyClicks(answer, "We passen de werkwijze aan.")
        passed[0] = 0.0
        assert screen.hand_over() is not None

    assert passed[0] < 0.2
    assert any("Wat je typte staat nog op dit scherm" in text for text in texts(screen))
    assert screen.hand_over() is None
    assert signals_in(register)[0].answer_draft == "We passen de werkwijze aan."


@pytest.fixture
def passed_on(register):
    signal = RegisteredSignal(
        id=Id("een"),
        content=CONTENT,
        team="Team Werk",
        week="2026-W47",
        status=SignalStatus.PASSED_ON,
        registered_on=TODAY,
    )
    with Register.open(register) as opened:
        opened.put(signal)
    return signal


def click(screen, qtbot, name):
    def in_sight():
        return [each for each in screen.findChildren(QPushButton, name) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(in_sight()))
    qtbot.mouseClick(in_sight()[0], Qt.MouseButton.LeftButton)


def test_an_answer_is_decided_about_before_it_is_kept(passed_on, register, shown, qtbot):
    screen = shown()
    click(screen, qtbot, "to-answered")
    field = screen.findChild(TextField, "answer")
    qtbot.keyClicks(field, "Mevrouw Jansen belt 06-12345678.")
    click(screen, qtbot, "to-answered")

    assert signals_in(register) == (passed_on,)
    told = "“Jansen” (naam) is iemand misschien te herkennen"
    qtbot.waitUntil(lambda: any(told in text for text in texts(screen)))

    click(screen, qtbot, "rewrite")
    click(screen, qtbot, "keep")
    click(screen, qtbot, "to-answered")

    (kept,) = signals_in(register)
    assert "Jansen" not in kept.answer
    assert "06-12345678" in kept.answer
    assert admitted(kept).open_count == 0


def test_an_answer_of_before_is_read_in_the_register_first(
    passed_on, register, shown, qtbot, tmp_path, monkeypatch
):
    with Register.open(register) as opened:
        opened.put(replace(passed_on, status=SignalStatus.ANSWERED, answer="Bel 06-12345678."))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    screen = shown()
    click(screen, qtbot, "export-signals")

    assert not (tmp_path / "signalen.json").exists()
    assert any("Inkomensgat" in text and "telefoonnummer" in text for text in texts(screen))

    click(screen, qtbot, "rewrite")
    click(screen, qtbot, "answer-read")
    click(screen, qtbot, "export-signals")

    assert "06-12345678" not in (tmp_path / "signalen.json").read_text("utf-8")


def a_card(screen):
    return screen.findChild(SignalCard)


@pytest.mark.parametrize("way", ["to-received", "to-closed"])
def test_after_a_step_the_cursor_stays_with_the_signal(passed_on, register, shown, qtbot, way):
    screen = shown()
    names = {each.objectName() for each in screen.findChildren(QPushButton)}
    assert way in names, names
    screen.findChild(QPushButton, way).setFocus()

    QTest.keyClick(screen.findChild(QPushButton, way), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: a_card(screen).isAncestorOf(QApplication.focusWidget()))


def test_a_signal_is_not_closed_over_an_answer_that_was_typed(passed_on, register, shown, qtbot):
    screen = shown()
    click(screen, qtbot, "to-answered")
    answer = screen.findChild(TextField, "answer")
    qtbot.keyClicks(answer, "We passen de werkwijze aan.")

    click(screen, qtbot, "to-closed")

    assert answer.toPlainText() == "We passen de werkwijze aan."
    assert any("nog niet genoteerd" in text for text in texts(screen))
    assert "gesloten" not in texts(screen)
    click(screen, qtbot, "to-answered")
    qtbot.waitUntil(lambda: any("We passen de werkwijze aan." in text for text in texts(screen)))
