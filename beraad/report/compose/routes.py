"""The routes of an organisation as a picture, and as a table with everything that is known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from beraad.phases.dates import full_date
from beraad.phases.routes import Route, Routes
from beraad.report.blocks import RowGroup, Run, Table
from beraad.report.charts import RouteMap, Standing, Station

_TEAM = ("Team", "schrijft het signaal")
_IS_HERE, _IS_CHOSEN = ", dit signaal is hier", ", gekozen"
_HEADER = (
    "Waarheen",
    "Met welke vraag",
    "Wie pakt het op",
    "Antwoord binnen",
    "Wie vertelt het terug",
    "Geen antwoord gekregen",
    "Werk je in opdracht",
)
_WIDTHS = (0.13, 0.21, 0.13, 0.09, 0.14, 0.15, 0.15)


class _Out(NamedTuple):
    """The place that stands out, and what is said there."""

    name: str
    why: str


def route_map(routes: Routes, *, chosen: str = "", here: str = "") -> RouteMap:
    """The way there and the way back.

    The place called `here` is where a signal is; without a signal the one that was `chosen` stands
    out.
    """
    team = Station(*_TEAM, Standing.PASSED if here else Standing.POSSIBLE)
    stands_out = _Out(here or chosen, _IS_HERE if here else _IS_CHOSEN)
    there = (team, *(_station(route, stands_out) for route in routes.main))
    beside = tuple(_station(route, stands_out) for route in routes.beside)
    back = tuple(Station(step.name, step.does) for step in routes.back)
    told = [f"Heen: {_in_words(there)}."]
    if beside:
        told.append(f"Ook mogelijk: {'; '.join(_told(one) for one in beside)}.")
    told.append(f"Terug: {_in_words(back)}.")
    return RouteMap(there, beside, back, " ".join(told))


def route_table(routes: Routes) -> Table:
    """Every route with everything that is known of it."""
    return Table(_HEADER, tuple(map(_row, routes.routes)), _WIDTHS)


def checked(routes: Routes) -> str:
    """The day on which the routes were checked, and whose they are."""
    whose = "Dit is een voorbeeld. " if routes.is_example else ""
    return f"{whose}Peildatum {full_date(routes.checked_on)}."


def _row(route: Route) -> RowGroup:
    texts = (
        route.question,
        route.handled_by,
        route.term,
        route.reports_back,
        route.without_answer,
        route.for_contracted,
    )
    cells = tuple(((Run(text),),) if text else () for text in texts)
    return RowGroup(((Run(route.name),),), (cells,))


def _station(route: Route, out: _Out) -> Station:
    if route.name != out.name:
        return Station(route.name, route.term)
    return Station(route.name, f"{route.term}{out.why}", Standing.HERE)


def _in_words(stations: Iterable[Station]) -> str:
    return ", dan ".join(map(_told, stations))


def _told(station: Station) -> str:
    passed = ", gedaan" if station.standing is Standing.PASSED else ""
    return f"{station.name} ({station.below}{passed})"
