"""What the start screen tells about the folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from beraad.store.catalog import older_copies, summaries
from beraad.store.places import is_synchronised, practice_folder, register_path
from beraad.store.register_summary import RegisterSummary, register_summary
from beraad.ui.start.listing import Row, row_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything in a folder, in words.

    Attributes:
        rows: the beraden, then the oefeningen; each the latest first.
        signals: how many wait for an answer; empty when there are none.
        service: the sync service that the folder lies in; None when none is recognised.
    """

    rows: tuple[Row, ...]
    signals: str
    service: str | None


def overview(folder: Path, *, today: date) -> Overview:
    """Read what lies in the folder. Raises Solvable."""
    lines = (*summaries(folder), *summaries(practice_folder(folder)))
    copies = older_copies(lines)
    return Overview(
        rows=tuple(row_of(line, today=today, is_copy=line.path in copies) for line in lines),
        signals=_signals(register_summary(register_path(folder, practice=False), today)),
        service=is_synchronised(folder),
    )


def _signals(counted: RegisterSummary) -> str:
    if not counted.total:
        return ""
    late = f", {counted.late} te laat" if counted.late else ""
    waits = "wacht" if counted.waiting == 1 else "wachten"
    return f"{counted.waiting} {waits} op antwoord{late}"
