"""The life of a signal in the register: from draft by way of an answer to closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from beraad.records import RegisteredSignal, SignalStatus

NEXT: Mapping[SignalStatus, tuple[SignalStatus, ...]] = {
    SignalStatus.DRAFT: (SignalStatus.PASSED_ON,),
    SignalStatus.PASSED_ON: (SignalStatus.RECEIVED, SignalStatus.ANSWERED, SignalStatus.CLOSED),
    SignalStatus.RECEIVED: (SignalStatus.ANSWERED, SignalStatus.CLOSED),
    SignalStatus.ANSWERED: (SignalStatus.CLOSED, SignalStatus.PASSED_ON),
    SignalStatus.CLOSED: (SignalStatus.PASSED_ON,),
}
"""What a signal can become. After an answer that is no answer it can be passed on again."""


def moved_to(
    signal: RegisteredSignal, status: SignalStatus, *, today: date, answer: str = ""
) -> RegisteredSignal:
    """The signal with its next status; an answer is dated, and stays when a signal is closed.

    Raises ValueError when the signal cannot become this.
    """
    if status not in NEXT[signal.status]:
        msg = f"a signal cannot go from {signal.status} to {status}"
        raise ValueError(msg)
    match status:
        case SignalStatus.ANSWERED:
            return replace(signal, status=status, answer=answer, answered_on=today, answer_draft="")
        case SignalStatus.PASSED_ON:
            return replace(signal, status=status, answered_on=None)
        case _:
            return replace(signal, status=status)


def waiting(signals: Iterable[RegisteredSignal], today: date) -> tuple[RegisteredSignal, ...]:
    """The signals somebody still owes an answer to: late ones first, then who waits longest."""
    owed = (signal for signal in signals if signal.awaits_answer())
    return tuple(sorted(owed, key=lambda one: (not one.is_late(today), one.registered_on)))


def summary(signals: Iterable[RegisteredSignal], today: date) -> str:
    """One sentence for the start screen; empty when nobody waits for an answer."""
    owed = waiting(signals, today)
    if not owed:
        return ""
    late = sum(signal.is_late(today) for signal in owed)
    what = "1 signaal wacht" if len(owed) == 1 else f"{len(owed)} signalen wachten"
    return f"{what} op antwoord{f', {late} te laat' if late else ''}."
