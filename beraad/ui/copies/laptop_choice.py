"""Whose backups somebody means, where more than one laptop keeps them in the same folder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from beraad.store.copies.laptops import is_of_laptop, told_of_laptop
from beraad.ui.vault.parts import card
from beraad.ui.widgets.parts import button, clear, column

_WHY = (
    "Kies de laptop waarvan je een kopie wilt terugzetten. Je herkent haar aan haar laatste kopie."
)


class LaptopChoice(QWidget):
    """`chosen` carries the folder with the backups of one laptop."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        made, inside = card("Hier staan reservekopieën van meer laptops", _WHY)
        outside = column(self)
        outside.addWidget(made)
        self._ways = column(spacing=8)
        inside.addLayout(self._ways)
        self.hide()

    def show_places(self, places: Sequence[Path], *, own: Path | None) -> None:
        """Offer these, the `own` one called so; nothing is shown where there is no choice."""
        clear(self._ways)
        for place in places if len(places) > 1 else ():
            told = f"{_called(place, own)}: {told_of_laptop(place)}"
            way = button(told, kind="segment", name="laptop")
            way.setCheckable(True)  # Not exclusive to Qt: then Tab would reach only one of them.
            way.setChecked(place == own)
            way.setAccessibleName(way.text())
            way.clicked.connect(partial(self._on_way, way, place))
            self._ways.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(len(places) > 1)

    def _on_way(self, pressed: QPushButton, place: Path) -> None:
        for at in range(self._ways.count()):
            item = self._ways.itemAt(at)
            way = item.widget() if item is not None else None
            if isinstance(way, QPushButton):
                way.setChecked(way is pressed)
        self.chosen.emit(place)

    def take_focus(self) -> None:
        """Put the focus on the first."""
        item = self._ways.itemAt(0)
        first = item.widget() if item is not None else None
        if isinstance(first, QPushButton):
            first.setFocus()


def _called(place: Path, own: Path | None) -> str:
    if place == own:
        return "Deze laptop"
    return place.name if is_of_laptop(place) else "Eerdere kopieën"
