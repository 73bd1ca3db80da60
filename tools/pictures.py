"""Pictures of a window as somebody in front of the screen sees it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE = 60.0
"""Seconds in which a window has to come to rest."""

_TURNS = 5
"""Rounds of events in which what folds has folded, and what stands under it has moved."""

_WHOLE_EFFORT = 100
_INDEXED = 256


def picture(app: QApplication, window: QWidget, *, alone: bool = False) -> QImage:
    """The window with what stands on it, unless alone, as soon as it stands still.

    Raises TimeoutError when it does not come to rest.
    """
    deadline = monotonic() + _PATIENCE
    before = QImage()
    while monotonic() < deadline:
        for _ in range(_TURNS):
            app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        now = _composed(window, [] if alone else _others(window))
        if now == before:
            return now
        before = now
    message = f"{window.windowTitle()} komt niet tot rust"
    raise TimeoutError(message)


def write(image: QImage, path: Path) -> None:
    """Write a PNG. Raises OSError when that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(_WHOLE_EFFORT)
    if not writer.write(image):
        raise OSError(writer.errorString())


def with_few_colours(image: QImage) -> QImage:
    """The same picture in the 256 colours it has most of: a third of the size as a PNG."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    used = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _ in used.most_common(_INDEXED)]
    nearest = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, nearest)


def put_away_others(window: QWidget) -> None:
    """Close the menus and windows that came with the last screen."""
    for other in _others(window):
        other.close()


def _composed(window: QWidget, others: list[QWidget]) -> QImage:
    made = QImage(window.size(), QImage.Format.Format_RGB888)
    painter = QPainter(made)
    painter.drawPixmap(QPoint(), window.grab())
    for other in others:
        painter.drawPixmap(window.mapFromGlobal(other.mapToGlobal(QPoint())), other.grab())
    painter.end()
    return made


def _others(window: QWidget) -> list[QWidget]:
    return [
        each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window
    ]
