"""Ronde 2: de morele vraag, A en B, en wat er bij elk verloren gaat."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from beraad.phases import dilemma
from beraad.phases.course import Course
from beraad.phases.dates import short_date
from beraad.phases.wording import option_mark
from beraad.records import Harm, Id, Session, Wording, new_id
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.folding import Folding, folding
from beraad.ui.widgets.hint_line import HintLine
from beraad.ui.widgets.parts import button, clear, column, label, panel, row
from beraad.ui.widgets.record_list import RecordList, RecordRow

_HEADS = {"A": "a-head", "B": "b-head"}


class DilemmaPage(FieldPage):
    """The question with its earlier wordings, and two cards side by side."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self._versions = Versions(maker)
        self._question = self.bound(dilemma.MORAL_QUESTION, role="large", single_line=True)
        self._hint = HintLine(maker.listening)
        self._hint.put_away.connect(self.take_focus)
        maker.listening.changed.connect(self._show_hint)
        self.layout_.addWidget(self._versions.heading)
        self.layout_.addWidget(self._question.widget)
        self.layout_.addWidget(self._hint)
        self.layout_.addWidget(self._versions)
        self._cards = row(spacing=18)
        maker.room.adapt(self._cards, self)
        self.layout_.addLayout(self._cards)
        self.layout_.addStretch(1)
        self._made: list[OptionCard] = []

    def show_session(self, session: Session) -> None:
        if not self._made:
            for option in (session.option_a, session.option_b):
                card = OptionCard(self.maker, option.id, session.letter(option.id))
                self._made.append(card)
                self._cards.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        super().show_session(session)
        self._show_hint()
        self._versions.show_session(session)
        for card in self._made:
            card.show_session(session)

    @Slot()
    def _show_hint(self) -> None:
        hint = self.maker.listening.about(dilemma.MORAL_QUESTION.section)
        self._hint.show_hint(hint)
        self._question.show_hint(hint)


class OptionCard(QFrame):
    """A or B: what one does, and the harm line by line."""

    def __init__(self, maker: FieldMaker, option: Id, letter: str) -> None:
        super().__init__()
        self._option = option
        self._listening = maker.listening
        self._hint = HintLine(maker.listening)
        maker.listening.changed.connect(self._show_hint)
        self.setProperty("panel", "card")
        self.setAccessibleName(f"mogelijkheid {letter}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        head = panel(_HEADS[letter])
        in_head = row(spacing=8)
        in_head.setContentsMargins(16, 8, 10, 8)
        in_head.addWidget(label(option_mark(letter), wrap=False))
        short = maker.bound(dilemma.OPTION_SHORT, option, quiet=True)
        short.widget.setAccessibleName(f"{letter} in twee woorden")
        in_head.addWidget(short.widget, 1)
        column(head).addWidget(folding(in_head))
        text = maker.bound(dilemma.OPTION_TEXT, option, quiet=True, role="large", least_lines=2)
        text.widget.setAccessibleName(f"{letter}: {dilemma.OPTION_TEXT.label}")
        self._fields = (short, text)
        self._hint.put_away.connect(text.widget.setFocus)
        inside = column(self, spacing=0)
        inside.addWidget(head)
        body = column(spacing=8)
        body.setContentsMargins(12, 12, 10, 12)
        body.addWidget(text.widget)
        body.addWidget(self._hint)
        self._asks_harm = label(dilemma.HARM_TEXT.label, role="label", heads=True)
        body.addWidget(self._asks_harm)
        self._harms = RecordList(
            maker.editor,
            "harms",
            lambda item: HarmRow(maker, item, letter),
            lambda: Harm(id=new_id(), option_id=option),
            add_label="schade",
            thing="schade",
            divided=False,
        )
        self._harms.setObjectName(f"list-harms-{letter}")
        body.addWidget(self._harms)
        inside.addLayout(body)

    def show_session(self, session: Session) -> None:
        """Show the option and its harm as they stand."""
        for bound in self._fields:
            bound.show(session)
        self._asks_harm.setText(Course.of(session).worded(dilemma.HARM_TEXT).label)
        self._harms.show_records(session.harms_of(self._option), session)
        self._show_hint()

    @Slot()
    def _show_hint(self) -> None:
        hint = self._listening.about(dilemma.OPTION_TEXT.section, self._option)
        self._hint.show_hint(hint)
        for bound in self._fields:
            bound.show_hint(hint)


class HarmRow(RecordRow):
    """What is lost, for whom, and for how long."""

    def __init__(self, maker: FieldMaker, item: Id, letter: str) -> None:
        super().__init__(item)
        text = maker.bound(dilemma.HARM_TEXT, item)
        text.widget.setAccessibleName(f"Schade bij {letter}")
        who = maker.bound(dilemma.HARM_WHO, item, quiet=True, role="small")
        term = maker.bound(dilemma.HARM_TERM, item, quiet=True)
        self.fields = [text, who, term]
        inside = column(self, spacing=2)
        inside.addWidget(text.widget)
        under = row(spacing=4)
        maker.room.adapt(under, self)
        under.addWidget(who.widget, 1)
        under.addWidget(term.widget, 0)
        inside.addLayout(under)


class Versions(QWidget):
    """Earlier wordings of the dilemma, and why they were changed."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__()
        self._maker = maker
        self._shown: tuple[Wording, ...] = ()
        self._reasons: list[BoundField] = []
        self.heading = Folding()
        in_heading = row(self.heading, spacing=10)
        in_heading.addWidget(label(dilemma.MORAL_QUESTION.label, role="label", wrap=False))
        self._count = label(role="label", wrap=False)
        in_heading.addWidget(self._count)
        self._toggle = button("eerdere", kind="link", described="Eerdere formuleringen")
        self._toggle.setCheckable(True)
        self._toggle.clicked.connect(self._on_toggled)
        in_heading.addWidget(self._toggle)
        in_heading.addStretch(1)
        self._rows = column(self, spacing=10)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Show how many wordings there are; the last change asks for its reason."""
        wordings = session.wordings
        self._count.setText(f"{len(wordings) + 1}e formulering" if wordings else "")
        self._toggle.setVisible(bool(wordings))
        if [w.id for w in wordings] != [w.id for w in self._shown]:
            self._rebuild(wordings)
            if len(wordings) > len(self._shown) and self._shown:
                self._open(unfolded=True)
        if not wordings:
            self._open(unfolded=False)
        self._shown = wordings
        for reason in self._reasons:
            reason.show(session)

    def _rebuild(self, wordings: tuple[Wording, ...]) -> None:
        clear(self._rows)
        self._reasons = []
        for wording in reversed(wordings):
            self._rows.addWidget(self._version(wording))

    def _version(self, wording: Wording) -> QWidget:
        box = panel("row")
        inside = column(box, spacing=4)
        when = short_date(wording.replaced_at.astimezone().date())
        inside.addWidget(label(f"tot {when}", role="label"))
        inside.addWidget(label(wording.moral_question or "(nog geen vraag)"))
        inside.addWidget(
            label(f"A {wording.option_a or '—'} · B {wording.option_b or '—'}", role="small")
        )
        reason = self._maker.bound(dilemma.REASON, wording.id, quiet=True)
        self._reasons.append(reason)
        inside.addWidget(reason.widget)
        return box

    @Slot(bool)
    def _on_toggled(self, unfolded: bool) -> None:  # noqa: FBT001
        self._open(unfolded=unfolded)

    def _open(self, *, unfolded: bool) -> None:
        self._toggle.setChecked(unfolded)
        self.setVisible(unfolded)
