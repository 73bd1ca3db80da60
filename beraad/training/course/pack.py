"""A course: its programme, its cases and lists, and what it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from beraad import assets
from beraad.errors import Solvable
from beraad.phases.data_file import DataFile, open_data
from beraad.phases.suggestions import NAMES as LISTS
from beraad.phases.suggestions import list_in
from beraad.report.forms.kinds import FORMS, made
from beraad.report.forms.model import Form
from beraad.report.forms.plan import Plan
from beraad.report.house.style import OURS, House
from beraad.training.course import sheets
from beraad.training.course.names import CASES, PROGRAMME, WORDS
from beraad.training.course.programme import Programme, read_programme
from beraad.training.course.slides import method_slides
from beraad.training.observing.pulse import pulse_sheet
from beraad.training.practice import PracticeCase, at_any_moment, practice_cases


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Everything a course is made of; what it prints follows from that.

    Attributes:
        file: the programme as it was written.
        words: lists of suggestions of its own, by the name of their file.
    """

    programme: Programme
    file: DataFile
    cases: tuple[PracticeCase, ...]
    words: Mapping[str, str]


def shipped_course() -> Course:
    """The course of two days that comes with Beraad."""
    file = open_data(assets.COURSE / PROGRAMME)
    cases = practice_cases()
    programme = read_programme(file, (case.name for case in cases))
    return Course(programme=programme, file=file, cases=cases, words={})


def course_in(folder: Path) -> Course:
    """The course in a folder: its programme, its cases and its own lists of suggestions.

    Without cases of its own it has those that ship. Each can be played. Raises Solvable naming file
    and place of what is not understood.
    """
    path = folder / PROGRAMME
    if not path.exists():
        raise Solvable(
            f"In de map {folder.name} staat geen {PROGRAMME}.",
            way_out="Maak eerst een cursus zonder --map, en begin met het programma daaruit.",
        )
    cases = practice_cases(folder / CASES) or practice_cases()
    for case in cases:
        at_any_moment(case)
    file = open_data(path)
    programme = read_programme(file, (case.name for case in cases))
    return Course(programme=programme, file=file, cases=cases, words=dict(_words(folder / WORDS)))


def _words(folder: Path) -> Iterator[tuple[str, str]]:
    for name in LISTS:
        path = folder / f"{name}.toml"
        if path.exists():
            file = open_data(path)
            list_in(file)
            yield path.name, file.text


def printed(course: Course, house: House = OURS) -> tuple[Form, ...]:
    """What the course prints and projects, in the order in which it is needed."""
    plan = Plan()
    titles = {case.name: case.title for case in course.cases}
    of_cases = (
        form
        for case in course.cases
        for form in (
            sheets.trainer_sheet(case),
            sheets.role_cards(case),
            sheets.story_sheet(case),
            sheets.example_sheet(case),
            sheets.observation_sheet(case),
        )
        if _says_something(form)
    )
    blank = (made(kind, None, plan) for kind in FORMS)
    forms = (
        sheets.programme_sheet(course.programme, titles),
        method_slides(),
        *sheets.self_sheets(course.cases),
        sheets.takeaway_sheet(),
        pulse_sheet(),
        sheets.attendance_sheet(course.programme),
        *of_cases,
        *blank,
    )
    return tuple(_in_style(form, house) for form in forms)


def _says_something(form: Form) -> bool:
    return any(form.sheets)


def _in_style(form: Form, house: House) -> Form:
    return replace(form, house=house)


def drawn(forms: tuple[Form, ...], *, unwanted: Callable[[], bool]) -> dict[str, bytes]:
    """Each sheet as a PDF, by the name of its file; none any more once they are `unwanted`."""
    # ReportLab is slow to load; whoever makes no course does not wait for it.
    from beraad.report.pdf.forms import render

    made_of: dict[str, bytes] = {}
    for form in forms:
        if unwanted():
            return {}
        made_of[f"{form.stem}.pdf"] = render(form)
    return made_of
