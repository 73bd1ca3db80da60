"""A question of policy with what teams answered, in sentences: the same on screen and elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.dates import full_date
from beraad.phases.wording import OFTEN_LABELS
from beraad.records import Often, Question
from beraad.report.compose.counting import out_of
from beraad.signals.questions import Gathered

_NOBODY = "Er is nog geen antwoord."
_HIDDEN = (
    "Hoe vaak, en wat teams erbij zeggen, staat er vanaf drie beraden van twee teams die het zien."
)


def told_question(question: Question) -> str:
    """The question, and until when an answer helps."""
    due = f" Antwoord graag voor {full_date(question.due)}." if question.due else ""
    return f"{question.asked}{due}"


def told_counts(one: Gathered) -> Iterator[str]:
    """What came back, each a sentence; a number only where it points to nobody."""
    if not one.replies:
        yield _NOBODY
        return
    if any(reply.often is not Often.NEVER for reply in one.replies):
        steps = "; ".join(
            f"{OFTEN_LABELS[often]}: {out_of(count)}" for often, count in one.by_often.items()
        )
        yield f"Gezien in {out_of(one.seen)}.{f' Per beraad: {steps}.' if steps else ''}"
    if any(reply.often is Often.NEVER for reply in one.replies):
        yield f"Niet gezien in {out_of(one.unseen)}."
    for words in one.words:
        yield f"“{words}”"
    if one.seen is None:
        yield _HIDDEN
