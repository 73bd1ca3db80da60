"""A record as the JSON of an event, and back; what does not fit is refused by its field.

What says nothing is left out. A field of a later version is passed over, so that an older laptop
reads what it knows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, NewType, NoReturn, TypeVar, get_args, get_type_hints

R = TypeVar("R")

LONGEST_TEXT = 100_000
"""Characters of one text; a signal of a page has a tenth of that."""

YEARS = range(1900, 2200)
"""Of days that can be typed: near the ends of the calendar nothing can be counted from them."""


def encoded(record: object) -> dict[str, Any]:
    """The fields of a frozen record that say something."""
    said: dict[str, Any] = {}
    for name, _ in _typed(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        said[name] = value.isoformat() if isinstance(value, date) else value
    return said


def decoded(kind: type[R], said: Mapping[str, Any]) -> R:
    """The record that these fields tell.

    Raises ValueError, with the name of the field, for a value of another kind or a missing one.
    """
    allowed = _allowed(kind)
    values: dict[str, Any] = {}
    for name, value in said.items():  # A tenth of the fields that there are.
        if name in allowed:
            values[name] = _value(name, allowed[name], value)
    for name in _needed(kind):
        if name not in values:
            if str not in allowed[name]:
                raise ValueError(name)
            values[name] = ""
    return kind(**values)


def dumped(said: Mapping[str, Any]) -> str:
    """Fields as JSON text, one way for one content."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _value(name: str, allowed: tuple[type, ...], said: object) -> Any:
    if isinstance(said, str) and len(said) <= LONGEST_TEXT:
        for kind in allowed:
            if kind is str:
                if _is_text(said):
                    return said
            elif kind is not bool:
                return _one_of(name, kind, said)
    elif isinstance(said, bool) and bool in allowed:
        return said
    raise ValueError(name)


def _one_of(name: str, kind: type, said: str) -> Any:
    """A day, or a choice of a list."""
    try:
        if kind is date:
            day = date.fromisoformat(said)
            return day if day.year in YEARS else _no_value(name)
        if issubclass(kind, StrEnum):
            return kind(said)
    except ValueError:
        pass
    return _no_value(name)


def _no_value(name: str) -> NoReturn:
    raise ValueError(name)


def _is_text(said: str) -> bool:
    """Whether it can be stored: no end of a text within it, and no half characters."""
    if "\0" in said:
        return False
    try:
        said.encode()  # Much quicker than to look at every character.
    except UnicodeEncodeError:
        return False
    return True


@cache
def _allowed(kind: Any) -> dict[str, tuple[type, ...]]:
    return dict(_typed(kind))


@cache
def _typed(kind: Any) -> tuple[tuple[str, tuple[type, ...]], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, tuple(_plain(hints[field.name]))) for field in fields(kind))


def _plain(hint: Any) -> list[type]:
    if isinstance(hint, NewType):
        return _plain(hint.__supertype__)
    if isinstance(hint, type):
        return [hint] if hint is not type(None) else []
    return [each for part in get_args(hint) for each in _plain(part)]


@cache
def _needed(kind: Any) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    )
