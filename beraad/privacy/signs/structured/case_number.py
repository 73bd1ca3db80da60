"""Finds numbers of files and clients, and of documents people carry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import BLANK, CASE_NUMBER, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.structured.context import is_date
from beraad.privacy.text.page import Page

_NAMED = re.compile(
    r"(?<![a-z])(?:(?:zaak|dossier|client|klant|polis|melding|meldings|referentie|kenmerk|document"
    r"|paspoort|rijbewijs|vreemdelingen|v|ordner|besluit|registratie|inschrijf|relatie|patient"
    r"|id|kvk|contract|factuur|aanvraag|lid|debiteur|debiteuren|beschikking|beschikkings|werkproces"
    r"|personeels|leerling|burger)s?[ -]?(?:nummer|nr\.?|kenmerk|id)"
    rf"|kenmerk|referentie|zaak|dossier)(?![a-z])[^\w\n{BLANK}]{{0,4}}(?:(?:is|nummer|nr\.?) )?"
    r"(?P<number>[a-z]{0,6}[./ -]?\d[\w./-]*[a-z0-9](?: \d{2,6})*)"
)
_BARE = re.compile(
    r"(?<![\w./-])(?:[a-z]{1,5}[-./]?(?:19|20)?\d\d[-./]\d{3,8}|(?:19|20)\d\d[-./]\d{4,8}"
    r"|[a-z]{1,4}[-.]\d{4,10})(?![\w]|[-./]\d)"
)
_FEWEST_DIGITS = 3
_LAWS = re.compile(r"(?:ecli|stb|stcrt|artikel|art\.?)\S* ?$")


def case_numbers(page: Page) -> Iterator[Find]:
    """Yield numbers called a file number, and numbers with the form of one."""
    for match in _NAMED.finditer(page.lower):
        if sum(sign.isdecimal() for sign in match["number"]) >= _FEWEST_DIGITS:
            yield _find(page, *match.span("number"), "staat bij een woord voor zaaknummer")
    for match in _BARE.finditer(page.lower):
        before = page.lower[max(0, match.start() - 20) : match.start()]
        if not is_date(match[0]) and not _LAWS.search(before):
            yield _find(page, *match.span(), "vorm van een zaaknummer")


def _find(page: Page, start: int, end: int, reason: str) -> Find:
    number = page.lower[start:end]
    return page.mark(
        FindKind.CASE_NUMBER,
        start,
        end,
        key=f"case_number:{re.sub('[^a-z0-9]', '', number)}",
        certainty=Certainty.LIKELY,
        reason=reason,
        suggestion=bracketed(CASE_NUMBER),
    )
