"""One beraad that holds more than any team writes down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from beraad.records import Id, Session, Setting
from beraad.records.anatomy import list_sections
from beraad.training.practice import load
from beraad.training.reading import LINKS
from tools.invented.cases import used_cases
from tools.invented.day import NOW, TODAY


@cache
def full_session() -> Session:
    """Three oefencasussen written down in one beraad: over 200 rows."""
    full, *others = (load(case, now=NOW, held_on=TODAY) for case in used_cases())
    for other in others:
        twins = {other.option_a.id: full.option_a.id, other.option_b.id: full.option_b.id}
        sections = {
            name: getattr(full, name) + _moved(getattr(other, name), twins)
            for name in list_sections()
            if name != "wordings"
        }
        full = replace(full, **sections)
    return replace(full, opening=replace(full.opening, setting=Setting.CASEWORK))


def rows(session: Session) -> int:
    """How many rows a beraad counts."""
    return sum(len(getattr(session, name)) for name in list_sections())


def _moved(records: tuple[Any, ...], twins: Mapping[Id, Id]) -> tuple[Any, ...]:
    """Records of another beraad; what hung on its A or B hangs on ours from now on."""
    return tuple(_hung(record, twins) for record in records if record.id not in twins)


def _hung(record: Any, twins: Mapping[Id, Id]) -> Any:
    found = {name: getattr(record, name) for name in LINKS if hasattr(record, name)}
    return replace(record, **{name: twins.get(there, there) for name, there in found.items()})
