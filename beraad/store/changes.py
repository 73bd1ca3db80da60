"""What differs between two states of a beraad, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from beraad.errors import Defect
from beraad.records import Session
from beraad.records.anatomy import list_sections, single_sections
from beraad.store.mapping import to_row

Row = dict[str, Any]
Key = str | int

_Placed = tuple[int, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChanges:
    """What has to be written of one section.

    Attributes:
        removed: keys of the rows that go: the record's id, or its position in a section of one.
    """

    section: str
    added: tuple[Row, ...] = ()
    altered: tuple[Row, ...] = ()
    removed: tuple[Key, ...] = ()

    @property
    def count(self) -> int:
        """How many rows are touched."""
        return len(self.added) + len(self.altered) + len(self.removed)


def changes(old: Session | None, new: Session) -> tuple[SectionChanges, ...]:
    """Return what changed since `old`, or everything when there is no old; parents first."""
    return tuple(found for found in _changes(old, new) if found.count)


def _changes(old: Session | None, new: Session) -> Iterator[SectionChanges]:
    for section in (*single_sections(), *list_sections()):
        if old is None:
            yield _section_changes(section, {}, _placed(section, new))
        elif getattr(old, section) is not getattr(new, section):
            yield _section_changes(section, _placed(section, old), _placed(section, new))


def _section_changes(
    section: str, old: dict[Key, _Placed], new: dict[Key, _Placed]
) -> SectionChanges:
    return SectionChanges(
        section=section,
        added=tuple(_row(placed) for key, placed in new.items() if key not in old),
        altered=tuple(
            _row(placed) for key, placed in new.items() if key in old and old[key] != placed
        ),
        removed=tuple(key for key in old if key not in new),
    )


def _placed(section: str, session: Session) -> dict[Key, _Placed]:
    content = getattr(session, section)
    if section in single_sections():
        return {0: (0, content)}
    placed: dict[Key, _Placed] = {
        record.id: (position, record) for position, record in enumerate(content)
    }
    if len(placed) != len(content):
        raise Defect(f"Two records of {section} have one id")
    return placed


def _row(placed: _Placed) -> Row:
    position, record = placed
    return {"position": position, **to_row(record)}
