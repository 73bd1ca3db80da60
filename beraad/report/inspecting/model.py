"""What is looked at in a document, and what was found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        subject: what was looked at, in Dutch.
        holds: whether it is as it should be.
        found: what was found, in Dutch; holds no text of the document.
    """

    subject: str
    holds: bool
    found: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in a finished document.

    Attributes:
        text: what a reader reads, and what the file tells beside that.
    """

    checks: tuple[Check, ...]
    text: str

    @property
    def holds(self) -> bool:
        """Whether everything is as it should be."""
        return all(check.holds for check in self.checks)


def counted(number: int, one: str, more: str) -> str:
    """The number with its word: "1 kop", "3 koppen", "geen koppen"."""
    if not number:
        return f"geen {more}"
    return f"{number} {one if number == 1 else more}"


def absent(subject: str, things: tuple[str, ...]) -> Check:
    """A check that holds when none of these things is there."""
    return Check(subject, not things, ", ".join(things) if things else "geen")
