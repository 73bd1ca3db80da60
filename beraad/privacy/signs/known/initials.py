"""Finds participants who are only named by their first letters: "F.A.", "FA"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.vocabulary import ABBREVIATIONS
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.subjects import Subject
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_DOTTED = sought(
    r"(?<![^\W_])(?<![^\W_]\.)[^\W\d_]\.(?: ?[^\W\d_]\.)*(?:[^\W\d_](?![^\W_]))?",
    r"\.(?<=[^\W\d_].)(?<![^\W_]..)",
    back=1,
)
_JOINED = sought(r"(?<![^\W_])[A-Z]{2,5}(?![^\W_])", r"[A-Z](?<![^\W_].)[A-Z]")
_ENDS_SENTENCE = re.compile(r"\s*(?:$|\n|\s[A-Z])")


def initials(page: Page, known: KnownNames) -> Iterator[tuple[int, int, tuple[Subject, ...]]]:
    """Yield where initials stand, with those whose initials they are. Capitals only."""
    if not known.by_initials:
        return
    for dotted in _DOTTED.finditer(page.cased):
        letters = tuple(letter for letter in dotted[0] if letter.isalpha())
        subjects = known.by_initials.get(tuple(letter.casefold() for letter in letters))
        if len(letters) == 1 and letters[0] in known.letters:
            continue
        if subjects and letters[0].isupper() and letters[-1].isupper():
            end = dotted.end() - dotted[0].endswith(".")
            yield dotted.start(), with_stop(page.cased, end), subjects
    for joined in _JOINED.finditer(page.cased):
        word = joined[0].casefold()
        subjects = known.by_initials.get(tuple(word))
        if subjects and word not in ABBREVIATIONS:
            yield joined.start(), joined.end(), subjects


def with_stop(text: str, end: int) -> int:
    """The end of an initial with its full stop; one that ends the sentence is left to that."""
    stop = text[end : end + 1] == "." and not _ENDS_SENTENCE.match(text, end + 1)
    return end + stop
