"""The rail never scrolls sideways at the size of a laptop, whatever the clock says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QScrollArea

from beraad.records import PhaseKey
from beraad.training.practice import load, practice_cases
from beraad.ui.rondes.rail import Rail
from tests.builders import HELD_ON, NOW

SCHULD = next(case for case in practice_cases() if case.name.startswith("schuld"))


@pytest.mark.parametrize("key", [PhaseKey.DIALOGUE, PhaseKey.CONCLUSION])
def test_the_rail_of_an_oefening_does_not_scroll_sideways(key, screen_of, qtbot):
    session = load(SCHULD, now=NOW, held_on=HELD_ON)
    screen = screen_of(replace(session, progress=replace(session.progress, phase=key)))
    (area,) = screen.findChild(Rail).findChildren(QScrollArea)

    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0
