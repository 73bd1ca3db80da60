"""Says that the register has other words of a signal than the beraad, and offers both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from beraad.phases.numbers import counted
from beraad.phases.signal import said_otherwise
from beraad.records import Id, Session, SignalContent
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, label

if TYPE_CHECKING:
    from beraad.publishing.differing import Apart

OTHERWISE = "In het register staan andere woorden van dit signaal dan hier."
_LATER = (
    "Zet je de woorden van hier in het register, dan komen ze daar in de plaats van wat er staat. "
    "De stappen blijven."
)
_OTHER = "Van “{}” staan in het register andere woorden dan hier. Kies dat signaal hierboven."
_MOST = 4
"""Fields that are named; of more than these the number is told."""
_LONGEST = 200


class OtherWords(QFrame):
    """Hidden while nothing differs.

    `register_wished` asks to read the words again and put them in the register; `taken_over` asks
    for what the register says of the signal at hand.
    """

    register_wished = Signal()
    taken_over = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("other-words")
        self.setProperty("panel", "hint")
        self._inside = column(self, spacing=6)
        self._inside.setContentsMargins(14, 10, 14, 10)
        self._title = label(role="strong")
        self._says = label()
        self._says.setObjectName("register-says")
        self._means = label(_LATER, role="small")
        put = button("Nalezen en in het register zetten", name="put-words")
        put.clicked.connect(self.register_wished)
        self._take = button("Overnemen uit het register", name="take-words")
        self._take.clicked.connect(self._on_take)
        self._apart: Apart | None = None
        self._ways = QFrame()
        ways = FlowLayout()
        self._ways.setLayout(ways)
        ways.addWidget(put)
        ways.addWidget(self._take)
        self._others = label(role="small")
        for each in (self._title, self._says, self._means, self._ways, self._others):
            self._inside.addWidget(each)
        self.hide()

    @property
    def said(self) -> str:
        """What stands there, in one sentence."""
        return self._title.text() if self._apart is not None else self._others.text()

    def show_differing(self, session: Session, found: Mapping[Id, Apart]) -> None:
        """Show what differs, of the signal at hand and of those beside it."""
        self._apart = found.get(session.signal_at_hand)
        if self._apart is not None:
            self._title.setText(OTHERWISE)
            told = told_apart(self._apart.there, (self._apart.here,))
            self._says.setText(f"Daar staat:\n{told}")
        for each in (self._title, self._says, self._means, self._ways):
            each.setVisible(self._apart is not None)
        others = [each for each in session.other_signals if each.id in found]
        called = (" ".join((each.bottleneck or each.what or "signaal").split()) for each in others)
        self._others.setText("\n".join(_OTHER.format(_short(each, 40)) for each in called))
        self._others.setVisible(bool(others))
        self.setVisible(bool(others) or self._apart is not None)

    def _on_take(self) -> None:
        if self._apart is not None:
            self.taken_over.emit(self._apart.there)


def told_apart(content: SignalContent, others: Iterable[SignalContent]) -> str:
    """What a signal says where another says something else, field by field."""
    found = list(said_otherwise(content, others))
    lines = [
        f"{name.rstrip('?')}: {f'“{_short(text, _LONGEST)}”' if text else 'leeg'}"
        for name, text in found[:_MOST]
    ]
    more = len(found) - _MOST
    rest = [f"En nog {counted(more, 'veld', 'velden')}."] if more > 0 else []
    return "\n".join((*lines, *rest))


def _short(text: str, longest: int) -> str:
    said = " ".join(text.split())
    return said if len(said) <= longest else f"{said[:longest].rstrip()} …"
