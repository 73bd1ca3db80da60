"""Looking back at an oefening: first oneself, and only then what an observer saw.

It is a file beside the oefening, called after it. What was filled in is fast once it is locked, and
before that no sheet of an observer is opened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.behaviours import THROUGHOUT, Label, behaviours_in
from beraad.phases.course import Course
from beraad.phases.parts import part_name
from beraad.records import Id, PhaseKey
from beraad.report.files import write
from beraad.training.exercise import Exercise, beside
from beraad.training.observing.notebook import LARGEST, Notebook
from beraad.training.observing.observation import (
    SUFFIX,
    Observation,
    ObservationFile,
    read_observation,
    texts_of,
)
from beraad.training.observing.taking_along import TakeawayNotes
from beraad.training.weighing import of_another, refuse_numbers, weighed

OWN_TEXTS: Mapping[str, str] = {
    "trots": "Waar ben je trots op?",
    "lastig": "Wat was een lastig moment?",
    "groep": "Wat deed de groep met jou?",
}
"""What is asked in one's own words, by the name it is kept under."""

_KIND, _SUFFIX = "zelfbeeld", ".zelfbeeld"
_LABEL, _LOCKED, _LED = "gedrag ", "vast", "geleid"


_NOT_LED = frozenset({None, Label.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One behaviour as two saw it.

    Attributes:
        ronde: where it belongs, in words.
        question: to ask each other where they differ.
        is_before: it belongs to a ronde before the one that the oefening began at.
    """

    ronde: str
    text: str
    own: Label | None
    seen: Label | None
    question: str
    is_before: bool = False

    @property
    def differs(self) -> bool:
        """Whether both saw it, and otherwise."""
        return None not in {self.own, self.seen} and self.own is not self.seen

    @property
    def is_alike(self) -> bool:
        """Whether both saw the same."""
        return self.own is not None and self.own is self.seen


class LookingBack:
    """What who led fills in. Each deed is on disk when it returns, or raises Solvable.

    Attributes:
        taken: what it ends with.
    """

    def __init__(self, folder: Path, session_id: Id, exercise: Exercise) -> None:
        """Go on with what there is, or begin. Raises Solvable when that fails."""
        self._sheet_path = beside(folder, session_id, SUFFIX)
        self._exercise = exercise
        self._former: bytes | None = None
        path = beside(folder, session_id, _SUFFIX)
        if path.exists():
            self._notebook = Notebook.open(path, _KIND)
        else:
            self._notebook = Notebook.begin(path, _KIND, {"casus": exercise.case.title})
        self.taken = TakeawayNotes(self._notebook, "", self.course)

    @property
    def course(self) -> Course:
        """The rondes of this oefening."""
        return self._exercise.case.course

    @property
    def places(self) -> tuple[str, ...]:
        """What was practised: from the ronde it began at, and the whole of the talk."""
        keys = self.course.keys
        if self._exercise.first is None:
            return (PhaseKey.OPENING, *keys, THROUGHOUT)
        return (*keys[keys.index(self._exercise.first) :], THROUGHOUT)

    def label_of(self, place: str, key: str) -> Label | None:
        """How one saw this oneself."""
        said = self._notebook.of(place, _LABEL + key)
        return Label(said) if isinstance(said, str) and said in list(Label) else None

    def label(self, place: str, key: str, label: Label | None) -> None:
        """Say how one saw this oneself. Raises ValueError once it is locked."""
        self._require_open()
        self._notebook.note(place, _LABEL + key, label)

    def text(self, name: str) -> str:
        """One of `OWN_TEXTS`, or what was said about the time."""
        said = self._notebook.of("", name)
        return said if isinstance(said, str) else ""

    def write(self, name: str, text: str) -> None:
        """Write down one of these. Raises ValueError for one's own texts once it is locked."""
        if name in OWN_TEXTS:
            self._require_open()
        self._notebook.note("", name, text)

    @property
    def is_begun(self) -> bool:
        """Whether anything was filled in about oneself."""
        return any(name not in {_LOCKED, _LED} and value for _, name, value in self._notebook)

    def note_led(self, phases: Collection[PhaseKey]) -> None:
        """Keep in which rondes the talk was led. Raises Solvable."""
        self._notebook.note("", _LED, [key.value for key in self.course.keys if key in phases])

    @property
    def led(self) -> tuple[PhaseKey, ...]:
        """The rondes that were led; where that was not kept, those that were looked back on."""
        said = self._notebook.of("", _LED)
        practised = [key for key in self.course.keys if key in self.places]
        if isinstance(said, list):
            return tuple(key for key in practised if key.value in said)
        return tuple(
            key
            for key in practised
            if any(self.label_of(key, one.key) not in _NOT_LED for one in behaviours_in(key))
        )

    @property
    def filled(self) -> tuple[int, int]:
        """How many behaviours were labelled, and of how many."""
        keys = [(place, one.key) for place in self.places for one in behaviours_in(place)]
        return sum(self.label_of(*where) is not None for where in keys), len(keys)

    @property
    def locked_at(self) -> datetime | None:
        """When it was locked; None as long as it can be changed."""
        said = self._notebook.of("", _LOCKED)
        try:
            return datetime.fromisoformat(said) if isinstance(said, str) else None
        except ValueError:
            return None

    def lock(self, at: datetime) -> None:
        """Let nothing about oneself be changed any more."""
        self._require_open()
        self._notebook.note("", _LOCKED, at.isoformat())

    def bring(self, path: Path) -> Observation:
        """Lay the sheet of an observer beside it, and keep a copy with the oefening.

        It takes the place of the sheet that lay there, also where that says otherwise; that one
        can be `put_back`. Raises ValueError before it is locked; Solvable when the file is not
        understood, is about another oefencasus, holds a number of somebody, or is older or less
        whole than the same sheet that lies there.
        """
        locked = self._require_locked()
        brought = ObservationFile.brought(path)
        found = brought.shown
        mine = self._exercise.case.title
        if found.case != mine:
            raise Solvable(
                f"Deze observatie is van een andere casus: {untrusted.shown(found.case)}.",
                kept="Er is niets geopend.",
                way_out=f"Vraag om de observatie van {mine}.",
            )
        with of_another():
            told = weighed(texts_of(found), today=locked.astimezone().date())
            refuse_numbers(told, way_out="")
        before = self._lying()
        if before is not None and before.id == found.id:
            _require_no_older(found, before)
        former = untrusted.read_bytes(self._sheet_path, most=LARGEST) if before else None
        write(self._sheet_path, brought.given, replace=True)
        self._former = None if former == brought.given else former
        return found

    @property
    def can_put_back(self) -> bool:
        """Whether the sheet that was brought last took the place of another."""
        return self._former is not None

    def put_back(self) -> Observation | None:
        """Lay the sheet there again whose place was taken last. Raises Solvable."""
        self._require_locked()
        if self._former is not None:
            write(self._sheet_path, self._former, replace=True)
            self._former = None
        return self.sheet

    def _lying(self) -> Observation | None:
        """The sheet that lies there; None also where that cannot be read."""
        try:
            return self.sheet
        except Solvable:
            return None

    @property
    def sheet(self) -> Observation | None:
        """What an observer saw; None until it was brought. Raises ValueError before that may."""
        self._require_locked()
        return read_observation(self._sheet_path) if self._sheet_path.exists() else None

    @property
    def was_observed(self) -> bool:
        """Whether the sheet of an observer lies beside it, with something on it."""
        try:
            return self.locked_at is not None and self.sheet is not None and bool(self.sheet.seen)
        except Solvable:
            return False

    @property
    def own(self) -> tuple[tuple[str, str, Label | None], ...]:
        """Part, behaviour and what one chose, of everything that was practised."""
        return tuple(
            (part_name(self.course, place), one.text, self.label_of(place, one.key))
            for place in self.places
            for one in behaviours_in(place)
        )

    def compared(self, sheet: Observation) -> tuple[Compared, ...]:
        """Every behaviour that was practised, as both saw it; and what else the observer saw."""
        return tuple(self._compared(sheet))

    def _compared(self, sheet: Observation) -> Iterator[Compared]:
        practised = self.places
        for place in sheet.places:
            seen = sheet.of(place)
            for one in behaviours_in(place):
                if place not in practised and one.key not in seen.labels:
                    continue
                yield Compared(
                    ronde=part_name(self.course, place),
                    text=one.text,
                    own=self.label_of(place, one.key),
                    seen=seen.labels.get(one.key),
                    question=one.question,
                    is_before=place not in practised,
                )

    def _require_open(self) -> None:
        if self.locked_at is not None:
            msg = "what was filled in about oneself is locked"
            raise ValueError(msg)

    def _require_locked(self) -> datetime:
        locked = self.locked_at
        if locked is None:
            msg = "first oneself, then the observer"
            raise ValueError(msg)
        return locked


def _require_no_older(found: Observation, lies: Observation) -> None:
    """Raise Solvable when the same sheet lies there as it was given later, or more of it."""
    if found.edition < lies.edition:
        raise Solvable(
            "Dit blad is eerder meegegeven dan het blad dat je al hebt.",
            kept="Het blad dat je al had, is niet veranderd.",
            way_out="Open het bestand dat het laatst is meegegeven.",
        )
    if found.edition == lies.edition and found.lacks(lies) and not lies.lacks(found):
        raise Solvable(
            "Op dit blad staat minder dan op het blad dat je al hebt.",
            kept="Het blad dat je al had, is niet veranderd.",
            way_out="Vraag de observator om het bestand opnieuw mee te geven.",
        )
