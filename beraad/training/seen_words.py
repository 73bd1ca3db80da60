"""What an observer wrote down besides labels, in words: for paper and for the window."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.behaviours import QuestionKind
from beraad.training.coaching import Seen, Step

STEP_WORDS = {Step.SEEN: "ingreep gezien", Step.MISSED: "ingreep gemist", Step.NONE: ""}


def besides(seen: Seen) -> Iterator[tuple[str, str]]:
    """Kinds of questions, moments and sentences of one part, each with what it is called."""
    tally = [f"{kind} {seen.tally[kind]}" for kind in QuestionKind if seen.tally.get(kind)]
    if tally:
        yield "Vragen", ", ".join(tally)
    for moment in seen.moments:
        step = STEP_WORDS[moment.step]
        what = moment.what.strip()
        yield moment.at, f"{what} ({step})" if what and step else what or step
    for text in seen.heard:
        yield "Letterlijk", f"“{text}”"
