"""Where backups are made besides the usual place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.ui.preferences.card import Card
from beraad.ui.preferences.given import given
from beraad.ui.settings import Settings
from beraad.ui.theme.icons import Icon
from beraad.ui.theme.look import Look
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import button, label, row


class CopiesCard(Card):
    """A second folder for backups; `restore_wished` asks to put one back."""

    restore_wished = Signal()

    def __init__(self, look: Look, room: PageWidth, settings: Settings) -> None:
        super().__init__(
            "Reservekopieën", sign=Icon.PRIVATE, look=look, room=room, about="gaan vanzelf"
        )
        self._settings = settings
        box = QWidget()
        inside = row(box, spacing=8)
        room.adapt(inside, self)
        self._second = button("", kind="link", name="copies-folder")
        self._second.clicked.connect(self._on_choose)
        self._none = button("Niet meer", kind="quiet", name="no-copies-folder")
        self._none.clicked.connect(self._on_none)
        inside.addWidget(self._second)
        inside.addWidget(self._none)
        inside.addStretch(1)
        self.line("Ook in", given(box, settings, "reservekopie/map"))
        why = "Op een andere schijf of een stick helpt ook als je laptop weg is."
        self.inside.addWidget(label(why, role="small"))
        back = button("Reservekopie terugzetten …", name="restore-copy")
        back.clicked.connect(self.restore_wished)
        ways = row()
        ways.addWidget(back)
        ways.addStretch(1)
        self.inside.addLayout(ways)
        self._show_second()

    @Slot()
    def _on_choose(self) -> None:
        chosen = ask_folder(self, "Waar komt een tweede reservekopie?")
        if chosen:
            self._settings.copies_folder = Path(chosen)
            self._show_second()

    @Slot()
    def _on_none(self) -> None:
        self._settings.copies_folder = None
        self._show_second()
        self._second.setFocus()

    def _show_second(self) -> None:
        folder = self._settings.copies_folder
        text = "Kies een tweede map …" if folder is None else folder.name or str(folder)
        self._second.setText(text)
        self._second.setToolTip("" if folder is None else str(folder))
        told = text if folder is None else f"Tweede map voor reservekopieën: {folder}"
        self._second.setAccessibleName(told)
        self._none.setVisible(folder is not None)
