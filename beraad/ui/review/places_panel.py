"""The places to decide about: one at hand, the others in a list, the worst first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QListView, QSizePolicy

from beraad.phases.folding import plain
from beraad.ui.announce import announce
from beraad.ui.clipboard.guard import ListCopying
from beraad.ui.review.decision_card import DecisionCard
from beraad.ui.review.finding_list import ROW, FindingDelegate, FindingModel, Row, is_decided
from beraad.ui.review.going_on import after_change, beside, waiting
from beraad.ui.review.kind_filter import KindFilter
from beraad.ui.review.together import Together, alike
from beraad.ui.theme.look import Look
from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.parts import button, column, label, panel
from beraad.ui.widgets.shortcuts import heed

_WHAT_NEXT = "Lees het nog eens door. Daarna kun je het document maken."
_ROWS = 2
_ROW = 58
_ROUNDING = 4
_LEAST = 60
"""Pixels of the list that stay in sight in the lowest window."""


class PlacesPanel(QFrame):
    """Goes on to the next open place after every decision, and ends in rest.

    `scrolls_along` says that the list is as high as its rows and scrolls with the page.
    `just_finished` tells that the last decision left no place open.
    `decided_together` carries the rows that are decided at once, and whether more general words
    stand instead.
    """

    at_hand_changed = Signal(object)
    decided_together = Signal(object, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("panel", "guide-inner")
        self._look = look
        self._rows: tuple[Row, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self._at_hand = ""
        self._with_decided = False
        self._for_all = False
        self.just_finished = False
        self.scrolls_along = False
        self.card = DecisionCard()
        self._together = Together()
        self._filter = KindFilter()
        self._model = FindingModel()
        self._list = QListView()
        ListCopying(self._list)
        self._list.setObjectName("findings")
        self._list.setProperty("role", "list")
        self._list.setAccessibleName("Plekken, de belangrijkste eerst")
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setModel(self._model)
        self._list.setItemDelegate(FindingDelegate(look, self._list))
        self._rest = panel("good")
        self._rest.hide()
        self._rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._told = label(role="strong")
        inside = column(self._rest, margins=14, spacing=4)
        inside.addWidget(self._told)
        inside.addWidget(label(_WHAT_NEXT))
        self._more = button("", kind="link", name="show-decided")
        self._more.clicked.connect(self._on_more)
        outside = column(self, spacing=10)
        for widget in (self._filter, self._rest, self.card, self._together, self._more):
            outside.addWidget(widget)
        outside.addWidget(self._list, 100)
        outside.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self._filter.changed.connect(self._refresh)
        self.card.asking.connect(self._on_asking)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        for way, action in (
            (self._together.remove, self.take_out_all),
            (self._together.general, self.generalise_all),
            (self._together.keep, self.leave_all),
        ):
            way.clicked.connect(action)
        for keys, action in (
            ("W", self.card.take_out),
            ("G", self.card.generalise),
            ("A", self.card.write_other),
            ("L", self.card.leave),
            ("T", self.card.take_back),
            ("Shift+W", self.take_out_all),
            ("Shift+G", self.generalise_all),
            ("Shift+L", self.leave_all),
            ("N", self.go_to_next),
            ("P", self.go_to_previous),
        ):
            heed(self, keys, partial(self._unless_it_asks, action))
        enter = QShortcut(QKeySequence("Return"), self._list)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self.card.choose_first)

    def _unless_it_asks(self, action: Callable[[], None]) -> None:
        """Do it for the place in sight; a letter is no answer to what the card asks."""
        if not self.card.asks:
            action()

    @property
    def at_hand(self) -> Row | None:
        """The place that is being decided about."""
        return self._list.currentIndex().data(ROW)

    def take_focus(self) -> None:
        """Be ready for a key."""
        self._list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the rows are higher or lower; that is known when they are laid out."""
        super().resizeEvent(event)
        if self.scrolls_along and event.oldSize().width() != event.size().width():
            QTimer.singleShot(0, self, self.fit)

    @Slot()
    def fit(self) -> None:
        """Keep room for a few rows, whatever the size of the text; or for all of them."""
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        as_needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._list.setVerticalScrollBarPolicy(off if self.scrolls_along else as_needed)
        self._list.scheduleDelayedItemsLayout()
        if self.scrolls_along:
            rows = sum(map(self._list.sizeHintForRow, range(len(self._shown))))
            self._list.setMinimumHeight(rows + 2 * self._list.frameWidth() + _ROUNDING)
            return
        room = self.window().height() // 3
        self._list.setMinimumHeight(min(self._look.scale.px(_ROW * _ROWS), max(room, _LEAST)))

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these places; when the one at hand was decided, the next open one comes up."""
        self.just_finished = bool(waiting(self._rows)) and not waiting(rows)
        self._rows = rows
        self._filter.show_rows(rows)
        self._refresh()

    @property
    def alike(self) -> tuple[Row, ...]:
        """The open places that can be decided together with the one at hand."""
        return alike(self._rows, self.at_hand)

    def meant_by(self, key: str) -> tuple[str, ...]:
        """The keys that a reason holds for: of one place, or of all that are like it."""
        return tuple(row.finding.key for row in self.alike) if self._for_all else (key,)

    @Slot()
    def take_out_all(self) -> None:
        """Take out every open place that is like this one."""
        self.decided_together.emit(self.alike, False)

    @Slot()
    def generalise_all(self) -> None:
        """Say every open place that is like this one more generally, where all can be."""
        if all(row.finding.generalised for row in self.alike):
            self.decided_together.emit(self.alike, True)

    @Slot()
    def leave_all(self) -> None:
        """Ask once why every open place that is like this one may stay."""
        if self.alike:
            self.card.leave()
            self._for_all = True

    @Slot()
    def go_to_next(self) -> None:
        """To the next place that is open; after the last comes the first."""
        self._step(1)

    @Slot()
    def go_to_previous(self) -> None:
        """To the open place before this one."""
        self._step(-1)

    def go_to_word(self, word: str) -> bool:
        """To the place where this word stands, decided or not; whether there is one."""
        sought = plain(word)
        return self._go_to(lambda row: sought in plain(row.finding.text))

    def go_to_place(self, key: str) -> bool:
        """To the finding with this key, decided or not; whether there is one."""
        return self._go_to(lambda row: row.finding.key == key)

    def _go_to(self, is_it: Callable[[Row], bool]) -> bool:
        wanted = next(filter(is_it, self._rows), None)
        if wanted is None:
            return False
        self._with_decided = self._with_decided or is_decided(wanted.finding)
        self._filter.choose_all()
        self._refresh()
        keys = [row.finding.key for row in self._shown]
        self._list.setCurrentIndex(self._model.index(keys.index(wanted.finding.key)))
        self._list.setFocus()
        return True

    def _step(self, way: int) -> None:
        place = beside(self._shown, self._list.currentIndex().row(), way)
        if place >= 0:
            self._list.setCurrentIndex(self._model.index(place))
            self._list.setFocus()

    @Slot()
    def _refresh(self) -> None:
        before = self._list.currentIndex().row()
        was_open = before in waiting(self._shown)
        if was_open and not waiting(self._of_kind()):
            self._filter.choose_all()
        everything = self._of_kind()
        still_open = [everything[place] for place in waiting(everything)]
        decided = len(everything) - len(still_open)
        only_open = bool(still_open) and not self._with_decided
        self._shown = tuple(still_open) if only_open else everything
        self._model.show_rows(self._shown)
        self.fit()
        at_rest = not waiting(self._rows)
        if at_rest and self._rest.isHidden():
            announce(self, f"{_rest(self._rows)} {_WHAT_NEXT}")
        self._rest.setVisible(at_rest)
        self._told.setText(_rest(self._rows))
        self._more.setVisible(bool(still_open) and decided > 0)
        seen = "verbergen" if self._with_decided else "bekijken"
        self._more.setText(f"{decided} {'plek' if decided == 1 else 'plekken'} beslist · {seen}")
        self._list.setVisible(bool(self._shown) and not self.card.asks)
        place = after_change(self._shown, self._at_hand, before, was_open=was_open)
        index = self._model.index(place) if place >= 0 else self._list.currentIndex()
        if index == self._list.currentIndex():
            self._show_at_hand()
        else:
            self._list.setCurrentIndex(index)  # Which shows it.

    def _of_kind(self) -> tuple[Row, ...]:
        return tuple(filter(self._filter.lets_through, self._rows))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:  # noqa: ARG002
        self._show_at_hand()
        if self.scrolls_along:
            QTimer.singleShot(0, self, self._bring_row_in_sight)

    @Slot()
    def _bring_row_in_sight(self) -> None:
        row = self._list.visualRect(self._list.currentIndex())
        for page in pages_around(self._list):
            if (inner := page.widget()) is not None:
                place = self._list.viewport().mapTo(inner, row.center())
                page.ensureVisible(place.x(), place.y(), 0, row.height() // 2)

    def _show_at_hand(self) -> None:
        row = self.at_hand
        self._at_hand = row.finding.key if row else ""
        self.card.show_row(row)
        self._together.show_alike(self.alike)
        self.at_hand_changed.emit(row)

    @Slot(bool)
    def _on_asking(self, asking: bool) -> None:  # noqa: FBT001
        """Make room for the question; afterwards the keys it had are for the list again."""
        self._list.setVisible(bool(self._shown) and not asking)
        self._for_all = self._for_all and not asking
        focus = QApplication.focusWidget()
        had_keys = focus is None or not focus.isVisible() or self.card.isAncestorOf(focus)
        if not asking and had_keys:
            self._list.setFocus()

    @Slot()
    def _on_more(self) -> None:
        self._with_decided = not self._with_decided
        self._refresh()


def _rest(rows: tuple[Row, ...]) -> str:
    if rows:
        return "Alles is beslist."
    return "Beraad vond geen namen of nummers. Zie je er zelf een? Vul het hieronder in."
