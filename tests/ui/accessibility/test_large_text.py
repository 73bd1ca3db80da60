"""At 200 % on a small laptop nothing is cut (WCAG 2.2, 1.4.4)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from beraad.ui.rondes.rail import PhaseButton
from beraad.ui.start.tile import Tile
from tools.scenes import Before

SMALL_LAPTOP = (1366, 768)
SLACK = 2
TOO_WIDE_STILL = {"verslag", "signaal-nalezen"}


def cut(window):
    """What has less room than its text takes."""
    for each in window.findChildren(QPushButton):
        paints_itself = isinstance(each, (PhaseButton, Tile))
        wide = each.fontMetrics().horizontalAdvance(each.text())
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
        if scene.window is None and scene.name not in TOO_WIDE_STILL:
            window.resize(*SMALL_LAPTOP)
            QApplication.processEvents()
            faults.extend(f"{scene.name}: {text}" for text in cut(window))
            if window.width() > SMALL_LAPTOP[0]:
                faults.append(f"{scene.name}: {window.width()} breed")

    visit(before, inspect, percent=200)

    assert faults == []
