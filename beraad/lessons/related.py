"""Earlier leerverslagen about the same conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable

from beraad.lessons.identity import identities
from beraad.privacy.dutch.folding import fold
from beraad.records import RegisteredLesson, Session

_SHARED_VALUES = 2
"""How many values two beraden share before they are about the same conflict."""


def related(session: Session, lessons: Iterable[RegisteredLesson]) -> tuple[RegisteredLesson, ...]:
    """The leerverslagen of other beraden with two of the same values, a theme or the knelpunt."""
    values = {_folded(value.name) for value in session.values} - {""}
    own = identities(session)
    subjects = {*map(_folded, session.lesson.theme_list)}
    subjects |= {_folded(session.lesson.bottleneck), _folded(session.signal.bottleneck)}
    return tuple(
        one
        for one in lessons
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
