"""A file that is dropped on a screen to be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent


def dropped_file(source: QMimeData) -> Path | None:
    """The file, when it is one file of this computer."""
    local = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    return local[0] if len(local) == 1 else None


def accept_copy(event: QDropEvent) -> None:
    """Take it without letting go of it: who offered it to be moved must not throw it away now."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def heed_offer(event: QDragEnterEvent) -> None:
    """Let one file be dropped here, of whatever kind."""
    if dropped_file(event.mimeData()) is not None:
        event.acceptProposedAction()


def taken_file(event: QDropEvent) -> Path | None:
    """Take one file that is dropped here, of whatever kind."""
    file = dropped_file(event.mimeData())
    if file is not None:
        accept_copy(event)
    return file
