"""The bar under a beraad: the ronde before and after, and how keeping and the beamer stand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from beraad.ui.announce import announce
from beraad.ui.theme.icons import Icon, Role, put_icon
from beraad.ui.widgets.parts import button, row, set_look
from beraad.ui.widgets.save_label import SaveLabel

_WIDE, _CLOSE = 20, 6
_SIGNS = 14
"""Lines of text high: about as wide is a bar that says nothing but signs."""


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
        self._ways, self._guide_does = ("", ""), ""
        self._group = button("", kind="link", name="group", menu=True)
        self._group.setAccessibleName("Groepsscherm, uit")
        put_icon(self._group, Icon.GROUP_SCREEN, Role.Link)
        put_icon(self._guide, Icon.GUIDE, Role.Link)
        self._group.clicked.connect(self._on_group)
        self._on = button("", kind="primary", name="on")
        self._on.clicked.connect(self.on_wished)
        inside = self._inside = row(self, spacing=_WIDE)
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
        self._ways = back, on
        self._back.setAccessibleName(f"Terug naar {back}")
        self._back.setVisible(bool(back))
        self._on.setAccessibleName(f"Verder naar {on}")
        self._on.setVisible(bool(on))
        self._show()

    def show_group(self, text: str, sign: str) -> None:
        """Tell how the group's screen stands; a sign says why it does not follow the talk."""
        if text != self._told:
            announce(self, f"Groepsscherm {text}")
        self._told, self._sign = text, sign
        self._group.setAccessibleName(f"Groepsscherm, {text}")
        set_look(self._group, "tone", "open" if sign else "")
        self._show()

    def show_guide_is(self, *, unfolded: bool) -> None:
        """Name what the guide button does."""
        self._guide_does = "Hulp inklappen" if unfolded else "Hulp tonen"
        self._guide.setAccessibleName(self._guide_does)
        self._show()

    def set_narrow(self, *, narrow: bool) -> None:
        """Say less when there is little room."""
        self._narrow = narrow
        self._inside.setSpacing(_CLOSE if narrow else _WIDE)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def minimumSizeHint(self) -> QSize:
        """No wider than the signs alone need, so that there is always a width to say less at."""
        return QSize(_SIGNS * self.fontMetrics().lineSpacing(), super().minimumSizeHint().height())

    def _show(self) -> None:
        """Say as much as there is room for; a tip says the rest."""
        for tight in (False, True):
            self._say(tight=tight)
            if self._inside.minimumSize().width() <= self.width():
                return

    def _say(self, *, tight: bool) -> None:
        back, on = self._ways
        group = f"Groepsscherm: {self._told}"
        if self._narrow:
            group = f"Scherm: {self._sign}" if self._sign else "Groepsscherm"
        for each, text, sign in (
            (self._back, f"← {back}", "←"),
            (self._on, f"{on} →", "→"),
            (self._group, group, self._sign),
            (self._guide, self._guide_does, ""),
        ):
            each.setText(sign if tight else text)
            each.setToolTip(each.accessibleName() if tight else "")

    @Slot()
    def _on_group(self) -> None:
        self.group_wished.emit(self._group)
