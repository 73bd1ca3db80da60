"""What is made of an overzicht: works beside the window and touches nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from beraad.privacy.clean import CleanedOverview
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.overviewing import (
    Counted,
    csv_of,
    documents,
    files_of,
    for_documents,
    sheet_for,
    write_files,
)
from beraad.records import OverviewRow
from beraad.report.formats import Format, rendered
from beraad.report.house.style import House
from beraad.ui.beside.task import Asker


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What documents are made of, and where they come."""

    cleaned: CleanedOverview
    counted: Counted
    target: Path
    house: House
    lexicon: Lexicon | None


def letter(wanted: Wanted) -> Mapping[Path, bytes]:
    """The overzicht and the beleidsbrief in every form, and the rows."""
    told = for_documents(wanted.cleaned, wanted.counted, lexicon=wanted.lexicon)
    return files_of(told, wanted.target, wanted.house)


def rows(wanted: Wanted) -> Mapping[Path, bytes]:
    """Only the rows, for a spreadsheet."""
    told = for_documents(wanted.cleaned, wanted.counted, lexicon=wanted.lexicon)
    report, _ = documents(told, wanted.house)
    return {wanted.target / f"{report.stem}.csv": csv_of(told)}


def sheet(row: OverviewRow, wanted: Wanted) -> Mapping[Path, bytes]:
    """The sheet of a kwestietafel about this row."""
    told = for_documents(wanted.cleaned, wanted.counted, about=(row,), lexicon=wanted.lexicon)
    nameless = next(one for one in told.overview.rows if one.key == row.key)
    document = sheet_for(told, nameless, wanted.house)
    return {
        wanted.target / f"{document.stem}.{form}": rendered(document, form)
        for form in (Format.PDF, Format.ODT)
    }


def written(
    made: Callable[[Wanted], Mapping[Path, bytes]], wanted: Wanted, asker: Asker
) -> tuple[Path, ...] | None:
    """Make and write; runs beside the window and touches nothing of it."""
    files = made(wanted)
    return None if asker.unwanted() else write_files(files)
