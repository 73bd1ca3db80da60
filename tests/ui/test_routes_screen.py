"""The routekaart in the window: by keyboard, by screen reader, and with an own file."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.phases.routes import FILE_NAME, example
from beraad.ui.routes.screen import RoutesScreen
from beraad.ui.settings import Settings
from beraad.ui.widgets.below import below
from beraad.ui.widgets.chart import ChartView


@pytest.fixture
def opened_files(monkeypatch):
    found = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: found.append(url.toLocalFile()) or True
    )
    return found


@pytest.fixture
def screen_on(qtbot, look, tmp_path):
    def make(today=date(2026, 11, 28), **of_a_signal):
        settings = Settings(tmp_path / "instellingen.ini")
        settings.export_folder = tmp_path
        screen = RoutesScreen(tmp_path, look, settings, today=lambda: today, **of_a_signal)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.take_focus()
        return screen

    return make


def press(qtbot, screen, name):
    qtbot.mouseClick(screen.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def said(screen):
    return [each.text() for each in below(screen, QLabel) if each.isVisible()]


def test_every_place_can_be_chosen_with_the_keys(qtbot, screen_on):
    screen = screen_on()

    assert screen.focusWidget().text() == "Teamleider"
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Right)

    chosen = next(each for each in example().routes if each.name == "Beleid")
    assert screen.focusWidget().text() == "Beleid"
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: {text for _, text in chosen.told} <= set(said(screen)))
    picture = next(each for each in below(screen, ChartView))
    assert "Beleid (3 weken, gekozen)" in picture.chart.alternative


def test_everything_stands_in_the_table_too(qtbot, screen_on):
    screen = screen_on()

    press(qtbot, screen, "as-table")

    for route in example().routes:
        told = {route.name, route.question, route.handled_by}
        qtbot.waitUntil(lambda told=told: told <= set(said(screen)))


@pytest.mark.parametrize(("today", "asks"), [(date(2026, 11, 28), False), (date(2028, 1, 1), True)])
def test_a_peildatum_older_than_a_year_asks_to_be_checked(screen_on, today, asks):
    screen = screen_on(today)

    assert any("Klopt dit nog?" in text for text in said(screen)) is asks
    assert screen.findChild(QPushButton, "check-routes").isVisible() is asks
    assert any("Peildatum 1 november 2026" in text for text in said(screen))


def test_editing_makes_an_own_file_once_and_reads_it_again(
    qtbot, screen_on, tmp_path, opened_files
):
    screen = screen_on()
    own = tmp_path / FILE_NAME

    press(qtbot, screen, "edit-routes")
    own.write_text(
        own.read_text(encoding="utf-8").replace('naam = "Teamleider"', 'naam = "Coach"'),
        encoding="utf-8",
    )
    press(qtbot, screen, "edit-routes")
    press(qtbot, screen, "read-again")

    assert opened_files == [str(own)] * 2
    qtbot.waitUntil(lambda: "Coach" in said(screen))
    assert not any("voorbeeld" in text for text in said(screen))


def test_a_broken_own_file_is_told_and_the_example_shown(qtbot, screen_on, tmp_path):
    (tmp_path / FILE_NAME).write_text("[[route]]\nnaam = 3\n", encoding="utf-8")

    screen = screen_on()

    assert any("routes.toml, regel" in text for text in said(screen))
    assert "Teamleider" in said(screen)


def test_it_is_printed_on_a3(qtbot, screen_on, tmp_path):
    screen = screen_on()

    press(qtbot, screen, "print-routes")

    qtbot.waitUntil((tmp_path / "routekaart.pdf").exists)
    qtbot.waitUntil(lambda: any("routekaart.pdf" in text for text in said(screen)))


def test_where_a_signal_is_comes_first_and_leads_back_to_it(qtbot, screen_on):
    screen = screen_on(holder="beleid", back="Signaal")

    assert screen.focusWidget().text() == "Beleid"
    qtbot.waitUntil(lambda: "dit signaal is hier" in said(screen))
    picture = next(each for each in below(screen, ChartView))
    assert "Beleid (3 weken, dit signaal is hier)" in picture.chart.alternative
    assert screen.findChild(QPushButton, "back").text() == "← Signaal"


def test_esc_leads_back(qtbot, screen_on):
    screen = screen_on()

    with qtbot.waitSignal(screen.back_wished):
        qtbot.keyClick(screen, Qt.Key.Key_Escape)
