"""What who led fills in first: how it went, and three things in one's own words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from beraad.phases.behaviours import Label, behaviours_in
from beraad.phases.parts import part_name
from beraad.training.observing.looking_back import OWN_TEXTS, LookingBack
from beraad.ui.observing.behaviour_rows import BehaviourRows
from beraad.ui.observing.noting import Noting
from beraad.ui.theme.look import Look
from beraad.ui.widgets.parts import column, in_card, label, panel, title_above
from beraad.ui.widgets.text_field import TextField


class OwnSheet(QWidget):
    """`filled` tells that something about oneself was filled in or taken back."""

    filled = Signal()

    def __init__(self, back: LookingBack, noting: Noting, look: Look) -> None:
        super().__init__()
        self._back = back
        self._noting = noting
        inside = column(self, spacing=12)
        self._rows: list[BehaviourRows] = []
        for place in back.places:
            inside.addWidget(title_above(part_name(back.course, place)))
            rows = BehaviourRows(
                behaviours_in(place),
                {
                    one.key: label
                    for one in behaviours_in(place)
                    if (label := back.label_of(place, one.key)) is not None
                },
                look,
                begin="De gespreksleider (jij)",
                with_keys=place == back.places[0],
            )
            rows.labelled.connect(partial(self._on_label, place))
            if self._rows:
                self._rows[-1].passed.connect(rows.take_focus)
            self._rows.append(rows)
            inside.addWidget(rows)
        inside.addWidget(self._words())

    def take_focus(self) -> None:
        """Put the focus where filling in begins."""
        self._rows[0].take_focus()

    def choose(self, number: int) -> bool:
        """Give the row with the focus this label, counted from 1; whether there was a row."""
        return any(rows.choose(number) for rows in self._rows if rows.has_focus)

    def _words(self) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=6)
        inside.addWidget(title_above("In je eigen woorden"))
        for name, asked in OWN_TEXTS.items():
            field = TextField(least_lines=2)
            field.setObjectName(f"own-{name}")
            field.setAccessibleName(asked)
            inside.addWidget(label(asked, role="label"))
            inside.addWidget(field)
            self._noting.add(name, field, self._back.text(name), partial(self._write, name))
        return card

    def _write(self, name: str, text: str) -> None:
        self._back.write(name, text)
        self.filled.emit()

    def _on_label(self, place: str, key: str, label: Label | None) -> None:
        self._noting.keep(f"{place} {key}", partial(self._back.label, place, key, label))
        self.filled.emit()
