"""Signalen names the beraden in which a signal was begun, and leads to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton

from beraad.app import build
from beraad.editing.signals import with_new_signal
from beraad.publishing.by_hand import NEW
from beraad.publishing.registering import put_in_register
from beraad.publishing.stepping import drafted
from beraad.records import PhaseKey, Progress, SignalContent
from beraad.store.register import Register
from beraad.ui.signals.begun_panel import MOST
from beraad.ui.signals.life_screen import SignalLifeScreen
from beraad.ui.signals.new_screen import NewSignalScreen
from beraad.ui.signals.register_screen import RegisterScreen
from beraad.ui.signals.writing_screen import SignalScreen
from tests.conftest import NOW, TODAY
from tests.earlier import beraad, keep
from tests.steps import passed_on
from tests.ui.test_signals import field, in_sight, texts

WAITS = SignalContent(bottleneck="Wachttijd", what="Mensen wachten weken.")


@pytest.fixture
def opened(qapp, folder, tmp_path, qtbot):
    def make():
        made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        with qtbot.waitExposed(made):
            made.show()
        qtbot.waitUntil(lambda: len(made._start.rows) > 0)
        made.ways.show_signals()
        return made

    return make


@pytest.fixture
def half_begun(opened, folder):
    """Signalen of two beraden with a signal, of which one is in the register."""
    one, other = beraad(days_ago=3, signal=WAITS), beraad(days_ago=9, signal=WAITS)
    for each in (one, other):
        keep(folder, each)
    put_in_register(one, folder / "register.sqlite", today=TODAY)
    return opened()


def ways(window):
    return [each for each in window.findChildren(QPushButton, "go-on") if each.isVisible()]


def open_begun(screen, qtbot):
    """Press what says how much was begun; it is there some time after the signals."""
    qtbot.waitUntil(lambda: bool(in_sight(screen, "begun-ways")))
    (way,) = in_sight(screen, "begun-ways")
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)


def test_a_signal_that_was_begun_is_one_click_away(opened, folder, qtbot):
    keep(folder, beraad(days_ago=3, signal=WAITS))
    window = opened()
    qtbot.waitUntil(lambda: len(ways(window)) == 1)
    (way,) = ways(window)
    assert way.text().startswith("Eerder beraad, ")
    assert not any("Wachttijd" in text for text in texts(window))

    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)

    screen = window._stack.current
    assert isinstance(screen, SignalScreen)
    assert window.beraad.workspace.editor.session.signal == WAITS


def test_what_is_in_the_register_is_not_named_besides(opened, folder, qtbot):
    one = beraad(days_ago=3, signal=WAITS)
    keep(folder, one)
    put_in_register(one, folder / "register.sqlite", today=TODAY)
    window = opened()
    screen = window._stack.current
    assert isinstance(screen, RegisterScreen)
    qtbot.waitUntil(lambda: screen._begun._work.is_idle)

    assert not screen.findChild(QFrame, "begun").isVisible()


def test_of_many_the_first_are_named_and_the_rest_after_one_key(opened, folder, qtbot):
    for days in range(MOST + 2):
        keep(folder, beraad(days_ago=days, signal=WAITS))
    window = opened()
    qtbot.waitUntil(lambda: len(ways(window)) == MOST)
    (more,) = in_sight(window._stack.current, "show-all")
    assert more.text() == "Toon ook de andere 2"

    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Space)

    assert len(ways(window)) == MOST + 2
    assert QApplication.focusWidget() is ways(window)[MOST]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert isinstance(window._stack.current, SignalScreen)


def test_what_says_something_else_in_the_register_is_named_and_opened_there(opened, folder, qtbot):
    one = beraad(days_ago=3, signal=WAITS)
    put_in_register(one, folder / "register.sqlite", today=TODAY)
    later = replace(one, signal=replace(WAITS, what="Mensen wachten maanden."))
    second = replace(with_new_signal(later), signal=SignalContent(bottleneck="Te weinig rek"))
    put_in_register(second, folder / "register.sqlite", today=TODAY)
    keep(folder, second)
    window = opened()
    open_begun(window._stack.current, qtbot)
    assert "Anders in het register dan in het beraad" in texts(window)
    (way,) = ways(window)

    qtbot.keyClick(way, Qt.Key.Key_Space)

    screen = window._stack.current
    assert isinstance(screen, SignalScreen)
    assert window.beraad.workspace.editor.session.signal.what == "Mensen wachten maanden."
    qtbot.waitUntil(lambda: bool(in_sight(screen, "take-words")))
    assert "Mensen wachten weken." in "\n".join(texts(screen))


def test_ronde_8_says_it_until_the_words_are_the_same(opened, folder, qtbot):
    one = beraad(days_ago=3, signal=WAITS)
    put_in_register(one, folder / "register.sqlite", today=TODAY)
    later = replace(one, signal=replace(WAITS, what="Mensen wachten maanden."))
    path = keep(folder, replace(later, progress=Progress(phase=PhaseKey.CONCLUSION)))
    window = opened()
    window.open(path)

    def said():
        return [each.isVisible() for each in window.findChildren(QLabel, "other-words")]

    qtbot.waitUntil(lambda: said() == [True])
    window.documents.show_signal()
    screen = window._stack.current
    qtbot.waitUntil(lambda: bool(in_sight(screen, "take-words")))
    qtbot.mouseClick(in_sight(screen, "take-words")[0], Qt.MouseButton.LeftButton)
    assert window.beraad.workspace.editor.session.signal == WAITS
    qtbot.waitUntil(lambda: not in_sight(screen, "take-words"))
    window.beraad.show_session()
    qtbot.waitUntil(lambda: said() == [False])


def test_what_was_typed_and_not_kept_is_named_and_one_click_away(opened, folder, qtbot):
    one = beraad(days_ago=3, signal=WAITS)
    keep(folder, one)
    path = folder / "register.sqlite"
    put_in_register(one, path, today=TODAY)
    with Register.open(path) as register:
        (signal,) = register.signals()
        register.put(replace(signal, steps=(passed_on(TODAY),)))
    typed = {"answered.words": "Het mag na een week.", "reminded.on": "2026-11-01"}
    drafted(signal.id, typed, path)
    drafted(NEW, {"what": "Brieven komen te laat."}, path)
    window = opened()
    screen = window._stack.current
    open_begun(screen, qtbot)

    (way,) = in_sight(screen, "go-on-step")
    assert way.text().startswith("Antwoord opschrijven bij “Wachttijd”")
    assert in_sight(screen, "go-on-new")
    assert not ways(window)
    shown = " ".join((*texts(screen), *(each.text() for each in screen.findChildren(QPushButton))))
    assert "na een week" not in shown
    assert "Brieven komen" not in shown

    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    life = window._stack.current
    assert isinstance(life, SignalLifeScreen)
    assert field(life, "step-words").toPlainText() == "Het mag na een week."


def test_a_signal_without_a_beraad_that_was_begun_is_one_click_away(opened, folder, qtbot):
    keep(folder, beraad(days_ago=3))
    path = folder / "register.sqlite"
    drafted(NEW, {"what": "Brieven komen te laat."}, path)
    window = opened()
    screen = window._stack.current
    qtbot.waitUntil(lambda: bool(in_sight(screen, "go-on-new")))

    qtbot.mouseClick(in_sight(screen, "go-on-new")[0], Qt.MouseButton.LeftButton)

    assert isinstance(window._stack.current, NewSignalScreen)


def test_no_signal_moves_when_it_becomes_known_what_was_begun(half_begun, qtbot):
    window, screen = half_begun, half_begun._stack.current
    qtbot.waitUntil(lambda: bool(in_sight(screen, "begun-ways")))
    read = screen.findChild(QPushButton, "read-signal")
    screen._begun.found.emit(0)
    assert not in_sight(screen, "begun-ways")
    QApplication.processEvents()
    before = read.mapTo(window, QPoint())

    screen._begun.found.emit(1)
    QApplication.processEvents()

    assert read.mapTo(window, QPoint()) == before
    (told,) = in_sight(screen, "begun-ways")
    assert told.text() == "▸ Begonnen, nog niet af: 1"
    assert not ways(window)


def test_what_was_opened_stays_open_while_another_screen_is_in_sight(half_begun, qtbot):
    window, screen = half_begun, half_begun._stack.current
    open_begun(screen, qtbot)

    screen.hide()
    screen._begun.found.emit(2)
    screen.show()

    assert ways(window)


def test_what_was_begun_opens_with_the_focus_on_it_and_closes_again(half_begun, qtbot):
    window, screen = half_begun, half_begun._stack.current

    open_begun(screen, qtbot)

    (way,) = ways(window)
    assert way.hasFocus()
    (told,) = in_sight(screen, "begun-ways")
    assert told.accessibleName() == "Begonnen, nog niet af, 1, uitgeklapt"
    told.click()
    assert not ways(window)
