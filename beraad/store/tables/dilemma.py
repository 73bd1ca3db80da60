"""Tables of ronde 2 and 5."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from beraad.records import Feasibility, HarmTerm
from beraad.store.tables.base import Many, One, parent


class Dilemma(One, table=True):
    moral_question: str
    settled: bool


class Wordings(Many, table=True):
    moral_question: str
    option_a: str
    option_b: str
    replaced_at: datetime
    reason: str


class Options(Many, table=True):
    text: str
    short: str
    # SQLite reserves this word, and SQLAlchemy does not know it.
    nothing: bool = Field(sa_column_kwargs={"name": "nothing", "quote": True})
    from_value: str
    feasibility: Feasibility
    ground: str
    mandate: str
    remaining_harm: str


class Harms(Many, table=True):
    option_id: str = Field(sa_column_args=parent("options"))
    text: str
    who: str
    term: HarmTerm
