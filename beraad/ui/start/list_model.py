"""The list of beraden as Qt wants it: the lines that hold every word looked for."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Slot

if TYPE_CHECKING:
    from beraad.ui.start.listing import Place, Row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class BeradenModel(QStringListModel):
    """The lines of the list, in the order of their places; one of them may stand apart.

    It looks for words itself: a proxy asks Python about every line at every key. What it is made
    of keeps count of the lines for the view, which asks for that at every line that it lays out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Row] = []
        self._shown: list[Row] = []
        self._words: tuple[str, ...] = ()
        self._apart: Path | None = None
        self._row_apart: Row | None = None
        self._coming: tuple[int, list[Row]] = (0, [])
        # The first to hear it: whoever is told later finds the new lines.
        self.rowsInserted.connect(self._on_inserted)

    @property
    def rows(self) -> list[Row]:
        """Every line, also one that is not shown."""
        return self._all

    def place_of(self, path: Path) -> int | None:
        """Where the line of this beraad stands; None when it is not shown."""
        places = (at for at, row in enumerate(self._shown) if row.path == path)
        return next(places, None)

    def clear(self) -> None:
        """Begin again without lines."""
        self._all = []
        self._row_apart = None
        self._show_again()

    def put_apart(self, path: Path | None) -> None:
        """Leave out this beraad, which stands somewhere else; None leaves out nothing."""
        if path != self._apart:
            self._apart = path
            self._row_apart = None
            self._look_for_apart(self._all)
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
        self._look_for_apart(new)
        # Most come after everything that is there: one run, and one word to the view.
        runs = groupby(
            self._wanted(new), key=lambda row: bisect(self._shown, row.place, key=_place)
        )
        for at, run in reversed([(at, list(run)) for at, run in runs]):
            self._insert(at, run)

    def change(self, rows: Iterable[Row]) -> None:
        """Show other words for lines that are there; their places stay."""
        for row in rows:
            _put(self._all, row)
            self._look_for_apart((row,))
            at = _put(self._shown, row)
            if at is not None:
                self.dataChanged.emit(self.index(at), self.index(at))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines are chosen and opened, never edited or dragged."""
        return _LINE if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
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

    def _wanted(self, rows: list[Row]) -> list[Row]:
        for word in self._words:
            rows = [row for row in rows if word in row.sought]
        # What stands apart is looked for too: who types a word does not see where it went.
        apart = None if self._words else self._row_apart
        return [row for row in rows if row is not apart]

    def _look_for_apart(self, rows: Iterable[Row]) -> None:
        if self._apart is not None:
            found = (row for row in rows if row.path == self._apart)
            self._row_apart = next(found, self._row_apart)

    def _show_again(self) -> None:
        self._shown = self._wanted(self._all)
        self.setStringList([""] * len(self._shown))

    def _insert(self, at: int, rows: list[Row]) -> None:
        self._coming = at, rows
        self.insertRows(at, len(rows))

    @Slot(QModelIndex, int, int)
    def _on_inserted(self) -> None:
        at, rows = self._coming
        self._shown[at:at] = rows


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
