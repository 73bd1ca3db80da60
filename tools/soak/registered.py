"""A plain model of the register: what may become of what stands in it, and by which deed.

Of what was written only marks are kept, so that a register can be written down beside a walk and
looked at again after a kill.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields

from beraad.records import RegisteredLesson, RegisteredSignal

_NEXT = {
    "draft": {"passed_on"},
    "passed_on": {"received", "answered", "closed"},
    "received": {"answered", "closed"},
    "answered": {"closed", "passed_on"},
    "closed": {"passed_on"},
}
"""What a signal can become, as the handleiding tells it."""

_ASKS = {
    "to-passed_on": "status", "to-received": "status", "to-answered": "status",
    "to-closed": "status", "answer-read": "answer", "register": "put", "approve": "put",
    "remove": "remove",
}  # fmt: skip
"""What the buttons ask of the register, by their names."""

Plain = dict[str, dict[str, dict[str, str]]]
"""Signals and lessons, by their identity, as plain fields."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a step asks of the register.

    Attributes:
        what: a status, an answer, to put or remove something; "anything" when nobody can tell, and
            empty when it asks nothing.
        typed: marks of what stands in the fields for an answer; None when nobody looked.
    """

    what: str = ""
    typed: frozenset[str] | None = None

    def lets(self, *wanted: str) -> bool:
        """Whether this may be what was asked."""
        return self.what == "anything" or self.what in wanted


def plain(signals: tuple[RegisteredSignal, ...], lessons: tuple[RegisteredLesson, ...]) -> Plain:
    """A register as the model knows it."""
    return {
        "signals": {
            each.id: {
                "status": each.status.value,
                "answer": mark(each.answer),
                "draft": mark(each.answer_draft),
                "content": mark(repr((each.content, each.team, each.week))),
                "begun": mark(repr(each.registered_on)),
            }
            for each in signals
        },
        "lessons": {each.id: {"content": mark(repr(_all_of(each)))} for each in lessons},
    }


def mark(text: str) -> str:
    """A mark of a text that holds nothing of it; empty for no text."""
    given = text.strip()
    return hashlib.sha256(given.encode(errors="surrogatepass")).hexdigest()[:16] if given else ""


def asked_by(deed: str, name: str) -> str:
    """What a step asks of the register, by its deed and the control it is done with."""
    if deed == "klik":
        return _ASKS.get(name, "")
    return "anything" if deed in {"toets", "bovenop", "dialoog", "regel"} else ""


def wrong_in_register(before: Plain, after: Plain, asked: Asked) -> str:
    """What is otherwise than this step may make it, by kind; empty when all is well."""
    gone = before["signals"].keys() - after["signals"].keys()
    if gone:
        return "een signaal is weg"
    if before["lessons"].keys() - after["lessons"].keys() and not asked.lets("remove"):
        return "een leerverslag is weg"
    for identity, lesson in after["lessons"].items():
        if before["lessons"].get(identity) != lesson and not asked.lets("put"):
            return "een leerverslag veranderde"
    for identity, signal in after["signals"].items():
        earlier = before["signals"].get(identity)
        trouble = _wrong_new(signal, asked) if earlier is None else _wrong(earlier, signal, asked)
        if trouble:
            return trouble
    return ""


def _wrong_new(signal: dict[str, str], asked: Asked) -> str:
    if not asked.lets("put"):
        return "een signaal kwam erbij"
    fresh = signal["status"] == "draft" and not signal["answer"] and not signal["draft"]
    return "" if fresh or asked.typed is None else "een nieuw signaal heeft al een antwoord"


def _wrong(before: dict[str, str], after: dict[str, str], asked: Asked) -> str:
    changed = {name for name in before if before[name] != after[name]}
    if "begun" in changed:
        return "de dag van een signaal veranderde"
    if "content" in changed and not asked.lets("put"):
        return "de tekst van een signaal veranderde"
    if "status" in changed:
        if not asked.lets("status"):
            return "een status veranderde"
        if after["status"] not in _NEXT[before["status"]] and asked.typed is not None:
            return f"een signaal ging van {before['status']} naar {after['status']}"
    return _wrong_answer(after, changed, asked)


def _wrong_answer(after: dict[str, str], changed: set[str], asked: Asked) -> str:
    answered = "status" in changed and after["status"] == "answered"
    if "answer" in changed:
        if not asked.lets("status", "answer"):
            return "een antwoord veranderde"
        if not after["answer"]:
            return "een antwoord is weg"
        if asked.typed is not None and after["answer"] not in asked.typed:
            return "een antwoord is een ander dan getypt werd"
    if answered and not after["answer"]:
        return "beantwoord zonder antwoord"
    if "draft" in changed and asked.typed is not None:
        noted = not after["draft"] and (asked.lets("status", "answer") or "" in asked.typed)
        if not noted and after["draft"] not in asked.typed:
            return (
                "een antwoord dat getypt werd is weg"
                if not after["draft"]
                else ("een begonnen antwoord is een ander dan getypt werd")
            )
    return ""


def _all_of(lesson: RegisteredLesson) -> list[object]:
    return [getattr(lesson, field.name) for field in fields(lesson)]
