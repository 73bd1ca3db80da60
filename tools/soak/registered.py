"""A plain model of the register: what may become of what stands in it, and by which deed.

Of what was written only marks are kept, so that a register can be written down beside a walk and
looked at again after a kill.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields

from beraad.records import RegisteredLesson, RegisteredSignal

_ASKS = {
    "keep-step": "step", "undo-step": "step", "choose": "step", "register": "put", "approve": "put",
    "remove": "remove",
}  # fmt: skip
"""What the buttons ask of the register, by their names."""

Plain = dict[str, dict[str, dict[str, str]]]
"""Signals with their steps, and lessons, by their identity, as plain fields."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a step asks of the register.

    Attributes:
        what: to add a step, to put or remove something; "anything" when nobody can tell, and empty
            when it asks nothing.
        typed: marks of what stands in the fields of a step; None when nobody looked.
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
                "content": mark(repr((each.content, each.team, each.week))),
                "begun": mark(repr(each.registered_on)),
            }
            for each in signals
        },
        "steps": {
            step.id: {
                "of": each.id,
                "kind": step.kind.value,
                "words": mark(step.words),
                "all": mark(repr(step)),
            }
            for each in signals
            for step in each.steps
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
        if earlier is None and not asked.lets("put"):
            return "een signaal kwam erbij"
        if earlier is not None and (trouble := _wrong(earlier, signal, asked)):
            return trouble
    return _wrong_steps(before["steps"], after["steps"], asked)


def _wrong(before: dict[str, str], after: dict[str, str], asked: Asked) -> str:
    if before["begun"] != after["begun"]:
        return "de dag van een signaal veranderde"
    if before["content"] != after["content"] and not asked.lets("put"):
        return "de tekst van een signaal veranderde"
    return ""


def _wrong_steps(
    before: dict[str, dict[str, str]], after: dict[str, dict[str, str]], asked: Asked
) -> str:
    """Steps are only added to, by who asks for it, and say what was typed."""
    if before.keys() - after.keys():
        return "een stap is weg"
    if any(after[identity] != step for identity, step in before.items()):
        return "een stap veranderde"
    added = [after[identity] for identity in after.keys() - before.keys()]
    if added and not asked.lets("step"):
        return "een stap kwam erbij"
    if len({step["of"] for step in added}) > 1 and asked.what == "step":
        return "een stap kwam bij meer signalen"
    for step in added:
        if asked.typed is not None and step["words"] and step["words"] not in asked.typed:
            return "een stap zegt iets anders dan getypt werd"
    return ""


def _all_of(lesson: RegisteredLesson) -> list[object]:
    return [getattr(lesson, field.name) for field in fields(lesson)]
