"""The list of beraden as Qt wants it: the lines that hold every word looked for."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from beraad.ui.start.listing import Place, Row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class BeradenModel(QAbstractListModel):
    """The lines of the list, in the order of their places; one of them may stand apart.

    It looks for words itself: a proxy asks Python about every line at every key.
    """

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Row] = []
        self._shown: list[Row] = []
        self._words: tuple[str, ...] = ()
        self._apart: Path | None = None

    @property
    def rows(self) -> list[Row]:
        """Every line, also one that is not shown."""
        return self._all

    def clear(self) -> None:
        """Begin again without lines."""
        self._all = []
        self._show_again()

    def put_apart(self, path: Path | None) -> None:
        """Leave out this beraad, which stands somewhere else; None leaves out nothing."""
        if path != self._apart:
            self._apart = path
            self._show_again()

    def look_for(self, words: tuple[str, ...]) -> None:
        """Show only lines that hold every one of these words."""
        if words != self._words:
            self._words = words
            self._show_again()

    def add(self, rows: Iterable[Row]) -> None:
        """Take in more lines, given in the order of their places."""
        new = list(rows)
        self._all = _merged(self._all, new)
        wanted = [row for row in new if self._is_shown(row)]
        # Most come after everything that is there: one run, and one word to the view.
        runs = groupby(wanted, key=lambda row: bisect(self._shown, row.place, key=_place))
        for at, run in reversed([(at, list(run)) for at, run in runs]):
            self._insert(at, run)

    def change(self, rows: Iterable[Row]) -> None:
        """Show other words for lines that are there; their places stay."""
        for row in rows:
            _put(self._all, row)
            at = _put(self._shown, row)
            if at is not None:
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None

    def _is_shown(self, row: Row) -> bool:
        return row.path != self._apart and row.holds(self._words)

    def _show_again(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if self._is_shown(row)]
        self.endResetModel()

    def _insert(self, at: int, rows: list[Row]) -> None:
        self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
        self._shown[at:at] = rows
        self.endInsertRows()


def _place(row: Row) -> Place:
    return row.place


def _put(rows: list[Row], row: Row) -> int | None:
    """Put this line in the place of the one before it; returns where, None when it is not there."""
    at = bisect_left(rows, row.place, key=_place)
    if at < len(rows) and rows[at].path == row.path:
        rows[at] = row
        return at
    return None


def _merged(rows: list[Row], new: list[Row]) -> list[Row]:
    if not rows or not new or rows[-1].place < new[0].place:
        rows.extend(new)
        return rows
    return sorted((*rows, *new), key=_place)
