"""Typing along: from one text to the next, past the choices and ticks between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.reading_order import stops_after

_STOP = "typing-stop"


def stop_here(widget: QWidget) -> None:
    """Let Enter stop at this field too, though it is no text."""
    widget.setProperty(_STOP, "true")


def to_next_text(field: QWidget) -> None:
    """Put the cursor in the next text of this page; in what comes next when there is none."""
    for there in stops_after(field, _page(field)):
        if _is_written_in(there):
            there.setFocus(Qt.FocusReason.TabFocusReason)
            return
    field.focusNextChild()


def _page(field: QWidget) -> QWidget:
    return next(pages_around(field), None) or field.window()


def _is_written_in(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit) or bool(widget.property(_STOP))
