"""Making a long page a stretch at a time, so that a key comes between."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter


class Stretch:
    """Some time in which rows are made.

    Attributes:
        left: whether rows were left for the next stretch.
    """

    def __init__(self, seconds: float) -> None:
        self._until = perf_counter() + seconds
        self.left = False

    def is_over(self) -> bool:
        """Whether what is not made yet has to wait."""
        return perf_counter() > self._until


_at_hand: ContextVar[Stretch | None] = ContextVar("at_hand", default=None)


@contextmanager
def stretch(seconds: float) -> Generator[Stretch]:
    """Within this, lists make rows for so long; a list in sight, outside it, makes all of them."""
    made = Stretch(seconds)
    token = _at_hand.set(made)
    try:
        yield made
    finally:
        _at_hand.reset(token)


def leave_the_rest() -> bool:
    """Whether to leave the other rows for the next stretch; it is remembered that some are left."""
    now = _at_hand.get()
    if now is None or not now.is_over():
        return False
    now.left = True
    return True
