"""From the TOML of an oefencasus to a session, strictly.

The file mirrors the records: a table for a single record, an array of tables for a list. Only links
and dates read differently: `option = "b"` for the option whose `key` is "b", `due_in_days = 14` for
a day counted from the beraad. Whatever is not understood is refused, with its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from itertools import pairwise
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from beraad.records import Id, Session, Setting, new_id
from beraad.records.anatomy import PARENTS, list_sections, single_sections
from beraad.training.place import Place

R = TypeVar("R")

LINKS: Mapping[str, str] = {
    **dict(PARENTS.values()),
    "choice_id": "options",
    "revised_choice_id": "options",
}
"""Fields that point to a record of another section, with that section."""

NOT_WRITTEN = {"progress", "time_spent", "review", "signal_link", "other_signals"}
_A_AND_B = 2
_MOST_DAYS = 100 * 365
BOUNDS: Mapping[str, tuple[int, int]] = {
    "minutes": (1, 480),
    "recurrence_count": (1, 999),
    "certainty": (1, 5),
    "number": (1, 9999),
}
"""What the numbers of a beraad may be, by their field."""


def read_session(
    table: Mapping[str, Any],
    place: Place,
    *,
    title: str,
    now: datetime,
    held_on: date,
    setting: Setting = Setting.PRACTICE,
) -> Session:
    """Return the beraad in a table. Raises Solvable naming the place that is not understood."""
    singles, lists = single_sections(), list_sections()
    for name in table:
        if name in NOT_WRITTEN or name not in {**singles, **lists}:
            raise place.at(name).fault("dit hoort niet in een oefencasus")
    given: dict[str, dict[str, Any]] = {
        "opening": {"title": title, "held_on": held_on, "setting": setting},
        "wordings": {"replaced_at": now},
    }
    reader = _Reader(table, place, given=given, held_on=held_on)
    sections: dict[str, Any] = {name: reader.single(name, kind) for name, kind in singles.items()}
    sections |= {name: reader.several(name, kind) for name, kind in lists.items()}
    session = Session(id=new_id(), created_at=now, **sections)
    if len(session.options) < _A_AND_B:
        raise place.at("options").fault("A en B horen er allebei te zijn")
    _require_changes(session, place.at("wordings"))
    return session


def read_record(
    kind: type[R], row: Mapping[str, Any], place: Place, *, held_on: date, **given: Any
) -> R:
    """Return one record that stands in a table; what is `given` is not read but filled in.

    Raises Solvable naming the place that is not understood.
    """
    reader = _Reader({}, place, given={"": given}, held_on=held_on)
    return replace(reader.single_row(kind, row, place), **given)


class _Reader:
    """Reads records out of one table; what is `given` for a section is not read but filled in."""

    def __init__(
        self,
        table: Mapping[str, Any],
        place: Place,
        *,
        given: Mapping[str, Mapping[str, Any]],
        held_on: date,
    ) -> None:
        self._table = table
        self._place = place
        self._given = given
        self._held_on = held_on
        self._keys = {section: self._keys_in(section) for section in LINKS.values()}

    def single(self, section: str, kind: type) -> Any:
        """The one record of a section; a blank one when the file does not mention it."""
        place = self._place.at(section)
        return self._record(section, kind, place.table(self._table.get(section, {})), place)

    def single_row(self, kind: type, row: Mapping[str, Any], place: Place) -> Any:
        """One record that belongs to no section."""
        return self._record("", kind, row, place)

    def several(self, section: str, kind: type) -> tuple[Any, ...]:
        """The records of a section, in the order of the file."""
        return tuple(self._record(section, kind, row, place) for row, place in self._rows(section))

    def _rows(self, section: str) -> list[tuple[dict[str, Any], Place]]:
        return self._place.at(section).rows(self._table.get(section, []))

    def _keys_in(self, section: str) -> dict[str, Id]:
        keys: dict[str, Id] = {}
        for row, place in self._rows(section):
            if "key" in row:
                key = place.at("key").value(row["key"], str)
                if key in keys:
                    raise place.at("key").fault("een eerdere rij heeft dezelfde sleutel")
                keys[key] = new_id()
        return keys

    def _record(self, section: str, kind: type, row: Mapping[str, Any], place: Place) -> Any:
        left = dict(row)
        values = dict(self._given.get(section, {}))
        hints = hints_of(kind)
        if "id" in hints:
            keys = self._keys.get(section)
            values["id"] = new_id() if keys is None else keys.get(left.pop("key", ""), new_id())
        for field in fields(kind):
            written = written_name(field.name, hints[field.name])
            if field.name in values:
                continue
            if written in left:
                values[field.name] = self._value(
                    field.name, hints[field.name], left.pop(written), place.at(written)
                )
            elif field.default is MISSING:
                raise place.at(written).fault("dit veld ontbreekt")
        for unknown in left:
            raise place.at(unknown).fault("dit veld bestaat niet, of wordt vanzelf ingevuld")
        return kind(**values)

    def _value(self, name: str, hint: Any, raw: object, place: Place) -> Any:
        kind = plain_hint(hint)
        if kind is Id:
            keys = self._keys[LINKS[name]]
            key = place.value(raw, str)
            if key not in keys:
                raise place.fault(f"in {LINKS[name]} staat geen rij met deze sleutel")
            return keys[key]
        if kind is date:
            days = place.value(raw, int)
            if abs(days) > _MOST_DAYS:
                raise place.fault("dit ligt te ver weg")
            return self._held_on + timedelta(days=days)
        if issubclass(kind, StrEnum):
            if raw not in list(kind):
                raise place.fault(f"kies uit {', '.join(kind)}")
            return kind(raw)
        value = place.value(raw, kind)
        if kind is int:
            require_number(name, value, place)
        return value


def require_number(name: str, number: int, place: Place) -> None:
    """Raise Solvable for a number that this field of a beraad cannot have."""
    least, most = BOUNDS[name]
    if not least <= number <= most:
        raise place.fault(f"hier hoort een getal van {least} tot en met {most} te staan")


def _require_changes(session: Session, place: Place) -> None:
    """Refuse an earlier wording of the dilemma that does not differ from the next."""
    wordings = [(w.moral_question, w.option_a, w.option_b) for w in session.wordings]
    now = (session.dilemma.moral_question, session.option_a.text, session.option_b.text)
    for earlier, later in pairwise([*wordings, now]):
        if earlier == later:
            raise place.fault("een eerdere formulering is gelijk aan de volgende")


@cache
def hints_of(kind: type) -> Mapping[str, Any]:
    """What each field of a kind of record holds."""
    return get_type_hints(kind)


def plain_hint(hint: Any) -> Any:
    """The kind of value a field holds, apart from None."""
    return next((kind for kind in get_args(hint) if kind is not NoneType), hint)


def written_name(name: str, hint: Any) -> str:
    """What a field is called in the file."""
    if name in LINKS:
        return name.removesuffix("_id")
    return f"{name}_in_days" if plain_hint(hint) is date else name
