"""What an observer wrote down besides labels, in words: for paper and for the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from beraad.phases.behaviours import QuestionKind
from beraad.training.coaching import Moment, Seen, Step

STEP_WORDS = {Step.SEEN: "ingreep gezien", Step.MISSED: "ingreep gemist", Step.NONE: ""}


def moment_times(moments: Sequence[Moment]) -> tuple[str, ...]:
    """When each was, in words that no two of them share: of more at one time, which one it is."""
    often = Counter(moment.at for moment in moments)
    before: Counter[str] = Counter()
    told: list[str] = []
    for moment in moments:
        before[moment.at] += 1
        which = f" ({before[moment.at]})" if often[moment.at] > 1 else ""
        told.append(f"{moment.at}{which}")
    return tuple(told)


def time_of(moments: Sequence[tuple[int, Moment]], number: int) -> str:
    """When the moment of this number was, as `moment_times` tells it."""
    told = moment_times([moment for _, moment in moments])
    return next(time for (each, _), time in zip(moments, told, strict=True) if each == number)


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
