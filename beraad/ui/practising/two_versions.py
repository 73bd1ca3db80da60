"""Cases of one's own with the same title: what is said of them, and keeping only one."""

from __future__ import annotations

from pathlib import Path

from beraad.training.own_cases import has_along, namesakes, version_of
from beraad.training.practice import PracticeCase

ONLY_THIS = "Houd alleen deze"


def told_of_versions(case: PracticeCase, sessions: Path) -> tuple[str, PracticeCase | None]:
    """What is said of others with this title, and the one that may go in the place of it."""
    match namesakes(case, sessions):
        case ():
            return "", None
        case (other,):
            along = " Wat je daar voor wie traint bij schreef, ook." if has_along(other) else ""
            version = version_of(other, sessions)
            return f"Er is er nog een die zo heet: {version}. Die blijft.{along}", other
        case others:
            return f"Er zijn er nog {len(others)} die zo heten. Die blijven.", None
