"""Finds Dutch postcodes, with the house number behind them when there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import ADDRESS, POSTCODE, bracketed
from beraad.privacy.dutch.vocabulary import TWO_LETTER_WORDS
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import FIRST_DIGIT, sought

_CODE = sought(
    r"(?<!\d)(?<!\d[.,])(?P<digits>[1-9]\d{3})(?P<gap> ?)(?P<letters>[a-z]{2})(?![a-z])",
    FIRST_DIGIT,
)
_HOUSE = re.compile(
    r"[ ,]{0,2}(?:nr\.?|nummer|huisnummer)? ?(?!(?:19|20)\d\d(?!\d))\d{1,5}"
    r"(?: ?[-/] ?(?:\d{1,4}[a-z]{0,3}|[a-z]{1,4})|[a-z]{1,3}| (?:bis|hs|huis|[a-h]))?"
    r"(?![a-z0-9])"
    r"(?! ?(?:jaar|uur|euro|%|keer|weken|maanden|dagen|kinderen|personen|mensen)|[:.,]\d)"
)
_CONTEXT_BEFORE = re.compile(
    r"(?:postcode|adres|straat|laan|weg|plein|gracht|kade|dijk|singel|hof)[^\n]{0,12}$"
)
_LOOK_BACK = 30


def postcodes(page: Page) -> Iterator[Find]:
    """Yield postcodes; "2015 is" and "1500 kg" are none."""
    for code in _CODE.finditer(page.lower):
        if not _is_postcode(page, code):
            continue
        house = _HOUSE.match(page.lower, code.end())
        end = house.end() if house else code.end()
        number = re.sub(r"[\W_]", "", page.lower[code.end() : end])
        yield page.mark(
            FindKind.POSTCODE,
            code.start(),
            end,
            key=f"postcode:{code['digits']}{code['letters']}:{number}",
            certainty=Certainty.CERTAIN if house else Certainty.LIKELY,
            reason="postcode met huisnummer" if house else "vorm van een postcode",
            suggestion=bracketed(ADDRESS if house else POSTCODE),
        )


def _is_postcode(page: Page, code: re.Match[str]) -> bool:
    """Whether four digits and two letters are meant as a postcode."""
    letters = page.cased[slice(*code.span("letters"))]
    if code["letters"] == "nr":
        return False
    if letters.isupper():
        return True
    if code["letters"] not in TWO_LETTER_WORDS and not (code["gap"] and letters[0].isupper()):
        return True
    before = page.lower[max(0, code.start() - _LOOK_BACK) : code.start()]
    return bool(_CONTEXT_BEFORE.search(before))
