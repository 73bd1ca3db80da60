"""Typing over afwegingen from paper: one slip after another, by keyboard, each card covered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from beraad.phases.phrasing import capital
from beraad.records import Id, Participant, Session
from beraad.records.anatomy import Address
from beraad.ui.announce import announce
from beraad.ui.hearing.words import spoken
from beraad.ui.rondes.card_round import inside_of, name_of, put_alone, without_card
from beraad.ui.rondes.consideration_fields import ConsiderationFields
from beraad.ui.widgets.digit_row import digit_of
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, label, panel
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.shortcuts import heed
from beraad.ui.widgets.way_out import leave_by_esc

_ALL_DONE = "Ga terug en kies “Toon aan de groep” als iedereen zover is."
_HOW = (
    "Typ het nummer op het briefje, dan de letter van de keuze. De cursor staat dan in de eerste "
    "tekst; Tab gaat naar de volgende. Met Ctrl+Enter ga je naar het volgende briefje."
)
_BEGUN = "De kaart van deelnemer {} is al begonnen. Ga daar verder in ronde 6, met “Schrijven”."
_NOBODY = "Een deelnemer {} is er niet."
_NOTHING_YET = "Op deze kaart staat nog niets."


class SlipScreen(Screen):
    """Every slip gets an empty card. What was typed stays covered until onthul.

    A number key says whose slip it is, as long as the cursor is not in a text; one of which there
    is no slip to type is told.
    """

    done = Signal()

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__()
        self.setWindowTitle("Briefjes overtypen")
        self._maker = maker
        self._current: Id | None = None
        self._card: ConsiderationFields | None = None
        self._who = label(role="title")
        self._told = label(role="muted")
        self._numbers = QWidget()
        self._in_numbers = FlowLayout()
        self._numbers.setLayout(self._in_numbers)
        self._group = QButtonGroup(self)
        self._people: dict[str, Id] = {}
        self._next = button("Volgend briefje (Ctrl+Enter)", kind="primary", name="next-slip")
        self._next.clicked.connect(self._on_next)
        self._back = button("Terug naar het gesprek", name="to-session")
        self._back.clicked.connect(self.done)
        self._progress = label(role="small")
        card = panel("card")
        self._inside = inside_of(card)
        for each in (self._who, self._told, self._numbers):
            self._inside.addWidget(each)
        under = FlowLayout(spacing=12)
        under.addWidget(self._next)
        under.addWidget(self._back)
        self._inside.addLayout(under)
        self._inside.addWidget(self._progress)
        self._scroll = put_alone(card, self)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            heed(self, keys, self._on_next, repeats=False)
        leave_by_esc(self, self.done)
        self._open_next()

    def take_focus(self) -> None:
        """Put the cursor where writing goes on."""
        if self._card is not None:
            self._card.take_focus()
        else:
            self._back.setFocus()

    @Slot(object)
    def show_session(self, session: Session) -> None:
        """Show the open card as it stands now."""
        if self._card is not None:
            self._card.show_session(session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        unmodified = event.modifiers() == Qt.KeyboardModifier.NoModifier
        digit = digit_of(event) if unmodified else ""
        person = self._people.get(event.text()) or self._people.get(digit)
        number = digit or (event.text() if unmodified else "")
        if person is not None:
            self._take(person)
        elif number.isdecimal():
            self._refuse(number)
        else:
            super().keyPressEvent(event)

    @property
    def _session(self) -> Session:
        return self._maker.editor.session

    @Slot()
    def _on_next(self) -> None:
        if self._current is None:
            return
        if self._session.consideration_of(self._current) is None:
            self._told.setText(f"{_NOTHING_YET} {_HOW}")
            self.take_focus()
            return
        self._open_next()

    def _open_next(self) -> None:
        waiting = without_card(self._session)
        self._current = waiting[0].id if waiting else None
        self._lay_card()

    def _take(self, person: Id) -> None:
        """This is the slip of somebody else: what was typed of it goes along."""
        if self._current is None or person == self._current:
            return
        mine = self._session.consideration_of(self._current)
        if mine is not None:
            self._maker.editor.edit(Address("considerations", "participant_id", mine.id), person)
        self._current = person
        self._lay_card()

    def _refuse(self, number: str) -> None:
        """Say why this is no slip to type, and let no letter that follows choose on another's card.

        What was begun is opened by nobody here: its participant may have written it on the laptop.
        """
        if self._current is None:
            return
        weighing = [one for one in self._session.participants if one.weighs]
        begun = number in {str(each) for each in range(1, len(weighing) + 1)}
        why = _BEGUN.format(number) if begun else _NOBODY.format(number)
        told = f"{why} Hier staat nog het briefje van {name_of(self._session, self._current)}."
        self._told.setText(told)
        self._told.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._told.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told)

    def _lay_card(self) -> None:
        """Put an empty card in the place of the one before."""
        if self._card is not None:
            self._card.hide()
            self._inside.removeWidget(self._card)
            self._card.deleteLater()
            self._card = None
        someone = self._current is not None
        self._next.setVisible(someone)
        self._numbers.setVisible(someone)
        self._told.setText(_HOW if someone else _ALL_DONE)
        self._told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._show_people()
        if self._current is None:
            self._who.setText("Alle briefjes zijn overgetypt")
        else:
            self._who.setText(f"Briefje van {name_of(self._session, self._current)}")
            self._card = ConsiderationFields(self._maker, self._current)
            self._card.show_session(self._session)
            self._inside.insertWidget(3, self._card)
            self._card.show()
        announce(self, spoken(self._who.text()))
        self.take_focus()
        # The new card is laid out first.
        QTimer.singleShot(0, self, self._to_the_top)

    @Slot()
    def _to_the_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _show_people(self) -> None:
        """Offer everybody whose card is still empty, and whose slip this is."""
        clear(self._in_numbers)
        self._people = {}
        weighing = [one for one in self._session.participants if one.weighs]
        empty = {one.id for one in without_card(self._session)}
        for number, person in enumerate(weighing, start=1):
            if person.id in empty or person.id == self._current:
                self._people[str(number)] = person.id
                made = self._number(number, person)
                self._in_numbers.addWidget(made)
                made.show()
        typed = len(weighing) - len(empty)
        self._progress.setText(
            f"{typed} van {len(weighing)} kaarten zijn begonnen. Ze blijven dicht tot je ze toont."
        )

    def _number(self, number: int, person: Participant) -> QAbstractButton:
        described = capital(name_of(self._session, person.id))
        made = button(str(number), kind="segment", described=described)
        made.setCheckable(True)
        made.setChecked(person.id == self._current)
        made.clicked.connect(partial(self._take, person.id))
        self._group.addButton(made)
        return made
