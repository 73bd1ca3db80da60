"""Questions of policy with what teams answered, folded from events; numbers point to nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from beraad.records import Count, Event, Id, Often, Question, Reply
from beraad.signals.events import EventKind, mark_of, question_of, reply_of
from beraad.signals.small_numbers import Sighting, counted, seen

ABOUT = "vraag-"
"""What the identity of every question begins with in the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A question with what came back.

    Attributes:
        replies: what stands of what was answered, one for each beraad.
        seen: in how many beraden of how many teams it was seen; None where that is too few to tell.
        unseen: in how many it was not.
        by_often: how often, for each step that was said.
        words: what teams wanted to say besides; none as long as so few saw it that it is known who.
    """

    question: Question
    replies: tuple[Reply, ...] = ()
    seen: Count | None = None
    unseen: Count | None = None
    by_often: Mapping[Often, Count | None]
    words: tuple[str, ...] = ()


def entity_of(question: Id) -> Id:
    """What events about a question are about."""
    return Id(f"{ABOUT}{question}")


def team_mark(question: Id, team: str) -> str:
    """The mark of a team for one question: however it was typed, and for another question another.

    So teams can be counted, and what one team said to two questions cannot be laid together.
    """
    return mark_of(f"{question}|{' '.join(team.casefold().split())}")


def gathered(events: Iterable[Event]) -> tuple[Gathered, ...]:
    """Every question that is known, the latest first, with what was answered."""
    questions: dict[Id, Question] = {}
    replies: dict[Id, list[tuple[Event, Reply]]] = defaultdict(list)
    gone: set[Id] = set()
    for each in sorted(events, key=lambda one: one.mark):
        if each.kind == EventKind.ERASED:
            gone.add(each.entity)
        elif each.payload is not None and each.kind == EventKind.ASKED:
            questions.setdefault(each.entity, question_of(each))
        elif each.payload is not None and each.kind == EventKind.REPLIED:
            replies[each.entity].append((each, reply_of(each)))
    found = [
        _gathered(question, _standing(replies[entity]))
        for entity, question in questions.items()
        if entity not in gone
    ]
    return tuple(sorted(found, key=lambda one: (one.question.on, one.question.id), reverse=True))


def _standing(told: list[tuple[Event, Reply]]) -> tuple[Reply, ...]:
    """One reply for each beraad: the one that no later one of that beraad knew of."""
    later = {mark for each, _ in told for mark in each.seen}
    last: dict[tuple[str, str], Reply] = {}
    for _, reply in sorted(told, key=lambda one: (one[0].mark not in later, one[0].mark)):
        last[reply.team, reply.week] = reply
    return tuple(last.values())


def _gathered(question: Question, replies: tuple[Reply, ...]) -> Gathered:
    saw = [one for one in replies if one.often is not Often.NEVER]
    count = counted(map(_sighting, saw))
    return Gathered(
        question=question,
        replies=replies,
        seen=count,
        unseen=counted(_sighting(one) for one in replies if one.often is Often.NEVER),
        by_often={
            often: counted(_sighting(one) for one in saw if one.often is often)
            for often in Often
            if any(one.often is often for one in saw)
        },
        words=tuple(sorted({one.words for one in saw if one.words.strip()})) if count else (),
    )


def _sighting(reply: Reply) -> Sighting:
    return seen(reply.team, reply.week, reply.on)
