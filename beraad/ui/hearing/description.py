"""What a screen reader says beside the name of a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from beraad.ui.announce import announce


def describe(widget: QWidget, described: str, *, news: str = "") -> None:
    """Describe a widget; while somebody writes in it that waits, for a reader would break in.

    `news` is what is new in it, said once when the cursor leaves.
    """
    waiting = widget.findChild(_Later, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if waiting is None:
        if widget.accessibleDescription() == described:
            return
        if not widget.hasFocus():
            widget.setAccessibleDescription(described)
            return
        waiting = _Later(widget)
    waiting.described, waiting.news = described, news


class _Later(QObject):
    """Describes a widget when the cursor has left it.

    Only when it is elsewhere: a reader says at once what changes about the widget that has it.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.described = ""
        self.news = ""
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() is QEvent.Type.FocusOut:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

    @Slot()
    def _tell(self) -> None:
        if self._widget.hasFocus():
            self._widget.installEventFilter(self)
            return
        if self._widget.accessibleDescription() != self.described:
            self._widget.setAccessibleDescription(self.described)
            announce(self._widget, self.news)
        self.setParent(None)
        self.deleteLater()
