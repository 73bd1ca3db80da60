"""Sees to it that nothing of ours is on the clipboard without the hints."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from beraad.ui.clipboard.hints import KDE, copy


class ClipboardGuard(QObject):
    """Adds the hints to whatever any widget of Qt copied by itself, such as a label.

    Fields, lines and lists of ours copy with the hints to begin with: a history that is quick
    could already have taken what gets them afterwards.
    """

    def __init__(
        self, parent: QObject, *, is_ours: Callable[[QClipboard.Mode], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._is_ours = is_ours or _is_ours
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.changed.connect(self._on_changed)

    @Slot(QClipboard.Mode)
    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if not self._is_ours(mode):
            return
        data = self._clipboard.mimeData(mode)
        if not data.hasFormat(KDE):
            copy(data.text(), mode)


def _is_ours(mode: QClipboard.Mode) -> bool:
    board = QGuiApplication.clipboard()
    if mode == QClipboard.Mode.Clipboard:
        return board.ownsClipboard()
    return mode == QClipboard.Mode.Selection and board.ownsSelection()


class ListCopying(QObject):
    """Copies from a list with the hints."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            at_hand = self._view.currentIndex().data()
            copy(at_hand if isinstance(at_hand, str) else "")
            return True
        return super().eventFilter(watched, event)
