"""A signal that comes from no beraad, as somebody wrote and read it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from beraad.records import RegisteredSignal, SignalContent, new_id
from beraad.signals.event_kind import NEW_SIGNAL
from beraad.store.copies.finished import empty_finished_everywhere
from beraad.store.register import Register

NEW = NEW_SIGNAL


def registered_by_hand(
    content: SignalContent, team: str, path: Path, *, today: date
) -> RegisteredSignal:
    """Put a signal in the register of which somebody decided about every place.

    It has no week, so that it never counts as a beraad.

    What was being typed is noted with it. Raises Solvable when the register cannot be written.
    """
    signal = RegisteredSignal(id=new_id(), content=content, team=team, week="", registered_on=today)
    with Register.open(path) as register:
        register.put(signal)
        register.draft(NEW, {})
    empty_finished_everywhere(path)
    return signal
