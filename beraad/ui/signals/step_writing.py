"""The step that is being written: with what its form begins, and what is typed in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find
from beraad.privacy.leaving.later import places_in
from beraad.records import RegisteredSignal, Step, StepKind
from beraad.signals.life import life
from beraad.signals.moves import WAY_BACK
from beraad.signals.teams import BETWEEN_TEAMS
from beraad.ui.signals.half_steps import HalfSteps, texts_of
from beraad.ui.signals.hint import Hint
from beraad.ui.signals.in_register import SignalInRegister
from beraad.ui.signals.read_texts import ReadTexts
from beraad.ui.signals.recipients import offered
from beraad.ui.signals.step_form import Hearers, StepForm

_CHOOSE_FIRST = "Er liggen twee antwoorden. Kies eerst bij “Wat geldt?” welk antwoord geldt."
_ANOTHER_SINCE = (
    "Sinds je hieraan begon kwam er een ander antwoord. Lees dat eerst. Wat je typte staat er nog; "
    "als je bewaart, gaat het over het antwoord dat er nu staat."
)
_WITHDRAWN_STAYS = (
    "Intrekken bewaart het signaal, met de reden; je kunt het terugnemen. Moeten de woorden weg, "
    "ook bij anderen? Kies dan “Wissen uit het register …”."
)


class StepWriting(QObject):
    """One form at a time, or none.

    `taken` carries a step to take, `reworded` one that stood there already in its new words, both
    with every word read; `put_away` asks to write it down later.
    """

    taken = Signal(object)
    reworded = Signal(object)
    put_away = Signal()

    def __init__(
        self,
        register: SignalInRegister,
        half: HalfSteps,
        parent: QObject,
        *,
        today: Callable[[], date],
        lexicon: Callable[[], Lexicon | None],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._half = half
        self._today = today
        self._lexicon = lexicon
        self._now = now
        self._form: StepForm | None = None

    @property
    def kind(self) -> StepKind | None:
        """The kind of step that is being written."""
        return self._form.kind if self._form is not None else None

    def close(self) -> None:
        """Its form is not there any more."""
        self._form = None

    def open(self, kind: StepKind, inside: QVBoxLayout, *, again: Step | None = None) -> None:
        """Put the form of this kind of step in a layout; `again` is a step to write otherwise."""
        texts = texts_of(again) if again else self._half.of(kind)
        signal = self._register.signal
        if kind is StepKind.PASSED_ON and again is None and not texts:
            texts = _as_agreed(signal)
        waiting = self._register.waiting if kind is StepKind.TOLD else ()
        if waiting and again is None and "to" not in texts:
            texts["to"] = BETWEEN_TEAMS.join(waiting)
        answer = life(signal).answer if signal else None
        began_at = texts.get("answer", "")
        form = StepForm(
            kind,
            texts=texts,
            answer=answer.id if answer else None,
            hearers=Hearers(self._register.teams, waiting) if kind is StepKind.TOLD else None,
            today=self._today,
            read=ReadTexts(
                self,
                places_in=self._places_in,
                now=self._now,
                steps=None if again else self._half.undoable(kind),
            ),
            others=self._register.to_join_with,
            again=again,
            recipients=partial(offered, self._register.path),
        )
        form.put_away.connect(self.put_away)
        if again is None:
            form.typed.connect(partial(self._on_typed, kind))
            form.taken.connect(self._on_taken)
        else:
            form.taken.connect(self._on_reworded)
        self._form = form
        if kind is StepKind.WITHDRAWN:
            inside.addWidget(Hint(_WITHDRAWN_STAYS))
        inside.addWidget(form)
        form.show()
        if self._register.known.answers_clash and kind in WAY_BACK:
            form.refuse(_CHOOSE_FIRST)
        elif began_at and answer is not None and began_at != answer.id:
            form.refuse(_ANOTHER_SINCE)

    def take_focus(self) -> bool:
        """Put the cursor where writing starts; whether anything is being written."""
        if self._form is not None:
            self._form.take_focus()
        return self._form is not None

    def undo(self) -> bool:
        """Take back what was typed last where the cursor is; whether there was any."""
        return self._form is not None and self._form.undo()

    def undo_anywhere(self) -> bool:
        """Take back what was typed last, wherever the cursor is; whether there was any."""
        return self._form is not None and self._form.undo_anywhere()

    def redo(self) -> bool:
        """Type it again; whether there was something to type."""
        return self._form is not None and self._form.redo()

    @Slot(str)
    def refuse(self, why: str) -> None:
        """Say why this cannot be kept yet."""
        if self._form is not None:
            self._form.refuse(why)

    def _places_in(self, text: str) -> tuple[Find, ...]:
        return places_in(text, self._lexicon(), on=self._today()) if text.strip() else ()

    def _on_typed(self, kind: StepKind, texts: dict[str, str]) -> None:
        self._half.type(kind, texts)

    @Slot(object)
    def _on_taken(self, step: Step) -> None:
        if why := self._register.hinders(step, self._today()):
            self.refuse(why)
        else:
            self.taken.emit(step)

    @Slot(object)
    def _on_reworded(self, step: Step) -> None:
        if why := self._register.hinders_rewording(step, self._today()):
            self.refuse(why)
        else:
            self.reworded.emit(step)


def _as_agreed(signal: RegisteredSignal | None) -> dict[str, str]:
    """To whom it goes and before when, as the signal says; of another round nothing is said."""
    if signal is None or any(step.kind is StepKind.PASSED_ON for step in signal.steps):
        return {}
    content = signal.content
    due = content.answer_due.isoformat() if content.answer_due else ""
    agreed = {"to": content.recipient.strip(), "role": content.sender_role.strip(), "due": due}
    return {name: text for name, text in agreed.items() if text}
