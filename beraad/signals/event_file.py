"""Events as lines of text, for a file that laptops hand each other.

One JSON object a line: first what it is, then the events of one laptop in order, and at the end how
many there were, so that half a file is known for one. Whatever is wrong is told by its line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from beraad.records import Event, Id
from beraad.signals.chain import Chain
from beraad.signals.events import MARK

VERSION = 1
LONGEST_LINE = 3_000_000
"""Bytes of one line; a step has a thousandth of that."""

_LETTERS = {
    "device": "apparaat",
    "seq": "nummer",
    "kind": "soort",
    "entity": "over",
    "seen": "gezien",
    "prev": "vorige",
    "payload": "inhoud",
    "payload_mark": "inhoud_kenmerk",
    "mark": "kenmerk",
}

_TEXTS = ("device", "kind", "entity", "prev", "payload_mark", "mark")


class Unsound(ValueError):
    """A file is not what it says it is.

    Attributes:
        place: the line, from 1; 0 when it is about the file as a whole.
        why: a few Dutch words, with nothing of what stands there.
    """

    def __init__(self, place: int, why: str) -> None:
        self.place = place
        self.why = why
        super().__init__(f"regel {place}: {why}" if place else why)


class Newer(Unsound):
    """A file of a newer Beraad than this one: only this one can be brought up to it."""


def written(events: Iterable[Event], device: str) -> bytes:
    """The file of a laptop."""
    lines = [_dumped({"beraad-register": VERSION, "apparaat": device})]
    lines += (_dumped(_of_event(each)) for each in events)
    lines.append(_dumped({"einde": len(lines) - 1}))
    return ("\n".join(lines) + "\n").encode()


def read(lines: Iterable[bytes]) -> Iterator[Event]:
    """The events in the lines of a file, each found sound; raises Unsound.

    Nothing of a file can be kept before all of it was read: only the last line tells that it is
    whole.
    """
    reading = _Reading()
    place = 0
    for place, raw in enumerate(lines, start=1):
        said = _object(raw, place)
        if place == 1:
            _require_head(said)
        elif reading.ended:
            raise Unsound(place, "er staat iets na het einde")
        elif "einde" in said:
            reading.end(said, place)
        else:
            yield reading.event(said, place)
    if not reading.ended:
        raise Unsound(place, "het bestand is niet heel: het einde ontbreekt")


class _Reading:
    """What was read of one file so far."""

    def __init__(self) -> None:
        self.ended = False
        self._chain = Chain()

    def event(self, said: dict[str, Any], place: int) -> Event:
        found = _event(said, place)
        if why := self._chain.why_not(found):
            raise Unsound(place, why)
        return found

    def end(self, said: dict[str, Any], place: int) -> None:
        if said["einde"] != self._chain.taken or isinstance(said["einde"], bool):
            raise Unsound(place, "het aantal klopt niet")
        self.ended = True


def _object(raw: bytes, place: int) -> dict[str, Any]:
    if len(raw) > LONGEST_LINE:
        raise Unsound(place, "de regel is te lang")
    if not raw.endswith(b"\n"):
        raise Unsound(place, "de regel is niet heel")
    try:
        said = json.loads(raw.decode())
    except (ValueError, RecursionError):
        raise Unsound(place, "de regel is niet te lezen") from None
    if not isinstance(said, dict):
        raise Unsound(place, "de regel is geen gegeven van een register")
    return cast("dict[str, Any]", said)


def _require_head(said: dict[str, Any]) -> None:
    version = said.get("beraad-register")
    if not isinstance(version, int) or isinstance(version, bool):
        raise Unsound(1, "het is geen register van Beraad")
    if version > VERSION:
        raise Newer(1, "het is gemaakt met een nieuwere versie van Beraad")
    device = said.get("apparaat")
    if version < 1 or not isinstance(device, str) or not MARK.fullmatch(device):
        raise Unsound(1, "het is geen register van Beraad")


def _of_event(each: Event) -> dict[str, Any]:
    return {dutch: getattr(each, name) for name, dutch in _LETTERS.items()}


def _event(said: dict[str, Any], place: int) -> Event:
    texts = {name: said.get(_LETTERS[name]) for name in _TEXTS}
    seq, seen, payload = (said.get(_LETTERS[name]) for name in ("seq", "seen", "payload"))
    listed = cast("list[Any]", seen) if isinstance(seen, list) else None
    if (
        listed is None
        or not all(isinstance(each, str) for each in (*texts.values(), *listed))
        or not isinstance(seq, int)
        or isinstance(seq, bool)
        or not (payload is None or isinstance(payload, str))
    ):
        raise Unsound(place, "er ontbreekt iets, of het is van een andere soort")
    entity = Id(str(texts.pop("entity")))
    plain = {name: str(text) for name, text in texts.items()}
    return Event(seq=seq, seen=tuple(map(str, listed)), payload=payload, entity=entity, **plain)


def _dumped(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=True, separators=(",", ":"))
