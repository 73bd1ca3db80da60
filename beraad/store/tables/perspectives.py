"""Tables of ronde 4."""

from __future__ import annotations

from sqlmodel import Field

from beraad.records import ArgumentKind, NormSource, Plea, Presence, Source
from beraad.store.tables.base import Many, parent


class Stakeholders(Many, table=True):
    name: str
    presence: Presence
    source: Source


class Values(Many, table=True):
    stakeholder_id: str = Field(sa_column_args=parent("stakeholders"))
    name: str
    meaning: str
    core: bool


class Norms(Many, table=True):
    value_id: str = Field(sa_column_args=parent("values"))
    text: str
    plea: Plea
    argument: ArgumentKind
    source: NormSource
