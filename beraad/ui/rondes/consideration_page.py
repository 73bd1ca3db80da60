"""Ronde 6: één kaart per deelnemer; eerst schrijven, dan pas vergelijken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.records import Consideration, Id, Part, Participant, Session
from beraad.records.anatomy import Address
from beraad.ui.announce import announce
from beraad.ui.hearing.words import spoken
from beraad.ui.rondes.card_round import is_written
from beraad.ui.rondes.consideration_fields import ConsiderationFields
from beraad.ui.rondes.reveal import Reveal, asks_first, written_in
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.hint_line import HintLine
from beraad.ui.widgets.parts import button, clear, column, label, row

_HIDDEN = "De groep ziet nog geen afwegingen."
_REVEALED = "De groep ziet nu alle afwegingen. Van wie ze zijn, staat er niet bij."
_SOME_LATER = "Wat na het tonen is begonnen, ziet de groep nog niet."


def _ready(unseen: str) -> str:
    """What stands there while the group's screen is off, black or held."""
    way_out = {"uit": "Zet het aan", "zwart": "Maak het weer zichtbaar"}.get(unseen, "Laat het los")
    keys = {"uit": "Ctrl+B", "zwart": "Ctrl+."}.get(unseen, "Ctrl+,")
    return f"De afwegingen staan klaar, maar het groepsscherm is {unseen}. {way_out} met {keys}."


class ConsiderationPage(FieldPage):
    """One card is open at a time, so that nobody reads along with another."""

    passing_wished = Signal()
    slips_wished = Signal()
    people_wished = Signal()

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self._reveal: Reveal | None = None
        self._asked = ""
        self._cards: dict[Id, ConsiderationCard] = {}
        self._empty = label(
            "Vul bij de opening in wie er zijn, met hun rol. Ieder krijgt hier een kaart.",
            role="muted",
        )
        self._rows = column(spacing=10)
        self._to_people = button("Naar de opening", name="to-people")
        self._to_people.setAccessibleDescription(self._empty.text())
        self._to_people.clicked.connect(self.people_wished)
        self.layout_.addWidget(self._empty)
        self.layout_.addWidget(self._to_people, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addLayout(self._rows)
        self.layout_.addWidget(self._make_bar())
        self.layout_.addStretch(1)

    def follow(self, reveal: Reveal) -> None:
        """Let the buttons act on what the group may see."""
        self._reveal = reveal
        reveal.changed.connect(self._show_revealed)

    def show_session(self, session: Session) -> None:
        weighing = [person for person in session.participants if person.weighs]
        self._empty.setVisible(not weighing)
        self._to_people.setVisible(not weighing)
        if [person.id for person in weighing] != list(self._cards):
            self._rebuild(weighing)
        for number, person in enumerate(weighing, start=1):
            self._cards[person.id].show_session(session, person, number)
        self._bar.setVisible(bool(weighing))
        self._show_revealed()

    def begin_row(self) -> bool:
        """Here the next row is a slip of paper that is typed over."""
        if not self._cards:
            return False
        self._on_slips()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._hide and event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._show_revealed)
        return super().eventFilter(watched, event)

    def open_up(self, address: Address) -> None:
        whose = next((c for c in self.editor.session.considerations if c.id == address.item), None)
        card = self._cards.get(whose.participant_id) if whose else None
        if card is not None:
            card.set_open(opened=True)
            self._on_opened(card)

    def take_focus(self) -> None:
        # Never on what shows them: an Enter too many would bring them to the group's screen.
        for card in self._cards.values():
            card.take_focus()
            return
        self._to_people.setFocus()

    def _make_bar(self) -> QWidget:
        self._bar = QWidget()
        inside = row(self._bar, spacing=10)
        self.maker.room.adapt(inside, self._bar)
        pass_on = button("Geef de laptop door", name="pass-laptop")
        pass_on.clicked.connect(self._on_pass)
        slips = button("Typ briefjes over", name="type-slips")
        slips.clicked.connect(self._on_slips)
        self._onthul = button("Toon aan de groep", kind="primary", name="reveal")
        self._onthul.clicked.connect(self._on_reveal)
        self._sure = button("Toch tonen", name="reveal-all-the-same")
        self._sure.clicked.connect(self._show_to_group)
        self._hide = button("Weer verbergen", kind="link", name="unreveal")
        self._hide.clicked.connect(self._on_hide)
        self._hide.installEventFilter(self)
        self._told = label(role="small")
        inside.addWidget(pass_on)
        inside.addWidget(slips)
        inside.addWidget(self._onthul)
        inside.addWidget(self._sure)
        inside.addWidget(self._hide)
        inside.addWidget(self._told, 1)
        return self._bar

    @Slot()
    def _on_pass(self) -> None:
        self.shut()
        self.passing_wished.emit()

    @Slot()
    def _on_slips(self) -> None:
        self.shut()
        self.slips_wished.emit()

    def shut(self) -> None:
        """Shut every card, the cursor to the button of the one that was open."""
        opened = [card for card in self._cards.values() if card.is_open]
        for card in opened:
            card.take_focus()
            card.set_open(opened=False)

    @Slot()
    def _on_reveal(self) -> None:
        """Show them; while cards lack, only after a question that another Enter does not answer."""
        self._asked = asks_first(self.editor.session)
        if self._asked:
            self._show_revealed()
            announce(self, f"{self._asked} Tab: {self._sure.text()}.")
        else:
            self._show_to_group()

    @Slot()
    def _show_to_group(self) -> None:
        self._asked = ""
        if self._reveal is not None:
            self._reveal.everything(self.editor.session)
            self._show_revealed()
            shown = len(self._reveal.ids)
            cards = "1 afweging" if shown == 1 else f"{shown} afwegingen"
            seen = self._reveal.unseen
            said = f"De groep ziet nu {cards}, niet van wie." if not seen else _ready(seen)
            announce(self, said)

    @Slot()
    def _on_hide(self) -> None:
        if self._reveal is not None:
            self._reveal.nothing()
            announce(self, _HIDDEN)

    @Slot()
    def _show_revealed(self) -> None:
        """What was pressed stays where it is: a cursor that has to leave drowns what is said."""
        seen = self._reveal.ids if self._reveal is not None else frozenset[Id]()
        written = written_in(self.editor.session)
        later = bool(written - seen)
        self._onthul.setEnabled(bool(written))
        if self._asked != asks_first(self.editor.session):
            self._asked = ""  # It was asked of other cards than there are now.
        if not self._asked and self._has_cursor(self._sure):
            self._onthul.setFocus()
        self._sure.setVisible(bool(self._asked))
        self._hide.setVisible(bool(seen) or self._has_cursor(self._hide))
        unseen = self._reveal.unseen if self._reveal is not None else ""
        shown = _ready(unseen) if unseen else _SOME_LATER if later else _REVEALED
        self._told.setText(self._asked or (shown if seen else _HIDDEN))

    def _has_cursor(self, button: QWidget) -> bool:
        """Also while another window has the keys: where they come back to must not be gone."""
        return self.window().focusWidget() is button

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
        self._body: ConsiderationFields | None = None
        self._who = label(role="strong")
        self._state = label(role="small", wrap=False)
        self._open = False
        self._toggle = button("Schrijven")
        self._toggle.clicked.connect(self._on_toggled)
        self._inside = column(self, spacing=10)
        self._inside.setContentsMargins(16, 10, 12, 10)
        head = row(spacing=12)
        maker.room.adapt(head, self)
        head.addWidget(self._who, 1)
        head.addWidget(self._state)
        head.addWidget(self._toggle)
        self._inside.addLayout(head)
        self._hint = HintLine(maker.listening)
        self._hint.put_away.connect(self.take_focus)
        maker.listening.changed.connect(self._show_hint)
        self._inside.addWidget(self._hint)

    def show_session(self, session: Session, person: Participant, number: int) -> None:
        """Show how far this afweging is, and its text when the card is open."""
        role = f" · {person.role}" if person.role.strip() else ""
        owner = " · inbrenger" if person.part is Part.CASE_OWNER else ""
        self._who.setText(f"Deelnemer {number}{role}{owner}")
        mine = session.consideration_of(self._participant)
        self._state.setText(_progress(mine))
        self._toggle.setObjectName(f"card-{number}")
        self._say()
        if self._body is not None:
            self._body.show_session(session)
        self._show_hint()

    def _say(self) -> None:
        """What is seen on the line of this card, the button first."""
        seen = (self._toggle.text(), self._who.text(), self._state.text())
        self._toggle.setAccessibleName(spoken(" · ".join(each for each in seen if each)))

    @Slot()
    def _show_hint(self) -> None:
        mine = self._maker.editor.session.consideration_of(self._participant)
        hint = self._maker.listening.about("considerations", mine.id) if mine else None
        self._hint.show_hint(hint)
        if self._body is not None:
            self._body.show_hint(hint)

    @property
    def is_open(self) -> bool:
        """Whether what was written on it can be read."""
        return self._open

    def take_focus(self) -> None:
        """Put the cursor on the card."""
        self._toggle.setFocus()

    def set_open(self, *, opened: bool) -> None:
        """Open or close the card."""
        self._open = opened
        self._toggle.setText("Dicht" if opened else "Schrijven")
        self._say()
        if opened and self._body is None:
            self._build_body()
        if self._body is not None:
            self._body.setVisible(opened)

    @Slot()
    def _on_toggled(self) -> None:
        self.set_open(opened=not self._open)
        if self._open:
            self.opened.emit(self)
            if self._body is not None:
                self._body.go_on()

    def _build_body(self) -> None:
        self._body = ConsiderationFields(self._maker, self._participant)
        self._inside.addWidget(self._body)
        self._body.show_session(self._maker.editor.session)
        self._show_hint()


def _progress(mine: Consideration | None) -> str:
    if mine is None:
        return "nog leeg"
    if mine.abstains:
        return "doet niet mee"
    return "✓ geschreven" if is_written(mine) else "begonnen"
