"""The menu in which the gespreksleider chooses what the group sees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from beraad.group.state import SHOW_LABELS
from beraad.phases.course import Course
from beraad.phases.phrasing import capital
from beraad.records import PhaseKey
from beraad.ui.beamer.projector import Place
from beraad.ui.group.group_screen import GroupScreen
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.widgets.menus import open_menu

_THEMES = {
    ThemeChoice.SYSTEM: "Zoals op de laptop",
    ThemeChoice.LIGHT: "Licht",
    ThemeChoice.DARK: "Donker",
    ThemeChoice.CONTRAST: "Hoog contrast",
}


def open_group_menu(group: GroupScreen, above: QWidget) -> QMenu:
    """Open the menu above a button; it is thrown away when it closes."""
    menu = QMenu(above)
    _Choices(group, menu)
    open_menu(menu, above, upwards=True)
    return menu


class _Choices:
    """Fills the menu; every line does at once what it says."""

    def __init__(self, group: GroupScreen, menu: QMenu) -> None:
        self._group = group
        off = group.projector.place is Place.OFF
        _add(menu, "Aan\tCtrl+B" if off else "Uit\tCtrl+B", group.toggle)
        _tick(_add(menu, "Zwart\tCtrl+.", group.toggle_blank), on=group.state.blank)
        freeze = _add(menu, "Bevriezen\tCtrl+,", group.toggle_frozen)
        freeze.setEnabled(group.can_freeze)
        _tick(freeze, on=group.state.frozen)
        _add(menu, "Van scherm wisselen\tCtrl+Shift+B", group.projector.swap).setEnabled(not off)
        menu.addSeparator()
        self._add_shows(menu)
        menu.addSeparator()
        self._add_questions(menu)
        self._add_looks(menu)

    def _add_shows(self, menu: QMenu) -> None:
        shows = QActionGroup(menu)
        for show, text in SHOW_LABELS.items():
            action = _add(menu, capital(text), lambda wanted=show: self._group.show(wanted))
            _tick(action, on=show is self._group.state.show, one_of=shows)

    def _add_questions(self, menu: QMenu) -> None:
        phase = self._group.session.progress.phase
        if phase is PhaseKey.OPENING:
            return
        below = menu.addMenu("Vraag op het scherm")
        questions = Course.of(self._group.session).ronde(phase).questions
        asked = self._group.state.question
        shown = asked if asked in questions else questions[0]
        group = QActionGroup(below)
        for question in questions:
            action = _add(below, question, lambda wanted=question: self._group.ask(wanted))
            _tick(action, on=question == shown, one_of=group)

    def _add_looks(self, menu: QMenu) -> None:
        below = menu.addMenu("Weergave")
        _add(below, "Tekst groter", lambda: self._group.step_text_size(1))
        _add(below, "Tekst kleiner", lambda: self._group.step_text_size(-1))
        below.addSeparator()
        themes = QActionGroup(below)
        for theme, text in _THEMES.items():
            action = _add(below, text, lambda wanted=theme: self._group.choose_theme(wanted))
            _tick(action, on=theme is self._group.theme, one_of=themes)


def _add(menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda: do())  # noqa: PLW0108
    return action


def _tick(action: QAction, *, on: bool, one_of: QActionGroup | None = None) -> None:
    action.setCheckable(True)
    action.setChecked(on)
    if one_of is not None:
        one_of.addAction(action)
