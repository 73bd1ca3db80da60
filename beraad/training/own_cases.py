"""Every case there is to practise: those that ship, one's own, and those of courses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.data_file import open_data
from beraad.phases.dates import full_date
from beraad.records import Session
from beraad.report.files import require_folder, write
from beraad.store.places import cases_folder, prepare
from beraad.store.practice_rest import note_case
from beraad.training.case_leaving import LeavingCase, leaving_case
from beraad.training.case_writing import written_case
from beraad.training.course.names import CASES
from beraad.training.course.opening import FOLDER as COURSES
from beraad.training.course.opening import courses_in, title_of
from beraad.training.naming import called_after
from beraad.training.practice import PracticeCase, Shelf, Unread, at_any_moment, case_in, shelf
from beraad.training.weighing import of_another

if TYPE_CHECKING:
    from beraad.privacy.dutch.lexicon import Lexicon

SUFFIX = ".casus"
GOES_ALONG = (".formulier", ".voorbeeld")
"""What lies beside a case of one's own and is called after it."""


class NotSaid(Solvable):
    """Nobody said yet that everything in it was made up."""


def whole_shelf(sessions: Path) -> Shelf:
    """The cases that ship, then one's own and those of courses; what is the same stands once."""
    shelves = (shelf(), *(shelf(folder) for folder in _folders(sessions)))
    cases: dict[str, PracticeCase] = {}
    for found in shelves:
        for case in found.cases:
            cases.setdefault(untrusted.read_text(case.path), case)
    return Shelf(
        cases=tuple(cases.values()),
        unread=tuple(each for found in shelves for each in found.unread),
    )


def _folders(sessions: Path) -> Iterator[Path]:
    yield cases_folder(sessions)
    for course in courses_in(sessions):
        yield course / CASES


def checked_case(path: Path) -> PracticeCase:
    """The case in a file, that can be played. Raises Solvable with place and reason."""
    case = case_in(path)
    at_any_moment(case)
    return case


def take_in(path: Path, sessions: Path, *, today: date) -> PracticeCase:
    """Put a case that somebody shared among one's own; the same one stands there once.

    Raises Solvable when it is not understood, when a number of somebody is in it, or when it cannot
    be written.
    """
    case = checked_case(path)
    with of_another():
        leaving_case(case, today=today, is_made_up=True)
    text = open_data(path).text
    home = cases_folder(sessions)
    prepare(home)
    for there in shelf(home).cases:
        if untrusted.read_text(there.path) == text:
            return there
    return case_in(write(home / f"{path.stem}{SUFFIX}", text.encode(), replace=False))


def keep_as_case(
    session: Session,
    sessions: Path,
    *,
    today: date,
    lexicon: Lexicon | None = None,
    is_made_up: bool = False,
) -> PracticeCase:
    """Put an oefening among one's own cases, beside an earlier one of that name.

    It goes through the gate, because nobody can tell of an oefening that nothing in it is real; and
    a person has to say that all of it `is_made_up`, because its file will say so. Raises NotSaid
    until then; Solvable for a real beraad, as `with_decisions` and `written_case` do, and when it
    cannot be written.
    """
    from beraad.privacy.clean import with_decisions

    if not session.is_practice:
        raise Solvable(
            "Dit is een echt beraad, en geen oefening. Je kunt het niet bewaren als casus.",
            kept="Er is geen casus gemaakt.",
            way_out=(
                "Ga naar ← Beraden en kies bij dit beraad “Maak er een oefening van”. Daarin "
                "komt alleen wat na het nalezen overblijft."
            ),
        )
    cleaned = with_decisions(session, lexicon)
    text = written_case(cleaned, today=today)
    if not is_made_up:
        raise NotSaid(
            "Is alles in deze oefening verzonnen? Een casus is om door te geven, en in het bestand "
            "staat dat hij verzonnen is.",
            kept="Er is nog geen casus gemaakt.",
            way_out="Is iets echt gebeurd, maak er dan eerst een ander verhaal van.",
        )
    home = cases_folder(sessions)
    prepare(home)
    name = called_after(cleaned.opening.title)
    written = write(home / f"{name}{SUFFIX}", text.encode(), replace=False)
    note_case(sessions, session.id, written)
    return checked_case(written)


def give_on(case: LeavingCase, folder: Path) -> Path:
    """Write a case as a file to give on, and return that. Raises Solvable."""
    require_folder(folder)
    return write(folder / f"{case.name}{SUFFIX}", case.text.encode(), replace=False)


def take_away_case(case: PracticeCase | Unread) -> None:
    """Take a case of one's own away, with what was written for who trains. Raises Solvable."""
    for path in (case.path, *(case.path.with_suffix(suffix) for suffix in GOES_ALONG)):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Solvable(
                f"{untrusted.shown(path.name)} is niet weg te halen: {untrusted.why(error)}.",
                way_out="Kijk of het bestand ergens openstaat, en probeer het nog eens.",
            ) from error


def is_own(case: PracticeCase | Unread, sessions: Path) -> bool:
    """Whether a case is one's own to change."""
    return case.path.parent == cases_folder(sessions)


def origin_of(case: PracticeCase | Unread, sessions: Path) -> str:
    """Where a case comes from, in a few words; empty for one that ships."""
    if is_own(case, sessions):
        return "zelf toegevoegd"
    course = case.path.parent.parent
    return f"uit de cursus {title_of(course)}" if course.parent == sessions / COURSES else ""


def namesakes(case: PracticeCase, sessions: Path) -> tuple[PracticeCase, ...]:
    """Other cases of one's own with the same title: earlier versions, most likely."""
    known = shelf(cases_folder(sessions)).cases
    return tuple(
        each for each in known if each.path != case.path and _called(each) == _called(case)
    )


def told_apart(cases: Iterable[PracticeCase], sessions: Path) -> Mapping[Path, str]:
    """In what cases with the same title differ, in a few words; what is alone is not in it."""
    found = tuple(cases)
    counts = Counter(map(_called, found))
    return {each.path: version_of(each, sessions) for each in found if counts[_called(each)] > 1}


def version_of(case: PracticeCase, sessions: Path) -> str:
    """Which of several with the same title this is: its file, and when one's own was kept."""
    name = untrusted.shown(case.path.name)
    if not is_own(case, sessions):
        return name if origin_of(case, sessions) else "hoort bij Beraad"
    with suppress(OSError):
        kept = datetime.fromtimestamp(case.path.stat().st_mtime, UTC).astimezone()
        return f"{name}, bewaard op {full_date(kept.date())} om {kept:%H:%M}"
    return name


def has_along(case: PracticeCase) -> bool:
    """Whether something was written for who trains, beside a case of one's own."""
    return any(case.path.with_suffix(suffix).exists() for suffix in GOES_ALONG)


def _called(case: PracticeCase) -> str:
    return " ".join(case.title.split()).casefold()


def is_case(path: Path) -> bool:
    """Whether a file is called as a shared case is."""
    return path.suffix.lower() == SUFFIX


def refuse(path: Path) -> Solvable:
    """What to say of a file that is neither a course nor a case."""
    is_bare = path.suffix.lower() == ".toml"
    case = f" Is dit een casus, noem hem dan {untrusted.shown(path.stem)}{SUFFIX}."
    return Solvable(
        f"Het bestand {untrusted.shown(path.name)} is geen cursus en geen casus.",
        kept="Er is niets geopend en niets veranderd.",
        way_out=f"Kies een bestand dat eindigt op .cursus of .casus.{case if is_bare else ''}",
    )
