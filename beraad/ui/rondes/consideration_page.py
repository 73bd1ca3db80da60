"""Ronde 6: één kaart per deelnemer; eerst schrijven, dan pas vergelijken."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.phases import consideration
from beraad.phases.model import Field
from beraad.records import Consideration, Id, Part, Participant, Session
from beraad.ui.rondes.page import Page
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.option_field import OptionField
from beraad.ui.widgets.parts import button, clear, column, label, row

_CERTAINTY = {"least": 1, "most": 5, "nothing": "niet gevraagd"}


class ConsiderationPage(Page):
    """One card is open at a time, so that nobody reads along with another."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self._cards: dict[Id, ConsiderationCard] = {}
        self._empty = label(
            "Vul bij de opening in wie er zijn, met hun rol. Ieder krijgt hier een kaart.",
            role="muted",
        )
        self._rows = column(spacing=10)
        self.layout_.addWidget(self._empty)
        self.layout_.addLayout(self._rows)
        self.layout_.addStretch(1)

    def show_session(self, session: Session) -> None:
        weighing = [person for person in session.participants if person.weighs]
        self._empty.setVisible(not weighing)
        if [person.id for person in weighing] != list(self._cards):
            self._rebuild(weighing)
        for number, person in enumerate(weighing, start=1):
            self._cards[person.id].show_session(session, person, number)

    def take_focus(self) -> None:
        for card in self._cards.values():
            card.take_focus()
            return

    def _rebuild(self, weighing: list[Participant]) -> None:
        clear(self._rows)
        self._cards = {}
        for person in weighing:
            card = ConsiderationCard(self.maker, person.id)
            card.opened.connect(self._on_opened)
            self._cards[person.id] = card
            self._rows.addWidget(card)

    @Slot(QWidget)
    def _on_opened(self, opened: QWidget) -> None:
        for card in self._cards.values():
            if card is not opened:
                card.set_open(opened=False)


class ConsiderationCard(QFrame):
    """The afweging of one participant, as one sentence to complete."""

    opened = Signal(QWidget)

    def __init__(self, maker: FieldMaker, participant: Id) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._maker = maker
        self._participant = participant
        self._fields: list[BoundField] = []
        self._body: QWidget | None = None
        self._choice: OptionField | None = None
        self._who = label(role="strong")
        self._state = label(role="small", wrap=False)
        self._toggle = button("Schrijven")
        self._toggle.setCheckable(True)
        self._toggle.clicked.connect(self._on_toggled)
        self._inside = column(self, spacing=10)
        self._inside.setContentsMargins(16, 10, 12, 10)
        head = row(spacing=12)
        head.addWidget(self._who, 1)
        head.addWidget(self._state)
        head.addWidget(self._toggle)
        self._inside.addLayout(head)

    def show_session(self, session: Session, person: Participant, number: int) -> None:
        """Show how far this afweging is, and its text when the card is open."""
        role = f" · {person.role}" if person.role.strip() else ""
        owner = " · inbrenger" if person.part is Part.CASE_OWNER else ""
        self._who.setText(f"Deelnemer {number}{role}{owner}")
        self._toggle.setAccessibleName(f"Kaart van deelnemer {number}")
        mine = session.consideration_of(self._participant)
        self._state.setText(_progress(mine))
        if self._body is not None:
            self._show_body(session)

    def take_focus(self) -> None:
        """Put the cursor on the card."""
        self._toggle.setFocus()

    def set_open(self, *, opened: bool) -> None:
        """Open or close the card."""
        self._toggle.setChecked(opened)
        self._toggle.setText("Dicht" if opened else "Schrijven")
        if opened and self._body is None:
            self._build_body()
        if self._body is not None:
            self._body.setVisible(opened)

    @Slot(bool)
    def _on_toggled(self, opened: bool) -> None:  # noqa: FBT001
        self.set_open(opened=opened)
        if opened:
            self.opened.emit(self)
            if self._choice is not None:
                self._choice.setFocus()

    def _build_body(self) -> None:
        self._body = QWidget()
        inside = column(self._body, spacing=10)
        self._choice = OptionField("Ik kies")
        self._choice.edited.connect(
            partial(self._maker.editor.weigh, self._participant, "choice_id")
        )
        inside.addWidget(label("Ik kies", role="label"))
        inside.addWidget(self._choice)
        for field in consideration.SENTENCE:
            inside.addWidget(self._own(field).labelled())
        more = Fold("Meer")
        more.inside.addWidget(self._own(consideration.VIRTUE).labelled())
        more.inside.addWidget(self._own(consideration.CERTAINTY, **_CERTAINTY).labelled())
        inside.addWidget(more)
        inside.addWidget(self._own(consideration.ABSTAINS).widget)
        self._inside.addWidget(self._body)
        self._show_body(self._maker.editor.session)

    def _own(self, field: Field, **looks: Any) -> BoundField:
        made = BoundField(
            self._maker.make(field, **looks),
            field,
            partial(_value_of, participant=self._participant, name=field.name),
            partial(self._maker.editor.weigh, self._participant, field.name),
        )
        self._fields.append(made)
        return made

    def _show_body(self, session: Session) -> None:
        mine = session.consideration_of(self._participant)
        if self._choice is not None:
            self._choice.show_options(session.options)
            self._choice.show_value(mine.choice_id if mine else None)
        for bound in self._fields:
            bound.show(session)


def _value_of(session: Session, *, participant: Id, name: str) -> Any:
    mine = session.consideration_of(participant)
    blank = Consideration(id=participant, participant_id=participant)
    return getattr(mine or blank, name)


def _progress(mine: Consideration | None) -> str:
    if mine is None:
        return "nog leeg"
    if mine.abstains:
        return "doet niet mee"
    if mine.choice_id is None:
        return "begonnen"
    whole = mine.value.strip() and mine.harm.strip()
    return "✓ geschreven" if whole else "begonnen"
