"""Looking along on AZERTY, where the keys of the digits write & é " ' ( by themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from beraad.phases.behaviours import Label, behaviours_in
from beraad.privacy.dutch.lexicon import shipped
from beraad.records import PhaseKey
from beraad.training.exercise import Exercise
from beraad.training.observing.observation import ObservationFile, read_observation
from beraad.training.observing.rating import Rating
from beraad.training.observing.scripted import scripted
from beraad.training.practice import practice_cases
from beraad.ui.observing.rating_screen import RatingScreen
from beraad.ui.observing.screen import ObservingScreen
from tests.conftest import NOW
from tests.ui.test_other_keyboards import ALT, CTRL, strike

LABELS = (("&", Label.GOOD), ("(", list(Label)[4]))


def shown(qtbot, screen):
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.take_focus()
    return screen


@pytest.fixture
def observing(qtbot, look, folder, tmp_path):
    file = ObservationFile.begin(folder, practice_cases()[0], today=NOW.date())
    return shown(
        qtbot, ObservingScreen(file, look, tmp_path / "mee", now=lambda: NOW, lexicon=shipped)
    )


def kept(screen):
    screen.hand_over()
    return read_observation(screen._file.path)


@pytest.mark.parametrize(("sign", "label"), LABELS)
def test_the_key_of_a_digit_labels(observing, sign, label):
    place = observing._place
    first = behaviours_in(place)[0].key
    strike(sign)

    assert kept(observing).of(place).labels == {first: label}


def test_with_alt_it_labels_nothing(observing):
    strike("&", ALT)

    assert not kept(observing).seen


@pytest.mark.parametrize(("sign", "number"), [("à", 0), ("'", 4)])
def test_ctrl_and_the_key_of_a_digit_go_to_that_part(observing, sign, number):
    observing.go_to(observing._places[2])
    strike(sign, CTRL)

    assert observing._place == observing._places[number]


def test_ctrl_and_a_digit_that_no_part_has_does_nothing(observing):
    strike("ç", CTRL)

    assert observing._place == observing._places[0]


def test_what_such_a_key_writes_is_written_in_a_text(observing):
    QCoreApplication.sendEvent(
        QApplication.focusWidget(),
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier, "m"),
    )
    strike("é")

    assert observing._moments.field.toPlainText() == "é"
    assert not kept(observing).of(observing._place).labels


def test_looking_back_on_oneself(qtbot, window):
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.DIALOGUE))
    window.beraad.show_looking_back()
    screen = window._stack.current
    screen.take_focus()
    strike("é")

    rows = screen._own.findChildren(QAbstractButton)
    assert [each.text() for each in rows if each.isChecked()] == [Label.FAIR.value]


def test_rating(qtbot, look, folder, tmp_path):
    screen = shown(qtbot, RatingScreen(folder, look, tmp_path / "mee", now=lambda: NOW))
    while not screen._playing.is_over:
        QTest.keyClicks(screen.focusWidget(), "n")
    screen._rows[PhaseKey.DILEMMA].take_focus()
    strike("&")
    screen.hand_over()

    assert list(Rating.of(folder, scripted()[0]).labels.values()) == [Label.GOOD]
