"""Ronde 3: asking in order to understand, not to advise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.listening.hint import Hint, Rule
from beraad.listening.words import phrases, plain
from beraad.records import PhaseKey, Session
from beraad.records.anatomy import Address

_ASKED_BY = re.compile(r"^[^:?]{1,40}:\s*")
_NOT_A_LETTER = re.compile(r"^\W+")


def in_clarification(session: Session) -> Iterator[Hint]:
    """The questions that sound like an opinion or a piece of advice."""
    for one in session.clarifications:
        if is_opinion(one.question):
            yield Hint(
                rule=Rule.OPINION_AS_QUESTION,
                phase=PhaseKey.CLARIFICATION,
                address=Address("clarifications", "question", one.id),
                reason="Dit klinkt als een mening of advies in vraagvorm.",
                question="Welke vraag zit eronder? Een idee kan naar ronde 5.",
            )


def is_opinion(question: str) -> bool:
    """Whether a question begins like an opinion; who asks it ("Jan vraagt:") may stand before."""
    asked = _NOT_A_LETTER.sub("", _ASKED_BY.sub("", plain(question)))
    return bool(phrases("mening").match(asked)) and not phrases("toch_feitelijk").match(asked)
