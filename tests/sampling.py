"""What takes minutes to try whole: `make test` tries a sample, and `make walks` everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

Thing = TypeVar("Thing")

_PROGRAM = Path(__file__).parents[1] / "beraad"


@cache
def seed_of_the_program() -> str:
    """Another one once a line of the program changed; until then every run tries the same."""
    digest = sha256()
    for path in sorted(_PROGRAM.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Sample:
    """Says what is tried this time.

    Attributes:
        whole: everything is.
    """

    seed: str
    whole: bool = False

    def __str__(self) -> str:
        return "alles" if self.whole else f"zaad {self.seed}; alles met make walks"

    def takes(self, what: str, *, one_in: int) -> bool:
        """Whether this is tried; of many things about one in so many."""
        return self.whole or self._dice(what) % one_in == 0

    def some_of(self, things: Sequence[Thing], what: str) -> Sequence[Thing]:
        """One of these, or all; which one differs with what they are called together."""
        if self.whole or not things:
            return things
        at = self._dice(what) % len(things)
        return things[at : at + 1]

    def _dice(self, what: str) -> int:
        return int.from_bytes(sha256(f"{self.seed} {what}".encode()).digest()[:8])
