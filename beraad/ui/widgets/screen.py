"""What fills a window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from beraad.ui.widgets.reading_order import move_focus


class Screen(QWidget):
    """A page of the program: Tab goes through it as one reads, whatever was made first."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001
        return move_focus(self, forward=next) or super().focusNextPrevChild(next)
