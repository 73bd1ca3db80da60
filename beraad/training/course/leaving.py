"""A course as a file that goes out: what ships with Beraad, and of the rest only what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from beraad import assets, untrusted
from beraad.errors import Solvable
from beraad.phases.data_file import DataFile, open_data
from beraad.phases.phrasing import lower_first
from beraad.phases.suggestions import NAMES as LISTS
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.report.house.style import OURS, House
from beraad.report.zipped import zipped
from beraad.training.by_line import placed_texts
from beraad.training.case_leaving import leaving_case
from beraad.training.course.names import CASES, PROGRAMME, SHEETS, WORDS
from beraad.training.course.pack import Course, drawn, printed
from beraad.training.naming import is_called_after
from beraad.training.practice import PracticeCase, practice_cases
from beraad.training.weighing import SEAL, Asked, Leaving, Placed, refuse_numbers, weighed

_MOST_TOLD = 6
_LONG = 80
"""Signs of the name of a file in a message: it has to be found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingCourse(Leaving):
    """A course that was read. Only `leaving_course` makes one.

    Attributes:
        cases: the text of each case, by its name.
    """

    course: Course
    cases: Mapping[str, str]


def leaving_course(
    course: Course, lexicon: Lexicon | None = None, *, today: date, is_made_up: bool = False
) -> LeavingCourse:
    """Read everything in a course that did not ship with Beraad.

    Raises Solvable for a number of somebody; and Asked for what may
    point to somebody, until a person said that it `is_made_up`. Both name the place, never the
    text.
    """
    ours = {untrusted.read_text(case.path) for case in practice_cases()}
    texts: dict[str, str] = {}
    asked: list[str] = []
    for case in course.cases:
        text = untrusted.read_text(case.path)
        if text not in ours:
            text = _read(case, lexicon, today, asked, is_made_up=is_made_up)
        texts[case.name] = text
    read = frozenset((*_ours(), *_named_by_title(course)))
    around = weighed(_around(course), lexicon, today=today, ours=read, may_name_trainer=True)
    refuse_numbers(around, way_out="Maak de cursus dan opnieuw.")
    if around.asked:
        asked.append(around.asked)
    if asked and not is_made_up:
        more = f"; en nog {len(asked) - _MOST_TOLD}" if len(asked) > _MOST_TOLD else ""
        raise Asked(
            f"{'; '.join(asked[:_MOST_TOLD])}{more}",
            "Is het verzonnen, of hoort het bij de cursus?",
            way_out="Is het echt en hoort het er niet bij, verander het dan eerst.",
        )
    return LeavingCourse(seal=SEAL, course=course, cases=texts)


def packed(
    leaving: LeavingCourse, house: House = OURS, *, unwanted: Callable[[], bool] = lambda: False
) -> bytes:
    """The course as the bytes of one zip, always the same for the same course.

    None at all when it became `unwanted`.
    """
    course = leaving.course
    parts: dict[str, str | bytes] = {PROGRAMME: course.file.text}
    for name, text in sorted(leaving.cases.items()):
        parts[f"{CASES}/{name}.casus"] = text
    for name, text in sorted(course.words.items()):
        parts[f"{WORDS}/{name}"] = text
    pages = drawn(printed(course, house), unwanted=unwanted)
    if not pages:
        return b""
    for name, data in sorted(pages.items()):
        parts[f"{SHEETS}/{name}"] = data
    return zipped(parts, plain=frozenset(parts))


def _read(
    case: PracticeCase,
    lexicon: Lexicon | None,
    today: date,
    asked: list[str],
    *,
    is_made_up: bool,
) -> str:
    """The text of a case after the gate; what it asks is added to what was `asked`."""
    try:
        return leaving_case(case, lexicon, today=today, is_made_up=is_made_up, by_line=True).text
    except Asked as problem:
        asked.append(f"{CASES}/{untrusted.shown(case.path.name, most=_LONG)}: {problem.places}")
        return ""
    except Solvable as problem:
        raise Solvable(
            f"In de casus {untrusted.shown(case.name)}: {lower_first(problem.happened)}",
            kept=problem.kept,
            way_out="Haal het daar weg, of schrijf iets algemeners. Maak de cursus dan opnieuw.",
        ) from problem


def _around(course: Course) -> Iterator[Placed]:
    """What stands around the cases and is not ours: programme, lists and names of files.

    A trainer may be named there, and how that person is reached. A file that is called after the
    title of its case says nothing that was not read there.
    """
    files = (course.file, *(DataFile(name, text) for name, text in course.words.items()))
    for file in files:
        yield from placed_texts(file, untrusted.shown(file.name))
    known = {*(case.name for case in practice_cases()), *_named_by_title(course)}
    for case in course.cases:
        if case.name not in known:
            name = untrusted.shown(case.path.name, most=_LONG)
            where = f"de naam van het bestand {CASES}/{name}"
            yield Placed(where, case.name.replace("-", " ").title())


def _named_by_title(course: Course) -> Iterator[str]:
    return (case.name for case in course.cases if is_called_after(case.name, case.title))


def _ours() -> Iterator[str]:
    """Every text of the programme and the lists that ship."""
    lists = (assets.SUGGESTIONS / f"{name}.toml" for name in LISTS)
    for path in (assets.COURSE / PROGRAMME, *lists):
        file = open_data(path)
        yield from (each.text for each in placed_texts(file, file.name))
