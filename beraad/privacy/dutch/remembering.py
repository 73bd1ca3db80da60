"""What was worked out once about a word need not be worked out again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_MOST = 20_000


class Remembered(dict[K, V]):
    """Answers by what was asked; one that is not there yet is worked out.

    Everything is forgotten when there are too many, so that memory has a limit.
    """

    __slots__ = ("_work_out",)

    def __init__(self, work_out: Callable[[K], V]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, asked: K) -> V:
        if len(self) >= _MOST:
            self.clear()
        answer = self[asked] = self._work_out(asked)
        return answer
