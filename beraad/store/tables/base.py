"""What the tables of one kind of file have in common."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel


class SessionTable(SQLModel, registry=registry()):
    """A table of a session file."""


class One(SessionTable):
    """A section that holds exactly one record, at position 0."""

    position: int = Field(primary_key=True)


class Many(SessionTable):
    """A section that holds a tuple of records, each at its position."""

    position: int
    id: str = Field(primary_key=True)


class RegisterTable(SQLModel, registry=registry()):
    """A table of the register."""


def parent(section: str) -> tuple[ForeignKey]:
    """The record of another section that this one hangs on, and goes away with."""
    return (_reference(section, when_gone="CASCADE"),)


def choice(section: str) -> tuple[ForeignKey]:
    """A record of another section that is pointed at, as long as it is there."""
    return (_reference(section, when_gone="SET NULL"),)


def _reference(section: str, *, when_gone: str) -> ForeignKey:
    # Deferred: within one transaction, rows may come in any order.
    return ForeignKey(f"{section}.id", ondelete=when_gone, deferrable=True, initially="DEFERRED")
