"""Choices and values side by side. Marks only: no numbers, no persons."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from beraad.phases.weighed import as_it_stands, by_value
from beraad.records import Id, Session, letter
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.option_field import option_label
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import chip, clear, column, label, panel, title_above

_CHIPS = {"A": "a", "B": "b"}
_EMPTY = "Hier komen de keuzes uit ronde 6 naast de waarden te staan."
_NOT_YET = (
    "De keuzes staan hier naast de waarden als de afwegingen zijn getoond. Kies in ronde 6 “Toon "
    "aan de groep”."
)


def said_in(session: Session, seen: Collection[Id]) -> dict[str, tuple[str, ...]]:
    """The letters chosen for every value by these afwegingen, as they stand after the dialogue."""
    weighed = (
        as_it_stands(
            one.value, session.letter(one.choice_id), session.letter(one.revised_choice_id)
        )
        for one in session.considerations
        if not one.abstains and one.id in seen
    )
    chosen = [one for one in weighed if one.letter]
    return by_value(chosen, [letter(place) for place in range(len(session.options))])


class Matrix(QWidget):
    """Which value led to which choice."""

    def __init__(self, room: PageWidth) -> None:
        super().__init__()
        self._room = room
        self._shown: tuple[object, ...] = ()
        self._again: Callable[[], None] | None = None
        room.changed.connect(self._on_room)
        outside = column(self, spacing=8)
        outside.addWidget(title_above("Keuzes en waarden"))
        self._card = panel("card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        outside.addWidget(self._card)
        self._stands_for = label(role="small")
        self._stands_for.setObjectName("letters-stand-for")
        outside.addWidget(self._stands_for)
        self._empty = label(_EMPTY, role="muted")
        outside.addWidget(self._empty)

    def show_said(self, said: Mapping[str, tuple[str, ...]], session: Session) -> None:
        """Show what was said, with the letters of the options as heads and their words below."""
        chosen = [
            (session.letter(option.id), option_label(session.options, option.id))
            for option in session.options
            if any(session.letter(option.id) in letters for letters in said.values())
        ]
        narrow = self._room.narrow
        shown = (tuple(chosen), tuple(said.items()), narrow)
        if shown == self._shown:
            return
        self._shown = shown
        self._again = partial(self.show_said, dict(said), session)
        self._stands_for.setText("\n".join(text for _, text in chosen))
        for each in (self._card, self._stands_for):
            each.setVisible(bool(said))
        self._empty.setVisible(not said)
        clear(self._grid)
        self._grid.setColumnStretch(0, 0 if narrow else 1)
        if narrow:
            self._list(said, dict(chosen))
        else:
            self._mark(said, chosen)

    def show_waiting(self, *, waiting: bool) -> None:
        """Say that there are afwegingen that nobody may see yet."""
        self._empty.setText(_NOT_YET if waiting else _EMPTY)

    @Slot()
    def _on_room(self) -> None:
        if self._again is not None:
            self._again()

    def _list(self, said: Mapping[str, tuple[str, ...]], chosen: Mapping[str, str]) -> None:
        """Every value with the letters that were chosen for it, where no columns fit."""
        for place, (value, letters) in enumerate(said.items()):
            self._grid.addWidget(label(value), 2 * place, 0)
            marks = QWidget()
            beside = FlowLayout()
            marks.setLayout(beside)
            for mark in letters:
                shown = chip(mark, _CHIPS.get(mark, "other"))
                shown.setToolTip(chosen.get(mark, ""))
                shown.setAccessibleName(f"{value} bij {mark}")
                beside.addWidget(shown)
            self._grid.addWidget(marks, 2 * place + 1, 0)

    def _mark(self, said: Mapping[str, tuple[str, ...]], chosen: Sequence[tuple[str, str]]) -> None:
        """A row for every value, a column for every letter."""
        middle = Qt.AlignmentFlag.AlignHCenter
        for place, (mark, text) in enumerate(chosen, start=1):
            head = chip(mark, _CHIPS.get(mark, "other"))
            head.setToolTip(text)
            self._grid.addWidget(head, 0, place, middle)
        for line, (value, letters) in enumerate(said.items(), start=1):
            self._grid.addWidget(label(value), line, 0)
            for place, (mark, _) in enumerate(chosen, start=1):
                if mark in letters:
                    tick = label("✓", role="strong", wrap=False)
                    tick.setAccessibleName(f"{value} bij {mark}")
                    self._grid.addWidget(tick, line, place, middle)
