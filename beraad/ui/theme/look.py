"""Puts colours, type and style sheet on the whole application."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from beraad.assets import FONTS, ICONS
from beraad.ui.collecting import nothing_thrown_away
from beraad.ui.theme.palette import DARK, Palette, ThemeChoice, palette_for
from beraad.ui.theme.scale import TEXT_SIZES, Scale, scale_for, stepped
from beraad.ui.theme.stylesheet import stylesheet

INK_2 = QPalette.ColorRole.Midlight
"""The role under which painted widgets find the colour of text that may stand back."""

WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


class Look(QObject):
    """The look in force. `changed` tells that colours or sizes are new."""

    changed = Signal()

    def __init__(
        self, app: QApplication, *, theme: ThemeChoice, percent: int, underlines: bool = True
    ) -> None:
        super().__init__(app)
        self._app = app
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._system_pixels = float(QFontInfo(system).pixelSize())
        self._theme = theme
        self._percent = percent
        self._underlines = underlines
        _load_fonts()
        app.styleHints().colorSchemeChanged.connect(self._on_system_colours)
        contrast = app.styleHints().accessibility()
        contrast.contrastPreferenceChanged.connect(self._on_system_colours)
        self._apply()

    @property
    def theme(self) -> ThemeChoice:
        """The colours that were chosen."""
        return self._theme

    @property
    def percent(self) -> int:
        """The text size that was chosen, in percent."""
        return self._percent

    @property
    def underlines(self) -> bool:
        """Whether what may identify somebody is underlined."""
        return self._underlines

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        hints = self._app.styleHints()
        contrast = hints.accessibility().contrastPreference()
        return palette_for(
            self._theme,
            system_is_dark=hints.colorScheme() is Qt.ColorScheme.Dark,
            system_wants_contrast=contrast is Qt.ContrastPreference.HighContrast,
        )

    @property
    def scale(self) -> Scale:
        """The sizes in force."""
        return scale_for(system_pixels=self._system_pixels, percent=self._percent)

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Use these colours from now on."""
        if theme is not self._theme:
            self._theme = theme
            self._apply()

    def choose_percent(self, percent: int) -> None:
        """Use this text size from now on."""
        if percent != self._percent:
            self._percent = percent
            self._apply()

    def choose_underlines(self, *, underlines: bool) -> None:
        """Underline what may identify somebody, or do not, from now on."""
        if underlines is not self._underlines:
            self._underlines = underlines
            self.changed.emit()

    def step_text_size(self, step: int) -> None:
        """Make text one size larger (1) or smaller (-1)."""
        self.choose_percent(stepped(self._percent, TEXT_SIZES, step))

    @Slot()
    def _on_system_colours(self) -> None:
        if self._theme is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        palette, scale = self.palette, self.scale
        font = QFont("Inter")
        font.setPixelSize(scale.body)
        kind = "dark" if palette is DARK else "light"
        check_image = (ICONS / f"check-{kind}.svg").as_posix()
        with nothing_thrown_away():
            # In place of another sheet Qt polishes each widget once for everything it stands in.
            self._app.setStyleSheet("")
            self._app.setFont(font)
            self._app.setPalette(_qt_palette(palette))
            self._app.setStyleSheet(stylesheet(palette, scale, check_image=check_image))
        self.changed.emit()


@cache
def _load_fonts() -> None:
    """Give Qt our letters, once: each time that it gets some it forgets all that it measured."""
    for weight in WEIGHTS:
        QFontDatabase.addApplicationFont(str(FONTS / f"Inter-{weight}.ttf"))


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.paper,
        QPalette.ColorRole.Base: palette.surface,
        QPalette.ColorRole.AlternateBase: palette.sunk,
        QPalette.ColorRole.Button: palette.surface,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.ToolTipBase: palette.surface,
        QPalette.ColorRole.ToolTipText: palette.ink,
        QPalette.ColorRole.PlaceholderText: palette.hint,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.Link: palette.accent,
        INK_2: palette.ink_2,
        QPalette.ColorRole.Mid: palette.line,
        QPalette.ColorRole.Dark: palette.edge,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    return made
