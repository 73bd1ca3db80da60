"""Word lists of a municipality: its streets, teams and names, and what may always stay."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from beraad import untrusted
from beraad.assets import OWN_WORDS
from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.dutch.naming import words_of

FILES = ("straten.txt", "teams.txt", "toegestaan.txt", "namen.txt")

_LARGEST = 5_000_000
"""Bytes: every street of the Netherlands would fit."""

_LONGEST_LINE = 80
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Refused:
    """A list that is not used.

    Attributes:
        line: counted from one; 0 when the file as a whole cannot be read.
        reason: in Dutch.
    """

    file: str
    line: int
    reason: str

    @property
    def place(self) -> str:
        """Where it goes wrong, in Dutch."""
        return f"{self.file}, regel {self.line}" if self.line else self.file


@dataclass(frozen=True, kw_only=True)
class MunicipalWords:
    """What a municipality added to the shipped lists.

    Attributes:
        allowed: names of teams, and other words that may always stay.
        refused: lists that are not used; the shipped ones count instead.
    """

    streets: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    refused: tuple[Refused, ...] = ()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The shipped lexicon with these words; read when it is first needed."""
        return shipped().with_own(streets=self.streets, allowed=self.allowed, names=self.names)

    @property
    def problem(self) -> Solvable | None:
        """What is wrong with the refused lists: file, line and reason; None when all are used."""
        if not self.refused:
            return None
        return Solvable(
            "Een eigen woordenlijst is niet te gebruiken. "
            + "; ".join(f"{one.place}: {one.reason}" for one in self.refused)
            + ".",
            kept="De meegeleverde lijsten gelden.",
            way_out=f"Verbeter het bestand in de map '{OWN_WORDS}' en open het beraad opnieuw.",
        )


def municipal_words(sessions: Path) -> MunicipalWords:
    """Return the lists in the folder `woorden` beside the beraden, if there is one.

    One broken line refuses its whole file, so that nobody works with half a list.
    """
    lists: dict[str, frozenset[str]] = {}
    refused: list[Refused] = []
    for name in FILES:
        words = _read(sessions / OWN_WORDS / name)
        if isinstance(words, Refused):
            refused.append(words)
        else:
            lists[name] = words
    nothing = frozenset[str]()
    return MunicipalWords(
        streets=lists.get("straten.txt", nothing),
        allowed=lists.get("teams.txt", nothing) | lists.get("toegestaan.txt", nothing),
        names=lists.get("namen.txt", nothing),
        refused=tuple(refused),
    )


def _read(path: Path) -> frozenset[str] | Refused:
    """The words in a file, none when there is no such file."""
    try:
        text = untrusted.read_text(path, most=_LARGEST)
    except FileNotFoundError:
        return frozenset()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Refused(path.name, line, "dit is geen UTF-8")
    except OSError as error:
        return Refused(path.name, 0, f"niet te lezen, {error.strerror}")
    found: set[str] = set()
    for number, line in enumerate(text.splitlines(), start=1):
        written = line.partition("#")[0].strip()
        words = words_of(written)
        if reason := _wrong(written, words):
            return Refused(path.name, number, reason)
        found.update(word for word in words if not word.isdecimal() and len(word) > 1)
    return frozenset(found)


def _wrong(written: str, words: tuple[str, ...]) -> str:
    """Why a line cannot be used; empty when it can, or says nothing."""
    if not written:
        return ""
    if len(written) > _LONGEST_LINE:
        return f"langer dan {_LONGEST_LINE} tekens"
    if not any(word.isalpha() for word in words):
        return "hier staat geen woord"
    return f"meer dan {_MOST_WORDS} woorden" if len(words) > _MOST_WORDS else ""
