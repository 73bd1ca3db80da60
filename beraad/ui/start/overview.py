"""What the start screen tells about the folder beside its beraden."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.places import is_synchronised, register_path
from beraad.store.register_summary import RegisterSummary, register_summary

_BEHIND = "Er kwamen signalen bij. Beraad telt ze …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What lies beside the beraden, in words.

    Attributes:
        signals: how many wait for an answer, and for us; empty when there are none, or it cannot be
            read.
        is_behind: more signals came in than are counted, until their lines are made.
        practice: it is the folder of an oefenregister.
        trouble: why the register cannot be read; None when it can.
        service: the sync service that the folder lies in; None when none is recognised.
    """

    signals: str
    is_behind: bool
    practice: bool
    trouble: Solvable | None
    service: str | None


def overview(folder: Path, *, today: date) -> Overview:
    """Read what lies beside the beraden; a register that cannot be read keeps nothing else back."""
    counted, trouble = RegisterSummary(), None
    try:
        counted = register_summary(register_path(folder, practice=False), today)
    except Solvable as problem:
        trouble = problem
    return Overview(
        signals=_BEHIND if counted.is_behind else _signals(counted),
        is_behind=counted.is_behind,
        practice=counted.practice,
        trouble=trouble,
        service=is_synchronised(folder),
    )


def _signals(counted: RegisterSummary) -> str:
    if not counted.total:
        return ""
    late = f", {counted.late} te laat" if counted.late else ""
    waits = "wacht" if counted.waiting == 1 else "wachten"
    waiting = f"{counted.waiting} {waits} op antwoord{late}"
    if not counted.ours:
        return waiting
    signals = "signaal" if counted.ours == 1 else "signalen"
    ours = f"bij {counted.ours} {signals} zijn wij aan zet"
    return f"{waiting}, {ours}" if counted.waiting else ours.capitalize()
