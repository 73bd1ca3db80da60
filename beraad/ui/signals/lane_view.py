"""One lane of signals: its cards, a screenful at a time."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from beraad.records import Id, SignalLine
from beraad.signals.life import Lane
from beraad.signals.telling import LANE_LABELS, LANE_MEANS, means_of
from beraad.ui.signals.lane_lines import LaneLines, lane_of_all
from beraad.ui.signals.signal_card import SignalCard
from beraad.ui.widgets.parts import button, clear, column, label

FIRST_CARDS, _SCREENFUL, _FEW, _MORE = 3, 6, 12, 24
"""Cards that are made in one go, without being asked, without being asked when there are no more,
and when more are asked for: a lane can hold ten thousand signals, and a key has to come between."""

_EACH_TURN = 2
"""Cards made between two looks at what the window has to do: three lanes fill at the same time."""

_NOT_FOUND = "Hier past niets bij wat je zoekt."
_EMPTY = {
    Lane.WAITING: "Niemand is ons een antwoord schuldig.",
    Lane.OURS: "Er is niets dat wij nog moeten vertellen of doen.",
    Lane.DONE: "Nog geen signaal is helemaal rond.",
}


class LaneView(QWidget):
    """`opened` carries a signal and the step that was chosen.

    `filled` says that all cards are there that are shown without being asked.
    """

    opened = Signal(object, object)
    filled = Signal()

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self.lane = lane
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lines = lane_of_all(())
        self._shown = 0
        self._made: list[SignalCard] = []
        self._stretches: list[tuple[int, QWidget]] = []
        self._today = date.min
        self._fill = QTimer(self)
        self._fill.setInterval(0)
        self._fill.timeout.connect(self._on_fill)
        inside = column(self, spacing=10)
        self._head = label(LANE_LABELS[lane], role="heading")
        inside.addWidget(self._head)
        self._means = label(LANE_MEANS[lane], role="small")
        inside.addWidget(self._means)
        self._empty = label(_EMPTY[lane], role="muted")
        inside.addWidget(self._empty)
        self._cards: QVBoxLayout = column(spacing=12)
        inside.addLayout(self._cards)
        self._more = button("", kind="link", name=f"more-{lane.value}")
        self._more.clicked.connect(self._on_more)
        inside.addWidget(self._more)
        self._apart: QVBoxLayout = column(spacing=10)
        inside.addLayout(self._apart)
        inside.addStretch(1)

    def show_lines(
        self,
        lines: LaneLines,
        *,
        today: date,
        at_once: int = FIRST_CARDS,
        sought: bool = False,
    ) -> None:
        """Show these signals, the first of them as cards; so many at once, and soon some more.

        What was `sought` and not found may be there all the same.
        """
        self._lines, self._today = lines, today
        self._head.setText(f"{LANE_LABELS[self.lane]} {_number(len(lines))}")
        self._means.setText(means_of(self.lane, lines.since))
        self._empty.setText(_NOT_FOUND if sought else _EMPTY[self.lane])
        self._empty.setVisible(not lines)
        clear(self._apart)
        self._show(at_once)
        self._fill.start()

    def is_filled(self) -> bool:
        """Whether all cards that are shown without being asked are there."""
        return self._shown >= self._unasked()

    def take_focus(self, signal_id: Id | None = None) -> bool:
        """Put the focus on the card of a signal, or on the first; whether there was one.

        One that stands far on is shown apart: nobody waits for ten thousand cards before it.
        """
        if signal_id is not None:
            places = (place for place, line in enumerate(self._lines) if line.id == signal_id)
            place = next(places, -1)
            if place >= self._shown + _MORE:
                self._show_apart(place)
                return True
            if place >= self._shown:
                self._add(_MORE)
        for card in self._made[: self._shown]:
            if signal_id in {None, card.line.id}:
                card.take_focus()
                return True
        return False

    def _show_apart(self, place: int) -> None:
        where = f"{_number(place + 1)} van {_number(len(self._lines))}"
        self._apart.addWidget(label(f"Verderop in deze rij, nummer {where}:", role="small"))
        card = self._card(self._lines[place])
        self._apart.addWidget(card)
        card.take_focus()

    def _card(self, line: SignalLine) -> SignalCard:
        made = SignalCard(self.lane, line, today=self._today)
        made.opened.connect(self.opened)
        return made

    def _unasked(self) -> int:
        """How many cards are shown without being asked."""
        return len(self._lines) if len(self._lines) <= _FEW else _SCREENFUL

    def _show(self, count: int) -> None:
        """Show the first signals on the cards that are there, and at least `count` of them."""
        self._shown = 0
        self._add(max(count, min(self._unasked(), len(self._made))))
        for card in self._made[self._shown :]:
            card.hide()

    def _add(self, count: int) -> None:
        """Show more cards, and lay new ones out once: each by itself would lay out all of them."""
        some = self._lines[self._shown : self._shown + count]
        there = self._made[self._shown : self._shown + len(some)]
        for card, line in zip(there, some, strict=False):
            card.show_line(line, today=self._today)
            card.show()
        if new := some[len(there) :]:
            stretch = QWidget()
            self._stretches.append((len(self._made), stretch))
            inside = column(stretch, spacing=12)
            for line in new:
                card = self._card(line)
                inside.addWidget(card)
                self._made.append(card)
            self._cards.addWidget(stretch)
        self._shown += len(some)
        for first, stretch in self._stretches:
            stretch.setVisible(first < self._shown)
        left = len(self._lines) - self._shown
        self._more.setVisible(left > 0 and self.is_filled())
        self._more.setText(f"Nog {_number(min(left, _MORE))} van de {_number(left)} tonen")

    @Slot()
    def _on_fill(self) -> None:
        if self.is_filled():
            self._fill.stop()
            self.filled.emit()
        else:
            self._add(min(_EACH_TURN, self._unasked() - self._shown))

    @Slot()
    def _on_more(self) -> None:
        first = self._shown
        self._add(_MORE)
        for card in self._made[first : self._shown][:1]:
            card.take_focus()


def _number(count: int) -> str:
    """A count as a Dutch reader writes it: 12.345."""
    return f"{count:,}".replace(",", ".")
