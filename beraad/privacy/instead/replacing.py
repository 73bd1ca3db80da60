"""Puts replacements in a text so that the sentence still reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from beraad.phases.phrasing import capital
from beraad.privacy.find import Find
from beraad.privacy.instead.kinds import WITH_DE

_SENTENCE_START = re.compile(r"(?:^|\n|[^\W\d_]{3}[.!?][\"'”’)]?\s)[\s\"'“‘(•*-]*$")
_ABBREVIATION = re.compile(
    r"\b(?:bijv|geb|incl|excl|evt|resp|vgl|enz|mevr|prof)\.\s$", re.IGNORECASE
)
_LOOK_BACK = 20
_HET = re.compile(r"(?:(?<![^\W_])het|(?<!\w)'t) \Z", re.IGNORECASE)


def put(text: str, finds: Iterable[Find], replacement: Callable[[Find], str]) -> str:
    """Return the text with each find replaced; finds are in order and do not overlap."""
    pieces: list[str] = []
    end = 0
    for find in finds:
        said = fitted(text, find, replacement(find))
        before = text[end : find.start]
        pieces += [_HET.sub(_de, before) if said in WITH_DE else before, said]
        end = find.end
    return "".join([*pieces, text[end:]])


def _de(het: re.Match[str]) -> str:
    return "De " if het[0][0].isupper() else "de "


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
