"""What a gespreksleider can be seen or heard to do, ronde by ronde: data with a peildatum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from beraad import assets
from beraad.phases.data_file import DataFile, open_data
from beraad.records import PhaseKey

THROUGHOUT = "throughout"
"""Instead of a ronde: for the whole of the talk."""

_PATH = assets.COURSE / "gedragingen.toml"
_ITEM = "gedrag"
_HEAD: Mapping[str, tuple[str, type]] = {
    "titel": ("title", str),
    "peildatum": ("checked_on", date),
}
_FIELDS: Mapping[str, tuple[str, type]] = {
    "ronde": ("place", str),
    "key": ("key", str),
    "tekst": ("text", str),
    "vraag": ("question", str),
}


class Label(StrEnum):
    """What an observer saw of one behaviour: a word to talk about, never a number."""

    GOOD = "goed"
    FAIR = "voldoende"
    THIN = "matig"
    POOR = "onvoldoende"
    NOT_APPLICABLE = "n.v.t."


class QuestionKind(StrEnum):
    """What kind of question was asked, as an observer tallies it."""

    OPEN = "open"
    CLOSED = "gesloten"
    LEADING = "sturend"
    ADVICE = "advies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """Something a gespreksleider does.

    Attributes:
        place: the opening or ronde, by its key; `THROUGHOUT` for the whole talk.
        key: one of a kind within its place; observations hold it.
        text: what is seen or heard, as the end of "De gespreksleider …".
        question: what to ask each other where two saw something else.
    """

    place: str
    key: str
    text: str
    question: str


@lru_cache(maxsize=1)
def behaviours() -> tuple[Behaviour, ...]:
    """All of them, in the order of the talk."""
    file = open_data(_PATH)
    table = file.table()
    rows = file.tables(table, _ITEM)
    file.fields(table, _HEAD, needed=tuple(_HEAD))
    return tuple(_behaviour(file, row, number) for number, row in enumerate(rows, start=1))


def behaviours_in(place: str) -> tuple[Behaviour, ...]:
    """Those of one ronde, or of the whole talk."""
    return tuple(one for one in behaviours() if one.place == place)


def _behaviour(file: DataFile, row: Mapping[str, object], number: int) -> Behaviour:
    values = file.fields(row, _FIELDS, needed=tuple(_FIELDS), header=_ITEM, number=number)
    if values["place"] not in {*PhaseKey, THROUGHOUT}:
        raise file.fault(file.line_of(_ITEM, number, "ronde"), "deze ronde is er niet")
    return Behaviour(**values)
