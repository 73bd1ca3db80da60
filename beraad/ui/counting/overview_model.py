"""The rows of the overzicht, as a table that keys and a screen reader walk through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from beraad.records import OverviewRow
from beraad.report.compose.overview import COLUMNS, told_cells

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class OverviewModel(QAbstractTableModel):
    """Knelpunten in the order in which they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[OverviewRow, ...] = ()
        self._said: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: Sequence[OverviewRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._said = tuple(map(told_cells, self._rows))
        self.endResetModel()

    def row_at(self, place: int) -> OverviewRow | None:
        """The knelpunt on this line; None when there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """The line of a knelpunt; -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        said = self._said[index.row()]
        match role:
            case _Role.DisplayRole:
                return said[index.column()]
            case _Role.AccessibleTextRole:
                return _heard(index.column(), said[index.column()])
            case _Role.ToolTipRole:
                return said[index.column()]
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return COLUMNS[section]
        return None


def _heard(column: int, said: str) -> str:
    """A cell with the name of its column; a reader says the cells of a line one after another."""
    return f"{COLUMNS[column]}: {said}" if column and said else said
