"""From a record to the row it is kept as, and back.

A column has the name of the field. A record inside a record is spread out over its row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_type_hints

R = TypeVar("R")


def to_row(record: object) -> dict[str, Any]:
    """The columns of a record."""
    row: dict[str, Any] = {}
    for name, inner in _fields(type(record)):
        value = getattr(record, name)
        row |= {name: value} if inner is None else to_row(value)
    return row


def to_record(kind: type[R], row: Mapping[Any, Any]) -> R:
    """The record that a row holds; raises KeyError when a column is missing."""
    return kind(
        **{
            name: row[name] if inner is None else to_record(inner, row)
            for name, inner in _fields(kind)
        }
    )


@cache
def _fields(kind: Any) -> tuple[tuple[str, type | None], ...]:
    hints = get_type_hints(kind)
    return tuple(
        (field.name, hints[field.name] if is_dataclass(hints[field.name]) else None)
        for field in fields(kind)
    )
