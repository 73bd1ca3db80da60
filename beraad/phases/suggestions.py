"""Suggestions while typing: help, never advice, and never a closed list.

What is offered is data with the day on which it was checked (peildatum). A municipality replaces a
list by putting a file of the same name in the folder `suggesties` among its beraden.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from os.path import lexists
from pathlib import Path
from typing import Any

from beraad import assets
from beraad.errors import Solvable
from beraad.phases.data_file import DataFile, open_data, paragraphs
from beraad.untrusted import shown

NAMES = ("waarden", "perspectieven", "knelpunten", "maatwerkgronden", "routes")
"""The lists there are; also the names of their files."""

FOLDER = "suggesties"
"""Where lists are kept: among the files of the program, and among the beraden of a municipality."""

_ITEM = "suggestie"
_HEAD_FIELDS: Mapping[str, tuple[str, type]] = {
    "titel": ("title", str),
    "peildatum": ("checked_on", date),
    "toelichting": ("note", str),
}
_ITEM_FIELDS: Mapping[str, tuple[str, type]] = {
    "naam": ("name", str),
    "groep": ("group", str),
    "ruimte": ("room", str),
    "uitleg": ("about", str),
    "let_op": ("caution", str),
    "bron": ("source", str),
}
_KINDS: Mapping[type, str] = {str: "een tekst", date: "een datum als 2026-11-01"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One thing that is offered.

    Attributes:
        name: what is filled in when it is taken.
        group: the heading it stands under.
        room: the kind of option it gives room to.
        about: what it means, or what room it offers.
        caution: what to watch out for.
        source: law and article, or where to read on; by name.
    """

    name: str
    group: str = ""
    room: str = ""
    about: str = ""
    caution: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionList:
    """Suggestions on one subject.

    Attributes:
        checked_on: the day on which the content was last checked (peildatum).
        note: what a reader must know about the whole list.
    """

    title: str
    checked_on: date
    note: str = ""
    items: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """All lists by name, and why lists of the municipality were refused."""

    lists: Mapping[str, SuggestionList]
    problems: tuple[Solvable, ...] = ()

    def texts(self, name: str) -> tuple[str, ...]:
        """What is offered while typing in a field that names this list."""
        return tuple(item.name for item in self.lists[name].items)


def load(folder: Path | None) -> Suggestions:
    """Return every list: the one in the sessions folder where it is there, else the shipped one.

    A list in the sessions folder that is broken is reported in `problems` and left aside.
    """
    shipped = Path(assets.__file__).parent / FOLDER
    lists = {name: _read(shipped / f"{name}.toml") for name in NAMES}
    problems: list[Solvable] = []
    if folder is not None:
        for name in NAMES:
            own = folder / FOLDER / f"{name}.toml"
            if not lexists(own):
                continue
            try:
                lists[name] = _read(own)
            except Solvable as problem:
                problems.append(_refused(problem))
    return Suggestions(lists=lists, problems=tuple(problems))


def _refused(problem: Solvable) -> Solvable:
    return Solvable(
        problem.happened,
        kept="Voorlopig gebruikt Beraad de eigen lijst.",
        way_out=problem.way_out,
    )


def _read(path: Path) -> SuggestionList:
    data = open_data(path)
    head = data.table()
    items: list[dict[str, Any]] = head.pop(_ITEM, [])
    if type(items) is not list or not all(type(item) is dict for item in items):
        raise data.fault(data.line_of(_ITEM, 1, ""), f"hier hoort [[{_ITEM}]] te staan")
    return SuggestionList(
        **_fields(data, head, _HEAD_FIELDS, needed=("titel", "peildatum"), number=0),
        items=tuple(
            Suggestion(**_fields(data, item, _ITEM_FIELDS, needed=("naam",), number=number))
            for number, item in enumerate(items, start=1)
        ),
    )


def _fields(
    data: DataFile,
    table: Mapping[str, Any],
    known: Mapping[str, tuple[str, type]],
    *,
    needed: tuple[str, ...],
    number: int,
) -> dict[str, Any]:
    """The fields of a record out of its table; Solvable with the line when one is wrong."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            line = data.line_of(_ITEM, number, key)
            raise data.fault(line, f"het veld {shown(key)} bestaat niet")
        name, kind = known[key]
        if type(value) is not kind:
            line = data.line_of(_ITEM, number, key)
            raise data.fault(line, f"het veld {key} hoort {_KINDS[kind]} te zijn")
        found[name] = paragraphs(value) if isinstance(value, str) else value
    for key in needed:
        if not found.get(known[key][0]):
            raise data.fault(data.line_of(_ITEM, number, key), f"het veld {key} ontbreekt")
    return found
