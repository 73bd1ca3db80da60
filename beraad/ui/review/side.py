"""Beside the document: the places to decide about, and what a person declares about the whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea

from beraad.ui.review.asides_question import AsidesQuestion
from beraad.ui.review.declaration import Declaration
from beraad.ui.review.places_panel import PlacesPanel
from beraad.ui.review.second_reader import SecondReader
from beraad.ui.review.word_entry import WordEntry
from beraad.ui.theme.look import Look
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, label, line, panel
from beraad.ui.widgets.scroll import scrolled

DOCUMENT, PLACES, FINISHING = "Document", "Plekken", "Afronden"
_WIDTH = 420
_LOWEST = 60
"""Pixels of a leaf that stay in sight in the lowest window."""


class ReviewSide(QFrame):
    """Two leaves, and a third for the document itself when there is no room beside it."""

    document_wished = Signal(bool)

    def __init__(self, look: Look, *, declares: bool) -> None:
        super().__init__()
        self.setProperty("panel", "guide")
        self._look = look
        self._leaf = PLACES
        self._narrow = False
        self.is_low = False
        self.places = PlacesPanel(look)
        self.asides = AsidesQuestion()
        self.words = WordEntry()
        self.second_reader = SecondReader()
        self.declaration = Declaration()
        self._waiting = label("Beraad leest dit lange beraad na. Je kunt teruggaan.", role="muted")
        self._waiting.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._bring_question_in_sight)
        self.places.card.asking.connect(self._on_asking)
        self._leaves: dict[str, QScrollArea] = {
            PLACES: self._deciding(),
            FINISHING: self._finishing(),
        }
        self._tabs = QButtonGroup(self)
        strip = FlowLayout(spacing=4)
        self._strip = QFrame(self)
        self._strip.setLayout(strip)
        for name in (DOCUMENT, PLACES, FINISHING):
            tab = button(name, kind="segment", name=f"leaf-{name.lower()}")
            tab.setCheckable(True)
            tab.setChecked(name == PLACES)
            tab.clicked.connect(partial(self.turn_to, name))
            self._tabs.addButton(tab)
            # Shown before it has its place, it would be a window of its own for a moment.
            strip.addWidget(tab)
            tab.setVisible(name == PLACES or (name == FINISHING and declares))
        self._document_tab = self._tabs.buttons()[0]
        self._strip.setVisible(declares)
        self._declares = declares
        inside = self._inside = column(self, spacing=10)
        inside.setContentsMargins(20, 16, 20, 12)
        inside.addWidget(self._strip)
        inside.addWidget(self._waiting)
        for leaf in self._leaves.values():
            leaf.setMinimumHeight(_LOWEST)
            inside.addWidget(leaf, 1)
        self.turn_to(PLACES)

    @property
    def shows_document(self) -> bool:
        """Whether the document is looked at in the place of everything else."""
        return self._leaf == DOCUMENT

    def turn_to(self, name: str) -> None:
        """Show one leaf; of the document only its tab stays here."""
        self._leaf = name
        for each, leaf in self._leaves.items():
            leaf.setVisible(each == name)
        for tab in self._tabs.buttons():
            tab.setChecked(tab.text() == name)
        self.document_wished.emit(name == DOCUMENT)

    def show_waiting(self, *, waiting: bool) -> None:
        """Tell that there is nothing to decide about yet."""
        self._waiting.setVisible(waiting)
        self.places.setVisible(not waiting)

    @Slot()
    def go_to_places(self) -> None:
        """Show the places, ready for a key."""
        self.turn_to(PLACES)
        self.places.take_focus()

    def go_to_word(self, word: str) -> None:
        """Show the place where this word stands; without one it waits to be taken out."""
        self.turn_to(PLACES)
        if not self.places.go_to_word(word):
            self.words.offer(word)

    @Slot()
    def go_to_next(self) -> None:
        """Show the next place that is open, whichever leaf is in sight."""
        self.turn_to(PLACES)
        self.places.go_to_next()

    @Slot()
    def go_to_previous(self) -> None:
        """Show the open place before this one, whichever leaf is in sight."""
        self.turn_to(PLACES)
        self.places.go_to_previous()

    def fit(self, *, narrow: bool, room: int) -> None:
        """Beside the document, or in its place."""
        self._narrow = narrow
        self._strip.setVisible(narrow or self._declares)
        self._document_tab.setVisible(narrow)
        if not narrow and self._leaf == DOCUMENT:
            self.turn_to(PLACES)
        self.places.fit()
        self.setMinimumWidth(0 if narrow else min(self._look.scale.px(_WIDTH), room // 2))
        self.setMaximumWidth(room if narrow else min(self._look.scale.px(_WIDTH), room // 2))

    def fit_low(self, head: QFrame, *, low: bool) -> None:
        """In a low window the head scrolls along, and nothing in a page scrolls by itself."""
        self.is_low = low
        above, under = (6, 0) if low else (16, 12)
        self._inside.setContentsMargins(20, above, 20, under)
        self.places.scrolls_along = low
        if low:
            self._places_inside.insertWidget(0, head)

    @Slot(bool)
    def _on_asking(self, asking: bool) -> None:  # noqa: FBT001
        if asking:
            # The question has its place only after the layout made room for it.
            self._soon.start(0)

    @Slot()
    def _bring_question_in_sight(self) -> None:
        self._leaves[PLACES].ensureWidgetVisible(self.places.card.question)

    def _deciding(self) -> QScrollArea:
        canvas = panel("guide-inner")
        inside = self._places_inside = column(canvas, spacing=12)
        inside.addWidget(self.places, 1)
        inside.addWidget(self.asides)
        inside.addWidget(self.words)
        return scrolled(canvas)

    def _finishing(self) -> QScrollArea:
        canvas = panel("guide-inner")
        inside = column(canvas, spacing=16)
        inside.addWidget(self.second_reader)
        inside.addWidget(line())
        inside.addWidget(self.declaration)
        inside.addStretch(1)
        return scrolled(canvas)
