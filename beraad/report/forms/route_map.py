"""The routekaart on A3: the picture both ways, and every route with its agreements."""

from __future__ import annotations

from beraad.phases.routes import Routes
from beraad.report.blocks import Furniture, Heading
from beraad.report.compose.routes import checked, route_map, route_table
from beraad.report.forms.model import Form, Sheet
from beraad.report.house.style import OURS, House


def route_form(routes: Routes, house: House = OURS) -> Form:
    """The form for the wall; it holds nobody's words but those of the organisation."""
    return Form(
        source=None,
        title=routes.title,
        subject="Routekaart: waar een signaal heen kan, en hoe het antwoord terugkomt",
        stem="routekaart",
        paper=Sheet.MAP,
        furniture=Furniture(
            kicker="Routekaart",
            standfirst=" ".join(filter(None, (routes.note, checked(routes)))),
            foot="Kies de kortste weg waarop ook een antwoord terugkomt.",
        ),
        sheets=(
            (route_map(routes),),
            (Heading(1, "Alle routes"), route_table(routes)),
        ),
        house=house,
    )
