"""Heads above the columns of a list, each where its fields stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from beraad.ui.widgets.parts import label

_AWAY = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)


class ColumnHeads(QWidget):
    """Names what goes where in the rows below; it stands as the fields of one of them do."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._heads = [label(text, role="label") for text in texts]
        for head in self._heads:
            head.setParent(self)
            head.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._fields: Sequence[QWidget] = ()

    def stand_above(self, fields: Sequence[QWidget]) -> None:
        """Take the places of these fields, and follow them."""
        for field in self._fields:
            field.removeEventFilter(self)
        self._fields = fields
        for field in fields:
            field.installEventFilter(self)
            field.destroyed.connect(self._on_gone)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _AWAY and watched in self._fields:
            self._place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        heights = (head.heightForWidth(max(1, head.width())) for head in self._heads)
        return QSize(0, max(heights, default=0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _on_gone(self) -> None:
        self._fields = ()

    def _place(self) -> None:
        before = self.sizeHint()
        for head, field in zip(self._heads, self._fields, strict=False):
            if self.window().isAncestorOf(field):
                left = self.mapFromGlobal(field.mapToGlobal(QPoint())).x()
                head.setGeometry(left, 0, field.width(), self.height())
        if self.sizeHint() != before:
            self.updateGeometry()
