"""The oefencasussen: invented cases, kept as TOML, of which a beraad can be made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from beraad.errors import Defect, Solvable
from beraad.phases.course import Course
from beraad.phases.data_file import DataFile, open_data
from beraad.phases.plan import plan_of
from beraad.records import CaseState, PhaseKey, Session, Setting, TimeSpent, new_id
from beraad.training.coaching import Coaching, Difficulty, read_coaching
from beraad.training.place import Place
from beraad.training.reading import read_session, require_number
from beraad.untrusted import SETTINGS

_INSTALLED = Path(__file__).parent / "practice"
_CHECKOUT = Path(__file__).parents[2] / "sessions" / "practice"

CASE_SUFFIXES = (".casus", ".toml")
"""What a file with an oefencasus is called: shared ones `.casus`, those that ship `.toml`."""

LONGEST_TITLE = 120
"""Signs that the title of a case has at most."""

LONGEST_LINE = 1000
"""Signs that what a case is about, and what it teaches, has at most."""

NO_AIM = "Nog geen leerdoel."
"""What the file says where nobody wrote yet what there is to learn."""

_AIM_LACKS = "Schrijf een leerdoel voor de hele casus: wat leert wie leidt hiervan?"
_HEADER = "oefening"
_SOURCE = "verzonnen"
_USUAL_MINUTES = 90
_ANY_MOMENT = datetime(2026, 11, 23, tzinfo=UTC)
_POLICY = "beleidsvraag"
_HEADER_FIELDS: Mapping[str, tuple[str, type]] = {
    "titel": ("title", str),
    "samenvatting": ("summary", str),
    "leerdoel": ("aim", str),
    "peildatum": ("checked_on", date),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCase:
    """An oefencasus to choose from.

    Attributes:
        title: title of the beraad it becomes.
        summary: one line about what happens.
        aim: what there is to learn from it.
        checked_on: the day on which the rules it mentions were last checked (peildatum).
        minutes: how long its beraad lasts.
        course: the order and the words of its rondes.
        coaching: aims, pitfalls, roles and a worked observation.
    """

    title: str
    summary: str
    aim: str
    checked_on: date
    path: Path
    minutes: int
    course: Course
    coaching: Coaching

    @property
    def name(self) -> str:
        """What the case is called on the command line."""
        return self.path.stem

    @property
    def has_aim(self) -> bool:
        """Whether somebody wrote what there is to learn from it."""
        return self.aim != NO_AIM

    def lacking(self) -> tuple[str, ...]:
        """What a trainer still needs to write, each a short Dutch sentence."""
        return lacking(self.coaching, has_aim=self.has_aim)


def lacking(coaching: Coaching, *, has_aim: bool) -> tuple[str, ...]:
    """What a trainer still needs to write of a case with this."""
    return coaching.lacking() if has_aim else (_AIM_LACKS, *coaching.lacking())


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is called as an oefencasus is, and cannot be read as one."""

    path: Path
    problem: Solvable


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The oefencasussen that there are.

    Attributes:
        cases: the easiest first, and then by title.
        unread: the files that cannot be read, by name.
    """

    cases: tuple[PracticeCase, ...]
    unread: tuple[Unread, ...]

    @property
    def refused(self) -> tuple[Solvable, ...]:
        """What is wrong with each file that cannot be read."""
        return tuple(each.problem for each in self.unread)

    def after(self, name: str) -> str:
        """What the case is called that comes after this one; after the last comes the first."""
        names = [case.name for case in self.cases]
        if name not in names:
            return names[0] if names else ""
        return names[(names.index(name) + 1) % len(names)]


def shelf(folder: Path | None = None) -> Shelf:
    """Every oefencasus; one that cannot be read hides no other."""
    cases: list[PracticeCase] = []
    unread: list[Unread] = []
    for path in sorted(_files(folder or _shipped())):
        try:
            cases.append(case_in(path))
        except Solvable as problem:
            unread.append(Unread(path, problem))
    return Shelf(cases=tuple(sorted(cases, key=_easiest_first)), unread=tuple(unread))


def _easiest_first(case: PracticeCase) -> tuple[int, str]:
    difficulty = case.coaching.difficulty or Difficulty.MEDIUM
    return list(Difficulty).index(difficulty), case.title


def _files(folder: Path) -> Iterator[Path]:
    for suffix in CASE_SUFFIXES:
        yield from folder.glob(f"*{suffix}")


def practice_cases(folder: Path | None = None) -> tuple[PracticeCase, ...]:
    """Every oefencasus, the easiest first. Raises Solvable naming a file that cannot be read."""
    found = shelf(folder)
    for problem in found.refused:
        raise problem
    return found.cases


def load(case: PracticeCase, *, now: datetime, held_on: date) -> Session:
    """Return a new beraad filled with an oefencasus; its dates are counted from `held_on`.

    Its clock says how long each part took when it was led well. Raises Solvable naming the file
    and the place of what is not understood.
    """
    return _loaded(case, open_data(case.path), now=now, held_on=held_on)


def _loaded(case: PracticeCase, data: DataFile, *, now: datetime, held_on: date) -> Session:
    table = data.table()
    table.pop(_HEADER, None)
    place = Place(case.path.name)
    session = read_session(
        table, place, title=case.title, now=now, held_on=held_on, setting=case.course.setting
    )
    spent = (
        TimeSpent(id=new_id(), phase=each.phase, seconds=each.minutes * 60)
        for each in case.coaching.rounds
    )
    return replace(session, time_spent=tuple(spent))


def at_any_moment(case: PracticeCase) -> Session:
    """The beraad of an oefencasus for who reads only its words. Raises Solvable as `load` does."""
    return load(case, now=_ANY_MOMENT, held_on=_ANY_MOMENT.date())


def require_readable(text: str, path: Path) -> None:
    """Raise Solvable for a text that would be refused as the oefencasus in this file."""
    if len(text.encode(errors="replace")) > SETTINGS:
        raise Solvable(f"Het is groter dan {SETTINGS // 1_000_000} MB.")
    data = DataFile(path.name, text)
    _loaded(_read(path, data), data, now=_ANY_MOMENT, held_on=_ANY_MOMENT.date())


def planned_in(case: PracticeCase) -> Mapping[PhaseKey, int]:
    """The minutes of each part in the plan of an oefening of this case, wherever they stand."""
    return {share.key: share.base for share in plan_of(at_any_moment(case)).shares}


def case_in(path: Path) -> PracticeCase:
    """The oefencasus in a file. Raises Solvable naming what cannot be read or understood."""
    read = _read_once if path.parent in {_INSTALLED, _CHECKOUT} else _read
    return read(path, open_data(path))


def _read(path: Path, data: DataFile) -> PracticeCase:
    table = data.table()
    place = Place(path.name, _HEADER)
    header = dict(place.table(table.get(_HEADER)))
    if header.pop("bron", None) != _SOURCE:
        raise place.at("bron").fault(f'hier hoort "{_SOURCE}" te staan')
    values: dict[str, Any] = {
        field: place.at(name).value(header.pop(name, None), kind)
        for name, (field, kind) in _HEADER_FIELDS.items()
    }
    require_title(values["title"], place.at("titel"))
    for name in ("samenvatting", "leerdoel"):
        _require_words(values[_HEADER_FIELDS[name][0]], place.at(name), most=LONGEST_LINE)
    policy = place.at(_POLICY).value(header.pop(_POLICY, False), bool)
    coaching = read_coaching(header, place)
    for unknown in header:
        raise place.at(unknown).fault("dit veld bestaat niet")
    return PracticeCase(
        **values, **_agreed(table, path, policy=policy), path=path, coaching=coaching
    )


_read_once = lru_cache(maxsize=32)(_read)
"""What ships is shown again and again; it holds nobody's words and is read once for each text."""


def require_title(title: str, place: Place) -> None:
    """Raise Solvable for a title that no list, card or file name has room for."""
    if len(title) > LONGEST_TITLE:
        raise place.fault(f"een titel heeft hoogstens {LONGEST_TITLE} tekens")
    _require_words(title, place, most=LONGEST_TITLE)


def _require_words(text: str, place: Place, *, most: int) -> None:
    if not place.words(text, most=most):
        raise place.fault("dit veld is leeg")


def _shipped() -> Path:
    for folder in (_INSTALLED, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise Defect("the practice cases were left out of this installation")


def _agreed(table: Mapping[str, Any], path: Path, *, policy: bool) -> dict[str, Any]:
    """What the opening of a case settles about its time and its rondes."""
    place = Place(path.name, "opening")
    opening = place.table(table.get("opening", {}))
    first = place.at("clarification_first").value(opening.get("clarification_first", False), bool)
    closed = opening.get("case_state") == CaseState.CLOSED
    course = Course(
        clarification_first=first,
        setting=Setting.POLICY_DRILL if policy else Setting.PRACTICE,
        case_state=CaseState.CLOSED if closed else CaseState.RUNNING,
    )
    minutes = place.at("minutes").value(opening.get("minutes", _USUAL_MINUTES), int)
    require_number("minutes", minutes, place.at("minutes"))
    return {"minutes": minutes, "course": course}
