"""A signal without a beraad: from a consulent, a complaint, a kwestietafel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from beraad.defects import write_down
from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.phases import signal
from beraad.phases.model import Field, FieldKind
from beraad.phases.wording import SIGNAL_LEVEL_LABELS
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find
from beraad.privacy.leaving.later import places_in
from beraad.publishing.by_hand import NEW, registered_by_hand
from beraad.publishing.stepping import drafted, drafts_of
from beraad.records import SignalContent, SignalLevel, SignalLine
from beraad.ui.announce import announce
from beraad.ui.signals.alike import AlikeSignals
from beraad.ui.signals.answer_places import AnswerPlaces
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.parts import button, column, label
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 920
_SOON, _RETRY = 400, 5000
"""Milliseconds after a key until what is being typed is kept; and after a failure."""
_HELP = (
    "Een signaal kan ook zonder beraad: van een consulent, uit een klacht of van een kwestietafel. "
    "Schrijf over de regel of de werkwijze, zonder namen en zonder het verhaal van één inwoner."
)
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


class NewSignalScreen(QWidget):
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
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Nieuw signaal")
        self._path = path
        self._today = today
        self._lexicon = lexicon
        self._fields: dict[str, TextField] = {}
        self._steps: dict[str, TextSteps] = {}
        self._level: SignalLevel | None = None
        self._due: date | None = None
        self._due_typed = ""
        self._may_stay: set[str] = set()
        self._waits = False
        self._unkept: Solvable | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.hand_over)
        self.banner = Banner()
        texts = self._kept()
        self._alike = AlikeSignals(lines)
        self._places = AnswerPlaces()
        self._places.rewritten.connect(self._on_rewritten)
        self._places.kept.connect(self._on_place_kept)
        self._why = label(role="strong")
        self._why.hide()
        self._keep = button("Nalezen en in het register zetten", kind="primary", name="keep-new")
        self._keep.clicked.connect(self._on_keep)
        outside = column(self)
        outside.addWidget(self.banner)
        page = self._page(texts, now)
        outside.addWidget(centred(page, widest=look.scale.px(_WIDEST)), 1)
        for keys, way in (
            ("Ctrl+Z", TextSteps.undo),
            ("Ctrl+Shift+Z", TextSteps.redo),
            ("Ctrl+Y", TextSteps.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._shift, way))
        leave_by_esc(self, self.back_wished)

    def take_focus(self) -> None:
        """Put the cursor where writing starts."""
        self._fields[signal.BOTTLENECK.name].setFocus()

    def hand_over(self) -> Solvable | None:
        """Keep what was typed; what went wrong and was told, if anything."""
        self._soon.stop()
        if self._waits:
            try:
                drafted(NEW, self._texts(), self._path)
            except Solvable as problem:
                return self._not_kept(problem)
            except Exception as error:  # noqa: BLE001 - whatever it is, what was typed is not kept
                write_down(error)
                return self._not_kept(Solvable("Beraad bewaart dit niet, door een eigen fout."))
            self._waits = False
        if self._unkept is not None:
            self.banner.solve(self._unkept)
            self._unkept = None
        return None

    def _page(self, texts: dict[str, str], now: Callable[[], datetime]) -> QWidget:
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
            inside.addWidget(self._text(field, texts.get(field.name, ""), now))
            if field is signal.PROCESS:
                inside.addWidget(label(signal.LEVEL.label, role="label"))
                inside.addWidget(self._levels(texts.get("level", "")))
        inside.addWidget(label(signal.ANSWER_DUE.label, role="label"))
        inside.addWidget(self._day(texts))
        inside.addWidget(self._places)
        inside.addWidget(self._why)
        inside.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        return page

    def _kept(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        try:
            return drafts_of(NEW, self._path)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return {}

    def _text(self, field: Field, text: str, now: Callable[[], datetime]) -> TextField:
        one_line = field.kind is FieldKind.LINE
        made = TextField(hint=field.hint, single_line=one_line, least_lines=1 if one_line else 2)
        made.setObjectName(f"new-{field.name}")
        made.setAccessibleName(field.label)
        made.show_value(text)
        made.edited.connect(partial(self._on_text, field.name))
        self._fields[field.name] = made
        self._steps[field.name] = TextSteps(text, now=now)
        return made

    def _levels(self, chosen: str) -> SegmentField:
        made = SegmentField(tuple(SIGNAL_LEVEL_LABELS.items()), name=signal.LEVEL.label)
        self._level = next((each for each in SignalLevel if each.value == chosen), None)
        made.show_value(self._level)
        made.edited.connect(self._on_level)
        return made

    def _day(self, texts: dict[str, str]) -> DateField:
        made = DateField(name=signal.ANSWER_DUE.label, today=self._today)
        try:
            self._due = date.fromisoformat(texts.get(_DUE, ""))
        except ValueError:
            self._due = None
        self._due_typed = texts.get(f"{_DUE}.typed", "")
        made.show_entry(self._due, self._due_typed or None)
        made.typing.connect(self._on_due_typed)
        made.entered.connect(self._on_due)
        return made

    def _texts(self) -> dict[str, str]:
        said = {name: field.toPlainText() for name, field in self._fields.items()}
        said["level"] = self._level or ""
        said[_DUE] = self._due.isoformat() if self._due else ""
        said[f"{_DUE}.typed"] = self._due_typed
        return said

    def _content(self) -> SignalContent:
        said: dict[str, Any] = {
            name: field.toPlainText().strip()
            for name, field in self._fields.items()
            if name != _TEAM.name
        }
        return SignalContent(level=self._level, answer_due=self._due, **said)

    def _shift(self, way: Callable[[TextSteps], str | None]) -> None:
        for name, field in self._fields.items():
            if field.hasFocus() and (text := way(self._steps[name])) is not None:
                field.show_value(text)
                self._changed()

    def _changed(self) -> None:
        self._refuse("")
        self._waits = True
        self._alike.show_for(self._content(), but=NEW)
        if not self._soon.isActive():
            self._soon.start(_SOON)

    def _refuse(self, why: str) -> None:
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if why:
            announce(self, why)

    def _is_waiting(self) -> bool:
        """Show what still has to be decided about, and whether there is any."""
        found: list[Find] = []
        for field in self._fields.values():
            text = field.toPlainText()
            if text.strip():
                found += places_in(text, self._lexicon(), on=self._today())
        waiting = tuple(place for place in found if place.text not in self._may_stay)
        self._places.show_places(waiting)
        return bool(waiting)

    def _not_kept(self, problem: Solvable) -> Solvable:
        told = Solvable(
            problem.happened,
            kept="Wat je typte staat nog op dit scherm; Beraad probeert het steeds opnieuw.",
            way_out=problem.way_out,
        )
        self._unkept = told
        self.banner.show_problem(told)
        self._soon.start(_RETRY)
        return told

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
        if self._is_waiting():
            return
        team = self._fields[_TEAM.name].toPlainText().strip()
        try:
            made = registered_by_hand(content, team, self._path, today=self._today())
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._waits = False
        self.made.emit(made.id)

    def _on_text(self, name: str, text: str) -> None:
        self._steps[name].typed(text)
        self._changed()

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

    @Slot(object)
    def _on_rewritten(self, place: Find) -> None:
        instead = place.generalised or place.suggestion
        for name, field in self._fields.items():
            text = field.toPlainText()
            if place.text in text:
                field.setPlainText(text.replace(place.text, instead))
                self._on_text(name, field.toPlainText())
                field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_waiting()

    @Slot(object)
    def _on_place_kept(self, place: Find) -> None:
        self._may_stay.add(place.text)
        if not self._is_waiting():
            self._keep.setFocus()
