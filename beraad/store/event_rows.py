"""An event as the row it is kept as, and back."""

from __future__ import annotations

from typing import Any

from beraad.records import Event, Id

_COLUMNS = ("mark", "device", "seq", "kind", "entity", "seen", "prev", "payload", "payload_mark")
INSERT = f"INSERT INTO events ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - our own names


KNOWN = "SELECT mark FROM events WHERE mark IN"
"""Which events with these marks are there."""

TOLD_OF = "SELECT DISTINCT entity FROM events WHERE entity IN"
"""About which of these things there are events."""

_EMPTY = "payload IS NULL AND kind IN ('signal', 'step')"
_STAYS = "NOT EXISTS (SELECT 1 FROM events x WHERE x.entity = e.entity AND x.kind = 'erased')"
LACKING = f"SELECT DISTINCT entity FROM events e NOT INDEXED WHERE {_EMPTY} AND {_STAYS}"  # noqa: S608 - our own words
"""About what some words are gone, and nobody erased it; by the index every row would be sought."""

WORDLESS = (
    "SELECT entity FROM (SELECT entity FROM events EXCEPT SELECT id FROM signals) e "  # noqa: S608 - our own words
    f"WHERE EXISTS (SELECT 1 FROM events g WHERE g.entity = e.entity AND {_EMPTY}) AND {_STAYS}"
)
"""The signals of which nothing can be shown, and that nobody erased; an index sets most apart."""

SAID = "SELECT payload_mark FROM events WHERE entity IN"
"""By what marks of payloads something is told about these things."""

SINCE = "SELECT DISTINCT entity FROM (SELECT entity FROM events ORDER BY rowid LIMIT -1 OFFSET ?)"
"""About what the events are that came after so many; rows are numbered as they come."""

ERASED = "SELECT DISTINCT entity FROM events WHERE kind = 'erased' AND entity IN"
"""Which of these things were erased."""

ABOUT = "SELECT mark, entity FROM events WHERE mark IN"
"""What events with these marks are about."""

EMPTIED = "SELECT mark FROM events WHERE kind = 'step' AND payload IS NULL AND entity IN"
"""The steps about these things of which the words are gone."""


def row_of_event(made: Event) -> tuple[Any, ...]:
    """The columns of an event, as `INSERT` wants them."""
    return (
        made.mark,
        made.device,
        made.seq,
        str(made.kind),
        made.entity,
        ",".join(made.seen),
        made.prev,
        made.payload,
        made.payload_mark,
    )


def event_of(row: Any) -> Event:
    """The event in a row with the columns in their order."""
    mark, device, seq, kind, entity, seen, prev, payload, payload_mark = row
    return Event(
        device=device,
        seq=seq,
        kind=kind,
        entity=Id(entity),
        seen=tuple(seen.split(",")) if seen else (),
        prev=prev,
        payload=payload,
        payload_mark=payload_mark,
        mark=mark,
    )
