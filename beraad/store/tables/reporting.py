"""Tables of what is made of a beraad after the talk."""

from __future__ import annotations

from datetime import date

from beraad.records import Layer
from beraad.store.tables.base import Many, One


class Lesson(One, table=True):
    title: str
    situation: str
    dilemma: str
    value_conflict: str
    considerations: str
    lesson: str
    bottleneck: str
    themes: str
    general_words: bool
    no_local_detail: bool
    nobody_recognised: bool
    approved_by: str
    approved_on: date | None


class Reactions(Many, table=True):
    role: str
    text: str
    given_on: date | None
    response: str
    settled: bool


class Versions(Many, table=True):
    layer: Layer
    number: int
    made_on: date
    final: bool
    changes: str
    text: str
