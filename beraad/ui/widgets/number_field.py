"""A whole number, or nothing."""

from __future__ import annotations

from beraad.phases.date_entry import Unreadable
from beraad.phases.number_entry import read_number
from beraad.ui.widgets.entry_field import EntryField
from beraad.ui.widgets.parts import label


class NumberField(EntryField):
    """A number within bounds, with its unit beside it. `nothing` is shown while it is empty."""

    def __init__(self, *, least: int, most: int, nothing: str = "", unit: str = "") -> None:
        super().__init__(needed=not nothing, placeholder=nothing)
        self._least = least
        self._most = most
        self._unit = unit
        if unit:
            self._beside.addWidget(label(unit, role="muted", wrap=False))

    def read(self, text: str) -> int | Unreadable | None:
        return read_number(text, least=self._least, most=self._most, unit=self._unit)

    def written(self, value: int) -> str:
        return str(value)

    def widest(self) -> str:
        return max(str(self._most), self._line.placeholderText(), key=len)
