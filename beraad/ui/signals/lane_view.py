"""One lane of signals: its cards, a screenful at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from beraad.records import Id, SignalLine
from beraad.signals.life import Lane
from beraad.signals.telling import LANE_LABELS, LANE_MEANS
from beraad.ui.signals.signal_card import SignalCard
from beraad.ui.widgets.parts import button, clear, column, label

_FIRST = 12
_MORE = 24
"""Cards that are made at once; a lane can hold ten thousand signals."""

_EMPTY = {
    Lane.WAITING: "Niemand is ons een antwoord schuldig.",
    Lane.OURS: "Er is niets dat wij nog moeten vertellen of doen.",
    Lane.DONE: "Nog geen signaal is helemaal rond.",
}


class LaneView(QWidget):
    """`opened` carries a signal and the step that was chosen."""

    opened = Signal(object, object)

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self.lane = lane
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lines: Sequence[SignalLine] = ()
        self._shown = 0
        self._today = date.min
        inside = column(self, spacing=10)
        self._head = label(LANE_LABELS[lane], role="heading")
        inside.addWidget(self._head)
        inside.addWidget(label(LANE_MEANS[lane], role="small"))
        self._empty = label(_EMPTY[lane], role="muted")
        inside.addWidget(self._empty)
        self._cards: QVBoxLayout = column(spacing=12)
        inside.addLayout(self._cards)
        self._more = button("", kind="link", name=f"more-{lane.value}")
        self._more.clicked.connect(self._on_more)
        inside.addWidget(self._more)
        inside.addStretch(1)

    def show_lines(self, lines: Sequence[SignalLine], *, today: date) -> None:
        """Show these signals, the first of them as cards."""
        self._lines, self._today, self._shown = lines, today, 0
        self._head.setText(f"{LANE_LABELS[self.lane]} {_number(len(lines))}")
        self._empty.setVisible(not lines)
        clear(self._cards)
        self._add(_FIRST)

    def take_focus(self, signal_id: Id | None = None) -> bool:
        """Put the focus on the card of a signal, or on the first; whether there was one."""
        for place in range(self._cards.count()):
            item = self._cards.itemAt(place)
            card = item.widget() if item else None
            if isinstance(card, SignalCard) and signal_id in {None, card.line.id}:
                card.take_focus()
                return True
        return False

    def _add(self, count: int) -> None:
        for line in self._lines[self._shown : self._shown + count]:
            card = SignalCard(line, today=self._today)
            card.opened.connect(self.opened)
            self._cards.addWidget(card)
            card.show()
        self._shown = min(len(self._lines), self._shown + count)
        left = len(self._lines) - self._shown
        self._more.setVisible(left > 0)
        self._more.setText(f"Nog {_number(min(left, _MORE))} van de {_number(left)} tonen")

    @Slot()
    def _on_more(self) -> None:
        first = self._cards.count()
        self._add(_MORE)
        item = self._cards.itemAt(first)
        card = item.widget() if item else None
        if isinstance(card, SignalCard):
            card.take_focus()


def _number(count: int) -> str:
    """A count as a Dutch reader writes it: 12.345."""
    return f"{count:,}".replace(",", ".")
