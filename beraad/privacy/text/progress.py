"""Long reading in steps, so that somebody can see how far it is and stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

GoesOn: TypeAlias = Callable[[int, int], bool]
"""Told how much is done and of how much; answers whether reading goes on."""


class Stopped(Exception):
    """Whoever asked does not want the answer any more."""


def always(_done: int, _total: int) -> bool:
    """Read to the end."""
    return True


@dataclass(slots=True)
class Steps:
    """Counts what is done of a total."""

    goes_on: GoesOn
    total: int
    counted: int = 0

    def had(self, more: int) -> None:
        """Count what was done before; nobody is asked, for it takes no time."""
        self.counted += more

    def done(self, more: int) -> None:
        """Count this as done. Raises Stopped when reading does not go on."""
        self.counted += more
        if not self.goes_on(self.counted, self.total):
            raise Stopped
