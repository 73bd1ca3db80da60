"""Long numbers that no other sign took, also glued to words and signs or behind a law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import BLANK, NUMBER, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.structured.context import (
    digits_of,
    is_amount,
    is_date,
    is_reference,
)
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import FIRST_DIGIT, sought

_LONG = sought(r"(?<!\d)(?<!\d[:])\d(?:[ ./_-]{0,2}\d){5,}", FIRST_DIGIT)
_CODE = sought(
    r"(?<![^\W_])(?=[\d./_-]{0,12}[a-z])[a-z\d]{1,8}(?:[/_-][a-z\d]{1,20}){2,4}(?![\w])",
    r"[-/_](?<=[a-z0-9].)[a-z0-9]{1,20}[-/_]",
    back=8,
)
"""Letters and digits in groups, as plates and files are written: "4-vxd-82", "c/16/588210"."""
_POSTCODE = sought(r"(?<!\d)(?!(?:19|20)\d\d )[1-9]\d{3} ?[A-Z]{2}(?=[A-Za-z])", FIRST_DIGIT)
_REST = sought(
    rf"{BLANK}(?:[./_-]?(?P<rest>(?=[\w./-]{{0,20}}\d)[^\W_]+(?:[./-]\w+)*)"
    r"| {1,2}(?P<next>\d{3,}(?:[^\W\d]\w*|(?=[%°]))))",
    BLANK,
)
_GLUED_BEFORE = re.compile(r"[\w./-]*\Z")
_GLUED_BEHIND = re.compile(r"(?:[./-]?\w)*")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[ ./-]{1,2}(?:(?:19|20)\d\d|\d\d(?!\d)))*")
_TIMES = re.compile(r"(?:[01]?\d|2[0-3])[.][0-5]\d(?:[ -]{1,3}(?:[01]?\d|2[0-3])[.][0-5]\d)*")
_SERVICE = re.compile(r"0(?:800|900|906|909)|14 ?0|116")
_UNIT = re.compile(
    r" ?(?:euro|eur\b|km|meter|m2|kilo|kg|gram|ml|liter|jaar|keer|mln|miljoen|miljard)"
)
_AMOUNT = re.compile(r"\d+|\d{1,3}(?:[. ]\d{3})+")
_ROUND = re.compile(r"\d{1,3}\.\d00")
"""Hundreds of thousands at most, as a sum is written: "155.000"."""
_MOST_OF_AN_AMOUNT = 8
_LOOK_BACK = 40
_SURELY = 7
_FEWEST_IN_A_CODE = 3
_FEWEST_IN_A_FILE = 5
"""Digits from which letters and digits in three groups are a file: "24/ovl/0713"."""


def numbers_of_somebody(page: Page) -> Iterator[Find]:
    """Yield so many digits in one piece that they count nothing; they go out."""
    for match in _LONG.finditer(page.lower):
        if _is_a_number_of_somebody(match) and not _is_explained(page.lower, match):
            yield _find(page, *_glued(page.lower, *match.span()), asks=False)


def long_numbers(page: Page) -> Iterator[Find]:
    """Yield six digits and more with all they are glued to: "33 14 80x"."""
    for match in _LONG.finditer(page.lower):
        if not _is_explained(page.lower, match):
            yield _find(page, *_glued(page.lower, *match.span()))


def _is_a_number_of_somebody(match: re.Match[str]) -> bool:
    """Whether so many digits in one piece count nothing: a file, a client, a telephone."""
    pieces = [len(piece) for piece in re.split(r"[ _]", match[0])]
    dashed = "-" in match[0] or "/" in match[0]
    fewest = _SURELY - dashed
    return sum(map(str.isdecimal, match[0])) >= fewest and max(pieces) >= fewest


def codes(page: Page) -> Iterator[Find]:
    """Yield letters and digits in three groups and more."""
    for match in _CODE.finditer(page.lower):
        digits = len(digits_of(match[0]))
        if digits >= _FEWEST_IN_A_CODE:
            yield _find(page, *match.span(), asks=digits < _FEWEST_IN_A_FILE)


def glued_postcodes(page: Page) -> Iterator[Find]:
    """Yield a postcode to which a word is glued: "1234 ABfatima"."""
    for match in _POSTCODE.finditer(page.cased):
        yield _find(page, *_glued(page.lower, *match.span()))


def rests(page: Page) -> Iterator[Find]:
    """Yield digits that stand against what goes out: the rest of "@4-vxd-82" behind "@4"."""
    for match in _REST.finditer(page.lower):
        coded = match["rest"] is not None and not match["rest"].isdecimal()
        yield _find(page, *match.span("rest" if match["rest"] else "next"), asks=not coded)


def _glued(text: str, start: int, end: int) -> tuple[int, int]:
    """A number with the letters and digits that stand against it."""
    before = _GLUED_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    behind = _GLUED_BEHIND.match(text, end, end + _LOOK_BACK)
    glued = before[0].lstrip("./-") if before else ""
    return start - len(glued), behind.end() if behind else end


def _is_explained(text: str, match: re.Match[str]) -> bool:
    (start, end), digits = match.span(), digits_of(match[0])
    if (
        _ROUND.fullmatch(match[0])
        or _YEARS.fullmatch(match[0])
        or _TIMES.fullmatch(match[0])
        or is_date(match[0])
    ):
        return True
    if _SERVICE.match(match[0]) or is_reference(text, start, end):
        return True
    told = is_amount(text, start, end) or _UNIT.match(text, end)
    return bool(told and _AMOUNT.fullmatch(match[0])) and (
        len(digits) <= _MOST_OF_AN_AMOUNT or digits.endswith("000")
    )


def _find(page: Page, start: int, end: int, *, asks: bool = True) -> Find:
    return page.mark(
        FindKind.NUMBER,
        start,
        end,
        key=f"number:{re.sub('[^a-z0-9]', '', page.lower[start:end])}{':perhaps' * asks}",
        certainty=Certainty.POSSIBLE if asks else Certainty.LIKELY,
        reason="nummer dat nergens uit blijkt",
        suggestion=bracketed(NUMBER),
        asks=asks,
    )
