"""Writing a question, or an answer to one: read before it is kept, and never lost half-way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.phases.date_entry import Reach
from beraad.phases.model import Choices
from beraad.privacy.find import Find
from beraad.ui.announce import announce
from beraad.ui.signals.read_texts import ReadTexts
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, label
from beraad.ui.widgets.shortcuts import heed_undo
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.unread_entries import UnreadEntries

_MARGIN = 20
_NO_DAY = "De dag is nog niet te lezen. Schrijf hem als dag-maand-jaar."
_DAY, _TYPED, _CHOSEN = "day", "day.typed", "chosen"


class LetterForm(QFrame):
    """`texts` is what stands in it, by field; `edited` comes after every change.

    `ready` says that everything was read and nothing is missing; `left` that nobody goes on. What
    stands in fields that `stay` goes nowhere.

    Attributes:
        day: the day in it.
        chosen: what was chosen; None where nothing was or nothing is to choose.
    """

    edited = Signal()
    ready = Signal()
    left = Signal()

    def __init__(  # noqa: PLR0913 - what it asks, and what it knows
        self,
        title: str,
        fields: Mapping[str, str],
        begun: Mapping[str, str],
        *,
        done: str,
        day: str,
        reach: Reach,
        today: Callable[[], date],
        now: Callable[[], datetime],
        places_in: Callable[[str], tuple[Find, ...]],
        needed: Mapping[str, str],
        choices: Choices = (),
        choice: str = "",
        stay: frozenset[str] = frozenset(),
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        """`steps` is what can be undone of when it was typed at before, in this run."""
        super().__init__()
        self.setProperty("panel", "card")
        self.setObjectName("letter-form")
        self._needed = needed
        self._stay = stay
        self._today = today
        self.day: date | None = None
        self.chosen: StrEnum | None = None
        self._choices: Choices = ()
        self._choice_field: SegmentField | None = None
        self._typed = begun.get(_TYPED, "")
        self._read = ReadTexts(self, places_in=places_in, now=now, steps=steps)
        self._read.edited.connect(self.edited)
        inside = column(self, margins=_MARGIN, spacing=8)
        inside.addWidget(label(title, role="heading"))
        if choices:
            inside.addWidget(label(choice, role="label"))
            inside.addWidget(self._segments(choices, choice, begun.get(_CHOSEN, "")))
        for name, text in fields.items():
            inside.addWidget(label(text, role="label"))
            inside.addWidget(self._field(name, text, begun.get(name, "")))
        inside.addWidget(label(day, role="label"))
        inside.addWidget(self._day(day, reach, begun))
        unread = UnreadEntries(self)
        unread.follow(day, self._day_field)
        inside.addWidget(unread)
        inside.addWidget(self._read.places)
        self._why = label(role="strong")
        self._why.hide()
        inside.addWidget(self._why)
        self._done = button(done, kind="primary", name="letter-done")
        self._done.clicked.connect(self._on_done)
        self._read.settled.connect(self._done.setFocus)
        leave = button("Niet nu", name="letter-leave")
        leave.clicked.connect(self.left)
        ways = FlowLayout()
        ways.addWidget(self._done)
        ways.addWidget(leave)
        inside.addLayout(ways)
        heed_undo(self, self._read.undo, self._read.redo)

    @property
    def texts(self) -> dict[str, str]:
        """What stands in it, as it is kept."""
        said = self._read.texts
        said[_DAY] = self.day.isoformat() if self.day else ""
        said[_TYPED] = self._typed
        said[_CHOSEN] = self.chosen or ""
        return said

    def unlike(self, kept: Mapping[str, str]) -> tuple[str, ...]:
        """What was typed and is not in what was kept."""
        said = self._read.texts | {_TYPED: self._typed}
        return tuple(text for name, text in said.items() if text != kept.get(name, ""))

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what stands in it now, typed elsewhere."""
        self._read.show_texts(texts)
        if self._choice_field is not None:
            self._show_chosen(self._choice_field, texts.get(_CHOSEN, ""))
        self._typed = texts.get(_TYPED, "")
        self._show_day(self._day_field, texts)

    def take_focus(self) -> None:
        """Put the cursor where it begins."""
        if self._read.first is not None:
            self._read.first.setFocus()

    def _field(self, name: str, text: str, begun: str) -> TextField:
        made = TextField(single_line=True)
        made.setObjectName(f"letter-{name}")
        made.setAccessibleName(text)
        self._read.add(name, made, begun, stays=name in self._stay)
        return made

    def _segments(self, choices: Choices, name: str, begun: str) -> SegmentField:
        made = SegmentField(choices, name=name)
        self._choices, self._choice_field = choices, made
        self._show_chosen(made, begun)
        made.edited.connect(self._on_chosen)
        return made

    def _show_chosen(self, field: SegmentField, begun: str) -> None:
        self.chosen = next((value for value, _ in self._choices if value == begun), None)
        field.show_value(self.chosen)

    def _day(self, name: str, reach: Reach, begun: Mapping[str, str]) -> QWidget:
        self._day_field = made = DateField(name=name, today=self._today, reach=reach)
        self._show_day(made, begun)
        made.typing.connect(self._on_typing)
        made.entered.connect(self._on_day)
        return made

    def _show_day(self, field: DateField, begun: Mapping[str, str]) -> None:
        try:
            self.day = date.fromisoformat(begun.get(_DAY, ""))
        except ValueError:
            self.day = None
        field.show_entry(self.day, self._typed or None)

    def _refuse(self, why: str) -> bool:
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if why:
            announce(self, why)
        return bool(why)

    @Slot()
    def _on_done(self) -> None:
        texts = self.texts
        missing = next((why for name, why in self._needed.items() if not texts[name].strip()), "")
        if not self._refuse(_NO_DAY if self._typed else missing) and not self._read.is_waiting():
            self.ready.emit()

    @Slot(object)
    def _on_chosen(self, value: StrEnum) -> None:
        self.chosen = value
        self.edited.emit()

    @Slot(str)
    def _on_typing(self, text: str) -> None:
        self._typed = text
        self.edited.emit()

    @Slot(object, str)
    def _on_day(self, value: date | None, typed: str) -> None:
        self.day, self._typed = value, typed
        self.edited.emit()
