"""Where a signal can go and how its answer comes back: the routes of an organisation.

They are data with the day on which they were checked (peildatum). An organisation has its own by
a file `routes.toml` beside the register; without one an example is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from os.path import lexists
from pathlib import Path
from typing import Any

from beraad import assets
from beraad.errors import Solvable
from beraad.phases.data_file import DataFile, open_data

FILE_NAME = "routes.toml"
"""How the file is called, in the program and beside the register."""

EXAMPLE = Path(assets.__file__).parent / FILE_NAME

_ROUTE, _BACK = "route", "terug"
_HEAD: Mapping[str, tuple[str, type]] = {
    "titel": ("title", str),
    "peildatum": ("checked_on", date),
    "toelichting": ("note", str),
}
_OF_ROUTE: Mapping[str, tuple[str, type]] = {
    "naam": ("name", str),
    "ernaast": ("is_beside", bool),
    "vraag": ("question", str),
    "voorbeeld": ("example", str),
    "wie": ("handled_by", str),
    "weken": ("weeks", int),
    "terug": ("reports_back", str),
    "geen_antwoord": ("without_answer", str),
    "in_opdracht": ("for_contracted", str),
}
_OF_BACK: Mapping[str, tuple[str, type]] = {"naam": ("name", str), "doet": ("does", str)}
_LONGEST_NAME, _LONGEST_TEXT = 40, 400
_LONGEST_TERM = 104
_MOST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One place where a signal can go.

    Attributes:
        is_beside: it is no step on the main way.
        question: with which question one goes there.
        handled_by: who takes it up, by role.
        weeks: within how many weeks an answer comes; None without a fixed term.
        reports_back: who tells the answer.
        without_answer: what to do when none comes.
        for_contracted: how it goes for who works by order of the municipality (in opdracht).
    """

    name: str
    question: str
    handled_by: str
    is_beside: bool = False
    example: str = ""
    weeks: int | None = None
    reports_back: str = ""
    without_answer: str = ""
    for_contracted: str = ""

    @property
    def term(self) -> str:
        """How long an answer may take, in words."""
        if self.weeks is None:
            return "geen vaste termijn"
        return "1 week" if self.weeks == 1 else f"{self.weeks} weken"

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """What is known of it, each with what it is called; what nobody wrote down is left out."""
        within = self.term if self.weeks is None else f"binnen {self.term}"
        fields = (
            ("Met welke vraag ga je erheen?", self.question),
            ("Voorbeeld", self.example),
            ("Wie pakt het op?", self.handled_by),
            ("Wanneer is er antwoord?", within),
            ("Wie vertelt het terug?", self.reports_back),
            ("Geen antwoord gekregen?", self.without_answer),
            ("Werk je in opdracht?", self.for_contracted),
        )
        return tuple((label, text) for label, text in fields if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackStep:
    """Who tells an answer on, and what that role does."""

    name: str
    does: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """All routes of an organisation.

    Attributes:
        checked_on: the day on which they were last checked (peildatum).
        back: who tells the answer on, from who writes it to who hears it last.
        is_example: they are the example, and not those of the organisation.
    """

    title: str
    checked_on: date
    note: str = ""
    routes: tuple[Route, ...]
    back: tuple[BackStep, ...]
    is_example: bool = False

    @property
    def main(self) -> tuple[Route, ...]:
        """The steps of the main way, from near to far."""
        return tuple(route for route in self.routes if not route.is_beside)

    @property
    def beside(self) -> tuple[Route, ...]:
        """What can be gone to apart from that."""
        return tuple(route for route in self.routes if route.is_beside)

    def at(self, holder: str) -> Route | None:
        """The place where something is that somebody has, by what that role or body is called."""
        said = holder.casefold()
        named = (route for route in self.routes if route.name.casefold() in said)
        by_role = (route for route in self.routes if said and route.handled_by.casefold() in said)
        return next(named, next(by_role, None))

    def asks_checking(self, today: date) -> bool:
        """Whether more than twelve months have passed since somebody checked them."""
        return is_old(self.checked_on, today)


def is_old(checked_on: date, today: date) -> bool:
    """Whether a peildatum is more than twelve months ago."""
    a_year_on = (checked_on.year + 1, checked_on.month, checked_on.day)
    return (today.year, today.month, today.day) > a_year_on


def routes_for(folder: Path) -> tuple[Routes, Solvable | None]:
    """The routes of the organisation, or the example; and what is wrong with their own file."""
    own = folder / FILE_NAME
    if not lexists(own):
        return example(), None
    try:
        return read_routes(own), None
    except Solvable as problem:
        return example(), Solvable(
            problem.happened,
            kept="Je ziet nu het voorbeeld van Beraad. Je eigen bestand is niet veranderd.",
            way_out=problem.way_out,
        )


def example() -> Routes:
    """The routes that come with Beraad."""
    return read_routes(EXAMPLE, is_example=True)


def read_routes(path: Path, *, is_example: bool = False) -> Routes:
    """The routes in a file. Raises Solvable with the line and what is wrong there."""
    data = open_data(path)
    head = data.table()
    routes = data.tables(head, _ROUTE)
    back = data.tables(head, _BACK)
    made = Routes(
        **data.fields(head, _HEAD, needed=("titel", "peildatum"), header=_ROUTE),
        routes=tuple(_route(data, table, number) for number, table in enumerate(routes, start=1)),
        back=tuple(_back(data, table, number) for number, table in enumerate(back, start=1)),
        is_example=is_example,
    )
    _require_whole(data, made)
    return made


def _route(data: DataFile, table: Mapping[str, Any], number: int) -> Route:
    needed = ("naam", "vraag", "wie")
    fields = data.fields(table, _OF_ROUTE, needed=needed, header=_ROUTE, number=number)
    _require_short(data, table, _ROUTE, number)
    weeks = fields.get("weeks")
    if weeks is not None and not 1 <= weeks <= _LONGEST_TERM:
        line = data.line_of(_ROUTE, number, "weken")
        raise data.fault(line, f"het veld weken hoort van 1 tot en met {_LONGEST_TERM} te zijn")
    return Route(**fields)


def _back(data: DataFile, table: Mapping[str, Any], number: int) -> BackStep:
    needed = ("naam", "doet")
    fields = data.fields(table, _OF_BACK, needed=needed, header=_BACK, number=number)
    _require_short(data, table, _BACK, number)
    return BackStep(**fields)


def _require_short(data: DataFile, table: Mapping[str, Any], header: str, number: int) -> None:
    for key, value in table.items():
        most = _LONGEST_NAME if key == "naam" else _LONGEST_TEXT
        if isinstance(value, str) and len(value) > most:
            line = data.line_of(header, number, key)
            raise data.fault(line, f"het veld {key} is langer dan {most} tekens")


def _require_whole(data: DataFile, made: Routes) -> None:
    if not made.main:
        raise data.fault(1, "er is geen route op de gewone lijn; begin er een met [[route]]")
    if not made.back:
        raise data.fault(1, "de weg terug ontbreekt; begin die met [[terug]]")
    for header, count in ((_ROUTE, len(made.routes)), (_BACK, len(made.back))):
        if count > _MOST:
            line = data.line_of(header, _MOST + 1, "naam")
            raise data.fault(line, f"er zijn er meer dan {_MOST}")
    names = Counter(route.name.casefold() for route in made.routes)
    for number, route in enumerate(made.routes, start=1):
        if names[route.name.casefold()] > 1:
            line = data.line_of(_ROUTE, number, "naam")
            raise data.fault(line, "deze naam staat er twee keer")
