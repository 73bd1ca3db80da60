"""By what the answer form of a signal is known when it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from beraad.records import Id, SignalLine
from beraad.signals.told_back import goes_on_in

_MARK = 12
"""Signs of a mark: enough to tell the signals of a municipality apart."""


def form_mark(signal_id: Id) -> str:
    """The mark in the names of the fields of its form; the identity of the signal stays here."""
    return sha256(f"antwoord\x1f{signal_id}".encode()).hexdigest()[:_MARK]


def answered_by(about: str, lines: Sequence[SignalLine]) -> SignalLine | None:
    """The signal that a form with this mark answers; None for another mark.

    Of a signal that was joined it is the one in which it goes on.
    """
    found = next((line for line in lines if form_mark(line.id) == about), None)
    if found is None or found.goes_on_with is None:
        return found
    known = {line.id: line for line in lines}
    end = goes_on_in(found, {line.id: line for line in lines if line.goes_on_with is not None})
    return known.get(end, found) if end is not None else found
