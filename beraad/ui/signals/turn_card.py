"""Whose turn it is on one signal, since when, and which signals it hangs together with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from beraad.errors import Solvable
from beraad.phases.dates import full_date
from beraad.records import Id, RegisteredSignal
from beraad.signals.joining import also_seen
from beraad.signals.lines import line_of
from beraad.signals.telling import days_sentence, named, owed_sentence, usual_term
from beraad.ui.signals.in_register import SignalInRegister
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, in_card, label, row

_ELSEWHERE = "Het gaat verder met een signaal van een andere laptop. Wissel uit om het te zien."
_CIRCLE = "Dit signaal en {} zijn over en weer samengevoegd. Neem bij één van de twee terug."
_GONE_ON = (
    "Het ging verder met een signaal dat is gewist. Speelt dit nog? Neem het samenvoegen dan terug."
)


class TurnCard(QFrame):
    """`other_wished` carries the signal to go to.

    Attributes:
        whose: whose turn it is, in one sentence.
    """

    other_wished = Signal(object)

    def __init__(
        self,
        signal: RegisteredSignal,
        register: SignalInRegister,
        *,
        today: date,
        tell: Callable[[Solvable], None],
    ) -> None:
        """`tell` tells why it cannot be seen with which signal it goes on."""
        super().__init__()
        self.setProperty("panel", "card")
        self._register = register
        self._tell = tell
        self._inside = in_card(self, spacing=4)
        owing = register.owing
        self.whose = owed_sentence(owing) if owing else "Niemand is meer aan zet."
        self._inside.addWidget(label(self.whose, role="heading"))
        own = line_of(signal, clash=register.known.answers_clash)
        if own.goes_on_with:
            self._lead_on(own.goes_on_with)
        for joined, said in also_seen(own, register.beside.joined):
            self._lead_to(joined.id, said)
        if owing is not None:
            how = "afgesproken" if owing.agreed else usual_term(owing)
            days = days_sentence(owing.days_left(today))
            since = f"Aan zet sinds {full_date(owing.since)}"
            self._inside.addWidget(label(f"{since} · {days} · {how}", role="small"))

    def _lead_on(self, other: Id) -> None:
        """Tell with which signal a joined one goes on, with the way there."""
        try:
            found = self._register.line(other)
            erased = found is None and self._register.is_erased(other)
        except Solvable as problem:
            self._tell(problem)
            return
        if found is None:
            self._inside.addWidget(label(_GONE_ON if erased else _ELSEWHERE, role="small"))
            return
        called = named(found.title, found.team)
        goes_on = f"Het gaat verder met {called}."
        self._lead_to(other, goes_on if self._register.beside.end else _CIRCLE.format(called))

    def _lead_to(self, other: Id, said: str) -> None:
        """Say something of another signal, with the way there."""
        both = row(spacing=12)
        both.addWidget(label(said), 1)
        way = button("Naar dat signaal", name="other-signal")
        way.setAccessibleDescription(said)
        way.clicked.connect(partial(self.other_wished.emit, other))
        both.addWidget(way)
        self._inside.addWidget(folding(both))
