"""Whether the day of a step can be: done on a day that has come, and after what it follows on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from beraad.phases.dates import full_date, monday_of
from beraad.records import RegisteredSignal, Step, StepKind
from beraad.signals.life import life
from beraad.signals.moves import Life
from beraad.signals.small_numbers import is_week


class _Before(NamedTuple):
    what: str
    on: date


def misdated(signal: RegisteredSignal, step: Step, today: date) -> str:
    """Why a step cannot be of the day it says, one or two Dutch sentences; empty when it can.

    What came from another laptop is never held against this: only what somebody writes down here.
    """
    if step.kind is StepKind.UNDONE:
        return ""
    if step.on > today:
        return f"{full_date(step.on)} moet nog komen. Schrijf op wanneer het echt was."
    before = _before(life(signal), step, _begun(signal))
    if before is not None and step.on < before.on:
        return (
            f"{full_date(step.on)} ligt vóór {full_date(before.on)}, toen {before.what}. "
            "Kijk welke van de twee dagen niet klopt."
        )
    if step.due is not None and step.due < step.on:
        return f"De afgesproken dag, {full_date(step.due)}, ligt vóór {full_date(step.on)}."
    return ""


def _begun(signal: RegisteredSignal) -> _Before | None:
    """The first day of the week of its beraad; of one without a beraad nothing is known."""
    if not is_week(signal.week):
        return None
    return _Before("de week van het beraad begon", monday_of(signal.week))


def _before(now: Life, step: Step, begun: _Before | None) -> _Before | None:
    """What has to be done before a step of this kind, and when that was."""
    asked = _Before("het signaal is doorgegeven", now.asked_on) if now.asked_on else begun
    came = now.answer is None or now.answer.is_answer
    ended = "het antwoord kwam" if came else "bleek dat er geen antwoord kwam"
    answered = _Before(ended, now.answer.on) if now.answer else asked
    heard = "het team het antwoord hoorde" if came else "het team dat hoorde"
    told = _Before(heard, now.told.on) if now.told else answered
    match step.kind:
        case StepKind.TOLD | StepKind.PASSED_ON:
            return answered
        case StepKind.TEAM_SAID:
            return told
        case StepKind.CLOSED:
            return _Before("het team zei of het hielp", now.said.on) if now.said else told
        case StepKind.SHARPENED if now.asked_back is not None:
            return _Before("de vraag terugkwam", now.asked_back.on)
        case _:
            return asked
