"""What can be done with a line of the list, by menu and by key."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from beraad.ui.widgets.menus import open_menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from beraad.ui.start.lines import Lines
    from beraad.ui.start.listing import Row


class Deed(StrEnum):
    """One thing that can be done; the value is what the menu says."""

    OPEN = "Openen"
    RENAME = "Andere titel …"
    AGAIN = "Nieuw beraad met dezelfde mensen"
    PRACTISE = "Maak er een oefening van"
    HAND_OVER = "Doorgeven …"
    RESTORE = "Reservekopie terugzetten …"
    SHOW = "Toon in de map"
    ARCHIVE = "Naar het archief"
    REMOVE = "Verwijderen"
    ERASE = "Voorgoed wissen …"


_KEYS = {Deed.RENAME: "F2", Deed.REMOVE: "Del"}
_WITHOUT_READING = {Deed.RESTORE, Deed.SHOW, Deed.REMOVE, Deed.ERASE}
"""What can be done with a file that cannot be read."""


class LineDeeds(QObject):
    """`wished` carries what should be done, and with which line."""

    wished = Signal(object, object)

    def __init__(self, view: Lines, at_hand: Callable[[], Row | None]) -> None:
        """`at_hand` is the line that a key is about: where the cursor is."""
        super().__init__(view)
        self._view = view
        self._at_hand = at_hand
        self._of: Row | None = None
        view.menu_wished.connect(self._on_menu)
        for deed, key in _KEYS.items():
            shortcut = QShortcut(QKeySequence(key), view)
            shortcut.setProperty("deed", deed.value)
            shortcut.setAutoRepeat(False)  # Who holds Del means the line that was at hand.
            shortcut.activated.connect(self._on_key)

    def offer(self, line: Row, under: QWidget) -> None:
        """Open the menu of a line under a button."""
        self._of = line
        open_menu(self._menu(line, under), under)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        line = self._view.at_hand
        if line is not None:
            self._of = line
            self._menu(line, self._view).popup(place)

    def _menu(self, line: Row, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for deed in Deed:
            if deed in {Deed.RESTORE, Deed.ERASE}:
                menu.addSeparator()
            key = f"\t{_KEYS[deed]}" if deed in _KEYS else ""
            action = menu.addAction(f"{deed.value}{key}")
            action.setData(deed.value)
            action.setEnabled(line.can_be_read or deed in _WITHOUT_READING)
        menu.triggered.connect(self._on_action)
        return menu

    @Slot(QAction)
    def _on_action(self, action: QAction) -> None:
        if self._of is not None:
            self.wished.emit(Deed(action.data()), self._of)

    @Slot()
    def _on_key(self) -> None:
        line = self._at_hand()
        deed = Deed(self.sender().property("deed"))
        if line is not None and (line.can_be_read or deed in _WITHOUT_READING):
            self.wished.emit(deed, line)
