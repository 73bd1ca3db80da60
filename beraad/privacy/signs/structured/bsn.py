"""Finds burgerservicenummers: nine digits, of which the eleven-test (11-proef) comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import BLANK, BSN, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.structured.check_digits import is_bsn
from beraad.privacy.signs.structured.context import (
    digits_of,
    is_amount,
    is_date,
    is_reference,
)
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import FIRST_DIGIT, sought

_NAMED = sought(
    r"(?<![a-z])(?:bsn(?:[ -]?n(?:umme)?r)?|burger ?service ?(?:n(?:umme)?r)?|sofi[ -]?n(?:umme)?r)"
    rf"[^\d\n{BLANK}]{{0,30}}(?P<number>\d(?:[ .-]?\d){{6,9}})(?!\d)",
    r"bsn|burger|sofi",
)
_GROUPED = sought(
    r"(?<!\d)(?:\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?!\d)", FIRST_DIGIT
)
_LOOSELY_GROUPED = sought(r"(?<!\d)\d{2,4}([ .])\d{2,4}(?:\1\d{2,4}){1,2}(?!\d)", FIRST_DIGIT)
_NINE = sought(r"(?<!\d)(?<![^a-z][a-z])\d{9}(?!\d)", FIRST_DIGIT)
_EIGHT = sought(r"(?<!\d)\d{8}(?!\d)", FIRST_DIGIT)
_LENGTH = 9


def bsns(page: Page) -> Iterator[Find]:
    """Yield numbers called a BSN, and numbers that look like one.

    A failed test never drops nine digits in a row or in the usual groups, as a number with a typing
    error identifies too.
    """
    for match in _NAMED.finditer(page.lower):
        if not is_date(match["number"]):
            yield _find(page, *match.span("number"), named=True)
    for pattern in (_NINE, _GROUPED):
        for match in pattern.every(page.lower):
            if _may_identify(page, match):
                yield _find(page, *match.span(), named=False)
    for pattern, length in ((_EIGHT, _LENGTH - 1), (_LOOSELY_GROUPED, _LENGTH)):
        for match in pattern.every(page.lower):
            passes = len(digits_of(match[0])) == length and is_bsn(match[0])
            if passes and not is_date(match[0]) and _may_identify(page, match):
                yield _find(page, *match.span(), named=False)


def _may_identify(page: Page, match: re.Match[str]) -> bool:
    if is_reference(page.lower, *match.span()):
        return False
    return not is_amount(page.lower, *match.span()) or is_bsn(match[0])


def _find(page: Page, start: int, end: int, *, named: bool) -> Find:
    number = page.lower[start:end]
    if is_bsn(number):
        certainty = Certainty.CERTAIN if named else Certainty.LIKELY
        reason = "11-proef klopt"
    elif named:
        certainty, reason = Certainty.LIKELY, "staat bij het woord BSN; 11-proef klopt niet"
    else:
        certainty, reason = Certainty.POSSIBLE, "negen cijfers; 11-proef klopt niet"
    return page.mark(
        FindKind.BSN,
        start,
        end,
        key=f"bsn:{digits_of(number).zfill(_LENGTH)}",
        certainty=certainty,
        reason=reason,
        suggestion=bracketed(BSN),
    )
