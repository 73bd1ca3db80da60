"""What was written, and what was seen when it was read back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame

from beraad.publishing.proving import Proven
from beraad.report.inspecting import Inspection, inspect, readable
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.theme.icons import Icon, Role, put_icon
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.parts import button, clear, column, label, panel, row

_LOWEST = 24
"""Pixels of height that can be aimed at."""


class ResultCard(QFrame):
    """One line for every thing that was looked at in every file, and how to look again."""

    def __init__(self, banner: Banner) -> None:
        super().__init__()
        self._banner = banner
        self.setObjectName("result")
        self.setProperty("panel", "card")
        self._folder = Path()
        inside = column(self, spacing=10)
        inside.setContentsMargins(20, 16, 20, 16)
        top = row(spacing=12)
        top.addWidget(label("Gemaakt en teruggelezen", role="heading"), 1)
        self._open = button("Open map", name="open-folder")
        self._open.clicked.connect(self._on_open)
        top.addWidget(self._open)
        inside.addLayout(top)
        self._words = label(role="strong")
        self._words.setObjectName("checked-words")
        inside.addWidget(self._words)
        self._boxes = label(role="muted")
        inside.addWidget(self._boxes)
        self._files = column(spacing=14)
        inside.addLayout(self._files)
        self.hide()

    def show_proven(self, proven: Proven) -> None:
        """Show the files of one export. Raises Solvable when one of them is gone already."""
        self._folder = proven.paths[0].parent
        self._words.setText(proven.checked.sentence)
        signs = " ".join(proven.unprintable[:8])
        self._boxes.setText(f"Deze tekens worden in de PDF een hokje: {signs}.")
        self._boxes.setVisible(bool(signs))
        clear(self._files)
        for path in proven.paths:
            self._files.addWidget(_file(path, inspect(path) if readable(path) else None))
        self.show()

    @Slot()
    def _on_open(self) -> None:
        show_in_system(self._folder, self._banner)


def _file(path: Path, seen: Inspection | None) -> QFrame:
    box = panel("row")
    inside = column(box, spacing=4)
    inside.addWidget(label(path.name, role="strong"))
    for check in seen.checks if seen else ():
        line = row(spacing=8)
        drawing = label(wrap=False)
        put_icon(drawing, Icon.GOOD if check.holds else Icon.WARNING, Role.Link)
        line.addWidget(drawing)
        state = "" if check.holds else "Let op. "
        line.addWidget(label(f"{check.subject}: {state}{check.found}"), 1)
        inside.addLayout(line)
    again = label(f'Zelf nakijken: beraad controleer "{path.name}"', role="small")
    again.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    again.setAccessibleName(again.text())
    again.setMinimumHeight(_LOWEST)
    inside.addWidget(again)
    box.show()
    return box
