"""Scripted pieces of a beraad to learn to look with: what is said, and where something slips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from beraad import assets
from beraad.phases.behaviours import Behaviour, Label, behaviours_in
from beraad.phases.data_file import DataFile, open_data
from beraad.records import PhaseKey

_FOLDER = assets.COURSE / "ijking"
_LINE, _KEY = "regel", "sleutel"
_WORDS_A_SECOND, _BETWEEN = 2.4, 0.9
"""How fast people speak in a talk like this, and how long they wait before the next."""

_HEAD: Mapping[str, tuple[str, type]] = {
    "titel": ("title", str),
    "samenvatting": ("summary", str),
    "peildatum": ("checked_on", date),
}
_LINE_FIELDS: Mapping[str, tuple[str, type]] = {
    "ronde": ("phase", str),
    "wie": ("who", str),
    "zegt": ("says", str),
    "uitglijder": ("slip", str),
    "waarom": ("why", str),
}
_KEY_FIELDS: Mapping[str, tuple[str, type]] = {"ronde": ("phase", str), "gezien": ("seen", dict)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Something that is said.

    Attributes:
        slip: the key of the behaviour that slips here; empty where nothing does.
        why: what there was to see.
    """

    phase: PhaseKey
    who: str
    says: str
    slip: str = ""
    why: str = ""

    @property
    def seconds(self) -> float:
        """How long it takes to say it, with the silence after it."""
        return len(self.says.split()) / _WORDS_A_SECOND + _BETWEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Scripted:
    """A piece of a beraad.

    Attributes:
        name: what its file is called.
        key: how somebody who wrote it would label it, by ronde and behaviour; one way to see it.
    """

    name: str
    title: str
    summary: str
    checked_on: date
    lines: tuple[Spoken, ...]
    key: Mapping[tuple[PhaseKey, str], Label]

    @property
    def phases(self) -> tuple[PhaseKey, ...]:
        """The rondes in it, in order."""
        return tuple(dict.fromkeys(line.phase for line in self.lines))

    @property
    def items(self) -> tuple[Behaviour, ...]:
        """What there is to look at, in order."""
        return tuple(one for phase in self.phases for one in behaviours_in(phase))

    @property
    def slips(self) -> tuple[int, ...]:
        """Which lines slip, counted from 0."""
        return tuple(number for number, line in enumerate(self.lines) if line.slip)


@lru_cache(maxsize=1)
def scripted() -> tuple[Scripted, ...]:
    """Those that there are, by name. Raises Solvable naming file and line."""
    return tuple(_scripted(path) for path in sorted(_FOLDER.glob("*.toml")))


def _scripted(path: Path) -> Scripted:
    file = open_data(path)
    table = file.table()
    rows, keys = file.tables(table, _LINE), file.tables(table, _KEY)
    lines = tuple(_spoken(file, row, number) for number, row in enumerate(rows, start=1))
    return Scripted(
        name=path.stem,
        **file.fields(table, _HEAD, needed=tuple(_HEAD)),
        lines=lines,
        key=dict(_labels(file, keys)),
    )


def _spoken(file: DataFile, row: Mapping[str, Any], number: int) -> Spoken:
    values = file.fields(
        row, _LINE_FIELDS, needed=("ronde", "wie", "zegt"), header=_LINE, number=number
    )
    phase = _phase(file, values.pop("phase"), _LINE, number)
    slip = values.get("slip", "")
    if slip and slip not in {one.key for one in behaviours_in(phase)}:
        raise file.fault(file.line_of(_LINE, number, "uitglijder"), "dit gedrag is er niet")
    return Spoken(phase=phase, **values)


def _labels(
    file: DataFile, rows: list[dict[str, Any]]
) -> Iterator[tuple[tuple[PhaseKey, str], Label]]:
    for number, row in enumerate(rows, start=1):
        values = file.fields(
            row, _KEY_FIELDS, needed=("ronde", "gezien"), header=_KEY, number=number
        )
        phase = _phase(file, values["phase"], _KEY, number)
        known = {one.key for one in behaviours_in(phase)}
        for key, label in values["seen"].items():
            if key not in known or label not in list(Label):
                line = file.line_of(_KEY, number, "gezien")
                raise file.fault(line, "een gedrag of een oordeel is er niet")
            yield (phase, key), Label(label)


def _phase(file: DataFile, name: str, header: str, number: int) -> PhaseKey:
    if name not in list(PhaseKey):
        raise file.fault(file.line_of(header, number, "ronde"), "deze ronde is er niet")
    return PhaseKey(name)
