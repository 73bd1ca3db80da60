"""Signals of a beraad of which the register holds other words than the beraad."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from beraad.privacy.clean import clean_signal
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.registering import found_of, written_signals
from beraad.records import Id, RegisteredSignal, Session, SignalContent, SignalLink
from beraad.store.register import Register


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the written signals of a beraad, by what the beraad knows each by.

    Attributes:
        lacking: those that never came into the register.
        there: what the register holds of each that did.
    """

    lacking: frozenset[Id]
    there: Mapping[Id, RegisteredSignal]


def standing_of(session: Session, path: Path) -> Standing:
    """How it stands with these signals in the register. Raises Solvable.

    One that was erased there may not come back: it is not lacking.
    """
    written = written_signals(session)
    if not path.exists():
        return Standing(frozenset(written), {})
    with Register.open(path) as register:
        found = {each: found_of(session, each, register) for each in written}
    return Standing(
        frozenset(
            each
            for each, known in found.items()
            if known is None or (known.signal is None and not known.erased)
        ),
        {each: known.signal for each, known in found.items() if known and known.signal},
    )


class Apart(NamedTuple):
    """What a signal says in the beraad, as it would go out, and what the register says of it."""

    here: SignalContent
    there: SignalContent


def differing_among(
    session: Session, there: Mapping[Id, RegisteredSignal], lexicon: Lexicon | None = None
) -> dict[Id, Apart]:
    """Both, of each of these signals that says something else in the beraad."""
    found = {
        each: Apart(clean_signal(own, lexicon).content, there[each].content)
        for each, own in _at_hand_in_turn(session)
        if each in there
    }
    return {each: apart for each, apart in found.items() if apart.here != apart.there}


def differing(session: Session, path: Path, lexicon: Lexicon | None = None) -> dict[Id, Apart]:
    """Both, of each signal of a beraad that says something else in the register.

    None of an oefening. Raises Solvable when the register cannot be read.
    """
    if session.is_practice:
        return {}
    return differing_among(session, standing_of(session, path).there, lexicon)


def _at_hand_in_turn(session: Session) -> Iterator[tuple[Id, Session]]:
    """The beraad with each of its signals at hand: the gate reads that one."""
    yield session.signal_at_hand, session
    for other in session.other_signals:
        link = SignalLink(signal_id=other.id)
        yield other.id, replace(session, signal=other.content, signal_link=link, other_signals=())
