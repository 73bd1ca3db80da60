"""From the open beraad, through the gate, into the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from beraad.privacy.clean import clean_signal
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import Session
from beraad.signals.register import registered
from beraad.store.register import Register


def put_in_register(
    session: Session, path: Path, *, today: date, lexicon: Lexicon | None = None
) -> None:
    """Put the signal of a beraad in the register; written again it replaces the earlier text.

    Raises Solvable for an oefening, and when the register cannot be written.
    """
    with Register.open(path) as register:
        earlier = next((each for each in register.signals() if each.id == session.id), None)
        signal = clean_signal(session, lexicon)
        register.put(registered(signal, identity=session.id, today=today, earlier=earlier))
