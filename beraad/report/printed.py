"""Which paragraphs a form printed itself: every other word in it is of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final
from unicodedata import normalize

from beraad.report.blocks import Document, WritingLines
from beraad.report.returned import REFERENCE, Kind

PROPERTY: Final = "Formulier"
"""What the properties of a file are called in which this stands, with a number after it."""

_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")
"""No vowels: a sign is never a word, and never a number of somebody."""

_BACK = str.maketrans("bcdfghjklmnpqrst", "0123456789abcdef")
_LONG = 6
_SIGNS = re.compile("[bcdfghjklmnpqrst]{6}( [bcdfghjklmnpqrst]{6})*")
_MARK = re.compile("[bcdfghjklmnpqrst]{12}")
_REFERENCE = re.compile(
    rf"\b{REFERENCE}:?\s+([bcdfghjklmnpqrst]{{6}}\s?[bcdfghjklmnpqrst]{{6}})\b", re.IGNORECASE
)
_PER_PROPERTY = 34
"""Signs: programs keep no more than 255 letters of one property."""


def is_form(document: Document) -> bool:
    """Whether somebody answers in this document, so that every word of theirs counts."""
    return any(isinstance(one, WritingLines) and one.kind == Kind.ANSWER for one in document.blocks)


def about_of(document: Document) -> str:
    """The mark of what the form in this document is about; empty without one."""
    forms = (one for one in document.blocks if isinstance(one, WritingLines))
    return next((one.about for one in forms if one.kind == Kind.ANSWER), "")


def referring(document: Document) -> tuple[tuple[str, str], ...]:
    """The mark of the form in this document, as a property of a file."""
    said = reference(about_of(document))
    return ((REFERENCE, said),) if said else ()


def sign(paragraph: str) -> str:
    """By what a paragraph is known again, however a program breaks its lines."""
    said = "".join(normalize("NFC", paragraph).split()).casefold()
    return sha256(said.encode()).hexdigest()[:_LONG].translate(_LETTERS)


def signed(paragraphs: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The signs of these paragraphs, as properties of a file: each a name and what it says."""
    signs = list(dict.fromkeys(sign(one) for one in paragraphs if one.strip()))
    parts = (signs[at : at + _PER_PROPERTY] for at in range(0, len(signs), _PER_PROPERTY))
    return tuple((f"{PROPERTY} {n}", " ".join(part)) for n, part in enumerate(parts, start=1))


def reference(about: str) -> str:
    """The mark of what a form is about as it stands on the form; empty without one.

    Programs that lose the names of fields keep a foot, and the properties of a file.
    """
    said = about.translate(_LETTERS)
    return " ".join(filter(None, (said[:_LONG], said[_LONG:])))


def referred(properties: Sequence[tuple[str, str]], texts: Iterable[str]) -> str:
    """The mark to which the properties or a text of a form refer; empty when that was lost."""
    said = [told for name, told in properties if name == REFERENCE]
    said += (found[1] for text in texts for found in _REFERENCE.finditer(text))
    for one in said:
        letters = "".join(one.split()).casefold()
        if _MARK.fullmatch(letters):
            return letters.translate(_BACK)
    return ""


def are_signs(text: str) -> bool:
    """Whether a text is nothing but such signs, and so says nothing of anybody."""
    return _SIGNS.fullmatch(text) is not None


def signs_in(properties: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The signs that stand in the properties of a file; empty when they were lost."""
    return frozenset(
        one for name, said in properties if name.startswith(PROPERTY) for one in said.split()
    )
