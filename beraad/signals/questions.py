"""Questions of policy with what teams answered, folded from events; numbers point to nobody."""

from __future__ import annotations

import hmac
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from hashlib import sha256

from beraad.records import Count, Event, Id, Often, Question, Reply
from beraad.signals.events import EventKind, mark_of, question_of, reply_of
from beraad.signals.small_numbers import Sighting, count_of, counted, groups, seen

ABOUT = "vraag-"
"""What the identity of every question begins with in the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A question with what came back.

    Attributes:
        replies: what stands of what was answered, one for each beraad.
        seen: in how many beraden of how many teams it was seen; None where that is too few to tell.
        unseen: in how many it was not.
        by_often: how often, for each step that was said in the beraden of `seen`.
        words: what teams wanted to say besides, in the beraden of `seen`: one answer more is in
            neither until it makes that number move.
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


def team_mark(question: Id, team: str, *, key: str) -> str:
    """The mark of a team for one question: however it was typed, and for another question another.

    So teams can be counted, and what one team said to two questions cannot be laid together. The
    key stays on the laptop that answers: with the names of all teams nobody else can tell which of
    them a mark is of. With the key of another laptop the same team has another mark.
    """
    told = f"{question}|{' '.join(team.casefold().split())}"
    return mark_of(hmac.digest(key.encode(), told.encode(errors="surrogatepass"), sha256).hex())


def gathered(events: Iterable[Event]) -> tuple[Gathered, ...]:
    """Every question that is known, the latest first, with what was answered."""
    known = tuple(events)
    after = _after(known)
    questions: dict[Id, Question] = {}
    replies: dict[Id, list[tuple[Event, Reply]]] = defaultdict(list)
    gone: set[Id] = set()
    for each in sorted(known, key=lambda one: one.mark):
        if each.kind == EventKind.ERASED:
            gone.add(each.entity)
        elif each.payload is not None and each.kind == EventKind.ASKED:
            questions.setdefault(each.entity, question_of(each))
        elif each.payload is not None and each.kind == EventKind.REPLIED:
            replies[each.entity].append((each, reply_of(each)))
    found = [
        _gathered(question, _standing(replies[entity], after))
        for entity, question in questions.items()
        if entity not in gone
    ]
    return tuple(sorted(found, key=lambda one: (one.question.on, one.question.id), reverse=True))


def _standing(told: list[tuple[Event, Reply]], after: Mapping[str, int]) -> tuple[Reply, ...]:
    """One reply for each beraad: the one that no later one of that beraad knew of."""
    last: dict[tuple[str, str], Reply] = {}
    for _, reply in sorted(told, key=lambda one: (after[one[0].mark], one[0].mark)):
        last[reply.team, reply.week] = reply
    return tuple(last.values())


def _after(events: Iterable[Event]) -> dict[str, int]:
    """How many events came before each on the longest way, by what each knew of."""
    graph = {each.mark: each.seen for each in events}
    found: dict[str, int] = {}
    for mark in TopologicalSorter(graph).static_order():
        found[mark] = 1 + max((found[each] for each in graph.get(mark, ())), default=-1)
    return found


def _gathered(question: Question, replies: tuple[Reply, ...]) -> Gathered:
    saw = [one for one in replies if one.often is not Often.NEVER]
    full = groups(map(_sighting, saw))
    within = {one for group in full for one in group}
    told = [one for one in saw if _sighting(one) in within]
    return Gathered(
        question=question,
        replies=replies,
        seen=count_of(full),
        unseen=counted(_sighting(one) for one in replies if one.often is Often.NEVER),
        by_often={
            often: counted(_sighting(one) for one in told if one.often is often)
            for often in Often
            if any(one.often is often for one in told)
        },
        words=tuple(sorted({one.words for one in told if one.words.strip()})),
    )


def _sighting(reply: Reply) -> Sighting:
    return seen(reply.team, reply.week, reply.on)
