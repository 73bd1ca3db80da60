"""Who is offered while somebody types to whom a signal goes."""

from __future__ import annotations

from pathlib import Path

from beraad.errors import Solvable
from beraad.records import StepKind
from beraad.signals.life import RECIPIENT
from beraad.store.register_lines import signal_lines
from beraad.ui.widgets.completion import Offer


def offered(register: Path) -> tuple[Offer, ...]:
    """Those of the routekaart and of the list beside this register, and who has a signal of it."""
    from beraad.phases.recipients import recipients
    from beraad.phases.routes import routes_for
    from beraad.phases.suggestions import load

    folder = register.parent
    try:
        lines = signal_lines(register)
    except Solvable:  # Signalen tells what is wrong with it.
        lines = ()
    holders = {line.role for line in lines if line.owed is StepKind.ANSWERED} - {RECIPIENT}
    routes, _ = routes_for(folder)  # The routekaart tells what is wrong with its file.
    found = recipients(routes, load(folder).lists["routes"], holders)
    return tuple(Offer(one.name, one.role) for one in found)
