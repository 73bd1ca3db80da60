"""From a beraad into the register: that the team heard an answer, and what it thinks of it.

The beraad says what was told; the register follows. No words of the beraad go along: only the day,
the way, the team as its signal names it, and whether it helped.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from beraad.errors import Solvable
from beraad.privacy.leaving.later import mark_of
from beraad.publishing.stepping import HARDLY
from beraad.records import Id, RegisteredSignal, Session, Step, StepKind, ToldAnswer
from beraad.signals.life import lacks, life
from beraad.signals.told_back import steps_towards, wanted_steps
from beraad.store.register import Register


class NoLongerFits(Solvable):
    """The signal went on meanwhile, so this cannot be noted with it; trying again is no use."""

    def __init__(self, told: ToldAnswer) -> None:
        super().__init__(
            f"Bij het signaal “{told.title}” is niet genoteerd dat het antwoord is verteld: het "
            "signaal is intussen veranderd.",
            kept="In dit beraad en het verslag staat het wel.",
            way_out="Kijk bij Signalen hoe het er nu voor staat.",
        )


def told_in(session: Session) -> dict[Id, ToldAnswer]:
    """The answers that the register should know to be told by this beraad; none of an oefening."""
    return {} if session.is_practice else {one.id: one for one in session.told_answers}


def note_told(
    told: ToldAnswer,
    path: Path,
    *,
    held_on: date,
    today: date,
    holds: bool = True,
    only_new: bool = False,
) -> bool:
    """Let the register say that this answer was told, or no longer when it does not hold.

    Whatever stands there already is left alone; whether anything was written. With `only_new` a
    step that somebody withdrew in the register stays withdrawn. Raises NoLongerFits, and Solvable
    when the register cannot be written now.
    """
    if not path.exists():
        return _nowhere(told, holds=holds)
    with Register.open(path, patience=HARDLY) as register:
        signal = register.folded(told.signal).signal
        if signal is None:
            return _nowhere(told, holds=holds)
        wanted = wanted_steps(told, on=held_on, today=today) if holds else ()
        added = steps_towards(signal, told.id, wanted, today=today)
        if only_new:
            added = tuple(step for step in added if step.kind is not StepKind.UNDONE)
        for step in added:
            signal = replace(signal, steps=(*signal.steps, _fitting(signal, step, told)))
        if added:
            register.put(signal)
        return bool(added)


def _fitting(signal: RegisteredSignal, step: Step, told: ToldAnswer) -> Step:
    """The step as it is kept: its words are our own, and the name of a team that was cleaned."""
    if step.kind is StepKind.UNDONE:
        return step
    answer = life(signal).answer
    if answer is None or answer.id != told.answer or lacks(signal, step):
        raise NoLongerFits(told)
    return replace(step, read=mark_of(step))


def _nowhere(told: ToldAnswer, *, holds: bool) -> bool:
    if holds:
        raise NoLongerFits(told)
    return False
