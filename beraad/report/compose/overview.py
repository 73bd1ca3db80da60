"""The overzicht: knelpunten in rows, what returns, and how it was counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from beraad.phases.dates import MONTHS, season_of, start_of
from beraad.phases.wording import ROW_STANDING_LABELS, SIGNAL_LEVEL_LABELS, WAITING_LABELS
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.records import FEWEST_BERADEN, FEWEST_TEAMS, Overview, OverviewRow, RowStanding
from beraad.report.blocks import Cell, Document, Furniture, Look, Paragraph, RowGroup, Run
from beraad.report.charts import Fill, Lane, Series, Span, Timeline
from beraad.report.compose.counting import (
    LEAST,
    MAYBE_LEFT,
    OUTSIDE,
    RULE,
    beraden,
    half_years,
    in_numbers,
    is_open,
    standing_of,
    teams,
)
from beraad.report.compose.parts import Blocks, bullets, section
from beraad.report.compose.patterns import order_blocks, pattern_blocks, went_well
from beraad.report.compose.practice import PRACTICE, foot, notice
from beraad.report.compose.tables import table

COLUMNS = ("Knelpunt", "Teams", "Beraden", "Sinds", "Niveau", "Stand", "Langst open")
CSV_COLUMNS = (*COLUMNS, "Let op")
_WIDTHS = (0.24, 0.08, 0.11, 0.11, 0.12, 0.22, 0.12)
_JULY = 7
_ABOUT = "Het gaat over regels en werkwijzen, niet over mensen."
_TO_THE_END = (
    "Elke balk loopt tot het einde van de lijn. Een volle balk zegt dus niet wanneer het antwoord "
    "kwam."
)
_KINDS = (
    Series("wacht niet meer op antwoord"),
    Series("wacht nog op antwoord", Fill.HATCHED),
    Series(ROW_STANDING_LABELS[RowStanding.DRAFT], Fill.OUTLINE),
)
EMPTY = (
    "Over deze periode is nog niets te tellen. Een overzicht begint bij signalen uit "
    f"{FEWEST_BERADEN} beraden van {FEWEST_TEAMS} teams. Een signaal schrijf je in ronde 8 "
    "van een beraad. Elk signaal apart staat bij Signalen."
)


def overview_report(cleaned: CleanedOverview) -> Document:
    """The overzicht of a period as a document for beleid."""
    overview = cleaned.overview
    period = half_years(overview.period)
    return Document(
        source=cleaned,
        title="Overzicht van knelpunten",
        subject="Knelpunten uit signalen: over regels en werkwijzen, niet over mensen",
        stem=f"overzicht {stem_of(cleaned)}",
        furniture=Furniture(
            kicker=f"Moreel beraad · {period}",
            standfirst=" ".join(filter(None, (told_of(overview), MAYBE_LEFT, _ABOUT))),
            foot=foot("Overzicht van knelpunten", period, is_practice=cleaned.is_practice),
            notice=notice(is_practice=cleaned.is_practice),
        ),
        blocks=(
            *section("Knelpunten", _rows(cleaned)),
            *section("Hoe lang speelt het al?", since_when(cleaned.overview)),
            *section("Wat terugkomt", pattern_blocks(cleaned.patterns)),
            *section(
                "Wat goed ging", bullets((Run(text),) for text in went_well(cleaned.patterns))
            ),
            *section("Om over te praten", order_blocks()),
            *section("Hoe we tellen", (Paragraph((Run(RULE),)),)),
        ),
    )


def told_of(overview: Overview) -> str:
    """What is in the numbers of the rows; empty without rows."""
    if not overview.rows:
        return ""
    said = in_numbers(overview.total)
    return f"{said} {LEAST}" if overview.total else said


def stem_of(cleaned: CleanedOverview) -> str:
    """The months of a period for the name of a file, and whether it is an oefening."""
    period = cleaned.overview.period
    practice = "oefening " if cleaned.is_practice else ""
    return f"{practice}{period.first:%Y-%m} tot {period.last:%Y-%m}"


def told_cells(row: OverviewRow) -> tuple[str, ...]:
    """A row in words, in the order of `COLUMNS`."""
    return (
        row.title,
        teams(row.count),
        beraden(row.count) if row.in_beraden else OUTSIDE,
        row.since,
        ", ".join(SIGNAL_LEVEL_LABELS[level] for level in row.levels),
        standing_of(row),
        _open_of(row),
    )


def _open_of(row: OverviewRow) -> str:
    """How long the oldest waits for an answer; or why nothing is waited for."""
    if row.waits:
        return WAITING_LABELS[row.waits]
    if RowStanding.DRAFT in row.standings:
        return "niet doorgegeven"
    return "wacht niet meer" if is_open(row) else "–"


def csv_rows(cleaned: CleanedOverview) -> Iterator[tuple[str, ...]]:
    """The rows for a spreadsheet, under `CSV_COLUMNS`: each says what to know about its numbers.

    A row may be carried elsewhere without the others: each of an oefening says that it is one.
    """
    practice = f"{PRACTICE}. " if cleaned.is_practice else ""
    for row in cleaned.overview.rows:
        yield (*told_cells(row), f"{practice}{LEAST} {MAYBE_LEFT}")


def since_when(overview: Overview) -> Blocks:
    """The knelpunten with a number along a line of years; nothing when there are none.

    A half-year has its place on that line and no name: those of two years would stand too close.
    """
    rows = [row for row in overview.rows if row.count]
    if not rows:
        return ()
    first = min(_begin(row) for row in rows).replace(month=1)
    seasons = list(_half_years(first, overview.period.last))
    places = {season: place for place, season in enumerate(seasons)}
    lanes = tuple(
        Lane(
            row.title,
            (
                Span(
                    places[season_of(_begin(row))],
                    len(seasons),
                    _fill(row),
                    goes_on=_fill(row) is not Fill.SOLID,
                ),
            ),
            f"sinds {row.since}",
        )
        for row in rows
    )
    ticks = tuple(_ticks(places, overview))
    made = Timeline("Knelpunt", "Sinds", lanes, ticks, "", _KINDS, kinds="Antwoord")
    told = "; ".join(f"{lane.label}: {lane.said}, {made.kind_of(lane)}" for lane in lanes)
    chart = replace(made, alternative=f"Sinds wanneer teams het zien. {told}.")
    answered = any(_fill(row) is Fill.SOLID for row in rows)
    return (chart, *((Paragraph((Run(_TO_THE_END, Look.MUTED),)),) if answered else ()))


def _ticks(places: Mapping[str, int], overview: Overview) -> Iterator[tuple[float, str]]:
    """The years, and where the line ends: now, or with a period that is over.

    A year of which only the first half is there leaves its place to the name of that end.
    """
    last = overview.period.last
    in_june = overview.is_over and last.month < _JULY
    for season, place in places.items():
        start = start_of(season)
        if start.month < _JULY and not (in_june and place and start.year == last.year):
            yield float(place), str(start.year)
    ended = f"{MONTHS[last.month - 1] if in_june else 'eind'} {last.year}"
    yield float(len(places)), ended if overview.is_over else "nu"


def _fill(row: OverviewRow) -> Fill:
    """What a knelpunt waits for decides how its bar is filled."""
    if row.waits:
        return Fill.HATCHED
    return Fill.OUTLINE if RowStanding.DRAFT in row.standings else Fill.SOLID


def _begin(row: OverviewRow) -> date:
    """The first day of the half-year, or the year, since when it is seen."""
    return date(int(row.since), 1, 1) if row.since.isdecimal() else start_of(row.since)


def _half_years(first: date, last: date) -> Iterator[str]:
    """The half-years from one day to another."""
    season = season_of(first)
    while (start := start_of(season)) <= last:
        yield season
        if start.year == date.max.year and start.month >= _JULY:
            return
        later = (
            start.replace(month=_JULY)
            if start.month < _JULY
            else start.replace(year=start.year + 1, month=1)
        )
        season = season_of(later)


def _rows(cleaned: CleanedOverview) -> Blocks:
    groups = [_group(row) for row in cleaned.overview.rows]
    if not groups:
        return (Paragraph((Run(EMPTY),)),)
    return table(COLUMNS, _WIDTHS, groups)


def _group(row: OverviewRow) -> RowGroup:
    title, *cells = told_cells(row)
    head: Cell = ((Run(title, Look.STRONG),),)
    if row.joined:
        head = (*head, (Run(f"samen met: {'; '.join(row.joined)}", Look.MUTED),))
    return RowGroup(head, (tuple(((Run(text),),) if text else () for text in cells),))
