"""Where in the file of an oefencasus something stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from beraad.errors import Solvable
from beraad.phases.data_file import paragraphs
from beraad.storable import VISIBLE_GAP, storable
from beraad.untrusted import shown

T = TypeVar("T")

_TABLE: type[dict[str, Any]] = dict
_ROWS: type[list[object]] = list

_KINDS: Mapping[type, str] = {
    bool: "true of false",
    date: "een datum als 2026-11-01",
    dict: "een tabel",
    int: "een getal",
    list: "een rij",
    str: "een tekst",
}


LONGEST_TEXT = 4000
"""Signs that one text of who gives a course has at most."""

_HIDDEN = "er staat een teken in dat niet te zien is"


def has_hidden(text: str) -> bool:
    """Whether there is a sign in it that does something and shows nothing: it steers, splits a word
    or turns around how a line reads.
    """
    plain = text.replace("\r\n", "\n")
    return VISIBLE_GAP in plain or storable(plain) != plain


def unreadable(text: str, *, most: int) -> str:
    """Why a text cannot be read again or shown as it is; empty when it can."""
    if len(text) > most:
        return f"hier horen hoogstens {most} tekens te staan"
    return _HIDDEN if has_hidden(text) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place such as "harms[3].option" in a file."""

    file: str
    name: str = ""

    def at(self, name: str) -> Place:
        """The place of what is called so inside this one."""
        name = shown(name)
        return Place(self.file, f"{self.name}.{name}" if self.name else name)

    def fault(self, reason: str) -> Solvable:
        """What is wrong here, in words for whoever wrote the oefencasus."""
        return Solvable(
            f"In de oefencasus {self.file} klopt {self.name} niet: {reason}.",
            kept="Er is niets gemaakt of veranderd.",
            way_out="Verbeter het bestand, of kies een andere oefencasus.",
        )

    def value(self, raw: object, kind: type[T]) -> T:
        """Return what stands here when it is of this kind; text with its lines joined."""
        if type(raw) is not kind:
            raise self.fault(f"hier hoort {_KINDS[kind]} te staan")
        value: Any = paragraphs(raw) if isinstance(raw, str) else raw
        return value

    def words(self, raw: object, *, most: int) -> str:
        """Return the text that stands here, of so many signs that can all be seen."""
        text = self.value(raw, str)
        reason = unreadable(text, most=most)
        if reason or has_hidden(str(raw)):
            raise self.fault(reason or _HIDDEN)
        return text

    def table(self, raw: object) -> dict[str, Any]:
        """Return the table that stands here."""
        return self.value(raw, _TABLE)

    def rows(self, raw: object) -> list[tuple[dict[str, Any], Place]]:
        """Return the rows that stand here, each with its place."""
        rows = self.several(raw)
        places = [self._row(number) for number in range(1, len(rows) + 1)]
        return [(place.table(row), place) for row, place in zip(rows, places, strict=True)]

    def several(self, raw: object) -> list[object]:
        """Return the row of values that stands here."""
        return self.value(raw, _ROWS)

    def _row(self, number: int) -> Place:
        return Place(self.file, f"{self.name}[{number}]")
