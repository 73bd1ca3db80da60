"""Which kader a beraad may still get: what is of real people never becomes an oefening."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.phases.rondes import PHASES
from beraad.records import Opening, Session, Setting
from beraad.records.anatomy import addressed_texts, text_fields

_NO_MORE_REAL = "Er is al een ronde begonnen: een oefening wordt dan geen echt beraad meer."
_HOW = "Wil je ermee oefenen, kies dan bij dit beraad in de lijst “Maak er een oefening van”."
_NO_MORE_PRACTICE = (
    f"Er is al een ronde begonnen: een echt beraad wordt dan geen oefening meer. {_HOW}"
)
_OF_PEOPLE = (
    "Er staat al iets van echte mensen in, zoals een deelnemer of een notitie. Een oefening ligt "
    f"zonder slot. {_HOW}"
)

_IN_OPENING: Mapping[str, str] = {"title": "de titel", "team": "het team", "purpose": "het doel"}
_NOTHING: Mapping[str, str] = {}
AGREED = "de afspraken"
"""What goes along of the opening beside what has a name of its own: more than one."""


def why_not(session: Session, setting: Setting) -> str:
    """Why a beraad may not get this kader, in words; empty when it may.

    Between an oefening and a real beraad only as long as no ronde began. Beraden of real people lie
    under a key and oefeningen do not: so outside its opening nothing may be written in a real one.
    What stands in the opening does not bind, for who makes an oefening often begins with a title;
    but a person has to say so first, as `what_goes_along` tells.
    """
    if setting.is_practice == session.is_practice:
        return ""
    if any(phase.started(session) for phase in PHASES):
        return _NO_MORE_REAL if session.is_practice else _NO_MORE_PRACTICE
    return _OF_PEOPLE if not session.is_practice and _tells_of_people(session) else ""


def what_goes_along(
    session: Session, setting: Setting, usual: Mapping[str, str] = _NOTHING
) -> tuple[str, ...]:
    """What stands in a real beraad that would become an oefening by this kader, to be asked about.

    Nothing when it stays what it is, or nothing was written yet. What is `usual` stood ready in
    that field of the opening by itself.
    """
    if session.is_practice or not setting.is_practice:
        return ()
    opened = session.opening
    written = (
        name
        for name in text_fields(Opening)
        if (text := getattr(opened, name).strip()) and text != usual.get(name, "").strip()
    )
    return tuple(dict.fromkeys(_IN_OPENING.get(name, AGREED) for name in written))


def _tells_of_people(session: Session) -> bool:
    texts = addressed_texts(session)
    return bool(
        session.participants
        or session.earlier_agreements
        or session.told_answers
        or session.parked
        or session.as_typed
        or any(text.strip() for address, text in texts if address.section != "opening")
    )
