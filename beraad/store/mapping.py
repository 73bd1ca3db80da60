"""From a record to the row it is kept as, and back.

A column has the name of the field. A record inside a record is spread out over its row; a tuple of
records has rows of its own, which are read and written by whoever knows their table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NewType, TypeVar, get_args, get_origin, get_type_hints

R = TypeVar("R")


def to_row(record: object) -> dict[str, Any]:
    """The columns of a record."""
    row: dict[str, Any] = {}
    for name, inner in _fields(type(record)):
        value = getattr(record, name)
        row |= {name: value} if inner is None else to_row(value)
    return row


def to_record(kind: type[R], row: Mapping[Any, Any]) -> R:
    """The record that a row holds.

    Raises KeyError when a column is missing, and TypeError when a value is of another kind than
    the field: SQLite itself takes anything anywhere.
    """
    values: dict[str, Any] = {
        name: row[name] if inner is None else to_record(inner, row) for name, inner in _fields(kind)
    }
    for name, allowed in _kinds(kind):
        if not isinstance(values[name], allowed):
            raise TypeError(name)
    return kind(**values)


@cache
def _fields(kind: Any) -> tuple[tuple[str, type | None], ...]:
    return tuple(
        (name, hint if isinstance(hint, type) and is_dataclass(hint) else None)
        for name, hint in _in_row(kind)
    )


@cache
def _kinds(kind: Any) -> tuple[tuple[str, tuple[type, ...]], ...]:
    """What each field may hold; a `str | None` is either of two, a new type what it is made of."""
    return tuple((name, tuple(_plain(hint))) for name, hint in _in_row(kind))


def _in_row(kind: Any) -> Iterator[tuple[str, Any]]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        if get_origin(hints[field.name]) is not tuple:
            yield field.name, hints[field.name]


def _plain(hint: Any) -> Iterator[type]:
    if isinstance(hint, type):
        yield hint
    elif isinstance(hint, NewType):
        yield from _plain(hint.__supertype__)
    else:
        for each in get_args(hint):
            yield from _plain(each)
