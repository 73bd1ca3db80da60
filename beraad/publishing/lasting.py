"""What becomes of the signals of a beraad when the beraad itself is erased."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.publishing.registering import in_register, written_signals
from beraad.store.session_reading import SessionReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """What stays of the signals, what goes with the beraad, and how that is kept.

    Attributes:
        stays: a sentence; empty when nothing stays.
        goes: a line; empty when nothing goes.
        way_out: a sentence; empty when nothing goes, or nothing can be done about it.
    """

    stays: str = ""
    goes: str = ""
    way_out: str = ""


_STAYS = "Wat in het register staat blijft ook, want daar staat geen casus in: "
_UNKNOWN = Lasting(
    goes="elk signaal dat niet in het register staat",
    way_out="Staat er een signaal in dat je wilt houden? Zet het eerst in het register.",
)


def lasting(path: Path, register: Path) -> Lasting:
    """What erasing the beraad in this file does to its signals; writes nothing.

    When the beraad or the register cannot be read it promises nothing.
    """
    try:
        session = SessionReading.open(path).session
        written = written_signals(session)
        kept = in_register(session, (session.signal_at_hand, *written), register)
    except Solvable:
        return _UNKNOWN
    lost = len([each for each in written if each not in kept])
    stays = f"{_STAYS}{counted(len(kept), 'signaal', 'signalen')}." if kept else ""
    if not lost:
        return Lasting(stays=stays)
    one = "het signaal: het staat niet in het register"
    more = f"{lost} signalen: ze staan niet in het register"
    if session.is_practice:
        return Lasting(stays=stays, goes="het signaal" if lost == 1 else f"{lost} signalen")
    return Lasting(stays=stays, goes=one if lost == 1 else more, way_out=_way_out(lost))


def _way_out(lost: int) -> str:
    what = "het signaal houden? Zet het" if lost == 1 else "de signalen houden? Zet ze"
    return (
        f"Wil je {what} eerst in het register: open het beraad, ga naar ronde 8 en kies daar "
        "“Signaal verder schrijven”, “Nalezen en doorgeven” en “In het register zetten”."
    )
