from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.phases.wording import ARGUMENT_LABELS
from beraad.records import ArgumentKind, PhaseKey, Progress
from beraad.ui.rondes import perspectives_page
from beraad.ui.rondes.norm_row import NormRow
from beraad.ui.widgets.text_field import TextField
from tests.editing.support import furnished

KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(screen_of):
    return screen_of(replace(furnished(), progress=Progress(phase=PhaseKey.PERSPECTIVES)))


def norm_of(screen):
    return screen._editor.session.norms[0]


def labels(screen):
    row = next(row for row in screen.findChildren(NormRow) if row.isVisible())
    return [each.text() for each in row.findChildren(QLabel) if each.isVisible()]


@pytest.mark.parametrize(("key", "kind"), tuple(zip(KEYS, ArgumentKind, strict=True)))
def test_a_key_says_what_kind_of_argument_a_norm_is(screen, key, kind, monkeypatch):
    said = []
    monkeypatch.setattr(perspectives_page, "announce", lambda _, text: said.append(text))
    writing = next(f for f in screen.findChildren(TextField, "norms.text") if f.isVisible())
    writing.setFocus()
    QTest.keyClick(writing, Qt.Key.Key_3, ALT)
    QTest.keyClick(writing, key, ALT)

    assert norm_of(screen).argument is kind
    assert norm_of(screen).text == "laat met rust"
    assert said[-1] == f"Deze norm: {ARGUMENT_LABELS[kind]}."
    assert labels(screen) == ([] if kind is ArgumentKind.MORAL else [ARGUMENT_LABELS[kind]])


def test_the_key_does_nothing_outside_a_norm(screen):
    writing = next(f for f in screen.findChildren(TextField, "values.name") if f.isVisible())
    writing.setFocus()
    QTest.keyClick(writing, Qt.Key.Key_2, ALT)

    assert norm_of(screen).argument is ArgumentKind.MORAL
    assert screen._editor.session.values[0].name == "rust"


def test_the_kind_is_said_once_when_the_details_are_open(screen, qtbot):
    writing = next(f for f in screen.findChildren(TextField, "norms.text") if f.isVisible())
    writing.setFocus()
    QTest.keyClick(writing, Qt.Key.Key_2, ALT)
    details = next(
        each for each in screen.findChildren(QPushButton) if each.text().startswith("Toon bet")
    )
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)
    assert labels(screen) == []
