"""A beleidsvraag in the window: every text on every ronde speaks of policy."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from beraad.records import PhaseKey, Setting
from beraad.ui.reference import Reference
from tests.editing.support import blank
from tests.single_case import of_one_case


def texts(screen):
    """Everything that stands on a screen or is said of it; not the list of the law."""
    laws = screen.findChildren(Reference)
    for widget in screen.findChildren(QWidget):
        if any(law.isAncestorOf(widget) for law in laws):
            continue
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from map(widget.itemText, range(widget.count()))
    yield from (action.text() for action in screen.findChildren(QAction))


@pytest.mark.parametrize("key", PhaseKey)
def test_every_ronde_of_the_window_speaks_of_policy(key, screen_of):
    session = blank()
    policy = replace(
        session,
        opening=replace(session.opening, setting=Setting.POLICY),
        progress=replace(session.progress, phase=key),
    )

    assert of_one_case(texts(screen_of(policy))) == []
