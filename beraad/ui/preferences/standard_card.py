"""What stands ready in every new beraad, and in which forms its documents are made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.phases import opening
from beraad.phases.model import Field, FieldKind
from beraad.report.formats import FORMAT_LABELS, Format
from beraad.ui.announce import announce
from beraad.ui.preferences.card import Card
from beraad.ui.preferences.given import given
from beraad.ui.settings import LONGEST, LONGEST_TEXT, SHORTEST, Settings
from beraad.ui.theme.icons import Icon
from beraad.ui.theme.look import Look
from beraad.ui.widgets.choice_field import CheckField, ChoiceField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folder_button import FolderButton
from beraad.ui.widgets.number_field import NumberField
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import label, row
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.text_undo import TextUndo
from beraad.ui.widgets.unread_entries import UnreadEntries
from beraad.ui.widgets.usual_lengths import UsualLengths


class Term(StrEnum):
    """How long a verslag is usually kept, by its months."""

    OPEN = "0"
    QUARTER = "3"
    HALF_YEAR = "6"
    YEAR = "12"
    TWO_YEARS = "24"
    FIVE_YEARS = "60"


TERMS = (
    (Term.OPEN, "Per beraad beslissen"),
    (Term.QUARTER, "3 maanden"),
    (Term.HALF_YEAR, "6 maanden"),
    (Term.YEAR, "1 jaar"),
    (Term.TWO_YEARS, "2 jaar"),
    (Term.FIVE_YEARS, "5 jaar"),
)
_TEXTS = (opening.TEAM, opening.CONFIDENTIALITY, opening.REPORT_CONTENT, opening.FIRST_READER)
_NAMES = {"report_content": "In het verslag", "first_reader": "Leest eerst"}
_KEYS = {
    "team": "standaard/team",
    "confidentiality": "standaard/vertrouwelijkheid",
    "report_content": "standaard/verslag",
    "first_reader": "standaard/eerste lezer",
}
"""As in the settings; what an organisation chose is told by it."""

_HINTS = {
    "confidentiality": "Wie wat zegt, blijft tussen ons.",
    "report_content": "bijvoorbeeld: de overwegingen, zonder namen",
    "first_reader": "bijvoorbeeld: de inbrenger",
}
"""Shorter than in the opening: they stand beside their field, and within one line."""

_TOO_LONG = "Hier passen 20.000 tekens. Wat erachter kwam, is er niet bij gezet."


class StandardCard(Card):
    """Everything holds for the next new beraad; what is open now stays as it is."""

    def __init__(
        self,
        look: Look,
        room: PageWidth,
        settings: Settings,
        *,
        unread: UnreadEntries,
        now: Callable[[], datetime],
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        """`steps` is what can be undone of when these texts were typed at before, in this run."""
        super().__init__(
            "Eigen standaard",
            sign=Icon.PEOPLE,
            look=look,
            room=room,
            about="staat klaar in elk nieuw beraad",
        )
        self._settings = settings
        self._unread = unread
        self._undo = TextUndo(self, now=now, steps=steps)
        self._undo.shifted.connect(partial(setattr, settings))
        self._too_long = label(_TOO_LONG, role="small")
        self._too_long.setObjectName("too-long")
        self._too_long.hide()
        for field in _TEXTS:
            text = given(self._text(field), settings, _KEYS[field.name])
            self.line(_NAMES.get(field.name, field.label), text)
        self.inside.addWidget(self._too_long)
        self.line("Minuten", given(self._minutes(), settings, "standaard/minuten"))
        term = ChoiceField(TERMS)
        term.setObjectName("months")
        term.setAccessibleName("Verslag bewaren")
        term.show_value(Term(str(settings.months)))
        term.edited.connect(self._on_term)
        keeping = QWidget()
        in_keeping = row(keeping)
        room.adapt(in_keeping, self)
        in_keeping.addWidget(term)
        in_keeping.addWidget(label("na de dag van het beraad", role="small"), 1)
        self.line("Bewaren", given(keeping, settings, "standaard/bewaren"))
        self.line("Vormen", given(self._formats(), settings, "verslag/vormen"))
        folder = FolderButton(
            settings,
            text="{}",
            described="Map voor documenten",
            question="Waar komen documenten?",
        )
        self.line("Map", folder)

    def _text(self, field: Field) -> TextField:
        made = TextField(
            hint=_HINTS.get(field.name, field.hint), single_line=field.kind is FieldKind.LINE
        )
        made.setObjectName(f"standard-{field.name}")
        made.setAccessibleName(field.label)
        made.show_value(getattr(self._settings, field.name))
        made.edited.connect(partial(self._on_text, made, field.name))
        self._undo.add(field.name, made)
        return made

    def _on_text(self, field: TextField, name: str, text: str) -> None:
        """Keep a text; of one that does not fit, what stays is what is seen."""
        fits = text[:LONGEST_TEXT]
        setattr(self._settings, name, fits)
        self._too_long.setVisible(fits != text)
        if fits != text:
            field.show_value(fits)
            announce(field, _TOO_LONG)

    def _minutes(self) -> QWidget:
        box = QWidget()
        inside = FlowLayout(spacing=6)
        box.setLayout(inside)
        self._plans = UsualLengths(inside)
        self._plans.chosen.connect(self._on_plan)
        self._own = NumberField(least=SHORTEST, most=LONGEST, unit="minuten")
        self._own.setObjectName("minutes")
        self._own.setAccessibleName(opening.MINUTES.label)
        self._own.typing.connect(partial(setattr, self._settings, "minutes_as_typed"))
        self._own.entered.connect(self._on_minutes)
        inside.addWidget(self._own)
        self._show_minutes()
        self._unread.follow(opening.MINUTES.label, self._own)
        return box

    def _formats(self) -> QWidget:
        box = QWidget()
        inside = FlowLayout(spacing=12)
        box.setLayout(inside)
        self._boxes: dict[Format, QCheckBox] = {}
        for form, text in FORMAT_LABELS.items():
            tick = CheckField(text)
            tick.setObjectName(f"standard-{form.value}")
            tick.setChecked(form.value in self._settings.formats)
            tick.clicked.connect(self._on_formats)
            self._boxes[form] = tick
            inside.addWidget(tick)
        return box

    @Slot(int)
    def _on_plan(self, minutes: int) -> None:
        self._settings.minutes = minutes
        self._settings.minutes_as_typed = ""
        self._own.show_entry(minutes, None)

    @Slot(object, str)
    def _on_minutes(self, minutes: int, unread: str) -> None:
        self._settings.minutes_as_typed = unread
        if not unread:
            self._settings.minutes = minutes
        self._plans.show_length(self._settings.minutes)

    def _show_minutes(self) -> None:
        self._own.show_entry(self._settings.minutes, self._settings.minutes_as_typed or None)
        self._plans.show_length(self._settings.minutes)

    @Slot(object)
    def _on_term(self, term: Term) -> None:
        self._settings.months = int(term)

    @Slot()
    def _on_formats(self) -> None:
        wanted = {form.value for form, tick in self._boxes.items() if tick.isChecked()}
        self._settings.formats = frozenset(wanted)
