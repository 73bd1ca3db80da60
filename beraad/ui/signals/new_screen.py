"""A signal without a beraad: from a consulent, a complaint, a kwestietafel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.phases import signal
from beraad.phases.model import Field, FieldKind
from beraad.phases.wording import SIGNAL_LEVEL_LABELS
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find, FindKind
from beraad.privacy.leaving.later import places_in
from beraad.publishing.by_hand import NEW, registered_by_hand
from beraad.publishing.drafting import Drafting
from beraad.records import SignalContent, SignalLevel, SignalLine
from beraad.ui.announce import announce
from beraad.ui.hearing.words import spoken
from beraad.ui.signals.alike import AlikeSignals
from beraad.ui.signals.deeds import NOTHING_LEFT
from beraad.ui.signals.draft_keeper import TYPED_TOO, DraftKeeper
from beraad.ui.signals.read_texts import ReadTexts
from beraad.ui.signals.recipients import offered
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.completion import Completion
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.parts import button, column, label
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.shortcuts import heed_undo
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.unread_entries import UnreadEntries
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 920
_HELP = (
    "Een signaal kan ook zonder beraad: van een consulent, uit een klacht of van een kwestietafel. "
    "Schrijf over de regel of de werkwijze, zonder namen en zonder het verhaal van één inwoner."
)
_NAMES_A_TEAM = frozenset(
    {FindKind.PLACE, FindKind.NEIGHBOURHOOD, FindKind.ORGANISATION, FindKind.SCHOOL}
)
"""What a team is called after; written otherwise, its next beraden would not know it."""
_TEAM = Field(section="signal", name="team", label="Welk team?", kind=FieldKind.LINE)
_ASKED = (
    signal.BOTTLENECK,
    signal.WHAT,
    signal.PROCESS,
    signal.EFFECT,
    signal.FREQUENCY,
    signal.WISH,
    signal.OTHER_SOURCES,
    signal.RECIPIENT,
    signal.SENDER_ROLE,
    signal.REPORTS_BACK,
    _TEAM,
)
_DUE = "answer_due"
_JOINS = {each.name: "; " if each.kind is FieldKind.LINE else "\n" for each in _ASKED}


class NewSignalScreen(Screen):
    """What is typed is kept with every pause, and waits here until it is put in the register.

    `made` carries the signal that was put there.
    """

    back_wished = Signal()
    made = Signal(object)

    def __init__(
        self,
        path: Path,
        look: Look,
        *,
        today: Callable[[], date],
        lexicon: Callable[[], Lexicon | None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        lines: Callable[[], tuple[SignalLine, ...]] = tuple,
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        """`steps` is what can be undone of when it was typed at before, in this run."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Nieuw signaal")
        self._path = path
        self._today = today
        self._lexicon = lexicon
        self._read = ReadTexts(self, places_in=self._places_in, now=now, steps=steps)
        self._read.edited.connect(self._changed)
        self._level: SignalLevel | None = None
        self._due: date | None = None
        self._due_typed = ""
        self.banner = Banner()
        self._drafting = Drafting(NEW, path, joins=_JOINS)
        self._drafts = DraftKeeper(
            self._keep_draft,
            self.banner,
            self,
            typed=self._typed,
            again=self._drafting.again,
        )
        self._seen = texts = self._kept()
        self._alike = AlikeSignals(lines)
        self._why = label(role="strong")
        self._why.hide()
        self._keep = button("Nalezen en in het register zetten", kind="primary", name="keep-new")
        self._keep.clicked.connect(self._on_keep)
        self._read.settled.connect(self._keep.setFocus)
        outside = column(self)
        outside.addWidget(self.banner)
        page = self._page(texts)
        outside.addWidget(centred(page, widest=look.scale.px(_WIDEST)), 1)
        heed_undo(self, self._undo, self._read.redo)
        leave_by_esc(self, self.back_wished)

    def take_focus(self) -> None:
        """Put the cursor where writing starts."""
        if self._read.first is not None:
            self._read.first.setFocus()

    @Slot()
    def _undo(self) -> None:
        if not self._read.undo() and not self._read.undo_anywhere():
            self.banner.show_message(NOTHING_LEFT)

    def hand_over(self) -> Solvable | None:
        """Keep what was typed; what went wrong and was told, if anything."""
        return self._drafts.hand_over()

    def _keep_draft(self) -> None:
        texts = self._texts()
        self._seen = self._drafting.keep(texts, seen=self._seen)
        if any(self._seen.get(name, "") != text for name, text in texts.items()):
            self._show_texts(self._seen)
            self.banner.show_message(TYPED_TOO)

    def _typed(self) -> Iterator[str]:
        for name, text in self._read.texts.items():
            if text != self._seen.get(name, ""):
                yield text
        yield self._due_typed

    def _show_texts(self, texts: dict[str, str]) -> None:
        self._read.show_texts(texts)
        self._show_level(texts.get("level", ""))
        self._show_day(texts)

    def _places_in(self, text: str) -> tuple[Find, ...]:
        return places_in(text, self._lexicon(), on=self._today()) if text.strip() else ()

    def _page(self, texts: dict[str, str]) -> QWidget:
        page = QWidget()
        inside = column(page, spacing=10)
        back = button("← Signalen", kind="link", name="signals")
        back.clicked.connect(self.back_wished)
        inside.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(label("Nieuw signaal", role="title"))
        inside.addWidget(label(_HELP, role="muted"))
        inside.addWidget(self._alike)
        for field in _ASKED:
            inside.addWidget(label(field.label, role="label"))
            inside.addWidget(self._text(field, texts.get(field.name, "")))
            if field is signal.PROCESS:
                inside.addWidget(label(signal.LEVEL.label, role="label"))
                inside.addWidget(self._levels(texts.get("level", "")))
        inside.addWidget(label(signal.ANSWER_DUE.label, role="label"))
        inside.addWidget(self._day(texts))
        unread = UnreadEntries(page)
        unread.follow(signal.ANSWER_DUE.label, self._day_field)
        inside.addWidget(unread)
        inside.addWidget(self._read.places)
        inside.addWidget(self._why)
        inside.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        return page

    def _kept(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        try:
            return self._drafting.read()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return {}

    def _text(self, field: Field, text: str) -> TextField:
        one_line = field.kind is FieldKind.LINE
        made = TextField(hint=field.hint, single_line=one_line, least_lines=1 if one_line else 2)
        made.setObjectName(f"new-{field.name}")
        made.setAccessibleName(spoken(field.label))
        if field is signal.RECIPIENT:
            Completion(made, partial(offered, self._path))
        names = _NAMES_A_TEAM if field is _TEAM else ()
        self._read.add(field.name, made, text, names=names)
        return made

    def _levels(self, chosen: str) -> SegmentField:
        made = SegmentField(tuple(SIGNAL_LEVEL_LABELS.items()), name=signal.LEVEL.label)
        self._level_field = made
        self._show_level(chosen)
        made.edited.connect(self._on_level)
        return made

    def _show_level(self, chosen: str) -> None:
        self._level = next((each for each in SignalLevel if each.value == chosen), None)
        self._level_field.show_value(self._level)

    def _day(self, texts: dict[str, str]) -> DateField:
        made = DateField(name=signal.ANSWER_DUE.label, today=self._today)
        self._day_field = made
        self._show_day(texts)
        made.typing.connect(self._on_due_typed)
        made.entered.connect(self._on_due)
        return made

    def _show_day(self, texts: dict[str, str]) -> None:
        try:
            self._due = date.fromisoformat(texts.get(_DUE, ""))
        except ValueError:
            self._due = None
        self._due_typed = texts.get(f"{_DUE}.typed", "")
        self._day_field.show_entry(self._due, self._due_typed or None)

    def _texts(self) -> dict[str, str]:
        said = self._read.texts
        said["level"] = self._level or ""
        said[_DUE] = self._due.isoformat() if self._due else ""
        said[f"{_DUE}.typed"] = self._due_typed
        return said

    def _content(self) -> SignalContent:
        said: dict[str, Any] = {
            name: text.strip() for name, text in self._read.texts.items() if name != _TEAM.name
        }
        return SignalContent(level=self._level, answer_due=self._due, **said)

    @Slot()
    def _changed(self) -> None:
        self._refuse("")
        self._alike.show_for(self._content(), but=NEW)
        self._drafts.soon()

    def _refuse(self, why: str) -> None:
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if why:
            announce(self, why)

    @Slot()
    def _on_keep(self) -> None:
        content = self._content()
        if self._due_typed:
            self._refuse("De dag is nog niet te lezen. Schrijf hem als dag-maand-jaar.")
            return
        if not (content.bottleneck or content.what):
            self._refuse("Schrijf eerst op wat er gebeurt, of wat het knelpunt is.")
            self.take_focus()
            return
        if self._read.is_waiting():
            self._read.places.begin()
            return
        team = self._read.texts[_TEAM.name].strip()
        try:
            made = registered_by_hand(content, team, self._path, today=self._today())
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._drafts.forget()
        self._drafting.let_go()
        self.made.emit(made.id)

    @Slot(object)
    def _on_level(self, level: SignalLevel) -> None:
        self._level = level
        self._changed()

    @Slot(str)
    def _on_due_typed(self, text: str) -> None:
        self._due_typed = text
        self._changed()

    @Slot(object, str)
    def _on_due(self, value: date | None, typed: str) -> None:
        self._due, self._due_typed = value, typed
        self._changed()
