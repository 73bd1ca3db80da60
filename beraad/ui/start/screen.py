"""The start screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from beraad.ui.announce import announce
from beraad.ui.clipboard.guard import ListCopying
from beraad.ui.start.deeds import LineDeeds
from beraad.ui.start.head import StartHead
from beraad.ui.start.lines import Lines
from beraad.ui.start.list_model import ROW, BeradenModel
from beraad.ui.start.tile import Tile, tiles
from beraad.ui.theme.icons import Icon
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import button, column, label, row
from beraad.ui.widgets.progress_dots import ProgressDots
from beraad.ui.widgets.scroll import scrolled
from beraad.ui.widgets.shortcuts import heed, look_for

if TYPE_CHECKING:
    from beraad.ui.start.gathering import Gathering
    from beraad.ui.start.listing import Row
    from beraad.ui.start.vault_line import VaultLine
    from beraad.ui.start.welcome import Welcome


_ROOMY = 560
"""The width at 100 % from which there is room beside the page."""

_FEWEST_LINES = 3
"""Beraden that can be seen at once, in whatever window; the screen scrolls before that."""

_SIGNALS = "Wat vaker knelt, en wat ermee gebeurt"
_SCREENFUL = 40
"""Lines read before the list is shown first: more than any screen shows at once."""

_STRETCH = 0.006
"""Seconds of reading between two looks at what the window has to do."""


class StartScreen(QWidget):
    """Existing beraden with their state, and the ways to begin.

    Attributes:
        begin_with: the beraad that is offered first, such as a rescue copy made just now.
    """

    new_wished = Signal()
    practice_wished = Signal()
    first_practice_wished = Signal()
    signals_wished = Signal()
    lessons_wished = Signal()
    forms_wished = Signal()
    settings_wished = Signal()
    help_wished = Signal()
    restore_wished = Signal()
    open_wished = Signal(object)
    deed_wished = Signal(object, object)
    all_read = Signal(int)
    aside_wished = Signal()
    elsewhere_wished = Signal()
    take_wished = Signal()
    give_all_wished = Signal()
    seek_wished = Signal()
    log_wished = Signal()
    vault_wished = Signal()
    paper_wished = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Beraden")
        self.setObjectName("screen")
        self._look = look
        self.banner = Banner()
        self.begin_with_banner = False
        self.begin_with: Path | None = None
        self._latest: Row | None = None
        self._asked_for: Path | None = None
        self._waits = False
        self._model = BeradenModel()
        self._gathering: Gathering | None = None
        self._reading_on = QTimer(self)
        self._reading_on.setInterval(0)
        self._reading_on.timeout.connect(self._read_on)
        outside = column(self)
        outside.addWidget(self.banner)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        inside = column(canvas, spacing=12)
        outside.addWidget(scrolled(canvas), 1)
        self._head = self._make_head()
        self._search = self._head.search
        inside.addWidget(self._head)
        inside.addSpacing(8)
        self._ways_in = self._tiles()
        inside.addWidget(self._ways_in)
        inside.addSpacing(16)
        self._on_label = label("Verder met", role="label")
        inside.addWidget(self._on_label)
        inside.addWidget(self._latest_card())
        inside.addSpacing(12)
        self._earlier_label = label("Eerder", role="label")
        inside.addWidget(self._earlier_label)
        self._nothing = label(role="muted")
        self._nothing.setObjectName("nothing-found")
        self._nothing.hide()
        inside.addWidget(self._nothing)
        self._welcome: Welcome | None = None
        self._meets_unasked = False
        self._vault_line: VaultLine | None = None
        self._under = inside
        inside.addWidget(self._list(), 100)
        inside.addStretch(1)
        look.changed.connect(self._on_look)
        heed(self, "Ctrl+F", self.look_for)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        for wished in (down.activated, self._search.returnPressed):
            wished.connect(self._go_to_found)
        self._show_latest()

    def read(self, gathering: Gathering) -> None:
        """Show these beraden: a screenful at once, the others as they are read."""
        self._gathering = gathering
        self._draw_lines()
        self._view.remember_at_hand()
        self._model.clear()
        self._take(lambda read: read >= _SCREENFUL)

    def empty(self) -> None:
        """Show nothing of what lies in the folder, and forget it."""
        self._gathering = None
        self._reading_on.stop()
        self._latest = None
        self._search.setText("")
        self._model.clear()
        self._model.put_apart(None)
        self._card_title.clear()
        self._card_under.clear()
        self._go_on.setAccessibleName("")
        self._signals.show_under(_SIGNALS)
        self.banner.clear()
        self._show_latest()

    def show_signals(self, text: str) -> None:
        """Say how many signals wait for an answer."""
        self._signals.show_under(text)

    def show_safe(self, *, has_vault: bool, lacks_paper: bool) -> None:
        """Say what is not safe yet: that there is no vault, or no paper to open it."""
        wanted = lacks_paper or not has_vault
        if wanted and self._vault_line is None:
            from beraad.ui.start.vault_line import VaultLine

            self._vault_line = VaultLine()
            self._vault_line.vault_wished.connect(self.vault_wished)
            self._vault_line.paper_wished.connect(self.paper_wished)
            self._under.insertWidget(self._under.indexOf(self._ways_in) + 1, self._vault_line)
        if self._vault_line is not None:
            self._vault_line.say(lacks_paper=lacks_paper)
            self._vault_line.setVisible(wanted)

    def show_meeting(self, *, unasked: bool) -> None:
        """Say what is promised of connections: whether the municipality is met unasked."""
        self._meets_unasked = unasked
        if self._welcome is not None:
            self._welcome.show_meeting(unasked=unasked)

    @property
    def rows(self) -> Sequence[Row]:
        """The lines that were read so far, in the order of the list."""
        return self._model.rows

    @property
    def search(self) -> QLineEdit:
        """Where one types what to look for."""
        return self._search

    def look_for(self) -> None:
        """Put the cursor in the search field."""
        look_for(self._search)

    def look_for_nothing(self) -> None:
        """Show every beraad again, for who comes to the list anew."""
        self._search.clear()

    def be_at(self, path: Path) -> None:
        """Have the focus at this beraad once the list is read again."""
        self._asked_for = path

    def tell_done(self, text: str, way_back: str, undo: Callable[[], None]) -> None:
        """Say what was done with a line, and how it can be undone."""
        self.banner.offer(text, way_out=way_back, deed=undo)

    def take_focus(self) -> None:
        """Put the focus on what most people do next, or on what has to be done first."""
        if self.begin_with_banner and self.banner.take_focus():
            return
        begins = self._latest is not None and not self._card.isHidden()
        is_read = self._gathering is None
        self._waits = self._latest is None and not is_read
        if begins:
            self._go_on.setFocus()
        elif self._waits or self._search.text().strip():
            self._search.setFocus()  # Never on what is hidden, nor where Enter makes a beraad.
        else:
            self._new.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._search.text():
            found = self._view.at_hand if self._view.hasFocus() else None
            self._search.clear()
            if found is not None:
                self._go_to(found.path)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = 72 if self.width() >= self._look.scale.px(_ROOMY) else 16
        self._under.setContentsMargins(side, 30, side, 24)

    def _make_head(self) -> StartHead:
        head = StartHead()
        head.sought.connect(self._on_search)
        head.lessons_wished.connect(self.lessons_wished)
        head.forms_wished.connect(self.forms_wished)
        head.settings_wished.connect(self.settings_wished)
        head.help_wished.connect(self.help_wished)
        head.restore_wished.connect(self.restore_wished)
        head.aside_wished.connect(self.aside_wished)
        head.elsewhere_wished.connect(self.elsewhere_wished)
        head.take_wished.connect(self.take_wished)
        head.give_all_wished.connect(self.give_all_wished)
        head.seek_wished.connect(self.seek_wished)
        head.log_wished.connect(self.log_wished)
        return head

    def _tiles(self) -> QWidget:
        self._new = Tile(
            "Nieuw beraad",
            "In een minuut klaar om te beginnen",
            sign=Icon.NEW,
            primary=True,
            name="new",
        )
        practice = Tile(
            "Oefenen",
            "Verzonnen casussen en signalen om mee te leren",
            sign=Icon.PRACTICE,
            name="practice",
        )
        self._signals = Tile(
            "Signalen",
            _SIGNALS,
            sign=Icon.SIGNAL,
            name="signals",
        )
        self._new.setToolTip("Ctrl+N")
        self._signals.setToolTip("Ctrl+R")
        self._new.clicked.connect(self.new_wished)
        practice.clicked.connect(self.practice_wished)
        self._signals.clicked.connect(self.signals_wished)
        return tiles(self._new, practice, self._signals)

    def _latest_card(self) -> QFrame:
        self._card = Folding()
        self._card.setProperty("panel", "card")
        inside = row(self._card, spacing=18)
        inside.setContentsMargins(22, 16, 22, 16)
        texts = column(spacing=2)
        self._card_title = label(role="heading")
        self._card_under = label(role="small")
        texts.addWidget(self._card_title)
        texts.addWidget(self._card_under)
        inside.addLayout(texts, 1)
        self._dots = ProgressDots(8)
        inside.addWidget(self._dots)
        self._go_on = button("Verder", kind="primary", name="go-on")
        self._go_on.clicked.connect(self._on_go_on)
        inside.addWidget(self._go_on)
        self._card_more = button(
            "⋯", kind="quiet", name="more", described="Meer met dit beraad", menu=True
        )
        self._card_more.clicked.connect(self._on_card_more)
        inside.addWidget(self._card_more)
        self._card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._card.customContextMenuRequested.connect(self._on_card_more)
        return self._card

    def _list(self) -> Lines:
        self._view = Lines(self._model)
        ListCopying(self._view)
        self._view.setObjectName("beraden")
        self._view.setProperty("role", "list")
        self._view.setAccessibleName("Eerdere beraden")
        self._view.setUniformItemSizes(True)
        self._view.setMouseTracking(True)
        self._view.activated.connect(self._on_activated)
        self._deeds = LineDeeds(self._view, self._at_hand)
        self._deeds.wished.connect(self.deed_wished)
        self._view.setMinimumHeight(_FEWEST_LINES * 4 * self.fontMetrics().height())
        return self._view

    def _show_welcome(self, *, wanted: bool) -> None:
        """Made for the first who has no beraad: most people never see it."""
        if wanted and self._welcome is None:
            from beraad.ui.start.welcome import Welcome

            self._welcome = Welcome()
            self._welcome.show_meeting(unasked=self._meets_unasked)
            self._welcome.practice_wished.connect(self.first_practice_wished)
            self._welcome.help_wished.connect(self.help_wished)
            self._under.insertWidget(self._under.indexOf(self._view), self._welcome)
        if self._welcome is not None:
            self._welcome.setVisible(wanted)
        self._view.setVisible(not wanted)

    def _draw_lines(self) -> None:
        """What draws the lines is loaded when there are lines: the window is painted by then."""
        from beraad.ui.start.list_delegate import BeradenDelegate

        if not isinstance(self._view.itemDelegate(), BeradenDelegate):
            self._view.setItemDelegate(BeradenDelegate(self._look, self._view))

    @Slot()
    def _read_on(self) -> None:
        until = perf_counter() + _STRETCH
        self._take(lambda _read: perf_counter() > until)

    def _take(self, enough: Callable[[int], bool]) -> None:
        if self._gathering is None:
            return
        found = self._gathering.go_on(enough)
        self._model.add(found.rows)
        self._model.change(found.changed)
        if found.over:
            late, self._gathering = self._gathering.late, None
            self.all_read.emit(late)
            self._reading_on.stop()
        elif not self._reading_on.isActive():
            self._reading_on.start()
        self._choose_latest()

    def _choose_latest(self) -> None:
        """The beraad to go on with: what was asked for, the latest real one or an oefening."""
        rows = self._model.rows
        asked = (each for each in rows if each.path == self.begin_with and each.can_be_read)
        real = (each for each in rows if each.may_go_on and not each.is_practice)
        others = (each for each in rows[:1] if each.may_go_on)
        self._latest = next(asked, None) or next(real, None) or next(others, None)
        self._model.put_apart(self._latest.path if self._latest else None)
        self._show_welcome(wanted=not rows and self._gathering is None)
        self._show_latest()
        self._focus_what_waited()
        self._go_on_at_hand()

    def _focus_what_waited(self) -> None:
        """Let the focus go on from the search, when it only stood there until the list did."""
        if self._waits and (self._latest is not None or self._gathering is None):
            self._waits = False
            if self._search.hasFocus() and not self._search.text():
                self.take_focus()

    def _go_on_at_hand(self) -> None:
        """Let who went along the lines, or did something with one, go on from there."""
        is_whole = self._gathering is None
        self._view.go_on_at_hand(is_whole=is_whole)
        if self._asked_for is not None and (is_whole or self._is_there(self._asked_for)):
            asked, self._asked_for = self._asked_for, None
            self._go_to(asked)
        elif is_whole and self._view.hasFocus() and not self._model.rowCount():
            self.take_focus()

    def _is_there(self, path: Path) -> bool:
        is_first = self._latest is not None and self._latest.path == path
        return is_first or self._model.place_of(path) is not None

    def _go_to(self, path: Path) -> None:
        place = self._model.place_of(path)
        if place is None:
            self.take_focus()
        else:
            self._view.setCurrentIndex(self._model.index(place))
            self._view.setFocus()

    def _show_latest(self) -> None:
        latest = self._latest
        self._show_found()
        self._let_reach_lines()
        if latest is not None:
            self._card_title.setText(latest.title)
            kind = "oefening" if latest.is_practice else ""
            parts = (kind, latest.team, latest.day, latest.state.casefold(), latest.under)
            self._card_under.setText(" · ".join(part for part in parts if part))
            self._dots.show_count(latest.progress)
            self._go_on.setAccessibleName(f"Verder met {latest.title}")

    def _show_found(self) -> None:
        """Show what there is; while something is looked for, what was found alone."""
        wanted = self._search.text().strip()
        nothing = bool(wanted) and not self._model.rowCount()
        latest = self._latest is not None and not wanted
        self._card.setVisible(latest)
        self._on_label.setVisible(latest)
        self._earlier_label.setText("Gevonden" if wanted else "Eerder")
        self._earlier_label.setVisible(len(self._model.rows) > latest and not nothing)
        self._nothing.setVisible(nothing)
        others = " Met Esc zie je ze allemaal weer." if self._model.rows else ""
        self._nothing.setText(f"Geen beraad gevonden met “{wanted}”.{others}")

    def _let_reach_lines(self) -> None:
        """Let the keyboard come in the list when something stands in it."""
        focus = Qt.FocusPolicy
        self._view.setFocusPolicy(focus.StrongFocus if self._model.rowCount() else focus.NoFocus)

    @Slot()
    def _go_to_found(self) -> None:
        """From the search field to the first line that was found; another Enter opens it."""
        if self._model.rowCount():
            self._view.setCurrentIndex(self._model.index(0))
            self._view.setFocus()

    @Slot(str)
    def _on_search(self, wanted: str) -> None:
        from beraad.phases.folding import plain

        self._model.look_for(tuple(plain(wanted).split()))
        self._let_reach_lines()
        found = self._model.rowCount()
        self._show_found()
        if wanted:
            announce(self._view, "1 beraad gevonden" if found == 1 else f"{found} beraden gevonden")

    @Slot()
    def _on_go_on(self) -> None:
        if self._latest is not None:
            self.open_wished.emit(self._latest.path)

    @Slot()
    def _on_card_more(self, *_: object) -> None:
        if self._latest is not None:
            self._deeds.offer(self._latest, self._card_more)

    def _at_hand(self) -> Row | None:
        """The beraad that a key is about: that of the card when the cursor is there."""
        if self._go_on.hasFocus() or self._card_more.hasFocus():
            return self._latest
        return self._view.at_hand

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        path: Path = index.data(ROW).path
        self.open_wished.emit(path)

    @Slot()
    def _on_look(self) -> None:
        self._fit()
        self._view.scheduleDelayedItemsLayout()
