"""The register: every structural signal, who owes an answer, and what it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.defects import write_down
from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find
from beraad.privacy.leaving.later import open_places, places_in
from beraad.publishing.registering import (
    answer_drafted,
    answer_read,
    moved,
    put_back,
    signals_in,
    write_signals,
)
from beraad.records import Id, RegisteredSignal, SignalStatus
from beraad.signals.register import waiting
from beraad.ui.announce import announce
from beraad.ui.settings import Settings
from beraad.ui.signals.signal_card import SignalCard
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.below import below
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.parts import button, clear, column, label, row
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_EMPTY = (
    "Nog geen signalen. Zien jullie iets vaker dan in deze ene casus? Schrijf dan in ronde 8 een "
    "signaal. Hier zie je wie nog moet antwoorden, en wat het antwoord was."
)
_FILE = "signalen.json"
_AGAIN = "Probeer opnieuw"
_STILL_HERE = "Wat je typte staat nog op dit scherm; Beraad probeert het steeds opnieuw."
_WIDEST = 980
_SOON, _RETRY = 400, 5000
"""Milliseconds after a key until an answer that is being typed is kept; and after a failure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What became of one signal."""

    before: RegisteredSignal
    after: RegisteredSignal


class RegisterScreen(QWidget):
    """What is still waiting comes first. What was done here can be undone here."""

    start_wished = Signal()
    routes_wished = Signal()

    def __init__(
        self,
        path: Path,
        look: Look,
        settings: Settings,
        *,
        today: Callable[[], date],
        lexicon: Callable[[], Lexicon | None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Signalen")
        self._path = path
        self._settings = settings
        self._today = today
        self._lexicon = lexicon
        self._now = now
        self._done: list[_Change] = []
        self._undone: list[_Change] = []
        self._signals: tuple[RegisteredSignal, ...] = ()
        self._typed: dict[Id, str] = {}
        self._unkept: Solvable | None = None
        self._unread = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.hand_over)
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_way_out)
        self._empty = label(_EMPTY, role="muted")
        self._empty.hide()
        self._home = button("← Beraden", kind="link", name="home")
        self._home.clicked.connect(self.start_wished)
        self._export = button("Exporteren als JSON", name="export-signals")
        self._export.clicked.connect(self._on_export)
        self._export.hide()
        self._rows: QVBoxLayout = column(spacing=12)
        middle = QWidget()
        inside = column(middle, spacing=12)
        top = row()
        top.addWidget(self._home)
        top.addStretch(1)
        routes = button("Routekaart", name="routes")
        routes.clicked.connect(self.routes_wished)
        top.addWidget(routes)
        top.addWidget(self._export)
        inside.addLayout(top)
        inside.addWidget(label("Signalen", role="title"))
        inside.addWidget(self._empty)
        inside.addLayout(self._rows)
        inside.addStretch(1)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(middle, widest=look.scale.px(_WIDEST)), 1)
        for keys, action in _UNDO_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(action, self))
        leave_by_esc(self, self.start_wished)
        self._read()

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._home.setFocus()
        if not self._signals and not self._unread:
            announce(self, self._empty.text())

    def _read(self) -> None:
        """Read the register; of one that cannot be read nobody knows whether it is empty."""
        try:
            self._signals = signals_in(self._path, tell=self.banner.show_problem)
        except Solvable as problem:
            self._unread = True
            self.banner.show_problem(problem, way_out=_AGAIN)
            return
        if self._unread:
            self._unread = False
            self.banner.hide()
        self._show()

    def _show(self, *, going_on_with: Id | None = None) -> None:
        clear(self._rows)
        today = self._today()
        first = waiting(self._signals, today)
        rest = tuple(each for each in self._signals if each not in first)
        for each in (*first, *rest):
            card = SignalCard(
                each,
                today=today,
                places_in=self._places_in,
                now=self._now,
                is_open=bool(each.answer and open_places(each, self._lexicon())),
            )
            card.status_wished.connect(self._on_status)
            card.answer_read.connect(self._on_answer_read)
            card.answer_typed.connect(self._on_answer_typed)
            self._rows.addWidget(card)
            card.show()  # Before it has the focus: what is not in sight yet cannot keep it.
            if each.id == going_on_with:
                card.take_focus()
        self._empty.setVisible(not self._signals)
        self._export.setVisible(bool(self._signals))

    def _places_in(self, text: str) -> tuple[Find, ...]:
        return places_in(text, self._lexicon(), on=self._today()) if text else ()

    @Slot(object, object, str)
    def _on_status(self, signal: RegisteredSignal, status: SignalStatus, answer: str) -> None:
        self.hand_over()
        self._change(
            signal,
            partial(
                moved,
                self._latest(signal),
                status,
                self._path,
                today=self._today(),
                answer=answer,
                is_read=status is SignalStatus.ANSWERED,
                lexicon=self._lexicon(),
            ),
        )

    @Slot(object, str)
    def _on_answer_read(self, signal: RegisteredSignal, answer: str) -> None:
        self.hand_over()
        self._change(signal, partial(answer_read, self._latest(signal), answer, self._path))

    def undo(self) -> None:
        """Take back what was typed in the answer with the cursor, or else the last step."""
        if not any(card.undo() for card in below(self, SignalCard)):
            self._step(self._done, self._undone, "Teruggenomen: het signaal is weer zoals het was.")

    def redo(self) -> None:
        """Do again what was taken back last."""
        if not any(card.redo() for card in below(self, SignalCard)):
            self._step(self._undone, self._done, "Weer gedaan.")

    def _step(self, source: list[_Change], target: list[_Change], told: str) -> None:
        if not source or self.hand_over() is not None:
            return
        change = source.pop()
        signal = self._latest(change.before)
        missed = False

        def put() -> tuple[RegisteredSignal, ...]:
            nonlocal missed
            found = put_back(change.before, change.after, self._path)
            missed = found is None
            return self._signals if found is None else found

        if self._tried(put) is not None:
            source.append(change)
            return
        if missed:
            self.banner.show_problem(_SINCE)
            return
        target.append(_Change(before=signal, after=self._latest(change.before)))
        self._show(going_on_with=change.before.id)
        self.banner.show_message(told)

    def hand_over(self) -> Solvable | None:
        """Keep what was typed as an answer and not noted yet; what went wrong, if anything."""
        self._soon.stop()
        for identity, text in tuple(self._typed.items()):
            keep = partial(answer_drafted, identity, text, self._path)
            problem = self._tried(keep, kept=_STILL_HERE)
            if problem is not None:
                self._unkept = problem
                self._soon.start(_RETRY)
                return problem
            del self._typed[identity]
        if self._unkept is not None:
            self.banner.solve(self._unkept)
            self._unkept = None
        return None

    def _latest(self, signal: RegisteredSignal) -> RegisteredSignal:
        """The signal as it is kept now, with what was typed about it since it was shown."""
        return next((each for each in self._signals if each.id == signal.id), signal)

    def _change(
        self, signal: RegisteredSignal, change: Callable[[], tuple[RegisteredSignal, ...]]
    ) -> None:
        before = self._latest(signal)
        if self._tried(change) is None:
            self._done.append(_Change(before=before, after=self._latest(signal)))
            self._undone.clear()
            self._show(going_on_with=signal.id)

    def _tried(
        self, change: Callable[[], tuple[RegisteredSignal, ...]], *, kept: str = ""
    ) -> Solvable | None:
        """What went wrong with a change, told with what was `kept` when the trouble itself is not
        about that.
        """
        try:
            self._signals = change()
        except Solvable as found:
            problem = Solvable(found.happened, kept=kept or found.kept, way_out=found.way_out)
        except Exception as error:  # noqa: BLE001 - whatever it is, what was typed is not kept
            write_down(error)
            problem = _unkept()
        else:
            return None
        self.banner.show_problem(problem)
        return problem

    @Slot(object, str)
    def _on_answer_typed(self, signal: RegisteredSignal, text: str) -> None:
        self._typed[signal.id] = text
        if not self._soon.isActive():
            self._soon.start(_SOON)

    @Slot()
    def _on_export(self) -> None:
        chosen = ask_folder(self, "Waar komt het bestand?", str(self._settings.export_folder))
        if not chosen:
            return
        self._settings.export_folder = Path(chosen)
        try:
            made = write_signals(
                self._signals, Path(chosen) / _FILE, replace=False, lexicon=self._lexicon()
            )
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self.banner.show_message(f"Geschreven: {made.name}.", way_out="Open map")

    @Slot()
    def _on_way_out(self) -> None:
        if self._unread:
            self._read()
            self._home.setFocus()
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.export_folder)))


_UNDO_KEYS = (
    ("Ctrl+Z", RegisterScreen.undo),
    ("Ctrl+Shift+Z", RegisterScreen.redo),
    ("Ctrl+Y", RegisterScreen.redo),
)
_SINCE = Solvable(
    "Dit is niet terug te nemen: er is daarna nog iets met dit signaal gedaan.",
    kept="Er is niets veranderd.",
    way_out="Kijk in het register hoe het signaal er nu voor staat.",
)


def _unkept() -> Solvable:
    return Solvable(
        "Het register bewaart dit niet, door een fout in Beraad zelf.",
        kept="Wat je typte staat nog in dit venster.",
        way_out="Beraad probeert het steeds opnieuw.",
    )
