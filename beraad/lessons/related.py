"""Earlier leerverslagen about the same conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from beraad.lessons.identity import identities
from beraad.privacy.dutch.folding import fold
from beraad.records import RegisteredLesson, Session

_SHARED_VALUES = 2
"""How many values two beraden share before they are about the same conflict."""

ENOUGH = 3
"""Leerverslagen among which none is known for the one case that everybody remembers."""

_LONG_AGO = timedelta(days=182)


def settled(lessons: Iterable[RegisteredLesson], today: date) -> tuple[RegisteredLesson, ...]:
    """The leerverslagen that others may see: all when there are enough, else those of long ago.

    In a small municipality the first leerverslag is that one case, however general its words.
    """
    every = tuple(lessons)
    if len(every) >= ENOUGH:
        return every
    return tuple(one for one in every if _since(one) <= today - _LONG_AGO)


def settled_from(lesson: RegisteredLesson) -> date:
    """From which day others may see it while there are not enough."""
    return _since(lesson) + _LONG_AGO


def _since(lesson: RegisteredLesson) -> date:
    return lesson.content.approved_on or date.max - _LONG_AGO


def related(
    session: Session, lessons: Iterable[RegisteredLesson], today: date
) -> tuple[RegisteredLesson, ...]:
    """The settled leerverslagen of other beraden with the same knelpunt, a theme or two values."""
    values = {_folded(value.name) for value in session.values} - {""}
    own = identities(session)
    subjects = {*map(_folded, session.lesson.theme_list)}
    subjects |= {_folded(session.lesson.bottleneck), _folded(session.signal.bottleneck)}
    return tuple(
        one
        for one in settled(lessons, today)
        if one.id not in own and (_shares(one, values) or _subjects(one) & (subjects - {""}))
    )


def _shares(lesson: RegisteredLesson, values: set[str]) -> bool:
    conflict = _folded(lesson.content.value_conflict)
    named = (value for value in values if re.search(rf"\b{re.escape(value)}\b", conflict))
    return sum(1 for _ in named) >= _SHARED_VALUES


def _subjects(lesson: RegisteredLesson) -> set[str]:
    content = lesson.content
    return {_folded(content.bottleneck), *map(_folded, content.theme_list)}


def _folded(text: str) -> str:
    return " ".join(fold(text).lower.split())
