"""Making events, and finding out whether an event is what it says it is.

No clock decides about anything here. What came after what is known from `seen`: the last events
about the same thing that the writer knew. So it stays known when a file is missing, when a laptop
was copied, and whatever the order in which files are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from hashlib import sha256
from typing import Any, TypeGuard, cast
from uuid import uuid4

from beraad.phases.dates import monday_of
from beraad.records import Event, Id, Question, RegisteredSignal, Reply, SignalContent, Step
from beraad.signals.event_kind import EventKind
from beraad.signals.field_words import WORDS
from beraad.signals.payload import decoded, dumped, encoded, values_of

_AS_WRITTEN = json.JSONDecoder()

_LENGTH = 32
"""Hexadecimal characters of a mark: 128 bits of SHA-256."""

MARK = re.compile(r"[0-9a-f]{32}")
_ENTITY = re.compile(r"[0-9A-Za-z_-]{1,64}")
_KIND = re.compile(r"[a-z_]{1,32}")
MOST_SEEN = 64
"""More sides than one thing has that was changed on several laptops at once."""

_HEAD = re.compile(
    "\x1e".join(
        (
            MARK.pattern,
            "[1-9][0-9]*",
            _KIND.pattern,
            _ENTITY.pattern,
            f"(?:{MARK.pattern}(?:,{MARK.pattern}){{0,{MOST_SEEN - 1}}})?",
            f"(?:{MARK.pattern})?",
            MARK.pattern,
        )
    )
)
"""A whole head as its mark is made of it; none of its parts can hold what parts them."""

LONGEST_PAYLOAD = 2_000_000

_INSTEAD = "instead"
"""Where a step in other words names what was said first in its place."""
_STEP_ID = re.compile(r'[{,]"id":"([^"\\]*)"')
"""In a payload as we write it; within a text such signs would have a stroke before them."""
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


_OF_HEAD = tuple(field.name for field in fields(_Head))


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
    if _has_sound_head(found):  # The same as below, for what is hardly ever otherwise.
        return _wrong_payload(found)
    return next(_wrong_head(found), "") or _wrong_payload(found)


def _has_sound_head(found: Event) -> bool:
    """Whether nothing is wrong with a head, by one look at all of it."""
    seen, payload = found.seen, found.payload
    try:
        said = ",".join(seen)
        head = _said_of_head(
            found.device, found.seq, found.kind, found.entity, said, found.prev, found.payload_mark
        )
    except TypeError:
        return False
    return (
        _HEAD.fullmatch(head) is not None
        and len(said) == (_LENGTH + 1) * len(seen) - bool(seen)
        and bool(found.prev) == (found.seq > 1)
        and found.mark == mark_of(head)
        and (payload is None or found.payload_mark == mark_of(payload))
    )


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


def takes_nothing_away(about: Iterable[Event]) -> bool:
    """Whether nothing in all that is known of a signal asks that words of it go.

    Where that is not sure at a glance, it is no.
    """
    steps: set[str] = set()
    for each in about:
        if each.kind == EventKind.SIGNAL or each.payload is None:
            if each.kind == EventKind.ERASED:
                return False
        elif each.kind == EventKind.STEP:
            found = _STEP_ID.search(each.payload)
            if found is None or found[1] in steps:
                return False  # The same step once more: in other words, it may be.
            steps.add(found[1])
        else:
            return False
    return True


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
    head, content = _told_of_signal(found)
    return RegisteredSignal(id=found.entity, content=SignalContent(**content), **head)


def step_of(found: Event) -> Step:
    """The step that an event tells; raises ValueError when it tells none."""
    return decoded(Step, _said(found))


def _told_of_signal(found: Event) -> tuple[dict[str, Any], dict[str, Any]]:
    """What an event tells of a signal beside its content, and the content."""
    said = _said(found)
    content = said.get("content")
    if not isinstance(content, dict):
        raise _Unfit("content")
    head = values_of(_Head, {name: said[name] for name in _OF_HEAD if name in said})
    if head["week"]:
        _require_week(head["week"])
    return head, values_of(SignalContent, cast("dict[str, Any]", content))


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
        said = _read(payload)
    except (ValueError, RecursionError):
        raise _Unfit("payload") from None
    if not isinstance(said, dict):
        raise _Unfit("payload")
    return cast("dict[str, Any]", said)


def _read(payload: str) -> Any:
    """As `json.loads`, which first looks for room before and after; ours have none."""
    try:
        said, end = _AS_WRITTEN.raw_decode(payload)
    except ValueError:
        return json.loads(payload)
    return said if end == len(payload) else json.loads(payload)


def _wrong_payload(found: Event) -> str:
    """What a known kind of event lacks; of an unknown kind nothing is asked."""
    if found.payload is None:
        return ""
    if len(found.payload) > LONGEST_PAYLOAD:
        return "de inhoud is te lang"
    read = _READ.get(found.kind, _said)
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
    return mark_of(_said_of_head(device, seq, kind, entity, ",".join(seen), prev, payload_mark))


def _said_of_head(
    device: str, seq: int, kind: str, entity: str, seen: str, prev: str, payload_mark: str
) -> str:
    return f"{device}\x1e{seq}\x1e{kind}\x1e{entity}\x1e{seen}\x1e{prev}\x1e{payload_mark}"


_READ: Mapping[str, Callable[[Event], object]] = {
    EventKind.SIGNAL: _told_of_signal,
    EventKind.STEP: lambda found: values_of(Step, _said(found)),
    EventKind.PRACTICE: lambda found: practice_day_of(found.payload or ""),
    EventKind.JUDGED: judged_of,
    EventKind.ASKED: question_of,
    EventKind.REPLIED: reply_of,
}
"""What is asked of the payload of each kind that is known; of another only that it is a table.

Of signals and steps no records are made: most is looked at long before somebody looks at it.
"""
