"""Points out traits that few people share: origin, belief, health, work, family."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.finds import Certainty, Find, FindKind
from beraad.privacy.page import Page
from beraad.privacy.vocabulary import detail_words

_ONLY = re.compile(
    r"\b(?:enige|eerste|oudste|jongste|laatste|bekendste|rijkste|beroemdste) "
    r"(?!keer|maand|jaar|tijd|vraag|stap|dag|week|plaats"
    r"|optie|ronde|gesprek|reactie|brief|weken|maanden|dagen|jaren|besluit|instantie|kamer"
    r"|reden|manier|mogelijkheid|uitweg|wat|die|dat"
    r"|weg|kans|zorg"
    r"|indruk|oplossing|norm|waarde|afspraak|contact|hulp|inkomen)"
    r"[a-z]{4,}(?: (?:van|in|uit|op|met) (?:de |het |een )?[a-z'-]{3,})?"
)


def details(page: Page) -> Iterator[Find]:
    """Yield rare traits, each with something more general."""
    for match in _ONLY.finditer(page.lower):
        yield _find(page, *match.span(), "maakt iemand uniek", "een van de weinigen")
    for reason, suggestion, pattern in detail_words():
        for match in pattern.finditer(page.lower):
            yield _find(page, *match.span(), reason, suggestion)


def _find(page: Page, start: int, end: int, reason: str, suggestion: str) -> Find:
    return page.mark(
        FindKind.DETAIL,
        start,
        end,
        key=f"detail:{page.lower[start:end]}",
        certainty=Certainty.POSSIBLE,
        reason=reason,
        suggestion=suggestion,
        asks=True,
    )
