"""What happened when, in an oefening: rondes, minutes, questions, alternatives; never a word of it.

Times are seconds on the clock of the oefening, so a pause of the group takes none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from beraad.records import Id, PhaseKey
from beraad.training.exercise import beside
from beraad.training.observing.notebook import Notebook

_KIND, _SUFFIX = "verloop", ".verloop"
_MOST = 2000
"""Events of one oefening; a talk of two hours has some tens."""


class EventKind(StrEnum):
    """What there is to see afterwards."""

    RONDE = "ronde"
    QUESTION = "vraag"
    ALTERNATIVE = "alternatief"
    REVEALED = "onthuld"
    TIME_GIVEN = "minuten"
    HINT = "tip"
    HINT_AWAY = "tip weggelegd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened.

    Attributes:
        at: seconds on the clock, from the beginning of the talk.
        phase: the ronde at hand then.
        detail: a number or a letter; never a text of anybody.
    """

    at: int
    kind: EventKind
    phase: PhaseKey
    detail: str = ""


class TimeLog:
    """The events of one oefening, in a file beside it."""

    def __init__(self, folder: Path, session_id: Id) -> None:
        """Go on with what there is, or begin. Raises Solvable when that fails."""
        path = beside(folder, session_id, _SUFFIX)
        self._notebook = (
            Notebook.open(path, _KIND) if path.exists() else Notebook.begin(path, _KIND, {})
        )
        self.events = tuple(_events(self._notebook))

    def add(self, event: Event) -> None:
        """Write an event down; after very many nothing more is. Raises Solvable."""
        if len(self.events) >= _MOST:
            return
        said = [event.at, event.kind.value, event.phase.value, event.detail]
        self._notebook.note("", str(len(self.events)), said)
        self.events = (*self.events, event)


def _events(notebook: Notebook) -> Iterator[Event]:
    """Those that can be read; what happened before matters more than one line of it."""
    for _, _, value in notebook:
        match value:
            case [int() as at, str() as kind, str() as phase, str() as detail]:
                if kind in list(EventKind) and phase in list(PhaseKey):
                    yield Event(at=at, kind=EventKind(kind), phase=PhaseKey(phase), detail=detail)
            case _:
                continue
