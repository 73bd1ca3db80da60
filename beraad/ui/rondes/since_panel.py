"""Sinds vorige keer, in the opening: what came of agreements, and answers to tell the team."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from beraad.editing.looking_back import with_helped, with_kept, with_told
from beraad.errors import Solvable
from beraad.phases import since
from beraad.phases.dates import full_date, short_date
from beraad.phases.model import Choices, Field
from beraad.phases.numbers import counted
from beraad.phases.wording import HELPED_LABELS, KEPT_LABELS
from beraad.records import (
    AnswerToTell,
    Helped,
    Id,
    Kept,
    OpenAgreement,
    Session,
    SinceLastTime,
)
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, line, row, title_above

_CALM = 400
"""Milliseconds after the last key in the name of the team until its beraden are looked for."""

_AT_ONCE = 6
"""Agreements that are shown at once; the others are folded away."""


class SincePanel(QWidget):
    """Shows what stands open for this team, and writes down what is said of it."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__()
        self.setObjectName("since-last-time")
        self._maker = maker
        self._found = SinceLastTime()
        self._asked: tuple[str, date, bool] | None = None
        self._looks = False
        self._cards: dict[tuple[Id, Id], AnswerCard] = {}
        self._rows: dict[Id, AgreementRow] = {}
        self._job = LatestWish(self)
        self._job.done.connect(self._on_found)
        self._job.failed.connect(self._on_failed)
        inside = column(self, spacing=10)
        head = row(spacing=16)
        head.addWidget(title_above(since.TITLE))
        self._ago = label(role="muted")
        self._ago.setObjectName("since-ago")
        head.addWidget(self._ago, 1)
        inside.addWidget(folding(head))
        self._about = label(role="muted")
        self._about.setObjectName("about-since")
        inside.addWidget(self._about)
        self._cards_box, self._answers = _list("told_answers", spacing=10)
        inside.addWidget(self._cards_box)
        self._title = title_above(since.AGREEMENTS)
        self._hint = label(since.KEPT_HINT, role="small")
        inside.addWidget(self._title)
        inside.addWidget(self._hint)
        self._rows_box, agreements = _list("earlier_agreements", spacing=10)
        inside.addWidget(self._rows_box)
        self._first: QVBoxLayout = column(spacing=8)
        agreements.addLayout(self._first)
        self._later = Fold("Meer afspraken")
        agreements.addWidget(self._later)
        self._unread = label(role="small")
        self._unread.setObjectName("since-unread")
        inside.addWidget(self._unread)
        self._show(maker.editor.session)

    @property
    def is_looking(self) -> bool:
        """Whether it is still looked for what stands open."""
        return self._looks

    def show_session(self, session: Session) -> None:
        """Show what is known for this team; look for it when it is another team or day."""
        opening = session.opening
        asked = (" ".join(opening.team.split()), opening.held_on, session.is_practice)
        if asked != self._asked:
            first = self._asked is None
            self._asked = asked
            self._found = SinceLastTime()
            self._looks = bool(asked[0]) and not session.is_practice
            if self._looks:
                self._job.wish(
                    partial(_look, self._maker.earlier.since, session), calm=0 if first else _CALM
                )
            else:
                self._job.forget()
        self._show(session)

    @Slot(object)
    def _on_found(self, found: SinceLastTime) -> None:
        self._looks = False
        self._found = found
        self._show(self._maker.editor.session)

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._looks = False
        self._found = SinceLastTime(register_unread=problem.happened)
        self._show(self._maker.editor.session)

    def _show(self, session: Session) -> None:
        answers = () if session.is_practice else since.answers_to_tell(session, self._found)
        agreements = () if session.is_practice else since.open_agreements(session, self._found)
        last, now = self._found.last_held, session.opening.held_on
        self._ago.setText(since.how_long_ago(last, now) if last else "")
        self._ago.setVisible(last is not None)
        about = self._said_about(session, nothing=not answers and not agreements)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        for part in (self._title, self._hint, self._rows_box):
            part.setVisible(bool(agreements))
        self._cards_box.setVisible(bool(answers))
        self._show_answers(answers, session)
        self._show_agreements(agreements, session)
        trouble = _trouble(self._found)
        self._unread.setText(trouble)
        self._unread.setVisible(bool(trouble))

    def _said_about(self, session: Session, *, nothing: bool) -> str:
        """What stands there when there is nothing, or something kind about the time between."""
        team = " ".join(session.opening.team.split())
        if session.is_practice:
            return since.IN_PRACTICE
        if not team:
            return f"{since.NO_TEAM} {since.WILL_STAND_HERE}"
        if self._looks:
            return "" if not nothing else "Beraad kijkt wat er openstaat …"
        last = self._found.last_held
        if last is None:
            return f"Van “{team}” staat hier geen eerder beraad. {since.WILL_STAND_HERE}" * nothing
        said = (since.about_pace(last, session.opening.held_on), since.NOTHING_OPEN * nothing)
        return " ".join(filter(None, said))

    def _show_answers(self, answers: tuple[AnswerToTell, ...], session: Session) -> None:
        wanted = {(one.signal, one.answer): one for one in answers}
        for key in [key for key in self._cards if key not in wanted]:
            _throw_away(self._answers, self._cards.pop(key))
        for place, (key, answer) in enumerate(wanted.items()):
            card = self._cards.get(key)
            if card is None:
                card = self._cards[key] = AnswerCard(self._maker)
                self._answers.insertWidget(place, card)
                card.show()
            card.show_answer(answer, session)

    def _show_agreements(self, agreements: tuple[OpenAgreement, ...], session: Session) -> None:
        wanted = {one.id: one for one in agreements}
        for item in [item for item in self._rows if item not in wanted]:
            made = self._rows.pop(item)
            _throw_away(self._first, made)
            _throw_away(self._later.inside, made)
        for place, (item, agreement) in enumerate(wanted.items()):
            made = self._rows.get(item)
            if made is None:
                made = self._rows[item] = AgreementRow(self._maker, item)
            there, at = (
                (self._first, place) if place < _AT_ONCE else (self._later.inside, place - _AT_ONCE)
            )
            if there.indexOf(made) != at:
                there.insertWidget(at, made)
                made.show()
            made.show_agreement(agreement, session)
        more = len(wanted) - _AT_ONCE
        self._later.setVisible(more > 0)
        self._later.rename(f"Nog {counted(more, 'afspraak', 'afspraken')}")


class LettersField(SegmentField):
    """Segments of which a letter chooses: the next one that begins so."""

    def __init__(self, choices: Choices, *, name: str = "") -> None:
        super().__init__(choices, name=name, one_line=True)
        self._choices = choices
        self._value: StrEnum | None = None
        self.edited.connect(self._on_edited)

    def show_value(self, value: StrEnum | None) -> None:
        self._value = value
        super().show_value(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().casefold()
        others = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        alike = [value for value, text in self._choices if letter.isalpha() and text[0] == letter]
        if others or not alike:
            super().keyPressEvent(event)
            return
        after = [each for each in alike if each is self._value]
        place = alike.index(after[0]) + 1 if after else 0
        chosen = alike[place % len(alike)]
        self.show_value(chosen)
        self.take_focus()
        self.edited.emit(chosen)

    @Slot(object)
    def _on_edited(self, value: StrEnum) -> None:
        self._value = value


class AgreementRow(QWidget):
    """An agreement of an earlier beraad: what came of it, and one line of words."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__()
        self._maker = maker
        self._agreement: OpenAgreement | None = None
        self._what = label(role="strong")
        self._when = label(role="small")
        self._kept = LettersField(tuple(KEPT_LABELS.items()))
        self._kept.setObjectName(f"kept-{item}")
        self._kept.edited.connect(self._on_kept)
        texts = column(spacing=2)
        texts.addWidget(self._what)
        texts.addWidget(self._when)
        texts.addStretch(1)
        about = QWidget()
        about.setLayout(texts)
        beside = row(spacing=14)
        beside.addWidget(about, 1)
        beside.addWidget(self._kept)
        inside = column(self, spacing=6)
        inside.addWidget(folding(beside))
        self._words = Words(maker, since.AGREEMENT_WORDS, "niet beantwoorden")
        self._words.cleared.connect(self._on_cleared)
        inside.addWidget(self._words)
        inside.addWidget(line())

    def show_agreement(self, agreement: OpenAgreement, session: Session) -> None:
        """Show this agreement, and what this beraad says of it."""
        kept = since.kept_of(session, agreement)
        if agreement != self._agreement:
            self._agreement = agreement
            self._what.setText(agreement.what)
            self._when.setText(_when(agreement, session.opening.held_on))
            self._kept.setAccessibleName(f"Wat werd het: {agreement.what}")
        self._kept.show_value(kept.kept if kept else None)
        self._words.show_of(kept.id if kept else None, session, about=agreement.what)

    @Slot(object)
    def _on_kept(self, kept: Kept) -> None:
        if self._agreement is not None:
            self._maker.editor.change(partial(with_kept, agreement=self._agreement, kept=kept))

    @Slot()
    def _on_cleared(self) -> None:
        if self._agreement is not None:
            self._kept.take_focus()
            self._maker.editor.change(partial(with_kept, agreement=self._agreement, kept=None))


class AnswerCard(QFrame):
    """An answer on a signal of this team: to tell, and then whether it helps."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._maker = maker
        self._answer: AnswerToTell | None = None
        inside = column(self, spacing=6)
        inside.setContentsMargins(18, 14, 18, 14)
        self._from = label(role="small")
        self._said = label(role="strong")
        self._change = label()
        for each in (self._from, self._said, self._change):
            inside.addWidget(each)
        self._told = button("Verteld", name="told-answer")
        self._told.setCheckable(True)
        self._told.clicked.connect(self._on_told)
        self._helped = LettersField(tuple(HELPED_LABELS.items()), name="Hielp het?")
        self._helped.edited.connect(self._on_helped)
        asked = row(spacing=8)
        self._asked = label("Hielp het?", role="small", wrap=False)
        asked.addWidget(self._asked)
        asked.addWidget(self._helped)
        ways = row(spacing=14)
        ways.addWidget(self._told, 0, Qt.AlignmentFlag.AlignTop)
        ways.addStretch(1)
        ways.addWidget(folding(asked))
        inside.addWidget(folding(ways))
        self._words = Words(maker, since.ANSWER_WORDS, "toch niet verteld")
        self._words.cleared.connect(self._on_cleared)
        inside.addWidget(self._words)

    def show_answer(self, answer: AnswerToTell, session: Session) -> None:
        """Show this answer, and what this beraad says of it."""
        told = since.told_of(session, answer)
        if answer != self._answer:
            self._answer = answer
            self._from.setText(_from(answer))
            self._said.setText(answer.said)
            self._change.setText(f"Wat er verandert: {answer.change}" if answer.change else "")
            self._change.setVisible(bool(answer.change.strip()))
            self._told.setVisible(answer.told_before is None)
            self._told.setAccessibleDescription(answer.title)
            self._helped.setAccessibleName(f"Hielp het antwoord: {answer.title}")
        can_help = not since.came_unanswered(answer) or (told is not None and bool(told.helped))
        self._asked.setVisible(can_help)
        self._helped.setVisible(can_help)
        self._told.setChecked(told is not None)
        self._helped.show_value(told.helped if told else None)
        self._words.show_of(told.id if told else None, session, about=answer.title)

    @Slot(bool)
    def _on_told(self, told: bool) -> None:  # noqa: FBT001
        if self._answer is not None:
            self._maker.editor.change(partial(with_told, answer=self._answer, told=told))

    @Slot(object)
    def _on_helped(self, helped: Helped) -> None:
        if self._answer is not None:
            self._maker.editor.change(partial(with_helped, answer=self._answer, helped=helped))

    @Slot()
    def _on_cleared(self) -> None:
        if self._answer is not None:
            (self._told if self._answer.told_before is None else self._helped).setFocus()
            self._maker.editor.change(partial(with_told, answer=self._answer, told=False))


class Words(QWidget):
    """One line of words about something that was answered, and the way to take that back."""

    cleared = Signal()

    def __init__(self, maker: FieldMaker, field: Field, clear: str) -> None:
        super().__init__()
        self._maker = maker
        self._field = field
        self._item: Id | None = None
        self._bound: BoundField | None = None
        self._place = row(self, spacing=8)
        self._clear = button(clear.capitalize(), kind="link", name="clear-since")
        self._clear.clicked.connect(self.cleared)
        self._place.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_of(self, item: Id | None, session: Session, *, about: str) -> None:
        """Show the words of this record; nothing when there is none."""
        if item != self._item:
            self._item = item
            if self._bound is not None:
                _throw_away(self._place, self._bound.widget)
            self._bound = self._maker.bound(self._field, item) if item else None
            if self._bound is not None:
                self._bound.widget.setAccessibleName(f"{self._field.label} {about}")
                self._place.insertWidget(0, self._bound.widget, 1)
        if self._bound is not None:
            self._bound.show(session)
            self._clear.setAccessibleDescription(about)
        self.setVisible(item is not None)


def _list(section: str, *, spacing: int) -> tuple[QWidget, QVBoxLayout]:
    """Where the records of a section stand: known by that name to who brings them in sight."""
    box = QWidget()
    box.setObjectName(f"list-{section}")
    return box, column(box, spacing=spacing)


def _look(
    look: Callable[[Session, Callable[[], bool]], SinceLastTime], session: Session, asker: Asker
) -> SinceLastTime:
    return look(session, lambda: not asker.unwanted())


def _when(agreement: OpenAgreement, now: date) -> str:
    last = f"vorige keer: {KEPT_LABELS[agreement.last]}" if agreement.last else ""
    day = agreement.look_back
    look = f"terugkijken {short_date(day)}" if day else ""
    if day is not None and not since.is_due(agreement, now):
        look += f", over {since.how_long_until(day, now)}"
    agreed = f"uit “{agreement.title}”" if agreement.title else ""
    on = f"afgesproken {short_date(agreement.agreed_on)}"
    return " · ".join(filter(None, (agreement.role, look, last, f"{on} {agreed}".strip())))


def _from(answer: AnswerToTell) -> str:
    day = full_date(answer.answered_on)
    said = f"Antwoord van {day} op jullie signaal “{answer.title}”"
    if since.came_unanswered(answer):
        said = f"Geen antwoord gekregen op jullie signaal “{answer.title}” ({day})"
    if answer.joined:
        return f"{said}. Het ging verder in een signaal van een ander team; ook jullie horen dit."
    if answer.told_before is not None:
        return f"{said}. Verteld op {full_date(answer.told_before)}."
    return f"{said}."


def _trouble(found: SinceLastTime) -> str:
    parts: list[str] = []
    if found.unread:
        files = counted(found.unread, "beraad", "beraden")
        parts.append(f"Niet te lezen, en hier dus niet bij: {files} van dit team.")
    if found.unread_answers:
        said = counted(found.unread_answers, "antwoord wacht", "antwoorden wachten")
        parts.append(f"{said} tot iemand het naleest bij Signalen. Daarna vertel je het hier.")
    if found.register_unread:
        parts.append(f"Antwoorden op signalen staan er nu niet bij. {found.register_unread}")
    return " ".join(parts)


def _throw_away(layout: QBoxLayout, widget: QWidget) -> None:
    if layout.indexOf(widget) >= 0:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
