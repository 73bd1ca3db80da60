"""The list of places that are taken out, as Qt wants it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from beraad.privacy.finds import KIND_LABELS
from beraad.privacy.survey import Finding
from beraad.records import Verdict
from beraad.ui.theme.look import Look
from beraad.ui.widgets.painting import write

Index = QModelIndex | QPersistentModelIndex
FINDING = Qt.ItemDataRole.UserRole


def is_kept(finding: Finding) -> bool:
    """Whether a person decided that it stays."""
    return finding.decision is not None and finding.decision.verdict is Verdict.KEEP


def is_open(finding: Finding) -> bool:
    """Whether it is only pointed out, and nobody decided yet."""
    return finding.decision is None and finding.replacement_in_force is None


def outcome(finding: Finding) -> str:
    """What stands in the document instead, in a few words."""
    if is_open(finding):
        return f"nog te beslissen: {finding.suggestion}?"
    if is_kept(finding):
        return "blijft staan"
    return f"→ {finding.replacement_in_force}"


def mentions(finding: Finding) -> str:
    """How many places it stands in."""
    return "1 plek" if finding.mentions == 1 else f"{finding.mentions} plekken"


class FindingModel(QAbstractListModel):
    """The finds of one document."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these finds instead."""
        if [each.key for each in findings] == [each.key for each in self._findings]:
            self._findings = findings
            if findings:
                self.dataChanged.emit(self.index(0), self.index(len(findings) - 1))
            return
        self.beginResetModel()
        self._findings = findings
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                kind = KIND_LABELS[finding.kind]
                return f"{kind}: {finding.text}, {outcome(finding)}, {mentions(finding)}"
            case Qt.ItemDataRole.UserRole:
                return finding
            case _:
                return None


class FindingDelegate(QStyledItemDelegate):
    """Draws a find in two lines: what it is, and what becomes of it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(200, self._look.scale.px(58))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        finding: Finding = index.data(FINDING)
        palette, scale = self._look.palette, self._look.scale
        area: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(area, QColor(palette.sunk))
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
            bar = palette.accent if focused else palette.line
            painter.fillRect(area.x(), area.y(), scale.px(4), area.height(), QColor(bar))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(palette.line))
        inner = area.adjusted(scale.px(14), scale.px(6), -scale.px(8), -scale.px(6))
        half = inner.height() // 2
        above = QRect(inner.x(), inner.y(), inner.width(), half)
        under = QRect(inner.x(), inner.y() + half, inner.width(), half)
        about = f"{KIND_LABELS[finding.kind]} · {mentions(finding)}"
        write(painter, above, about, pixels=scale.small, ink=palette.ink_2)
        ink = palette.open if finding.replacement_in_force is None else palette.ink
        text = f"“{' '.join(finding.text.split())}”  {outcome(finding)}"
        write(painter, under, text, pixels=scale.body, ink=ink)
        painter.restore()
