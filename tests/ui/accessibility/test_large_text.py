"""At 200 % on a small laptop nothing is cut (WCAG 2.2, 1.4.4)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from beraad.ui.rondes.rail import PhaseButton
from beraad.ui.start.tile import Tile
from tools.scenes import Before

SMALL_LAPTOP = (1366, 768)
SLACK = 2


def cut(window):
    """What has less room than its text takes."""
    for each in window.findChildren(QPushButton):
        if each.isVisible() and not isinstance(each, (PhaseButton, Tile)):
            if each.fontMetrics().horizontalAdvance(each.text()) > each.width():
                yield each.text()
    for each in window.findChildren(QLabel):
        if each.isVisible() and each.text():
            needed = each.heightForWidth(each.width()) if each.wordWrap() else 0
            if (
                each.height() + SLACK < needed
                or each.width() + SLACK < each.minimumSizeHint().width()
            ):
                yield each.text()


@pytest.mark.parametrize("before", Before)
def test_nothing_is_cut_in_large_text(visit, before):
    faults = []

    def inspect(scene, window):
        if scene.window is None:
            window.resize(*SMALL_LAPTOP)
            QApplication.processEvents()
            faults.extend(f"{scene.name}: {text}" for text in cut(window))
            if window.width() > SMALL_LAPTOP[0]:
                faults.append(f"{scene.name}: {window.width()} breed")

    visit(before, inspect, percent=200)

    assert faults == []
