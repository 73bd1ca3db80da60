"""Reading aloud what stands in a part of the window, as it stands there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QWidget

from beraad.ui.hearing.marks import HEADING, SILENT
from beraad.ui.hearing.words import spoken
from beraad.ui.widgets.reading_order import in_sight


def pieces(*parts: QWidget) -> list[str]:
    """The texts in sight in these parts, in reading order: one piece from heading to heading."""
    read: list[list[str]] = []
    for part in parts:
        for label in _labels(part):
            if not read or label.property(HEADING):
                read.append([])
            read[-1].append(label.accessibleName() or spoken(label.text()))
    return [_joined(piece) for piece in read]


def _labels(part: QWidget) -> Iterator[QLabel]:
    for widget in in_sight(part):
        if isinstance(widget, QLabel) and widget.text() and not widget.property(SILENT):
            yield widget


def _joined(texts: list[str]) -> str:
    return " ".join(text if text.endswith((".", "?", "!", ":")) else f"{text}." for text in texts)
