"""What in an answer may point to somebody: decided per place before it is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from beraad.privacy.find import KIND_LABELS, Find
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, column, label, panel


class AnswerPlaces(QWidget):
    """One hint per place, with a way to write it otherwise and one to let it stand."""

    rewritten = Signal(object)
    kept = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = column(self, spacing=8)
        self.hide()

    def show_places(self, places: tuple[Find, ...]) -> None:
        """Show these; nothing at all without any."""
        clear(self._rows)
        for place in places:
            self._rows.addWidget(self._hint(place))
        self.setVisible(bool(places))

    def _hint(self, place: Find) -> QFrame:
        hint = panel("hint")
        inside = column(hint, spacing=4)
        inside.setContentsMargins(12, 6, 12, 6)
        what = f"“{place.text}” ({KIND_LABELS[place.kind]})"
        said = f"Aan {what} is iemand misschien te herkennen: {place.reason}."
        inside.addWidget(label(said))
        ways = FlowLayout()
        instead = place.generalised or place.suggestion
        rewrite = button(f"Schrijf “{instead}”", name="rewrite")
        rewrite.clicked.connect(partial(self.rewritten.emit, place))
        keep = button("Laten staan", name="keep")
        keep.clicked.connect(partial(self.kept.emit, place))
        for way in (rewrite, keep):
            ways.addWidget(way)
        inside.addLayout(ways)
        return hint
