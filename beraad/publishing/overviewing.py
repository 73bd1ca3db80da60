"""From the register and the beraden to the overzicht, the beleidsbrief and a kwestietafel.

What is counted is worked out here and nowhere else, for the window and the command line alike. A
beraad that cannot be read is left out and told; an oefening is never read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.suggestions import load
from beraad.privacy.clean import CleanedOverview, admitted_overview
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.nameless import Nameless
from beraad.records import OverviewRow, Period, RegisteredSignal, SignalLine
from beraad.report.blocks import Document
from beraad.report.compose.issue_sheet import issue_sheet
from beraad.report.compose.overview import COLUMNS, overview_report, told_cells
from beraad.report.compose.policy_letter import counted_rows, policy_letter
from beraad.report.csv import render_rows
from beraad.report.files import write_all
from beraad.report.formats import Format, rendered
from beraad.report.house.style import OURS, House
from beraad.signals.facts import BeraadFacts, Vocabulary, facts_of
from beraad.signals.overview import Judgement, overview
from beraad.signals.patterns import patterns
from beraad.store.catalog import Summary, as_read
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from beraad.store.session_reading import SessionReading

_LOOKED_AT = 12
"""So many signals of a row are looked into for one that tells of it."""

FORMATS = (Format.PDF, Format.ODT, Format.MARKDOWN)
"""The forms in which the overzicht and the beleidsbrief are made."""


def _always() -> bool:
    return True


def _nobody(percent: int) -> None:
    del percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Everything that can be counted, read once.

    Attributes:
        folder: where it was read.
        unread: how many beraden could not be read, and are in no number.
    """

    folder: Path
    lines: tuple[SignalLine, ...]
    facts: tuple[BeraadFacts, ...]
    unread: int = 0


def counted_in(
    folder: Path,
    *,
    goes_on: Callable[[], bool] = _always,
    tell: Callable[[int], None] = _nobody,
) -> Counted:
    """Read the register and every real beraad of a folder. Raises Solvable.

    `tell` hears how many percent was read. When `goes_on` says no, reading stops; what was read
    until then is returned.
    """
    lines = signal_lines(register_path(folder, practice=False))
    vocabulary = Vocabulary.of(load(folder))
    found: list[BeraadFacts] = []
    unread = 0
    paths = tuple(_beraden(folder))
    for number, path in enumerate(paths):
        if not goes_on():
            break
        tell(100 * number // len(paths))
        try:
            session = SessionReading.open(path).session
        except Solvable:
            unread += 1
            continue
        if not session.is_practice:
            found.append(facts_of(session, vocabulary))
    return Counted(folder=folder, lines=lines, facts=tuple(found), unread=unread)


def cleaned_overview(
    counted: Counted,
    period: Period,
    *,
    today: date,
    judgements: Iterable[Judgement] = (),
) -> CleanedOverview:
    """What may be said of a period: numbers and titles, and no more words of signals yet."""
    made = overview(counted.lines, period, today=today, judgements=tuple(judgements))
    found = patterns(counted.facts, counted.lines, period, today=today)
    return admitted_overview(made, found, {})


def for_documents(
    cleaned: CleanedOverview,
    counted: Counted,
    *,
    about: Iterable[OverviewRow] = (),
    lexicon: Lexicon | None = None,
) -> CleanedOverview:
    """The same without the name of a team, and with the words of one signal for each of these rows.

    Without rows they are those of the beleidsbrief. Raises Solvable when the register cannot be
    read.
    """
    nameless = Nameless({line.team for line in counted.lines})
    rows = tuple(about) or counted_rows(cleaned.overview)
    return admitted_overview(
        nameless.overview(cleaned.overview),
        nameless.patterns(cleaned.patterns),
        _telling(rows, counted.folder),
        lexicon,
        without=nameless.signal,
    )


def documents(cleaned: CleanedOverview, house: House = OURS) -> tuple[Document, Document]:
    """The overzicht and the beleidsbrief."""
    report, letter = overview_report(cleaned), policy_letter(cleaned)
    return replace(report, house=house), replace(letter, house=house)


def sheet_for(cleaned: CleanedOverview, row: OverviewRow, house: House = OURS) -> Document:
    """The sheet of a kwestietafel about this row."""
    return replace(issue_sheet(cleaned, row), house=house)


def csv_of(cleaned: CleanedOverview) -> bytes:
    """The rows of the overzicht for a spreadsheet."""
    return render_rows(COLUMNS, map(told_cells, cleaned.overview.rows))


def files_of(cleaned: CleanedOverview, folder: Path, house: House = OURS) -> Mapping[Path, bytes]:
    """Every file of a period: overzicht and beleidsbrief in each form, and the rows as CSV.

    Raises Solvable while a place in what is told is undecided.
    """
    report, letter = documents(cleaned, house)
    files = {
        folder / f"{document.stem}.{form}": rendered(document, form)
        for document in (report, letter)
        for form in FORMATS
    }
    files[folder / f"{report.stem}.csv"] = csv_of(cleaned)
    return files


def write_files(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write all of them or none, each under a free name. Raises Solvable."""
    return write_all(files, replace=False) or ()


def _telling(rows: Iterable[OverviewRow], folder: Path) -> dict[str, RegisteredSignal]:
    """For each row the signal that says most, and of those the latest."""
    path = register_path(folder, practice=False)
    if not path.exists():
        return {}
    told: dict[str, RegisteredSignal] = {}
    with Register.open(path) as register:
        for row in rows:
            found = (register.folded(one).signal for one in row.signals[-_LOOKED_AT:])
            if says_most := max((one for one in found if one), key=_says, default=None):
                told[row.key] = says_most
    return told


def _says(signal: RegisteredSignal) -> tuple[int, date, str]:
    content = signal.content
    said = sum(bool(text.strip()) for text in (content.what, content.effect, content.wish))
    return said, signal.registered_on, signal.id


def _beraden(folder: Path) -> Iterator[Path]:
    for line in as_read(folder):
        if isinstance(line, Summary) and not line.is_practice:
            yield line.path
