"""How numbers are said: always with what they are of, and a few as a few."""

from __future__ import annotations

from beraad.phases.dates import MONTHS, full_date
from beraad.phases.phrasing import listed
from beraad.phases.wording import ROW_STANDING_LABELS, STANDING_FOR_OTHERS
from beraad.records import FEWEST_BERADEN, FEWEST_TEAMS, Count, OverviewRow, Period
from beraad.signals.small_numbers import FEW

RULE = (
    f"Een aantal staat er pas vanaf {FEWEST_BERADEN} beraden van {FEWEST_TEAMS} teams. Anders "
    f"staat er “{FEW}”; dat kan er ook één zijn. Elk aantal is “ten minste”: beraden tellen mee "
    f"per groep van {FEWEST_BERADEN} uit een halfjaar, en wat geen volle groep vormt, telt niet "
    "mee. Een nieuw signaal komt er pas bij als er uit dat halfjaar genoeg andere bij zijn: samen "
    f"van {FEWEST_BERADEN} beraden van {FEWEST_TEAMS} teams. Daarna is van elk knelpunt te lezen "
    f"hoe het heet, waar het zit en hoe het staat, ook bij “{FEW}”. Op een andere laptop kan een "
    "aantal anders zijn, want daar kwamen signalen in een andere volgorde binnen. Teams worden "
    "niet genoemd en niet vergeleken. Oefeningen en echte beraden tellen nooit samen."
)
BRIEFLY = (
    f"Een aantal staat er pas vanaf {FEWEST_BERADEN} beraden van {FEWEST_TEAMS} teams. Anders "
    f"staat er “{FEW}”, zodat geen team te herkennen is; dat kan er ook één zijn. Beraden tellen "
    "mee in drietallen uit een halfjaar. Wat overblijft, telt niet mee. Op een andere laptop kan "
    "een aantal anders zijn. Teams worden niet vergeleken. Meer hierover staat in het overzicht."
)
"""The same where there is little room; the overzicht goes with it."""
LEAST = "Elk aantal is ten minste: het kunnen er meer zijn."
LEFT = "Van de nieuwste signalen staat nog niet alles hierbij."
"""What who works with the register is told when something waits for others beside it."""
MAYBE_LEFT = "Van de nieuwste signalen staat er misschien nog niet alles bij."
"""What stands on paper, also when nothing waits: else one signal more would show there."""


OF_ONE = "Zo schreef één team het. Andere teams kunnen het anders zien."
"""What is said beside the words of one signal, where a number of several stands beside them."""


_DONE = "af: "
OUTSIDE = "zonder beraad"
"""What is said instead of a number of beraden of what was written without one."""


def beraden(count: Count | None) -> str:
    """The number of beraden; "enkele" where that is too few to tell."""
    return str(count.beraden) if count else FEW


def teams(count: Count | None) -> str:
    """The number of teams; "enkele" where that is too few to tell."""
    return str(count.teams) if count else FEW


def at_least(count: Count | None) -> str:
    """The number of beraden in a sentence; "enkele" where that is too few to tell."""
    return f"ten minste {count.beraden}" if count else FEW


def out_of(count: Count | None) -> str:
    """What was counted, in a sentence: "ten minste 41 beraden van 8 teams"."""
    return f"{at_least(count)} beraden van {count.teams} teams" if count else f"{FEW} beraden"


def often(row: OverviewRow) -> str:
    """In how many beraden of how many teams a knelpunt was seen; or that it was in none."""
    return out_of(row.count) if row.in_beraden else OUTSIDE


def standing_of(row: OverviewRow) -> str:
    """How far the signals about a knelpunt are: all that is so, the most urgent first."""
    labels = [ROW_STANDING_LABELS[one] for one in row.standings]
    still = [label for label in labels if not label.startswith(_DONE)]
    done = ", ".join(label.removeprefix(_DONE) for label in labels if label.startswith(_DONE))
    if not done:
        return "; ".join(still)
    return "; ".join((*still, f"{'deels ' if still else ''}{_DONE}{done}"))


def standing_for_others(row: OverviewRow) -> str:
    """The same for who was not there: what came of the signals, in whole sentences."""
    told = listed([STANDING_FOR_OTHERS[one] for one in row.standings])
    return f"dat verschilt per signaal: {told}" if row.standings[1:] else told


def is_open(row: OverviewRow) -> bool:
    """Whether somebody still has something to do about a knelpunt."""
    return not all(ROW_STANDING_LABELS[one].startswith(_DONE) for one in row.standings)


def in_numbers(count: Count | None) -> str:
    """What is in the numbers of the knelpunten, as a sentence."""
    if count is None:
        return "Geen knelpunt is al in genoeg beraden gezien om te tellen."
    return f"In de aantallen per knelpunt zitten {out_of(count)}."


def of_what(count: Count | None) -> str:
    """What was counted: "Geteld: ten minste 41 beraden van 8 teams"."""
    return f"Geteld: {out_of(count)}"


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
