"""How much a finished document may ask of whoever looks into it.

Far above what a verslag needs, and far below what makes a laptop stop: ours have ten pages, some
hundreds of kilobytes and a few thousand elements.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

LARGEST_FILE: Final = 25_000_000
"""Bytes on disk."""

LARGEST_CONTENT: Final = 50_000_000
"""Bytes of all parts of an office document, unpacked."""

LARGEST_STREAM: Final = 20_000_000
"""Bytes of one stream of a PDF, unpacked."""

STEEPEST: Final = 100
"""How many times larger an office document of some size may become by unpacking."""

MOST_PARTS: Final = 1_000
MOST_ELEMENTS: Final = 300_000
MOST_OBJECTS: Final = 200_000
MOST_PAGES: Final = 1_000
MOST_REMARKS: Final = 1_000
"""Fields that were filled in and remarks of one file: a person decides about each."""

DEEPEST: Final = 200
"""Elements inside each other."""

LONGEST_TEXT: Final = 1_500_000
"""Characters: some five hundred pages. Reading them for names takes seconds."""

SECONDS: Final = 10
"""Of the processor, for reading a file, before the names are looked for."""

TOOK_TOO_LONG: Final = 75
"""How a process ends that saw for itself that it took too many of them."""

PATIENCE: Final = 180
"""Seconds by the clock after which reading is given up, also where it only waits: a laptop that is
busy with other things reads a file of ours long before that."""

MEMORY: Final = 400_000_000
"""Bytes for reading a file."""


class TooMuch(Exception):
    """A document that asks more than is allowed.

    Attributes:
        why: in Dutch, and without text of the document.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Locked(TooMuch):
    """A document that asks a password."""

    def __init__(self) -> None:
        super().__init__("het heeft een wachtwoord")


def within(number: int, most: int, what: str) -> None:
    """Raise TooMuch when there are more of these than is allowed."""
    if number > most:
        raise TooMuch(f"er zijn meer dan {dutch(most)} {what}")


def joined(lines: Iterable[str]) -> str:
    """The lines under each other. Raises TooMuch as soon as they are longer than is allowed."""
    kept: list[str] = []
    length = 0
    for line in lines:
        length += len(line) + 1
        within(length, LONGEST_TEXT, "tekens tekst")
        kept.append(line)
    return "\n".join(kept)


def dutch(number: int) -> str:
    """A number with points, as it is written in Dutch."""
    return f"{number:,}".replace(",", ".")
