"""A record as the JSON of an event, and back; what does not fit is refused by its field.

What says nothing is left out. A field of a later version is passed over, so that an older laptop
reads what it knows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
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
    return kind(**values_of(kind, said))


def values_of(kind: type, said: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields of such a record would be, without making it. Raises as `decoded`."""
    readers = _readers(kind)
    values: dict[str, Any] = {}
    for name, value in said.items():  # A tenth of the fields that there are.
        read = readers.get(name)
        if read is not None:
            values[name] = read(name, value)
    for name in _needed(kind):
        if name not in values:
            if str not in _allowed(kind)[name]:
                raise ValueError(name)
            values[name] = ""
    return values


def dumped(said: Mapping[str, Any]) -> str:
    """Fields as JSON text, one way for one content."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _reader(allowed: tuple[type, ...]) -> Callable[[str, object], Any]:
    """What reads a value that may be of these kinds, and raises ValueError for another."""
    for kind in allowed:
        if kind is str:
            return _text
        if kind is date:
            return _day
        if issubclass(kind, StrEnum):
            return _one_of({each.value: each for each in kind})
    return _yes_or_no if bool in allowed else _no_value


def _text(name: str, said: object) -> str:
    """A text that can be stored: no end of a text within it, and no half characters."""
    if not isinstance(said, str) or len(said) > LONGEST_TEXT or "\0" in said:
        raise ValueError(name)
    if not said.isascii():
        try:
            said.encode()  # Much quicker than to look at every character.
        except UnicodeEncodeError:
            raise ValueError(name) from None
    return said


def _day(name: str, said: object) -> date:
    try:
        day = date.fromisoformat(said) if isinstance(said, str) else _no_value(name, said)
    except ValueError:
        return _no_value(name, said)
    return day if day.year in YEARS else _no_value(name, said)


def _one_of(choices: Mapping[object, StrEnum]) -> Callable[[str, object], StrEnum]:
    def read(name: str, said: object) -> StrEnum:
        found = choices.get(said) if isinstance(said, str) else None
        return _no_value(name, said) if found is None else found

    return read


def _yes_or_no(name: str, said: object) -> bool:
    return said if isinstance(said, bool) else _no_value(name, said)


def _no_value(name: str, said: object) -> NoReturn:
    del said
    raise ValueError(name)


@cache
def _readers(kind: Any) -> dict[str, Callable[[str, object], Any]]:
    return {name: _reader(allowed) for name, allowed in _typed(kind)}


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
