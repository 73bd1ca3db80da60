"""Ronde 7: keuzes en waarden naast elkaar, en wat het gesprek daarover oplevert."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel

from beraad.phases import dialogue
from beraad.phases.model import Field
from beraad.phases.phrasing import listed
from beraad.phases.weighed import Said, same_choice, same_value, seen_otherwise
from beraad.records import Id, Session
from beraad.ui.rondes.matrix import Matrix, said_in
from beraad.ui.rondes.reveal import Reveal, written_in
from beraad.ui.rondes.revision import Revision
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.parts import clear, column, label

_HIDDEN = (
    "Wie wat koos, zie je als de afwegingen zijn getoond. Kies in ronde 6 “Toon aan de groep”; zet "
    "het groepsscherm uit als alleen jij dit wilt zien."
)


class DialoguePage(FieldPage):
    """The matrix of choices and values, the dialogue, and who came to choose differently."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self._matrix = Matrix(maker.room)
        self.layout_.addWidget(self._matrix)
        self._same_choice = self._prompted(dialogue.SAME_CHOICE)
        self._same_value = self._prompted(dialogue.SAME_VALUE)
        for field in (dialogue.SHARED, dialogue.CORE_DIFFERENCE):
            self.layout_.addWidget(self.bound(field, least_lines=2).labelled())
        self._otherwise = self._prompted(dialogue.MINORITY_VIEW)
        self.layout_.addWidget(self.bound(dialogue.MISSING_VOICE).labelled())
        more = Fold("Meer over het gesprek")
        for field in (dialogue.MOVED_BY, dialogue.TAKEN_FOR_GRANTED, dialogue.NEW_QUESTIONS):
            more.inside.addWidget(self.bound(field).labelled())
        self.layout_.addWidget(more)
        self._revisions = Fold("Is iemand anders gaan kiezen?")
        self._hidden = label(_HIDDEN, role="muted")
        self._rows = column(spacing=8)
        self._revisions.inside.addWidget(self._hidden)
        self._revisions.inside.addLayout(self._rows)
        self.layout_.addWidget(self._revisions)
        self.layout_.addStretch(1)
        self._revised: dict[Id, Revision] = {}
        self._reveal: Reveal | None = None

    def follow(self, reveal: Reveal) -> None:
        """Tell who chose what only of what was revealed."""
        self._reveal = reveal
        reveal.changed.connect(self._on_revealed)

    @Slot()
    def _on_revealed(self) -> None:
        self._show_said(self.editor.session)

    def show_session(self, session: Session) -> None:
        super().show_session(session)
        self._show_said(session)

    @property
    def _seen(self) -> frozenset[Id]:
        return self._reveal.ids if self._reveal is not None else frozenset()

    def _show_said(self, session: Session) -> None:
        """What the cards say, of those that were revealed; before that nobody is led by it."""
        said = said_in(session, self._seen)
        self._matrix.show_said(said, session)
        self._matrix.show_waiting(waiting=bool(written_in(session) - self._seen))
        _prompt(self._same_choice, _each("bij {}: {}", same_choice(said)))
        _prompt(self._same_value, _each("{} bij {}", same_value(said)))
        _prompt(self._otherwise, _each("alleen bij {}: {}", seen_otherwise(said)))
        self._show_revisions(session)

    def _show_revisions(self, session: Session) -> None:
        written = [c for c in session.considerations if c.choice_id and not c.abstains]
        chosen = [each for each in written if each.id in self._seen]
        self._revisions.setVisible(bool(written))
        self._hidden.setVisible(len(chosen) < len(written))
        if [c.id for c in chosen] != list(self._revised):
            clear(self._rows)
            self._revised = {}
            for each in chosen:
                revision = Revision(self.maker, each.id)
                self._revised[each.id] = revision
                self._rows.addWidget(revision)
        for each in chosen:
            self._revised[each.id].show_session(session, each)

    def _prompted(self, field: Field) -> QLabel:
        """Add a field with what the cards say about it, as something to ask about."""
        prompt = label(role="small")
        prompt.setObjectName(f"prompt-{field.name}")
        box = self.bound(field, least_lines=2).labelled()
        self.layout_.addWidget(box)
        within = box.layout()
        if within is not None:
            within.addWidget(prompt)
        return prompt


def _prompt(prompt: QLabel, texts: list[str]) -> None:
    prompt.setText(f"Op de kaarten {'; '.join(texts)}.")
    prompt.setVisible(bool(texts))


def _each(form: str, found: tuple[Said, ...]) -> list[str]:
    return [form.format(one, listed(others)) for one, others in found]
