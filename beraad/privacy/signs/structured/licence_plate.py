"""Finds Dutch licence plates (kentekens) of every series the RDW has issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import BLANK, LICENCE_PLATE, bracketed
from beraad.privacy.dutch.spelled import NUMBER
from beraad.privacy.dutch.vocabulary import NOT_ON_PLATES
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_SERIES = (
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9",
    "9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
)  # fmt: skip
"""https://www.rdw.nl, kentekenseries: X is a letter, 9 a digit."""

_SAFE_WITHOUT_DASHES = ("99-XXX-9", "9-XXX-99", "9-XX-999", "999-XX-9", "XXX-99-X", "X-999-XX")


def _pattern(series: tuple[str, ...], separator: str) -> str:
    signs = str.maketrans({"X": "[a-z]", "9": r"\d", "-": separator})
    return f"(?:{'|'.join(one.translate(signs) for one in series)})"


_DASHED = sought(
    rf"(?<![\w-])(?<!\d[.,/]){_pattern(_SERIES, ' ?- ?')}(?![\w-])",
    r"-(?= ?[a-z0-9]{1,3} ?-)",
    back=4,
)
_SOLID = sought(
    rf"(?<![\w-]){_pattern(_SAFE_WITHOUT_DASHES, '').replace('a-z', 'A-Z')}(?![\w-])",
    r"[A-Z0-9](?<![\w-].)(?:[A-Z]{0,2}[0-9]|[0-9]{0,2}[A-Z])",
)
_SPACED = sought(
    r"(?<![\w-])(?:[A-Z]{2} \d{3} [A-Z]|[A-Z] \d{3} [A-Z]{2}|\d{2} [A-Z]{3} \d|[A-Z]{3} \d{2} [A-Z]"
    r"|\d [A-Z]{3} \d{2}|[A-Z]{2} \d{2} [A-Z]{2}|[A-Z]{2} ?\d[A-Z]{2} ?\d{2,3}"
    r"|[A-Z]{2}-[A-Z]{1,2} ?\d{2,4}"
    r"|[A-Z]{2} \d{4,5}[A-Z]?(?! \d)|\d-[A-Z]{3}-\d{3})(?![\w-])",
    r"[A-Z0-9](?<![\w-].)(?:[A-Z]{0,2} ?[0-9]|[0-9]? [A-Z]|[A-Z]-[A-Z]|-[A-Z])",
)
"""Groups with spaces, also of other countries."""
_NAMED = sought(
    rf"(?<![a-z])(?:kenteken|nummerplaat|kentekenplaat|plaat|nummerbord)\b[^\d\n{BLANK}]{{0,12}}?"
    rf"(?P<plate>(?<![a-z0-9])(?:{_pattern(_SERIES, '[ .-]{0,3}')}"
    r"|(?=[a-z-]{0,8}\d)[a-z0-9]{1,3}(?:-[a-z0-9]{1,3}){1,3}"
    r"|[a-z]{1,3} (?=[a-z0-9]*\d)[a-z0-9]{2,7}(?: (?=[a-z]*\d)[a-z0-9]{1,4})?"
    r"|[a-z]{2,3}\d{3,5}[a-z]{0,2}))(?![a-z0-9])",
    r"kenteken|nummer|plaat",
)
_WORDS_OF_LETTERS = (
    r"(?!(?:is|van|op|de|het|en|in|was|dat|die|een|met|uit|bij|aan|om|ik|hij|we|ze|er|nog)\b)"
    r"[a-z]{1,3}"
)
_SIGN = rf"(?:(?:{NUMBER})(?![a-z])|\d{{1,3}}(?!\w))"
_TOLD = sought(
    rf"(?<![a-z])(?:kenteken|nummerplaat|kentekenplaat|nummerbord)(?: is)?:? "
    rf"(?P<plate>(?:(?:{_WORDS_OF_LETTERS} ){{1,3}}{_SIGN}|{_SIGN} (?:[a-z] ){{1,3}}{_SIGN})"
    rf"(?: (?:{_SIGN}|[a-z](?![a-z]))){{1,5}})",
    r"kenteken|nummer|plaat",
)
"""One that is dictated: "kenteken w g m vier vijf acht"."""

_BEHIND_A_CAR = sought(
    r"(?<![\w-])(?=[A-Z0-9 -]{0,9}\d)(?=[A-Z0-9 -]{0,9}[A-Z])"
    r"(?:[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,5}){1,2}|[A-Z]{2,3}\d{3,5}[A-Z]{0,2})(?![\w-])",
    r"[A-Z0-9](?<![\w-].)(?:[A-Z]{0,2} ?[0-9]|[0-9]{0,3} ?[A-Z])",
)
_CAR = re.compile(
    r"(?<![^\W_])(?:auto|bus|busje|bestelbus|scooter|wagen|brommer|motor|caravan|camper|aanhanger"
    r"|golf|opel|volvo|fiat|toyota|bmw|mercedes),? \(?$"
)
_LOOK_BACK = 14
_BESIDE_THE_WORD = "staat bij het woord kenteken"


def licence_plates(page: Page) -> Iterator[Find]:
    """Yield plates with dashes, safe series without, and whatever is called a kenteken."""
    for match in _DASHED.finditer(page.lower):
        if _may_be_a_plate(match[0]):
            yield _find(page, *match.span(), Certainty.LIKELY, "vorm van een kenteken")
    for match in _SOLID.finditer(page.cased):
        if _may_be_a_plate(match[0].lower()):
            yield _find(page, *match.span(), Certainty.POSSIBLE, "vorm van een kenteken")
    for match in _SPACED.finditer(page.cased):
        if _may_be_a_plate(match[0].lower()):
            yield _find(page, *match.span(), Certainty.POSSIBLE, "vorm van een kenteken")
    yield from _of_vehicles(page)
    for match in _NAMED.finditer(page.lower):
        yield _find(page, *match.span("plate"), Certainty.CERTAIN, _BESIDE_THE_WORD)


def dictated_plates(page: Page) -> Iterator[Find]:
    """Yield a plate in words behind what it is called: "kenteken w g m vier vijf acht"."""
    for match in _TOLD.finditer(page.lower):
        yield _find(page, *match.span("plate"), Certainty.LIKELY, _BESIDE_THE_WORD)


def _of_vehicles(page: Page) -> Iterator[Find]:
    """Yield capitals and digits behind a word for a car: "slaapt in auto WGM 7K21"."""
    for match in _BEHIND_A_CAR.finditer(page.cased):
        before = page.lower[max(0, match.start() - _LOOK_BACK) : match.start()]
        if _CAR.search(before):
            yield _find(page, *match.span(), Certainty.LIKELY, "staat bij een woord voor een auto")


def _may_be_a_plate(text: str) -> bool:
    """Whether these letters are no word or unit: "3-mei-87" is a day."""
    return NOT_ON_PLATES.isdisjoint(re.findall("[a-z]+", text))


def _find(page: Page, start: int, end: int, certainty: Certainty, reason: str) -> Find:
    plate = page.lower[start:end]
    return page.mark(
        FindKind.LICENCE_PLATE,
        start,
        end,
        key=f"licence_plate:{re.sub('[^a-z0-9]', '', plate)}",
        certainty=certainty,
        reason=reason,
        suggestion=bracketed(LICENCE_PLATE),
    )
