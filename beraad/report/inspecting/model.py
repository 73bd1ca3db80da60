"""What is looked at in a document, and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from beraad.untrusted import shown

_NAMED = 8
"""How many of the things that were found are named."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


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


def absent(subject: str, things: Iterable[str]) -> Check:
    """A check that holds when none of these things is there; names the first of them, each once."""
    found = list(dict.fromkeys(shown(thing) for thing in things))
    told = ", ".join(found[:_NAMED])
    more = len(found) - _NAMED
    return Check(subject, not found, (f"{told} en nog {more}" if more > 0 else told) or "geen")


def spoken(languages: Iterable[str]) -> Check:
    """A check that holds when a document says to be in Dutch, and in nothing else."""
    said = sorted(filter(None, languages))
    holds = bool(said) and all(each.partition("-")[0] == "nl" for each in said)
    known = [each if _LANGUAGE.fullmatch(each) else "geen taalcode" for each in said]
    return Check("Taal", holds, ", ".join(dict.fromkeys(known[:_NAMED])) or "niet gezegd")
