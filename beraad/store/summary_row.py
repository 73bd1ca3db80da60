"""The row that the list of beraden is made of."""

from __future__ import annotations

from datetime import datetime

from beraad.phases.rondes import PHASES
from beraad.records import Session
from beraad.store.changes import Row


def summary_row(session: Session, *, changed_at: datetime) -> Row:
    """What the list shows of a beraad, kept in the same transaction as the beraad itself."""
    opening = session.opening
    return {
        "position": 0,
        "id": session.id,
        "title": opening.title,
        "team": opening.team,
        "held_on": opening.held_on,
        "setting": opening.setting,
        "phase": session.progress.phase,
        "keep_until": session.conclusion.keep_until,
        "changed_at": changed_at,
        "is_practice": session.is_practice,
        "filled": " ".join(phase.key for phase in PHASES if phase.started(session)),
    }
