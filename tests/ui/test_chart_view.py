"""A chart in the window: drawn, as a table, and told to a screen reader."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from beraad.ui.hearing import objects
from beraad.ui.hearing.words import spoken
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.widgets.below import below
from beraad.ui.widgets.chart import ChartView
from beraad.ui.widgets.parts import column
from tests.report.test_charts import AMOUNTS, CHARTS


@pytest.fixture
def view(qtbot, look):
    objects.install()
    screen = QWidget()
    made = ChartView()
    inside = column(screen)
    inside.addWidget(made)
    inside.addStretch(1)
    qtbot.addWidget(screen)
    screen.resize(700, 900)
    screen.show()
    yield made
    assert screen


def picture_of(view):
    return next(each for each in below(view, QWidget) if each.property("spoken-picture"))


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_a_picture_says_all_of_it_in_words(view, chart):
    view.show_chart(chart)

    heard = QAccessible.queryAccessibleInterface(picture_of(view))

    assert not view.is_table
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == spoken(chart.alternative)
    assert set(re.findall(r"\w+", chart.alternative)) <= set(
        re.findall(r"\w+", heard.text(QAccessible.Text.Name))
    )
    assert picture_of(view).focusPolicy() & Qt.FocusPolicy.TabFocus


def said(view):
    return {each.text() for each in below(view, QLabel) if each.isVisible()}


def colours(view):
    image = view.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, 60, 2)
    }


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
def test_bars_are_drawn_in_the_colours_in_force(view, look, theme, qtbot):
    look.choose_theme(theme)
    view.show_chart(AMOUNTS)

    qtbot.waitUntil(lambda: look.palette.accent in colours(view))


def test_what_does_not_fit_is_a_table(view, qtbot):
    view.show_chart(CHARTS["routes"])
    assert not view.is_table

    view.window().resize(170, 900)

    qtbot.waitUntil(lambda: view.is_table)
    qtbot.waitUntil(lambda: {"Heen", "Beleid", "Terug"} <= said(view))

    view.window().resize(900, 900)
    qtbot.waitUntil(lambda: not view.is_table)


def test_the_table_can_be_wished_and_left_again(view, qtbot):
    view.show_chart(AMOUNTS)

    view.show_table(wished=True)
    assert view.is_table
    qtbot.waitUntil(lambda: {"Knelpunt", "Schulden", "6", "enkele"} <= said(view))

    view.show_table(wished=False)
    assert not view.is_table


def test_larger_letters_make_the_picture_higher(view, look, qtbot):
    view.show_chart(AMOUNTS)
    qtbot.waitUntil(lambda: view.height() > 0)
    before = view.height()

    look.choose_percent(200)

    qtbot.waitUntil(lambda: view.height() > before)
