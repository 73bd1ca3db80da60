"""Which paragraphs a form printed itself: every other word in it is of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final
from unicodedata import normalize

from beraad.report.blocks import Document, WritingLines
from beraad.report.returned import Kind

PROPERTY: Final = "Formulier"
"""What the properties of a file are called in which this stands, with a number after it."""

_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")
"""No vowels: a sign is never a word, and never a number of somebody."""

_LONG = 6
_SIGNS = re.compile("[bcdfghjklmnpqrst]{6}( [bcdfghjklmnpqrst]{6})*")
_PER_PROPERTY = 34
"""Signs: programs keep no more than 255 letters of one property."""


def is_form(document: Document) -> bool:
    """Whether somebody answers in this document, so that every word of theirs counts."""
    return any(isinstance(one, WritingLines) and one.kind == Kind.ANSWER for one in document.blocks)


def sign(paragraph: str) -> str:
    """By what a paragraph is known again, however a program breaks its lines."""
    said = "".join(normalize("NFC", paragraph).split()).casefold()
    return sha256(said.encode()).hexdigest()[:_LONG].translate(_LETTERS)


def signed(paragraphs: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The signs of these paragraphs, as properties of a file: each a name and what it says."""
    signs = list(dict.fromkeys(sign(one) for one in paragraphs if one.strip()))
    parts = (signs[at : at + _PER_PROPERTY] for at in range(0, len(signs), _PER_PROPERTY))
    return tuple((f"{PROPERTY} {n}", " ".join(part)) for n, part in enumerate(parts, start=1))


def are_signs(text: str) -> bool:
    """Whether a text is nothing but such signs, and so says nothing of anybody."""
    return _SIGNS.fullmatch(text) is not None


def signs_in(properties: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The signs that stand in the properties of a file; empty when they were lost."""
    return frozenset(
        one for name, said in properties if name.startswith(PROPERTY) for one in said.split()
    )
