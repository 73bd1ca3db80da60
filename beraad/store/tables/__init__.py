"""The schema of our files: one row class for each kind of record.

A table has the name of the section it holds, without underscores; a column that of the field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from beraad.store.tables import (
    aside,
    case,
    conclusion,
    dilemma,
    opening,
    perspectives,
    reporting,
    signal,
    summary,
    weighing,
)
from beraad.store.tables.base import RegisterTable, SessionTable

if TYPE_CHECKING:
    from sqlalchemy import Table

SESSION_SCHEMA = SessionTable.metadata
REGISTER_SCHEMA = RegisterTable.metadata


def table_of(section: str) -> Table:
    """The table that holds a section of a session."""
    return SESSION_SCHEMA.tables[section.replace("_", "")]


__all__ = [
    "REGISTER_SCHEMA",
    "SESSION_SCHEMA",
    "aside",
    "case",
    "conclusion",
    "dilemma",
    "opening",
    "perspectives",
    "reporting",
    "signal",
    "summary",
    "table_of",
    "weighing",
]
