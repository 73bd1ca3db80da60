"""`beraad cursus`: making a course as one file, checking one, and opening one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from beraad.errors import Solvable
from beraad.report.files import write
from beraad.report.house.style import House
from beraad.training.case_leaving import leaving_case
from beraad.training.course.leaving import leaving_course, packed
from beraad.training.course.opening import checked, open_course
from beraad.training.course.pack import Course, course_in, printed, shipped_course
from beraad.training.own_cases import (
    checked_case,
    is_case,
    namesakes,
    refuse,
    take_in,
    version_of,
)
from beraad.training.practice import PracticeCase
from beraad.training.weighing import Asked, of_another

_Say = Callable[[str], None]


def make_course(
    folder: Path | None,
    target: Path,
    *,
    house: House,
    today: date,
    is_made_up: bool = False,
    say: _Say,
) -> None:
    """Write a course as one file, in the place of an earlier one.

    Without folder it is the course that ships. Raises Solvable when what lies in the folder is not
    understood, when something in it may point to a person and nobody said that it `is_made_up`, or
    when the file cannot be written.
    """
    course = shipped_course() if folder is None else course_in(folder)
    try:
        leaving = leaving_course(course, today=today, is_made_up=is_made_up)
    except Asked as problem:
        raise Solvable(
            problem.happened,
            kept=problem.kept,
            way_out=f"{problem.way_out} Anders: geef dezelfde opdracht met --verzonnen.",
        ) from problem
    written = write(target, packed(leaving, house), replace=True)
    _tell(course, say)
    say(f"Geschreven: {written}")


def check_course(path: Path, *, today: date, say: _Say) -> None:
    """Say whether a course or a case can be used, and where something in it may point to a person.

    Raises Solvable with what is wrong and where, also for a number of somebody.
    """
    if is_case(path):
        case = checked_case(path)
        _tell_case(case, say)
        _tell_asked(partial(leaving_case, case, today=today, by_line=True), say)
    elif path.suffix.lower() == ".toml":
        raise refuse(path)
    else:

        def look(course: Course) -> None:
            _tell(course, say)
            _tell_asked(partial(leaving_course, course, today=today), say)

        checked(path, look)
    say("In orde.")


def _tell_asked(read: Callable[[], object], say: _Say) -> None:
    """Read something as if it went out, and say where a person has to look.

    Raises Solvable for a number of somebody, to who did not make it.
    """
    try:
        with of_another():
            read()
    except Asked as problem:
        say(f"Let op, dit wijst misschien naar een mens: {problem.places}.")


def use_course(path: Path, sessions: Path, *, house: House, today: date, say: _Say) -> None:
    """Put a course or a case among the beraden. Raises Solvable, with nothing changed."""
    if is_case(path):
        case = take_in(path, sessions, today=today)
        _tell_case(case, say)
        say(f"De casus staat klaar onder Oefenen: {case.path}")
        for other in namesakes(case, sessions):
            say(f"Er is er nog een die zo heet: {version_of(other, sessions)}. Die blijft.")
        return
    if path.suffix.lower() == ".toml":
        raise refuse(path)
    opened = open_course(path, sessions, house, today=today)
    assert opened is not None  # noqa: S101 - nobody can want it no more
    _tell(opened.course, say)
    if opened.there_already:
        say(f"Deze cursus stond er al: {opened.folder}")
    else:
        say(f"De cursus staat klaar: {opened.folder}")
        say(f"Om af te drukken: {opened.sheets} bladen in de map bladen.")


def _tell(course: Course, say: _Say) -> None:
    programme = course.programme
    days = ", ".join(f"{day.lower()}: {len(parts)} onderdelen" for day, parts in programme.days)
    say(f"{_shown(programme.title)} · {_shown(days)}")
    titles = Counter(case.title for case in course.cases)
    for case in course.cases:
        _tell_case(case, say, by_name=titles[case.title] > 1)
    say(f"Bladen: {len(printed(course))}")
    if course.words:
        say(f"Eigen lijsten: {', '.join(sorted(course.words))}")


def _tell_case(case: PracticeCase, say: _Say, *, by_name: bool = False) -> None:
    name = f" · {_shown(case.path.name)}" if by_name else ""
    asks = f" · {case.coaching.difficulty}" if case.coaching.difficulty else ""
    say(f"  {_shown(case.title)}{asks} · {case.minutes} minuten{name}")
    for line in case.lacking():
        say(f"    Nog nodig: {line}")


def _shown(text: str) -> str:
    """The text on one line, without what could steer a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
