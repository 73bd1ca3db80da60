"""Looks at the spelling in whatever text field somebody writes in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from beraad.ui.collecting import is_emptied
from beraad.ui.spelling.speller import Speller
from beraad.ui.theme.look import Look


class Attendant(QObject):
    """Follows the cursor through the window; a field that was never written in costs nothing."""

    def __init__(self, app: QApplication, speller: Speller, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._speller = speller
        self._look = look
        self._window = window
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002
        if is_emptied(self) or not isinstance(now, QPlainTextEdit):
            return
        if not self._window.isAncestorOf(now):
            return
        if not self._speller.wanted or self._speller.is_missing:
            return
        from beraad.ui.spelling.field_spelling import FieldSpelling
        from beraad.ui.widgets.text_field import TextField

        self._speller.start()
        if isinstance(now, TextField) and now.findChild(FieldSpelling) is None:
            FieldSpelling(now, self._speller, self._look)
