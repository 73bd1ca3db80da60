"""Asking whether pasted lines are rows, and which column a cell goes into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from beraad.editing.pasting import Column, Rows
from beraad.phases.date_entry import Unreadable
from beraad.phases.model import FieldKind
from beraad.phases.numbers import in_words
from beraad.ui.widgets.entry_field import EntryField
from beraad.ui.widgets.fields import BoundField
from beraad.ui.widgets.text_field import TextField

_TEXTS = (FieldKind.TEXT, FieldKind.LINE)
_YES = frozenset({"ja", "x", "waar", "true", "1", "✓"})


class PasteQuestion(QObject):
    """Asked at the cursor, once for each time something is pasted. Esc means: one text.

    `on_one_line` when what may be rows stands side by side. `rows` and `text` do what was chosen;
    nothing that was pasted is lost, whatever happens.
    """

    def __init__(
        self,
        field: TextField,
        found: Rows,
        *,
        rows: Callable[[], None],
        text: Callable[[], None],
        on_one_line: bool = False,
    ) -> None:
        super().__init__(field)
        self._rows = rows
        self._text = text
        menu = QMenu(field)
        count = len(found)
        lines = "Eén regel" if count == 1 else f"{in_words(count).capitalize()} regels"
        told = f"{lines} geplakt"
        if on_one_line:
            told = f"Zijn dit er {in_words(count)}?"
        menu.setAccessibleName(told)
        title = menu.addAction(told)
        title.setEnabled(False)
        many = "één rij" if count == 1 else f"{in_words(count)} rijen"
        self._make = menu.addAction(f"Maak er {many} van")
        menu.addAction("Als één tekst")
        menu.setActiveAction(self._make)
        self._chosen: QAction | None = None
        menu.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(self._on_hide)
        self._menu = menu
        menu.popup(field.mapToGlobal(field.cursorRect().bottomLeft()))

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self._chosen = action

    @Slot()
    def _on_hide(self) -> None:
        # What was chosen is told after the menu went.
        QTimer.singleShot(0, self, self._answer)

    @Slot()
    def _answer(self) -> None:
        (self._rows if self._chosen is self._make else self._text)()
        self._menu.deleteLater()
        self.deleteLater()


def column_of(bound: BoundField) -> Column:
    """The column of a field: how a cell becomes its value."""
    field = bound.field
    if field.kind in _TEXTS:
        return Column(field.name, _one_line if field.kind is FieldKind.LINE else str)
    labels = {label.casefold(): value for value, label in field.choices}

    def value(cell: str) -> Any:
        match field.kind:
            case FieldKind.CHOICE:
                known = labels.get(cell.casefold())
                return field.meant(cell) if known is None and field.meant else known
            case FieldKind.CHECK:
                return True if cell.casefold() in _YES else None
            case _:
                widget = bound.widget
                read = widget.read(cell) if isinstance(widget, EntryField) else None
                return None if isinstance(read, Unreadable) else read

    keeps_typed = isinstance(bound.widget, EntryField)
    return Column(field.name, value, is_text=False, keeps_typed=keeps_typed)


def _one_line(cell: str) -> str:
    return " ".join(cell.split("\n"))
