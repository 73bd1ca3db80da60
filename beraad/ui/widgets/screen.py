"""What fills a window."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from beraad.ui.widgets.digit_row import goes_before_shortcut
from beraad.ui.widgets.reading_order import move_focus


class Screen(QWidget):
    """A page of the program: Tab goes through it as one reads, whatever was made first."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001
        return move_focus(self, forward=next) or super().focusNextPrevChild(next)


class RondesScreen(Screen):
    """A page with rondes to go to by their number, also where that key writes another sign."""

    def event(self, event: QEvent) -> bool:
        if goes_before_shortcut(event):
            event.accept()
            return True
        return super().event(event)
