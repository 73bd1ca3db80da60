"""Something that changed in the register, as it is kept and handed on between laptops."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.records.identity import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One change; it is never altered, and only its payload can be emptied.

    Attributes:
        device: the laptop that wrote it; by chance, and nobody's name.
        seq: its number among the events of that laptop, from 1.
        kind: what kind of change; a later version may know others.
        entity: what it is about.
        seen: marks of the last events about the same thing that the writer knew, in order.
        prev: mark of the event before it of the same laptop; empty for the first.
        payload: what changed, as JSON; None when it was erased.
        payload_mark: mark of the payload, so that the chain holds without it.
        mark: of all of the above but the payload; the event is known by it.
    """

    device: str
    seq: int
    kind: str
    entity: Id
    seen: tuple[str, ...]
    prev: str
    payload: str | None
    payload_mark: str
    mark: str
