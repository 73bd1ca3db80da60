"""Reading a whole number as somebody types it."""

from __future__ import annotations

import re

from beraad.phases.date_entry import Unreadable

_DIGITS = re.compile(r"[0-9]{1,9}")


def read_number(text: str, *, least: int, most: int, unit: str = "") -> int | Unreadable | None:
    """Return the number that was typed, with or without its unit; None for no text.

    Nothing is glued or guessed: "3-4" and "een paar" are for a person to make a number of.
    """
    text = " ".join(text.casefold().split())
    if not text:
        return None
    if unit:
        text = text.removesuffix(unit.casefold()).rstrip()
    if not _DIGITS.fullmatch(text):
        return Unreadable(f"Hier past één getal, van {least} tot en met {most}.")
    number = int(text)
    if not least <= number <= most:
        return Unreadable(f"Hier past een getal van {least} tot en met {most}.")
    return number
