"""`beraad routes`: where a signal can go, and how its answer comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from os.path import lexists
from pathlib import Path

from beraad.cli.exporting import made_folder
from beraad.phases.routes import FILE_NAME, Route, Routes, example, read_routes
from beraad.report.compose.routes import checked
from beraad.report.forms.route_map import route_form
from beraad.report.forms.writing import write_forms
from beraad.report.house.style import House


def list_routes(
    folder: Path, target: Path | None, *, house: House, say: Callable[[str], None]
) -> None:
    """Say the routes, and write them as a form on A3 where a folder was named.

    Raises Solvable when the organisation's own file is wrong, or the form cannot be written.
    """
    own = folder / FILE_NAME
    routes = read_routes(own) if lexists(own) else example()
    say(f"{_shown(routes.title)}. {checked(routes)}")
    if routes.asks_checking(datetime.now(UTC).astimezone().date()):
        say("Dat is meer dan een jaar geleden. Kijk na of dit nog klopt.")
    for title, some in (("Heen", routes.main), ("Ook mogelijk, naast deze lijn", routes.beside)):
        if some:
            say("")
            say(title)
        for route in some:
            _tell(route, say)
    _tell_back(routes, say)
    if target is not None:
        written = write_forms([route_form(routes, house)], made_folder(target))
        for path in written.paths:
            say("")
            say(f"Geschreven: {path}")
        if written.unprintable:
            say(f"Deze tekens worden een hokje: {' '.join(written.unprintable)}")


def _tell(route: Route, say: Callable[[str], None]) -> None:
    say(f"  {_shown(route.name)}")
    for label, text in route.told:
        colon = "" if label.endswith("?") else ":"
        say(f"    {label}{colon} {_shown(text)}")


def _tell_back(routes: Routes, say: Callable[[str], None]) -> None:
    say("")
    say("Terug")
    for step in routes.back:
        say(f"  {_shown(step.name)} {_shown(step.does)}")


def _shown(text: str) -> str:
    """The text on one line, without what could steer a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
