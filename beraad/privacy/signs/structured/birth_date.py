"""Finds dates of birth: days called so, and full dates of more than ten years ago."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.dates import FULL, LOOSE, MONTHS, parse
from beraad.privacy.dutch.placeholders import BIRTH_DATE, bracketed
from beraad.privacy.dutch.spelled import NUMBER, YEAR
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.days import some_ten_years
from beraad.privacy.signs.structured.context import is_reference
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_MONTHS = "|".join(MONTHS)
_SPELLED = sought(
    r"(?<![a-z])(?:geb(?:oren|oorte)?(?:[ .-]{0,2}(?:datum|dat|dag))?)\.?"
    rf"(?: op| is| in|:)?(?: de)? (?P<date>(?:{NUMBER}(?:de|ste)? (?:{_MONTHS}|{NUMBER}) )?{YEAR}"
    rf"|{NUMBER}(?:de|ste)? (?:{_MONTHS}|{NUMBER}) {NUMBER}(?![a-z]))",
    r"geb",
)
_FIRST = r"[0-9](?<![\w./-].)"
_CALLED = sought(
    r"(?:(?<![a-z])(?:geb(?:oren|oorte)?(?:[ .-]{0,2}(?:datum|dat|dag|jaar))?"
    r"|jarig|verjaart|verjaardag)(?![a-z])|\(\*)"
    r"(?:[ :.,(=-]|\b(?:op|in|is|was|te [a-z'-]{2,20})\b){0,8}"
    rf"(?<!\d)(?P<date>{LOOSE}|'\d\d(?!\w))",
    r"geb|jarig|verjaar|\(\*",
)
_CALLED_AFTERWARDS = sought(
    rf"(?<![\w./-])(?P<date>{FULL}) (?:te [a-z'-]{{2,20}} )?geboren(?![a-z])", _FIRST
)
_BARE = sought(rf"(?<![\w./-])(?P<date>{FULL})", _FIRST)
_RULE_BEFORE = re.compile(
    r"\b(?:per|vanaf|sinds|ingang van|wet van|besluit van|arrest van|uitspraak van|vonnis van"
    r"|verdrag van|tot|tot en met|t/m|in werking|gewijzigd op|versie van)(?: de)? $"
)
_YEAR = re.compile(r"\d{4}")
_LOOK_BACK = 30
_YEARS_AGO = 10


def birth_dates(page: Page) -> Iterator[Find]:
    """Yield days of birth; the day on which a rule took effect is none."""
    for pattern in (_CALLED, _CALLED_AFTERWARDS, _SPELLED):
        for match in pattern.finditer(page.lower):
            reason = "staat bij het woord geboren"
            yield _find(page, match, Certainty.CERTAIN, reason)
    for match in _BARE.every(page.lower):
        day = parse(match["date"], this_year=page.year)
        if day and page.year - day.year > _YEARS_AGO and not _is_of_a_rule(page, match):
            yield _find(page, match, Certainty.POSSIBLE, "volledige datum van lang geleden")


def _is_of_a_rule(page: Page, match: re.Match[str]) -> bool:
    before = page.lower[max(0, match.start() - _LOOK_BACK) : match.start()]
    return bool(_RULE_BEFORE.search(before)) or is_reference(page.lower, *match.span())


def _find(page: Page, match: re.Match[str], certainty: Certainty, reason: str) -> Find:
    written = match["date"]
    day = parse(written, this_year=page.year)
    before = page.before(match.start("date"))
    year = day.year if day else int(written) if _YEAR.fullmatch(written) else None
    return page.mark(
        FindKind.BIRTH_DATE,
        *match.span("date"),
        key=f"birth_date:{day or written}",
        certainty=certainty,
        reason=reason,
        suggestion=bracketed(BIRTH_DATE),
        generalised=some_ten_years(year, before) if year else "",
    )
