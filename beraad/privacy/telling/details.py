"""Points out traits that few people share: origin, belief, health, work, family."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.finds import Certainty, Find, FindKind
from beraad.privacy.page import Page
from beraad.privacy.placeholders import TRAIT, bracketed
from beraad.privacy.vocabulary import ARTICLES, traits

_ONLY = re.compile(
    r"\b(?:(?:de|het) )?(?:enige|eerste|oudste|jongste|laatste|bekendste|rijkste|beroemdste) "
    r"(?!keer|maand|jaar|tijd|vraag|stap|dag|week|plaats"
    r"|optie|ronde|gesprek|reactie|brief|weken|maanden|dagen|jaren|besluit|instantie|kamer"
    r"|reden|manier|mogelijkheid|uitweg|wat|die|dat"
    r"|weg|kans|zorg"
    r"|indruk|oplossing|norm|waarde|afspraak|contact|hulp|inkomen)"
    r"[a-z]{4,}(?: (?:van|in|uit|op|met) (?:de |het |een )?[a-z'-]{3,})?"
)


_LAST_WORD = re.compile(r"([a-z']+) $")
_ONE_OF_FEW = "een van de weinigen"


def details(page: Page) -> Iterator[Find]:
    """Yield rare traits, each with something more general where there is such a word."""
    for match in _ONLY.finditer(page.lower):
        yield _find(page, match, "maakt iemand uniek", _ONE_OF_FEW)
    for trait in traits():
        for match in trait.pattern.finditer(page.lower):
            general = trait.behind_article if _behind_article(page, match) else trait.general
            yield _find(page, match, trait.reason, general)


def _behind_article(page: Page, match: re.Match[str]) -> bool:
    before = _LAST_WORD.search(page.before(match.start()))
    return bool(before and before[1] in ARTICLES)


def _find(page: Page, match: re.Match[str], reason: str, general: str) -> Find:
    return page.mark(
        FindKind.DETAIL,
        *match.span(),
        key=f"detail:{match[0]}",
        certainty=Certainty.POSSIBLE,
        reason=reason,
        suggestion=bracketed(TRAIT),
        generalised=general,
        asks=True,
    )
