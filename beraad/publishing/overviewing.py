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
from beraad.publishing.registering import signals_in
from beraad.records import Id, OverviewRow, Period, RegisteredSignal, SignalLine
from beraad.report.blocks import Document
from beraad.report.compose.issue_sheet import issue_sheet
from beraad.report.compose.overview import COLUMNS, overview_report, told_cells
from beraad.report.compose.policy_letter import policy_letter
from beraad.report.csv import render_rows
from beraad.report.files import write_all
from beraad.report.formats import Format, rendered
from beraad.report.house.style import OURS, House
from beraad.signals.facts import BeraadFacts, Vocabulary, facts_of
from beraad.signals.lines import line_of
from beraad.signals.overview import Judgement, overview
from beraad.signals.patterns import patterns
from beraad.store.catalog import Summary, as_read
from beraad.store.places import register_path
from beraad.store.session_reading import SessionReading

FORMATS = (Format.PDF, Format.ODT, Format.MARKDOWN)
"""The forms in which the overzicht and the beleidsbrief are made."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Everything that can be counted, read once.

    Attributes:
        unread: how many beraden could not be read, and are in no number.
    """

    signals: tuple[RegisteredSignal, ...]
    lines: tuple[SignalLine, ...]
    facts: tuple[BeraadFacts, ...]
    unread: int = 0


def counted_in(
    folder: Path,
    *,
    tell: Callable[[Solvable], None],
    goes_on: Callable[[], bool] = _always,
) -> Counted:
    """Read the register and every real beraad of a folder. Raises Solvable.

    What `goes_on` says no to stops reading; what was read until then is returned.
    """
    signals = signals_in(register_path(folder, practice=False), tell=tell)
    vocabulary = Vocabulary.of(load(folder))
    found: list[BeraadFacts] = []
    unread = 0
    for path in _beraden(folder):
        if not goes_on():
            break
        try:
            session = SessionReading.open(path).session
        except Solvable:
            unread += 1
            continue
        if not session.is_practice:
            found.append(facts_of(session, vocabulary))
    return Counted(
        signals=signals, lines=tuple(map(line_of, signals)), facts=tuple(found), unread=unread
    )


def cleaned_overview(
    counted: Counted,
    period: Period,
    *,
    today: date,
    judgements: Iterable[Judgement] = (),
    lexicon: Lexicon | None = None,
) -> CleanedOverview:
    """What may be said of a period, through the gate."""
    judged = tuple(judgements)
    made = overview(counted.lines, period, today=today, judgements=judged)
    found = patterns(counted.facts, counted.lines, period, today=today)
    by_id = {signal.id: signal for signal in counted.signals}
    told = {row.key: _telling(row, by_id) for row in made.rows}
    return admitted_overview(made, found, told, lexicon)


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


def _telling(row: OverviewRow, signals: Mapping[Id, RegisteredSignal]) -> RegisteredSignal:
    """The signal whose words tell of a row: the one that says most, and of those the latest."""
    found = [signals[identity] for identity in row.signals]
    return max(found, key=_says)


def _says(signal: RegisteredSignal) -> tuple[int, date, str]:
    content = signal.content
    said = sum(bool(text.strip()) for text in (content.what, content.effect, content.wish))
    return said, signal.registered_on, signal.id


def _beraden(folder: Path) -> Iterator[Path]:
    for line in as_read(folder):
        if isinstance(line, Summary) and not line.is_practice:
            yield line.path
