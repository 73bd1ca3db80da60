from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.records import PhaseKey, Progress
from beraad.ui.reference import Reference
from tests.editing.support import furnished


def test_what_the_rules_allow_comes_after_the_brainstorm(screen_of):
    session = replace(furnished(), progress=Progress(phase=PhaseKey.ALTERNATIVES))
    screen = screen_of(session)
    assert not screen.findChildren(Reference)

    done = next(
        each
        for each in screen.findChildren(QPushButton)
        if each.text() == "Verzamelen klaar, nu bekijken"
    )
    QTest.mouseClick(done, Qt.MouseButton.LeftButton)

    (reference,) = screen.findChildren(Reference)
    assert reference.isVisible()
    texts = {each.text() for each in reference.findChildren(QLabel)}
    assert "Geeft ruimte om: een voorschot geven." in texts
