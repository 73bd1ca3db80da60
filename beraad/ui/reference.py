"""A list of suggestions to look something up in: help, no advice."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from beraad.phases.dates import full_date
from beraad.phases.suggestions import Suggestion, SuggestionList
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.parts import column, label, title_above


class Reference(Fold):
    """Folded away until somebody needs it; says when it was last checked."""

    def __init__(self, shown: SuggestionList) -> None:
        super().__init__(shown.title)
        checked = f"Peildatum {full_date(shown.checked_on)}."
        note = shown.note or "Hulp, geen advies."
        self.inside.addWidget(label(f"{note} {checked}", role="small"))
        for item in shown.items:
            self.inside.addWidget(_entry(item))


def _entry(item: Suggestion) -> QWidget:
    box = QWidget()
    inside = column(box, spacing=2)
    inside.addWidget(title_above(item.name))
    room = f"Geeft ruimte om: {item.room}." if item.room else ""
    for text in (room, item.about, item.caution, item.source):
        if text:
            inside.addWidget(label(text, role="small"))
    return box
