"""The table of the bench: what is measured, next to which floor, and what it may take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from tools.speed.processes import Figures

_TOO = {"MB": "te veel", "%": "niet goed genoeg"}
Summary = Callable[[Sequence[float]], float]


def nearly_all(values: Sequence[float]) -> float:
    """What nineteen out of twenty stay under."""
    return sorted(values)[min(len(values) - 1, len(values) * 95 // 100)]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        source: which figure, as "program.figure"; `floor` is the bare one it stands next to.
        at_most: what it may take, in the unit.
        at_least: what it has to be, in the unit.
        times: how many times its floor it may take.
    """

    what: str
    source: str
    summary: Summary = median
    floor: str = ""
    at_most: float | None = None
    at_least: float | None = None
    times: float | None = None
    unit: str = "ms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row with its numbers."""

    what: str
    unit: str
    value: float
    floor: float | None
    limit: str
    holds: bool | None

    @property
    def ratio(self) -> float | None:
        """How many times its floor it takes."""
        return self.value / self.floor if self.floor else None


def measured(row: Row, figures: Figures) -> Line:
    """Fill in a row."""
    value = row.summary(figures[row.source])
    floor = row.summary(figures[row.floor]) if row.floor else None
    limit, holds = "", None
    if row.times is not None and floor is not None:
        limit, holds = f"{row.times:g} ×", value <= row.times * floor
    elif row.at_most is not None:
        limit, holds = f"{row.at_most:g} {row.unit}", value <= row.at_most
    elif row.at_least is not None:
        limit, holds = f"≥ {row.at_least:,.0f} {row.unit}".replace(",", "."), value >= row.at_least
    return Line(what=row.what, unit=row.unit, value=value, floor=floor, limit=limit, holds=holds)


def table(lines: Sequence[Line]) -> str:
    """The lines as a table in Dutch."""
    cells = [("", "Beraad", "kaal", "verhouding", "grens", "")]
    cells += [_cells(line) for line in lines]
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in {0, 5} else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def _cells(line: Line) -> tuple[str, str, str, str, str, str]:
    verdict = "" if line.holds is None else "ok" if line.holds else "te traag"
    if line.holds is False:
        verdict = _TOO.get(line.unit, "te traag")
    return (
        line.what,
        f"{_number(line.value)} {line.unit}",
        f"{_number(line.floor)} {line.unit}" if line.floor is not None else "",
        f"{_number(line.ratio)} ×" if line.ratio is not None else "",
        line.limit,
        verdict,
    )


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}".replace(".", ",")
