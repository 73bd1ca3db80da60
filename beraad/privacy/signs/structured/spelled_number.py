"""Finds long numbers that are written or dictated in words: "nul zes twaalf vierendertig …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from beraad.privacy.dutch.placeholders import BSN, CASE_NUMBER, PHONE, bracketed
from beraad.privacy.dutch.spelled import NUMBER, YEAR, number_of, year_of
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.structured.check_digits import is_bsn
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_BEGINNING = (
    r"(?:nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veer|twin"
    r"|der|tach|honderd)[a-z]{0,28}(?:[ ,.-]{1,3}[ned0-9tvzah]| (?:str|sch|sla|spa|pun))"
)
_BETWEEN = r"(?: (?:streepje|schuine streep|slash|spatie|punt) |[ ,.-]{1,3})"
_RUN = sought(
    rf"(?<![a-z])(?:{YEAR}|{NUMBER})(?:{_BETWEEN}(?:{NUMBER}|\d{{1,2}})(?![\w])){{3,}}", _BEGINNING
)
_TOLD = sought(
    r"(?:(?<![^\W_])|(?<=dossier)|(?<=zaak)|(?<=klant)|(?<=polis)|(?<=meld))"
    r"(?:nummer|nr|kenmerk|code|referentie|dossier|zaak|polis)"
    rf"(?: is)?:? (?P<number>(?:[a-z](?![a-z])|{NUMBER}|\d{{1,4}})"
    rf"(?: (?:streepje|schuine streep|slash|punt|spatie|liggend streepje|[a-z](?![a-z])"
    rf"|(?:{NUMBER})(?![a-z])|\d{{1,4}}(?!\w))){{2,}})",
    r"nummer|nr|kenmerk|code|referentie|dossier|zaak|polis",
)
"""A number that is told as one, in letters, words and signs: "zaaknummer c slash nul een"."""
_TOLD_ACCOUNT = sought(
    r"(?<![^\W_])(?:rekeningnummer|rekening|bankrekening|iban)(?: is)?:? "
    rf"(?P<number>(?:[a-z]{{1,4}} ){{0,2}}(?:{NUMBER}) (?:[a-z]{{1,4}} ){{0,5}}?"
    rf"(?:{NUMBER}|\d{{1,4}})(?![a-z])(?: (?:{NUMBER}|\d{{1,4}})(?![a-z])){{3,}})",
    r"rekening|bankrekening|iban",
)
"""An account with its letters as they sound: "en el eenentwintig ing b nul nul"."""
_FEWEST_TOLD = 3
_ONE = re.compile(rf"{YEAR}|{NUMBER}|\d{{1,2}}")
_BSN_BEFORE = re.compile(r"\b(?:bsn|burger ?service|sofi)[^\n]{0,30}$")
_FEWEST_DIGITS = 7
_BSN_DIGITS = 9


def spelled_numbers(page: Page) -> Iterator[Find]:
    """Yield numbers of eight digits and more in words; counting aloud is none."""
    for match in _RUN.finditer(page.lower):
        numbers = [year_of(word) or number_of(word) or 0 for word in _ONE.findall(match[0])]
        digits = "".join(map(str, numbers))
        counting = all(after - before == 1 for before, after in pairwise(numbers))
        if len(digits) >= _FEWEST_DIGITS and not counting:
            kind, label = _kind(digits, page.before(match.start()))
            yield page.mark(
                kind,
                *match.span(),
                key=f"{kind}:{digits}",
                certainty=Certainty.LIKELY,
                reason="een nummer in woorden",
                suggestion=bracketed(label),
            )


def told_numbers(page: Page) -> Iterator[Find]:
    """Yield a number behind a word for one, however it is read out: "drie vier streepje zeven"."""
    for match in chain(_TOLD.finditer(page.lower), _TOLD_ACCOUNT.finditer(page.lower)):
        numbers = [number_of(word) or 0 for word in _ONE.findall(match["number"])]
        if len(numbers) >= _FEWEST_TOLD:
            digits = "".join(map(str, numbers))
            yield page.mark(
                FindKind.CASE_NUMBER,
                *match.span("number"),
                key=f"{FindKind.CASE_NUMBER}:{digits}:told",
                certainty=Certainty.LIKELY,
                reason="een nummer in woorden",
                suggestion=bracketed(CASE_NUMBER),
            )


def _kind(digits: str, before: str) -> tuple[FindKind, str]:
    if _BSN_BEFORE.search(before) or (len(digits) == _BSN_DIGITS and is_bsn(digits)):
        return FindKind.BSN, BSN
    if digits.startswith("0"):
        return FindKind.PHONE, PHONE
    return FindKind.CASE_NUMBER, CASE_NUMBER
