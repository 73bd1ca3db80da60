"""What goes along with a record that is removed, as far as nobody sees it go."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.records import Session

_WITH: Mapping[str, str] = {
    "options": "Koos iemand dit, dan kiest die opnieuw",
    "participants": "Wat iemand hierbij afwoog, ging mee",
}


def goes_along(session: Session, section: str) -> str:
    """What is said of every record of a section alike: nobody hears who chose or wrote.

    Empty as long as no afweging has been begun.
    """
    return _WITH.get(section, "") if session.considerations else ""
