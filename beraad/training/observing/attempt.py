"""What who led tries in the next beraad: one thing in one's own words, beside the oefeningen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable
from beraad.records import Id, PhaseKey
from beraad.report.files import write
from beraad.storable import storable
from beraad.store.places import practice_folder, prepare
from beraad.store.practice_rest import ATTEMPT, OF
from beraad.store.shredding import shred
from beraad.training.coaching import Takeaway

_FIELDS = ("probeer", "wanneer", "ronde", "merk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What is tried, in which ronde, and how it will be noticed."""

    attempt: str
    when: str
    phase: PhaseKey
    noticed_by: str


def take_along(folder: Path, takeaway: Takeaway, of: Id) -> None:
    """Put it ready for the next opening; an earlier one makes way. Raises Solvable.

    It says `of` which oefening it was made: with that it is erased.
    """
    said = (takeaway.attempt, takeaway.when, takeaway.phase.value, takeaway.noticed_by)
    prepare(practice_folder(folder))
    told = {**dict(zip(_FIELDS, said, strict=True)), OF: of}
    data = json.dumps(told, indent=1).encode()
    write(practice_folder(folder) / ATTEMPT, data, replace=True)


def taken_along(folder: Path) -> Attempt | None:
    """What stands ready; None when there is nothing, or it cannot be read."""
    try:
        said = json.loads(untrusted.read_text(practice_folder(folder) / ATTEMPT))
        texts = [said[name] for name in _FIELDS]
        if not all(isinstance(text, str) for text in texts):
            return None
        attempt, when, phase, noticed_by = map(storable, texts)
        return Attempt(attempt=attempt, when=when, phase=PhaseKey(phase), noticed_by=noticed_by)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def put_away(folder: Path) -> None:
    """Let it stand ready no longer. Raises Solvable when that fails."""
    try:
        shred(practice_folder(folder) / ATTEMPT)
    except OSError as error:
        raise Solvable(
            f"Je probeerpunt is niet weg te halen: {untrusted.why(error)}.",
            kept="Het staat er nog.",
        ) from error
