"""Screens on which words are typed that belong to no open beraad, each opened as a user does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from beraad.phases.behaviours import THROUGHOUT
from beraad.store.register import Register
from beraad.training.exercise import whole
from beraad.training.practice import practice_cases
from tests.steps import WAITING


def step(window):
    with Register.open(window._desk.register) as made:
        made.put(WAITING)
    window.ways.show_signal(WAITING.id, None)
    press(window, "step-to-answered")


def question(window):
    window.ways.show_questions()
    press(window, "ask")


def observing(window):
    window.ways.observe(whole(practice_cases()[0]))
    window._stack.current.go_to(THROUGHOUT)


def press(window, name):
    QApplication.processEvents()
    there = window._stack.current.findChildren(QPushButton, name)
    QTest.mouseClick(next(each for each in there if each.isVisible()), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
