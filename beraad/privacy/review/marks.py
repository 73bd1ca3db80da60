"""What to underline while somebody writes: the same places that the review will ask about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find
from beraad.privacy.instead.replacing import fitted
from beraad.privacy.review.gate import Gate
from beraad.privacy.text.progress import Stopped
from beraad.records import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One place that may identify somebody.

    Attributes:
        in_report: what the verslag says there as things stand; empty when it stays for now.
        instead: what the writer can put there at once.
        is_general: `instead` says the same in general words, it takes nothing out.
    """

    find: Find
    in_report: str
    instead: str
    is_general: bool


Marks = Mapping[str, tuple[Mark, ...]]
"""By text: the places in it, in order and without overlap; also texts in which there are none."""


def marks(gate: Gate) -> Marks:
    """Return what to underline in every text of a beraad that may go out."""
    return {text: _in_text(gate, text) for text in gate.found}


def _in_text(gate: Gate, text: str) -> tuple[Mark, ...]:
    return tuple(_mark(gate, text, find) for find in gate.pointed_out(text))


def _mark(gate: Gate, text: str, find: Find) -> Mark:
    replacement = gate.replacement(find)
    general = "" if gate.decision(find) else find.generalised
    return Mark(
        find=find,
        in_report="" if gate.stays(find) else fitted(text, find, replacement),
        instead=fitted(text, find, general or replacement),
        is_general=bool(general),
    )


def read_marks(
    session: Session, unwanted: Callable[[], bool], lexicon: Lexicon | None = None
) -> Marks | None:
    """Return what to underline, or None when it was no longer wanted half-way.

    What was read by then, or for the gate, is not read again.
    """
    try:
        return marks(Gate.of(session, lexicon, goes_on=lambda _done, _total: not unwanted()))
    except Stopped:
        return None
