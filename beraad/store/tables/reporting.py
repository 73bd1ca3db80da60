"""Tables of what is made of a beraad after the talk."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel

from beraad.records import Layer
from beraad.store.tables.base import Many, One, RegisterTable


class LessonContent(SQLModel):
    """What a leerverslag says."""

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


class Lesson(One, LessonContent, table=True):
    """The leerverslag that is being written in a beraad."""


class Lessons(RegisterTable, LessonContent, table=True):
    """The approved leerverslagen in the register."""

    id: str = Field(primary_key=True)
    season: str


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
