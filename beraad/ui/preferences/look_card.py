"""How the window looks, and what it says while one writes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from beraad.ui.announce import announce
from beraad.ui.preferences.card import Card
from beraad.ui.preferences.given import given
from beraad.ui.settings import Settings
from beraad.ui.spelling.speller import Speller
from beraad.ui.theme.icons import Icon
from beraad.ui.theme.look import Look
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.theme.scale import TEXT_SIZES, size_told
from beraad.ui.widgets.choice_field import CheckField, SegmentField
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import button, label, row

THEMES = (
    (ThemeChoice.SYSTEM, "Systeem"),
    (ThemeChoice.LIGHT, "Licht"),
    (ThemeChoice.DARK, "Donker"),
    (ThemeChoice.CONTRAST, "Hoog contrast"),
)


class LookCard(Card):
    """Colours, text size, and marks under words; `tips_wished` says whether tips are wanted."""

    tips_wished = Signal(bool)

    def __init__(self, look: Look, room: PageWidth, settings: Settings, speller: Speller) -> None:
        super().__init__("Weergave", sign=Icon.LOOK, look=look, room=room)
        self._settings = settings
        self._speller = speller
        self._themes = SegmentField(THEMES, name="Kleuren")
        self._themes.setObjectName("theme")
        self._themes.show_value(look.theme)
        self._themes.edited.connect(self._on_theme)
        self.line("Kleuren", given(self._themes, settings, "weergave/thema"))
        self.line("Tekst", given(self._sizes(), settings, "weergave/tekst"))
        self._add_tick("spelling", "weergave/spelling", *self._spelling())
        self._add_tick(
            *("underlines", "weergave/onderstrepen", "Herkenbare woorden onderstrepen"),
            *(self._on_underlines, look.underlines),
        )
        self._add_tick(
            *("hints", "luisterhulp/tips", "Tips bij wat je schrijft"),
            *(self._on_hints, settings.listening),
        )
        look.changed.connect(self._show_size)
        self._show_size()

    def take_focus(self) -> None:
        """Put the focus on the colours in force."""
        self._themes.take_focus()

    def _sizes(self) -> QWidget:
        box = QWidget()
        inside = row(box, spacing=8)
        smaller = button("−", name="smaller", described="Tekst kleiner")
        larger = button("+", name="larger", described="Tekst groter")
        self._size: QLabel = label(wrap=False)
        self._size.setObjectName("size")
        smaller.clicked.connect(self._on_smaller)
        larger.clicked.connect(self._on_larger)
        for each in (smaller, self._size, larger):
            inside.addWidget(each)
        inside.addWidget(label("Ctrl+plus en Ctrl+min", role="small"))
        inside.addStretch(1)
        return box

    def _spelling(self) -> tuple[str, Callable[[bool], None], bool]:
        if self._speller.is_missing:
            return "Spelling: geen woordenboek gevonden", _ignore, False
        return "Spelling onderstrepen", self._on_spelling, self._speller.wanted

    def _add_tick(
        self,
        name: str,
        key: str,
        text: str,
        do: Callable[[bool], None],
        on: bool,  # noqa: FBT001
    ) -> None:
        tick = CheckField(text)
        tick.setObjectName(name)
        tick.setChecked(on)
        tick.setEnabled(do is not _ignore)
        tick.clicked.connect(do)
        self.inside.addWidget(given(tick, self._settings, key))

    @Slot(object)
    def _on_theme(self, theme: ThemeChoice) -> None:
        self._look.choose_theme(theme)
        self._settings.theme = theme

    @Slot()
    def _on_smaller(self) -> None:
        self._step(-1)

    @Slot()
    def _on_larger(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        self._look.step_text_size(step)
        self._settings.percent = self._look.percent
        announce(self, f"Tekst {self._size.text()}")

    @Slot()
    def _show_size(self) -> None:
        self._size.setText(size_told(self._look.percent, TEXT_SIZES))

    @Slot(bool)
    def _on_spelling(self, wanted: bool) -> None:  # noqa: FBT001
        self._speller.want(wanted=wanted)
        self._settings.spelling = wanted

    @Slot(bool)
    def _on_underlines(self, underlines: bool) -> None:  # noqa: FBT001
        self._look.choose_underlines(underlines=underlines)
        self._settings.underlines = underlines

    @Slot(bool)
    def _on_hints(self, wanted: bool) -> None:  # noqa: FBT001
        self._settings.listening = wanted
        self.tips_wished.emit(wanted)


def _ignore(_on: bool) -> None:  # noqa: FBT001
    """There is nothing to choose."""
