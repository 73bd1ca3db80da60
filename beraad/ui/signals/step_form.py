"""Writing down one step of a signal: its fields, what may point to somebody, and keeping it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from beraad.phases.date_entry import Reach
from beraad.phases.dates import origin_label
from beraad.phases.model import Choices
from beraad.phases.phrasing import listed
from beraad.phases.wording import HELPED_LABELS, OUTCOME_LABELS
from beraad.records import Helped, Id, Outcome, SignalLine, Step, StepKind, new_id
from beraad.signals.moves import WAY_BACK
from beraad.signals.teams import names_own, without
from beraad.ui.announce import announce
from beraad.ui.hearing.words import spoken
from beraad.ui.signals.read_texts import ReadTexts
from beraad.ui.signals.step_words import FIELDS, STEP_BUTTONS
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.completion import Completion, Offer
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, column, label
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.unread_entries import UnreadEntries

_LONGEST = 60
E = TypeVar("E", bound=StrEnum)


class Hearers(NamedTuple):
    """The teams that an answer is for.

    Attributes:
        known: all of them; no name of somebody, so not asked about.
        waiting: those that did not hear it yet.
    """

    known: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


class StepForm(QFrame):
    """Asks what a step of this kind needs; one on the way back is about `answer`.

    Who names none of the `hearers` that wait is asked once whether that is meant; `recipients`
    gives to whom a signal can go.

    `typed` carries all that stands in it, by field, after every change; `taken` the step, once
    somebody decided about every place in it; `put_away` asks to write it down later.
    """

    typed = Signal(object)
    taken = Signal(object)
    put_away = Signal()

    def __init__(
        self,
        kind: StepKind,
        *,
        texts: Mapping[str, str],
        today: Callable[[], date],
        read: ReadTexts,
        others: Callable[[str], tuple[SignalLine, ...]],
        answer: Id | None = None,
        hearers: Hearers | None = None,
        again: Step | None = None,
        recipients: Callable[[], tuple[Offer, ...]] = tuple,
    ) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setObjectName("step-form")
        self.kind = kind
        self._today = today
        self._others = others
        self._again = again
        self._answer = answer if kind in WAY_BACK else None
        self._hearers = hearers or Hearers()
        self._asked_about = ""
        self._kind_asked = False
        self._recipients = recipients
        self._read = read
        read.setParent(self)
        self._read.edited.connect(self._tell)
        self._days: dict[str, date | None] = {}
        self._typed_days: dict[str, str] = {}
        self._outcome: Outcome | None = None
        self._helped: Helped | None = None
        self._about: Id | None = None
        self._boxes: dict[str, QWidget] = {}
        self._unread = UnreadEntries(self)
        self._inside: QVBoxLayout = column(self, spacing=10)
        self._inside.setContentsMargins(20, 16, 20, 16)
        self._inside.addWidget(label(STEP_BUTTONS[kind], role="strong", heads=True))
        self._build(dict(texts))
        self._inside.addWidget(self._unread)
        self._inside.addWidget(self._read.places)
        self._why = label(role="strong")
        self._why.hide()
        self._inside.addWidget(self._why)
        ways = FlowLayout()
        self._keep = button("Nalezen en bewaren", kind="primary", name="keep-step")
        self._keep.clicked.connect(self._on_keep)
        self._read.settled.connect(self._keep.setFocus)
        later = button("Later afmaken", kind="link", name="later")
        later.clicked.connect(self.put_away)
        ways.addWidget(self._keep)
        ways.addWidget(later)
        self._inside.addLayout(ways)

    def take_focus(self) -> None:
        """Put the cursor where writing starts."""
        if self._choice is not None:
            self._choice.take_focus()
        elif self._search is not None:
            self._search.setFocus()
        else:
            (self._read.first or self._keep).setFocus()

    def undo(self) -> bool:
        """Take back what was typed last where the cursor is; whether there was any."""
        return self._read.undo()

    def undo_anywhere(self) -> bool:
        """Take back what was typed last in it, wherever the cursor is; whether there was any."""
        return self._read.undo_anywhere()

    def redo(self) -> bool:
        """Type it again; whether there was something to type."""
        return self._read.redo()

    def refuse(self, why: str) -> None:
        """Say why this cannot be kept yet."""
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if why:
            announce(self, why)

    @property
    def texts(self) -> dict[str, str]:
        """Everything that stands in it, by field."""
        said = self._read.texts
        said |= {name: day.isoformat() for name, day in self._days.items() if day}
        said |= {f"{name}.typed": text for name, text in self._typed_days.items()}
        said |= {
            "outcome": self._outcome or "",
            "helped": self._helped or "",
            "about": self._about or "",
            "answer": self._answer or "",
        }
        return {name: text for name, text in said.items() if text}

    def _build(self, texts: dict[str, str]) -> None:
        asked = FIELDS[self.kind]
        self._choice: SegmentField | None = None
        self._search: TextField | None = None
        if asked.outcome:
            self._outcome = _member(Outcome, texts.get("outcome"))
            choices = tuple(OUTCOME_LABELS.items())
            self._choice = self._chosen("Wat is het antwoord?", choices, self._outcome)
            self._choice.edited.connect(self._on_outcome)
        if asked.helped:
            self._helped = _member(Helped, texts.get("helped"))
            choices = tuple(HELPED_LABELS.items())
            self._choice = self._chosen("Heeft het geholpen?", choices, self._helped)
            self._choice.edited.connect(self._on_helped)
        if asked.join:
            self._joining(texts.get("about"))
        for name, said, hint, lines in (
            ("to", asked.to, "", 1),
            ("words", asked.words, asked.hint, 2),
            ("change", asked.change, "bijvoorbeeld: nog niets; uitleg volgt in de week ervoor", 1),
            ("how", asked.how, "bijvoorbeeld: in het werkoverleg", 1),
            ("role", asked.role, "", 1),
        ):
            if said:
                self._text(name, said, hint, lines, texts.get(name, ""))
        self._day("on", asked.on, Reach.PAST, texts, self._today())
        if asked.due:
            self._day("due", asked.due, Reach.COMING, texts, None)
        self._show_target()

    def _text(self, name: str, said: str, hint: str, lines: int, text: str) -> None:
        field = TextField(hint=hint, least_lines=lines, single_line=lines == 1)
        field.setObjectName(f"step-{name}")
        field.setAccessibleName(spoken(said))
        if name == "to":
            Completion(field, self._offered)
        teams = self._hearers.known if name == "to" else ()
        self._read.add(name, field, text, read=partial(without, known=teams) if teams else str)
        self._put(name, said, field)

    def _offered(self) -> Iterable[str | Offer]:
        """Whom to fill in: who can have a signal, or else the teams that hear an answer."""
        return self._hearers.known if self.kind is StepKind.TOLD else self._recipients()

    def _day(
        self, name: str, said: str, reach: Reach, texts: Mapping[str, str], usual: date | None
    ) -> None:
        field = DateField(name=said, today=self._today, reach=reach)
        field.setObjectName(f"step-{name}")
        value = _day_of(texts.get(name)) or usual
        typed = texts.get(f"{name}.typed")
        self._days[name] = value
        if typed:
            self._typed_days[name] = typed
        field.show_entry(value, typed)
        field.typing.connect(partial(self._on_day_typed, name))
        field.entered.connect(partial(self._on_day, name))
        self._unread.follow(said, field)
        self._put(name, said, field)

    def _chosen(self, said: str, choices: Choices, value: StrEnum | None) -> SegmentField:
        field = SegmentField(choices, name=said)
        field.show_value(value)
        self._put("choice", said, field)
        return field

    def _joining(self, about: str | None) -> None:
        self._about = Id(about) if about else None
        field = TextField(hint="zoek het andere signaal op een woord", single_line=True)
        field.setObjectName("step-find")
        field.setAccessibleName("Zoek het signaal waarmee je verdergaat")
        field.edited.connect(self._on_search)
        self._search = field
        self._put("find", "Met welk signaal gaat het verder?", field)
        self._found: QLayout = FlowLayout()
        self._inside.addLayout(self._found)
        self._find_others("")

    def _put(self, name: str, said: str, field: QWidget) -> None:
        box = QWidget()
        inside = column(box, spacing=4)
        inside.addWidget(label(said, role="label"))
        inside.addWidget(field)
        self._boxes[name] = box
        self._inside.addWidget(box)

    def _find_others(self, asked: str) -> None:
        clear(self._found)
        for line in self._others(asked):
            called = " ".join((line.title or line.ask).split())[:_LONGEST]
            from_whom = line.team.strip() or origin_label(line.week)
            way = button(f"{called} · {from_whom}", kind="segment", name="join-with")
            way.setCheckable(True)
            way.setAutoExclusive(True)
            way.setChecked(line.id == self._about)
            way.clicked.connect(partial(self._on_other, line.id))
            self._found.addWidget(way)
            way.show()

    def _show_target(self) -> None:
        """Ask to whom an answer moved on only when it did."""
        if self.kind is StepKind.ANSWERED:
            moved = self._outcome is Outcome.MOVED_ON
            self._boxes["to"].setVisible(moved)
            self._boxes["change"].setVisible(not moved)

    def _made(self) -> Step:
        said = {name: text.strip() for name, text in self._read.texts.items()}
        if self.kind is StepKind.ANSWERED:
            said["change" if self._outcome is Outcome.MOVED_ON else "to"] = ""
        made = Step(
            id=self._again.id if self._again else new_id(),
            kind=self.kind,
            on=self._days["on"] or self._today(),
            due=self._days.get("due"),
            outcome=self._outcome,
            helped=self._helped,
            about=self._again.about if self._again else self._about or self._answer,
            recorded_on=self._again.recorded_on if self._again else self._today(),
        )
        return replace(made, **said)

    @Slot()
    def _on_keep(self) -> None:
        if self._typed_days:
            self.refuse("Een dag is nog niet te lezen. Schrijf hem als dag-maand-jaar.")
            return
        self.refuse(self._none_waits())
        if self._why.text():
            return
        if self._read.is_waiting():
            self._read.places.begin()
        elif why := self._no_kind():
            self.refuse(why)
        else:
            self.taken.emit(self._made())

    def _no_kind(self) -> str:
        """Ask once what an answer comes to; who was not told that can keep it without."""
        if self.kind is not StepKind.ANSWERED or self._outcome or self._again or self._kind_asked:
            return ""
        self._kind_asked = True
        return (
            "Kies eerst bij “Wat is het antwoord?” wat het is. Weet je dat niet, kies dan nog eens "
            "“Nalezen en bewaren”: dan wordt het antwoord zonder soort bewaard."
        )

    def _none_waits(self) -> str:
        """Ask once about somebody who was told while no team of that name waits."""
        to = self._read.texts.get("to", "").strip()
        waiting = self._hearers.waiting
        if not waiting or not to or self._again is not None or to == self._asked_about:
            return ""
        if any(names_own(to, team) for team in waiting):
            return ""
        self._asked_about = to
        wait = "wachten" if waiting[1:] else "wacht"
        teams = listed(waiting)
        return (
            f"“{to}” is geen team dat wacht: {teams} {wait} nog. Verbeter de naam. Of kies nog "
            f"eens “Nalezen en bewaren”: dan staat dit erbij, en {teams} {wait} nog steeds."
        )

    @Slot()
    def _tell(self) -> None:
        """Tell what stands in it now; what was said of how it was before, is no longer so."""
        self.refuse("")
        self.typed.emit(self.texts)

    def _on_day_typed(self, name: str, text: str) -> None:
        self._typed_days[name] = text
        self._tell()

    def _on_day(self, name: str, value: date | None, typed: str) -> None:
        self._days[name] = value
        self._typed_days.pop(name, None)
        if typed:
            self._typed_days[name] = typed
        self._tell()

    @Slot(object)
    def _on_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._show_target()
        self._tell()

    @Slot(object)
    def _on_helped(self, helped: Helped) -> None:
        self._helped = helped
        self._tell()

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self._find_others(text)

    def _on_other(self, other: Id) -> None:
        self._about = other
        self._tell()


def _member(kind: type[E], text: str | None) -> E | None:
    return next((each for each in kind if each.value == text), None)


def _day_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
