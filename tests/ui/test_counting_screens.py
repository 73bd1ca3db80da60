"""Overzicht and Patronen in the window: by keyboard and by screen reader, empty and full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView

from beraad.app import build
from beraad.phases.issue_table import AFTERWARDS, WRITE_DOWN
from beraad.publishing.judging import judgements_in
from beraad.records import Id, StepKind
from beraad.signals.events import EventKind, event, judged_payload
from beraad.signals.judgements import mark_of_title, pair_of
from beraad.store.places import practice_folder, prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from beraad.store.session_file import SessionFile
from beraad.ui.counting.overview_screen import OverviewScreen
from beraad.ui.counting.patterns_screen import PatternsScreen
from beraad.ui.settings import Settings
from beraad.ui.signals.life_screen import SignalLifeScreen
from beraad.ui.signals.register_screen import RegisterScreen
from beraad.ui.signals.signal_card import SignalCard
from beraad.ui.signals.step_words import STEP_BUTTONS
from beraad.ui.widgets.below import below
from beraad.ui.widgets.chart import ChartView
from beraad.ui.widgets.choice_field import ChoiceField
from tests.conftest import NOW
from tests.publishing.test_overviewing import TEAMS, signal, talk

TODAY = date(2026, 5, 27)
WAIT, LOAN = "Wachten zonder inkomen", "Geen geld tijdens de aanvraag"


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "beraden"
    prepare(folder)
    prepare(practice_folder(folder))
    return folder


@pytest.fixture
def filled(home):
    with Register.open(register_path(home, practice=False)) as register:
        for number in range(5):
            register.put(signal(number, process="Aanvraag bijstand"))
        loan = signal(4, title=LOAN, process="aanvraag bijstand")
        register.put(replace(loan, id=Id(f"{7:032x}")))
        register.put(signal(5, process="Aanvraag bijstand"))
    for number in range(6):
        made = talk(number)
        SessionFile.create(session_path(home, made), made).close()
    return home


@pytest.fixture
def shown(qtbot, look, tmp_path):
    def make(kind, folder):
        settings = Settings(tmp_path / "instellingen.ini")
        settings.export_folder = tmp_path / "uit"
        settings.export_folder.mkdir(exist_ok=True)
        args = {"today": lambda: TODAY}
        screen = (
            OverviewScreen(folder, look, settings, **args)
            if kind is OverviewScreen
            else PatternsScreen(folder, look, **args)
        )
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.take_focus()
        told = screen.findChild(QLabel, "told")
        qtbot.waitUntil(lambda: "ogenblik" not in told.text())
        return screen

    return make


def said(screen):
    return [each.text() for each in below(screen, QLabel) if each.isVisible()]


def says(qtbot, screen, words):
    """Wait until it stands there: what is added to a window that is open shows a moment later."""
    qtbot.waitUntil(lambda: any(words in text for text in said(screen)))


def press(qtbot, screen, name):
    def found():
        return [each for each in screen.findChildren(QPushButton, name) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    (button,) = found()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)


def titles(screen):
    model = screen.findChild(QTableView, "rows").model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


@pytest.mark.parametrize("kind", [OverviewScreen, PatternsScreen])
def test_without_anything_it_says_how_to_begin(qtbot, shown, home, kind):
    screen = shown(kind, home)

    says(qtbot, screen, "ronde 8")
    assert not [each for each in below(screen, ChartView) if each.isVisible()]


def test_rows_are_walked_through_with_the_keys_and_each_cell_is_heard_once(qtbot, shown, filled):
    screen = shown(OverviewScreen, filled)
    table = screen.findChild(QTableView, "rows")

    assert table.hasFocus()
    assert sorted(titles(screen)) == sorted([WAIT, LOAN])
    first = titles(screen)[table.currentIndex().row()]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    second = titles(screen)[table.currentIndex().row()]
    assert {first, second} == {WAIT, LOAN}
    qtbot.waitUntil(lambda: second in said(screen))
    row, model = titles(screen).index(WAIT), table.model()
    heard = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(model.columnCount())
    ]
    assert heard[:4] == [WAIT, "Teams: 3", "Beraden: 6", "Sinds: voorjaar 2026"]
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.text(QAccessible.Text.Name) == "Knelpunten"


def test_no_team_is_in_sight(qtbot, shown, filled):
    for kind in (OverviewScreen, PatternsScreen):
        screen = shown(kind, filled)
        told = " ".join(said(screen))
        told += " ".join(each.chart.alternative for each in below(screen, ChartView))

        for team in TEAMS:
            assert team not in told


def judged_in(folder):
    register = register_path(folder, practice=False)
    return judgements_in(register, signal_lines(register))


def test_what_was_judged_is_taken_back_and_done_again_by_keys(qtbot, shown, filled):
    screen = shown(OverviewScreen, filled)
    press(qtbot, screen, "same")
    qtbot.waitUntil(lambda: len(judged_in(filled)) == 1)
    table = screen.findChild(QTableView, "rows")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)

    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    assert judged_in(filled) == ()
    assert any("Teruggenomen" in each for each in said(screen))

    qtbot.keyClick(table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert judged_in(filled)[0].same

    for _ in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any("niets meer om terug te nemen" in each for each in said(screen)))


def test_what_looks_alike_is_judged_kept_and_taken_back(qtbot, shown, filled):
    screen = shown(OverviewScreen, filled)

    qtbot.waitUntil(lambda: any("zelfde proces" in text.casefold() for text in said(screen)))
    press(qtbot, screen, "same")

    qtbot.waitUntil(lambda: len(titles(screen)) == 1)
    (judgement,) = judged_in(filled)
    assert judgement.same
    assert {judgement.first, judgement.second} == {WAIT, LOAN}
    press(qtbot, screen, "take-back")

    qtbot.waitUntil(lambda: len(titles(screen)) == 2)
    assert judged_in(filled) == ()


def test_what_two_laptops_said_otherwise_stands_side_by_side_until_somebody_chooses(
    qtbot, shown, filled
):
    register = register_path(filled, practice=False)
    first, second = mark_of_title(WAIT), mark_of_title(LOAN)
    with Register.open(register) as opened:
        for number, same in enumerate((True, False)):
            told = judged_payload(first, second, same=same)
            made = event(
                device=f"{number}" * 32,
                seq=1,
                prev="",
                kind=EventKind.JUDGED,
                entity=pair_of(first, second),
                seen=(),
                payload=told,
            )
            opened.add([made])
    screen = shown(OverviewScreen, filled)

    says(qtbot, screen, "Twee laptops besloten iets anders")
    assert len(titles(screen)) == 2
    press(qtbot, screen, "same")

    qtbot.waitUntil(lambda: len(titles(screen)) == 1)
    (judgement,) = judged_in(filled)
    assert judgement.same
    assert not judgement.disputed


def test_searching_and_leaving_with_the_keys(qtbot, shown, filled):
    screen = shown(OverviewScreen, filled)

    qtbot.keyClick(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = screen.findChild(QLineEdit, "find-rows")
    assert search.hasFocus()
    qtbot.keyClicks(search, "geld")
    assert titles(screen) == [LOAN]
    qtbot.keyClicks(search, "xyz")
    says(qtbot, screen, "past bij wat je zoekt")
    screen.findChild(ChoiceField, "span").setFocus()
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert len(titles(screen)) == 2
    assert search.hasFocus()
    with qtbot.waitSignal(screen.back_wished):
        qtbot.keyClick(search, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("write-csv", {"overzicht 2026-01 tot 2026-12.csv"}),
        (
            "write-letter",
            {
                f"{document} 2026-01 tot 2026-12.{form}"
                for document in ("overzicht", "beleidsbrief")
                for form in ("pdf", "odt", "md")
            }
            | {"overzicht 2026-01 tot 2026-12.csv"},
        ),
        (
            "to-issue-table",
            {f"kwestietafel 2026-01 tot 2026-12 {LOAN}.{form}" for form in ("pdf", "odt")},
        ),
    ],
)
def test_documents_are_made_from_here(qtbot, shown, filled, tmp_path, name, files):
    screen = shown(OverviewScreen, filled)

    press(qtbot, screen, name)
    if name == "to-issue-table":  # Of a row of a few: its words are those of one team.
        says(qtbot, screen, "Op het blad staan de woorden van één signaal")
        assert not list((tmp_path / "uit").iterdir())
        (way_out,) = [each for each in below(screen, QPushButton) if each.text() == "Maak het blad"]
        qtbot.waitUntil(way_out.isVisible)
        qtbot.keyClick(way_out, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: {path.name for path in (tmp_path / "uit").iterdir()} == files)
    says(qtbot, screen, "Geschreven in de map uit")


def test_patterns_are_pictures_with_their_words_or_a_table(qtbot, shown, filled):
    screen = shown(PatternsScreen, filled)
    charts = list(below(screen, ChartView))

    says(qtbot, screen, "In 6 van 6 beraden botst moed met privacy.")
    assert any("moed ↔ privacy: 6" in chart.chart.alternative for chart in charts)
    press(qtbot, screen, "as-table")
    qtbot.waitUntil(lambda: all(chart.is_table for chart in charts))
    says(qtbot, screen, "Plakken we de band?")


def test_a_broken_file_of_judgements_is_told_and_the_rest_is_shown(qtbot, shown, filled):
    (filled / "knelpunten.json").write_text("{", encoding="utf-8")

    screen = shown(OverviewScreen, filled)

    says(qtbot, screen, "knelpunten.json")
    assert len(titles(screen)) == 2


@pytest.mark.parametrize("width", [1180, 1366])
def test_no_cell_is_cut_beside_what_is_told_of_a_row(qtbot, shown, filled, width):
    with Register.open(register_path(filled, practice=False)) as register:
        for number in range(40):
            one = signal(number % 6, title=f"Knelpunt dat ergens nummer {number} heeft")
            register.put(replace(one, id=Id(f"{number + 100:032x}")))
    screen = shown(OverviewScreen, filled)
    screen.resize(width, 768)
    table = screen.findChild(QTableView, "rows")
    qtbot.waitUntil(lambda: table.model().rowCount() > 20)
    qtbot.waitUntil(lambda: table.verticalScrollBar().isVisible())

    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_from_a_knelpunt_its_signals_are_one_key_away_and_what_was_decided_is_a_step(
    qapp, filled, tmp_path, qtbot
):
    window = build(qapp, filled, config=tmp_path / "config", now=lambda: NOW)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: len(window._start.rows) > 0)
    window.ways.show_overview()
    screen = window._stack.current
    qtbot.waitUntil(lambda: bool(seen(screen, "to-signals-of-row")))
    title = screen._about.findChildren(QLabel)[1].text()
    assert WRITE_DOWN in told(screen)
    (way,) = seen(screen, "to-signals-of-row")
    way.setFocus()
    qtbot.keyClick(way, Qt.Key.Key_Space)

    signals = window._stack.current
    assert isinstance(signals, RegisterScreen)
    assert f"Signalen over “{title}”." in told(signals)
    assert WRITE_DOWN in told(signals)
    cards = {card.line.title for card in signals.findChildren(SignalCard) if card.isVisible()}
    assert cards == {title}
    assert QApplication.focusWidget().objectName() == "next-step"

    seen(signals, "read-signal")[0].click()
    life = window._stack.current
    assert isinstance(life, SignalLifeScreen)
    life._back.click()
    assert f"Signalen over “{title}”." in told(window._stack.current)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keySequence(window._stack.current, QKeySequence("Esc"))
    back = window._stack.current
    assert "Signalen over" not in told(back)
    found = [line.title for lane in back._lanes for line in back._found(lane.lane, TODAY)]
    assert set(found) == {WAIT, LOAN}
    window.ways.show_signals()
    assert "Signalen over" not in told(window._stack.current)


def seen(screen, name):
    return [each for each in screen.findChildren(QPushButton, name) if each.isVisible()]


def told(screen):
    return "\n".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def test_sheet_and_window_name_the_buttons_that_there_are():
    for kind in (StepKind.IN_PROGRESS, StepKind.ANSWERED, StepKind.PASSED_ON):
        assert f"“{STEP_BUTTONS[kind]}”" in WRITE_DOWN
    assert WRITE_DOWN in AFTERWARDS


def test_what_is_not_passed_on_is_open_and_not_done(qtbot, shown, filled):
    with Register.open(register_path(filled, practice=False)) as register:
        for number in range(6):
            one = signal(number, title="Nog bij ons")
            register.put(replace(one, id=Id(f"{number + 100:032x}")))
    screen = shown(OverviewScreen, filled)
    qtbot.waitUntil(lambda: "Nog bij ons" in titles(screen))
    for which, is_there in (("Open", True), ("Af", False)):
        (one,) = [each for each in screen.findChildren(QPushButton) if each.text() == which]
        one.click()
        assert ("Nog bij ons" in titles(screen)) is is_there
