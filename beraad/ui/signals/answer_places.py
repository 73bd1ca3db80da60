"""What in an answer may point to somebody: decided per place before it is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QWidget

from beraad.privacy.find import KIND_LABELS, Find
from beraad.ui.announce import announce
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, column, label, panel


class AnswerPlaces(QWidget):
    """One hint per place, with a way to write it otherwise and one to let it stand.

    The cursor comes on the hint itself: a key pressed once too often decides nothing.
    """

    rewritten = Signal(object)
    kept = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = column(self, spacing=8)
        self._hints: list[QFrame] = []
        self._at = 0
        self.hide()

    def show_places(self, places: tuple[Find, ...]) -> None:
        """Show these; nothing at all without any."""
        clear(self._rows)
        self._hints = []
        for at, place in enumerate(places):
            hint = self._hint(place, at)
            self._hints.append(hint)
            self._rows.addWidget(hint)
            hint.show()
        self.setVisible(bool(places))

    def begin(self) -> None:
        """Go to the first place, and say how many there are: they may be out of sight."""
        self._at = 0
        self.take_focus()
        count = len(self._hints)
        announce(self, "Beslis over 1 plek" if count == 1 else f"Beslis over {count} plekken")

    def take_focus(self) -> None:
        """Go on with the place that came after the one that was decided about last."""
        if self._hints:
            hint = self._hints[min(self._at, len(self._hints) - 1)]
            hint.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hint(self, place: Find, at: int) -> QFrame:
        hint = panel("hint")
        hint.setObjectName("place")
        hint.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = column(hint, spacing=4)
        inside.setContentsMargins(12, 6, 12, 6)
        what = f"“{place.text}” ({KIND_LABELS[place.kind]})"
        said = f"Aan {what} is iemand misschien te herkennen: {place.reason}."
        hint.setAccessibleName(said)
        inside.addWidget(label(said))
        ways = FlowLayout()
        instead = place.generalised or place.suggestion
        rewrite = button(f"Schrijf “{instead}”", name="rewrite")
        rewrite.clicked.connect(partial(self._decide, self.rewritten, place, at))
        keep = button("Laten staan", name="keep")
        keep.clicked.connect(partial(self._decide, self.kept, place, at))
        for way in (rewrite, keep):
            ways.addWidget(way)
        inside.addLayout(ways)
        return hint

    def _decide(self, way: SignalInstance, place: Find, at: int) -> None:
        self._at = at
        way.emit(place)
