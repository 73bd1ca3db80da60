"""Handing the laptop round: each writes an own afweging, and nobody sees another's."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot

from beraad.phases.phrasing import capital
from beraad.records import Participant, Session
from beraad.ui.announce import announce
from beraad.ui.rondes.card_round import inside_of, is_written, name_of, put_alone, without_card
from beraad.ui.rondes.consideration_fields import ConsiderationFields
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.parts import button, label, panel, row
from beraad.ui.widgets.screen import Screen

_ALL_WRITTEN, _NO_MORE = "Iedereen heeft geschreven", "Er is geen lege kaart meer"
_BACK = "Geef de laptop terug aan de gespreksleider."
_WHERE = "Verder schrijven kan in ronde 6, met “Schrijven”."


class PassingScreen(Screen):
    """Nothing of the talk is on it: no other card, no notes, no way to another ronde.

    Between two cards it only tells whose turn it is, so that the laptop can be handed over.
    """

    done = Signal()

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__()
        self.setWindowTitle("Laptop doorgeven")
        self._maker = maker
        self._waiting = without_card(maker.editor.session)
        self._current: Participant | None = None
        self._card: ConsiderationFields | None = None
        self._who = label(role="title")
        self._told = label(role="muted")
        self._told.setObjectName("between-cards")
        self._open = button("Open mijn kaart", kind="primary", name="open-card")
        self._open.clicked.connect(self._on_open)
        self._ready = button("Klaar, kaart dicht", kind="primary", name="close-card")
        self._ready.clicked.connect(self._next)
        self._skip = button("Sla deze kaart over", kind="link", name="skip-card")
        self._skip.clicked.connect(self._next)
        self._back = button("Terug naar het gesprek", name="to-session")
        self._back.clicked.connect(self.done)
        self._lay_out()
        self._next()

    def _lay_out(self) -> None:
        card = panel("card")
        self._inside = inside_of(card)
        self._inside.addWidget(self._who)
        self._inside.addWidget(self._told)
        under = row(spacing=12)
        for each in (self._open, self._ready, self._skip):
            under.addWidget(each)
        under.addStretch(1)
        under.addWidget(self._back)
        self._inside.addLayout(under)
        put_alone(card, self)

    def take_focus(self) -> None:
        """Put the cursor where writing goes on, or on the line under whose turn it is.

        Never on what opens the next card or leads back: who presses a key once too often would.
        """
        if self._card is not None:
            self._card.take_focus()
        else:
            self._told.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def show_session(self, session: Session) -> None:
        """Show the open card as it stands now."""
        if self._card is not None:
            self._card.show_session(session)

    @Slot()
    def _on_open(self) -> None:
        if self._current is None:
            return
        self._who.setText(capital(name_of(self._maker.editor.session, self._current.id)))
        self._told.setText("Schrijf voor jezelf. Niemand anders ziet deze kaart.")
        card = ConsiderationFields(self._maker, self._current.id)
        card.show_session(self._maker.editor.session)
        self._card = card
        self._inside.insertWidget(2, card)
        card.show()
        self._show_buttons(card_open=True)
        card.take_focus()

    @Slot()
    def _next(self) -> None:
        if self._card is not None:
            self._card.hide()
            self._inside.removeWidget(self._card)
            self._card.deleteLater()
            self._card = None
        self._current = self._waiting.pop(0) if self._waiting else None
        if self._current is None:
            undone = self._undone()
            self._who.setText(_NO_MORE if undone else _ALL_WRITTEN)
            self._told.setText(f"{_BACK} {undone}".rstrip())
        else:
            self._who.setText(
                f"Geef de laptop aan {name_of(self._maker.editor.session, self._current.id)}"
            )
            self._told.setText("De vorige kaart is dicht. Jouw kaart is nog leeg.")
        self._show_buttons(card_open=False)
        self.take_focus()
        announce(self, self._who.text())  # The rest is read: it has the cursor.

    def _undone(self) -> str:
        """How many cards are not written yet, and where they can be; nothing when all are."""
        session = self._maker.editor.session
        weighing = [one for one in session.participants if one.weighs]
        lacks = sum(not is_written(session.consideration_of(one.id)) for one in weighing)
        if not lacks:
            return ""
        verb = "is" if lacks == 1 else "zijn"
        return f"{lacks} van de {len(weighing)} kaarten {verb} nog niet af. {_WHERE}"

    def _show_buttons(self, *, card_open: bool) -> None:
        someone = self._current is not None
        policy = Qt.FocusPolicy.NoFocus if card_open else Qt.FocusPolicy.TabFocus
        self._told.setFocusPolicy(policy)
        self._open.setVisible(someone and not card_open)
        self._skip.setVisible(someone and not card_open)
        self._ready.setVisible(card_open)
        self._back.setVisible(not card_open)
