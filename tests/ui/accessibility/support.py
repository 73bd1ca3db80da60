from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def reachable(*windows, by_tab=False):
    """Every widget in sight in these windows that can take the focus."""
    wanted = Qt.FocusPolicy.TabFocus if by_tab else Qt.FocusPolicy.StrongFocus
    for window in windows:
        if window.isVisible():
            for each in window.findChildren(QWidget):
                takes = bool(each.focusPolicy() & wanted) and each.focusProxy() is None
                if takes and each.isVisible() and (each.isEnabled() or not by_tab):
                    yield each
