"""The list of beraden as Qt wants it: a model and a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

if TYPE_CHECKING:
    from beraad.ui.start.listing import Row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class BeradenModel(QAbstractListModel):
    """The lines of the list."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show these lines instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None


class BeradenFilter(QSortFilterProxyModel):
    """Only the lines that hold every word looked for."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ""

    def look_for(self, wanted: str) -> None:
        """Look for these words from now on."""
        self._wanted = wanted
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row: Row = self.sourceModel().index(source_row, 0, source_parent).data(ROW)
        return row.matches(self._wanted)
