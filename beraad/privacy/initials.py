"""Finds participants who are only named by their first letters: "F.A.", "FA"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.known import KnownNames
from beraad.privacy.page import Page
from beraad.privacy.subjects import Subject
from beraad.privacy.vocabulary import ABBREVIATIONS

_DOTTED = re.compile(r"(?<![^\W_])(?<![^\W_]\.)[^\W\d_]\.(?: ?[^\W\d_]\.)*(?:[^\W\d_](?![^\W_]))?")
_JOINED = re.compile(r"(?<![^\W_])[A-Z]{2,5}(?![^\W_])")
_ENDS_SENTENCE = re.compile(r"\s*(?:$|\n|\s[A-Z])")


def initials(page: Page, known: KnownNames) -> Iterator[tuple[int, int, tuple[Subject, ...]]]:
    """Yield where initials stand, with those whose initials they are. Capitals only."""
    if not known.by_initials:
        return
    for dotted in _DOTTED.finditer(page.cased):
        letters = tuple(letter for letter in dotted[0] if letter.isalpha())
        subjects = known.by_initials.get(tuple(letter.casefold() for letter in letters))
        if subjects and letters[0].isupper() and letters[-1].isupper():
            yield dotted.start(), _end(page, dotted), subjects
    for joined in _JOINED.finditer(page.cased):
        word = joined[0].casefold()
        subjects = known.by_initials.get(tuple(word))
        if subjects and word not in ABBREVIATIONS:
            yield joined.start(), joined.end(), subjects


def _end(page: Page, dotted: re.Match[str]) -> int:
    """The end of the initials; a full stop that also ends the sentence is left to the sentence."""
    stop = dotted[0].endswith(".") and _ENDS_SENTENCE.match(page.cased, dotted.end())
    return dotted.end() - bool(stop)
