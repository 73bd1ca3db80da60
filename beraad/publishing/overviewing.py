"""From the register and the beraden to the overzicht, the beleidsbrief and a kwestietafel.

What is counted is worked out here and nowhere else, for the window and the command line alike. A
beraad that cannot be read is left out and told; an oefening is never read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.suggestions import load
from beraad.privacy.clean import CleanedOverview, admitted_overview
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.nameless import Nameless
from beraad.records import Id, Outcome, OverviewRow, Period, RegisteredSignal, SignalLine
from beraad.report.blocks import Document
from beraad.report.compose.issue_sheet import issue_sheet
from beraad.report.compose.overview import CSV_COLUMNS, csv_rows, overview_report
from beraad.report.compose.policy_letter import counted_rows, policy_letter
from beraad.report.csv import render_rows
from beraad.report.files import write_all
from beraad.report.formats import Format, rendered
from beraad.report.house.style import OURS, House
from beraad.signals.facts import BeraadFacts, Vocabulary, facts_of
from beraad.signals.life import life
from beraad.signals.overview import Judgement, overview, telling_best
from beraad.signals.patterns import patterns
from beraad.signals.together import come_together, held_together
from beraad.store.catalog import each_once
from beraad.store.places import practice_folder, register_path
from beraad.store.register import Register
from beraad.store.register_lines import arrivals, practice_since, signal_lines
from beraad.store.session_reading import SessionReading

_LOOKED_AT = 12
"""So many signals of a row are looked into for an answer, or for who sees it otherwise."""

_CHANGED = {Outcome.CHANGE: 4, Outcome.TRIAL: 3, Outcome.RESEARCH: 2, Outcome.NOTHING: 1}
"""What changed most, is told first."""

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
        arrived: a number for each signal, larger the later it came into this register.
        perspectives: those of the list of suggestions, in its order.
        unread: how many beraden could not be read, and are in no number.
        is_practice: it is an oefenregister, with its own oefeningen and nothing else.
    """

    folder: Path
    lines: tuple[SignalLine, ...]
    facts: tuple[BeraadFacts, ...]
    arrived: Mapping[Id, int] = field(default_factory=dict[Id, int])
    perspectives: tuple[str, ...] = ()
    unread: int = 0
    is_practice: bool = False


def counted_in(
    folder: Path,
    *,
    goes_on: Callable[[], bool] = _always,
    tell: Callable[[int], None] = _nobody,
) -> Counted:
    """Read the register and every real beraad of a folder; of an oefenregister its oefeningen.

    Raises Solvable.
    `tell` hears how many percent was read. When `goes_on` says no, reading stops; what was read
    until then is returned.
    """
    register = register_path(folder, practice=False)
    lines = signal_lines(register)
    practice = practice_since(register) is not None
    vocabulary = Vocabulary.of(load(folder))
    found: list[tuple[datetime, BeraadFacts]] = []
    unread = 0
    paths = tuple(_beraden(folder, goes_on, practice=practice))
    for number, path in enumerate(paths):
        if not goes_on():
            break
        tell(100 * number // len(paths))
        try:
            session = SessionReading.open(path).session
        except Solvable:
            unread += 1
            continue
        if session.is_practice == practice:
            facts = facts_of(session, vocabulary, practice=practice)
            found.append((session.created_at, facts))
    found.sort(key=lambda each: each[0])
    return Counted(
        folder=folder,
        lines=lines,
        facts=tuple(facts for _, facts in found),
        arrived=arrivals(register),
        perspectives=tuple(vocabulary.perspectives.values()),
        unread=unread,
        is_practice=practice,
    )


def cleaned_overview(
    counted: Counted,
    period: Period,
    *,
    today: date,
    judgements: Iterable[Judgement] = (),
) -> CleanedOverview:
    """What may be said of a period: numbers and titles, and no more words of signals yet.

    Of signals and of beraden only those that came in together with enough others.
    """
    lines, facts = come_together(counted.lines, counted.arrived), held_together(counted.facts)
    made = overview(lines, period, today=today, judgements=tuple(judgements))
    found = patterns(facts, lines, made, today=today, perspectives=counted.perspectives)
    waiting = len(lines) < len(counted.lines) or len(facts) < len(counted.facts)
    return admitted_overview(made, found, {}, practice=counted.is_practice, waiting=waiting)


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
    told, otherwise, answered = _telling(rows, counted)
    return admitted_overview(
        nameless.overview(cleaned.overview),
        nameless.patterns(cleaned.patterns),
        told,
        lexicon,
        otherwise=otherwise,
        answered=answered,
        without=nameless.signal,
        practice=counted.is_practice,
        waiting=cleaned.is_waiting,
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
    return render_rows(CSV_COLUMNS, csv_rows(cleaned))


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


_Told = dict[str, RegisteredSignal]


def _telling(rows: Iterable[OverviewRow], counted: Counted) -> tuple[_Told, _Told, _Told]:
    """For each row the signal that tells it best, one seen otherwise, and one with an answer.

    Of those that are as good, the latest.
    """
    path = register_path(counted.folder, practice=False)
    told: _Told = {}
    otherwise: _Told = {}
    answered: _Told = {}
    if not path.exists():
        return told, otherwise, answered
    with Register.open(path) as register:
        for row in rows:
            best = telling_best(row, counted.lines)
            if best is not None and (signal := register.folded(best.id).signal) is not None:
                told[row.key] = signal
            found = [register.folded(one) for one in row.signals[-_LOOKED_AT:]]
            known = [one.signal for one in found if one.signal is not None]
            sure = [one.signal for one in found if one.signal and not one.answers_clash]
            for into, good, among in (
                (otherwise, _sees_otherwise, known),
                (answered, _changed, sure),
            ):
                fit = [one for one in among if good(one) is not None]
                if fit:
                    into[row.key] = max(fit, key=lambda one: (good(one), one.registered_on, one.id))
    return told, otherwise, answered


def _sees_otherwise(signal: RegisteredSignal) -> int | None:
    return 1 if signal.content.sees_otherwise.strip() else None


def _changed(signal: RegisteredSignal) -> int | None:
    """How much an answer changed; None without one, or when nobody wrote what it comes to."""
    answer = life(signal).answer
    return _CHANGED.get(answer.outcome) if answer and answer.outcome else None


def _beraden(folder: Path, goes_on: Callable[[], bool], *, practice: bool) -> Iterator[Path]:
    """The file of every beraad, also one that the list cannot read: it fails, and is counted."""
    lines, unread = each_once(practice_folder(folder) if practice else folder, goes_on=goes_on)
    yield from (line.path for line in lines if line.is_practice == practice)
    yield from (line.path for line in unread)
