from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from beraad.ui.settings import Settings
from beraad.ui.window_place import USUAL, WindowPlace


class Placed(QWidget):
    """A window that does what the window of Beraad does."""

    def __init__(self, settings):
        super().__init__()
        self.place = WindowPlace(self, settings)

    def closeEvent(self, event):
        self.place.remember()
        super().closeEvent(event)


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "instellingen.ini")


@pytest.fixture
def placed(qtbot, settings):
    def make():
        window = Placed(settings)
        qtbot.addWidget(window)
        window.place.take()
        with qtbot.waitExposed(window):
            window.show()
        return window

    return make


def test_a_screen_too_small_for_the_usual_size_is_filled(placed):
    window = placed()
    free = window.screen().availableGeometry()
    assert free.width() < USUAL.width()
    assert window.isMaximized()
    assert free.contains(window.geometry())
    assert free.contains(window.normalGeometry())


def test_size_and_place_come_back(placed):
    first = placed()
    first.showNormal()
    first.setGeometry(40, 50, 500, 400)
    first.close()
    second = placed()
    assert not second.isMaximized()
    assert second.geometry() == QRect(40, 50, 500, 400)


def test_a_window_that_filled_the_screen_fills_it_again(placed):
    first = placed()
    first.showNormal()
    first.setGeometry(40, 50, 500, 400)
    first.showMaximized()
    first.close()
    assert placed().isMaximized()


def test_a_window_on_a_screen_that_is_gone_comes_back_in_sight(placed):
    first = placed()
    first.showNormal()
    first.setGeometry(QRect(QPoint(9000, 4000), first.minimumSize().expandedTo(USUAL / 3)))
    first.close()
    second = placed()
    assert second.screen().availableGeometry().contains(second.geometry())


@pytest.mark.parametrize("written", ["geen plaats", "AAAA", "é"])
def test_what_is_no_place_is_taken_as_none(placed, settings, written):
    settings.keep("venster/plaats", written)
    assert placed().isMaximized()
