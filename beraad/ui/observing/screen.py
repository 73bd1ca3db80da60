"""Looking along, ronde by ronde: what was seen, heard and asked, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.phases.behaviours import THROUGHOUT, Label, QuestionKind, behaviours_in
from beraad.phases.dates import dated
from beraad.phases.numbers import counted
from beraad.phases.parts import part_name, part_short
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import PhaseKey
from beraad.training.coaching import Moment, Step
from beraad.training.observing.observation import HEARD, ObservationFile, clock_text, clock_time
from beraad.training.seen_words import time_of
from beraad.training.weighing import Asked
from beraad.ui.announce import announce
from beraad.ui.observing.behaviour_rows import BehaviourRows
from beraad.ui.observing.changing_moments import ChangingMoments
from beraad.ui.observing.done_key import is_done
from beraad.ui.observing.moments_card import MomentsCard
from beraad.ui.observing.noting import Noting
from beraad.ui.observing.stopwatch import Stopwatch
from beraad.ui.observing.tally_box import KEYS, TallyBox
from beraad.ui.outside_vault import say_outside
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.digit_row import digit_meant, digit_of
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    chip,
    clear,
    column,
    in_card,
    label,
    panel,
    row,
    title_above,
    way_back,
)
from beraad.ui.widgets.screen import RondesScreen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.shortcuts import heed_all
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1260
_LEFT, _RIGHT = 480, 300
_SAYS = "Noteer eerst wat je ziet en hoort. Kies daarna per gedraging een woord om over te praten."
_AWAY = "Haal hier weg"
_YES_AWAY = "Ja, haal hier weg"
_ONCE_MORE = "Geef nog eens mee"
_SINCE = (
    "Je noteerde nog iets nadat je de observatie meegaf. Geef haar nog eens mee, en haal haar dan "
    "weg."
)


class ObservingScreen(RondesScreen):
    """Each mark is on disk before it is in sight.

    `back_wished` leads to the oefencasussen; `another_wished` asks for a new observation.
    `taken_away` carries the GivenOut of one that is here no more.

    Attributes:
        called: what the screen is called.
        home: what the way back is called.
        kind: what is being noted, in a few words.
        is_live: whether somebody leads meanwhile: then a clock runs, and it is handed on.
    """

    called = "Meekijken"
    home = "← Oefenen"
    kind = "observatie · oefening"
    is_live = True

    back_wished = Signal()
    another_wished = Signal()
    taken_away = Signal(object)

    def __init__(
        self,
        file: ObservationFile,
        look: Look,
        export_folder: Path,
        *,
        now: Callable[[], datetime],
        lexicon: Callable[[], Lexicon],
        goes_on: bool = False,
        first: str = "",
        steps: dict[str, TextSteps] | None = None,
        outside_vault: str = "",
    ) -> None:
        """`steps` is what can be undone of when it was typed at before, in this run.

        `outside_vault` says that it lies outside the vault, where there is one.
        """
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle(self.called)
        self._file = file
        self._look = look
        self._export_folder = export_folder
        self._now = now
        self._lexicon = lexicon
        self._outside_vault = outside_vault
        self._places = file.shown.places
        self._place = first if first in self._places else self._places[0]
        self._counts_in = self._places[0] if self._place == THROUGHOUT else self._place
        self._moment_at = ""
        self._given = file.shown.seen
        self.banner = Banner()
        self._saved = label(role="small")
        self._saved.setObjectName("saved")
        self._noting = Noting(self, self.banner, now=now, told=self._saved.setText, steps=steps)
        self._noted = ChangingMoments(self, file, self._noting, self.banner, leave=self.take_focus)
        self._noting.leave_wished.connect(self.back_wished)
        self.clock = Stopwatch(self)
        self.clock.ticked.connect(self._show_time)
        self.clock.counted.connect(self._on_counted)
        self._page = QWidget()
        self._inside = column(self._page, spacing=12)
        self._head()
        self._body = column(spacing=12)
        self._inside.addLayout(self._body)
        self._inside.addStretch(1)
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(self._page, widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        heed_all(
            self,
            ("Ctrl+PgUp", partial(self._step, -1)),
            ("Ctrl+PgDown", partial(self._step, 1)),
            ("Ctrl+K", self._on_clock),
            *(
                (f"Ctrl+{number}", partial(self.go_to, place))
                for number, place in enumerate(self._places[:-1])
            ),
        )
        leave_by_esc(self, self._on_esc)
        self.go_to(self._place)
        if goes_on:
            self.banner.offer(
                f"Je gaat verder met de observatie van {dated(file.shown.begun_on)}.",
                way_out="Begin een nieuwe",
                deed=self.another_wished.emit,
            )

    def take_focus(self) -> None:
        """Put the focus on what to look for first."""
        self._rows.take_focus()

    def hand_over(self) -> Solvable | None:
        """Keep what was typed and counted; what went wrong and was told, if anything."""
        self.clock.settle()
        return self._noting.hand_over()

    @Slot(str)
    def go_to(self, place: str) -> None:
        """Look along in this part; the clock goes on there."""
        self.hand_over()
        self._place = place
        self._buttons[place].setChecked(True)
        if place != THROUGHOUT:
            self._counts_in = place
            self.clock.turn_to(self._file.clock_at(place))
        self._show_place()
        self._show_time()
        if not self._buttons[place].hasFocus():
            self.take_focus()  # What had it is gone, and a key would go where nobody looked.
        announce(self, self._name(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().upper()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if is_done(event):
            self.take_focus()  # Out of a text, where a key counts again.
        elif event.key() == Qt.Key.Key_Backspace and plain:
            self._on_taken_back()
        elif plain and key in KEYS and self._place != THROUGHOUT:
            self._on_counted_question(KEYS[key])
        elif plain and key == "M":
            self._moments.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif plain and key == "W":
            self._noted.change_last()
        elif not (self._goes_by_place(event) or self._labels(digit_meant(event))):
            super().keyPressEvent(event)

    def _goes_by_place(self, event: QKeyEvent) -> bool:
        """Go to a ronde by a key that writes no digit by itself, as on AZERTY."""
        only_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        digit = digit_of(event) if only_ctrl else ""
        numbered = self._places[:-1]
        if not digit or int(digit) >= len(numbered):
            return False
        self.go_to(numbered[int(digit)])
        return True

    def _labels(self, digit: str) -> bool:
        return bool(digit) and self._rows.choose(int(digit))

    def _head(self) -> None:
        top = Folding()
        inside = row(top, spacing=14)
        home = button(self.home, kind="link", name="back")
        home.clicked.connect(self.back_wished)
        inside.addWidget(home)
        inside.addStretch(1)
        self._inside.addWidget(top)
        titled = Folding()
        beside = row(titled, spacing=14)
        beside.addWidget(label(self._file.shown.case, role="title"))
        beside.addWidget(chip(self.kind, "other"), 0, Qt.AlignmentFlag.AlignVCenter)
        beside.addStretch(1)
        self._inside.addWidget(titled)
        say_outside(self._outside_vault, self._inside)
        clock = self._clock_row()
        if not self.is_live:
            clock.hide()
        self._inside.addWidget(clock)
        self._inside.addWidget(self._rondes())

    def _clock_row(self) -> QWidget:
        box = Folding()
        inside = row(box, spacing=12)
        self._time = label(role="clock", wrap=False)
        self._of = label(role="small", wrap=False)
        self._toggle = button("Start de klok", name="clock")
        self._toggle.setToolTip("Ctrl+K")
        self._toggle.clicked.connect(self._on_clock)
        inside.addWidget(self._time)
        inside.addWidget(self._of)
        inside.addWidget(self._toggle)
        inside.addStretch(1)
        return box

    def _rondes(self) -> QWidget:
        box = QWidget()
        box.setAccessibleName("Rondes")
        flow = FlowLayout(spacing=4)
        box.setLayout(flow)
        group = QButtonGroup(box)
        self._buttons: dict[str, QAbstractButton] = {}
        for place in self._places:
            made = button(self._short(place), kind="segment", name=f"place-{place}")
            made.setAccessibleName(self._name(place))
            made.setCheckable(True)
            made.clicked.connect(partial(self.go_to, place))
            group.addButton(made)
            flow.addWidget(made)
            self._buttons[place] = made
        return box

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        self._before = way_back("", partial(self._step, -1))
        self._before.setObjectName("before")
        inside.addWidget(self._before)
        inside.addStretch(1)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        hand_on = button("Geef mee", name="hand-on")
        hand_on.setToolTip("Als bestand, voor wie leidde")
        hand_on.clicked.connect(self._on_hand_on)
        if not self.is_live:
            hand_on.hide()
        inside.addWidget(hand_on)
        self._after = button("", kind="primary", name="after")
        self._after.clicked.connect(partial(self._step, 1))
        inside.addWidget(self._after)
        return bar

    def _show_place(self) -> None:
        place, seen = self._place, self._file.shown.of(self._place)
        for number in range(1, HEARD + 1):
            self._noting.forget(f"gehoord {number}")
        self._noting.forget("moment")
        self._noting.forget("tijd")
        self._noted.let_go()
        clear(self._body)
        self._body.addWidget(label(self._name(place), role="heading"))
        self._body.addWidget(label(_SAYS, role="muted"))
        beside = Folding()
        parts = row(beside, spacing=20)
        left = QWidget()
        inside = column(left, spacing=12)
        self._rows = BehaviourRows(behaviours_in(place), seen.labels, self._look)
        self._rows.labelled.connect(partial(self._on_label, place))
        inside.addWidget(self._rows)
        self._tally = TallyBox()
        self._tally.counted.connect(self._on_counted_question)
        self._tally.taken_back.connect(self._on_taken_back)
        self._tally.show_tally(seen.tally)
        if place == THROUGHOUT:
            self._tally.hide()
        inside.addWidget(self._tally)
        inside.addWidget(self._heard())
        inside.addStretch(1)
        stand_beside(left, least=self._look.scale.px(_LEFT))
        parts.addWidget(left, 5)
        self._moments = MomentsCard(asks_time=not self.is_live)
        self._moments.added.connect(self._on_moment)
        self._moments.removed.connect(self._on_moment_away)
        self._noted.begin(self._moments, place)
        draft = self._file.drafted(place)
        self._moment_at = draft.at if draft else ""
        self._noting.add(
            "moment",
            self._moments.field,
            draft.what if draft else "",
            self._keep_draft,
            of=place,
        )
        if not self.is_live:
            self._noting.add(
                "tijd",
                self._moments.time,
                self._file.drafted_time(place),
                partial(self._file.draft_time, place),
                of=place,
            )
        right = QWidget()
        around = column(right)
        around.addWidget(self._moments)
        around.addStretch(1)
        stand_beside(right, least=self._look.scale.px(_RIGHT))
        parts.addWidget(right, 3)
        self._body.addWidget(beside)
        beside.show()  # Now: the focus goes to it, and a layout shows what is new only later.
        at = self._places.index(place)
        before = self._places[at - 1] if at else ""
        after = self._places[at + 1] if at + 1 < len(self._places) else ""
        self._before.setText(f"← {self._short(before)}" if before else "")
        self._before.setVisible(bool(before))
        self._after.setText(f"{self._short(after)} →" if after else "")
        self._after.setVisible(bool(after))

    def _heard(self) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=8)
        inside.addWidget(title_above("Letterlijk gehoord"))
        inside.addWidget(label("Hoogstens twee zinnen, zonder naam.", role="small"))
        place = self._place
        for number in range(1, HEARD + 1):
            field = TextField(hint="Typ hier een zin die je hoorde")
            field.setObjectName(f"heard-{number}")
            field.setAccessibleName(f"Letterlijk gehoord, zin {number}")
            self._noting.add(
                f"gehoord {number}",
                field,
                self._file.heard(place, number),
                partial(self._file.hear, place, number),
                of=place,
            )
            inside.addWidget(field)
        return card

    def _keep_draft(self, text: str) -> None:
        if not self._moment_at:
            self._moment_at = clock_text(self.clock.total)
            self._keep_time()
        self._file.draft(self._place, Moment(at=self._moment_at, what=text))
        if not text:
            self._moment_at = ""

    def _keep_time(self) -> None:
        """Keep how long the clock ran when a moment is noted, so that it never goes on before."""
        place, total = self._counts_in, self.clock.total
        if self.is_live and total > self._file.clock_at(place):
            self._file.spend(place, total)

    @Slot()
    def _show_time(self) -> None:
        planned = self._file.shown.planned[PhaseKey(self._counts_in)]
        self._time.setText(clock_text(self.clock.total))
        self._time.setAccessibleName(counted(self.clock.total // 60, "minuut", "minuten"))
        self._of.setText(f"van {planned} minuten · {self._short(self._counts_in)}")
        self._toggle.setText("Pauzeer de klok" if self.clock.runs else "Start de klok")

    def _step(self, step: int) -> None:
        there = self._places.index(self._place) + step
        if 0 <= there < len(self._places):
            self.go_to(self._places[there])

    @Slot()
    def _on_esc(self) -> None:
        """Close the moment that is open; without one, lead back."""
        if not self._noted.close():
            self.back_wished.emit()

    @Slot()
    def _on_clock(self) -> None:
        if not self.is_live:
            return
        self.clock.toggle()
        announce(self, "De klok loopt" if self.clock.runs else "De klok staat stil")

    @Slot(int)
    def _on_counted(self, seconds: int) -> None:
        place = self._counts_in
        self._noting.keep(f"klok {place}", partial(self._file.spend, place, seconds))

    def _on_label(self, place: str, key: str, label: Label | None) -> None:
        self._noting.keep(f"{place} {key}", partial(self._file.label, place, key, label))

    def _on_counted_question(self, kind: QuestionKind) -> None:
        if self._noting.hand_over() is None and self._noting.keep(
            "turf", partial(self._file.tally, self._place, kind)
        ):
            count = self._file.shown.of(self._place).tally[kind]
            announce(self, f"{kind}, {count}")
        self._tally.show_tally(self._file.shown.of(self._place).tally)

    @Slot()
    def _on_taken_back(self) -> None:
        place = self._place
        taken: list[QuestionKind | None] = []
        self._noting.keep("turf", lambda: taken.append(self._file.take_back(place)))
        for kind in filter(None, taken):
            announce(self, f"{kind} teruggenomen")
        self._tally.show_tally(self._file.shown.of(place).tally)

    def _on_moment(self, text: str, step: Step) -> None:
        if not text and step is Step.NONE:
            return
        at = self._time_of_moment()
        if not at:
            self.banner.ask("Schrijf de tijd als 05:40, en bewaar het moment dan.")
            self.banner.goes_with(self._moments.time.edited)
            self._moments.time.setFocus()
            return
        place, moment = self._place, Moment(at=at, what=text, step=step)
        if self._noting.keep("nieuw moment", partial(self._add_moment, place, moment)):
            self._moment_at = ""
            self._moments.field.clear()
            self._moments.time.clear()
            self._noting.hand_over()
            if self._moments.field.hasFocus():
                self.take_focus()
            announce(self, f"Moment op {at} bewaard")
        self._noted.show()

    def _add_moment(self, place: str, moment: Moment) -> None:
        self._keep_time()
        self._file.add_moment(place, moment)

    def _time_of_moment(self) -> str:
        if self.is_live:
            return self._moment_at or clock_text(self.clock.total)
        return clock_time(self._moments.time.toPlainText())

    @Slot(int)
    def _on_moment_away(self, number: int) -> None:
        place = self._place
        moments = self._file.moments(place)
        gone = dict(moments).get(number)
        self._noting.keep("moment weg", partial(self._file.change_moment, place, number, None))
        self._noted.show()
        self._moments.field.setFocus()
        if gone is not None:
            back = partial(self._noted.put_back, place, number, gone)
            told = f"Het moment op {time_of(moments, number)} is weg."
            self.banner.offer(told, way_out="Zet terug", deed=back)

    @Slot()
    def _on_hand_on(self) -> None:
        self._hand_on(is_made_up=False)

    def _hand_on(self, *, is_made_up: bool) -> None:
        """Give what stands there now; what may be a person is asked first."""
        if self.hand_over() is not None or not self._finish_drafts():
            return
        try:
            path = self._file.write_copy(
                self._export_folder, self._lexicon(), now=self._now(), is_made_up=is_made_up
            )
        except Asked as problem:
            said = partial(self._hand_on, is_made_up=True)
            self.banner.ask_first(problem, way_out="Ja, geef mee", deed=said)
            return
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._given = self._file.shown.seen
        self.banner.offer(
            f"Klaar om mee te geven: {path.name}, in {path.parent}. Geef het aan de "
            "gespreksleider, van wie de observatie is. Haal de observatie daarna hier weg, met "
            f"{self._files(path)}.",
            way_out=_AWAY,
            deed=partial(self._ask_away, path),
        )

    def _files(self, last: Path) -> str:
        """What was written of it and still lies there, as one names it after this last file."""
        others = [path for path in self._file.given_out.there if path != last.absolute()]
        if not others:
            return "dat bestand"
        named = ", ".join(
            path.name if path.parent == last.absolute().parent else str(path) for path in others
        )
        return f"dat bestand en wat je eerder meegaf: {named}"

    def _finish_drafts(self) -> bool:
        """Make what is half written a moment, and show it as one; whether that was kept."""
        if not self._file.is_half_written:
            return True
        if not self._noting.keep("momenten af", self._file.finish_drafts):
            return False
        self._moment_at = ""
        self._moments.field.clear()
        self._noted.show()
        return self._noting.hand_over() is None

    def _has_more(self) -> bool:
        """Whether something was noted since it was given; then it is asked to give that too."""
        if self._file.shown.seen == self._given and not self._file.is_half_written:
            return False
        self.banner.ask(_SINCE, way_out=_ONCE_MORE, deed=self._on_hand_on)
        return True

    def _ask_away(self, copy: Path) -> None:
        if self.hand_over() is not None or self._has_more():
            return
        self.banner.ask(
            f"Heeft wie leidde {copy.name}? De observatie is hier dan weg, en niet terug te halen. "
            "Wat je meegaf, ligt er dan nog: daarna kun je ook dat weghalen.",
            way_out=_YES_AWAY,
            deed=self._take_away,
        )

    def _take_away(self) -> None:
        """Stop the clock and the keeping, take it away, and lead back."""
        if self.hand_over() is not None or self._has_more():
            return
        self.clock.stop()
        self._noting.let_go()
        given = self._file.given_out
        try:
            self._file.take_away()
        except Solvable as problem:
            self._noting.resume()
            self._show_time()
            self.banner.show_problem(problem, way_out=_YES_AWAY, deed=self._take_away)
            return
        self.taken_away.emit(given)

    def _short(self, place: str) -> str:
        return part_short(self._file.shown.course, place)

    def _name(self, place: str) -> str:
        return part_name(self._file.shown.course, place)
