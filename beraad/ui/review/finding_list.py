"""The list of places to decide about, as Qt wants it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from beraad.phases.phrasing import capital
from beraad.privacy.find import KIND_LABELS
from beraad.privacy.review.survey import Finding
from beraad.records import Verdict
from beraad.ui.hearing.words import spoken
from beraad.ui.theme.look import Look
from beraad.ui.widgets.painting import height_of, lettered, write_whole

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_LEFT, _RIGHT, _ABOVE = 14, 8, 6
"""Pixels at 100 % around the words of a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A finding as it is shown.

    Attributes:
        where: the rondes it stands in, in words.
        context: the words around the first mention.
    """

    finding: Finding
    where: str
    context: str

    @property
    def text(self) -> str:
        """What was found, on one line."""
        return " ".join(self.finding.text.split())

    @property
    def about(self) -> str:
        """Its kind, and where and how often it stands."""
        kind = KIND_LABELS[self.finding.kind]
        return f"{capital(kind)} · {self.where} · {mentions(self.finding)}"


def is_kept(finding: Finding) -> bool:
    """Whether a person decided that it stays."""
    return finding.decision is not None and finding.decision.verdict is Verdict.KEEP


def is_decided(finding: Finding) -> bool:
    """Whether nobody has to decide any more: a person did, or it is taken out anyway."""
    return finding.decision is not None or finding.replacement_in_force is not None


def outcome(finding: Finding) -> str:
    """What stands in the document instead, in a few words."""
    if not is_decided(finding) and finding.rather_stays:
        return "nog te beslissen: laten staan?"
    if not is_decided(finding):
        return f"nog te beslissen: {finding.generalised or finding.suggestion}?"
    if is_kept(finding):
        return "blijft staan"
    return f"→ {finding.replacement_in_force}"


def mentions(finding: Finding) -> str:
    """How often it stands in the document."""
    return f"{finding.mentions} keer"


class FindingModel(QAbstractListModel):
    """The places of one document, the worst first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these instead."""
        if [each.finding.key for each in rows] == [each.finding.key for each in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
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
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                said = spoken(f"{row.text}, {outcome(row.finding)}, {row.about}")
                return f"{said}, {index.row() + 1} van {len(self._rows)}"
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None


class FindingDelegate(QStyledItemDelegate):
    """Draws what a place is, and under it what becomes of it; quieter when decided.

    Where there is little room for the letters both go on below.
    """

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._known_in: tuple[object, ...] = ()
        self._known: dict[tuple[str, str], tuple[int, int]] = {}
        view.setResizeMode(QListView.ResizeMode.Adjust)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        scale = self._look.scale
        above, under = self._heights(index.data(ROW), self._view.viewport().width())
        return QSize(200, max(scale.px(58), above + under + scale.px(2 * _ABOVE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        palette, scale = self._look.palette, self._look.scale
        area: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(area, QColor(palette.sunk))
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
            bar = palette.accent if focused else palette.line
            painter.fillRect(area.x(), area.y(), scale.px(4), area.height(), QColor(bar))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(palette.line))
        above, under = self._heights(row, area.width())
        left, width = area.x() + scale.px(_LEFT), area.width() - scale.px(_LEFT + _RIGHT)
        top = area.y() + (area.height() - above - under) // 2
        place = QRect(left, top, width, above)
        write_whole(painter, place, row.about, self._small, ink=palette.ink_2)
        ink = palette.ink_2 if is_decided(row.finding) else palette.ink
        place = QRect(left, top + above, width, under)
        write_whole(painter, place, _told(row), self._body, ink=ink)
        painter.restore()

    def _heights(self, row: Row, wide: int) -> tuple[int, int]:
        """How high its two texts are; laid out once, as long as the letters and the room stay."""
        scale = self._look.scale
        room = max(1, wide - scale.px(_LEFT + _RIGHT))
        now = room, self._view.font().key(), scale.small, scale.body
        if now != self._known_in:
            self._known_in = now
            self._known.clear()
        about, told = row.about, _told(row)
        if (about, told) not in self._known:
            high = height_of(about, self._small, room), height_of(told, self._body, room)
            self._known[about, told] = high
        return self._known[about, told]

    @property
    def _small(self) -> QFont:
        return lettered(self._view.font(), pixels=self._look.scale.small)

    @property
    def _body(self) -> QFont:
        return lettered(self._view.font(), pixels=self._look.scale.body)


def _told(row: Row) -> str:
    """What was found, and what becomes of it."""
    return f"“{row.text}”  {outcome(row.finding)}"
