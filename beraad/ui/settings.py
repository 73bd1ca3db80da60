"""What the user chose about the window; never anything of a beraad."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.theme.scale import GROUP_TEXT_SIZES, TEXT_SIZES

if TYPE_CHECKING:
    from beraad.phases.marks import Thresholds

_GROUP_PERCENT = 100
_ON, _OFF = "aan", "uit"


class Settings:
    """Kept in a small file of our own."""

    def __init__(self, path: Path) -> None:
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The colours that were chosen."""
        kept = str(self._kept.value("weergave/thema", ThemeChoice.SYSTEM.value))
        return ThemeChoice(kept) if kept in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, theme: ThemeChoice) -> None:
        self._kept.setValue("weergave/thema", theme.value)

    @property
    def percent(self) -> int:
        """The text size that was chosen, in percent."""
        kept = str(self._kept.value("weergave/tekst", TEXT_SIZES[0]))
        return int(kept) if kept.isdecimal() and int(kept) in TEXT_SIZES else TEXT_SIZES[0]

    @percent.setter
    def percent(self, percent: int) -> None:
        self._kept.setValue("weergave/tekst", percent)

    @property
    def spelling(self) -> bool:
        """Whether words that the dictionary does not know are underlined."""
        return str(self._kept.value("weergave/spelling", "ja")) != "nee"

    @spelling.setter
    def spelling(self, wanted: bool) -> None:
        self._kept.setValue("weergave/spelling", "ja" if wanted else "nee")

    @property
    def underlines(self) -> bool:
        """Whether what may identify somebody is underlined while one writes."""
        return str(self._kept.value("weergave/onderstrepen", "ja")) != "nee"

    @underlines.setter
    def underlines(self, underlines: bool) -> None:
        self._kept.setValue("weergave/onderstrepen", "ja" if underlines else "nee")

    @property
    def group_theme(self) -> ThemeChoice:
        """The colours that were chosen for the group's screen; SYSTEM follows the laptop."""
        kept = str(self._kept.value("groepsscherm/thema", ThemeChoice.SYSTEM.value))
        return ThemeChoice(kept) if kept in set(ThemeChoice) else ThemeChoice.SYSTEM

    @group_theme.setter
    def group_theme(self, theme: ThemeChoice) -> None:
        self._kept.setValue("groepsscherm/thema", theme.value)

    @property
    def group_percent(self) -> int:
        """The text size that was chosen for the group's screen, in percent."""
        kept = str(self._kept.value("groepsscherm/tekst", _GROUP_PERCENT))
        known = kept.isdecimal() and int(kept) in GROUP_TEXT_SIZES
        return int(kept) if known else _GROUP_PERCENT

    @group_percent.setter
    def group_percent(self, percent: int) -> None:
        self._kept.setValue("groepsscherm/tekst", percent)

    @property
    def listening(self) -> bool:
        """Whether hints are wanted beside what is written."""
        return str(self._kept.value("luisterhulp/tips", _ON)) == _ON

    @listening.setter
    def listening(self, wanted: bool) -> None:
        self._kept.setValue("luisterhulp/tips", _ON if wanted else _OFF)

    @property
    def thresholds(self) -> Thresholds:
        """When the clock says something."""
        # The method is loaded with the first beraad, not with the first window.
        from beraad.phases.marks import LATE_CHOICES, NEARLY_CHOICES, SOON_CHOICES, Thresholds

        usual = Thresholds()
        return Thresholds(
            soon=self._one_of("tijd/eerst", SOON_CHOICES, usual.soon),
            nearly=self._one_of("tijd/bijna", NEARLY_CHOICES, usual.nearly),
            late=self._one_of("tijd/uitloop", LATE_CHOICES, usual.late),
        )

    @thresholds.setter
    def thresholds(self, thresholds: Thresholds) -> None:
        self._kept.setValue("tijd/eerst", thresholds.soon)
        self._kept.setValue("tijd/bijna", thresholds.nearly)
        self._kept.setValue("tijd/uitloop", thresholds.late)

    @property
    def export_folder(self) -> Path:
        """Where documents were last written to."""
        kept = str(self._kept.value("verslag/map", ""))
        return Path(kept) if kept else Path.home()

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._kept.setValue("verslag/map", str(folder))

    def _one_of(self, key: str, choices: tuple[int, ...], usual: int) -> int:
        kept = str(self._kept.value(key, usual))
        return int(kept) if kept.isdecimal() and int(kept) in choices else usual
