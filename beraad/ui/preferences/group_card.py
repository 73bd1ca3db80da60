"""How the group's screen looks."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.ui.announce import announce
from beraad.ui.preferences.card import Card
from beraad.ui.preferences.given import given
from beraad.ui.settings import Settings
from beraad.ui.theme.icons import Icon
from beraad.ui.theme.look import Look
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.theme.scale import GROUP_TEXT_SIZES, size_told, stepped
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import button, label, row

THEMES = (
    (ThemeChoice.SYSTEM, "Als de laptop"),
    (ThemeChoice.LIGHT, "Licht"),
    (ThemeChoice.DARK, "Donker"),
    (ThemeChoice.CONTRAST, "Hoog contrast"),
)


class GroupCard(Card):
    """Colours and text size; `changed` says that the group's screen should follow."""

    changed = Signal()

    def __init__(self, look: Look, room: PageWidth, settings: Settings) -> None:
        super().__init__(
            "Groepsscherm", sign=Icon.GROUP_SCREEN, look=look, room=room, about="aan: Ctrl+B"
        )
        self._settings = settings
        themes = SegmentField(THEMES, name="Kleuren van het groepsscherm")
        themes.setObjectName("group-theme")
        themes.show_value(settings.group_theme)
        themes.edited.connect(self._on_theme)
        self.line("Kleuren", given(themes, settings, "groepsscherm/thema"))
        self.line("Tekst", given(self._sizes(), settings, "groepsscherm/tekst"))
        self._show_size()

    def _sizes(self) -> QWidget:
        box = QWidget()
        inside = row(box, spacing=8)
        smaller = button("−", name="group-smaller", described="Groepsscherm: tekst kleiner")
        larger = button("+", name="group-larger", described="Groepsscherm: tekst groter")
        self._size = label(wrap=False)
        smaller.clicked.connect(self._on_smaller)
        larger.clicked.connect(self._on_larger)
        for each in (smaller, self._size, larger):
            inside.addWidget(each)
        inside.addStretch(1)
        return box

    @Slot(object)
    def _on_theme(self, theme: ThemeChoice) -> None:
        self._settings.group_theme = theme
        self.changed.emit()

    @Slot()
    def _on_smaller(self) -> None:
        self._step(-1)

    @Slot()
    def _on_larger(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        percent = self._settings.group_percent
        self._settings.group_percent = stepped(percent, GROUP_TEXT_SIZES, step)
        self._show_size()
        announce(self, f"Tekst van het groepsscherm {self._size.text()}")
        self.changed.emit()

    def _show_size(self) -> None:
        self._size.setText(size_told(self._settings.group_percent, GROUP_TEXT_SIZES))
