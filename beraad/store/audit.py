"""What was done, by whom and when, without a word of any beraad (BIO2 8.15.01 and 8.15.02)."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from beraad.store.erased import append, lines

NAME = "logboek.jsonl"
_MOST = 50_000_000
"""Bytes that are read of it; a line has about 150."""

_LATELY = timedelta(days=45)
"""A day that was seen within this time makes today believable."""


DONE = "gelukt"
NOT_ALL = "niet helemaal gelukt"
FAILED = "mislukt"
ONE_FILE = "alleen één bestand"
CAME_BACK = "lag er weer"


class Action(StrEnum):
    """What can be written down."""

    OPENED = "geopend"
    EXPORTED = "document gemaakt"
    HANDED_OVER = "doorgegeven"
    RECEIVED = "ontvangen"
    RESTORED = "teruggezet"
    REMOVED = "verwijderd"
    PROLONGED = "langer bewaard"
    ERASED = "gewist"
    SOUGHT = "gezocht op een betrokkene"
    TAKEN_OUT = "naam weggehaald"
    UNLOCKING = "ontgrendelen"
    NEW_PASSWORD = "nieuwe wachtzin"  # noqa: S105 - a word for it, not one
    NEW_PAPER = "nieuwe herstelsleutel"


class Source(StrEnum):
    """By which way it was asked."""

    WINDOW = "venster"
    COMMAND = "opdrachtregel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One line: action, object, result, origin, actor, time.

    Attributes:
        object: the identity of a beraad, which is made by chance; empty when it concerns none.
        role: who did it, by role; never a name.
        at: ISO 8601, in UTC.
    """

    action: Action
    object: str
    result: str
    source: Source
    role: str
    at: str

    @property
    def moment(self) -> datetime:
        """When it was done."""
        return datetime.fromisoformat(self.at)


def note(
    folder: Path,
    action: Action,
    *,
    about: str = "",
    result: str = DONE,
    source: Source = Source.WINDOW,
    role: str = "gespreksleider",
    now: datetime,
) -> None:
    """Write a line. Failing is no reason to keep anybody from what they do."""
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    deed = Deed(action=action, object=about, result=result, source=source, role=role, at=at)
    with suppress(OSError):
        append(folder / NAME, asdict(deed))


def note_came_back(
    folder: Path, about: Iterable[str], *, now: datetime, source: Source = Source.WINDOW
) -> None:
    """Write down of which beraden something was erased that lay there again, or still."""
    for identity in about:
        note(folder, Action.ERASED, about=identity, result=CAME_BACK, source=source, now=now)


def deeds(folder: Path) -> tuple[Deed, ...]:
    """Every line that can be read, the latest first."""
    found: list[Deed] = []
    for said in lines(folder / NAME, most=_MOST):
        with suppress(LookupError, ValueError, TypeError):
            values = {field.name: said[field.name] for field in fields(Deed)}
            texts = {name: str(value) for name, value in values.items()}
            action, source = Action(texts.pop("action")), Source(texts.pop("source"))
            deed = Deed(action=action, source=source, **texts)
            deed.moment  # noqa: B018 - raises what is no moment
            found.append(deed)
    return tuple(reversed(found))


def is_believed(folder: Path, today: date) -> bool:
    """Whether the clock can be believed: something was done lately, on another day than today.

    After a clock that jumped nothing is offered until a second day agrees with the first.
    """
    days = {deed.moment.astimezone().date() for deed in deeds(folder)}
    return any(today - _LATELY <= day < today for day in days)
