"""What somebody writes about a signal after it came into the register: read like any text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from hashlib import sha256

from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.find import Find
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import Fingerprint, RegisteredSignal

_CAME_THROUGH_THE_GATE = frozenset({"id", "content", "team", "week"})
"""What a signal is registered with; a field that is added is text of later, until it is named."""
_NEVER_LEAVES = frozenset({"answer_draft", "read"})


def later_texts(signal: RegisteredSignal) -> Iterator[str]:
    """Every text that was written about a signal after it passed the gate."""
    for field in fields(signal):
        if field.name in _CAME_THROUGH_THE_GATE | _NEVER_LEAVES:
            continue
        written = getattr(signal, field.name)
        if type(written) is str and written.strip():
            yield written


def places_in(text: str, lexicon: Lexicon | None, *, on: date) -> tuple[Find, ...]:
    """What in a text of the register may point to somebody, also what the gate is sure of."""
    return tuple(find(text, KnownNames.named(year=on.year), lexicon or shipped()))


def mark_of(signal: RegisteredSignal) -> Fingerprint:
    """The mark of what was written later, for who has read it: it changes with every sign."""
    return Fingerprint(sha256("\x1e".join(later_texts(signal)).encode()).hexdigest())


def open_places(signal: RegisteredSignal, lexicon: Lexicon | None = None) -> tuple[Find, ...]:
    """What may point to somebody in what was written later, as long as nobody read it so."""
    if signal.read == mark_of(signal):
        return ()
    return tuple(
        found
        for text in later_texts(signal)
        for found in places_in(text, lexicon, on=signal.answered_on or signal.registered_on)
    )
