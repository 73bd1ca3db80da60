"""An event as the row it is kept as, and back."""

from __future__ import annotations

from typing import Any

from beraad.records import Event, Id


def row_of_event(made: Event) -> dict[str, Any]:
    """The columns of an event."""
    return {
        "mark": made.mark,
        "device": made.device,
        "seq": made.seq,
        "kind": str(made.kind),
        "entity": made.entity,
        "seen": ",".join(made.seen),
        "prev": made.prev,
        "payload": made.payload,
        "payload_mark": made.payload_mark,
    }


def event_of(row: Any) -> Event:
    """The event in a row."""
    return Event(
        device=row.device,
        seq=row.seq,
        kind=row.kind,
        entity=Id(row.entity),
        seen=tuple(row.seen.split(",")) if row.seen else (),
        prev=row.prev,
        payload=row.payload,
        payload_mark=row.payload_mark,
        mark=row.mark,
    )
