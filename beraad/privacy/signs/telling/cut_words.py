"""A function said in less than a word: by its initials, its beginning, or the field it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({
    "de", "het", "een", "en", "of", "van", "voor", "in", "op", "bij", "uit", "met", "naar", "aan",
})  # fmt: skip
_MOST_WORDS = 4
"""Of a longer function nobody uses the initials."""

_HEADS = (
    r"consulent|adviseur|medewerker|manager|coach|arts|begeleider|jurist|regisseur|werker|verlener"
    r"|specialist|handhaver|verpleegkundige|ondersteuner|analist|functionaris|controller|deskundige"
    r"|ambtenaar|agent|wetenschapper|bezoeker|leider|hoofd|therapeut|vrijwilliger"
)
"""The last part of a function in one word."""

_IN_TWO = re.compile(rf"(?P<field>[^\W\d_]{{3,}}?)s?(?P<work>{_HEADS})")
_IN_THREE = re.compile(r"(?P<first>[^\W\d_]{3,})(?P<second>hulp|zorg)")
_NO_FUNCTION = frozenset({"AB", "BV", "CV", "MT", "OM", "OR", "OV", "PW", "TV", "WC", "WW", "WB"})
"""Initials that are known as something else."""

_SHORTEST = 4
_VOWELS = "aeiouyëïéè"
_ADJECTIVE = re.compile(r"[^\W\d_]{4,}(?:isch|ieel|undig)")
_FIELDS = frozenset({"beleid", "staf"})
"""Words for a department that are words for something else too."""


def initials(role: str) -> Iterator[str]:
    """The initials of a function, in capitals: "WV" and "MW"."""
    words = [word for word in _WORD.findall(role) if word not in _SMALL]
    if len(words) > _MOST_WORDS:
        return
    for parts in product(*(tuple(_first_letters(word)) for word in words)):
        found = "".join(parts).upper()
        if len(found) > 1 and found not in _NO_FUNCTION:
            yield found


def _first_letters(word: str) -> Iterator[str]:
    yield word[0]
    if found := _IN_TWO.fullmatch(word):
        yield found["field"][0] + found["work"][0]
        if three := _IN_THREE.fullmatch(found["field"]):
            yield three["first"][0] + three["second"][0] + found["work"][0]


def beginnings(role: str) -> Iterator[str]:
    """The first syllables of a function, where they are no word for where it is done: "ergo"."""
    first, *_ = _WORD.findall(role) or [""]
    for length in range(_SHORTEST, len(first) - 3):
        said, rest = first[:length], first[length:]
        is_root = said[-1] == "o" and rest[0] not in _VOWELS
        is_closed = said[-1] not in _VOWELS and rest[0] in _VOWELS
        if is_root or (is_closed and not _IN_TWO.fullmatch(first)):
            yield said


def fields_alone(role: str) -> Iterator[str]:
    """Words for a field that somebody is called by who says something: "juridisch zei nee"."""
    first, *others = _WORD.findall(role) or [""]
    if others and _ADJECTIVE.fullmatch(first):
        yield first
    if "jurist" in role:
        yield "juridisch"
    for word in (first, *others):
        found = _IN_TWO.fullmatch(word)
        field = found["field"] if found else word
        if field in _FIELDS:
            yield field


def is_of_a_head(role: str) -> bool:
    """Whether a function is called "hoofd" in its last part: "afdelingshoofd"."""
    return any(word.endswith("hoofd") for word in _WORD.findall(role))
