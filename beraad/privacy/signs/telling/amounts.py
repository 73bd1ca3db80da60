"""Points out exact amounts of money; round ones say little about somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import AMOUNT, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.sizes import order_of_size
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import OR_FIRST_DIGIT, sought

_AMOUNT = sought(
    r"(?:€ ?|(?<![a-z])eur(?:o)? )(?P<a>\d{1,3}(?:[. ]\d{3})+|\d+)(?P<c>,\d\d|,-)?(?!\d)"
    r"|(?<![\d.,])(?P<b>\d{1,3}(?:[. ]\d{3})+|\d+)(?P<d>,\d\d)? ?(?:euro|€)(?![a-z])"
    r"|(?<=[a-z:,(] )(?P<e>\d{1,3}(?:\.\d{3})+|\d{3,5})(?P<f>,(?!00)\d\d)(?![\d\w]| ?/)",
    rf"€|eur|{OR_FIRST_DIGIT}",
)
_MOST_DIGITS = 15
_ROUND = 100
_SMALL = 100


def amounts(page: Page) -> Iterator[Find]:
    """Yield amounts that are not round, with their order of size as suggestion."""
    for match in _AMOUNT.finditer(page.lower):
        digits = re.sub(r"\D", "", match["a"] or match["b"] or match["e"])
        if len(digits) > _MOST_DIGITS:
            continue
        number = int(digits)
        cents = (match["c"] or match["d"] or match["f"] or "").strip(",-")
        if number < _SMALL or (number % _ROUND == 0 and not cents.strip("0")):
            continue
        yield page.mark(
            FindKind.DETAIL,
            *match.span(),
            key=f"amount:{number},{cents}",
            certainty=Certainty.POSSIBLE,
            reason="precies bedrag",
            suggestion=bracketed(AMOUNT),
            generalised=order_of_size(number),
            asks=True,
        )
