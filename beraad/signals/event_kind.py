"""What an event of the register tells."""

from __future__ import annotations

from enum import StrEnum

from beraad.records import Id


class EventKind(StrEnum):
    """What changes in the register."""

    SIGNAL = "signal"
    STEP = "step"
    ERASED = "erased"
    PRACTICE = "practice"
    JUDGED = "judged"
    ASKED = "asked"
    REPLIED = "replied"


PRACTICE = Id("oefenregister")
"""What the event is about that tells a register of oefeningen from a real one."""

NEW_SIGNAL = Id("nieuw")
"""Under which what is being typed of a signal without a beraad is kept; it never leaves."""

NEW_QUESTION = Id("vraag-nieuw")
"""The same, of a question to all teams."""
