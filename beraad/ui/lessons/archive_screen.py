"""Finding an earlier leerverslag: by its words, a value, a theme or a knelpunt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.lessons.related import ENOUGH
from beraad.phases.numbers import in_words
from beraad.publishing.registering import lessons_in
from beraad.records import RegisteredLesson
from beraad.store.lesson_index import LessonIndex, Within
from beraad.ui.announce import announce
from beraad.ui.lessons.lesson_card import LessonCard
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, clear, column, label, row
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.shortcuts import heed

_WIDEST = 980
_CALM = 150
"""Milliseconds without a key before there is a new answer."""
_AGAIN = "Probeer opnieuw"
_FEW = (
    f"Bij een ander beraad zie je er pas een als er {in_words(ENOUGH)} zijn, of na een half jaar: "
    "van een eerste leerverslag weet iedereen van welk beraad het komt."
)
_MOST = 60
"""More leerverslagen at once help nobody; other words do."""
_CHOICES = (
    (Within.ANYWHERE, "Overal"),
    (Within.VALUES, "Waarde"),
    (Within.THEMES, "Thema"),
    (Within.BOTTLENECK, "Knelpunt"),
)
_EMPTY = (
    "Nog geen leerverslagen. Na een beraad kun je in ronde 8 opschrijven wat anderen mogen leren, "
    "in algemene woorden. Wat iemand goedkeurt, vind je hier terug."
)


class ArchiveScreen(Screen):
    """Every approved leerverslag; `opened` carries the one that somebody wants to read."""

    start_wished = Signal()
    opened = Signal(object)

    def __init__(self, register: Path, look: Look) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Eerdere lessen")
        self._within = Within.ANYWHERE
        self.banner = Banner()
        self._index = LessonIndex(())
        self._any = self._unread = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._find)
        self._told = label(role="muted")
        self._told.setObjectName("told")
        self._results: QVBoxLayout = column(spacing=12)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(self._middle(), widest=look.scale.px(_WIDEST)), 1)
        self._register = register
        self.banner.way_out_chosen.connect(self._on_again)
        self._read()

    def take_focus(self) -> None:
        """Put the cursor in the search field; on the way back when there is nothing to find."""
        (self._search if self._any else self._home).setFocus()

    def _middle(self) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=12)
        self._home = button("← Beraden", kind="link", name="home")
        self._home.clicked.connect(self.start_wished)
        top = row()
        top.addWidget(self._home)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(label("Eerdere lessen", role="title"))
        self._search = LineEdit()
        self._search.setObjectName("find-lessons")
        self._search.setPlaceholderText("zoek op woorden, zoals: voorschot vertrouwen")
        self._search.setAccessibleName("Zoek in de leerverslagen")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_typed)
        inside.addWidget(self._search)
        self._where = SegmentField(_CHOICES, name="Zoek in")
        self._where.show_value(Within.ANYWHERE)
        self._where.edited.connect(self._on_where)
        inside.addWidget(self._where)
        inside.addWidget(self._told)
        inside.addLayout(self._results)
        inside.addStretch(1)
        heed(self, "Esc", self._on_escape)
        return middle

    def _read(self) -> None:
        """Read the register; of one that cannot be read nobody knows whether it is empty."""
        lessons: tuple[RegisteredLesson, ...] = ()
        before, self._unread = self._unread, False
        try:
            lessons = lessons_in(self._register, tell=self.banner.stand)
        except Solvable as problem:
            self._unread = True
            self.banner.show_problem(problem, way_out=_AGAIN)
        if before and not self._unread:
            self.banner.hide()
        self._any = bool(lessons)
        self._index = LessonIndex(lessons)
        for each in (self._search, self._where):
            each.setVisible(self._any)
        self._told.setVisible(not self._unread)
        self._find()

    @Slot()
    def _on_again(self) -> None:
        self._read()
        self.take_focus()

    @Slot()
    def _find(self) -> None:
        asked = self._search.text()
        found = self._index.find(asked, self._within)
        clear(self._results)
        for one in found[:_MOST]:
            card = LessonCard(one)
            card.opened.connect(self.opened)
            card.theme_chosen.connect(self._on_theme)
            self._results.addWidget(card)
            card.show()
        if not self._unread:
            self._told.setText(_told(len(found), asked.strip()) if self._any else _EMPTY)
            announce(self, self._told.text())

    @Slot(str)
    def _on_typed(self, text: str) -> None:  # noqa: ARG002
        self._calm.start()

    @Slot(object)
    def _on_where(self, within: Within) -> None:
        self._within = within
        self._find()

    @Slot(str)
    def _on_theme(self, theme: str) -> None:
        self._where.show_value(Within.THEMES)
        self._within = Within.THEMES
        self._search.setText(theme)
        self._search.setFocus()
        self._find()

    @Slot()
    def _on_escape(self) -> None:
        if self._search.text():
            self._search.clear()
            self._search.setFocus()  # What had the cursor goes with what was found.
        else:
            self.start_wished.emit()


def _told(count: int, asked: str) -> str:
    if not count:
        return f"Niets gevonden voor “{asked}”. Zoek met minder woorden, of overal."
    lessons = "1 leerverslag" if count == 1 else f"{count} leerverslagen"
    more = f"; je ziet de eerste {_MOST}" if count > _MOST else ""
    if asked:
        return f"{lessons} gevonden{more}."
    return f"{lessons}{more}." + (f" {_FEW}" if count < ENOUGH else "")
