from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from beraad.assets import HOUSE as FILE_NAME
from beraad.ui.desk import Desk
from beraad.ui.main_window import MainWindow
from beraad.ui.settings import Settings
from beraad.ui.spelling.speller import Speller
from beraad.ui.spelling.word_list import WordList
from tests.conftest import NOW


@pytest.fixture
def window(folder, look, qtbot, tmp_path):
    speller = Speller(WordList(tmp_path / "woordenlijst.txt"), wanted=False)
    settings = Settings(tmp_path / "instellingen.ini")
    made = MainWindow(Desk(folder, now=lambda: NOW), look, settings, speller)
    qtbot.addWidget(made)
    return made


def told(window):
    return " ".join(each.text() for each in window._start.banner.findChildren(QLabel))


def test_a_broken_house_style_is_told_quietly_and_work_goes_on(window, folder):
    (folder / FILE_NAME).write_text('[kleuren]\naccent = "rood"', encoding="utf-8")
    window.refresh_start()

    assert "kleuren.accent" in told(window)
    assert window._desk.house().name == ""


def test_a_house_style_that_is_right_is_not_spoken_of(window, folder):
    (folder / FILE_NAME).write_text('naam = "Gemeente Voorbeeldstad"', encoding="utf-8")
    window.refresh_start()

    assert "huisstijl" not in told(window)
    assert window._desk.house().name == "Gemeente Voorbeeldstad"
