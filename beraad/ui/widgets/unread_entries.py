"""What stands in fields of a screen and is no date or number yet, named where one ends."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.ui.widgets.entry_field import EntryField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, label

_LONGEST = 30


class UnreadEntries(QFrame):
    """Out of sight as long as all that was typed can be read; each name leads to its field."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)  # Shown before it has a place it would be a window of its own.
        self.setProperty("panel", "hint")
        self.setObjectName("unread")
        self._fields: list[tuple[str, EntryField]] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self._inside = FlowLayout(spacing=8)
        self._inside.setContentsMargins(14, 8, 14, 8)
        self.setLayout(self._inside)
        self.hide()

    def follow(self, name: str, field: EntryField) -> None:
        """Name this field as long as what stands in it cannot be read."""
        self._fields.append((name, field))
        field.judged.connect(self._look)
        self._look()

    def forget(self) -> None:
        """Follow no field any more: those there were are made anew."""
        self._fields.clear()
        self._look()

    @Slot()
    def _look(self) -> None:
        found = [(name, field) for name, field in self._fields if field.unread]
        shown = tuple((name, field.unread) for name, field in found)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._inside)
        if found:
            self._inside.addWidget(label("Nog open:", role="strong", wrap=False))
        for name, field in found:
            text = field.unread
            short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
            asked = name if name.endswith("?") else f"{name}:"
            told = f"{asked} “{short}” is nog niet te lezen"
            way = button(told, kind="link", name="unread-field")
            way.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            way.clicked.connect(field.setFocus)
            self._inside.addWidget(way)
            way.show()
        self.setVisible(bool(found))
