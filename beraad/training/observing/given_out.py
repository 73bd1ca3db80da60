"""The files that an observation was written as, to be given to who led."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from beraad import untrusted
from beraad.phases.phrasing import listed
from beraad.training.observing.notebook import LARGEST, throw_away


@dataclass(frozen=True, slots=True)
class GivenOut:
    """Where the observation with this identity was written to; it lies apart from that itself."""

    identity: str = ""
    names: tuple[Path, ...] = ()

    @property
    def there(self) -> tuple[Path, ...]:
        """Those that still lie where they were written, and are this observation."""
        return tuple(path for path in self.names if self._is_it(path))

    @property
    def elsewhere(self) -> tuple[Path, ...]:
        """Those that do not lie there any more: they were moved, or are on a stick."""
        return tuple(path for path in self.names if not _lies(path))

    @property
    def told(self) -> str:
        """What of it lies where, in words; empty when nothing was given."""
        said: list[str] = []
        if there := self.there:
            said.append(f"Wat je meegaf, ligt er nog: {listed(tuple(map(str, there)))}.")
        if moved := self.elsewhere:
            said.append(f"Wat je meegaf als {listed(tuple(map(str, moved)))}, ligt daar niet meer.")
        return " ".join(said)

    def take_away(self) -> None:
        """Throw away those that are there. Raises Solvable naming the first that cannot go."""
        for path in self.there:
            throw_away(path, f"{untrusted.shown(path.name)} in {path.parent}")

    def _is_it(self, path: Path) -> bool:
        with suppress(OSError, ValueError, RecursionError):
            head = json.loads(untrusted.begin_of(path, LARGEST).partition(b"\n")[0])
            return isinstance(head, dict) and {"id": self.identity}.items() <= head.items()
        return False


def _lies(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
