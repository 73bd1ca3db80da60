"""Earlier signals that look like the one that is being written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.phases.wording import status_words
from beraad.records import Id, SignalContent, SignalLine
from beraad.signals.likeness import Alike, alike_signals
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker
from beraad.ui.widgets.parts import clear, column, label, panel

_CALM = 400
"""Milliseconds without a key before there is another look."""
_TITLE = "Dit lijkt erop en is er al"
_HOW = "Is het hetzelfde? Zet dit in het register en voeg het bij Signalen samen."


class AlikeSignals(QWidget):
    """Hidden while nothing looks alike; looks beside the window, and never in the way of a key."""

    def __init__(self, lines: Callable[[], tuple[SignalLine, ...]]) -> None:
        super().__init__()
        self._lines = lines
        self._asked: tuple[SignalContent, Id] | None = None
        self._wish = LatestWish(self)
        self._wish.done.connect(self._on_found)
        outside = column(self)
        box = panel("hint")
        self._rows: QVBoxLayout = column(box, spacing=4)
        self._rows.setContentsMargins(14, 8, 14, 8)
        outside.addWidget(box)
        self.hide()

    def show_for(self, content: SignalContent, *, but: Id) -> None:
        """Look soon for what is like this signal."""
        if self._asked == (content, but):
            return
        self._asked = (content, but)
        lines = self._lines

        def work(asker: Asker) -> tuple[Alike, ...]:
            try:
                known = lines()
            except Solvable:
                return ()  # The start screen and Signalen tell what is wrong with the register.
            return alike_signals(content, known, but=but, unwanted=asker.unwanted)

        self._wish.wish(work, calm=_CALM)

    @Slot(object)
    def _on_found(self, found: tuple[Alike, ...]) -> None:
        clear(self._rows)
        if found:
            self._rows.addWidget(label(_TITLE, role="strong"))
            for line, why in found:
                standing = status_words(line.status, unanswered=line.unanswered)
                self._rows.addWidget(label(f"“{line.title}”, {line.team}: {standing} ({why})"))
            self._rows.addWidget(label(_HOW, role="small"))
        self.setVisible(bool(found))
