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
from beraad.records import Fingerprint, Question, RegisteredSignal, Reply, Step

Later = Step | Question | Reply
"""What is written after a signal came into the register, and beside signals."""

_NO_TEXT = frozenset({"id", "about", "read", "question", "team", "week"})
"""A field that is added to one of these is text of people, until it is named here."""


def later_texts(step: Later) -> Iterator[str]:
    """Every text that was written with a step, a question or a reply."""
    for field in fields(step):
        written = getattr(step, field.name)
        if field.name not in _NO_TEXT and type(written) is str and written.strip():
            yield written


def places_in(text: str, lexicon: Lexicon | None, *, on: date) -> tuple[Find, ...]:
    """What in a text of the register may point to somebody, also what the gate is sure of."""
    return tuple(find(text, KnownNames.named(year=on.year), lexicon or shipped()))


def mark_of(step: Later) -> Fingerprint:
    """The mark of what was written with a step, for who has read it: it changes with every sign."""
    return Fingerprint(sha256("\x1e".join(later_texts(step)).encode()).hexdigest())


def open_in_step(step: Later, lexicon: Lexicon | None = None) -> tuple[Find, ...]:
    """What may point to somebody in it, as long as nobody read it so."""
    texts = tuple(later_texts(step))
    if not texts or step.read == mark_of(step):
        return ()
    return tuple(found for text in texts for found in places_in(text, lexicon, on=step.on))


def open_steps(signal: RegisteredSignal, lexicon: Lexicon | None = None) -> tuple[Step, ...]:
    """The steps of a signal in which somebody may be recognised, and that nobody read so."""
    return tuple(step for step in signal.steps if open_in_step(step, lexicon))


def open_places(signal: RegisteredSignal, lexicon: Lexicon | None = None) -> tuple[Find, ...]:
    """What may point to somebody in what was written later, as long as nobody read it so.

    Also in a step that was withdrawn: it stays in the register, and goes where the register goes.
    """
    return tuple(found for step in signal.steps for found in open_in_step(step, lexicon))
