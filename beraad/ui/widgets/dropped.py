"""A file that is dropped on a screen to be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def dropped_file(source: QMimeData) -> Path | None:
    """The file, when it is one file of this computer."""
    local = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    return local[0] if len(local) == 1 else None


def accept_copy(event: QDropEvent) -> None:
    """Take it without letting go of it: who offered it to be moved must not throw it away now."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
