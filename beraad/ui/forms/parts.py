"""The parts of the typing page that no ronde shows in this shape."""

from __future__ import annotations

from beraad.phases import case, conclusion, opening
from beraad.records import Id, Participant, Session, new_id
from beraad.ui.hearing.words import spoken
from beraad.ui.rondes.consideration_fields import ConsiderationFields
from beraad.ui.rondes.opening_page import ParticipantRow
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.parts import clear, column, label, panel, row, title_above
from beraad.ui.widgets.record_list import RecordList


class BasicsPart(FieldPage):
    """What the talk was about, and who were there."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self.layout_.addWidget(self.bound(opening.TITLE).labelled())
        beside = row(spacing=16)
        maker.room.adapt(beside, self)
        beside.addWidget(self.bound(opening.TEAM).labelled(), 1)
        beside.addWidget(self.bound(opening.HELD_ON, needed=True).labelled())
        self.layout_.addLayout(beside)
        people = RecordList(
            self.editor,
            "participants",
            lambda item: ParticipantRow(maker, item),
            lambda: Participant(id=new_id()),
            add_label="deelnemer",
            thing="deelnemer",
            divided=False,
        )
        self._lists.append((people, "participants"))
        self.layout_.addWidget(people)


class CasePart(FieldPage):
    """The case as the inbrenger told it."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self.layout_.addWidget(self.bound(case.SITUATION, least_lines=3).labelled())
        self.layout_.addWidget(self.bound(case.HOT_MOMENT).labelled())


class CardsPart(FieldPage):
    """The afwegingskaarten, one under the other, by the number on the card."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self._cards: dict[Id, ConsiderationFields] = {}
        self._empty = label("Vul eerst in wie er waren; ieder krijgt hier een kaart.", role="muted")
        self._rows = column(spacing=14)
        self.layout_.addWidget(self._empty)
        self.layout_.addLayout(self._rows)

    def show_session(self, session: Session) -> None:
        """Show every card; made anew only when other people take part."""
        weighing = [person for person in session.participants if person.weighs]
        self._empty.setVisible(not weighing)
        if [person.id for person in weighing] != list(self._cards):
            self._rebuild(weighing)
        for card in self._cards.values():
            card.show_session(session)

    def take_focus(self) -> None:
        """Put the cursor on the first card."""
        for card in self._cards.values():
            card.take_focus()
            return

    def _rebuild(self, weighing: list[Participant]) -> None:
        clear(self._rows)
        self._cards = {}
        for number, person in enumerate(weighing, start=1):
            frame = panel("card")
            inside = column(frame, spacing=10)
            inside.setContentsMargins(16, 12, 16, 14)
            role = f" · {person.role}" if person.role.strip() else ""
            inside.addWidget(title_above(f"Kaart {number}{role}"))
            frame.setAccessibleName(spoken(f"Kaart {number}{role}"))
            card = ConsiderationFields(self.maker, person.id)
            inside.addWidget(card)
            self._cards[person.id] = card
            self._rows.addWidget(frame)
            frame.show()


class OutcomePart(FieldPage):
    """The answer for now and the agreements."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self.layout_.addWidget(self.bound(conclusion.ANSWER, least_lines=2).labelled())
        self.layout_.addWidget(self.bound(conclusion.ANSWER_STATE, segmented=True).labelled())
        self.layout_.addWidget(self.rows(conclusion.AGREEMENTS, thing="afspraak"))
        self.layout_.addWidget(self.bound(conclusion.LESSON).labelled())
