"""A table of a document in the window, as labels that a screen reader meets row by row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from beraad.report.blocks import Table
from beraad.report.plain import line
from beraad.ui.widgets.parts import clear, label


class TableView(QWidget):
    """Shows one table; a cell that goes on below is said once."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Table | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)

    def show_table(self, table: Table) -> None:
        """Show this table."""
        if table == self._shown:
            return
        self._shown = table
        clear(self._grid)
        for place, title in enumerate(table.header):
            self._grid.addWidget(label(title, role="label"), 0, place)
        number = 1
        for group in table.groups:
            for inner, row in enumerate(group.rows):
                cells = (group.head if inner == 0 else (), *(cell or () for cell in row))
                for place, cell in enumerate(cells):
                    if text := "\n".join(map(line, cell)):
                        self._grid.addWidget(label(text), number, place, Qt.AlignmentFlag.AlignTop)
                number += 1
        for place, share in enumerate(table.widths):
            self._grid.setColumnStretch(place, round(share * 100))
