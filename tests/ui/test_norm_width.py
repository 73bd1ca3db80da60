"""A row folds where it is too narrow for what one writes in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from beraad.records import PhaseKey
from beraad.ui.rondes.norm_row import NormRow
from tests.editing.support import furnished

LETTERS = 16

SETTLED = 30
"""Turns in which a page that is made bit by bit is there."""


@pytest.mark.parametrize("room", [(683, 384), (1024, 600), (1366, 768)])
@pytest.mark.parametrize("percent", [100, 200])
def test_a_norm_has_room_for_some_words_on_a_line(screen_of, look, qtbot, room, percent):
    look.choose_percent(percent)
    screen = screen_of(furnished())
    screen.resize(*room)
    screen.go_to(PhaseKey.PERSPECTIVES)

    for _ in range(SETTLED):
        QApplication.processEvents()

    def has_room():
        rows = [each for each in screen.findChildren(NormRow) if each.isVisible()]
        texts = [each.fields[0].widget for each in rows]
        letters = [each.width() / each.fontMetrics().averageCharWidth() for each in texts]
        return bool(letters) and min(letters) >= LETTERS

    qtbot.waitUntil(has_room)
