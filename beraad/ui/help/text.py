"""The text of the help: what is read stays at the top, however wide the window becomes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextBrowser


class HelpText(QTextBrowser):
    """Shows our own text and fetches nothing, from nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self._begins: int | None = None
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # With a cursor in it a screen reader reads paragraph by paragraph.
        self.setTextInteractionFlags(
            self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def begin_at(self, anchor: str) -> None:
        """Begin reading here, by eye, by keys and by ear."""
        self._begins = self._place_of(anchor)
        cursor = self.textCursor()
        cursor.setPosition(self._begins)
        self.setTextCursor(cursor)
        self._scroll_to(self._begins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self._begins
        if top is None:
            top = self.cursorForPosition(QPoint(self.width() // 2, 0)).position()
        super().resizeEvent(event)
        self._scroll_to(top)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._begins = None  # From here on somebody reads where they please.
        super().paintEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> None:  # noqa: ARG002
        return None

    def _place_of(self, anchor: str) -> int:
        block = self.document().begin()
        while block.isValid():
            for format_ in block.textFormats():
                if anchor in format_.format.anchorNames():
                    return block.position()
            block = block.next()
        return 0

    def _scroll_to(self, place: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top())
