"""Menus that open under a button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from beraad.ui.announce import forget_said


def open_menu(
    menu: QMenu, under: QWidget, *, at: QAction | None = None, upwards: bool = False
) -> None:
    """Open a menu under a widget or above it, on this entry or the first.

    It is thrown away when it closes.

    With an entry at hand a screen reader says that the menu is there.
    """
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    forget_said()
    below = under.rect().bottomLeft()
    menu.popup(under.mapToGlobal(QPoint(0, -menu.sizeHint().height()) if upwards else below))
    ready = (each for each in menu.actions() if each.isEnabled() and not each.isSeparator())
    first = at or next(ready, None)
    if first is not None:
        menu.setActiveAction(first)
