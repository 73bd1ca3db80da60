"""Doors that are told by a number, and quarters that are a letter: "nr. 112", "H-buurt"."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.privacy.dutch.vocabulary import NUMBERED, RELATIONS
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import FIRST_DIGIT, sought

_WITH_ITS_ARTICLE = sought(
    r"(?<![^\W_])(?:[Dd]e|[Hh]et|'t) (?P<name>(?P<first>[A-Z][a-z'-]{2,25})"
    r" (?!(?:19|20)\d\d(?!\d))\d{1,3}(?: ?-?(?:[a-hA-H]|bis|hs))?)(?![\w%€]|[.:,/-]\d)"
    r"(?! (?:jaar|uur|euro|keer|weken|maanden|dagen))",
    r"[A-Z](?=[a-z'-]{2,25} \d)",
    back=4,
)
_SMALL_WITH_ITS_DOOR = sought(
    r"(?<![^\W_])(?:op|aan|naar) (?:de |het |'t )?"
    r"(?P<name>(?P<first>[a-z][a-z'-]{2,25}) "
    r"\d{1,3}(?: ?-?(?:bis|hs|zw|rd)|-(?:[a-h]|\d{1,2})|[a-h]))(?![\w%€]|[.:,/-]\d)",
    rf" {FIRST_DIGIT}",
    back=40,
)
_BY_ITS_NUMBER = sought(
    r"(?<![^\W_])(?:naar|bij|van|op|tegen) (?P<name>nr\.? ?\d{1,4}(?: ?[a-h](?![a-z]))?)"
    r"(?![\w%]|[.,:/-]\d)",
    r" nr\.? ?[0-9]",
    back=6,
)
_LETTERED_QUARTER = sought(
    r"(?<![\w-])(?P<name>[a-z]-(?:buurt|wijk|flat))(?![\w-])", "-(?:buurt|wijk|flat)", back=1
)


def doors(page: Page) -> Iterator[Find]:
    """Yield what may be a door: "die van de Dissel 12", "op de dam 2-bis"; it only asks."""
    for pattern, text in ((_WITH_ITS_ARTICLE, page.cased), (_SMALL_WITH_ITS_DOOR, page.lower)):
        for match in pattern.finditer(text):
            first = match["first"].lower()
            if first not in NUMBERED | RELATIONS and not first.endswith(("nummer", "nr")):
                yield _ask(page, *match.span("name"))
    for match in _BY_ITS_NUMBER.finditer(page.lower):
        yield _ask(page, *match.span("name"))


def lettered_quarters(page: Page) -> Iterator[Find]:
    """Yield a quarter that is a letter: "in de H-buurt"; it only asks."""
    for match in _LETTERED_QUARTER.finditer(page.lower):
        yield _ask(page, *match.span("name"))


def _ask(page: Page, start: int, end: int) -> Find:
    return mark_name(
        page,
        FindKind.ADDRESS,
        start,
        end,
        cores=(page.lower[start:end],),
        certainty=Certainty.POSSIBLE,
        reason="kan een adres zijn",
        asks=True,
    )
