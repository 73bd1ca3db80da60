"""A part of a row that most beraden never need."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from beraad.records import Session
from beraad.ui.widgets.fields import BoundField


class LatePart(QWidget):
    """Is made when it is first shown, so that a full beraad opens fast and stays small.

    `make` lays out the part in this widget and returns its fields.
    """

    def __init__(self, make: Callable[[QWidget], list[BoundField]]) -> None:
        super().__init__()
        self._make = make
        self._fields: list[BoundField] | None = None
        self.hide()

    def show_session(self, session: Session, *, shown: bool) -> None:
        """Show this part as it stands in this beraad, or hide it."""
        if shown and self._fields is None:
            self._fields = self._make(self)
        if shown or not self.isHidden():
            self.setVisible(shown)
        if shown:
            for bound in self._fields or ():
                bound.show(session)
