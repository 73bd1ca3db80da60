"""Ronde 7: keuzes en waarden naast elkaar, en wat het gesprek daarover oplevert."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from beraad.phases import dialogue
from beraad.records import Consideration, Id, Session
from beraad.ui.rondes.page import Page
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.option_field import OptionField, option_label
from beraad.ui.widgets.parts import chip, clear, column, label, panel

_CHIPS = ("a", "b")


class DialoguePage(Page):
    """The matrix of choices and values, the dialogue, and who came to choose differently."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self._matrix = Matrix()
        self.layout_.addWidget(self._matrix)
        for field in (
            dialogue.SAME_CHOICE,
            dialogue.SAME_VALUE,
            dialogue.SHARED,
            dialogue.CORE_DIFFERENCE,
            dialogue.MINORITY_VIEW,
        ):
            self.layout_.addWidget(self.bound(field, least_lines=2).labelled())
        more = Fold("Meer over het gesprek")
        for field in (dialogue.MOVED_BY, dialogue.NEW_QUESTIONS):
            more.inside.addWidget(self.bound(field).labelled())
        self.layout_.addWidget(more)
        self._revisions = Fold("Is iemand anders gaan kiezen?")
        self.layout_.addWidget(self._revisions)
        self.layout_.addStretch(1)
        self._revised: dict[Id, Revision] = {}

    def show_session(self, session: Session) -> None:
        super().show_session(session)
        self._matrix.show_session(session)
        chosen = [c for c in session.considerations if c.choice_id and not c.abstains]
        self._revisions.setVisible(bool(chosen))
        if [c.id for c in chosen] != list(self._revised):
            clear(self._revisions.inside)
            self._revised = {}
            for each in chosen:
                revision = Revision(self.maker, each.id)
                self._revised[each.id] = revision
                self._revisions.inside.addWidget(revision)
        for each in chosen:
            self._revised[each.id].show_session(session, each)


class Matrix(QWidget):
    """Which value led to which choice. Marks only: no numbers, no persons."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        outside = column(self, spacing=8)
        outside.addWidget(label("Keuzes en waarden", role="strong"))
        self._card = panel("card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        outside.addWidget(self._card)
        self._empty = label(
            "Hier komen de keuzes uit ronde 6 naast de waarden te staan.", role="muted"
        )
        outside.addWidget(self._empty)

    def show_session(self, session: Session) -> None:
        """Show the afwegingen as they stand after the dialogue."""
        weighed = [c for c in session.considerations if c.final_choice_id and not c.abstains]
        chosen = [
            (index, option)
            for index, option in enumerate(session.options)
            if any(c.final_choice_id == option.id for c in weighed)
        ]
        values = sorted({_value(c) for c in weighed}, key=str.casefold)
        marks = {(_value(c), c.final_choice_id) for c in weighed}
        shown = (tuple(chosen), tuple(values), frozenset(marks))
        if shown == self._shown:
            return
        self._shown = shown
        self._card.setVisible(bool(weighed))
        self._empty.setVisible(not weighed)
        clear(self._grid)
        for column_, (index, option) in enumerate(chosen, start=1):
            kind = _CHIPS[index] if index < len(_CHIPS) else "other"
            head = chip(session.letter(option.id), kind)
            head.setToolTip(option_label(session.options, option.id))
            self._grid.addWidget(head, 0, column_, Qt.AlignmentFlag.AlignHCenter)
        for row_, value in enumerate(values, start=1):
            self._grid.addWidget(label(value), row_, 0)
            for column_, (_, option) in enumerate(chosen, start=1):
                if (value, option.id) in marks:
                    mark = label("✓", role="strong", wrap=False)
                    mark.setAccessibleName(f"{value} bij {session.letter(option.id)}")
                    self._grid.addWidget(mark, row_, column_, Qt.AlignmentFlag.AlignHCenter)
        self._grid.setColumnStretch(0, 1)


def _value(consideration: Consideration) -> str:
    return consideration.value.strip() or "(nog geen waarde genoemd)"


class Revision(QWidget):
    """What one participant chose first, and what now."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__()
        self._first = label(role="small")
        self._now = OptionField("Kiest nu")
        self._now.edited.connect(partial(self._on_edited, maker, item))
        self._because: BoundField = maker.bound(dialogue.REVISED_BECAUSE, item)
        inside = column(self, spacing=4)
        inside.addWidget(self._first)
        inside.addWidget(self._now)
        inside.addWidget(self._because.widget)

    def show_session(self, session: Session, mine: Consideration) -> None:
        """Show the choice before and after the dialogue."""
        weighing = [person.id for person in session.participants if person.weighs]
        number = weighing.index(mine.participant_id) + 1 if mine.participant_id in weighing else 0
        first = option_label(session.options, mine.choice_id) if mine.choice_id else ""
        self._first.setText(f"Deelnemer {number} koos eerst {first}. Nu:")
        self._now.show_options(session.options)
        self._now.show_value(mine.final_choice_id)
        self._because.show(session)
        self._because.widget.setVisible(mine.revised_choice_id is not None)

    @staticmethod
    def _on_edited(maker: FieldMaker, item: Id, option: Id | None) -> None:
        mine = next(c for c in maker.editor.session.considerations if c.id == item)
        changed = option if option and option != mine.choice_id else None
        maker.editor.weigh(mine.participant_id, "revised_choice_id", changed)
