"""Puts replacements in a text so that the sentence still reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from beraad.phases.phrasing import capital
from beraad.privacy.find import Find

_SENTENCE_START = re.compile(r"(?:^|\n|[^\W\d_]{3}[.!?][\"'”’)]?\s)[\s\"'“‘(•*-]*$")
_ABBREVIATION = re.compile(
    r"\b(?:bijv|geb|incl|excl|evt|resp|vgl|enz|mevr|prof)\.\s$", re.IGNORECASE
)
_LOOK_BACK = 20


def put(text: str, finds: Iterable[Find], replacement: Callable[[Find], str]) -> str:
    """Return the text with each find replaced; finds are in order and do not overlap."""
    pieces: list[str] = []
    end = 0
    for find in finds:
        pieces += [text[end : find.start], fitted(text, find, replacement(find))]
        end = find.end
    return "".join([*pieces, text[end:]])


def fitted(text: str, find: Find, replacement: str) -> str:
    """The replacement with a hyphen to a word it is stuck to, and a capital where one stood."""
    before = "-" if text[find.start - 1 : find.start].isalnum() else ""
    after = "-" if text[find.end : find.end + 1].isalnum() else ""
    if not find.text[0].islower() and _starts_sentence(text, find.start):
        replacement = capital(replacement)
    return f"{before}{replacement}{find.tail or after}"


def _starts_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - _LOOK_BACK) : place]
    return bool(_SENTENCE_START.search(before)) and not _ABBREVIATION.search(before)
