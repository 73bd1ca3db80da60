"""How numbers are said: always with what they are of, and a few as a few."""

from __future__ import annotations

from beraad.phases.dates import MONTHS, full_date
from beraad.records import FEWEST_BERADEN, FEWEST_TEAMS, Count, Period
from beraad.signals.small_numbers import FEW

RULE = (
    f"Een aantal staat er pas vanaf {FEWEST_BERADEN} beraden van {FEWEST_TEAMS} teams. Anders "
    f"staat er “{FEW}”. Beraden tellen mee per groep van {FEWEST_BERADEN}. Wat nog geen groep "
    "vormt, telt nog niet mee en staat er nog niet bij. Zo is niemand te herkennen, ook niet met "
    "twee overzichten naast elkaar. Teams worden niet genoemd en niet vergeleken. Oefeningen en "
    "echte beraden tellen nooit samen."
)


def beraden(count: Count | None) -> str:
    """The number of beraden; "enkele" where that is too few to tell."""
    return str(count.beraden) if count else FEW


def teams(count: Count | None) -> str:
    """The number of teams; "enkele" where that is too few to tell."""
    return str(count.teams) if count else FEW


def out_of(count: Count | None) -> str:
    """What was counted, in a sentence: "41 beraden van 8 teams"."""
    return f"{count.beraden} beraden van {count.teams} teams" if count else f"{FEW} beraden"


def in_numbers(count: Count | None) -> str:
    """What is in the numbers of the knelpunten, as a sentence."""
    if count is None:
        return "Elk knelpunt kwam nog maar in enkele beraden voor."
    return f"In de aantallen per knelpunt zitten {out_of(count)}."


def of_what(count: Count | None) -> str:
    """What was counted: "n = 41 beraden van 8 teams"."""
    return f"n = {out_of(count)}"


def half_years(period: Period) -> str:
    """A period in words: "juli tot en met december 2026"."""
    first, last = period.first, period.last
    until = f"{MONTHS[last.month - 1]} {last.year}"
    begins = MONTHS[first.month - 1]
    if first.year != last.year:
        begins = f"{begins} {first.year}"
    return f"{begins} tot en met {until}"


def whole_period(period: Period) -> str:
    """The first and the last day of a period."""
    return f"{full_date(period.first)} tot en met {full_date(period.last)}"
