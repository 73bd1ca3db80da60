"""The oefencasussen: invented cases, kept as TOML, of which a beraad can be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from beraad.errors import Defect, Solvable
from beraad.phases.data_file import open_data
from beraad.records import Session
from beraad.training.place import Place
from beraad.training.reading import read_session

_INSTALLED = Path(__file__).parent / "practice"
_CHECKOUT = Path(__file__).parents[2] / "sessions" / "practice"

_HEADER = "oefening"
_SOURCE = "verzonnen"
_HEADER_FIELDS: Mapping[str, tuple[str, type]] = {
    "titel": ("title", str),
    "samenvatting": ("summary", str),
    "leerdoel": ("aim", str),
    "peildatum": ("checked_on", date),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCase:
    """An oefencasus to choose from.

    Attributes:
        title: title of the beraad it becomes.
        summary: one line about what happens.
        aim: what there is to learn from it.
        checked_on: the day on which the rules it mentions were last checked (peildatum).
    """

    title: str
    summary: str
    aim: str
    checked_on: date
    path: Path

    @property
    def name(self) -> str:
        """What the case is called on the command line."""
        return self.path.stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The oefencasussen that there are.

    Attributes:
        cases: by title.
        refused: what is wrong with each file that cannot be read, by name.
    """

    cases: tuple[PracticeCase, ...]
    refused: tuple[Solvable, ...]


def shelf(folder: Path | None = None) -> Shelf:
    """Every oefencasus; one that cannot be read hides no other."""
    cases: list[PracticeCase] = []
    refused: list[Solvable] = []
    for path in sorted((folder or _shipped()).glob("*.toml")):
        try:
            cases.append(_case(path))
        except Solvable as problem:
            refused.append(problem)
    return Shelf(cases=tuple(sorted(cases, key=lambda case: case.title)), refused=tuple(refused))


def practice_cases(folder: Path | None = None) -> tuple[PracticeCase, ...]:
    """Every oefencasus, by title. Raises Solvable naming a file that cannot be read."""
    found = shelf(folder)
    for problem in found.refused:
        raise problem
    return found.cases


def load(case: PracticeCase, *, now: datetime, held_on: date) -> Session:
    """Return a new beraad filled with an oefencasus; its dates are counted from `held_on`.

    Raises Solvable naming the file and the place of what is not understood.
    """
    table = open_data(case.path).table()
    table.pop(_HEADER, None)
    return read_session(table, Place(case.path.name), title=case.title, now=now, held_on=held_on)


def _shipped() -> Path:
    for folder in (_INSTALLED, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise Defect("the practice cases were left out of this installation")


def _case(path: Path) -> PracticeCase:
    place = Place(path.name, _HEADER)
    header = place.table(open_data(path).table().get(_HEADER))
    if header.get("bron") != _SOURCE:
        raise place.at("bron").fault(f'hier hoort "{_SOURCE}" te staan')
    values: dict[str, Any] = {
        field: place.at(name).value(header.get(name), kind)
        for name, (field, kind) in _HEADER_FIELDS.items()
    }
    return PracticeCase(**values, path=path)
