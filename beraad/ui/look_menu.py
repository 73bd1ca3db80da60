"""The menu in which colours and text size are chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from beraad.ui.announce import announce
from beraad.ui.settings import Settings
from beraad.ui.spelling.speller import Speller
from beraad.ui.theme.look import Look
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.theme.scale import TEXT_SIZES

THEME_LABELS = {
    ThemeChoice.SYSTEM: "Zoals het systeem",
    ThemeChoice.LIGHT: "Licht",
    ThemeChoice.DARK: "Donker",
    ThemeChoice.CONTRAST: "Hoog contrast",
}


class LookMenu(QObject):
    """Applies a choice at once and remembers it."""

    def __init__(self, look: Look, settings: Settings, speller: Speller, window: QWidget) -> None:
        super().__init__(window)
        self._speller = speller
        self._window = window
        self._look = look
        self._settings = settings
        look.changed.connect(self._on_look)

    @Slot(QWidget)
    def open_under(self, widget: QWidget) -> None:
        """Open the menu under a button."""
        menu = QMenu(widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        themes = QActionGroup(menu)
        for theme, text in THEME_LABELS.items():
            action = menu.addAction(text)
            _tick(action, themes, on=theme is self._look.theme)
            action.triggered.connect(partial(self._choose_theme, theme))
        menu.addSeparator()
        sizes = QActionGroup(menu)
        for percent in TEXT_SIZES:
            action = menu.addAction(f"Tekst {percent} %")
            _tick(action, sizes, on=percent == self._look.percent)
            action.triggered.connect(partial(self._choose_size, percent))
        menu.addSeparator()
        self._add_spelling(menu)
        underlines = menu.addAction("Herkenbare woorden onderstrepen")
        underlines.setCheckable(True)
        underlines.setChecked(self._look.underlines)
        underlines.triggered.connect(self._on_underlines)
        menu.popup(widget.mapToGlobal(widget.rect().bottomLeft()))

    def step_text_size(self, step: int) -> None:
        """Make text one size larger or smaller."""
        self._look.step_text_size(step)
        self._settings.percent = self._look.percent
        announce(self._window, f"Tekst {self._look.percent} %")

    def _add_spelling(self, menu: QMenu) -> None:
        if self._speller.is_missing:
            menu.addAction("Geen Nederlands woordenboek gevonden").setEnabled(False)
            return
        action = menu.addAction("Spelling onderstrepen")
        action.setCheckable(True)
        action.setChecked(self._speller.wanted)
        action.triggered.connect(self._on_spelling)

    @Slot(bool)
    def _on_spelling(self, wanted: bool) -> None:  # noqa: FBT001
        self._speller.want(wanted=wanted)
        self._settings.spelling = wanted

    def _choose_theme(self, theme: ThemeChoice) -> None:
        self._look.choose_theme(theme)
        self._settings.theme = self._look.theme

    def _choose_size(self, percent: int) -> None:
        self._look.choose_percent(percent)
        self._settings.percent = self._look.percent

    @Slot(bool)
    def _on_underlines(self, underlines: bool) -> None:  # noqa: FBT001
        self._look.choose_underlines(underlines=underlines)

    @Slot()
    def _on_look(self) -> None:
        self._settings.underlines = self._look.underlines


def _tick(action: QAction, group: QActionGroup, *, on: bool) -> None:
    action.setCheckable(True)
    action.setChecked(on)
    group.addAction(action)
