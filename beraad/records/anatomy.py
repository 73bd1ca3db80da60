"""How a session is put together: its sections, and which fields hold text of people.

Editing, storing and cleaning all walk over the same anatomy, so that a field that is added to a
record cannot be forgotten by one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from beraad.records.identity import Id
from beraad.records.session import Session

R = TypeVar("R")

PARENTS: dict[str, tuple[str, str]] = {
    "harms": ("option_id", "options"),
    "values": ("stakeholder_id", "stakeholders"),
    "norms": ("value_id", "values"),
    "considerations": ("participant_id", "participants"),
}
"""Sections whose records hang on a record of another section: field, and that section."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where one value of a session is kept.

    Attributes:
        section: attribute of `Session`: a single record ("case") or a tuple ("values").
        field: attribute of the record.
        item: which record of the tuple; None for a single record.
    """

    section: str
    field: str
    item: Id | None = None


def place_of(address: Address) -> str:
    """The name of a field among all of a beraad, for what is typed in it and is no value yet."""
    return ".".join(part for part in (address.section, address.field, address.item) if part)


@cache
def single_sections() -> dict[str, type]:
    """The sections that hold exactly one record, by name."""
    hints = get_type_hints(Session)
    return {
        name: kind for name, kind in hints.items() if isinstance(kind, type) and is_dataclass(kind)
    }


@cache
def list_sections() -> dict[str, type]:
    """The sections that hold a tuple of records, by name; parents before children."""
    hints = get_type_hints(Session)
    return {name: get_args(kind)[0] for name, kind in hints.items() if get_origin(kind) is tuple}


@cache
def text_fields(kind: type) -> tuple[str, ...]:
    """The fields of a record type that hold text typed by people."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if hints[field.name] is str)


def read(session: Session, address: Address) -> Any:
    """Return the value at an address; raises KeyError when the record is gone."""
    return getattr(record_at(session, address), address.field)


def record_at(session: Session, address: Address) -> Any:
    """Return the record an address points into; raises KeyError when it is gone.

    A list without an item is no record: what stood there is gone.
    """
    section = getattr(session, address.section)
    if address.section in single_sections():
        return section
    for record in section:
        if record.id == address.item:
            return record
    raise KeyError(address.item)


def addressed_texts(session: Session) -> Iterator[tuple[Address, str]]:
    """Every text of a session with its address, in the order of the rondes."""
    singles = single_sections()
    for section in (field.name for field in fields(Session)):
        if section in singles:
            for name in text_fields(singles[section]):
                yield Address(section, name), getattr(getattr(session, section), name)
        elif section in list_sections():
            names = text_fields(list_sections()[section])
            for record in getattr(session, section):
                for name in names:
                    yield Address(section, name, record.id), getattr(record, name)


def map_texts(record: R, change: Callable[[str, str], str]) -> R:
    """Return the record with every text replaced by `change(field name, text)`."""
    changes = {
        name: change(name, getattr(record, name))
        for name in text_fields(type(record))
        if getattr(record, name)
    }
    return replace(record, **changes) if changes else record  # type: ignore[type-var]
