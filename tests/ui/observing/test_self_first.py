"""Looking back in the window: oneself first, then side by side, then one thing to try."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.phases.behaviours import Label, QuestionKind, behaviours_in
from beraad.records import PhaseKey
from beraad.training.coaching import Moment, Step
from beraad.training.exercise import Exercise
from beraad.training.observing.observation import ObservationFile
from beraad.training.practice import practice_cases
from beraad.ui.observing.back_screen import LookingBackScreen
from beraad.ui.rondes.attempt_card import AttemptCard
from beraad.ui.widgets.below import below
from beraad.ui.widgets.text_field import TextField


def seen(inside, kind):
    return (each for each in below(inside, kind) if each.isVisible())


def named(inside, kind, name):
    return next(each for each in seen(inside, kind) if each.objectName() == name)


def press(qtbot, inside, name):
    qtbot.mouseClick(named(inside, QPushButton, name), Qt.MouseButton.LeftButton)


def said(inside):
    return [each.text() for each in seen(inside, QLabel)]


@pytest.fixture
def sheet(tmp_path):
    made = ObservationFile.begin(tmp_path / "b", practice_cases()[0], today=date(2026, 11, 28))
    made.label("dialogue", "verschil", Label.THIN)
    made.label("dialogue", "eens", Label.GOOD)
    made.hear("dialogue", 1, "kaneelstok")
    made.tally("dialogue", QuestionKind.OPEN)
    made.tally("dialogue", QuestionKind.ADVICE)
    made.add_moment("case", Moment(at="05:40", what="Een stilte.", step=Step.SEEN))
    return made.path


def test_a_whole_looking_back_to_what_one_tries_next(qtbot, window, sheet):
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.DIALOGUE))
    press(qtbot, window, "to-looking-rail")
    screen = window._stack.current
    assert isinstance(screen, LookingBackScreen)
    assert not named(screen, QPushButton, "lock-own").isEnabled()

    screen.bring(sheet)
    assert "Eerst jij" in screen.banner.accessibleName()
    assert not [text for text in said(screen) if "kaneelstok" in text]
    assert "Verschillen" not in [each.text() for each in seen(screen, QPushButton)]
    screen.take_focus()
    QTest.keyClicks(screen.focusWidget(), "11")
    field = named(screen, TextField, "own-trots")
    field.setFocus()
    QTest.keyClicks(field, "Iedereen schreef eerst.")
    press(qtbot, screen, "lock-own")
    assert "Je vulde 2 van de" in screen.banner.accessibleName()
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)

    assert not any(each.objectName().startswith("own-") for each in seen(screen, TextField))
    assert "Iedereen schreef eerst." in said(screen)
    screen.bring(sheet)
    texts = said(screen)
    assert "Welk verschil vond jij het spannendst?" in texts
    assert any("gedragingen in, de observator 2. Bij 2 vulden jullie" in each for each in texts)
    for noted in ("“kaneelstok”", "open 1, advies 1", "05:40", "Een stilte. (ingreep gezien)"):
        assert noted in texts
    assert "vraagt door als de groep het snel eens lijkt" not in texts
    alike = next(each for each in seen(screen, QPushButton) if each.text() == "Hetzelfde gezien")
    qtbot.mouseClick(alike, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "vraagt door als de groep het snel eens lijkt" in said(screen))

    press(qtbot, screen, "take-along")
    assert "Schrijf nog op" in screen.banner.accessibleName()
    for name, text in (
        ("behoud", "Stilte."),
        ("probeer", "Vragen: welke vraag zit eronder?"),
        ("wanneer", "volgend beraad"),
        ("merk", "Meer wat en hoe."),
    ):
        field = named(screen, TextField, f"takeaway-{name}")
        field.setFocus()
        QTest.keyClicks(field, text)
    QTest.keyClick(named(screen, QPushButton, "takeaway-ronde"), Qt.Key.Key_3)
    press(qtbot, screen, "take-along")
    assert "staat klaar" in screen.banner.accessibleName()

    window.show_start()
    window.new()
    card = next(seen(window, AttemptCard))
    assert "Vragen: welke vraag zit eronder?" in said(card)
    assert "Ronde 3 · Verheldering · volgend beraad" in said(card)
    window._session.go_to(PhaseKey.CASE)
    assert not card.isVisible()
    window._session.go_to(PhaseKey.OPENING)
    press(qtbot, card, "attempt-away")
    assert not card.isVisible()
    window.show_start()
    window.new()
    assert not list(seen(window, AttemptCard))


def locked_screen(qtbot, window):
    """The own sheet of an oefening, of which little was filled in, locked."""
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.DIALOGUE))
    press(qtbot, window, "to-looking-rail")
    screen = window._stack.current
    screen.take_focus()
    QTest.keyClicks(screen.focusWidget(), "1")
    press(qtbot, screen, "lock-own")
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    return screen


def test_who_practised_alone_sees_what_was_chosen_after_it_is_locked(qtbot, window, sheet):
    screen = locked_screen(qtbot, window)
    texts = said(screen)
    asked = [(place, one) for place in screen._back.places for one in behaviours_in(place)]

    assert "Wat jij invulde" in texts
    for place, one in asked:
        chosen = screen._back.label_of(place, one.key)
        assert texts[texts.index(one.text) + 1] == (chosen or "niet ingevuld")
    assert texts.count(Label.GOOD) == 1

    screen.bring(sheet)
    assert "Wat jij invulde" not in said(screen)


def test_a_real_beraad_has_nothing_to_look_back_on(qtbot, window):
    window.new()

    assert not window.findChild(QPushButton, "to-looking-rail").isVisible()
    window.beraad.show_looking_back()
    assert window._session.isVisible()


def test_nothing_is_said_to_be_alike_where_nothing_was_compared(qtbot, window, tmp_path):
    case = practice_cases()[0]
    made = ObservationFile.begin(tmp_path / "b", case, today=date(2026, 11, 28))
    made.label("dialogue", "eens", Label.GOOD)
    screen = locked_screen(qtbot, window)
    screen.bring(made.path)
    assert any("meekeek op 28 nov 2026" in each for each in said(screen))
    assert named(screen, QPushButton, "other-sheet").isVisible()

    texts = said(screen)
    assert "Er is nog niets dat jullie allebei invulden. Vertel elkaar wat je zag." in texts
    assert not any("nergens" in each for each in texts)


def test_keys_go_on_from_part_to_part_and_stop_after_the_last_row(qtbot, window):
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.CONCLUSION))
    press(qtbot, window, "to-looking-rail")
    screen = window._stack.current
    screen.take_focus()
    whole = screen._back.filled[1]
    QTest.keyClicks(screen.focusWidget(), "1")
    for _ in range(whole - 1):
        QTest.keyClicks(screen.focusWidget(), "2")
    assert screen._back.filled == (whole, whole)

    QTest.keyClicks(screen.focusWidget(), "5")

    chosen = {
        screen._back.label_of(place, one.key)
        for place in screen._back.places
        for one in behaviours_in(place)
    }
    assert chosen == {Label.GOOD, Label.FAIR}
    assert any("laatste regel" in each for each in said(screen))
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    assert screen.focusWidget().objectName() == "own-trots"


def test_what_was_said_of_a_wrong_sheet_goes_once_the_right_one_lies_there(
    qtbot, window, sheet, tmp_path
):
    screen = locked_screen(qtbot, window)
    wrong = tmp_path / "verkeerd.observatie"
    wrong.write_bytes(b"geen blad")
    screen.bring(wrong)
    assert not screen.banner.isHidden()

    screen.bring(sheet)

    assert screen.banner.isHidden()


def test_another_sheet_takes_the_place_and_the_former_can_be_put_back(
    qtbot, window, sheet, tmp_path
):
    case = practice_cases()[0]
    screen = locked_screen(qtbot, window)
    screen.bring(sheet)
    other = ObservationFile.begin(tmp_path / "c", case, today=date(2026, 11, 28))
    other.hear("dialogue", 1, "sneeuwklok")

    screen.bring(other.path)

    assert any("sneeuwklok" in text for text in said(screen))
    assert "in de plaats van" in screen.banner.accessibleName()
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    assert any("kaneelstok" in text for text in said(screen))
    assert not any("sneeuwklok" in text for text in said(screen))
    assert screen.banner.isHidden()
