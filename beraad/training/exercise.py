"""What an oefening was made of: its case, the ronde it began at, and how fast its clock goes.

It is a small file beside the oefeningen, never beside real beraden, with a copy of the case. So
what was practised can be compared afterwards, also when the case itself has gone or changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.data_file import open_data
from beraad.records import Id, PhaseKey
from beraad.report.files import write
from beraad.store.places import is_identity, practice_folder, prepare
from beraad.store.practice_rest import practice_paper
from beraad.training.practice import PracticeCase, case_in

_VERSION = 1
_MOST = 100_000


class Tempo(Enum):
    """How many seconds the clock of an oefening counts in one second."""

    HALF = 0.5
    USUAL = 1.0
    DOUBLE = 2.0
    FOURFOLD = 4.0


TEMPO_LABELS: Mapping[Tempo, str] = {
    Tempo.HALF: "half zo snel",
    Tempo.USUAL: "gewoon",
    Tempo.DOUBLE: "twee keer zo snel",
    Tempo.FOURFOLD: "vier keer zo snel",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """An oefening of a case.

    Attributes:
        case: the case as it was when the oefening began.
        name: what the case is called among the others.
        first: the ronde it began at; None when everything was filled.
    """

    case: PracticeCase
    name: str
    first: PhaseKey | None
    tempo: Tempo = Tempo.USUAL


def whole(case: PracticeCase) -> Exercise:
    """A case in which everything is filled."""
    return Exercise(case=case, name=case.name, first=None)


def beside(folder: Path, session_id: Id, suffix: str) -> Path:
    """A file beside an oefening, called after it: when that is erased, so is this."""
    return practice_paper(folder, session_id, suffix)


def remember(folder: Path, session_id: Id, exercise: Exercise) -> None:
    """Keep what this oefening was made of. Raises Solvable when it cannot be kept."""
    prepare(practice_folder(folder))
    told = {
        "vorm": _VERSION,
        "casus": exercise.name,
        "ronde": exercise.first,
        "tempo": exercise.tempo.value,
    }
    copied = open_data(exercise.case.path).text.encode()
    write(beside(folder, session_id, ".casus"), copied, replace=True)
    data = json.dumps(told, ensure_ascii=False, indent=1).encode()
    write(beside(folder, session_id, ".json"), data, replace=True)


def recall(folder: Path, session_id: Id) -> Exercise | None:
    """What this oefening was made of; None when that is not known, or cannot be read any more."""
    if not is_identity(session_id):
        return None
    try:
        told = json.loads(untrusted.read_text(beside(folder, session_id, ".json"), most=_MOST))
        case = case_in(beside(folder, session_id, ".casus"))
        return _exercise(case, told)
    except (OSError, ValueError, KeyError, TypeError, Solvable):
        return None


def _exercise(case: PracticeCase, told: Mapping[str, Any]) -> Exercise:
    if told["vorm"] != _VERSION:
        msg = "made by a later version"
        raise ValueError(msg)
    first = told["ronde"]
    return Exercise(
        case=case,
        name=str(told["casus"]),
        first=None if first is None else PhaseKey(first),
        tempo=Tempo(told["tempo"]),
    )
