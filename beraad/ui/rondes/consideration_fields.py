"""The afweging of one participant, as one sentence to complete."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from beraad.listening import Hint
from beraad.phases import consideration
from beraad.phases.model import Field
from beraad.records import Id, Session
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.option_field import OptionField
from beraad.ui.widgets.parts import column, label

_CERTAINTY = {"least": 1, "most": 5, "nothing": "niet gevraagd"}


class ConsiderationFields(QWidget):
    """Everything one participant can write about an own afweging."""

    def __init__(self, maker: FieldMaker, participant: Id) -> None:
        super().__init__()
        self._maker = maker
        self._participant = participant
        self._fields: list[BoundField] = []
        inside = column(self, spacing=10)
        self._choice = OptionField("Ik kies")
        self._choice.edited.connect(partial(maker.editor.weigh, participant, "choice_id"))
        inside.addWidget(label("Ik kies", role="label", heads=True))
        inside.addWidget(self._choice)
        for field in consideration.SENTENCE:
            inside.addWidget(self._own(field).labelled())
        self._choice.letter_pressed.connect(self._fields[0].widget.setFocus)
        more = Fold("Meer")
        more.inside.addWidget(self._own(consideration.VIRTUE).labelled())
        more.inside.addWidget(self._own(consideration.CERTAINTY, **_CERTAINTY).labelled())
        inside.addWidget(more)
        inside.addWidget(self._own(consideration.ABSTAINS).widget)

    def show_session(self, session: Session) -> None:
        """Show what this participant has written."""
        mine = session.consideration_of(self._participant)
        self._choice.show_options(session.options)
        self._choice.show_value(mine.choice_id if mine else None)
        for bound in self._fields:
            bound.show(session)

    def show_hint(self, hint: Hint | None) -> None:
        """Let a screen reader tell the hint with the field that it is about."""
        for bound in self._fields:
            bound.show_hint(hint)

    def take_focus(self) -> None:
        """Put the cursor on the choice."""
        self._choice.setFocus()

    def go_on(self) -> None:
        """Put the cursor where writing goes on: past a choice that stands, which Enter undoes."""
        if self._choice.is_made:
            self._fields[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def _own(self, field: Field, **looks: Any) -> BoundField:
        made = self._maker.weighed(field, self._participant, **looks)
        self._fields.append(made)
        return made
