"""One thing that is done on a walk, and the file in which a walk is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class At:
    """A control that can be found again: the how-manieth of its kind and name in sight.

    Attributes:
        kind: the class of the widget.
        name: its object name; many have none.
    """

    kind: str
    name: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind} {self.name} {self.number}".replace("  ", " ")


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done.

    Attributes:
        deed: which of the deeds.
        at: the control it is done with, for deeds that need one.
        how: what else the deed has to know; plain values only.
    """

    deed: str
    at: At | None = None
    how: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        parts = (self.deed, str(self.at or ""), *(f"{key}={self.how[key]}" for key in self.how))
        return " ".join(part for part in parts if part)


def line_of(step: Step) -> str:
    """One step as a line of a file."""
    return json.dumps(asdict(step), ensure_ascii=False)


def step_of(line: str) -> Step:
    """The step on a line. Raises ValueError or KeyError when there is none."""
    found = json.loads(line)
    at = found.get("at")
    return Step(deed=found["deed"], at=At(**at) if at else None, how=found.get("how", {}))


def read_steps(path: Path) -> list[Step]:
    """The steps in a file; the last line may have been cut off by a kill."""
    return list(_readable(path.read_text(encoding="utf-8").splitlines()))


def write_steps(path: Path, steps: Iterable[Step]) -> None:
    """Write these steps to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line_of(step)}\n" for step in steps), encoding="utf-8")


def _readable(lines: list[str]) -> Iterator[Step]:
    for number, line in enumerate(lines, start=1):
        try:
            yield step_of(line)
        except (ValueError, KeyError):
            if number < len(lines):
                raise
