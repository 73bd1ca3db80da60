"""Word lists of a municipality: its streets, teams and names, and what may always stay."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from beraad.privacy.lexicon import Lexicon
from beraad.privacy.naming import words_of

FOLDER = "woorden"
FILES = ("straten.txt", "teams.txt", "toegestaan.txt", "namen.txt")

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

    def __str__(self) -> str:
        place = f"{self.file}, regel {self.line}" if self.line else self.file
        return f"{place}: {self.reason}. De meegeleverde lijst geldt."


def with_own_words(lexicon: Lexicon, sessions: Path) -> tuple[Lexicon, tuple[Refused, ...]]:
    """Return the lexicon with the lists in `woorden` beside the beraden, and the refused ones.

    One broken line refuses its whole file, so that nobody works with half a list.
    """
    lists: dict[str, frozenset[str]] = {}
    refused: list[Refused] = []
    for name in FILES:
        words = _read(sessions / FOLDER / name)
        if isinstance(words, Refused):
            refused.append(words)
        else:
            lists[name] = words
    allowed = lists.get("teams.txt", frozenset()) | lists.get("toegestaan.txt", frozenset())
    own = lexicon.with_own(
        streets=lists.get("straten.txt", ()), allowed=allowed, names=lists.get("namen.txt", ())
    )
    return own, tuple(refused)


def _read(path: Path) -> frozenset[str] | Refused:
    """The words in a file, none when there is no such file."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return frozenset()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Refused(path.name, line, "dit is geen UTF-8")
    except OSError as error:
        return Refused(path.name, 0, f"niet te lezen ({error.strerror})")
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
