"""Places in a text as Qt counts them."""

from __future__ import annotations


def place_in_qt(text: str, index: int) -> int:
    """Where Qt finds the character at this index: it counts most emoji as two."""
    return index if text.isascii() else len(text[:index].encode("utf-16-le")) // 2
