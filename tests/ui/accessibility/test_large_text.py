"""At 200 % nothing is cut, on a small laptop and on half of one (WCAG 2.2, 1.4.4 and 1.4.10)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from beraad.errors import Solvable
from beraad.ui.rondes.rail import PhaseButton
from beraad.ui.start.tile import Tile
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import button, panel
from beraad.ui.widgets.scroll import scrolled
from tools.scenes import Before

SMALL_LAPTOP, HALF_OF_IT = (1366, 768), (683, 384)
SLACK = 2

SETTLED = 30
"""Turns in which a page that is made bit by bit is there."""


def cut(window):
    """What has less room than its text takes."""
    for each in (*window.findChildren(QPushButton), *window.findChildren(QCheckBox)):
        paints_itself = isinstance(each, (PhaseButton, Tile))
        lines = QAbstractButton.text(each).split("\n")
        wide = max(each.fontMetrics().horizontalAdvance(line) for line in lines)
        if each.isVisible() and not paints_itself and wide > each.width():
            yield each.text()
    for each in window.findChildren(QLabel):
        if each.isVisible() and each.text():
            high = each.heightForWidth(each.width()) if each.wordWrap() else 0
            wide = each.minimumSizeHint().width()
            if high > each.height() + SLACK or wide > each.width() + SLACK:
                yield each.text()


@pytest.mark.parametrize("before", Before)
def test_nothing_is_cut_in_large_text(visit, before):
    faults = []

    def inspect(scene, window):
        for size in (SMALL_LAPTOP, HALF_OF_IT) if scene.window is None else ():
            window.resize(*size)
            for _ in range(SETTLED):
                QApplication.processEvents()
            faults.extend(f"{scene.name}, {size}: {text}" for text in cut(window))
            if window.width() > size[0] or window.height() > size[1]:
                faults.append(f"{scene.name}: {window.width()} × {window.height()}")

    visit(before, inspect, percent=200)

    assert "\n".join(faults) == ""


WHERE = [*((before, 200, HALF_OF_IT) for before in Before), (Before.LATE_TALK, 100, SMALL_LAPTOP)]


@pytest.mark.parametrize(("before", "percent", "size"), WHERE)
def test_every_screen_scrolls_up_and_down_only(visit, before, percent, size):
    sideways = set()

    def inspect(scene, window):
        if scene.window is not None:
            return
        window.resize(*size)
        for _ in range(SETTLED):
            QApplication.processEvents()
        for area in window.findChildren(QScrollArea):
            if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
                sideways.add(scene.name)

    visit(before, inspect, percent=percent)

    assert sideways == set()


def test_a_text_of_a_button_is_broken_between_words_and_stays_one_text(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    long = button("Toon betekenis, soort en herkomst van deze norm")
    tick = CheckField("De inbrenger heeft het verslag gelezen en is het ermee eens")
    inside = QVBoxLayout(window)
    inside.addWidget(long)
    inside.addWidget(tick)

    window.show()

    for each in (long, tick):
        assert "\n" in QAbstractButton.text(each)
        assert QAbstractButton.text(each).split() == each.text().split()
        assert "\n" not in each.accessibleName()
    window.resize(1600, 200)
    qtbot.waitUntil(lambda: "\n" not in QAbstractButton.text(tick))
    assert tick.text() == "De inbrenger heeft het verslag gelezen en is het ermee eens"


def test_a_row_that_does_not_fit_becomes_a_column_and_a_row_again(qtbot):
    window = QWidget()
    row = panel("bar")
    row.setParent(window)
    inside = QHBoxLayout(row)
    parts = [button(text) for text in ("Terug naar het gesprek", "In het register zetten")]
    for part in parts:
        inside.addWidget(part)
    qtbot.addWidget(window)
    window.show()

    row.resize(max(part.width() for part in parts) + 40, 200)
    assert inside.direction() is QHBoxLayout.Direction.TopToBottom

    row.resize(2000, 200)
    assert inside.direction() is QHBoxLayout.Direction.LeftToRight


def test_a_bar_of_several_lines_scrolls_along_with_its_page_where_the_window_is_low(qtbot):
    page, bar = QWidget(), panel("bar")
    along = QVBoxLayout(page)
    along.addWidget(button("Op de bladzijde"))
    beside = QHBoxLayout(bar)
    parts = [button(text) for text in ("Terug naar het gesprek", "In het register zetten")]
    for part in parts:
        beside.addWidget(part)
    both = PageOverBar(scrolled(page), bar)
    qtbot.addWidget(both)
    both.resize(900, 600)
    both.show()
    both.activateWindow()
    parts[1].setFocus()
    qtbot.waitUntil(parts[1].hasFocus)
    area = both.findChild(QScrollArea)
    assert not area.isAncestorOf(bar)

    both.resize(max(part.width() for part in parts) + 40, 100)
    qtbot.waitUntil(lambda: area.isAncestorOf(bar))
    assert parts[1].hasFocus()

    both.resize(900, 600)
    qtbot.waitUntil(lambda: not area.isAncestorOf(bar))
    assert bar.isVisible()
    assert parts[1].hasFocus()


def test_a_long_message_leaves_room_for_what_it_is_about_and_can_be_read_by_a_key(qtbot):
    window = QWidget()
    inside = QVBoxLayout(window)
    inside.setContentsMargins(0, 0, 0, 0)
    banner, work = Banner(), QWidget()
    inside.addWidget(banner)
    inside.addWidget(work, 1)
    qtbot.addWidget(window)
    window.resize(300, 300)
    window.show()

    banner.show_problem(
        Solvable("Bewaren lukt niet. " * 8, kept="Alles staat nog hier. " * 8),
        way_out="Bewaar elders …",
    )

    told = banner.findChild(QScrollArea)
    qtbot.waitUntil(lambda: told.verticalScrollBar().maximum() > 0)
    assert work.height() > window.height() / 3
    assert told.focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.keyClick(told, Qt.Key.Key_Down)
    assert told.verticalScrollBar().value() > 0
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: told.verticalScrollBar().maximum() == 0)
    assert told.focusPolicy() is Qt.FocusPolicy.NoFocus
