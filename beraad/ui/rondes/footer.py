"""The bar under a beraad: one ronde back, how it stands with keeping, one ronde on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from beraad.ui.widgets.parts import button, row
from beraad.ui.widgets.save_label import SaveLabel


class Footer(QFrame):
    """Previous, saved, next."""

    back_wished = Signal()
    on_wished = Signal()
    guide_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "bar")
        self._back = button("", kind="link", name="back")
        self._back.setProperty("tone", "plain")
        self._back.clicked.connect(self.back_wished)
        self.saved = SaveLabel()
        self._guide = button("", kind="link", name="guide")
        self._guide.clicked.connect(self.guide_wished)
        self._on = button("", kind="primary", name="on")
        self._on.clicked.connect(self.on_wished)
        inside = row(self, spacing=20)
        inside.setContentsMargins(20, 6, 20, 6)
        inside.addWidget(self._back)
        inside.addStretch(1)
        inside.addWidget(self.saved)
        inside.addWidget(self._guide)
        inside.addStretch(1)
        inside.addWidget(self._on)

    def show_ways(self, back: str, on: str) -> None:
        """Name the ronde before and after; an empty name hides the way."""
        self._back.setText(f"← {back}")
        self._back.setVisible(bool(back))
        self._on.setText(f"{on} →")
        self._on.setVisible(bool(on))

    def show_guide_is(self, *, unfolded: bool) -> None:
        """Name what the guide button does."""
        self._guide.setText("Hulp inklappen" if unfolded else "Hulp tonen")
