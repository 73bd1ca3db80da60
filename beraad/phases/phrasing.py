"""Small turns that any sentence may need: a capital or none, and things after each other."""

from __future__ import annotations

from collections.abc import Iterable


def capital(text: str) -> str:
    """The text beginning with a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def lower_first(text: str) -> str:
    """The text as it goes on in a sentence, without its capital."""
    return f"{text[:1].lower()}{text[1:]}"


def listed(said: Iterable[str]) -> str:
    """Words as a person says them after each other: "A, B en C"."""
    *rest, last = [*said] or [""]
    return f"{', '.join(rest)} en {last}" if rest else last
