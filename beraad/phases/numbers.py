"""Small numbers in words, as a sentence wants them."""

from __future__ import annotations

_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


def in_words(number: int) -> str:
    """A number up to ten in words, a larger one in digits."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def counted(number: int, one: str, more: str) -> str:
    """So many of something: "1 rij", "5 rijen"."""
    return f"{number} {one if number == 1 else more}"
