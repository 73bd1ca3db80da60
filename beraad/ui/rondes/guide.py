"""The guide beside a ronde: what helps the gespreksleider, and what is for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from beraad.editing.editor import SessionEditor
from beraad.phases import opening
from beraad.phases.course import Course
from beraad.phases.model import Field, FieldKind, Phase
from beraad.phases.plan import is_short, plan_of
from beraad.phases.plan_words import divided
from beraad.records import Id, ParkedItem, PhaseKey, Session, new_id
from beraad.records.anatomy import Address, place_of
from beraad.ui.hearing.aloud import pieces
from beraad.ui.hearing.marks import silent
from beraad.ui.lessons.earlier import Earlier, Lessons
from beraad.ui.reference import Reference
from beraad.ui.rondes.listening_help import ListeningHelp
from beraad.ui.widgets.fields import PLACE, FieldMaker
from beraad.ui.widgets.parts import button, column, label, line, panel, row, title_above
from beraad.ui.widgets.record_list import RecordList, RecordRow
from beraad.ui.widgets.scroll import scrolled
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.wrapping import ANY_WIDTH

_PARKED = Field(
    section="parked",
    name="text",
    label="Geparkeerd",
    hint="wat komt straks terug?",
    kind=FieldKind.LINE,
)
_DONE = Field(section="parked", name="done", label="", kind=FieldKind.CHECK)

_ABOUT_THE_CONFLICT = (PhaseKey.PERSPECTIVES, PhaseKey.CONCLUSION)
"""Rondes in which it helps to know that others met the same conflict."""

_WITH_GROUNDS = (PhaseKey.CONSIDERATION,)
"""Rondes in which it helps to know what room the rules offer.

In ronde 5 the page offers it, after the brainstorm: a rule that is named too early ends it.
"""

_About: TypeAlias = tuple[PhaseKey, Course, bool]
"""What the help depends on: the ronde, the course, and whether the talk is short."""


class Guide(QFrame):
    """Guidance from the method, parkeerplaats and private notes. Only for the gespreksleider.

    `left` tells that it is folded away with the cursor in it, `closing_wished` that it should be.
    """

    left = Signal()
    closing_wished = Signal()

    def __init__(self, maker: FieldMaker, lessons: Callable[[], Lessons]) -> None:
        super().__init__()
        self.setProperty("panel", "guide")
        self._lessons = lessons
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._editor: SessionEditor = maker.editor
        self._suggestions = maker.suggestions
        self._shown: _About | None = None
        self._helps: dict[_About, QWidget] = {}
        self._divided: list[QLabel] = []
        outside = column(self)
        inner = panel("guide-inner")
        self._scroll = scrolled(inner)
        self._scroll.setAccessibleName("Hulp bij deze ronde")
        outside.addWidget(self._scroll)
        inside = column(inner, spacing=10)
        inside.setContentsMargins(20, 22, 18, 18)
        top = row(spacing=8)
        top.addWidget(label("Voor jou", role="heading"), 1)
        self._close = button("Sluiten", name="close-guide", described="Hulp sluiten (Esc)")
        self._close.clicked.connect(self.closing_wished)
        self._close.hide()
        top.addWidget(self._close)
        inside.addLayout(top)
        self._help_box = QWidget()
        self._help = column(self._help_box)
        inside.addWidget(self._help_box)
        self._listening = ListeningHelp(maker.listening)
        inside.addWidget(self._listening)
        self.earlier = Earlier(maker.today)
        inside.addWidget(self.earlier)
        inside.addWidget(line())
        inside.addWidget(title_above("Parkeerplaats"))
        self._parked = RecordList(
            maker.editor,
            "parked",
            lambda item: ParkedRow(maker, item),
            self._new_parked,
            add_label="parkeren (Ctrl+P)",
            thing="regel",
            divided=False,
        )
        inside.addWidget(self._parked)
        inside.addWidget(line())
        inside.addWidget(title_above("Alleen voor jou"))
        self.note = TextField(
            hint="Deze notitie komt nooit in het verslag.", least_lines=3, parent=None
        )
        self.note.setObjectName("private-note")
        self.note.setAccessibleName("Notitie alleen voor jou, bij deze ronde")
        self.note.edited.connect(self._on_note)
        inside.addWidget(self.note)
        inside.addStretch(1)

    def show_session(self, session: Session) -> None:
        """Show what belongs to the ronde at hand."""
        phase = session.progress.phase
        about = phase, Course.of(session), is_short(session.opening.minutes)
        if about != self._shown:
            self._shown = about
            self._show_help(about)
            self._scroll.verticalScrollBar().setValue(0)
            # Other help is as high as it is only when it was laid out.
            QTimer.singleShot(0, self, self._to_the_top)
            lessons = self._lessons() if phase in _ABOUT_THE_CONFLICT else ()
            self.earlier.show_lessons(session, lessons)
        if phase is PhaseKey.CONSIDERATION:
            self._show_divided(session)
        self._listening.show_session(session)
        self._parked.show_records(session.parked, session)
        note = session.note_of(phase)
        self.note.show_value(note.text if note else "")
        place = place_of(Address("private_notes", "text", note.id)) if note else ""
        self.note.setProperty(PLACE, place)

    def stand_alone(self, *, alone: bool, width: int) -> None:
        """Take the place of the page, or stand beside it so wide."""
        self._close.setVisible(alone)
        self.setMinimumWidth(0 if alone else width)
        self.setMaximumWidth(ANY_WIDTH if alone else width)
        across = QSizePolicy.Policy.Expanding if alone else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Expanding)
        focus = Qt.FocusPolicy
        self._scroll.setFocusPolicy(focus.StrongFocus if alone else focus.NoFocus)

    def take_focus(self) -> None:
        """Let who reads scroll by the arrows."""
        self._scroll.setFocus()

    def help_aloud(self) -> list[str]:
        """The help of this ronde, to be read aloud."""
        return pieces(self._help_box)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        focus = QApplication.focusWidget()
        if self.isHidden() and focus is not None and self.isAncestorOf(focus):
            self.left.emit()

    @Slot()
    def park(self) -> None:
        """Add a line to the parkeerplaats and put the cursor in it."""
        self._parked.add()

    def write_note(self) -> None:
        """Put the cursor in the private note, and bring the whole of it in sight."""
        self.note.setFocus()
        QTimer.singleShot(0, self, self._show_note)

    @Slot()
    def _show_note(self) -> None:
        """The note is the last thing in the guide."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    @Slot()
    def _to_the_top(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._scroll.verticalScrollBar().setValue(0)

    def _new_parked(self) -> ParkedItem:
        return ParkedItem(id=new_id(), phase=self._editor.session.progress.phase)

    @Slot(str)
    def _on_note(self, text: str) -> None:
        self._editor.write_note(self._editor.session.progress.phase, text)

    @Slot()
    def make_others(self) -> None:
        """Make the help of the other rondes one by one, so that no ronde has to wait for it."""
        session = self._editor.session
        course, short = Course.of(session), is_short(session.opening.minutes)
        abouts = ((key, course, short) for key in PhaseKey)
        if (about := next((each for each in abouts if each not in self._helps), None)) is not None:
            self._make_help(about)
            QTimer.singleShot(0, self, self.make_others)

    def _show_help(self, about: _About) -> None:
        """Show the help of this ronde; it is made once, for who comes back gets it at once."""
        if about not in self._helps:
            self._make_help(about)
        for each, help_ in self._helps.items():
            help_.setVisible(each == about)

    def _make_help(self, about: _About) -> None:
        made = QWidget()
        key, course, short = about
        if key is PhaseKey.OPENING:
            _opening_help(column(made, spacing=8))
        else:
            self._fill_help(column(made, spacing=8), course.ronde(key), short=short)
        self._helps[about] = made
        made.hide()
        self._help.addWidget(made)

    def _fill_help(self, inside: QVBoxLayout, phase: Phase, *, short: bool) -> None:
        inside.addWidget(label(phase.goal, role="muted"))
        if short:
            _heading(inside, "In de korte route")
            inside.addWidget(label(phase.in_short, role="muted"))
        _heading(inside, "Wie spreekt")
        inside.addWidget(label(phase.speaks, role="muted"))
        if phase.key is PhaseKey.CONSIDERATION:
            self._divided.append(label(role="muted"))
            inside.addWidget(self._divided[-1])
        _heading(inside, "Vragen")
        _bullets(inside, phase.asked(short=short))
        _heading(inside, "Let op")
        _bullets(inside, phase.pitfalls)
        if phase.say:
            _heading(inside, "Je kunt zeggen")
            _bullets(inside, phase.say)
        if phase.key in _WITH_GROUNDS:
            inside.addWidget(Reference(self._suggestions().lists["maatwerkgronden"]))
        steps = " en ".join(str(step) for step in phase.canonical_steps)
        word = "stappen" if len(phase.canonical_steps) > 1 else "stap"
        inside.addWidget(label(f"In de tien stappen van de methode: {word} {steps}.", role="small"))

    def _show_divided(self, session: Session) -> None:
        """The minutes of ronde 6 as they are now: some may have been given or taken."""
        plan = plan_of(session)
        for each in self._divided:
            each.setText(divided(plan.writing, plan.round))


def _opening_help(inside: QVBoxLayout) -> None:
    inside.addWidget(label(opening.GOAL, role="muted"))
    for title, lines in (
        ("Zo begin je", opening.STEPS),
        ("Je kunt zeggen", opening.SAY),
        ("Let op", opening.WATCH),
    ):
        _heading(inside, title)
        _bullets(inside, lines)
    inside.addWidget(label("In de tien stappen van de methode: stap 1.", role="small"))


def _heading(layout: QVBoxLayout, text: str) -> None:
    layout.addSpacing(4)
    layout.addWidget(title_above(text))


def _bullets(layout: QVBoxLayout, texts: tuple[str, ...]) -> None:
    for text in texts:
        bullet = QWidget()
        inside = row(bullet, spacing=8)
        dot = silent(label("•", role="muted", wrap=False))
        inside.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(label(text, role="muted"), 1)
        layout.addWidget(bullet)


class ParkedRow(RecordRow):
    """One parked line, and whether it came back."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__(item)
        text = maker.bound(_PARKED, item, quiet=True)
        done = maker.bound(_DONE, item)
        done.widget.setAccessibleName("Teruggekomen in het gesprek")
        done.widget.setToolTip("Teruggekomen in het gesprek")
        self.fields = [text, done]
        inside = row(self, spacing=4)
        inside.addWidget(done.widget, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(text.widget, 1)
