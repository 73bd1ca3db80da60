"""From what a person chooses beside the document to changes of the beraad."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from beraad.editing.decisions import asides_decided, decided, decided_together, undecided
from beraad.editing.reviewing import declared, read_along, withdrawn
from beraad.errors import Solvable
from beraad.privacy.clean import clean
from beraad.privacy.review.refusing import check_replacement
from beraad.publishing.layers import Publication
from beraad.records import KnownWord, Session, Verdict, new_id
from beraad.records.anatomy import Address
from beraad.ui.review.decision_card import replacement_draft
from beraad.ui.review.finding_list import Row, outcome
from beraad.ui.review.side import ReviewSide
from beraad.ui.widgets.drafts import Drafts
from beraad.ui.workspace import Workspace

_WORD = "known word"
"""The name under which a word that is not added yet is kept."""


class Deciding(QObject):
    """Every choice is one edit that can be undone; what is refused stays where it was typed.

    `changed_its_mind` carries what another decision about the same place came instead of.
    """

    changed_its_mind = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        side: ReviewSide,
        publication: Publication,
        *,
        today: Callable[[], date],
    ) -> None:
        super().__init__(side)
        self._workspace = workspace
        self._editor = workspace.editor
        self._side = side
        self._declares = publication.declares
        self._today = today
        card = side.places.card
        card.removed.connect(self._on_removed)
        card.generalised.connect(self._on_generalised)
        card.replaced.connect(self._on_replaced)
        card.kept.connect(self._on_kept)
        side.places.decided_together.connect(self._on_together)
        card.taken_back.connect(self._on_taken_back)
        self._drafts = Drafts(self._editor)
        card.earlier = self._drafts.text
        card.drafted.connect(self._drafts.keep)
        self._drafts.tie(side.words.line, _WORD)
        self._drafts.tie(side.second_reader.line, "second reader")
        self._drafts.tie(side.declaration.line, "declared by")
        side.asides.answered.connect(self._on_asides)
        side.words.written.connect(self._on_word)
        side.second_reader.noted.connect(self._on_second_reader)
        side.declaration.checked.connect(self._on_checked)
        side.declaration.signed.connect(self._on_signed)
        side.declaration.withdrawn.connect(self._on_withdrawn)

    def show_session(self, session: Session) -> None:
        """Show how it stands with the second reader and the declaration."""
        if self._declares:
            was_declared = session.review.declared_content is not None
            stands = was_declared and clean(session, self._workspace.lexicon).reviewed.is_declared
            self._side.second_reader.show_review(session.review)
            self._side.declaration.show_review(session.review, stands=stands)

    @Slot(str)
    def _on_removed(self, key: str) -> None:
        self._decide(key, Verdict.REPLACE)

    @Slot(str, str)
    def _on_generalised(self, key: str, text: str) -> None:
        self._replace(key, text)

    @Slot(str, str)
    def _on_replaced(self, key: str, text: str) -> None:
        self._replace(key, text)

    @Slot(str, str)
    def _on_kept(self, key: str, reason: str) -> None:
        keys = dict.fromkeys(self._side.places.meant_by(key), "")
        before = self._side.places.at_hand
        self._editor.change(
            partial(decided_together, replacements=keys, verdict=Verdict.KEEP, reason=reason)
        )
        self._tell_of_another(before)
        self._go_on()

    @Slot(object, bool)
    def _on_together(self, rows: tuple[Row, ...], generally: bool) -> None:  # noqa: FBT001
        keys = {row.finding.key: row.finding.generalised * generally for row in rows}
        if keys:
            self._editor.change(
                partial(decided_together, replacements=keys, verdict=Verdict.REPLACE)
            )
        self._go_on()

    @Slot(str)
    def _on_taken_back(self, key: str) -> None:
        self._editor.change(partial(undecided, key=key))
        self._side.places.take_focus()

    @Slot(object)
    def _on_asides(self, verdict: Verdict) -> None:
        self._editor.change(partial(asides_decided, stay=verdict is Verdict.KEEP))

    @Slot(str)
    def _on_word(self, word: str) -> None:
        self._drafts.keep(_WORD, "")
        self._editor.add("known_words", KnownWord(id=new_id(), word=word))

    @Slot(str)
    def _on_second_reader(self, role: str) -> None:
        try:
            self._editor.change(
                partial(read_along, lexicon=self._workspace.lexicon, role=role, on=self._today())
            )
        except Solvable as problem:
            self._side.second_reader.show_refusal(str(problem))

    @Slot(str, bool)
    def _on_checked(self, name: str, checked: bool) -> None:  # noqa: FBT001
        self._editor.edit(Address("review", name), checked)

    @Slot(str)
    def _on_signed(self, role: str) -> None:
        try:
            self._editor.change(
                partial(declared, lexicon=self._workspace.lexicon, role=role, on=self._today())
            )
        except Solvable as problem:
            self._side.declaration.show_refusal(str(problem))

    @Slot()
    def _on_withdrawn(self) -> None:
        self._editor.change(withdrawn)

    def _replace(self, key: str, text: str) -> None:
        try:
            check_replacement(self._editor.session, text, self._workspace.lexicon, key=key)
        except Solvable as problem:
            self._side.places.card.show_refusal(str(problem))
            return
        self._side.places.card.stop_asking()
        self._drafts.keep(replacement_draft(key), "")
        self._decide(key, Verdict.REPLACE, replacement=text)

    def _decide(
        self, key: str, verdict: Verdict, *, replacement: str = "", reason: str = ""
    ) -> None:
        before = self._side.places.at_hand
        self._editor.change(
            partial(decided, key=key, verdict=verdict, replacement=replacement, reason=reason)
        )
        self._tell_of_another(before)
        self._go_on()

    def _go_on(self) -> None:
        """Be ready for the next place; after the last one the screen says where to go."""
        if not self._side.places.just_finished:
            self._side.places.take_focus()

    def _tell_of_another(self, before: Row | None) -> None:
        """Say what this came instead of, when a person had decided about the place before."""
        if before is not None and before.finding.decision is not None:
            self.changed_its_mind.emit(
                f"Je besloot opnieuw over deze plek. Eerst was het: "
                f"{outcome(before.finding)}. Ctrl+Z zet dat terug."
            )
