"""Which kader a beraad may still get: what is of real people never becomes an oefening."""

from __future__ import annotations

from beraad.phases.rondes import PHASES
from beraad.records import Session, Setting

_NO_MORE_REAL = "Er is al een ronde begonnen: een oefening wordt dan geen echt beraad meer."
_HOW = "Wil je ermee oefenen, kies dan bij dit beraad in de lijst Maak er een oefening van."
_NO_MORE_PRACTICE = (
    f"Er is al een ronde begonnen: een echt beraad wordt dan geen oefening meer. {_HOW}"
)
_OF_PEOPLE = (
    "Er staat al iets van echte mensen in, zoals een deelnemer of een notitie. Een oefening ligt "
    f"zonder slot. {_HOW}"
)


def why_not(session: Session, setting: Setting) -> str:
    """Why a beraad may not get this kader, in words; empty when it may.

    Between an oefening and a real beraad only as long as no ronde began. Beraden of real people lie
    under a key and oefeningen do not: so a real one must not name who is there yet, nor hold notes.
    A title alone does not bind: who makes an oefening often begins with that.
    """
    if setting.is_practice == session.is_practice:
        return ""
    if any(phase.started(session) for phase in PHASES):
        return _NO_MORE_REAL if session.is_practice else _NO_MORE_PRACTICE
    return _OF_PEOPLE if not session.is_practice and _tells_of_people(session) else ""


def _tells_of_people(session: Session) -> bool:
    return bool(
        session.participants
        or session.parked
        or session.as_typed
        or any(note.text.strip() for note in session.private_notes)
    )
