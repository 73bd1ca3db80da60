"""A document about one signal to read, to copy, and to make files of.

It is the page that goes to who can mend it, or the terugkoppeling to the team.
"""

from __future__ import annotations

from PySide6.QtCore import Slot

from beraad.publishing.answer_letter import FORMATS
from beraad.publishing.proving import Proven
from beraad.report.blocks import Document
from beraad.report.pasted import pasted
from beraad.ui.clipboard.hints import copy
from beraad.ui.review.document_screen import DocumentScreen
from beraad.ui.review.preview import preview
from beraad.ui.review.sheet import Sheet
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.theme.palette import LIGHT
from beraad.ui.theme.scale import scale_for
from beraad.ui.widgets.parts import button

_LETTER = 13.0
"""Pixels of the system font that the sizes on the clipboard are derived from."""


class LetterScreen(DocumentScreen):
    """Its words passed the gate when they came into the register."""

    def __init__(
        self, document: Document, look: Look, settings: Settings, *, named: str = "Terugkoppeling"
    ) -> None:
        """`named` is what the document is called."""
        super().__init__(
            document,
            Sheet(look, name="letter", described=named),
            look,
            settings,
            formats=FORMATS,
            back="← Signaal",
            made="Maken …",
            question=f"{named}: waar komt het bestand?",
        )
        self.setWindowTitle(named)
        copied = button("Kopieer", name="copy")
        copied.clicked.connect(self._on_copy)
        self.beside.insertWidget(self.beside.count() - 1, copied)

    @Slot()
    def _on_copy(self) -> None:
        scale = scale_for(system_pixels=_LETTER, percent=100)
        copy(pasted(self._document), rich=preview(self._document, LIGHT, scale).toHtml())
        self.banner.show_message("Gekopieerd. Plak het in een bericht of in een verslag.")

    @Slot(object)
    def _on_done(self, proven: Proven) -> None:
        self._export.setEnabled(True)
        self._export.setFocus()
        super()._on_done(proven)
