"""Signalen: who is to do something, in three lanes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.phases.folding import plain
from beraad.phases.issue_table import WRITE_DOWN
from beraad.phases.numbers import counted
from beraad.phases.phrasing import capital, listed
from beraad.phases.wording import SIGNAL_LEVEL_LABELS
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import Id, SignalLevel, SignalLine, StepKind
from beraad.signals.form_marks import answered_by
from beraad.signals.life import Lane
from beraad.signals.telling import without_words
from beraad.store.register_lines import make_lines, practice_since
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.municipality.asking import begun
from beraad.ui.municipality.meetings import Meetings
from beraad.ui.settings import Settings
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.signals.begun_panel import BegunPanel
from beraad.ui.signals.came_back import FORMS, OF_NONE, WHICH
from beraad.ui.signals.lane_lines import InLanes, LaneLines, lane_of_all
from beraad.ui.signals.lane_view import FIRST_CARDS, LaneView
from beraad.ui.signals.register_head import RegisterHead
from beraad.ui.signals.what_came import tell_met, tell_received
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import ChoiceField, SegmentField
from beraad.ui.widgets.dropped import heed_offer, taken_file
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.folding import Folding, side_by_side
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.parts import button, column, label, panel, row
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.shortcuts import heed_all, look_for

if TYPE_CHECKING:
    from beraad.publishing.answered import Answer
    from beraad.publishing.exchanging import Received
    from beraad.publishing.meeting import Met
    from beraad.ui.signals.answer_file import AnswerFile

_EMPTY = (
    "Nog geen signalen. Zien jullie iets vaker dan in deze ene casus? Schrijf dan in ronde 8 een "
    "signaal en zet het in het register. Hier zie je wie aan zet is, en wanneer jullie het "
    "antwoord vertellen. Heeft een andere laptop al signalen? Kies Meer, Uitwisselen met andere "
    "laptops. Wil je eerst kijken hoe het werkt? Bij Oefenen staat een oefenregister."
)
_NOTHING = "Geen signaal past bij wat je zoekt."
_FILE = "signalen.json"
_AGAIN = "Probeer opnieuw"
_WIDEST = 1400
_WAYS = 480
"""Pixels at a text size of 100 % that the ways to look take on one line."""

_CALM = 100
"""Milliseconds without a key before other cards are shown."""
_SIDE_BY_SIDE = 900
"""Pixels at a text size of 100 % from which lanes stand side by side."""


class Which(StrEnum):
    """Which signals are shown."""

    ALL = "all"
    LATE = "late"


class RegisterScreen(Screen):
    """Every signal in its lane; `opened` carries the one to read, and the step that was chosen.

    `questions_wished` carries the file with a question or a reply that was dropped here, or None;
    `answer_wished` an answer that came back and was dropped here, and the signal it is about.
    `searched` carries what is sought, for who wants to `seek` it again after coming back.
    `all_wished` says that no longer only the signals of one knelpunt are wanted.
    `begun_wished` carries the file of a beraad and the signal that was begun or changed in it.
    """

    start_wished = Signal()
    opened = Signal(object, object)
    routes_wished = Signal()
    new_wished = Signal()
    overview_wished = Signal()
    patterns_wished = Signal()
    questions_wished = Signal(object)
    answer_wished = Signal(object, object)
    searched = Signal(str)
    begun_wished = Signal(object, object)
    all_wished = Signal()

    def __init__(
        self,
        path: Path,
        look: Look,
        settings: Settings,
        *,
        today: Callable[[], date],
        lexicon: Callable[[], Lexicon | None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        meetings: Meetings | None = None,
        beside: Id | None = None,
        home: str = "Beraden",
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Signalen")
        self._path = path
        self._look = look
        look.changed.connect(self._fit)
        self._settings = settings
        self._today = today
        self._lexicon = lexicon
        self._now = now
        self._meetings = meetings
        self._beside = beside
        self._only: frozenset[Id] = frozenset()
        self._unread = False
        self._signals = InLanes(path, self)
        self._signals.other.connect(self._on_other, Qt.ConnectionType.QueuedConnection)
        self._signals.failed.connect(self._on_unread, Qt.ConnectionType.QueuedConnection)
        self._which = Which.ALL
        self._level: SignalLevel | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._on_calm)
        self._job = OneAtATime(self)
        self._answer: AnswerFile | None = None
        self._unplaced: Answer | None = None
        self._listen()
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_way_out)
        self.setAcceptDrops(True)
        self._lanes = [LaneView(lane) for lane in Lane]
        middle = self._page(home)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(middle, widest=look.scale.px(_WIDEST)), 1)
        heed_all(self, ("Ctrl+F", self._on_find), ("Esc", self._on_escape))
        self._show_busy("")
        self._read()

    def take_focus(self) -> None:
        """Put the focus on the signal somebody comes back from, or else where one begins."""
        if self._beside is not None and self._to_signal(self._beside):
            return
        if self._unread and self.banner.take_focus():
            return
        if self._only and any(lane.take_focus() for lane in self._lanes):
            return
        (self._search if self._signals else self._head.new).setFocus()
        if not self._signals and not self._unread:
            announce(self, self._empty.text())

    def _to_signal(self, signal_id: Id) -> bool:
        """Put the focus on a signal; one that stands in a front is found without all the others."""
        near = [lane for lane in self._lanes if self._signals.in_front(lane.lane, signal_id)]
        return any(lane.take_focus(signal_id) for lane in near or self._lanes)

    def seek(self, text: str) -> None:
        """Show what is found with these words."""
        if text:
            self._search.setText(text)
            self.calm_down()

    def show_about(self, signals: Collection[Id]) -> None:
        """Show only these signals, of one knelpunt; all of them where there are none."""
        if signals:
            self._only = frozenset(signals)
            self._tell_about()
            self._show()

    def calm_down(self) -> None:
        """Show what was searched for now, without waiting for another key."""
        if self._calm.isActive():
            self._calm.stop()
            self._on_calm()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        heed_offer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if file := taken_file(event):
            self._take(file)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        side_by_side(self._side, fits=self.width() >= self._look.scale.px(_SIDE_BY_SIDE))

    def _take(self, file: Path) -> None:
        """Read a form that came back, or else go to the questions with what was dropped."""
        if file.suffix.lower() not in FORMS:
            self.questions_wished.emit(file)
            return
        if self._answer is None:
            from beraad.ui.signals.answer_file import AnswerFile

            self._answer = AnswerFile(self, today=self._today, lexicon=self._lexicon)
            self._answer.read.connect(self._on_answer)
            self._answer.failed.connect(self.banner.show_problem)
        self._answer.take(file)

    @Slot(object)
    def _on_answer(self, found: Answer) -> None:
        """Open the signal that a form answers; of one without a mark a person chooses it."""
        line = answered_by(found.about, self._signals.all()) if found.about else None
        self._unplaced = None
        if line is not None:
            self.answer_wished.emit(line.id, found)
        elif found.about:
            self.banner.show_problem(OF_NONE)
        else:
            self._unplaced = found
            self.banner.ask(WHICH, way_out="Toch niet", deed=self._leave_unplaced)

    def _leave_unplaced(self) -> None:
        self._unplaced = None

    @Slot(object, object)
    def _on_opened(self, signal_id: Id, step: StepKind | None) -> None:
        """Open a signal, with the answer for which somebody chooses one."""
        found = self._unplaced if self.banner.asks(WHICH) else None
        self._unplaced = None
        if found is None:
            self.opened.emit(signal_id, step)
        else:
            self.answer_wished.emit(signal_id, found)

    def _listen(self) -> None:
        """Hear of what is under way, also of a meeting that began before anybody looked here."""
        self._job.done.connect(self._on_exchanged)
        self._job.failed.connect(self._on_not_exchanged)
        self._job.stopped.connect(self._on_stopped)
        self._job.told.connect(self._on_told)
        if self._meetings is not None:
            self._meetings.met.connect(self._on_met)
            self._meetings.failed.connect(self._on_not_exchanged)
            self._meetings.stopped.connect(self._on_not_met)
            self._meetings.told.connect(self._on_met_so_far)

    def _page(self, home: str) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=14)
        self._head = self._top(home)
        inside.addWidget(self._head)
        self._tools = self._sought()
        inside.addWidget(self._tools)
        self._about = self._about_one()
        inside.addWidget(self._about)
        self._begun = BegunPanel()
        self._begun.wished.connect(self.begun_wished)
        self._begun.step_wished.connect(self._on_opened)
        self._begun.new_wished.connect(self.new_wished)
        self._begun.found.connect(self._on_begun)
        self._many_begun = 0
        inside.addWidget(self._begun)
        self._empty = label(_EMPTY, role="muted")
        inside.addWidget(self._empty)
        self._wordless = label(role="small")
        self._wordless.setObjectName("without-words")
        self._wordless.hide()
        inside.addWidget(self._wordless)
        self._side: QHBoxLayout = row(spacing=18)
        for lane in self._lanes:
            lane.opened.connect(self._on_opened)
            lane.filled.connect(self._on_filled)
            self._side.addWidget(lane, 1, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(self._side)
        inside.addStretch(1)
        return middle

    def _about_one(self) -> QWidget:
        """Which signals these are, when they are of one knelpunt; and what can be written there."""
        box = panel("hint")
        box.setObjectName("about-one")
        inside = column(box, spacing=4)
        inside.setContentsMargins(14, 10, 14, 10)
        self._of_which = label(role="strong")
        inside.addWidget(self._of_which)
        inside.addWidget(label(WRITE_DOWN, role="small"))
        self._all = button("Toon alle signalen", name="all-signals")
        self._all.clicked.connect(self._on_all)
        inside.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        box.hide()
        return box

    def _tell_about(self) -> None:
        """Of signals that are gone by now, nothing is kept from sight."""
        lines = self._signals.all() if self._only else ()
        titles = dict.fromkeys(line.title for line in lines if line.id in self._only)
        named = listed(tuple(f"“{title}”" for title in titles))
        self._of_which.setText(f"Signalen over {named}.")
        self._about.setVisible(bool(titles))
        if not titles:
            self._only = frozenset[Id]()

    @Slot()
    def _on_all(self) -> None:
        self._only = frozenset[Id]()
        self._about.hide()
        self.all_wished.emit()
        self._show()
        self._search.setFocus()

    def _top(self, home: str) -> RegisterHead:
        head = RegisterHead(home, beside=self._look.scale.px(_WAYS))
        for wished, answer in (
            (head.home_wished, self.start_wished),
            (head.begun_wished, self._on_begun_wished),
            (head.overview_wished, self.overview_wished),
            (head.patterns_wished, self.patterns_wished),
            (head.routes_wished, self.routes_wished),
            (head.questions_wished, self._on_questions),
            (head.new_wished, self.new_wished),
            (head.agenda_wished, self._on_agenda),
            (head.exchange_wished, self._on_exchange),
            (head.meet_wished, self._on_meet),
            (head.export_wished, self._on_export),
            (head.stop_wished, self._on_stop),
        ):
            wished.connect(answer)
        self._dates = OneAtATime(self)
        self._dates.done.connect(self._on_agenda_made)
        self._dates.failed.connect(self.banner.show_problem)
        return head

    def _sought(self) -> QWidget:
        tools = Folding()
        inside = row(tools, spacing=12)
        self._search = LineEdit()
        self._search.setObjectName("find-signals")
        self._search.setPlaceholderText("zoek op knelpunt, vraag of rol … (Ctrl+F)")
        self._search.setAccessibleName("Zoek in de signalen")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self.searched)
        self._search.textChanged.connect(self._on_typed)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        for wished in (down.activated, self._search.returnPressed):
            wished.connect(self._on_to_found)
        which = SegmentField(((Which.ALL, "Alles"), (Which.LATE, "Te laat")), name="Welke signalen")
        which.show_value(Which.ALL)
        which.edited.connect(self._on_which)
        self._levels = ChoiceField(tuple(SIGNAL_LEVEL_LABELS.items()), nothing="Alle niveaus")
        self._levels.setObjectName("level")
        self._levels.setAccessibleName("Waar zit het?")
        self._levels.edited.connect(self._on_level)
        inside.addWidget(self._search, 2)
        inside.addWidget(which, 1)
        inside.addWidget(self._levels)
        return tools

    def _read(self) -> None:
        """Read the register; of one that cannot be read nobody knows whether it is empty."""
        try:
            self._signals.read(self.banner.stand)
        except Solvable as problem:
            self._unread = True
            self.banner.show_problem(problem, way_out=_AGAIN)
        else:
            if self._unread:
                self._unread = False
                self.banner.hide()
        self._tell_about()
        is_real = not self._unread and practice_since(self._path) is None
        if not self._unread:
            folder = self._path.parent if is_real else None
            self._begun.look(folder, self._path, self._today(), self._lexicon())
        self._head.show_ways(
            agenda=is_real,
            export=bool(self._signals),
            meet=self._meetings is not None and self._meetings.is_set,
        )
        self._show()

    @Slot()
    def _on_filled(self) -> None:
        """Read the rest once nobody waits for a card."""
        if all(lane.is_filled() for lane in self._lanes):
            self._signals.read_on()

    @Slot()
    def _on_other(self) -> None:
        """Somebody wrote in the register between its fronts and the rest."""
        self._tell_about()
        self._show()

    @Slot(object)
    def _on_unread(self, problem: Solvable) -> None:
        self._unread = True
        self.banner.show_problem(problem, way_out=_AGAIN)
        self._show()

    @Slot(int)
    def _on_begun(self, count: int) -> None:
        """Show what was begun at once only where no signal would move for it."""
        if count and count != self._many_begun:
            announce(self, f"Begonnen, nog niet af: {count}")
        self._many_begun = count
        opened = bool(count) and (not self._begun.isHidden() or not self._signals)
        self._open_begun(opened=opened)

    @Slot()
    def _on_begun_wished(self) -> None:
        opened = self._begun.isHidden()
        self._open_begun(opened=opened)
        if opened:
            self._begun.take_focus()

    def _open_begun(self, *, opened: bool) -> None:
        self._begun.setVisible(opened)
        self._head.show_begun(self._many_begun if self._signals else 0, opened=opened)

    def _show(self, *, at_once: int = FIRST_CARDS) -> int:
        """Show what is asked for, and return how many that are."""
        today = self._today()
        count = 0
        lacking = self._signals.wordless
        self._wordless.setText(without_words(lacking) if lacking else "")
        self._wordless.setVisible(bool(lacking))
        self._tools.setVisible(bool(self._signals))
        sought = bool(self._search.text().strip() or self._level or self._only)
        sought = sought or self._which is Which.LATE
        for lane in self._lanes:
            found = self._found(lane.lane, today)
            count += len(found)
            lane.show_lines(found, today=today, at_once=at_once, sought=sought)
            lane.setVisible(bool(self._signals))
        self._empty.setText(self._nothing() if self._signals else _EMPTY)
        self._empty.setVisible(not count and not self._unread)
        return count

    def _nothing(self) -> str:
        """That nothing is shown, and what keeps the signals away: only what is set."""
        ways = (
            "maak het zoekvak leeg" if self._search.text().strip() else "",
            "kies Alles" if self._which is not Which.ALL else "",
            "kies Alle niveaus" if self._level is not None else "",
            "kies Toon alle signalen" if self._only else "",
        )
        return f"{_NOTHING} {capital(' of '.join(filter(None, ways)))}."

    def _found(self, lane: Lane, today: date) -> LaneLines:
        """The signals of a lane that are asked for, in its order."""
        words = tuple(plain(self._search.text()).split())
        found = self._signals.found(lane, words)
        if not (self._only or self._which is Which.LATE or self._level is not None):
            return found
        lines: Iterable[SignalLine] = found.all()
        if self._only:
            lines = (line for line in lines if line.id in self._only)
        if self._which is Which.LATE:
            lines = (line for line in lines if line.is_late(today))
        if self._level is not None:
            lines = (line for line in lines if line.level is self._level)
        return lane_of_all(list(lines))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        del text
        self._calm.start()

    @Slot()
    def _on_calm(self) -> None:
        found = self._show(at_once=1)
        announce(self, "1 signaal gevonden" if found == 1 else f"{found} signalen gevonden")

    @Slot()
    def _on_to_found(self) -> None:
        """Go to the first signal that was found."""
        self.calm_down()
        any(lane.take_focus() for lane in self._lanes)

    @Slot(object)
    def _on_which(self, which: Which) -> None:
        self._which = which
        self._show()

    @Slot(object)
    def _on_level(self, level: SignalLevel | None) -> None:
        self._level = level
        self._show()

    @Slot()
    def _on_find(self) -> None:
        look_for(self._search)

    @Slot()
    def _on_escape(self) -> None:
        if self._search.text():
            self._search.clear()
        elif self._only:
            self._on_all()
        else:
            self.start_wished.emit()

    @Slot()
    def _on_questions(self) -> None:
        self.questions_wished.emit(None)

    @Slot()
    def _on_exchange(self) -> None:
        """Hand on the register by a folder: take in what others wrote, and write our own file."""
        title = "Welke map delen jullie?"
        chosen = ask_folder(self, title, str(self._settings.shared_folder))
        if not chosen:
            return
        folder = self._settings.shared_folder = Path(chosen)
        path, lexicon = self._path, self._lexicon()

        def work(asker: Asker) -> Received:
            from beraad.publishing.exchanging import exchange

            try:
                return exchange(
                    path,
                    folder,
                    lexicon=lexicon,
                    tell=lambda done, files: asker.tell(100 * done // max(1, files)),
                    unwanted=asker.unwanted,
                )
            finally:
                with suppress(Solvable):  # Whoever looks is told.
                    make_lines(path)

        if self._job.start(work):
            self._show_busy("Uitwisselen …")

    @Slot()
    def _on_meet(self) -> None:
        """Meet the register of the municipality; a password that is lacking is asked first."""
        meetings = self._meetings
        if meetings is None:
            return
        try:
            if begun(self, meetings):
                self._show_busy("Samenvoegen …")
        except Solvable as problem:
            self.banner.show_problem(problem)

    @Slot()
    def _on_stop(self) -> None:
        self._job.stop()
        if self._meetings is not None:
            self._meetings.stop()

    def _show_busy(self, text: str) -> None:
        """Say what is under way, or that nothing is."""
        busy = self._job.runs or (self._meetings is not None and self._meetings.runs)
        self._head.show_busy(busy=busy)
        if busy and text:
            self.banner.show_busy(text)

    @Slot(str)
    def _on_met_so_far(self, how_far: str) -> None:
        self._show_busy(f"Samenvoegen … {how_far}.")

    @Slot(object)
    def _on_met(self, met: Met) -> None:
        self._show_busy("")
        self._read()
        tell_met(self.banner, met)
        if not met.problems:
            self._head.more.setFocus()

    @Slot(int)
    def _on_told(self, percent: int) -> None:
        self._show_busy(f"Uitwisselen … {percent} procent gelezen.")

    @Slot(object)
    def _on_exchanged(self, received: Received) -> None:
        self._show_busy("")
        self._read()
        tell_received(self.banner, received)
        if not received.refused:
            self._head.more.setFocus()

    @Slot(object)
    def _on_not_exchanged(self, problem: Solvable) -> None:
        self._show_busy("")
        self._read()
        self.banner.show_problem(problem)

    @Slot()
    def _on_stopped(self) -> None:
        self._show_busy("")
        self._read()
        self.banner.show_message("Gestopt. Wat al gelezen was, is overgenomen.")

    @Slot()
    def _on_not_met(self) -> None:
        self._show_busy("")
        self._read()
        self.banner.show_message(
            "Gestopt. Wat al was overgenomen, blijft. De rest gaat de volgende keer mee."
        )

    @Slot()
    def _on_agenda(self) -> None:
        """Write the days to look back on and to answer as a file for a calendar."""
        chosen = ask_folder(self, "Waar komt de agenda?", str(self._settings.export_folder))
        if not chosen:
            return
        self._settings.export_folder = Path(chosen)
        wanted = partial(
            _agenda, self._path.parent, Path(chosen), self._today(), self._now(), self._lexicon()
        )
        self._dates.start(wanted)

    @Slot(object)
    def _on_agenda_made(self, made: tuple[Path, str, int]) -> None:
        path, said, unread = made
        files = counted(unread, "bestand", "bestanden")
        left = f" Niet te lezen, en dus niet erbij: {files}." if unread else ""
        told = f"{made_told((path,))} ({said}). Open het in je agenda.{left}"
        self.banner.show_message(told, way_out="Open map")

    @Slot()
    def _on_export(self) -> None:
        from beraad.publishing.registering import clashing_in, signals_in, write_signals

        chosen = ask_folder(self, "Waar komt het bestand?", str(self._settings.export_folder))
        if not chosen:
            return
        self._settings.export_folder = Path(chosen)
        try:
            signals = signals_in(self._path, tell=self.banner.stand)
            practice = practice_since(self._path) is not None
            (made,) = write_signals(
                signals,
                Path(chosen) / (f"oefening-{_FILE}" if practice else _FILE),
                replace=False,
                clashing=clashing_in(self._path),
                lexicon=self._lexicon(),
                practice=practice,
            )
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self.banner.show_message(f"{made_told((made,))}.", way_out="Open map")

    @Slot()
    def _on_way_out(self) -> None:
        if self._unread:
            self._read()
            self.take_focus()
            return
        show_in_system(self._settings.export_folder, self.banner)


def _agenda(
    folder: Path,
    target: Path,
    today: date,
    now: datetime,
    lexicon: Lexicon | None,
    asker: Asker,
) -> tuple[Path, str, int] | None:
    """Make and write; runs beside the window and touches nothing of it."""
    from beraad.publishing.agenda import FILE_NAME, agenda_of, told_days, write_agenda

    days, unread = agenda_of(
        folder, today=today, lexicon=lexicon, goes_on=lambda: not asker.unwanted()
    )
    if asker.unwanted():
        return None
    return write_agenda(days, target / FILE_NAME, now=now), told_days(days, today), unread
