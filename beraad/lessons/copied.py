"""Sentences of a leerverslag that still tell the case itself, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from beraad.privacy.clean import CleanedSession
from beraad.privacy.dutch.folding import fold
from beraad.records import Session

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 6
"""Shorter sentences may be the same by chance."""

_RUN = 6
"""So many words after each other are taken from the case, whatever stands around them."""


def told(beraad: Session | CleanedSession) -> str:
    """Everything that was told about the case and how it was weighed, to look for sentences.

    What is offered for the leerverslag is not among it: the dilemma, what was shared, the lesson.
    """
    account, found, talk = beraad.case, beraad.conclusion, beraad.look_back
    texts = (
        account.situation,
        account.hot_moment,
        account.friction,
        account.done_so_far,
        *(moment.what for moment in beraad.timeline),
        *(text for line in beraad.clarifications for text in (line.question, line.answer)),
        *(value.meaning for value in beraad.values),
        *(text for one in beraad.alternatives for text in (one.text, one.remaining_harm)),
        *(harm.text for harm in beraad.harms),
        *(
            text
            for one in beraad.considerations
            for text in (one.harm, one.limiting, one.needs, one.revised_because)
        ),
        *(agreement.what for agreement in beraad.agreements),
        found.case_owner_takes,
        found.motivated_separately,
        found.deviation,
        found.resident_hears,
        found.went_well,
        *(talk.method, talk.time, talk.safety, talk.open_questions),
        beraad.dialogue.moved_by,
        beraad.dialogue.minority_view,
    )
    return "\n".join(map(_folded, texts))


def copied(text: str, case: str) -> tuple[str, ...]:
    """The sentences of a text that stand in the case (`told`) as they are, or for a good part."""
    return tuple(one for one in _sentences(text) if _stands_in(_folded(one), case))


def _stands_in(sentence: str, case: str) -> bool:
    words = sentence.split()
    runs = (words[start : start + _RUN] for start in range(max(len(words) - _RUN + 1, 1)))
    return any(" ".join(run) in case for run in runs)


def _sentences(text: str) -> Iterable[str]:
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip()
        if len(sentence.split()) >= _FEWEST_WORDS:
            yield sentence


def _folded(text: str) -> str:
    """The words alone: a comma more does not make it another sentence."""
    return " ".join(_WORD.findall(fold(text).lower))
