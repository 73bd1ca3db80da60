"""Finds telephone numbers of people; free and paid service numbers identify nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import BLANK, PHONE, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.structured.context import digits_of, is_amount
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_NEXT = r"(?:[ ./()-]{0,3}\d)"
_PREFIX = r"(?:(?:\+ ?|00)31[ .-]?(?:\(0\)|0)?[ .-]?|\(?0)"
_NOT_A_DATE = r"(?!\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d)"
_DUTCH = sought(
    rf"(?<![\d,])(?<!\d[.:/-]){_NOT_A_DATE}(?:{_PREFIX}6{_NEXT}{{7,9}}|{_PREFIX}[1-9]{_NEXT}{{8}})(?!\d)",
    r"[+(0]",
)
_FOREIGN = sought(
    rf"(?<![\d,.:/-])(?<!bwb[a-z])(?:\+|00)(?!31|0)[1-9]{_NEXT}{{7,13}}(?!\d)", r"[+0]"
)
_NAMED = sought(
    r"(?<![a-z])(?:tel(?:efoon)?(?:n(?:umme)?r)?|mobiel(?:n(?:umme)?r)?|mob|gsm|06-nummer|whatsapp)\b"
    rf"[^\d\n{BLANK}]{{0,12}}(?P<number>{_NOT_A_DATE}\+?\d{_NEXT}{{5,11}})(?!\d)",
    r"tel|mob|gsm|06-nummer|whatsapp",
)
_APART = sought(r"(?<![\w.,])0(?: \d){9}(?![\w]|[.,]\d| \d)", "0 ")
"""A number read out digit by digit."""
_SERVICE = re.compile(r"0(?:800|900|906|909)|14|116")
_COUNTRY = re.compile(r"^(?:0031|31(?=\d{9,}))0?")


def phones(page: Page) -> Iterator[Find]:
    """Yield Dutch numbers, numbers with a country code, and digits called a telephone number."""
    for pattern in (_DUTCH, _FOREIGN, _APART):
        for match in pattern.every(page.lower):
            if not is_amount(page.lower, *match.span()):
                yield from _find(
                    page, *match.span(), Certainty.CERTAIN, "vorm van een telefoonnummer"
                )
    for match in _NAMED.finditer(page.lower):
        reason = "staat bij het woord telefoon"
        yield from _find(page, *match.span("number"), Certainty.LIKELY, reason)


def _find(page: Page, start: int, end: int, certainty: Certainty, reason: str) -> Iterator[Find]:
    number = page.lower[start:end]
    start += number.startswith("(") and ")" not in number
    digits = digits_of(number)
    if not _SERVICE.match(digits):
        yield page.mark(
            FindKind.PHONE,
            start,
            end,
            key=f"phone:{_COUNTRY.sub('0', digits)}",
            certainty=certainty,
            reason=reason,
            suggestion=bracketed(PHONE),
        )
