"""What an observer notes ronde by ronde beside an oefening, in a file of its own.

An observation is made of an oefencasus and of nothing else: it knows no beraad, and there is no way
from it to one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, cast

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.behaviours import THROUGHOUT, Label, QuestionKind, behaviours_in
from beraad.phases.course import Course
from beraad.phases.parts import part_name
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import CaseState, Id, PhaseKey, Setting, new_id
from beraad.store.places import practice_folder
from beraad.training.coaching import Moment, Seen, Step
from beraad.training.naming import called_after
from beraad.training.observing.given_out import GivenOut
from beraad.training.observing.notebook import Notebook, throw_away
from beraad.training.place import LONGEST_TEXT, unreadable
from beraad.training.practice import LONGEST_TITLE, PracticeCase, planned_in
from beraad.training.seen_words import moment_times
from beraad.training.weighing import Placed, ask_about

SUFFIX = ".observatie"
HEARD = 2
"""How many sentences are written down word for word in one ronde."""

_KIND = "observatie"
_LABEL, _HEARD, _MOMENT = "gedrag ", "gehoord ", "moment "
_DRAFT_TIME = "concept tijd"
_QUESTIONS, _SECONDS, _DRAFT, _HANDED_ON = "vragen", "seconden", "concept", "meegegeven"
_HANDED_AT, _EDITION = "meegegeven om", "uitgave"
_GIVEN_AS = "meegegeven als"
_OF_HANDING = frozenset({_HANDED_ON, _HANDED_AT, _EDITION, _GIVEN_AS})
_NOT_GIVEN = (_DRAFT, _DRAFT_TIME, *sorted(_OF_HANDING))
_SENTENCES = frozenset(f"{_HEARD}{number}" for number in range(1, HEARD + 1))
_LETTERS: Mapping[QuestionKind, str] = {kind: kind[0] for kind in QuestionKind}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_MOST_SECONDS = 24 * 3600
_MOST_MINUTES = 24 * 60
_MOST_ASKED = 999
_MOST_MOMENTS = 200
_LONGEST_NAME = 200
_NUMBER = re.compile(r"[1-9]\d{0,3}")
_WRITTEN = re.compile(r"(\d{1,3})[:.]([0-5]\d)")
_CLOCK = re.compile(r"\d{2,3}:[0-5]\d")
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What was noted.

    Attributes:
        case: the title of the oefencasus.
        name: what that case is called among the others.
        planned: minutes that each part has in the plan.
        seen: by opening, ronde or `THROUGHOUT`; only where something was noted.
        seconds: how long the clock ran in each part.
        edition: counts the times that it was given on, this one included; 0 where it does not tell.
    """

    id: Id
    case: str
    name: str
    course: Course
    begun_on: date
    planned: Mapping[PhaseKey, int]
    seen: Mapping[str, Seen]
    seconds: Mapping[str, int]
    edition: int = field(default=0, compare=False)

    @property
    def places(self) -> tuple[str, ...]:
        """The opening, the rondes in their order, and the whole talk."""
        return (PhaseKey.OPENING, *self.course.keys, THROUGHOUT)

    def of(self, place: str) -> Seen:
        """What was noted in one part."""
        return self.seen.get(place, _nothing(place))

    def lacks(self, other: Observation) -> bool:
        """Whether something that stands in the other one is not here."""
        return any(_is_more(theirs, self.of(place)) for place, theirs in other.seen.items())


def _is_more(theirs: Seen, ours: Seen) -> bool:
    return bool(
        theirs.labels.keys() - ours.labels.keys()
        or set(theirs.heard) - set(ours.heard)
        or set(theirs.moments) - set(ours.moments)
        or sum(theirs.tally.values()) > sum(ours.tally.values())
    )


class ObservationFile:
    """An observation that is being made; each deed is on disk when it returns, or raises Solvable.

    Attributes:
        shown: the observation as it stands now.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self.shown = _observation(notebook)

    @classmethod
    def begin(cls, folder: Path, case: PracticeCase, *, today: date) -> ObservationFile:
        """A new observation of this case, among the oefeningen in this folder of beraden."""
        head = _head(case, today)
        path = practice_folder(folder) / f"observatie-{head['id']}{SUFFIX}"
        return cls(Notebook.begin(path, _KIND, head))

    @classmethod
    def example(cls, path: Path, case: PracticeCase, *, today: date) -> ObservationFile:
        """The made-up observation that is being written for a case, in this file beside it.

        It begins with the one that the case has.
        """
        if path.exists():
            return cls.open(path)
        noted = dict(pair for seen in case.coaching.seen for pair in _notes_of(seen))
        return cls(Notebook.begin(path, _KIND, _head(case, today), noted))

    @classmethod
    def open(cls, path: Path) -> ObservationFile:
        """An observation to go on with. Raises Solvable when it is not understood."""
        return cls(Notebook.open(path, _KIND))

    @classmethod
    def brought(cls, path: Path) -> ObservationFile:
        """One that somebody brought. Raises Solvable naming what is not understood, and for one
        that was cut off.
        """
        found = cls(Notebook.open(path, _KIND, is_whole=True))
        _require_bounds(found.shown, path)
        return found

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._notebook.path

    @property
    def given(self) -> bytes:
        """What stands in it now, as it is given on: nothing taken back, nothing half written."""
        return self._notebook.given(without=_NOT_GIVEN)

    @property
    def last_place(self) -> str:
        """Where something was noted last; empty when nothing was."""
        return next((place for place, _, _ in reversed(tuple(self._notebook)) if place), "")

    @property
    def is_handed_on(self) -> bool:
        """Whether all that was noted was given to who led."""
        return bool(self._notebook.of("", _HANDED_ON))

    @property
    def handed_at(self) -> datetime | None:
        """When it was given last, also when more was noted since; None when that is not known."""
        try:
            return datetime.fromisoformat(self._notebook.of("", _HANDED_AT))
        except (TypeError, ValueError):
            return None

    @property
    def given_out(self) -> GivenOut:
        """The files it was given as."""
        names = dict.fromkeys(map(Path, self._given_names()))
        return GivenOut(self.shown.id, tuple(names))

    @property
    def is_half_written(self) -> bool:
        """Whether a moment is still being written somewhere."""
        return any(self.drafted(place) for place in self.shown.places)

    def label(self, place: str, key: str, label: Label | None) -> None:
        """Say how this behaviour was seen; None when that is taken back."""
        self._note(place, _LABEL + key, label)

    def hear(self, place: str, number: int, text: str) -> None:
        """Write down a sentence, counted from 1, as it was said."""
        self._note(place, f"{_HEARD}{number}", text)

    def heard(self, place: str, number: int) -> str:
        """What was written down as this sentence."""
        return self._notebook.of(place, f"{_HEARD}{number}") or ""

    def tally(self, place: str, kind: QuestionKind) -> None:
        """Count one question more. Raises Solvable for more than anybody can hear in a ronde."""
        if len(self._asked(place)) >= _MOST_ASKED:
            raise Solvable(f"Meer dan {_MOST_ASKED} vragen in één ronde tellen we niet.")
        self._note(place, _QUESTIONS, self._asked(place) + _LETTERS[kind])

    def take_back(self, place: str) -> QuestionKind | None:
        """Count the last question no more, and say of which kind it was."""
        asked = self._asked(place)
        if not asked:
            return None
        self._note(place, _QUESTIONS, asked[:-1])
        return _KINDS[asked[-1]]

    def add_moment(self, place: str, moment: Moment) -> int:
        """Write down a moment, and return its number."""
        number = max((number for number, _ in self.moments(place)), default=0) + 1
        self.change_moment(place, number, moment)
        return number

    def change_moment(self, place: str, number: int, moment: Moment | None) -> None:
        """Write a moment otherwise; None takes it away."""
        self._note(place, f"{_MOMENT}{number}", moment and _moment_noted(moment))

    def moments(self, place: str) -> tuple[tuple[int, Moment], ...]:
        """The moments of one part with their numbers, in the order of the clock."""
        return tuple(_moments(self._notebook, place))

    def draft(self, place: str, moment: Moment) -> None:
        """Keep a moment that is still being written; without words there is none."""
        self._note(place, _DRAFT, {"op": moment.at, "wat": moment.what} if moment.what else None)

    def drafted(self, place: str) -> Moment | None:
        """The moment that is still being written."""
        match self._notebook.of(place, _DRAFT):
            case {"op": str() as at, "wat": str() as what} if _CLOCK.fullmatch(at):
                return Moment(at=at, what=what)
            case _:
                return None

    def finish_drafts(self) -> None:
        """Make each moment that is still being written a moment, at the time it was begun."""
        for place in self.shown.places:
            draft = self.drafted(place)
            if draft is not None:
                what = draft.what.strip()
                at = clock_time(self.drafted_time(place)) or draft.at
                if what:
                    self.add_moment(place, replace(draft, at=at, what=what))
                self._note(place, _DRAFT, None)
                self._note(place, _DRAFT_TIME, None)

    def draft_time(self, place: str, text: str) -> None:
        """Keep what is being typed as the time of a moment, also while it is none."""
        self._note(place, _DRAFT_TIME, text or None)

    def drafted_time(self, place: str) -> str:
        """What was typed as the time of a moment and was not used yet."""
        typed = self._notebook.of(place, _DRAFT_TIME)
        return typed if isinstance(typed, str) else ""

    def clock_at(self, place: str) -> int:
        """Seconds at which the clock goes on: where it was, whatever time a moment was given."""
        return self.shown.seconds.get(place, 0)

    def spend(self, place: str, seconds: int) -> None:
        """Say how long the clock has run in this part, in all."""
        self._note(place, _SECONDS, seconds)

    def write_copy(
        self,
        folder: Path,
        lexicon: Lexicon | None = None,
        *,
        now: datetime,
        is_made_up: bool = False,
    ) -> Path:
        """Write it as a file to give to who led, and return that.

        Only what stands in it now; not what was taken back. A moment that is still being written
        becomes one. Raises Asked for what may be a person, until somebody said that it
        `is_made_up`, and Solvable.
        """
        self.finish_drafts()
        _require_bounds(self.shown, self.path, is_own=True)
        today = now.astimezone().date()
        ask_about(texts_of(self.shown), lexicon, today=today, is_made_up=is_made_up)
        day = self.shown.begun_on.isoformat()
        path = folder / f"observatie {called_after(self.shown.case)} {day}{SUFFIX}"
        edition = _edition(self._notebook.of("", _EDITION)) + 1
        self._note("", _EDITION, edition)
        written = self._notebook.give(path, without=_NOT_GIVEN, head={_EDITION: edition})
        self._note("", _GIVEN_AS, [*self._given_names(), str(written.absolute())])
        self._note("", _HANDED_ON, True)
        self._note("", _HANDED_AT, now.isoformat())
        return written

    def take_away(self) -> None:
        """Throw it away on this computer. Raises Solvable when that fails."""
        self._notebook.take_away()

    def _given_names(self) -> list[str]:
        said = self._notebook.of("", _GIVEN_AS)
        names = cast("list[object]", said) if isinstance(said, list) else []
        return [name for name in names if isinstance(name, str)]

    def _asked(self, place: str) -> str:
        return self._notebook.of(place, _QUESTIONS) or ""

    def _note(self, place: str, name: str, value: object) -> None:
        self._notebook.note(place, name, value)
        is_draft = name == _DRAFT and value is not None
        if self.is_handed_on and (is_draft or name not in {*_NOT_GIVEN, _SECONDS}):
            self._notebook.note("", _HANDED_ON, None)
        self.shown = _observation(self._notebook)


def observations_of(folder: Path, name: str) -> tuple[ObservationFile, ...]:
    """The observations of a case that were not given to anybody yet, the newest first.

    What cannot be read is passed over: it is told when somebody opens it.
    """
    return tuple(
        sorted(_unfinished(folder, name), key=lambda each: each.shown.begun_on, reverse=True)
    )


def _files(folder: Path) -> list[Path]:
    return sorted(practice_folder(folder).glob(f"observatie-*{SUFFIX}"), reverse=True)


def _unfinished(folder: Path, name: str) -> Iterator[ObservationFile]:
    for path in _files(folder):
        try:
            found = ObservationFile.open(path)
        except Solvable:
            continue
        if found.shown.name == name and not found.is_handed_on:
            yield found


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """An observation that lies on this laptop.

    Attributes:
        title: of its case; the name of the file where it cannot be read.
        begun_on: None where it cannot be read.
        is_handed_on: whether all of it was given to who led.
        handed_at: when it was given last, also when more was noted since.
        given_out: the files it was given as.
    """

    path: Path
    title: str
    begun_on: date | None
    is_handed_on: bool = False
    handed_at: datetime | None = None
    given_out: GivenOut = field(default_factory=GivenOut)


def lying_here(folder: Path) -> tuple[Lying, ...]:
    """Every observation among the oefeningen, also of a case that is gone; the newest first."""
    found = [_lying(path) for path in _files(folder)]
    return tuple(sorted(found, key=lambda each: each.begun_on or date.min, reverse=True))


def _lying(path: Path) -> Lying:
    try:
        file = ObservationFile.open(path)
    except Solvable:
        return Lying(path=path, title=untrusted.shown(path.name), begun_on=None)
    shown = file.shown
    return Lying(
        path=path,
        title=shown.case,
        begun_on=shown.begun_on,
        is_handed_on=file.is_handed_on,
        handed_at=file.handed_at,
        given_out=file.given_out,
    )


def take_away_observation(path: Path) -> None:
    """Take an observation away, also one that cannot be read. Raises Solvable."""
    throw_away(path, "De observatie")


def read_observation(path: Path) -> Observation:
    """An observation that somebody brought. Raises Solvable as `ObservationFile.brought`."""
    return ObservationFile.brought(path).shown


def clock_text(seconds: int) -> str:
    """A time of the clock: "05:40"."""
    return f"{seconds // 60:02}:{seconds % 60:02}"


def clock_time(text: str) -> str:
    """A time of the clock as somebody wrote it ("5:40", "5.40"); empty when it is none."""
    found = _WRITTEN.fullmatch(text.strip())
    return clock_text(int(found[1]) * 60 + int(found[2])) if found else ""


def _observation(notebook: Notebook) -> Observation:
    reader = _Reader(notebook)
    head = reader.head()
    seen: dict[str, Seen] = {}
    seconds: dict[str, int] = {}
    for place, name, value in notebook:
        if value is None or (not place and name in _OF_HANDING):
            continue
        if place not in {*PhaseKey, THROUGHOUT}:
            raise reader.fault(place, "deze ronde is er niet")
        if name in {_DRAFT, _DRAFT_TIME}:
            continue
        if name == _SECONDS:
            seconds[place] = reader.seconds(value)
        else:
            seen[place] = reader.with_note(seen.get(place, _nothing(place)), name, value)
    for place, one in seen.items():
        moments = tuple(sorted(one.moments, key=lambda moment: _in_seconds(moment.at)))
        seen[place] = replace(one, moments=moments)
    return replace(head, seen=seen, seconds=seconds)


def _edition(value: object) -> int:
    return value if type(value) is int and value > 0 else 0


def _head(case: PracticeCase, today: date) -> Mapping[str, Any]:
    planned = planned_in(case)
    return {
        "id": new_id(),
        "casus": case.title,
        "naam": case.name,
        "dag": today.isoformat(),
        "verheldering_eerst": case.course.clarification_first,
        "afgerond": case.course.case_state is CaseState.CLOSED,
        "minuten": {key.value: minutes for key, minutes in planned.items()},
    }


def texts_of(shown: Observation) -> Iterator[Placed]:
    """What the observer wrote, with its place."""
    for place, seen in shown.seen.items():
        name = part_name(shown.course, place)
        for text in seen.heard:
            yield Placed(f"{name}, letterlijke zin", text)
        for moment, time in zip(seen.moments, moment_times(seen.moments), strict=True):
            yield Placed(f"{name}, moment op {time}", moment.what)


def _notes_of(seen: Seen) -> Iterator[tuple[tuple[str, str], Any]]:
    """What was seen in one part, as it is noted."""
    place = seen.place
    for key, label in seen.labels.items():
        yield (place, _LABEL + key), label
    for number, text in enumerate(seen.heard, start=1):
        yield (place, f"{_HEARD}{number}"), text
    if seen.tally:
        asked = "".join(_LETTERS[kind] * count for kind, count in seen.tally.items())
        yield (place, _QUESTIONS), asked
    for number, moment in enumerate(seen.moments, start=1):
        yield (place, f"{_MOMENT}{number}"), _moment_noted(moment)


def _moment_noted(moment: Moment) -> Mapping[str, str]:
    at = clock_text(_in_seconds(moment.at))
    return {"op": at, "wat": moment.what, "ingreep": moment.step.value}


def _nothing(place: str) -> Seen:
    return Seen(place=place, labels={}, tally={})


class _Reader:
    """Takes nothing for true that does not fit: the file may come from anybody."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def head(self) -> Observation:
        said = self._notebook.head
        try:
            planned = {
                PhaseKey(key): self.minutes(minutes) for key, minutes in said["minuten"].items()
            }
            course = Course(
                clarification_first=bool(said["verheldering_eerst"]),
                setting=Setting.PRACTICE,
                case_state=CaseState.CLOSED if said["afgerond"] else CaseState.RUNNING,
            )
            return Observation(
                id=Id(self.text(said["id"])),
                case=self.title(said["casus"]),
                name=self.text(said["naam"]),
                course=course,
                begun_on=date.fromisoformat(said["dag"]),
                planned={key: planned[key] for key in PhaseKey},
                seen={},
                seconds={},
                edition=_edition(said.get(_EDITION)),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self.fault("het begin", "het is niet heel") from error

    def title(self, value: object) -> str:
        title = self.text(value)
        if len(title) > LONGEST_TITLE:
            raise self.fault("het begin", f"een titel heeft hoogstens {LONGEST_TITLE} tekens")
        return title

    def minutes(self, value: object) -> int:
        if type(value) is not int or not 0 <= value <= _MOST_MINUTES:
            raise self.fault("het begin", "de minuten kloppen niet")
        return value

    def with_note(self, seen: Seen, name: str, value: Any) -> Seen:
        place = seen.place
        if name.startswith(_LABEL):
            key = name.removeprefix(_LABEL)
            if key not in {one.key for one in behaviours_in(place)}:
                raise self.fault(place, f"{untrusted.shown(key)} is geen gedrag van deze ronde")
            return replace(seen, labels={**seen.labels, key: self.member(Label, value, place)})
        if name in _SENTENCES:
            said = self.text(value)
            return replace(seen, heard=(*seen.heard, said)[:HEARD]) if said.strip() else seen
        if name.startswith(_MOMENT) and _NUMBER.fullmatch(name.removeprefix(_MOMENT)):
            return replace(seen, moments=(*seen.moments, self.moment(value, place)))
        if name == _QUESTIONS:
            return replace(seen, tally=self.tally(value, place))
        raise self.fault(place, f"{untrusted.shown(name)} is niet te begrijpen")

    def seconds(self, value: object) -> int:
        if type(value) is not int or not 0 <= value <= _MOST_SECONDS:
            raise self.fault("de klok", "de tijd klopt niet")
        return value

    def tally(self, value: object, place: str) -> Mapping[QuestionKind, int]:
        letters = self.text(value)
        if len(letters) > _MOST_ASKED:
            raise self.fault(place, f"er horen hoogstens {_MOST_ASKED} vragen te staan")
        if set(letters) - set(_KINDS):
            raise self.fault(place, "een soort vraag is onbekend")
        return {_KINDS[letter]: number for letter, number in Counter(letters).items()}

    def moment(self, value: object, place: str) -> Moment:
        match value:
            case {"op": str() as at, "wat": str() as what, "ingreep": str() as step}:
                if not _CLOCK.fullmatch(at):
                    raise self.fault(place, "een moment heeft een tijd zoals 05:40")
                return Moment(at=at, what=what, step=self.member(Step, step, place))
            case _:
                raise self.fault(place, "een moment is niet te begrijpen")

    def member(self, kind: type[E], value: object, place: str) -> E:
        if not isinstance(value, str) or value not in list(kind):
            raise self.fault(place, f"kies uit {', '.join(filter(None, kind))}")
        return kind(value)

    def text(self, value: object) -> str:
        if not isinstance(value, str):
            raise self.fault("een tekst", "hier hoort een tekst te staan")
        return value

    def fault(self, where: str, why: str) -> Solvable:
        return _fault(self._notebook.path, where, why)


def _fault(path: Path, where: str, why: str) -> Solvable:
    if where in {*PhaseKey, THROUGHOUT}:
        where = part_name(Course(), where).lower()
    name = untrusted.shown(path.name)
    told = why.removesuffix(".")
    return Solvable(
        f"In de observatie {name} klopt {untrusted.shown(where)} niet: {told}.",
        kept="Er is niets geopend.",
        way_out="Vraag de observator om het bestand opnieuw mee te geven.",
    )


def _require_bounds(shown: Observation, path: Path, *, is_own: bool = False) -> None:
    """Raise Solvable for a sheet that nobody can read on a screen, naming place and reason."""
    fault = next(_out_of_bounds(shown), None)
    if fault is None:
        return
    where, why = fault
    if is_own:
        raise Solvable(
            f"Dit blad is niet mee te geven: {where}: {why}.",
            kept="Er is niets meegegeven. Wat je noteerde, staat er nog.",
            way_out="Maak het korter, en geef het dan mee.",
        )
    raise _fault(path, where, why)


def _out_of_bounds(shown: Observation) -> Iterator[tuple[str, str]]:
    if max(map(len, (shown.id, shown.name))) > _LONGEST_NAME:
        yield "het begin", f"een naam heeft hoogstens {_LONGEST_NAME} tekens"
    for place, seen in shown.seen.items():
        if len(seen.moments) > _MOST_MOMENTS:
            named = part_name(shown.course, place)
            yield named, f"er horen hoogstens {_MOST_MOMENTS} momenten te staan"
    for placed in texts_of(shown):
        if reason := unreadable(placed.text, most=LONGEST_TEXT):
            yield placed.where, reason


def _moments(notebook: Notebook, place: str) -> Iterator[tuple[int, Moment]]:
    found = [
        (int(name.removeprefix(_MOMENT)), value)
        for where, name, value in notebook
        if where == place and name.startswith(_MOMENT) and value is not None
    ]
    for number, said in sorted(found, key=lambda each: (_in_seconds(each[1]["op"]), each[0])):
        yield number, Moment(at=said["op"], what=said["wat"], step=Step(said["ingreep"]))


def _in_seconds(at: str) -> int:
    minutes, seconds = at.split(":")
    return int(minutes) * 60 + int(seconds)
