"""The courses that lie ready, and the ways to open one or hand one on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton

from beraad.training.course.opening import title_of
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, label, panel, row

_SAYS = (
    "Twee dagen, met werk ertussen en erna: programma, zes casussen, rollenkaarten, formulieren en "
    "dia’s in één bestand."
)


class CoursesCard(QFrame):
    """`open_wished` asks for a file, `write_wished` for the course that ships as one, `make_wished`
    for a course of one's own out of its folder, `away_wished` to take one away, and `stop_wished`
    to stop what is under way.
    """

    open_wished = Signal()
    write_wished = Signal()
    folder_wished = Signal(object)
    make_wished = Signal()
    away_wished = Signal(object)
    stop_wished = Signal()

    def __init__(self, courses: Sequence[Path]) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(label("Cursus gespreksleider", role="heading"))
        inside.addWidget(label(_SAYS, role="muted"))
        ways = FlowLayout()
        self._wished: QPushButton | None = None
        self._write = button("Bewaar als bestand", name="write-course")
        self._write.clicked.connect(self.write_wished)
        self._open = button("Openen …", name="open-course")
        self._open.setAccessibleName("Een cursus of een casus openen")
        self._open.setToolTip("Een bestand .cursus of .casus; je kunt het ook hierheen slepen")
        self._open.clicked.connect(self.open_wished)
        self._make = button("Van een eigen map …", name="make-course")
        self._make.setAccessibleName("Een cursusbestand maken van een eigen map")
        self._make.setToolTip("Een map met cursus.toml en een map casussen")
        self._make.clicked.connect(self.make_wished)
        self._stop = button("Stoppen", name="stop-course")
        self._stop.setAccessibleName("Stoppen met openen of maken")
        self._stop.clicked.connect(self.stop_wished)
        for made in (self._open, self._write, self._make, self._stop):
            ways.addWidget(made)
        self._stop.hide()
        inside.addLayout(ways)
        for folder in courses:
            inside.addWidget(self._course(folder))

    def set_busy(self, *, busy: bool) -> None:
        """Take no other wish while one is under way; the focus comes back to what was wished."""
        ways = (self._open, self._write, self._make)
        if busy:
            at = self.window().focusWidget()
            self._wished = next((made for made in ways if made is at), None)
        for made in ways:
            made.setEnabled(not busy)
        self._stop.setVisible(busy)
        if not busy and self._wished is not None:
            self._wished.setFocus()
            self._wished = None

    def _course(self, folder: Path) -> QFrame:
        line = panel("row")
        inside = row(line)
        inside.setContentsMargins(12, 6, 12, 6)
        title = title_of(folder)
        inside.addWidget(label(title, role="strong"), 2)
        inside.addWidget(label(f"map {folder.name}", role="small"), 1)
        way = button("Bladen", kind="link")
        way.setAccessibleName(f"Bladen van {title} openen")
        way.clicked.connect(partial(self._on_folder, folder))
        inside.addWidget(way)
        away = button("Haal weg", kind="link", name="course-away")
        away.setAccessibleName(f"Haal weg: {title}")
        away.clicked.connect(partial(self._on_away, folder))
        inside.addWidget(away)
        return line

    def _on_away(self, folder: Path) -> None:
        self.away_wished.emit(folder)

    @Slot()
    def _on_folder(self, folder: Path) -> None:
        self.folder_wished.emit(folder)
