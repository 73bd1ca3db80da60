"""Ctrl+Z and its way back in texts that are no part of a beraad."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.editing.text_steps import TextSteps
from beraad.ui.announce import announce
from beraad.ui.widgets.shortcuts import heed_undo
from beraad.ui.widgets.text_field import TextField


class TextUndo(QObject):
    """Takes back what was typed last in the field with the cursor.

    `shifted` carries the name of a field and what stands there now, after each time. What can be
    undone is kept in `steps`, which may outlive the screen: who comes back can still undo.
    """

    shifted = Signal(str, str)

    def __init__(
        self,
        screen: QWidget,
        *,
        now: Callable[[], datetime],
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        super().__init__(screen)
        self._now = now
        self._remembered = {} if steps is None else steps
        self._steps: dict[str, TextSteps] = {}
        self._fields: dict[str, TextField] = {}
        self._keys: dict[str, str] = {}
        heed_undo(screen, self.undo, self.redo)

    def add(self, name: str, field: TextField, *, of: str = "") -> None:
        """Follow this field from what stands in it now; `of` says of what, where it is not one."""
        key, text = f"{of} {name}".strip(), field.toPlainText()
        steps = self._remembered.get(key)
        if steps is None or steps.text != text:
            steps = TextSteps(text, now=self._now)
        self._remembered[key] = self._steps[name] = steps
        self._fields[name], self._keys[name] = field, key
        field.edited.connect(partial(self._on_typed, steps))

    def forget(self, name: str, *, is_gone: bool = False) -> None:
        """Follow a field no more; when what stood in it `is_gone`, nothing of it is kept."""
        self._fields.pop(name, None)
        self._steps.pop(name, None)
        key = self._keys.pop(name, None)
        if is_gone and key is not None:
            self._remembered.pop(key, None)

    def forget_all(self) -> None:
        """Keep nothing of what was typed."""
        self._remembered.clear()

    @Slot()
    def undo(self) -> None:
        """Take back what was typed last where the cursor is."""
        self._shift(TextSteps.undo)

    @Slot()
    def redo(self) -> None:
        """Type it again."""
        self._shift(TextSteps.redo)

    def _on_typed(self, steps: TextSteps, text: str) -> None:
        steps.typed(text)

    def _shift(self, way: Callable[[TextSteps], str | None]) -> None:
        name = next((name for name, field in self._fields.items() if field.hasFocus()), None)
        if name is None:
            return
        text = way(self._steps[name])
        if text is not None:
            self._fields[name].show_value(text)
            self.shifted.emit(name, text)
            announce(self._fields[name], "Teruggezet")
