from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QObject
from shiboken6 import isValid

WAIT = 10
"""Seconds after which a piece of work that nobody lets go gives up, and the test fails."""


class Held:
    """Work that waits until a test lets it go, and remembers what it saw."""

    def __init__(self, answer="antwoord", error=None):
        self.answer, self.error = answer, error
        self.begun, self.go, self.over = Event(), Event(), Event()
        self.was_unwanted = None

    def __call__(self, asker):
        self.begun.set()
        assert self.go.wait(WAIT)
        self.was_unwanted = asker.unwanted()
        self.over.set()
        if self.error is not None:
            raise self.error
        return self.answer


@pytest.fixture
def held():
    """Makes work that waits; whatever was not let go is, when the test is over."""
    made = []

    def make(answer="antwoord", error=None):
        made.append(Held(answer, error))
        return made[-1]

    yield make
    for each in made:
        each.go.set()


@pytest.fixture
def screen(qapp):
    """What asks for work, and may go."""
    made = QObject()
    yield made
    if isValid(made):
        made.deleteLater()


@pytest.fixture
def reported(monkeypatch):
    """The defects that were reported, by kind."""
    kinds = []
    monkeypatch.setattr("sys.excepthook", lambda kind, _error, _trace: kinds.append(kind))
    return kinds
