"""From an open beraad, through the gate, into the register; one action at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from beraad.privacy.clean import clean_signal
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.approving import approved
from beraad.records import Id, RegisteredLesson, Session
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


def lessons_in(path: Path) -> tuple[RegisteredLesson, ...]:
    """All leerverslagen; none when there is no register yet. Raises Solvable."""
    if not path.exists():
        return ()
    with Register.open(path) as register:
        return register.lessons()


def approve(
    session: Session, path: Path, lexicon: Lexicon | None = None, *, today: date
) -> RegisteredLesson:
    """Put the leerverslag of a beraad in the register, in the place of an earlier one.

    Raises Solvable for an oefening, while something is open, and when it cannot be written.
    """
    lesson = approved(session, lexicon, today=today)
    with Register.open(path) as register:
        register.put_lesson(lesson)
    return lesson


def withdraw(lesson_id: Id, path: Path) -> None:
    """Take a leerverslag out of the register. Raises Solvable when that fails."""
    with Register.open(path) as register:
        register.remove_lesson(lesson_id)
