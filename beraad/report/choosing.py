"""A line of a form on which somebody chooses: whether it has a cross, and what stands behind it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from beraad.report.asking import ANSWERS
from beraad.report.returned import CROSSES, TICK

_GOES_ON = ", want:"
STEMS: Final = tuple(label.removesuffix(_GOES_ON) for label in ANSWERS.ticks)
"""The choices, each without what asks to go on."""

_EMPTY_BOX = re.compile(r"[\[(]\s*[\])]")
_AROUND = "[](){}•·*-–—.:,"
"""What may stand with a box and says nothing."""


class Choice(NamedTuple):
    """What was done with one choice.

    Attributes:
        stem: as the form offers it, without what asks to go on.
        words: what was written behind it.
    """

    stem: str
    is_crossed: bool
    words: str


def choice_on(line: str) -> Choice | None:
    """The choice that a line offers; None for a line of somebody's own."""
    for stem in STEMS:
        before, found, rest = line.partition(stem)
        if found and not rest[:1].isalnum():
            marks = _EMPTY_BOX.sub(TICK, before)
            if not _are_marks(marks):
                continue
            words = rest.removeprefix(_GOES_ON)
            first, _, after = words.strip().partition(" ")
            is_crossed = TICK not in marks or not CROSSES.isdisjoint(_apart(marks))
            if not is_crossed and first in CROSSES:
                is_crossed, words = True, after
            return Choice(stem, is_crossed, words.strip(" ,;:–-"))
    return None


def _apart(marks: str) -> list[str]:
    return [one for each in marks.replace(TICK, " ").split() for one in (each, each.strip(_AROUND))]


def _are_marks(marks: str) -> bool:
    return all(not one.strip(_AROUND) or one.strip(_AROUND) in CROSSES for one in _apart(marks))


def is_untouched(line: str) -> bool:
    """Whether a line is a choice as it was printed, or a box alone."""
    found = choice_on(line)
    return line.strip() == TICK or (found is not None and not found.is_crossed and not found.words)
