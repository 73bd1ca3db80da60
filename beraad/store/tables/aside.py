"""Tables of what is kept beside the rondes, and of what the gate was told."""

from __future__ import annotations

from datetime import date

from beraad.records import PhaseKey, Verdict
from beraad.store.tables.base import Many, One


class Parked(Many, table=True):
    phase: PhaseKey
    text: str
    done: bool


class PrivateNotes(Many, table=True):
    phase: PhaseKey
    text: str


class AsTyped(Many, table=True):
    place: str
    text: str


class TimeSpent(Many, table=True):
    phase: PhaseKey
    seconds: int
    shift: int


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


class Review(One, table=True):
    second_reader: str
    second_read_on: date | None
    small_team: bool
    unique_situation: bool
    dates: bool
    quotes: bool
    declared_by: str
    declared_on: date | None
    declared_content: str | None
