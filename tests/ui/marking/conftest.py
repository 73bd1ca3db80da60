from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor

from beraad.records import PhaseKey
from beraad.ui.marking.marker import Marker
from beraad.ui.marking.reason_line import ReasonLine
from beraad.ui.widgets.text_field import TextField
from tests.editing.support import furnished


def told(situation, **more):
    """A beraad with this story."""
    session = furnished()
    return replace(session, case=replace(session.case, situation=situation, **more))


def underlined(field):
    """The words that are marked in a field, as somebody sees them."""
    return [each.cursor.selectedText() for each in field.extraSelections()]


def put_cursor(field, place):
    cursor = QTextCursor(field.document())
    cursor.setPosition(place)
    field.setTextCursor(cursor)


class Desk:
    """A screen of which the marks can be waited for."""

    def __init__(self, screen, qtbot):
        self.screen = screen
        self.marker = screen.findChild(Marker)
        self._qtbot = qtbot

    @property
    def reason(self):
        return self.screen.findChild(ReasonLine)

    @property
    def line(self):
        return self.reason.text

    def wait(self):
        self._qtbot.waitUntil(lambda: self.marker.is_idle, timeout=20_000)
        return self

    def field(self, name="case.situation"):
        return next(each for each in self.screen.findChildren(TextField, name))


@pytest.fixture
def desk_of(screen_of, qtbot):
    def make(session):
        screen = screen_of(session)
        screen.activateWindow()
        screen.go_to(PhaseKey.CASE)
        return Desk(screen, qtbot).wait()

    return make
