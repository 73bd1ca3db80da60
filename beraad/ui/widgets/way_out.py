"""Esc leads off a screen, wherever on it the cursor is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from beraad.ui.widgets.shortcuts import heed


def leave_by_esc(screen: QWidget, leave: Callable[[], object] | SignalInstance) -> None:
    """Let Esc do what the way back of this screen does; a list that is open over it goes first."""
    heed(screen, "Esc", leave, repeats=False)


def close_popups() -> None:
    """Close the lists and menus that stand open: they belong to a screen that is left."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
