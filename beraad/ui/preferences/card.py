"""A card of the settings screen: a title, and lines of what is chosen with its choice."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from beraad.ui.theme.icons import Icon, Role, put_icon
from beraad.ui.theme.look import Look
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import column, label, row

_BESIDE = 128
"""Pixels at 100 % for what a line is about."""


class Card(QFrame):
    """`line` adds a choice with its name before it, or above it where there is no room for both.

    `inside` takes anything else.
    """

    def __init__(
        self, title: str, *, sign: Icon, look: Look, room: PageWidth, about: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._look = look
        self._room = room
        self._names: list[QLabel] = []
        self.inside = column(self, spacing=12)
        self.inside.setContentsMargins(22, 16, 22, 18)
        head = row(spacing=10)
        drawing = label(wrap=False)
        put_icon(drawing, sign, Role.Link)
        head.addWidget(drawing)
        head.addWidget(label(title, role="heading"), 1)
        across = row(spacing=8)
        room.adapt(across, self)
        across.addLayout(head, 1)
        if about:
            across.addWidget(label(about, role="small", wrap=False))
        self.inside.addLayout(across)
        look.changed.connect(self._align)

    def line(self, name: str, choice: QWidget) -> None:
        """Add a line: its name, and what is chosen."""
        made = row(spacing=8)
        self._room.adapt(made, self)
        before = label(name, role="muted", wrap=False)
        before.setBuddy(choice)
        self._names.append(before)
        made.addWidget(before)
        made.addWidget(choice, 1)
        self.inside.addLayout(made)
        self._align()

    @Slot()
    def _align(self) -> None:
        for name in self._names:
            name.setMinimumWidth(self._look.scale.px(_BESIDE))
