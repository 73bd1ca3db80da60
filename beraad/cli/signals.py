"""`beraad signaal`: which signals are in the register, and erasing one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from beraad.cli.arguments import ERASING_REASONS, ERASING_ROLES
from beraad.cli.listing import say_table
from beraad.errors import Solvable
from beraad.phases.dates import origin_label
from beraad.publishing.erasing import Role, Why, erase_signal, going, meant, told
from beraad.store.audit import Source
from beraad.store.register_lines import signal_lines

_SHOWN = 12
"""Characters of an identity that are shown; they tell all signals of a municipality apart."""

_REASONS: Mapping[str, Why] = dict(zip(ERASING_REASONS, Why, strict=True))
_ROLES: Mapping[str, Role] = dict(zip(ERASING_ROLES, Role, strict=True))

Say = Callable[[str], None]


def list_signals(register: Path, say: Say) -> None:
    """Say which signals are in the register, with the identity to name them by. Raises Solvable."""
    lines = signal_lines(register)
    if not lines:
        say("Er staan nog geen signalen in het register.")
        return
    rows = (
        (line.id[:_SHOWN], origin_label(line.week), line.team, line.title or line.ask)
        for line in lines
    )
    say_table([("kenmerk", "van", "team", "signaal"), *rows], say)


def erase(
    register: Path,
    said: str,
    say: Say,
    *,
    reason: str | None,
    role: str,
    sure: bool,
    now: datetime,
) -> None:
    """Erase a signal when `sure`, else say what would go. Raises Solvable."""
    why = _REASONS[reason] if reason else None
    line = meant(said, signal_lines(register))
    about = going(line.id, register)
    if not sure or why is None:
        say(f"Dit wordt gewist, van “{line.title or line.ask}”:")
        for each in about.goes:
            say(f"  {each}")
        say("Dit blijft, of heeft Beraad niet in de hand:")
        for each in about.stays:
            say(f"  {each}")
        if about.owing:
            say(about.owing)
        say("Er is nog niets gebeurd.")
        if sure:
            raise Solvable(
                "Zonder reden wist Beraad niets.",
                way_out=f"Geef --reden {', '.join(ERASING_REASONS)}.",
            )
        say("Met --reden en --zeker wist Beraad dit. Dat kun je niet terugdraaien.")
        return
    emptied = erase_signal(
        line.id, register, why=why, role=_ROLES[role], source=Source.COMMAND, now=now
    )
    say("Gewist. Voeg samen of wissel uit: dan verdwijnt het ook bij de anderen.")
    if about.owing:
        say(about.owing)
    if problem := told(emptied):
        raise problem
