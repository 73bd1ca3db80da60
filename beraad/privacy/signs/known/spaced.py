"""Finds known names with their letters apart: "F.a.t.i.m.a", "Fati- ma", "F  a  t i m a"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.vocabulary import ORDINARY_WORDS
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.subjects import Subject
from beraad.privacy.text.page import Page

_SHORTEST = 5
"""Shorter words turn up across others: "de el"."""
_BETWEEN = r"[^\w\n]{0,3}\n?"


def spaced(page: Page, known: KnownNames) -> Iterator[tuple[int, int, tuple[Subject, ...]]]:
    """Yield where a name stands with something between its letters, with those who have it."""
    pattern = known.remembered(_apart)[""]
    if pattern is None:
        return
    for match in pattern.finditer(page.lower):
        core = re.sub(r"[\W_]", "", match[0])
        parts = re.split(r"[\W_]+", match[0])
        if len(parts) > 1 and known.by_core.keys().isdisjoint(parts):
            yield match.start(), match.end(), known.by_core[core]


def _apart(_: str, known: KnownNames) -> re.Pattern[str] | None:
    """A pattern for every name that is long enough; None when there is none."""
    cores = [
        core
        for core in known.by_core
        if len(core) >= _SHORTEST and core.isalpha() and core not in ORDINARY_WORDS
    ]
    if not cores:
        return None
    ways = "|".join(f"(?:{_BETWEEN}|_)".join(core) for core in sorted(cores))
    return re.compile(rf"(?<![^\W_])(?:{ways})(?![^\W_])")
