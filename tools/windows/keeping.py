"""Which files of a wheel go into the folder: a list with a reason for each line, in keep.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from tools.windows.places import HERE

_QT = "PySide6/"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of paths, and why it is there; `unless` is a pattern that it does not hold for."""

    path: str
    why: str
    unless: str = ""

    def holds_for(self, path: str) -> bool:
        """Whether this is about that file."""
        return fnmatchcase(path, self.path) and not fnmatchcase(path, self.unless)


@dataclass(frozen=True, slots=True)
class Rules:
    """What is kept of Qt, and what is left of everything."""

    qt: tuple[Rule, ...]
    leave: tuple[Rule, ...]

    def kept(self, path: str) -> bool:
        """Whether a file of site-packages goes along."""
        if any(rule.holds_for(path) for rule in self.leave):
            return False
        return not path.startswith(_QT) or any(rule.holds_for(path) for rule in self.qt)

    def idle(self, paths: Iterable[str]) -> list[str]:
        """The patterns that are about none of these files, and so say something that is untrue."""
        every = list(paths)
        return [
            rule.path
            for rule in (*self.qt, *self.leave)
            if not any(rule.holds_for(path) for path in every)
        ]


def read_rules(listed: Path = HERE / "keep.toml") -> Rules:
    """The rules of a keep.toml."""
    told = tomllib.loads(listed.read_text(encoding="utf-8"))
    qt, leave = (tuple(Rule(**each) for each in told[key]) for key in ("qt", "leave"))
    return Rules(qt, leave)
