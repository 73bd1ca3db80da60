"""`beraad overzicht`: what several teams saw, as documents for beleid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from beraad.cli.exporting import made_folder
from beraad.errors import Solvable
from beraad.phases.dates import full_date
from beraad.phases.numbers import counted as of
from beraad.privacy.dutch.municipal_words import MunicipalWords
from beraad.publishing.judging import judgements_in
from beraad.publishing.overviewing import (
    cleaned_overview,
    counted_in,
    files_of,
    for_documents,
    write_files,
)
from beraad.report.compose.counting import LEFT, of_what, whole_period
from beraad.report.house.style import House
from beraad.signals.small_numbers import widened
from beraad.store.places import register_path


def write_overview(
    folder: Path,
    target: Path,
    *,
    first: date | None,
    last: date | None,
    house: House,
    words: MunicipalWords,
    say: Callable[[str], None],
) -> None:
    """Write the overzicht and the beleidsbrief of whole half-years; nothing is overwritten.

    Raises Solvable when there is nothing to count, when something in an answer is undecided, or a
    file cannot be written.
    """
    today = datetime.now(UTC).astimezone().date()
    if first and last and first > last:
        raise Solvable(
            "De dag bij --van ligt na de dag bij --tot.",
            kept="Er is niets geschreven.",
            way_out="Wissel de twee om, of kies een andere dag.",
        )
    period = widened(first or last or today, last or first or today)
    if period.first > today:
        raise Solvable(
            f"Deze periode moet nog komen: zij begint op {full_date(period.first)}.",
            kept="Er is niets geschreven.",
            way_out="Kies bij --van of --tot een dag die geweest is.",
        )
    period = widened(period.first, min(period.last, today))
    counted = counted_in(folder)
    if counted.unread:
        say(f"Niet te lezen, en dus niet geteld: {of(counted.unread, 'bestand', 'bestanden')}.")
    said = judgements_in(register_path(folder, practice=False), counted.lines)
    cleaned = cleaned_overview(counted, period, today=today, judgements=said)
    say(f"Geteld per halfjaar: {whole_period(period)}.")
    if not cleaned.overview.rows and cleaned.patterns.total is None:
        raise Solvable(
            "Er is in deze periode niets te tellen, of nog te weinig.",
            kept="Er is niets geschreven. Tellen begint bij drie beraden van twee teams.",
            way_out="Kies een andere periode met --van en --tot, of een andere map met --sessions.",
        )
    rows = of(len(cleaned.overview.rows), "knelpunt", "knelpunten")
    say(f"{of_what(cleaned.overview.total)}; {rows}.")
    if cleaned.is_waiting:
        say(LEFT)
    made_folder(target)
    told = for_documents(cleaned, counted, lexicon=words.lexicon)
    for path in write_files(files_of(told, target, house)):
        say(f"Geschreven: {path}")
