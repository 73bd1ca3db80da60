"""Which kader a beraad may still get: what is of real people never becomes an oefening."""

from __future__ import annotations

from beraad.phases.rondes import PHASES
from beraad.records import Session, Setting


def may_become(session: Session, setting: Setting) -> bool:
    """Whether a beraad may get this kader.

    Between an oefening and a real beraad only as long as no ronde began. Beraden of real people lie
    under a key and oefeningen do not: so a real one must not name who is there yet, nor hold notes.
    A title alone does not bind: who makes an oefening often begins with that.
    """
    if setting.is_practice == session.is_practice:
        return True
    if any(phase.started(session) for phase in PHASES):
        return False
    return session.is_practice or not _tells_of_people(session)


def _tells_of_people(session: Session) -> bool:
    return bool(
        session.participants
        or session.parked
        or session.as_typed
        or any(note.text.strip() for note in session.private_notes)
    )
