"""How the document stands: which version was given out, who reacted, and who agrees."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.phases.after_talk import CASE_OWNER_AGREED_ON, REACTIONS
from beraad.phases.conclusion import CASE_OWNER_AGREES
from beraad.phases.dates import full_date
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.lacking import read_again
from beraad.publishing.making import Making
from beraad.publishing.tied import first_agree, weighed, why
from beraad.publishing.versions import Standing
from beraad.records import Layer, Session
from beraad.ui.publishing.reacted_card import ReactedCard
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, panel, row


class StandingCard(FieldPage):
    """From a concept, by way of reactions and a yes of the inbrenger, to a version that stays."""

    wish_changed = Signal()

    def __init__(self, maker: FieldMaker, lexicon: Lexicon) -> None:
        super().__init__(maker)
        self._told = label(role="strong")
        self._told.setObjectName("standing")
        self._changed = label(role="muted")
        self.layout_.addWidget(self._told)
        self.layout_.addWidget(self._changed)
        self._before = QWidget()
        inside = column(self._before, spacing=12)
        inside.addWidget(self.rows(REACTIONS, thing="reactie"))
        self.reacted = ReactedCard(maker.editor, lexicon)
        inside.addWidget(self.reacted)
        agreed = row(spacing=20)
        agreed.addWidget(self.bound(CASE_OWNER_AGREES).widget)
        self._agreed_on = self.bound(CASE_OWNER_AGREED_ON).widget
        agreed.addWidget(self._agreed_on)
        agreed.addStretch(1)
        inside.addWidget(folding(agreed))
        self.layout_.addWidget(self._before)
        ways = row(spacing=8)
        self._concept = button("Als concept", kind="segment", name="as-concept")
        self._final = button("Vaststellen", kind="segment", name="as-final")
        for way in (self._concept, self._final):
            way.setCheckable(True)
            way.setAutoExclusive(True)
            way.clicked.connect(self.wish_changed)
            ways.addWidget(way)
        ways.addStretch(1)
        self._concept.setChecked(True)
        self.layout_.addLayout(ways)
        self._room = CheckField("Met velden om een reactie in te vullen")
        self._room.setObjectName("room-for-reactions")
        self._room.edited.connect(self.wish_changed)
        self.layout_.addWidget(self._room)
        self._tied = panel("hint")
        self._tied_text = label()
        self._tied_box = CheckField("Dat is gevraagd, en het mag zo naar buiten: kort en volledig")
        self._tied_box.setObjectName("tied-agreed")
        self._tied_box.edited.connect(self.wish_changed)
        self._agreed_to: tuple[str, ...] = ()
        told = column(self._tied, margins=12, spacing=8)
        told.addWidget(self._tied_text)
        told.addWidget(self._tied_box)
        self.layout_.addWidget(self._tied)
        self._missing = panel("hint")
        self._missing_text = label()
        column(self._missing, margins=12).addWidget(self._missing_text)
        self.layout_.addWidget(self._missing)

    @property
    def final(self) -> bool:
        """Whether a version that stays is wanted."""
        return self._final.isChecked()

    @property
    def room_for_reactions(self) -> bool:
        """Whether a concept has lines for those present."""
        return self._room.isChecked() and not self.final

    @property
    def tied_agreed(self) -> bool:
        """Whether the one whose words can be told apart was asked, and agrees."""
        return self._tied_box.isChecked()

    def show_session(self, session: Session) -> None:
        super().show_session(session)
        self.reacted.show_session(session)
        self._agreed_on.setVisible(session.conclusion.case_owner_agrees)

    def show_making(self, made: Making) -> None:
        """Show how the document stands, and what is missing before it can be made so."""
        self._before.setVisible(made.layer is Layer.WORK)
        self._room.setVisible(made.layer is Layer.WORK and not self.final)
        self._told.setText(_told(made.standing))
        changed = ", ".join(made.standing.changed)
        again = read_again(made.session) if made.layer is Layer.WORK else ""
        since = (f"Veranderd sinds die versie: {changed}." if changed else "", again)
        self._changed.setText(" ".join(filter(None, since)))
        self._changed.setVisible(any(since))
        self._tied.setVisible(made.tied)
        told = (why(made.bare, made.standing), first_agree(made.bare, made.standing))
        self._tied_text.setText(" ".join(told) if made.tied else "")
        self._tied_box.setAccessibleDescription(self._tied_text.text())
        asked = weighed(made.bare) if made.tied else ()
        if asked != self._agreed_to:
            self._tied_box.show_value(False)
        self._agreed_to = asked
        self._missing.setVisible(bool(made.missing))
        self._missing_text.setText("Eerst nog: " + " ".join(made.missing))

    @Slot()
    def choose_concept(self) -> None:
        """Go back to a concept, for another document."""
        self._concept.setChecked(True)


def _told(now: Standing) -> str:
    latest = now.latest
    if latest is None:
        return "Er is nog geen versie gemaakt."
    day = full_date(latest.made_on)
    if latest.final:
        return f"Versie {latest.number} is vastgesteld op {day}."
    return f"Concept {latest.number} is uitgegeven op {day}."
