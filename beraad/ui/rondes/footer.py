"""The bar under a beraad: the ronde before and after, and how keeping and the beamer stand."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.ui.theme.icons import Icon, Role, put_icon
from beraad.ui.widgets.parts import button, row, set_look
from beraad.ui.widgets.save_label import SaveLabel


class Footer(QFrame):
    """Previous, the group's screen, saved, next."""

    back_wished = Signal()
    on_wished = Signal()
    guide_wished = Signal()
    group_wished = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "bar")
        self._back = button("", kind="link", name="back")
        self._back.setProperty("tone", "plain")
        self._back.clicked.connect(self.back_wished)
        self.saved = SaveLabel()
        self._guide = button("", kind="link", name="guide")
        self._guide.clicked.connect(self.guide_wished)
        self._told, self._sign, self._narrow = "uit", "", False
        self._group = button("Groepsscherm: uit", kind="link", name="group")
        put_icon(self._group, Icon.GROUP_SCREEN, Role.Link)
        put_icon(self._guide, Icon.GUIDE, Role.Link)
        self._group.clicked.connect(self._on_group)
        self._on = button("", kind="primary", name="on")
        self._on.clicked.connect(self.on_wished)
        inside = row(self, spacing=20)
        inside.setContentsMargins(20, 6, 20, 6)
        inside.addWidget(self._back)
        inside.addStretch(1)
        inside.addWidget(self._group)
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

    def show_group(self, text: str, sign: str) -> None:
        """Tell how the group's screen stands; a sign says why it does not follow the talk."""
        self._told, self._sign = text, sign
        self._group.setAccessibleName(f"Groepsscherm: {text}")
        set_look(self._group, "tone", "open" if sign else "")
        self._show_group()

    def set_narrow(self, *, narrow: bool) -> None:
        """Say less when there is little room."""
        self._narrow = narrow
        self._show_group()

    def _show_group(self) -> None:
        if not self._narrow:
            self._group.setText(f"Groepsscherm: {self._told}")
        else:
            self._group.setText(f"Scherm: {self._sign}" if self._sign else "Groepsscherm")

    @Slot()
    def _on_group(self) -> None:
        self.group_wished.emit(self._group)

    def show_guide_is(self, *, unfolded: bool) -> None:
        """Name what the guide button does."""
        self._guide.setText("Hulp inklappen" if unfolded else "Hulp tonen")
