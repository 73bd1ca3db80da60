"""From what somebody wrote on a signal that came back to an answer that a person may write down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from beraad.phases.date_entry import Reach, read_date
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import Outcome
from beraad.report.asking import ANSWERS, EXPLAINED, HELD_BY, ROLE_AND_DAY
from beraad.report.inspecting.reactions import Written

_LONGEST_DAY = 4
"""Words: "do 3 december 2026"."""

_OUTCOMES = dict(
    zip(
        ANSWERS.ticks,
        (Outcome.CHANGE, Outcome.TRIAL, Outcome.RESEARCH, Outcome.MOVED_ON, Outcome.NOTHING),
        strict=True,
    )
)
"""What each box comes to."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, as it was written; nothing in it went through the gate.

    Attributes:
        outcomes: of every box with a cross.
        words: the explanation, and below it what was remarked beside the text.
        role: of who answers; empty when it named somebody.
        named: something that looks like a name stood where a role was asked.
        on: the day, when it can be read.
        about: the mark of the signal whose form it is; empty when it has none, or lost it.
        day_unread: a day was written, and none that exists could be read in it.
    """

    outcomes: tuple[Outcome, ...]
    words: str = field(repr=False)
    to: str = field(repr=False)
    role: str = field(repr=False)
    named: bool
    on: date | None
    about: str = ""
    day_unread: bool = False

    @property
    def outcome(self) -> Outcome | None:
        """What the answer comes to; None when no box or several have a cross."""
        return self.outcomes[0] if len(self.outcomes) == 1 else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return not (self.outcomes or self.words or self.to)


def answer(written: Iterable[Written], lexicon: Lexicon | None = None, *, today: date) -> Answer:
    """The answer on a form, from what was written in its fields and beside its text."""
    found = tuple(written)

    def said(name: str) -> str:
        return "\n".join(one.text for one in found if one.name == name)

    crossed = "\n".join(one.text for one in found if one.name.startswith(ANSWERS.choice))
    remarks = (f"{one.label}: {one.text}" for one in found if not one.name)
    role, on = _parted(said(ROLE_AND_DAY), today)
    named = bool(find(role, KnownNames.named(), lexicon))
    return Answer(
        outcomes=tuple(came for label, came in _OUTCOMES.items() if label in crossed),
        words="\n".join(filter(None, (said(EXPLAINED), *remarks))),
        to=said(HELD_BY),
        role="" if named else role,
        named=named,
        on=on,
        about=next((one.about for one in found if one.about), ""),
        day_unread=on is None and any(map(str.isdecimal, role)),
    )


def _parted(text: str, today: date) -> tuple[str, date | None]:
    """The role and the day, that are written on one line; the day stands last, or first."""
    words = text.split()
    for count in range(min(_LONGEST_DAY, len(words)), 0, -1):
        for day, rest in ((words[-count:], words[:-count]), (words[:count], words[count:])):
            on = read_date(" ".join(day).strip(",;."), today=today, reach=Reach.PAST)
            if isinstance(on, date):
                return " ".join(rest).strip(" ,;.·-–"), on
    return " ".join(words), None
