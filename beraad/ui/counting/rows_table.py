"""A table whose first column takes the room that is left, with rows as high as their words."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from beraad.ui.counting.overview_model import OverviewModel

_MOST_FITTED = 200
"""So many rows are as high as their words; more would take too long to measure."""

_LETTERS = 18
"""The first column is never narrower; what does not fit beside it can be scrolled to."""

_A_WORD = 13
"""Letters of the longest word beside it, with some room: of more words the next come below."""


class RowsTable(QTableView):
    """One row at a time is chosen, with the arrow keys as well; Tab leaves the table."""

    def __init__(self, model: OverviewModel) -> None:
        super().__init__()
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        model.modelReset.connect(self._fitting.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def sizeHintForColumn(self, column: int) -> int:
        return super().sizeHintForColumn(column) + self.fontMetrics().averageCharWidth()

    def sizeHintForRow(self, row: int) -> int:
        return super().sizeHintForRow(row) + self.fontMetrics().height()

    @Slot()
    def _fit(self) -> None:
        header = self.horizontalHeader()
        letter, room = self.fontMetrics().averageCharWidth(), self.viewport().width()
        widths = [
            max(self.sizeHintForColumn(at), header.sectionSizeHint(at))
            for at in range(1, header.count())
        ]
        lacking = letter * _LETTERS + sum(widths) - room
        for at in reversed(range(len(widths))):
            less = max(0, min(lacking, widths[at] - letter * _A_WORD))
            widths[at] -= less
            lacking -= less
        for at, width in enumerate(widths, start=1):
            header.resizeSection(at, width)
        header.resizeSection(0, max(letter * _LETTERS, room - sum(widths)))
        if self.model().rowCount() <= _MOST_FITTED:
            self.resizeRowsToContents()
