"""Words of one's own, that count as well written."""

from __future__ import annotations

import os
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable
from beraad.private import make_folder

_LARGEST = 5_000_000
"""Bytes; a list that is larger, or no list at all, is left as it is."""


class WordList:
    """One word a line, in a file of the user that nobody else may read. It never goes anywhere."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._words()

    def add(self, word: str) -> None:
        """Remember a word. Raises Solvable when it cannot be kept; for now it counts even so."""
        if word in self:
            return
        self._words().add(word.casefold())
        try:
            make_folder(self._path.parent)
            untrusted.require(self._path, most=_LARGEST)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            with os.fdopen(os.open(self._path, flags, 0o600), "a", encoding="utf-8") as file:
                file.write(f"{word}\n")
        except OSError as error:
            raise Solvable(
                "Het woord kan niet in je woordenlijst.",
                kept="Het telt mee tot je Beraad sluit.",
                way_out=f"Kijk of je in {self._path.parent} mag schrijven.",
            ) from error

    def _words(self) -> set[str]:
        if self._known is None:
            try:
                text = untrusted.read_bytes(self._path, most=_LARGEST).decode(errors="replace")
            except OSError:
                text = ""
            self._known = {line.strip().casefold() for line in text.splitlines() if line.strip()}
        return self._known
