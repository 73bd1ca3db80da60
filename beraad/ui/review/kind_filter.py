"""Looking at one kind of place at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame

from beraad.ui.review.finding_list import Row
from beraad.ui.review.rows import GROUPS
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button

_ALL = "Alles"


class KindFilter(QFrame):
    """A button for every kind there is; one of them is on."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen = _ALL
        self._group = QButtonGroup(self)
        self._buttons = {name: button(name, kind="filter") for name in (_ALL, *GROUPS)}
        flow = FlowLayout(spacing=4)
        for name, one in self._buttons.items():
            one.setObjectName(f"filter-{name.lower()}")
            one.setCheckable(True)
            one.clicked.connect(partial(self._on_chosen, name))
            self._group.addButton(one)
            flow.addWidget(one)
        self._buttons[_ALL].setChecked(True)
        self.setLayout(flow)

    def lets_through(self, row: Row) -> bool:
        """Whether this place is looked at."""
        return self._chosen == _ALL or row.finding.kind in GROUPS[self._chosen]

    def choose_all(self) -> None:
        """Look at every kind again; nobody is told."""
        self._chosen = _ALL
        self._buttons[_ALL].setChecked(True)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Offer the kinds that are there, when there is more than one."""
        there = {
            name for name, kinds in GROUPS.items() if any(r.finding.kind in kinds for r in rows)
        }
        for name, one in self._buttons.items():
            one.setVisible(name == _ALL or name in there)
        self.setVisible(len(there) > 1)
        if self._chosen not in {_ALL, *there}:
            self.choose_all()

    def _on_chosen(self, name: str) -> None:
        if name != self._chosen:
            self._chosen = name
            self.changed.emit()
