"""Points out traits that few people share: origin, belief, health, work, family."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beraad.privacy.dutch.placeholders import TRAIT, bracketed
from beraad.privacy.dutch.vocabulary import ARTICLES, traits
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.page import Page

_ONLY = re.compile(
    r"\b(?:(?:de|het) )?(?:enige|eerste|oudste|jongste|laatste|bekendste|rijkste|beroemdste) "
    r"(?!keer|maand|jaar|tijd|vraag|stap|dag|week|plaats"
    r"|optie|ronde|gesprek|reactie|brief|weken|maanden|dagen|jaren|besluit|instantie|kamer"
    r"|reden|manier|mogelijkheid|uitweg|wat|die|dat"
    r"|weg|kans|zorg"
    r"|indruk|oplossing|norm|waarde|afspraak|contact|hulp|inkomen)"
    r"[a-z]{4,}(?: (?:van|in|uit|op|met) (?:de |het |een )?[a-z'-]{3,})?"
)


_ONE_OF_FEW = "een van de weinigen"


def details(page: Page, words: Sequence[Token]) -> Iterator[Find]:
    """Yield rare traits, each with something more general where there is such a word."""
    for match in _ONLY.finditer(page.lower):
        yield _find(page, *match.span(), "maakt iemand uniek", _ONE_OF_FEW)
    by_first = traits()
    for index, token in enumerate(words):
        for written, trait in by_first.get(token.core, ()):
            last = index + len(written) - 1
            if tuple(word.core for word in words[index : last + 1]) == written:
                behind_article = index > 0 and words[index - 1].core in ARTICLES
                general = trait.behind_article if behind_article else trait.general
                yield _find(page, token.start, words[last].end, trait.reason, general)


def _find(page: Page, start: int, end: int, reason: str, general: str) -> Find:
    return page.mark(
        FindKind.DETAIL,
        start,
        end,
        key=f"detail:{page.lower[start:end]}",
        certainty=Certainty.POSSIBLE,
        reason=reason,
        suggestion=bracketed(TRAIT),
        generalised=general,
        asks=True,
    )
