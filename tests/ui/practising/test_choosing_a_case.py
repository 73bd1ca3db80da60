"""Practising in the window: choosing a case and a ronde, and what stands beside it afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from beraad.records import PhaseKey, Setting, blank_session
from beraad.records.anatomy import Address
from beraad.training.coaching import Difficulty
from beraad.training.exercise import Tempo, recall
from beraad.training.own_cases import keep_as_case
from beraad.training.practice import practice_cases
from beraad.ui.practising.choosing_screen import ChoosingScreen
from beraad.ui.practising.comparing_screen import ComparingScreen
from beraad.ui.widgets.below import below
from tests.conftest import NOW

CASE = "schuldhulp-na-een-fraudeschuld"


def press(qtbot, inside, name):
    made = next(each for each in inside.findChildren(QPushButton, name) if each.isVisible())
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def said(screen):
    return [each.text() for each in below(screen, QLabel) if each.isVisible()]


@pytest.fixture
def choosing(window):
    window.ways.show_practice()
    screen = window._stack.current
    assert isinstance(screen, ChoosingScreen)
    return screen


def begin(qtbot, window, choosing, *, ronde=6):
    press(qtbot, choosing, f"case-{CASE}")
    press(qtbot, choosing, f"begin-at-{ronde}")
    press(qtbot, choosing, "begin")
    return window._workspace.editor


def test_each_case_tells_what_it_asks_in_words_and_dots(choosing):
    texts = said(choosing)

    for case in practice_cases():
        assert case.title in texts
        assert case.summary in texts
    assert "●○○  om te beginnen  ·  60 minuten" in texts
    assert "●●●  pittig  ·  120 minuten" in texts
    named = choosing.findChild(QPushButton, f"case-{CASE}").accessibleName()
    assert named.endswith("pittig, 120 minuten")


def test_a_ronde_tells_what_is_filled_and_what_there_is_to_learn(qtbot, choosing):
    press(qtbot, choosing, f"case-{CASE}")
    press(qtbot, choosing, "begin-at-6")

    texts = said(choosing)
    assert "De opening en ronde 1 tot en met 5 zijn ingevuld. Vanaf Afweging is het leeg." in texts
    case = next(case for case in practice_cases() if case.name == CASE)
    guidance = case.coaching.of(PhaseKey.CONSIDERATION)
    assert f"Ronde 6, leerdoel: {guidance.aim}" in texts
    assert choosing.findChild(QPushButton, "begin").text() == "Begin bij ronde 6 →"


@pytest.mark.parametrize(
    ("ronde", "told"),
    [
        (1, "Er is nog niets ingevuld."),
        (2, "Ronde 1 is ingevuld. De rest is leeg."),
        (8, "Ronde 1 en 2 zijn ingevuld. De rest is leeg."),
    ],
)
def test_of_a_case_of_ones_own_it_says_only_what_there_is(window, qtbot, tmp_path, ronde, told):
    session = blank_session(now=NOW, held_on=NOW.date(), setting=Setting.PRACTICE)
    a, b = (replace(each, text=f"Keuze {n}") for n, each in enumerate(session.options[:2]))
    session = replace(
        session,
        opening=replace(session.opening, title="Twee rondes"),
        case=replace(session.case, situation="Er gebeurt iets."),
        dilemma=replace(session.dilemma, moral_question="Wat is goed om te doen?"),
        options=(a, b),
    )
    keep_as_case(session, window._desk.folder, today=NOW.date(), is_made_up=True)
    window.ways.show_practice()
    screen = window._stack.current

    press(qtbot, screen, "case-twee-rondes")
    press(qtbot, screen, f"begin-at-{ronde}")

    assert told in said(screen)
    (tile,) = screen.findChildren(QPushButton, "case-twee-rondes")
    assert not any(each in tile.accessibleName() for each in Difficulty)


def test_the_order_of_the_case_decides_which_ronde_is_which(qtbot, choosing):
    press(qtbot, choosing, "case-inkomensgat-bij-wisselend-werk")
    press(qtbot, choosing, "begin-at-3")

    assert "De opening en ronde 1 en 2 zijn ingevuld. Vanaf Dilemma is het leeg." in said(choosing)


def test_it_begins_there_with_the_rest_empty(qtbot, window, choosing):
    editor = begin(qtbot, window, choosing)

    assert editor.session.is_practice
    assert editor.session.progress.phase is PhaseKey.CONSIDERATION
    assert len(editor.session.stakeholders) > 5
    assert not editor.session.considerations
    assert window._session.phase is PhaseKey.CONSIDERATION


def test_everything_filled_can_be_looked_at(qtbot, window, choosing):
    press(qtbot, choosing, f"case-{CASE}")
    press(qtbot, choosing, "case-whole")

    assert window._workspace.editor.session.considerations


def test_the_clock_goes_as_fast_as_was_chosen(qtbot, window, choosing):
    press(qtbot, choosing, "tempo-fourfold")
    begin(qtbot, window, choosing)
    clock = window._session.clock
    seconds = [100.0]
    clock._real_seconds = lambda: seconds[0]

    clock.toggle()
    seconds[0] += 10
    clock.settle()

    assert clock.tempo is Tempo.FOURFOLD
    spent = window._workspace.editor.session.seconds_in(PhaseKey.CONSIDERATION)
    assert spent == 40
    assert any("vier keer zo snel" in text for text in said(window._session))


def test_a_real_beraad_has_no_other_clock_and_nothing_to_compare(qtbot, window):
    window.new()

    assert window._session.clock.tempo is Tempo.USUAL
    assert not window.findChild(QPushButton, "to-comparing-rail").isVisible()


def test_afterwards_it_stands_beside_the_case_as_a_question(qtbot, window, choosing):
    editor = begin(qtbot, window, choosing, ronde=7)
    editor.edit(Address("dialogue", "shared"), "We willen allemaal dat het ophoudt.")
    press(qtbot, window, "to-comparing-rail")

    screen = window._stack.current
    assert isinstance(screen, ComparingScreen)
    texts = said(screen)
    assert "We willen allemaal dat het ophoudt." in texts
    assert any(text.startswith("We vinden allemaal dat fraude") for text in texts)
    assert "Welk verschil hebben jullie gevonden dat hier niet staat?" in texts
    assert not any("Ronde 6" in text for text in texts)
    press(qtbot, screen, "back")
    assert window._session.isVisible()


def test_what_stands_beside_it_is_read_on_by_keys(qtbot, window, choosing):
    begin(qtbot, window, choosing, ronde=4)
    window.resize(1000, 500)
    press(qtbot, window, "to-comparing-rail")
    screen = window._stack.current
    bar = screen.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        before = bar.value()
        QTest.keyClick(screen.focusWidget(), key)
        assert bar.value() > before
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_a_ronde_that_was_done_without_typing_stays_when_one_writes_elsewhere(
    qtbot, window, choosing
):
    editor = begin(qtbot, window, choosing, ronde=5)
    for phase in (PhaseKey.CONSIDERATION, PhaseKey.DIALOGUE, PhaseKey.CONCLUSION):
        editor.go_to(phase)
    editor.edit(Address("conclusion", "lesson"), "Eerder bellen.")
    press(qtbot, window, "to-comparing-rail")

    texts = said(window._stack.current)

    for number in range(5, 9):
        assert any(text.startswith(f"Ronde {number} ·") for text in texts)


def test_the_same_can_be_practised_again_and_the_first_one_stays(qtbot, window, choosing):
    editor = begin(qtbot, window, choosing)
    editor.edit(Address("dialogue", "shared"), "Dit blijft.")
    first = window._workspace.path
    press(qtbot, window, "to-comparing-rail")
    press(qtbot, window, "again")

    assert window._workspace.path != first
    assert first.exists()
    assert not window._workspace.editor.session.dialogue.shared
    assert window._session.phase is PhaseKey.CONSIDERATION
    again = recall(window._desk.folder, window._workspace.editor.session.id)
    assert again is not None
    assert again.name == CASE


def test_the_next_case_is_one_press_away(qtbot, window, choosing):
    begin(qtbot, window, choosing)
    press(qtbot, window, "to-comparing-rail")
    press(qtbot, window, "next-case")

    screen = window._stack.current
    assert isinstance(screen, ChoosingScreen)
    assert window.beraad is None
    first = practice_cases()[0]
    assert screen.findChild(QPushButton, f"case-{first.name}").isChecked()


def test_it_can_be_compared_after_it_was_opened_again(qtbot, window, choosing):
    begin(qtbot, window, choosing)
    path = window._workspace.path
    window.show_start()
    window.open(path)
    press(qtbot, window, "to-comparing-rail")

    assert isinstance(window._stack.current, ComparingScreen)


def test_what_a_group_invented_becomes_a_case_of_its_own(qtbot, window, folder):
    window.ways.show_practice()
    press(qtbot, window._stack.current, "case-empty")
    editor = window._workspace.editor
    press(qtbot, window, "to-case-rail")
    assert "nog geen casus" in window._session.banner.accessibleName()

    editor.edit(Address("opening", "title"), "Een eigen verhaal")
    for option, text in (
        (editor.session.option_a, "Ik bel nu."),
        (editor.session.option_b, "Ik wacht tot morgen."),
    ):
        editor.edit(Address("options", "text", option.id), text)
    press(qtbot, window, "to-case-rail")
    assert "verzonnen?" in window._session.banner.accessibleName()
    assert not (folder / "casussen").exists()
    qtbot.mouseClick(window._session.banner._way_out, Qt.MouseButton.LeftButton)

    assert "een-eigen-verhaal.casus" in window._session.banner.accessibleName()
    assert (folder / "casussen" / "een-eigen-verhaal.casus").exists()
    window.show_start()
    window.ways.show_practice()
    press(qtbot, window._stack.current, "case-een-eigen-verhaal")
    press(qtbot, window._stack.current, "begin-at-3")
    press(qtbot, window._stack.current, "begin")
    assert window._workspace.editor.session.option_a.text == "Ik bel nu."


def test_a_case_that_ships_and_a_real_beraad_are_not_kept_as_a_case(qtbot, window, choosing):
    begin(qtbot, window, choosing)
    assert not window.findChild(QPushButton, "to-case-rail").isVisible()
    window.show_start()
    window.new()
    assert not window.findChild(QPushButton, "to-case-rail").isVisible()
