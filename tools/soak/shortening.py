"""Making a list of steps that breaks a law shorter, as long as it keeps breaking the same one.

Delta debugging after Zeller and Hildebrandt: leave out ever smaller parts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def shortened(
    steps: Sequence[T],
    *,
    breaks: Callable[[Sequence[T]], bool],
    enough: Callable[[], bool] = lambda: False,
) -> list[T]:
    """Return a part of `steps`, in their order, that still breaks; `steps` themselves have to.

    Ends with a list from which no single step can be left out, or as soon as it is `enough`.
    """
    left = _last_part(list(steps), breaks, enough)
    parts = 2
    while len(left) > 1 and not enough():
        size = -(-len(left) // parts)
        for start in range(0, len(left), size):
            shorter = [*left[:start], *left[start + size :]]
            if shorter and not enough() and breaks(shorter):
                left, parts = shorter, max(2, parts - 1)
                break
        else:
            if size == 1:
                break
            parts = min(len(left), parts * 2)
    return left


def _last_part(
    steps: list[T], breaks: Callable[[Sequence[T]], bool], enough: Callable[[], bool]
) -> list[T]:
    """What broke a law at the end of a long walk mostly needs its last steps only."""
    size = 12
    while size < len(steps) and not enough():
        if breaks(steps[-size:]):
            return steps[-size:]
        size *= 4
    return steps
