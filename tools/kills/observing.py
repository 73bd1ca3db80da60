"""Who looks along beside an oefening: each mark is on disk before it is in sight."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from beraad.phases.behaviours import Label, QuestionKind, behaviours_in
from beraad.store.places import prepare
from beraad.training.coaching import Moment
from beraad.training.observing.observation import ObservationFile, observations_of
from beraad.training.practice import PracticeCase, practice_cases
from tools.kills.broken import require

_HOME = "beraden"
_SAID = "gezegd.txt"
"""One line for each mark that was said to be kept."""

_MARKS = 300
_TODAY = date(2026, 11, 18)


def lay(home: Path) -> None:
    """A folder without anything."""
    prepare(home / _HOME)


def do(home: Path) -> None:
    """Look along, and say of each mark when it is kept."""
    file = _begun(home)
    with (home / _SAID).open("a", encoding="utf-8", buffering=1) as said:
        for number in range(_MARKS):
            _mark(file, number)
            said.write(f"{number}\n")


def law(home: Path) -> None:
    """What was said to be kept is there: all of it, and at most the one mark after it."""
    said = home / _SAID
    if not said.exists():
        return
    kept = len(said.read_text("utf-8").splitlines())
    (there,) = observations_of(home / _HOME, _case().name)
    expected = _begun(home / "nagespeeld")
    for number in range(kept):
        _mark(expected, number)
    if _noted(there) != _noted(expected):
        if kept < _MARKS:
            _mark(expected, kept)
        require(_noted(there) == _noted(expected), f"of {kept} marks not all are there")
    _mark(there, _MARKS)  # And one goes on where one was.


def _begun(home: Path) -> ObservationFile:
    return ObservationFile.begin(home / _HOME, _case(), today=_TODAY)


def _case() -> PracticeCase:
    return practice_cases()[0]


def _mark(file: ObservationFile, number: int) -> None:
    """One of the things that an observer does, each time another."""
    place = file.shown.places[number // 8 % (len(file.shown.places) - 1)]
    match number % 4:
        case 0:
            behaviour = behaviours_in(place)[number % 3]
            file.label(place, behaviour.key, list(Label)[number % len(Label)])
        case 1:
            file.tally(place, list(QuestionKind)[number % len(QuestionKind)])
        case 2:
            file.hear(place, 1, f"zin {number}")
        case _:
            file.add_moment(place, Moment(at="05:40", what=f"moment {number}"))


def _noted(file: ObservationFile) -> tuple[object, object]:
    return file.shown.seen, file.shown.seconds
