"""Finds account numbers: IBANs of any country, and numbers called an account number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from beraad.privacy.dutch.placeholders import ACCOUNT, BLANK, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.structured.check_digits import is_iban, written_as
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import FIRST_DIGIT, sought

_START = sought(
    r"(?<![a-z0-9])(?P<country>[a-z]{2})[ .-]?\d{2}(?=[ .-]?[a-z0-9])", FIRST_DIGIT, back=3
)
_DUTCH = sought(
    r"nl[ .\n-]?\d{2}[ .\n-]?[a-z]{4}(?:(?:(?:[ .-]|\n(?=\d\d))?\d){7,10}|\d{11,12})(?!\d)", r"nl"
)
_NAMED = sought(
    r"(?<![a-z])(?:iban|(?:bank)?rekening(?:n(?:umme)?r)?|reknr|rek\. ?nr|rek|giro(?:nummer|nr)?"
    r"|banknummer)\.?"
    rf"[^\d\n{BLANK}]{{0,12}}(?P<number>\d(?:[ .-]?\d){{6,17}})(?!\d)",
    r"iban|bank|rek|giro",
)
_PIECE = re.compile(r"(\d+)!([nac])")
_CLASSES = {"n": r"\d", "a": "[a-z]", "c": "[a-z0-9]"}
_SEPARATORS = re.compile(r"[ .\n-]")
_LONGEST_PRINTED = 60


def ibans(page: Page) -> Iterator[Find]:
    """Yield account numbers; a failed check drops none that is written as an IBAN or called one."""
    for match in _DUTCH.finditer(page.lower):
        yield _find(page, *match.span())
    for start in _START.finditer(page.lower):
        structure = _structure(start["country"])
        match = structure and structure.match(
            page.lower, start.start(), start.start() + _LONGEST_PRINTED
        )
        if match and (is_iban(match[0]) or _looks_meant(page.cased[slice(*match.span())])):
            yield _find(page, *match.span())
    for match in _NAMED.finditer(page.lower):
        yield page.mark(
            FindKind.IBAN,
            *match.span("number"),
            key=f"iban:{_compact(match['number'])}",
            certainty=Certainty.CERTAIN,
            reason="staat bij het woord rekeningnummer",
            suggestion=bracketed(ACCOUNT),
        )


@cache
def _structure(country: str) -> re.Pattern[str] | None:
    """How an IBAN of this country is written, loosely spaced; None for a country without."""
    written = written_as(country)
    if not written:
        return None
    pieces = [
        rf"(?:[ .-]?{_CLASSES[kind]}){{{length}}}" for length, kind in _PIECE.findall(written)
    ]
    return re.compile(rf"{country}[ .-]?\d\d{''.join(pieces)}(?![a-z0-9])")


def _find(page: Page, start: int, end: int) -> Find:
    number = page.lower[start:end]
    passes = is_iban(number)
    return page.mark(
        FindKind.IBAN,
        start,
        end,
        key=f"iban:{_compact(number)}",
        certainty=Certainty.CERTAIN if passes else Certainty.LIKELY,
        reason="controlegetal klopt" if passes else "vorm van een IBAN; controlegetal klopt niet",
        suggestion=bracketed(ACCOUNT),
    )


def _compact(number: str) -> str:
    return _SEPARATORS.sub("", number).upper()


def _looks_meant(written: str) -> bool:
    """Whether letters and digits are written as a number and not as words: "DE12 3704 …"."""
    compact = _SEPARATORS.sub("", written)
    digits = sum(character.isdecimal() for character in compact)
    return written[:2].isupper() and digits * 2 > len(compact)
