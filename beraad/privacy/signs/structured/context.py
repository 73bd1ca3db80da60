"""What stands around a number, when that tells whether it identifies anybody."""

from __future__ import annotations

import re

_LOOK_BACK = 40
_LOOK_AHEAD = 20

_AMOUNT_BEFORE = re.compile(r"(?:€|\$|£|\b(?:eur|euro|bedrag van)) ?$")
_AMOUNT_AFTER = re.compile(
    r",\d|[,.]-| ?(?:€|euro\b|eur\b|%|procent|mln\b|miljoen|miljard|inwoners|mensen|huishoudens)"
)
_REFERENCE_BEFORE = re.compile(
    r"(?:\becli:|\bstb\.? |\bstcrt\.? |\btrb\.? |\bisbn[: ]|\bissn[: ]|\bkamerstuk\w* |\bbwb"
    r"|\bcelex|\bartikel |\bart\. ?)\S{0,30} ?\S{0,10}$"
)
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[-./ ]?(?:0[1-9]|1[0-2]|[1-9])[-./ ]?(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-./ ]?(?:0[1-9]|1[0-2])[-./ ]?(?:0[1-9]|[12]\d|3[01])"
)


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether this number is a sum of money or a count of people."""
    before = text[max(0, start - _LOOK_BACK) : start]
    after = text[end : end + _LOOK_AHEAD]
    return bool(_AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(after))


def is_reference(text: str, start: int) -> bool:
    """Whether this number belongs to a law, a judgment or a publication."""
    return bool(_REFERENCE_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]))


def is_date(number: str) -> bool:
    """Whether digits can be read as a day of this or the last century."""
    return bool(_DATE.fullmatch(number))


def digits_of(text: str) -> str:
    """Only the digits."""
    return "".join(character for character in text if character.isdecimal())
