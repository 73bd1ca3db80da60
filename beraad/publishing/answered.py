"""From what somebody wrote on a signal that came back to an answer that a person may write down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from beraad.phases.folding import plain
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.publishing.role_and_day import role_and_day
from beraad.records import Outcome
from beraad.report.asking import ANSWERS, EXPLAINED, HELD_BY, ROLE_AND_DAY
from beraad.report.choosing import STEMS, choice_on
from beraad.report.inspecting.reactions import Written
from beraad.report.returned import ELSEWHERE, TITLE, UNSEEN

_NOBODY = frozenset({FindKind.DETAIL, FindKind.DATE})
"""What may stand in a role: a function is no name, and neither is a day."""

_OUTCOMES = dict(
    zip(
        STEMS,
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
        words: what was written behind the choice, the explanation, and below it what was remarked
            beside the text.
        role: of who answers; empty when it named somebody.
        named: a name stood where a role was asked.
        on: the day, when it can be read.
        about: the mark of the signal whose form it is; empty when it has none, or lost it.
        title: how the form is called, of one without a mark.
        day_unread: a day as it was written, when none that exists could be read in it.
        doubtful: something in the role may be a name; a person has to look.
        more: what stands in the file, was not printed by the form and stands in none of its fields.
        unseen: the file lost by what such words are known.
    """

    outcomes: tuple[Outcome, ...]
    words: str = field(repr=False)
    to: str = field(repr=False)
    role: str = field(repr=False)
    named: bool
    on: date | None
    about: str = ""
    title: str = field(default="", repr=False)
    day_unread: str = ""
    doubtful: bool = False
    more: str = field(default="", repr=False)
    unseen: bool = False

    @property
    def outcome(self) -> Outcome | None:
        """What the answer comes to; None when no box or several have a cross."""
        return self.outcomes[0] if len(self.outcomes) == 1 else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        said = (self.words, self.to, self.role, self.more, self.day_unread)
        return not (self.outcomes or any(said) or self.named or self.on)

    @property
    def lacks_choice(self) -> bool:
        """Whether something was written and no box has a cross."""
        return not self.outcomes and not self.is_empty

    @property
    def lacks_reason(self) -> bool:
        """Whether nothing changes and it does not say why."""
        return self.outcome is Outcome.NOTHING and not (self.words or self.more)


NOT_KNOWN = "Beraad weet niet bij welk signaal dit formulier hoort."
"""What is said of a form that lost every mark, or never had one."""


def is_called(found: Answer, title: str) -> bool | None:
    """Whether the form bears this title, as far as it has one whole; None when it bears none."""
    on_form, of_signal = (
        plain(" ".join(one.split())).rstrip(" ….") for one in (found.title, title)
    )
    if not on_form:
        return None
    return bool(of_signal) and of_signal.startswith(on_form)


def answer(written: Iterable[Written], lexicon: Lexicon | None = None, *, today: date) -> Answer:
    """The answer on a form, from what was written in its fields and beside its text."""
    found = tuple(written)

    def said(name: str) -> str:
        return "\n".join(one.text for one in found if one.name == name)

    choices = "\n".join(one.text for one in found if one.name.startswith(ANSWERS.choice))
    crossed, behind = _chosen(choices.splitlines())
    remarks = (f"{one.label}: {one.text}" for one in found if not one.name and not _is_more(one))
    line = role_and_day(said(ROLE_AND_DAY), today)
    names = [one for one in find(line.role, KnownNames.named(), lexicon) if one.kind not in _NOBODY]
    named = any(not one.asks for one in names)
    return Answer(
        outcomes=tuple(came for stem, came in _OUTCOMES.items() if stem in crossed),
        words="\n".join(filter(None, (*behind, said(EXPLAINED), *remarks))),
        to=said(HELD_BY),
        role="" if named else line.role,
        named=named,
        on=line.on,
        about=next((one.about for one in found if one.about), ""),
        title=next((one.text for one in found if one.label == TITLE), ""),
        day_unread=line.typed,
        doubtful=bool(names) and not named,
        more="\n".join(one.text for one in found if one.label == ELSEWHERE),
        unseen=any(one.label == UNSEEN for one in found),
    )


def _chosen(lines: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The choices with a cross, and what was written behind and under the choices.

    Behind the only one with a cross it is its explanation; otherwise it says behind which.
    """
    crossed: set[str] = set()
    written: list[tuple[str, str]] = []
    stem = ""
    for line in lines:
        found = choice_on(line)
        words = line
        if found is not None:
            stem, words = found.stem, found.words
            if found.is_crossed:
                crossed.add(stem)
        if words:
            written.append((stem, words))
    alone = crossed if len(crossed) == 1 else frozenset[str]()
    return frozenset(crossed), tuple(
        words if not stem or stem in alone else f"Bij “{stem}”: {words}" for stem, words in written
    )


def _is_more(one: Written) -> bool:
    return one.label in {ELSEWHERE, UNSEEN}
