"""My portfolio: opened by a wachtzin of one's own; what was attended, led, kept and tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable, ToldOnce
from beraad.phases.course import Course
from beraad.phases.dates import MONTHS, full_date
from beraad.phases.parts import part_name
from beraad.records import Id, PhaseKey, new_id
from beraad.report.house.style import House
from beraad.store.practice_rest import about_leader, told_of, ways_to
from beraad.store.vault.opening import RULE
from beraad.training.coaching import Takeaway
from beraad.training.observing.portfolio import (
    LED,
    SUFFIX,
    Entry,
    From,
    Part,
    Portfolio,
    PortfolioFile,
    Setting,
    looked_back,
    usual_place,
)
from beraad.training.observing.portfolio_sheet import (
    LEARNED,
    counts,
    portfolio_sheet,
    rondes_of,
    texts_of,
)
from beraad.training.observing.taking_along import TAKEAWAY
from beraad.training.weighing import Asked, ask_about
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.observing.noting import Noting
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.theme.look import Look
from beraad.ui.vault.password_field import PasswordField
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.below import below
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folder_dialog import ask_file
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.line_at_hand import LineAtHand
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    clear,
    column,
    in_card,
    label,
    line,
    panel,
    row,
    title_above,
    way_back,
)
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.unread_entries import UnreadEntries
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1180
_LEFT, _RIGHT = 480, 320
_ERASE_ON = "wissen op"
_MONTHS = 6
"""How many months back one can choose."""
_SAYS = (
    "Dit is van jou. Het gaat open met een wachtzin die alleen jij kent, en het staat in geen "
    "register. Van een echt beraad staan hier alleen de maand en de rondes."
)
_ADDED = "Toegevoegd. Kies hierboven iets anders om er nog een toe te voegen."
_CHANGED = "Gewijzigd. Kies hierboven iets anders om er nog een toe te voegen."
_MADE_STAYS = "Een PDF die je ervan maakte, blijft liggen waar je die neerzette."
_LOST = "Ben je de wachtzin kwijt, dan kan niemand het nog openen."

_TAKEN = {"behoud": "keep", "probeer": "attempt", "wanneer": "when", "merk": "noticed_by"}
"""What one takes along of an oefening: as it is asked, and where it is kept."""


class PortfolioScreen(Screen):
    """Locked until its wachtzin was given; leaving it locks it again."""

    back_wished = Signal()

    def __init__(
        self,
        folder: Path,
        look: Look,
        export_folder: Path,
        *,
        now: Callable[[], datetime],
        house: Callable[[], House] = House,
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        """`steps` is what can be undone of when it was typed at before, in this run."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Mijn portfolio")
        self._folder = folder
        self._look = look
        self._export_folder = export_folder
        self._now = now
        self._house = house
        self._path = usual_place(folder)
        self._file: PortfolioFile | None = None
        self._month = ""
        self._setting, self._part, self._from = Setting.PRACTICE, Part.LED, From.NOBODY
        self._led_phases: frozenset[PhaseKey] = frozenset()
        self._phases: dict[PhaseKey, QPushButton] = {}
        self._changing: Entry | None = None
        self._new = new_id()
        self.banner = Banner()
        self._saved = label(role="small")
        self._noting = Noting(self, self.banner, now=now, told=self._saved.setText, steps=steps)
        self._noting.leave_wished.connect(self.back_wished)
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        middle = QWidget()
        inside = column(middle, spacing=12)
        inside.addWidget(label("Mijn portfolio", role="title"))
        inside.addWidget(label(_SAYS, role="muted"))
        self._unread = UnreadEntries(middle)
        inside.addWidget(self._unread)
        self._body = column(spacing=12)
        inside.addLayout(self._body)
        inside.addStretch(1)
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(middle, widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        leave_by_esc(self, self.back_wished)
        self._show()

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        if self._file is None:
            self._words.setFocus()
        elif self._add.isEnabled():
            self._add.setFocus()
        else:
            self._first_month.setFocus()

    def add(self, entry: Entry) -> bool:
        """Put a beraad among the others; whether it was kept."""
        return self._change("toevoegen", lambda shown: shown.with_entry(entry))

    @property
    def is_open(self) -> bool:
        """Whether its wachtzin was given."""
        return self._file is not None

    def shut(self) -> Solvable | None:
        """Keep what was typed and ask for the wachtzin again; what went wrong, and it stays."""
        told = self.hand_over()
        if not isinstance(told, ToldOnce | None):
            return told
        self._job.settle()
        self._file, self._changing, self._waiting = None, None, []
        self.banner.clear()
        self._show()
        self.take_focus()
        return None

    def hand_over(self) -> Solvable | None:
        """Keep what was typed; what went wrong and was told, if anything."""
        return self._noting.hand_over()

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        inside.addWidget(way_back("← Oefenen", self.back_wished))
        inside.addStretch(1)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        self._export = button("Maak een PDF", kind="primary", name="export-portfolio")
        self._export.clicked.connect(self._on_export)
        inside.addWidget(self._export)
        return bar

    def _show(self) -> None:
        clear(self._body)
        for name in ("reflectie", *_TAKEN):
            self._noting.forget(name)
        self._unread.forget()
        self._export.setVisible(self._file is not None)
        if self._file is None:
            self._put(self._lock())
        else:
            self._show_open(self._file.shown)

    def _lock(self) -> QFrame:
        there = self._path.exists()
        card = panel("card")
        inside = in_card(card, spacing=6)
        inside.addWidget(title_above("Je wachtzin" if there else "Begin een portfolio"))
        asked = "Geef je wachtzin." if there else f"Kies een wachtzin. {RULE} {_LOST}"
        inside.addWidget(label(asked))
        self._words = PasswordField("portfolio-words", shown=not there)
        self._words.line.setAccessibleName("Wachtzin")
        self._words.entered.connect(self._on_words)
        inside.addWidget(self._words)
        ways = FlowLayout(spacing=8)
        self._enter = button("Open" if there else "Begin", kind="primary", name="open-portfolio")
        self._enter.clicked.connect(self._on_words)
        other = button("Een ander bestand …", kind="link", name="other-portfolio")
        other.clicked.connect(self._on_other)
        ways.addWidget(self._enter)
        ways.addWidget(other)
        inside.addLayout(ways)
        inside.addWidget(label(f"Bestand: {self._path.name}", role="small"))
        return card

    def _show_open(self, shown: Portfolio) -> None:
        beside = Folding()
        parts = row(beside, spacing=20)
        left = QWidget()
        inside = column(left, spacing=12)
        inside.addWidget(self._entries(shown))
        inside.addWidget(self._adding())
        inside.addStretch(1)
        stand_beside(left, least=self._look.scale.px(_LEFT))
        parts.addWidget(left, 5)
        right = QWidget()
        around = column(right, spacing=12)
        around.addWidget(_counted(shown))
        around.addWidget(self._reflecting(shown))
        around.addWidget(self._erasing(shown))
        around.addStretch(1)
        stand_beside(right, least=self._look.scale.px(_RIGHT))
        parts.addWidget(right, 3)
        self._put(beside)

    def _entries(self, shown: Portfolio) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=6)
        inside.addWidget(title_above("Beraden"))
        if not shown.entries:
            inside.addWidget(label("Nog geen. Voeg er hieronder een toe.", role="muted"))
        for number, each in enumerate(reversed(shown.entries)):
            if number:
                inside.addWidget(line())
            inside.addWidget(self._entry(each))
        known = {each.id for each in shown.entries}
        self._waiting = [each for each in looked_back(self._folder) if each.id not in known]
        if self._waiting:
            count = len(self._waiting)
            said = "één oefening" if count == 1 else f"{count} oefeningen"
            take = button(f"Neem {said} over, met behoud en probeer", name="take-over")
            take.clicked.connect(self._on_take_over)
            inside.addWidget(take)
        return card

    def _entry(self, each: Entry) -> QWidget:
        box = QWidget()
        inside = column(box, spacing=2)
        top = row(spacing=8)
        said = f"{each.month_name} · {each.setting}, {each.part}"
        top.addWidget(label(said, role="strong"), 1)
        change = button("Wijzig", kind="link", name="entry-change")
        change.setAccessibleName(f"Wijzig: {said}")
        change.clicked.connect(partial(self._on_change, each))
        top.addWidget(change)
        away = button("×", kind="quiet", name="entry-away")
        away.setAccessibleName(f"{said}: weghalen")
        away.clicked.connect(partial(self._on_away, each.id))
        top.addWidget(away)
        inside.addLayout(top)
        inside.addWidget(label(rondes_of(each), role="small"))
        if each.takeaway is not None:
            inside.addWidget(label(f"Behoud: {each.takeaway.keep}"))
            inside.addWidget(label(f"Probeer: {each.takeaway.attempt}"))
        if each.feedback is not From.NOBODY:
            who = "" if each.feedback is From.SOMEBODY else f": {each.feedback}"
            inside.addWidget(label(f"Er keek iemand mee{who}", role="small"))
        return box

    def _adding(self) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=6)
        changing = self._changing
        inside.addWidget(title_above("Wijzig een beraad" if changing else "Voeg een beraad toe"))
        months = _months(self._now().astimezone().date())
        if changing is not None and changing.month not in dict(months):
            months.append((changing.month, changing.month_name))
        self._month = changing.month if changing else months[0][0]
        inside.addWidget(label("Wanneer", role="label"))
        when = _one_of("Wanneer", months, self._month, self._on_month)
        self._first_month = next(below(when, QPushButton))
        inside.addWidget(when)
        for name, kind, value, deed in (
            ("Wat was het?", Setting, self._setting, self._on_setting),
            ("Wat deed je?", Part, self._part, self._on_part),
            ("Wie keek er mee?", From, self._from, self._on_from),
        ):
            inside.addWidget(label(name, role="label"))
            shown = (each for each in kind if each is not From.SOMEBODY or each is value)
            field = SegmentField(tuple((each, each.value) for each in shown), name=name)
            field.show_value(value)
            field.edited.connect(deed)
            inside.addWidget(field)
        self._led = QWidget()
        led = column(self._led, spacing=4)
        led.addWidget(label("Welke rondes leidde je?", role="label"))
        flow = FlowLayout(spacing=4)
        course = Course()
        for phase in course.keys:
            made = button(f"{course.number(phase)}", kind="segment", name=f"led-{phase}")
            made.setAccessibleName(part_name(course, phase))
            made.setCheckable(True)
            made.setChecked(phase in self._led_phases)
            made.clicked.connect(self._offer_add)
            self._phases[phase] = made
            flow.addWidget(made)
        led.addLayout(flow)
        if self._part not in LED:
            self._led.hide()
        inside.addWidget(self._led)
        if changing is not None and changing.takeaway is not None:
            inside.addWidget(self._taken(changing.id, changing.takeaway))
        ways = row()
        self._add = button("Bewaar wijziging" if changing else "Voeg toe", name="add-entry")
        self._add.clicked.connect(self._on_add)
        ways.addWidget(self._add)
        if changing is not None:
            stay = button("Laat zoals het was", kind="link", name="entry-stays")
            stay.clicked.connect(self._on_stays)
            ways.addWidget(stay)
        self._added = label(_ADDED, role="small")
        self._added.setObjectName("added")
        self._added.hide()
        ways.addWidget(self._added, 1)
        inside.addLayout(ways)
        return card

    def _taken(self, entry_id: Id, takeaway: Takeaway) -> QWidget:
        """What one keeps and tries, to write it otherwise; it is kept while it is typed."""
        box = QWidget()
        inside = column(box, spacing=4)
        for name, part in _TAKEN.items():
            inside.addWidget(label(TAKEAWAY[name], role="label"))
            field = TextField(least_lines=2)
            field.setObjectName(f"entry-{name}")
            field.setAccessibleName(TAKEAWAY[name])
            text = getattr(takeaway, part)
            self._noting.add(name, field, text, partial(self._take, entry_id, part), of=entry_id)
            field.edited.connect(self._offer_add)
            inside.addWidget(field)
        return box

    def _take(self, entry_id: Id, part: str, text: str) -> None:
        entry = self._kept(entry_id)
        if self._file is not None and entry is not None and entry.takeaway is not None:
            takeaway = replace(entry.takeaway, **{part: text})
            self._file.keep(self._file.shown.with_entry(replace(entry, takeaway=takeaway)))

    def _kept(self, entry_id: Id) -> Entry | None:
        entries = () if self._file is None else self._file.shown.entries
        return next((each for each in entries if each.id == entry_id), None)

    def _reflecting(self, shown: Portfolio) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=6)
        inside.addWidget(title_above(LEARNED))
        field = TextField(hint="Ongeveer driehonderd woorden, zonder namen", least_lines=5)
        field.setObjectName("reflection")
        field.setAccessibleName(LEARNED)
        self._noting.add("reflectie", field, shown.reflection, self._reflect, of=str(self._path))
        inside.addWidget(field)
        return card

    def _erasing(self, shown: Portfolio) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=6)
        inside.addWidget(title_above("Wissen"))
        over = shown.erase_on < self._now().astimezone().date()
        told = "Die dag is voorbij. Wis het, of kies een andere dag." if over else ""
        inside.addWidget(label(f"Gepland op {full_date(shown.erase_on)}. {told}".strip()))
        day = DateField(name="Wissen op", today=lambda: self._now().astimezone().date())
        day.show_entry(shown.erase_on, shown.erase_typed or None)
        day.typing.connect(self._on_day_typed)
        day.entered.connect(self._on_day)
        self._unread.follow("Wissen op", day)
        inside.addWidget(day)
        ways = row()
        wipe = button("Wis mijn portfolio …", kind="link", name="erase-portfolio")
        wipe.clicked.connect(self._on_erase)
        ways.addWidget(wipe)
        ways.addStretch(1)
        inside.addLayout(ways)
        return card

    def _put(self, widget: QWidget) -> None:
        self._body.addWidget(widget)
        widget.show()

    def _change(self, name: str, change: Callable[[Portfolio], Portfolio]) -> bool:
        """Keep this and show it; what could not be kept leaves the screen as it was filled in."""
        file = self._file
        if file is None or not isinstance(self.hand_over(), ToldOnce | None):
            return False
        if not self._noting.keep(name, lambda: file.keep(change(file.shown))):
            return False
        self._show()
        self.take_focus()
        return True

    def _reflect(self, text: str) -> None:
        if self._file is not None:
            self._file.keep(replace(self._file.shown, reflection=text))

    @Slot()
    def _on_words(self) -> None:
        words, path = self._words.line.text(), self._path
        today = self._now().astimezone().date()
        if self._job.start(partial(_opened, path, words, today)):
            self._enter.setEnabled(False)

    @Slot(object)
    def _on_done(self, came: PortfolioFile | Path | None) -> None:
        if isinstance(came, PortfolioFile):
            self._file = came
            self.banner.hide()
            self._show()
            self.take_focus()
            announce(self, "Je portfolio is open")
        elif isinstance(came, Path):
            self._export.setEnabled(True)
            told = (
                f"{made_told((came,), verb='Bewaard')}. Het is van jou: jij beslist wie het ziet."
            )
            self.banner.offer(told, way_out="Open map", deed=self._open_folder)

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._export.setEnabled(True)
        if self._file is None:
            self._enter.setEnabled(True)
            self._words.line.selectAll()
            self._words.setFocus()
        if isinstance(problem, Asked):
            said = partial(self._make_pdf, is_made_up=True)
            self.banner.ask_first(problem, way_out="Ja, maak de pdf", deed=said)
            return
        self.banner.show_problem(problem)

    @Slot()
    def _on_other(self) -> None:
        kinds = f"Portfolio’s (*{SUFFIX})"
        chosen = ask_file(self, "Welk portfolio?", str(self._export_folder), kinds)
        if chosen:
            self._path = Path(chosen)
            self._show()
            self.take_focus()

    @Slot()
    def _on_export(self) -> None:
        self._make_pdf(is_made_up=False)

    def _make_pdf(self, *, is_made_up: bool) -> None:
        """Make a PDF of what stands there now; what may be a person is asked first."""
        file = self._file
        if file is not None and self.hand_over() is None:
            today = self._now().astimezone().date()
            wish = partial(
                _exported,
                file.shown,
                self._export_folder,
                self._house(),
                today,
                is_made_up=is_made_up,
            )
            if self._job.start(wish):
                self._export.setEnabled(False)

    @Slot()
    def _on_add(self) -> None:
        led = self._part in LED
        phases = tuple(key for key, made in self._phases.items() if led and made.isChecked())
        if led and not phases:
            self.banner.ask("Kies nog welke rondes je leidde.")
            self.banner.goes_with(*(made.clicked for made in self._phases.values()))
            next(iter(self._phases.values())).setFocus()
            return
        if not isinstance(self.hand_over(), ToldOnce | None):
            return
        changed = self._changing
        kept = None if changed is None else self._kept(changed.id)
        is_real = self._setting is Setting.REAL
        entry = Entry(
            id=self._new if changed is None else changed.id,
            month=self._month,
            setting=self._setting,
            part=self._part,
            phases=phases,
            feedback=self._from,
            takeaway=None if kept is None or is_real else kept.takeaway,
        )
        before = self._led_phases
        self._changing, self._led_phases = None, frozenset()
        self.banner.hide()
        if not self.add(entry):
            self._changing, self._led_phases = changed, before
            return
        self._new = new_id()
        # Twice the same key or click is one beraad.
        self._add.setEnabled(False)
        self._added.setText(_ADDED if changed is None else _CHANGED)
        self._added.show()
        self.take_focus()
        announce(self, "Toegevoegd" if changed is None else "Gewijzigd")

    @Slot()
    def _offer_add(self) -> None:
        self._new = new_id()
        self._add.setEnabled(True)
        self._added.hide()

    def _on_change(self, entry: Entry) -> None:
        """Lay an entry in the form, to say it otherwise."""
        if self.hand_over() is not None:
            return
        self._changing = entry
        self._setting, self._part, self._from = entry.setting, entry.part, entry.feedback
        self._led_phases = frozenset(entry.phases)
        self._show()
        self._first_month.setFocus()

    @Slot()
    def _on_stays(self) -> None:
        changed, before = self._changing, self._led_phases
        if changed is None:
            return
        self._changing, self._led_phases = None, frozenset()
        if not self._change("zoals het was", lambda shown: shown.with_entry(changed)):
            self._changing, self._led_phases = changed, before

    @Slot()
    def _on_take_over(self) -> None:
        def taken(shown: Portfolio) -> Portfolio:
            for each in self._waiting:
                shown = shown.with_entry(each)
            return shown

        self._change("overnemen", taken)

    def _on_away(self, entry_id: Id) -> None:
        if self._file is None:
            return
        gone = next(each for each in self._file.shown.entries if each.id == entry_id)
        if self._changing is not None and self._changing.id == entry_id:
            self._changing, self._led_phases = None, frozenset()
        before, at_hand = self._file.path, LineAtHand(self)
        away = self._change("weg", lambda shown: shown.without(entry_id))
        if away:
            at_hand.go_on(self)
        if away and self._file.path == before:
            back = partial(self._change, "terug", lambda shown: shown.with_entry(gone))
            self.banner.offer("Weggehaald.", way_out="Zet terug", deed=back)

    @Slot(str)
    def _on_day_typed(self, typed: str) -> None:
        file = self._file
        if file is not None:
            self._noting.soon(_ERASE_ON, lambda: file.keep(replace(file.shown, erase_typed=typed)))

    @Slot(object, str)
    def _on_day(self, day: date | None, typed: str) -> None:
        file = self._file
        if file is None:
            return
        if typed or day is None:
            self._noting.keep(_ERASE_ON, lambda: file.keep(replace(file.shown, erase_typed=typed)))
        elif day != file.shown.erase_on or file.shown.erase_typed:
            self._change(_ERASE_ON, lambda shown: replace(shown, erase_on=day, erase_typed=""))
        else:  # What was half typed may wait to be kept.
            self._on_day_typed("")

    @Slot()
    def _on_erase(self) -> None:
        told = "Weet je het zeker? Dit bestand is dan weg, en niemand kan het terughalen."
        self.banner.ask(f"{told} {_MADE_STAYS}", way_out="Ja, wis het", deed=self._erase)

    def _erase(self) -> None:
        if self._file is None:
            return
        try:
            self._file.erase()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._file = None
        self._path = usual_place(self._folder)
        self._show()
        rest = _told_of_rest(about_leader(self._folder))
        self.banner.show_message(f"Je portfolio is gewist. {_MADE_STAYS} {rest}".strip())

    def _open_folder(self) -> None:
        show_in_system(self._export_folder, self.banner)

    def _on_month(self, month: str) -> None:
        if month != self._month:
            self._month = month
            self._offer_add()

    @Slot(object)
    def _on_setting(self, setting: Setting) -> None:
        self._setting = setting
        self._offer_add()

    @Slot(object)
    def _on_part(self, part: Part) -> None:
        self._part = part
        self._led.setVisible(part in LED)
        self._offer_add()

    @Slot(object)
    def _on_from(self, feedback: From) -> None:
        self._from = feedback
        self._offer_add()


def _opened(path: Path, words: str, today: date, asker: Asker) -> PortfolioFile:
    """Runs beside the window and touches nothing of it."""
    del asker
    if path.exists():
        return PortfolioFile.open(path, words)
    return PortfolioFile.create(path, words, today=today)


def _exported(
    shown: Portfolio, folder: Path, house: House, today: date, asker: Asker, *, is_made_up: bool
) -> Path:
    """Runs beside the window and touches nothing of it."""
    del asker
    ask_about(texts_of(shown), today=today, is_made_up=is_made_up)
    from beraad.report.files import require_folder, write
    from beraad.report.pdf.forms import render

    data = render(portfolio_sheet(shown, house))
    require_folder(folder)
    return write(folder / "portfolio.pdf", data, replace=False)


def _counted(shown: Portfolio) -> QFrame:
    card = panel("card")
    inside = in_card(card, spacing=6)
    for name, told in counts(shown):
        inside.addWidget(label(name, role="label"))
        inside.addWidget(label(told, role="strong"))
    return card


def _one_of(
    name: str, choices: Sequence[tuple[str, str]], chosen: str, deed: Callable[[str], None]
) -> QWidget:
    box = QWidget()
    box.setAccessibleName(name)
    flow = FlowLayout(spacing=4)
    box.setLayout(flow)
    for value, text in choices:
        made = button(text, kind="segment", name=f"month-{value}")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setChecked(value == chosen)
        made.clicked.connect(partial(deed, value))
        flow.addWidget(made)
    return box


def _told_of_rest(rest: Sequence[Path]) -> str:
    """What stays beside the oefeningen, in words; empty when nothing does."""
    if not rest:
        return ""
    told = f"Bij de oefeningen ligt nog: {told_of(rest)}. Wat bij een oefening hoort, gaat weg als "
    return f"{told}je die wist. {ways_to(rest)}".strip()


def _months(today: date) -> list[tuple[str, str]]:
    """This month and those before it, as they are kept and as they are said."""
    found: list[tuple[str, str]] = []
    year, month = today.year, today.month
    for _ in range(_MONTHS):
        found.append((f"{year}-{month:02}", f"{MONTHS[month - 1]} {year}"))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return found
