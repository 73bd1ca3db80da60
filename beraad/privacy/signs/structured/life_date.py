"""Finds days on which something happened to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.dates import FULL, parse, parse_short
from beraad.privacy.dutch.placeholders import DATE, bracketed
from beraad.privacy.dutch.spelled import NUMBER
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.days import stretch
from beraad.privacy.signs.structured.context import is_reference
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import OR_FIRST_DIGIT, sought

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|febr|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_FEAST = (
    r"(?:(?:eerste |tweede |1e |2e )?(?:kerst|paas|pinkster)dag|kerst(?:avond|mis)?|pasen"
    r"|pinksteren"
    r"|oudejaars(?:dag|avond)|oud en nieuw|nieuwjaar(?:sdag)?|koning(?:s|inne)dag"
    r"|hemelvaart(?:sdag)?"
    r"|sint[- ]maarten|sinterklaas|carnaval|bevrijdingsdag|suikerfeest|offerfeest|ramadan|moederdag"
    r"|vaderdag|dierendag|valentijn(?:sdag)?|allerzielen|driekoningen|goede vrijdag|prinsjesdag"
    r"|keti koti"
    r"|divali|newroz|holi)"
)
_YEAR_IN_WORDS = rf"(?:negentien|tweeduizend)[a-z]*(?: ?(?:en )?(?!een\b){NUMBER}(?![a-z]))?"
"""A year that is read out in one word or two: "tweeduizend elf"."""
_SIGN = rf"{OR_FIRST_DIGIT}| jan| feb| maart| mrt| apr| mei| jun| jul| aug| sep| okt| nov| dec"
"""A digit, in the day or in the year behind a feast, or the month behind a day in words."""
_BEFORE_ITS_SIGN = 40
_PATTERN = sought(
    rf"(?<![\w./,-])(?:{_DAY} (?:en|of|tot|t/m) |(?:(?<=van )|(?<=nacht )){_DAY} op )?(?:{FULL}"
    rf"|{_FEAST},? (?:in |van )?(?:(?:19|20)\d\d|'\d\d)(?!\w)"
    rf"|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|(?:der|veer|vijf|zes"
    rf"|zeven|acht|negen)tien|twintig|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)entwintig"
    rf"|dertig|eenendertig) {_MONTH}(?![a-z])(?: (?:19|20)\d\d| {_YEAR_IN_WORDS})?"
    rf"|{_DAY}e? ?{_MONTH}(?![a-z])(?:\.? ?(?:(?:19|20)\d\d|'\d\d))?(?!\w))",
    _SIGN,
    back=_BEFORE_ITS_SIGN,
    over="a-z0-9 ,'/\\n-",
)
_SHORT = re.compile(
    rf"(?<![a-z])(?:op|sinds|dd\.?|d\.d\.|datum:?|van|vanaf|tot|na|voor|mdo|huisbezoek|gesprek|overleg|bezoek"
    rf"|verslag|zitting|intake|afspraak|crisisdienst|hoorzitting|melding|aangemeld|gebeld) "
    rf"(?P<date>{_DAY}[/-](?:0?[1-9]|1[0-2]))(?![\w/-]|[.,]\d| (?:van|deel|deze|jaar|uur))"
)
_RULE = re.compile(
    r"\b(?:per|ingang van|wet van|verdrag van|in werking(?: sinds| op| per)?|gewijzigd op"
    r"|versie(?: van)?|peildatum|regeling van"
    r"|geldt vanaf|stand van|geldig (?:tot|vanaf))(?: de)?:? ?$"
)
_OF_A_DECISION = re.compile(
    r"\b(?<!uw )(?<!ons )(?<!mijn )(?<!zijn )(?<!haar )(?<!hun )(?<!dit )(?<!bij )"
    r"(?:besluit van|arrest van|uitspraak van|vonnis van)(?: de)?:? ?$"
)
"""What may be the day of a rule or of a judgment that all know, and is asked about."""
_START_OF_RULES = re.compile(r"1e? ?(?:januari|juli|jan\b|jul\b)|0?1[-/]0?[17](?:[-/]|$)")
_SINCE_RULES = re.compile(r"\b(?:vanaf|sinds|tot|op|na|voor) $")
_LOOK_BACK = 30


_SOLID = sought(
    r"(?<![^\W_])(?:op|sinds|tot|vanaf|dd\.?|d\.d\.|datum|notulen|verslag|van|geb\.?|geboren):? "
    r"(?P<date>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d)"
    r"(?![\w]|[.,:/-]\d| (?:euro|keer|stuks))",
    r"op|sinds|tot|vanaf|d\.?d|datum|notulen|verslag|van|geb",
)
_DOTTED = sought(
    r"(?<![\w./,-])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d(?![\w]|[.,:/-]\d)",
    OR_FIRST_DIGIT,
)


def life_dates(page: Page) -> Iterator[Find]:
    """Yield days of a month; the day on which a rule takes effect is none."""
    for pattern, group in ((_PATTERN, 0), (_SHORT, "date"), (_SOLID, "date"), (_DOTTED, 0)):
        for match in pattern.finditer(page.lower):
            start, end = match.span(group)
            if not _is_of_a_rule(page, start, match[group]):
                before = page.lower[max(0, start - _LOOK_BACK) : start]
                yield _find(page, start, end, asks=bool(_OF_A_DECISION.search(before)))


def _find(page: Page, start: int, end: int, *, asks: bool) -> Find:
    written = page.lower[start:end]
    day = parse(written, this_year=page.year) or parse_short(written)
    return page.mark(
        FindKind.DATE,
        start,
        end,
        key=f"date:{written}{':perhaps' * asks}",
        certainty=Certainty.POSSIBLE if asks else Certainty.LIKELY,
        reason="een precieze dag",
        suggestion=bracketed(DATE),
        generalised=stretch(day, page.before(start)),
        asks=asks,
    )


def _is_of_a_rule(page: Page, start: int, written: str) -> bool:
    before = page.lower[max(0, start - _LOOK_BACK) : start]
    first_of_the_year = _START_OF_RULES.match(written) and _SINCE_RULES.search(before)
    return bool(_RULE.search(before) or first_of_the_year) or is_reference(
        page.lower, start, start + len(written)
    )
