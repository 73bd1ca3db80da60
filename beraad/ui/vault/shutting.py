"""Screens that words of their own opened: they are shut also where the folder is no open vault."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from beraad.errors import Solvable


@runtime_checkable
class Shuts(Protocol):
    """A screen that shows nothing until its own words are given, and can ask for them again."""

    @property
    def is_open(self) -> bool:
        """Whether something stands on it, or can, that those words opened."""
        ...

    def shut(self) -> Solvable | None:
        """Keep what was typed and show nothing any more; what went wrong, and it is open still."""
        ...


def open_among(screens: Iterable[object]) -> tuple[Shuts, ...]:
    """Those of these screens that have to be shut."""
    return tuple(each for each in screens if isinstance(each, Shuts) and each.is_open)
