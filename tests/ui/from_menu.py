"""Choosing a line of the menu "Meer", as somebody with a mouse does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton


def lines_of_more(screen, qtbot):
    """The menu that is open now, and its lines."""
    (more,) = (each for each in screen.findChildren(QPushButton, "more") if each.isVisible())
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    return menu, {line.text(): line for line in menu.actions()}


def choose_of_more(screen, qtbot, begins):
    """Click the line that begins like this."""
    menu, lines = lines_of_more(screen, qtbot)
    line = next(line for text, line in lines.items() if text.startswith(begins))
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(line).center())


def is_in_more(screen, qtbot, begins):
    """Whether there is such a line; the menu is closed again."""
    menu, lines = lines_of_more(screen, qtbot)
    menu.close()
    return any(text.startswith(begins) for text in lines)
