"""By what the answer form of a signal is known when it comes back."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from beraad.records import Id, SignalLine

_MARK = 12
"""Signs of a mark: enough to tell the signals of a municipality apart."""


def form_mark(signal_id: Id) -> str:
    """The mark in the names of the fields of its form; the identity of the signal stays here."""
    return sha256(f"antwoord\x1f{signal_id}".encode()).hexdigest()[:_MARK]


def marked_so(about: str, lines: Iterable[SignalLine]) -> SignalLine | None:
    """The signal whose form has this mark; None for another mark."""
    return next((line for line in lines if form_mark(line.id) == about), None)
