"""The observations that lie on this laptop: to go on with, to give once more, to take away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from beraad.phases.dates import dated
from beraad.training.observing.observation import Lying
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import add_first, button, column, label, panel, row

_SAYS = (
    "Een observatie is van de gespreksleider. Geef het bestand mee, en haal de observatie daarna "
    "hier weg: vanzelf gebeurt dat niet."
)
_MOST = 30
"""How many are shown, the newest."""


class ObservationsCard(QFrame):
    """Hidden where there is none; `open_wished` and `away_wished` carry a Lying."""

    open_wished = Signal(object)
    away_wished = Signal(object)

    def __init__(self, lying: Sequence[Lying]) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(label("Observaties op deze laptop", role="heading"))
        inside.addWidget(label(_SAYS, role="muted"))
        add_first(inside, lying, self._row, most=_MOST, rest=", van eerder")
        self.setVisible(bool(lying))

    def _row(self, lying: Lying) -> QFrame:
        box = panel("row")
        around = column(box)
        around.setContentsMargins(12, 6, 12, 6)
        line = Folding()
        inside = row(line)
        inside.addWidget(label(lying.title, role="strong"), 1)
        inside.addWidget(label(_state(lying), role="small"), 1)
        about = f"{lying.title}, {_state(lying)}"
        if lying.begun_on is not None:
            way = button("Openen", kind="link", name="observation-open")
            way.setAccessibleName(f"Observatie openen: {about}")
            way.clicked.connect(partial(self.open_wished.emit, lying))
            inside.addWidget(way)
        away = button("Haal weg", kind="link", name="observation-away")
        away.setAccessibleName(f"Haal weg: observatie, {about}")
        away.clicked.connect(partial(self.away_wished.emit, lying))
        inside.addWidget(away)
        around.addWidget(line)
        return box


def _state(lying: Lying) -> str:
    if lying.begun_on is None:
        return "niet te lezen"
    if lying.is_handed_on:
        given = "meegegeven"
    elif lying.handed_at is not None:
        given = "meegegeven, daarna nog iets veranderd"
    else:
        given = "nog niet meegegeven"
    return f"{dated(lying.begun_on)} · {given}"


def told_of_giving(lying: Lying) -> str:
    """What who takes it away has to know of giving it; empty when there is nothing to know."""
    return " ".join(filter(None, (_not_given(lying), lying.given_out.told)))


def _not_given(lying: Lying) -> str:
    if lying.begun_on is None or lying.is_handed_on:
        return ""
    if lying.handed_at is None:
        return "Je gaf haar nog niet mee."
    at = lying.handed_at.astimezone()
    given = f"Je gaf haar mee op {dated(at.date())} om {at:%H:%M}"
    return f"{given}; daarna veranderde je nog iets."
