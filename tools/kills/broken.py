"""What a law says when it does not hold."""

from __future__ import annotations


class Broken(Exception):
    """Something that always has to hold does not hold."""


def require(holds: bool, otherwise: str) -> None:  # noqa: FBT001
    """Raise Broken with these words when something does not hold."""
    if not holds:
        raise Broken(otherwise)
