"""Tables of what is kept beside the rondes, and of what the gate was told."""

from __future__ import annotations

from beraad.records import PhaseKey, Verdict
from beraad.store.tables.base import Many, One


class Parked(Many, table=True):
    phase: PhaseKey
    text: str
    done: bool


class PrivateNotes(Many, table=True):
    phase: PhaseKey
    text: str


class TimeSpent(Many, table=True):
    phase: PhaseKey
    seconds: int


class Progress(One, table=True):
    phase: PhaseKey


class KnownWords(Many, table=True):
    word: str
    replacement: str


class Decisions(Many, table=True):
    key: str
    verdict: Verdict
    replacement: str
    reason: str
