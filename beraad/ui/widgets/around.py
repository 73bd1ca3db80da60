"""The scrolling pages that a widget stands in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QScrollArea, QWidget


def pages_around(widget: QWidget) -> Iterator[QScrollArea]:
    """Every page that scrolls with this widget, the nearest first."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            yield around
        around = around.parentWidget()


def scroll_to(widget: QWidget) -> None:
    """Bring a widget in sight on every page it stands in."""
    for page in pages_around(widget):
        page.ensureWidgetVisible(widget)
