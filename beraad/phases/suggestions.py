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

from beraad import assets
from beraad.errors import Solvable
from beraad.phases.data_file import DataFile, open_data

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
    shipped = assets.SUGGESTIONS
    lists = {name: read_list(shipped / f"{name}.toml") for name in NAMES}
    problems: list[Solvable] = []
    if folder is not None:
        for name in NAMES:
            own = folder / FOLDER / f"{name}.toml"
            if not lexists(own):
                continue
            try:
                lists[name] = read_list(own)
            except Solvable as problem:
                problems.append(_refused(problem))
    return Suggestions(lists=lists, problems=tuple(problems))


def _refused(problem: Solvable) -> Solvable:
    return Solvable(
        problem.happened,
        kept="Voorlopig gebruikt Beraad de eigen lijst.",
        way_out=problem.way_out,
    )


def read_list(path: Path) -> SuggestionList:
    """The list in a file. Raises Solvable naming file and line of what is not understood."""
    return list_in(open_data(path))


def list_in(data: DataFile) -> SuggestionList:
    """The list in a file that was opened. Raises Solvable as `read_list`."""
    head = data.table()
    items = data.tables(head, _ITEM)
    return SuggestionList(
        **data.fields(head, _HEAD_FIELDS, needed=("titel", "peildatum"), header=_ITEM),
        items=tuple(
            Suggestion(
                **data.fields(item, _ITEM_FIELDS, needed=("naam",), header=_ITEM, number=number)
            )
            for number, item in enumerate(items, start=1)
        ),
    )
