from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from beraad.ui.widgets.reading_order import takes_focus


def reachable(*windows, by_tab=False):
    """Every widget in sight in these windows that can take the focus, or that Tab stops at."""
    for window in windows:
        if window.isVisible():
            for each in window.findChildren(QWidget):
                may = bool(each.focusPolicy() & Qt.FocusPolicy.StrongFocus)
                takes = takes_focus(each) if by_tab else may and each.focusProxy() is None
                if takes and each.isVisible():
                    yield each
