"""Courses and cases as files: opened and written beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from beraad.report.house.style import House
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker

if TYPE_CHECKING:
    from datetime import date

    from beraad.training.course.leaving import LeavingCourse
    from beraad.training.practice import PracticeCase

SHIPPED_FILE = "gespreksleider.cursus"
KINDS = "Cursussen en casussen (*.cursus *.casus)"


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it.

    Attributes:
        told: in one or two sentences.
        folder: where it is; to be opened.
        at: what a case that came in is called; that is told of first.
        earlier: the one other case of one's own with its title.
    """

    told: str
    folder: Path
    at: str = ""
    earlier: PracticeCase | None = None


class BringingIn(QObject):
    """One file at a time; `brought`, `failed` or `stopped` says how it went."""

    brought = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self.failed)
        self._job.stopped.connect(self.stopped)

    @property
    def runs(self) -> bool:
        """Whether a file is being opened or written."""
        return self._job.runs

    def open(self, path: Path, sessions: Path, house: House, today: date) -> bool:
        """Put this course or case among the beraden; False while another is under way."""
        return self._job.start(partial(_opened, path, sessions, house, today))

    def write(self, folder: Path, house: House) -> bool:
        """Write the course that ships as one file in this folder; False as `open`."""
        return self._job.start(partial(_written, folder, house))

    def make(
        self, source: Path, folder: Path, house: House, today: date, *, is_made_up: bool = False
    ) -> bool:
        """Write the course in the folder `source` as one file in `folder`; False as `open`.

        It `failed` with Asked until somebody said that what may be a person `is_made_up`.
        """
        work = partial(_made, source, folder, house, today, is_made_up=is_made_up)
        return self._job.start(work)

    @Slot()
    def stop(self) -> None:
        """Want nothing any more of what is under way."""
        self._job.stop()

    @Slot(object)
    def _on_done(self, brought: Brought | None) -> None:
        if brought is not None:
            self.brought.emit(brought)


def can_bring_in(path: Path | None) -> bool:
    """Whether a file is called as a course or a case is."""
    return path is not None and path.suffix.lower() in {".cursus", ".casus"}


def _opened(path: Path, sessions: Path, house: House, today: date, asker: Asker) -> Brought | None:
    """Runs beside the window and touches nothing of it."""
    from beraad.training.course.opening import open_course
    from beraad.training.own_cases import is_case, refuse, take_in
    from beraad.ui.practising.two_versions import told_of_versions

    if not can_bring_in(path):
        raise refuse(path)
    if is_case(path):
        case = take_in(path, sessions, today=today)
        told, earlier = told_of_versions(case, sessions)
        told = f"De casus {case.title} staat klaar. {told}".rstrip()
        return Brought(told, case.path.parent, at=case.name, earlier=earlier)
    opened = open_course(path, sessions, house, today=today, unwanted=asker.unwanted)
    if opened is None:
        return None
    title = opened.course.programme.title
    if opened.there_already:
        return Brought(f"De cursus {title} stond er al.", opened.folder)
    told = f"De cursus {title} staat klaar, met {opened.sheets} bladen om af te drukken."
    return Brought(told, opened.folder)


def _written(folder: Path, house: House, asker: Asker) -> Brought | None:
    """Runs beside the window and touches nothing of it."""
    from beraad.training.course.leaving import leaving_course
    from beraad.training.course.pack import shipped_course

    course = shipped_course()
    leaving = leaving_course(course, today=course.programme.checked_on)
    return _packed(leaving, folder / SHIPPED_FILE, house, asker)


def _made(
    source: Path, folder: Path, house: House, today: date, asker: Asker, *, is_made_up: bool
) -> Brought | None:
    """Runs beside the window and touches nothing of it."""
    from beraad.training.course.leaving import leaving_course
    from beraad.training.course.names import SUFFIX
    from beraad.training.course.pack import course_in

    leaving = leaving_course(course_in(source), today=today, is_made_up=is_made_up)
    return _packed(leaving, folder / f"{source.name}{SUFFIX}", house, asker)


def _packed(course: LeavingCourse, path: Path, house: House, asker: Asker) -> Brought | None:
    from beraad.report.files import require_folder, write
    from beraad.training.course.leaving import packed

    data = packed(course, house, unwanted=asker.unwanted)
    if not data:
        return None
    require_folder(path.parent)
    written = write(path, data, replace=False)
    return Brought(f"De cursus is bewaard als {written.name}.", written.parent)
