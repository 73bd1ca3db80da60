"""Making events, and finding out whether an event is what it says it is.

No clock decides about anything here. What came after what is known from `seen`: the last events
about the same thing that the writer knew. So it stays known when a file is missing, when a laptop
was copied, and whatever the order in which files are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar, cast
from uuid import uuid4

from beraad.phases.dates import monday_of
from beraad.records import Event, Id, Question, RegisteredSignal, Reply, SignalContent, Step
from beraad.remembering import of_a_beraad
from beraad.signals.event_kind import EventKind
from beraad.signals.field_words import WORDS
from beraad.signals.payload import decoded, dumped, encoded

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper  # pyright: ignore[reportPrivateUsage]

R = TypeVar("R")

_LENGTH = 32
"""Hexadecimal characters of a mark: 128 bits of SHA-256."""

MARK = re.compile(r"[0-9a-f]{32}")
_ENTITY = re.compile(r"[0-9A-Za-z_-]{1,64}")
_KIND = re.compile(r"[a-z_]{1,32}")
MOST_SEEN = 64
"""More sides than one thing has that was changed on several laptops at once."""

LONGEST_PAYLOAD = 2_000_000

_READ_TWICE = 4_000
"""Payloads of which is remembered what they said, for they are read twice: when they come, and when
the signal is made of them."""
_USUAL_PAYLOAD = 20_000
"""Characters of a payload that is remembered; a signal of a page has a quarter of that."""


_INSTEAD = "instead"
"""Where a step in other words names what was said first in its place."""
_BESIDE = "beside"
"""Where a text names the texts that stand beside it again, because a choice was taken back."""


LESSON = "les-"
"""What the identity of a leerverslag begins with in an event: that says only that it was erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What an event says of a signal beside its content."""

    team: str
    week: str
    registered_on: date


def event(
    *, device: str, seq: int, prev: str, kind: str, entity: Id, seen: Iterable[str], payload: str
) -> Event:
    """A new event of this laptop."""
    about = tuple(sorted(seen))
    payload_mark = mark_of(payload)
    return Event(
        device=device,
        seq=seq,
        kind=kind,
        entity=entity,
        seen=about,
        prev=prev,
        payload=payload,
        payload_mark=payload_mark,
        mark=_header_mark(device, seq, kind, entity, about, prev, payload_mark),
    )


def written_anew(
    old: Event, *, device: str, seq: int, prev: str, instead: Mapping[str, str]
) -> Event:
    """What an event says, written by this laptop under another identity; emptied stays emptied.

    `instead` gives the new marks of what was written anew before it.
    """
    seen = tuple(sorted(instead.get(mark, mark) for mark in old.seen))
    mark = _header_mark(device, seq, old.kind, old.entity, seen, prev, old.payload_mark)
    return replace(old, device=device, seq=seq, seen=seen, prev=prev, mark=mark)


def trouble_of(found: Event) -> str:
    """Why an event is not what it says it is, a few Dutch words; empty when it is."""
    return next(_wrong_head(found), "") or _wrong_payload(found)


def _wrong_head(found: Event) -> Iterator[str]:
    if not MARK.fullmatch(found.device):
        yield "het apparaat heeft geen kenmerk"
    if found.seq < 1:
        yield "het nummer klopt niet"
    if not _KIND.fullmatch(found.kind):
        yield "de soort klopt niet"
    if not _ENTITY.fullmatch(found.entity):
        yield "het kenmerk van het signaal klopt niet"
    if len(found.seen) > MOST_SEEN or not all(map(_is_mark, found.seen)):
        yield "“gezien” klopt niet"
    if bool(found.prev) != (found.seq > 1):
        yield "de vorige klopt niet"
    if found.payload is not None and mark_of(found.payload) != found.payload_mark:
        yield "de inhoud is veranderd"
    if found.mark != header_mark(found):
        yield "het kenmerk klopt niet"


def _is_mark(seen: object) -> TypeGuard[str]:
    """A database can hold more in a list than the text that belongs there."""
    return isinstance(seen, str) and MARK.fullmatch(seen) is not None


def header_mark(found: Event) -> str:
    """The mark that an event with these values has."""
    return _header_mark(
        found.device,
        found.seq,
        found.kind,
        found.entity,
        found.seen,
        found.prev,
        found.payload_mark,
    )


def mark_of(text: str) -> str:
    """The mark of a text."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:_LENGTH]


def new_device() -> str:
    """An identity for a laptop, by chance."""
    return uuid4().hex


def signal_payload(signal: RegisteredSignal, *, beside: Iterable[str] = ()) -> str:
    """What an event says that brings a signal into the register or writes it anew.

    `beside` are the marks of what other texts said that stand beside it, until somebody chooses.
    """
    marks = list(beside)
    head: dict[str, Any] = {
        "team": signal.team,
        "week": signal.week,
        "registered_on": signal.registered_on.isoformat(),
        "content": encoded(signal.content),
    }
    return _salted({**head, _BESIDE: marks} if marks else head)


def step_payload(step: Step, *, instead: str = "") -> str:
    """What an event says that adds a step, or writes it `instead` of an earlier event.

    That one is named by the mark of what it said, which stays when its words are erased and when
    its laptop takes another identity.
    """
    said = encoded(step)
    return _salted({**said, _INSTEAD: instead} if instead else said)


def place_of(found: Event) -> str:
    """The mark of what was said first where a step stands: by this event, or by an earlier one."""
    payload = found.payload
    if payload is None or f'"{_INSTEAD}":' not in payload:  # Hardly ever; and it is read once more.
        return found.payload_mark
    instead = _told(payload).get(_INSTEAD)
    return instead if _is_mark(instead) else found.payload_mark


def beside_of(found: Event) -> tuple[str, ...]:
    """The marks of what the texts said that stand beside the one that an event tells."""
    payload = found.payload
    if payload is None or f'"{_BESIDE}":' not in payload:
        return ()
    named = _told(payload).get(_BESIDE)
    marks = cast("list[object]", named) if isinstance(named, list) else []
    return tuple(each for each in marks[:MOST_SEEN] if _is_mark(each))


def erased_payload() -> str:
    """What an event says that erases what it is about."""
    return _salted({})


def practice_payload(made_on: date) -> str:
    """What the first event of an oefenregister says: the day on which it was made."""
    return _salted({"made_on": made_on.isoformat()})


def made_for_practice(events: Iterable[Event]) -> bool:
    """Whether these come from an oefenregister."""
    return any(each.kind == EventKind.PRACTICE for each in events)


def practice_day_of(payload: str) -> date:
    """The day on which an oefenregister was made; raises ValueError when it tells none."""
    try:
        return date.fromisoformat(json.loads(payload)["made_on"])
    except (LookupError, TypeError, RecursionError) as error:
        raise _Unfit("made_on") from error


def judged_payload(first: str, second: str, *, same: bool | None) -> str:
    """What an event says of two knelpunten, by their marks; None takes back what was said."""
    said = {"first": first, "second": second}
    return _salted(said if same is None else {**said, "same": same})


def judged_of(found: Event) -> tuple[str, str, bool | None]:
    """The marks of two knelpunten and what was said of them; raises ValueError when it is none."""
    said = _said(found)
    first, second, same = said.get("first"), said.get("second"), said.get("same")
    for name, mark in (("first", first), ("second", second)):
        if not isinstance(mark, str) or not MARK.fullmatch(mark):
            raise _Unfit(name)
    if not (same is None or isinstance(same, bool)):
        raise _Unfit("same")
    return str(first), str(second), same


def said_payload(said: Question | Reply) -> str:
    """What an event says that asks a question, or answers one."""
    return _salted(encoded(said))


def question_of(found: Event) -> Question:
    """The question that an event asks; raises ValueError when it asks none."""
    return decoded(Question, _said(found))


def reply_of(found: Event) -> Reply:
    """What an event answers to a question; raises ValueError when it answers none."""
    reply = decoded(Reply, _said(found))
    _require_week(reply.week)
    return reply


def signal_of(found: Event) -> RegisteredSignal:
    """The signal without steps that an event tells; raises ValueError when it tells none."""
    return replace(_once(_signal_in, found.payload or ""), id=found.entity)


def step_of(found: Event) -> Step:
    """The step that an event tells; raises ValueError when it tells none."""
    return _once(_step_in, found.payload or "")


def forget_read() -> None:
    """Forget what payloads said."""
    _signal_in.cache_clear()
    _step_in.cache_clear()


def _once(reading: _lru_cache_wrapper[R], payload: str) -> R:
    """What a payload says, and not again what it said the last time."""
    return reading(payload) if len(payload) <= _USUAL_PAYLOAD else reading.__wrapped__(payload)


@of_a_beraad
@lru_cache(maxsize=_READ_TWICE)
def _signal_in(payload: str) -> RegisteredSignal:
    """The signal that a payload tells, as yet without its identity."""
    said = _told(payload)
    content = said.get("content")
    if not isinstance(content, dict):
        raise _Unfit("content")
    flat = {name: said[name] for name in ("team", "week", "registered_on") if name in said}
    head = decoded(_Head, flat)
    if head.week:
        _require_week(head.week)
    return RegisteredSignal(
        id=Id(""),
        content=decoded(SignalContent, cast("dict[str, Any]", content)),
        team=head.team,
        week=head.week,
        registered_on=head.registered_on,
    )


@of_a_beraad
@lru_cache(maxsize=_READ_TWICE)
def _step_in(payload: str) -> Step:
    return decoded(Step, _told(payload))


class _Unfit(ValueError):
    """A field of a payload is of another kind; the message is its name."""


def _require_week(week: str) -> None:
    try:
        monday_of(week)
    except ValueError:
        raise _Unfit("week") from None


def _said(found: Event) -> dict[str, Any]:
    return _told(found.payload or "")


def _told(payload: str) -> dict[str, Any]:
    try:
        said = json.loads(payload)
    except (ValueError, RecursionError):
        raise _Unfit("payload") from None
    if not isinstance(said, dict):
        raise _Unfit("payload")
    return cast("dict[str, Any]", said)


def _wrong_payload(found: Event) -> str:
    """What a known kind of event lacks; of an unknown kind nothing is asked."""
    if found.payload is None:
        return ""
    if len(found.payload) > LONGEST_PAYLOAD:
        return "de inhoud is te lang"
    read: Callable[[Event], object] = _READ.get(found.kind, _said)
    try:
        read(found)
    except ValueError as wrong:
        return f"de inhoud is niet te lezen ({WORDS.get(str(wrong), 'onbekend')})"
    return ""


def _salted(said: dict[str, Any]) -> str:
    """With something by chance: what was erased cannot be guessed from its mark."""
    return dumped({**said, "zout": uuid4().hex})


def _header_mark(
    device: str,
    seq: int,
    kind: str,
    entity: str,
    seen: tuple[str, ...],
    prev: str,
    payload_mark: str,
) -> str:
    return mark_of(
        "\x1e".join((device, str(seq), kind, entity, ",".join(seen), prev, payload_mark))
    )


_READ: Mapping[str, Callable[[Event], object]] = {
    EventKind.SIGNAL: signal_of,
    EventKind.STEP: step_of,
    EventKind.PRACTICE: lambda found: practice_day_of(found.payload or ""),
    EventKind.JUDGED: judged_of,
    EventKind.ASKED: question_of,
    EventKind.REPLIED: reply_of,
}
"""What is asked of the payload of each kind that is known; of another only that it is a table."""
