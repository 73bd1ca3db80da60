"""What stands above every screen of the oefenregister, so that nobody takes it for real."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, row

MARK = "practice-register"
"""The property of a screen that belongs to the oefenregister."""

_SAID = "Oefenregister · alles is verzonnen en telt nergens mee"
_SURE = "Begin opnieuw? Wat jullie in het oefenregister deden, gaat dan weg."


class PracticeStrip(QFrame):
    """`anew_wished` asks to make it as it was at first; that takes two buttons."""

    anew_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("practice-strip")
        self.setProperty("panel", "hint")
        self._offered = True
        self._said = label(_SAID, role="strong")
        self._anew = button("Begin opnieuw …", name="practice-anew")
        self._yes = button("Ja, begin opnieuw", name="practice-anew-yes")
        self._no = button("Nee", name="practice-anew-no")
        self._anew.clicked.connect(self._on_asked)
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self._on_no)
        inside = row(spacing=12)
        inside.addWidget(self._said, 1)
        for each in (self._anew, self._yes, self._no):
            inside.addWidget(each)
        outside = column(self)
        outside.setContentsMargins(16, 6, 12, 6)
        outside.addWidget(folding(inside))
        self._ask(asked=False)

    def offer_anew(self, *, offered: bool) -> None:
        """Whether it can be made anew: only in its own place, where nothing else lies beside it."""
        self._offered = offered
        self._ask(asked=self._yes.isVisibleTo(self) and offered)

    def _ask(self, *, asked: bool) -> None:
        self._said.setText(_SURE if asked else _SAID)
        self._anew.setVisible(self._offered and not asked)
        self._yes.setVisible(asked)
        self._no.setVisible(asked)

    @Slot()
    def _on_asked(self) -> None:
        self._ask(asked=True)
        self._no.setFocus()

    @Slot()
    def _on_no(self) -> None:
        self._ask(asked=False)
        self._anew.setFocus()

    @Slot()
    def _on_yes(self) -> None:
        self._ask(asked=False)
        self.anew_wished.emit()
