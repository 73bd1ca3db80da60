"""A case made fit to train with in the window, given on, opened as a file, and played."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from beraad.phases.behaviours import Label
from beraad.training.case_writing import written_case
from beraad.training.own_cases import checked_case, take_in
from beraad.training.practice import load, practice_cases
from beraad.ui.practising.case_form_screen import CaseFormScreen
from beraad.ui.practising.example_screen import ExampleScreen
from beraad.ui.widgets.below import below
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW


def seen(inside, kind):
    return (each for each in below(inside, kind) if each.isVisible())


def named(inside, name, kind=QPushButton):
    return next((each for each in seen(inside, kind) if each.objectName() == name), None)


def press(qtbot, inside, name):
    qtbot.mouseClick(named(inside, name), Qt.MouseButton.LeftButton)


def typed(screen, name, text):
    field = named(screen, name, TextField)
    field.setFocus()
    QTest.keyClicks(field, text)


@pytest.fixture
def own(folder, tmp_path):
    session = load(practice_cases()[0], now=NOW, held_on=date(2026, 11, 24))
    path = tmp_path / "mijn.casus"
    path.write_text(written_case(session, today=date(2026, 11, 28)), "utf-8")
    return take_in(path, folder, today=NOW.date())


@pytest.fixture
def form(window, own):
    """The form of a case that lacks everything, on a small laptop."""
    window.resize(1366, 768)
    window.ways.show_practice("mijn")
    press_form(window)
    return window._stack.current


def press_form(window):
    named(window._stack.current, "case-form").click()


def in_sight(screen, text):
    """Whether all of the label with this text is in sight."""
    found = next(each for each in below(screen, QLabel) if each.text() == text)
    return found.visibleRegion().boundingRect() == found.rect()


def scroll(qtbot, screen, share):
    bar = next(seen(screen, QScrollArea)).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2 * screen.height())
    bar.setValue(round(bar.maximum() * share))


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 1])
def test_what_is_still_needed_stays_in_sight_wherever_one_writes(qtbot, form, share):
    scroll(qtbot, form, share)

    qtbot.waitUntil(lambda: in_sight(form, "Nog nodig"))
    for end in form._form.open_ends():
        assert in_sight(form, end)
    assert in_sight(form, "Is dit verzonnen?")


def test_what_is_needed_stands_at_the_top_again_when_one_goes_back(qtbot, form):
    scroll(qtbot, form, 1)
    qtbot.waitUntil(lambda: in_sight(form, "Nog nodig"))
    scroll(qtbot, form, 0)

    qtbot.waitUntil(lambda: in_sight(form, "Nog nodig"))
    assert in_sight(form, "Over de casus")


def test_a_case_of_ones_own_is_filled_in_given_on_and_played(qtbot, window, own, tmp_path):
    window._settings.export_folder = tmp_path / "mee"
    window.ways.show_practice("mijn")
    press(qtbot, window._stack.current, "case-form")
    screen = window._stack.current
    assert isinstance(screen, CaseFormScreen)
    for name, text in (
        ("leerdoel", "Wachten"),
        ("valkuil", "Raad"),
        ("modelvraag", "Wat zag je?"),
        ("minuten", "8"),
    ):
        typed(screen, f"dilemma-{name}", text)
    press(qtbot, screen, "add-role")
    typed(screen, "rol-1-rol", "de buurman")
    screen._noting.hand_over()
    needed = "Rollenkaart de buurman: nog niet alle velden."
    qtbot.waitUntil(lambda: needed in [each.text() for each in seen(screen, QLabel)])
    for name in ("weet", "bij_open_vraag", "zegt"):
        typed(screen, f"rol-1-{name}", name)
    press(qtbot, screen, "give-case")
    assert "Is het verzonnen?" in screen.banner.accessibleName()
    assert not (tmp_path / "mee").exists()
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    assert "bleef achter" not in screen.banner.accessibleName()

    (copy,) = (tmp_path / "mee").iterdir()
    given = checked_case(copy).coaching
    assert [role.name for role in given.roles] == ["de buurman"]
    assert [(one.aim, one.minutes) for one in given.rounds] == [("Wachten", 8)]
    press(qtbot, screen, "role-away")
    assert named(screen, "rol-1-rol", TextField) is None
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    assert named(screen, "rol-1-rol", TextField).toPlainText() == "de buurman"
    press(qtbot, screen, "play-case")
    assert window._workspace.editor.session.opening.title == own.title


def test_after_a_role_went_the_next_is_at_hand(qtbot, window, own):
    window.ways.show_practice("mijn")
    press(qtbot, window._stack.current, "case-form")
    screen = window._stack.current
    for name in ("de buurman", "de arts", "de oma"):
        press(qtbot, screen, "add-role")
        number = screen._form.roles[-1]
        typed(screen, f"{number}-rol".replace(" ", "-"), name)
    screen._noting.hand_over()
    away = [each for each in seen(screen, QPushButton) if each.objectName() == "role-away"]
    away[0].setFocus()
    QTest.keyClick(away[0], Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: QApplication.focusWidget().accessibleDescription() == "de arts")


def test_a_case_that_ships_cannot_be_changed(window):
    window.ways.show_practice()
    assert named(window._stack.current, "case-form") is None


def test_a_case_that_somebody_gave_is_put_among_the_others(qtbot, window, own, tmp_path):
    other = tmp_path / "anders.casus"
    other.write_text(
        own.path.read_text("utf-8").replace('leerdoel = "', 'leerdoel = "Anders. '), "utf-8"
    )

    window.ways.bring_in(other)

    qtbot.waitUntil(lambda: named(window._stack.current, "case-anders") is not None)


def test_the_example_of_an_observation_is_filled_in_without_a_clock(qtbot, window, own):
    window.ways.show_practice("mijn")
    press(qtbot, window._stack.current, "case-form")
    press(qtbot, window._stack.current, "fill-example")
    example = window._stack.current
    assert isinstance(example, ExampleScreen)
    assert named(example, "clock") is None
    assert named(example, "hand-on") is None
    example.go_to("dilemma")
    QTest.keyClicks(example.focusWidget(), "1")
    typed(example, "moment-text", "Een stilte")
    press(qtbot, example, "moment-none")
    assert example.banner.isVisible()
    typed(example, "moment-time", "5:40")
    press(qtbot, example, "moment-seen")
    example.banner.hide()
    qtbot.keyClick(example, Qt.Key.Key_Escape)

    screen = window._stack.current
    assert isinstance(screen, CaseFormScreen)
    assert "Ingevuld: 1 van 10 delen." in [each.text() for each in seen(screen, QLabel)]
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    (noted,) = checked_case(own.path).coaching.seen
    assert list(noted.labels.values()) == [Label.GOOD]
    assert [(each.at, each.what) for each in noted.moments] == [("05:40", "Een stilte")]


def test_a_case_of_ones_own_is_taken_away_after_a_question(qtbot, window, own):
    window.ways.show_practice(own.name)
    screen = window._stack.current
    press(qtbot, screen, "case-away")
    assert own.path.exists()
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)

    assert not own.path.exists()
    assert named(window._stack.current, f"case-{own.name}") is None
    assert named(window._stack.current, "case-away") is None
