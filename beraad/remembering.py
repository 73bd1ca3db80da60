"""Answers that are remembered for speed and hold words of a beraad: forgotten when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar


class _Remembers(Protocol):
    def cache_clear(self) -> None: ...


C = TypeVar("C", bound=_Remembers)

_FORGETTING: list[Callable[[], None]] = []


def of_a_beraad(cached: C) -> C:
    """Let what this function remembers be forgotten together with the beraad it was about."""
    _FORGETTING.append(cached.cache_clear)
    return cached


def with_the_beraad(forgetting: Callable[[], None]) -> Callable[[], None]:
    """Call this when a beraad is closed: it forgets what was remembered in another way."""
    _FORGETTING.append(forgetting)
    return forgetting


def forget() -> None:
    """Forget every answer about a beraad; the next time it is worked out again."""
    for forgetting in _FORGETTING:
        forgetting()
