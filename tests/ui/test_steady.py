"""Nothing changes place between the press and the release of a click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.date_field import DateField
from tests.conftest import TODAY

LEFT = Qt.MouseButton.LeftButton


class Click:
    """A click by the mouse itself, in two halves: Qt knows that a button is down."""

    def __init__(self, page, button):
        self._window = page
        self._place = button.mapTo(self._window, button.rect().center())

    def press(self):
        QTest.mousePress(self._window.windowHandle(), LEFT, pos=self._place)
        QApplication.processEvents()

    def release(self):
        QTest.mouseRelease(self._window.windowHandle(), LEFT, pos=self._place)
        QApplication.processEvents()


def shown(qtbot, *parts):
    page = QWidget()
    inside = QVBoxLayout(page)
    for part in parts:
        inside.addWidget(part)
    inside.addStretch(1)
    qtbot.addWidget(page)
    page.resize(600, 400)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_banner_that_comes_during_a_click_waits_for_its_end(qtbot):
    banner, button, pressed = Banner(), QPushButton("Verder"), []
    button.clicked.connect(lambda: pressed.append(button.y()))
    page = shown(qtbot, banner, button)
    place = button.pos()
    click = Click(page, button)

    click.press()
    banner.show_problem(Solvable("De schijf is vol."))
    QApplication.processEvents()
    assert button.pos() == place
    click.release()

    assert pressed == [place.y()]
    qtbot.waitUntil(banner.isVisible)
    assert button.pos() != place


def test_a_banner_that_was_solved_before_the_end_of_the_click_never_comes(qtbot):
    banner, button = Banner(), QPushButton("Verder")
    page = shown(qtbot, banner, button)
    click = Click(page, button)
    problem = Solvable("De schijf is vol.")

    click.press()
    banner.show_problem(problem)
    banner.solve(problem)
    click.release()
    qtbot.waitUntil(lambda: not banner._steady._later.isActive())

    assert banner.isHidden()


def test_a_click_while_a_date_is_unreadable_hits_what_it_was_aimed_at(qtbot):
    date, button, pressed = DateField(name="Datum", today=lambda: TODAY), QPushButton("Verder"), []
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: pressed.append(True))
    page = shown(qtbot, date, button)
    line = date.findChild(QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "29-2-2027")
    click = Click(page, button)

    click.press()
    click.release()

    assert pressed == [True]
    why = date.findChild(QLabel, "why")
    qtbot.waitUntil(why.isVisible)
    assert "februari 2027 heeft 28 dagen." in why.text()
