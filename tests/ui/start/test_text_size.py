"""The start screen with larger text, and back again: as it was."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from beraad.ui.start.tile import Tile
from beraad.ui.widgets.below import below


def looks(window):
    """How high each way in is, and which of its parts are in sight, how large."""
    for _ in range(5):
        QApplication.processEvents()
        window.grab()
    return {
        tile.objectName(): (
            tile.height(),
            [
                (part.isVisible(), part.size().toTuple(), part.pixmap().size().toTuple())
                for part in below(tile, QLabel)
                if part.isVisible()
            ],
        )
        for tile in below(window._start, Tile)
    }


@pytest.mark.parametrize("width", [1366, 1000, 683])
def test_after_larger_text_and_back_all_is_as_it_was(window, width):
    window.resize(width, 700)
    before, margins = looks(window), window._start._under.contentsMargins()
    assert len(before) == 3
    for percent in (125, 150, 175, 200, 175, 150, 125, 100):
        window._look.choose_percent(percent)
        window.grab()

    assert looks(window) == before
    assert window._start._under.contentsMargins() == margins
