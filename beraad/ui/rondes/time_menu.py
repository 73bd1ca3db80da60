"""The menu beside the clock: minutes, ways out, and when the clock says something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from beraad.phases.marks import LATE_CHOICES, NEARLY_CHOICES, SOON_CHOICES
from beraad.ui.rondes.clock import Clock
from beraad.ui.rondes.clock_face import ClockFace
from beraad.ui.settings import Settings
from beraad.ui.widgets.menus import open_menu


def open_time_menu(clock: Clock, face: ClockFace, settings: Settings, under: QWidget) -> QMenu:
    """Open the menu under a button; it is thrown away when it closes."""
    menu = QMenu(under)
    _add(menu, "Een minuut erbij\tAlt++", face.give_minute)
    _add(menu, "Een minuut eraf\tAlt+-", face.take_minute)
    shifted = any(share.shift for share in clock.plan().shares)
    _add(menu, "Het eerste plan terug", clock.restore_plan).setEnabled(shifted)
    menu.addSeparator()
    _add(menu, "Wat kan als het uitloopt?\tCtrl+T", face.ways_wished.emit)
    menu.addSeparator()
    chosen = settings.thresholds
    for title, name, choices, words in (
        ("Eerste kleur en tekst", "soon", SOON_CHOICES, "bij {} % van de ronde"),
        ("Bijna om", "nearly", NEARLY_CHOICES, "bij {} % van de ronde"),
        ("Uitwegen aanbieden", "late", LATE_CHOICES, "vanaf {} min te lang"),
    ):
        below = menu.addMenu(title)
        group = QActionGroup(below)
        for each in choices:
            action = _add(below, words.format(each), _Choice(settings, face, name, each))
            action.setCheckable(True)
            action.setChecked(each == getattr(chosen, name))
            group.addAction(action)
    open_menu(menu, under)
    return menu


class _Choice:
    """Remembers one threshold and shows the clock by it."""

    def __init__(self, settings: Settings, face: ClockFace, name: str, value: int) -> None:
        self._settings = settings
        self._face = face
        self._change = {name: value}

    def __call__(self) -> None:
        self._settings.thresholds = replace(self._settings.thresholds, **self._change)
        self._face.refresh()


def _add(menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda: do())  # noqa: PLW0108
    return action
