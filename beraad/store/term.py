"""Beraden whose keep-until date has passed: offered, never acted on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.dates import full_date
from beraad.records import Id, PhaseKey, PrivateNote, Session, new_id
from beraad.store.audit import Action, is_believed, note
from beraad.store.catalog import Summary, summaries
from beraad.store.half_typed import keep_typed, typed_in, with_half_typed
from beraad.store.session_file import SessionFile

HELD_BACK = (
    "Beraad vraagt pas of het weg mag als het ook op een andere dag is gebruikt: zo wist een klok "
    "die verkeerd staat niets. Staat de klok goed, kijk dan morgen weer."
)
"""Why nothing is offered while the clock is not believed, and when it will be."""

_REASON = "draft.prolong"
"""Where a beraad keeps why it stays longer, until that is used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A beraad that is past the date that was agreed on.

    Attributes:
        days: for how many days.
    """

    line: Summary
    days: int


def due(folder: Path, today: date) -> tuple[Due, ...]:
    """The beraden past their date, the longest first; none while the clock is not believed."""
    found = past(folder, today)
    if not found or not is_believed(folder, today):
        return ()
    return found


def past(folder: Path, today: date) -> tuple[Due, ...]:
    """The same as the clock of this moment has it, whether it is believed or not."""
    found = [
        Due(line=line, days=(today - line.keep_until).days)
        for line in summaries(folder)
        if isinstance(line, Summary)
        and line.keep_until is not None
        and line.keep_until < today
        and not line.is_practice
    ]
    return tuple(sorted(found, key=lambda each: each.days, reverse=True))


def keep_reason(path: Path, reason: str) -> None:
    """Keep in the beraad itself what is being typed about why it stays longer. Raises Solvable."""
    keep_typed(path, _REASON, reason)


def reason_of(path: Path) -> str:
    """What was typed about why a beraad stays longer and was not used yet. Raises Solvable."""
    return typed_in(path, _REASON)


def prolong(path: Path, folder: Path, until: date, reason: str, *, now: datetime) -> None:
    """Keep a beraad longer, and write down why among what only the gespreksleider sees.

    Raises Solvable when there is no reason, the day is past, or it cannot be kept.
    """
    if not reason.strip():
        raise Solvable(
            "Schrijf op waarom jullie dit beraad langer bewaren.",
            kept="De datum is niet veranderd.",
        )
    if until <= now.astimezone().date():
        raise Solvable("Deze dag is al voorbij.", way_out="Kies een dag die nog komt.")
    with SessionFile.open(path) as file:
        file.keep(_prolonged(file.session, until, reason, now))
        note(folder, Action.PROLONGED, about=file.session.id, now=now)


def _prolonged(session: Session, until: date, reason: str, now: datetime) -> Session:
    today = full_date(now.astimezone().date())
    told = f"Op {today} langer bewaard, tot {full_date(until)}: {' '.join(reason.split())}"
    notes = session.private_notes
    mine = next((each for each in notes if each.phase is PhaseKey.CONCLUSION), None)
    if mine is None:
        added = PrivateNote(id=Id(new_id()), phase=PhaseKey.CONCLUSION, text=told)
        notes = (*notes, added)
    else:
        text = f"{mine.text.rstrip()}\n{told}".strip()
        notes = tuple(replace(each, text=text) if each is mine else each for each in notes)
    conclusion = replace(session.conclusion, keep_until=until)
    changed = replace(session, conclusion=conclusion, private_notes=notes)
    return with_half_typed(changed, _REASON, "")
