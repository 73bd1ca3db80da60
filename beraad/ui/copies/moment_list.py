"""The moments there are, the latest first; one of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView

from beraad.phases.dates import dated, short_date
from beraad.ui.widgets.whole_lines import WholeLines

if TYPE_CHECKING:
    from beraad.store.copies.moments import Moment

_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_A_YEAR = timedelta(days=300)
"""Farther back, or in the future, a day is told with its year."""


class MomentList(QListView):
    """`chosen` carries the moment the cursor is on."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("moments")
        self.setProperty("role", "list")
        self.setAccessibleName("Reservekopieën")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._moments: tuple[Moment, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(WholeLines(self))
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_moments(self, moments: Sequence[Moment], *, today: date) -> None:
        """Show these; the first that was not set aside is chosen."""
        self._moments = tuple(moments)
        self._model.clear()
        for moment in self._moments:
            item = QStandardItem(words_of(moment, today=today))
            item.setEditable(False)
            self._model.appendRow(item)
        first = next((at for at, each in enumerate(self._moments) if not each.is_aside), 0)
        if self._moments:
            self.setCurrentIndex(self._model.index(first, 0))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self._moments):
            self.scrollTo(now)
            self.chosen.emit(self._moments[now.row()])


def words_of(moment: Moment, *, today: date) -> str:
    """A moment as a line: "wo 25 nov · 17:12 · 14 beraden"."""
    at = moment.at.astimezone()
    day = at.date()
    told = f"{_DAYS[day.weekday()]} {short_date(day)}"
    if day == today:
        told = f"vandaag, {told}"
    elif not today - _A_YEAR < day < today:
        told = f"{_DAYS[day.weekday()]} {dated(day)}"
    number = len(moment.beraden)
    beraden = "1 beraad" if number == 1 else f"{number} beraden"
    aside = "opzij, " if moment.is_aside else ""
    if moment.is_part:
        beraden = f"{beraden}, uit losse kopieën"
    return f"{aside}{told} · {at:%H:%M} · {beraden}"
