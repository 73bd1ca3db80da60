"""What stands around a number, when that tells whether it identifies anybody."""

from __future__ import annotations

import re

_LOOK_BACK = 40
_LOOK_AHEAD = 20

_AMOUNT_BEFORE = re.compile(r"(?:€|\$|£|\b(?:eur|euro|bedrag van)) ?$")
_AMOUNT_AFTER = re.compile(
    r",\d|[,.]-| ?(?:€|euro\b|eur\b|%|procent|mln\b|miljoen|miljard|inwoners|mensen|huishoudens)"
)
_CITED_BEFORE = re.compile(
    r"(?:\b(?:stb|stcrt|trb)\.? (?:(?:19|20)\d\d,? ?)?(?:nr\.? ?)?"
    r"|\bkamerstuk\w* (?:[ivx]+ )?(?:\d\d ?\d{3},? )?(?:nr\.? )?|\bbwb[a-z]?"
    r"|\bcelex[: ]{0,2}\w{0,6}"
    r"|\b(?:artikel|artt?\.?) ?(?:\d{1,4}[a-z]{0,2}(?:[.:/-]|, ?| en )){0,4}"
    r"|\bissn[: ]{1,2}|\((?:eu|eg|eeg)\) (?:nr\.? )?)$"
)
"""A citation, up to the number itself; what stands between belongs to it."""
_PUBLISHED_BEFORE = re.compile(
    r"(?:\becli:[a-z]{2}:[a-z]{1,8}:\d{4}:|\bisbn(?:-1[03])?[: ]{1,2}[\d -]{0,14})$"
)
_FEWEST_OF_A_PERSON = 9
"""No article, bulletin or paper of parliament has a number of so many digits."""
_BOOKS = (10, 13)
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[-./ ]?(?:0[1-9]|1[0-2]|[1-9])[-./ ]?(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-./ ]?(?:0[1-9]|1[0-2])[-./ ]?(?:0[1-9]|[12]\d|3[01])"
)


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether this number is a sum of money or a count of people."""
    if text[start] == "0" and text[start + 1 : start + 2].isdecimal():
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    after = text[end : end + _LOOK_AHEAD]
    return bool(_AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(after))


def is_reference(text: str, start: int, end: int) -> bool:
    """Whether this number belongs to a law, a judgment or a publication.

    Only what stands right behind the citation does: in "artikel 18 Fatima111222333" the last is
    somebody's.
    """
    before = text[max(0, start - _LOOK_BACK) : start]
    digits = len(digits_of(text[start:end]))
    if digits < _FEWEST_OF_A_PERSON:
        return bool(_CITED_BEFORE.search(before))
    published = _PUBLISHED_BEFORE.search(before)
    return bool(published and (published[0].startswith("ecli") or digits in _BOOKS))


def is_date(number: str) -> bool:
    """Whether digits can be read as a day of this or the last century."""
    return bool(_DATE.fullmatch(number))


def digits_of(text: str) -> str:
    """Only the digits."""
    return "".join(character for character in text if character.isdecimal())
