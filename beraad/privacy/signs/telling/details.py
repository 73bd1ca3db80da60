"""Points out traits that few people share: origin, belief, health, work, family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beraad.privacy.dutch.placeholders import TRAIT, bracketed
from beraad.privacy.dutch.vocabulary import ARTICLES, traits
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_PEOPLE = (
    r"[a-z]*(?:man|vrouw|arts|meester|burgemeester|wethouder|leraar|lerares|docent|boer|imam"
    r"|dominee|dokter"
    r"|tandarts|notaris|bakker|slager|kapper|bewoner|bewoonster|inwoner|leerling|student|speler"
    r"|zoon|dochter"
    r"|broer|zus|kind|jongen|meisje|moeder|vader|gezin|familie|weduwe|weduwnaar|werknemer"
    r"|medewerker|huurder"
    r"|client|cliente|patient|vluchteling|statushouder|ondernemer|winkelier|voorzitter|raadslid"
    r"|ambtenaar|(?!winter|zomer|manier|kamer|meter|cijfer|letter|nummer|papier|keer|december"
    r"|november|oktober|september|over|weer|hier|daar)[a-z-]{4,}(?:er|ster|ist|eur|aar|ier))"
)
_ONLY = sought(
    r"\b(?:(?:(?:de|het|onze|hun|haar|zijn|als) |(?<=: )|(?<![^\n]))"
    r"(?:enige|bekendste|rijkste|beroemdste|oudste|jongste|eerste|laatste)"
    rf" (?:[a-z]{{3,}}e )?{_PEOPLE}(?![a-z])"
    r"|(?:de|het) (?:enige|bekendste|rijkste|beroemdste) (?!keer|vraag|stap|optie|reden|manier"
    r"|mogelijkheid|uitweg"
    r"|wat|die|dat|weg|kans|zorg|oplossing|norm|waarde|afspraak|contact|hulp|inkomen|juiste|echte)"
    r"[a-z]{4,}(?= (?:van|in|uit|op|met) (?:de |het |een |dit |ons )?[a-z'-]{3,}))"
    r"(?: (?:van|in|uit|op|met) (?:de |het |een |dit |ons )?[a-z'-]{3,})?",
    r"(?:enige|bekendste|rijkste|beroemdste|oudste|jongste|eerste|laatste)",
    back=5,
)


_KNOWN_FOR = sought(
    r"\b(?:moeder|vader|ouders|broer|zus|weduwe|weduwnaar|opa|oma) van (?:de|het|dat|die)"
    r" (?:[a-z]{3,}(?:en|e) )(?:tweeling|drieling|kind|kindje|jongen|jongetje|meisje|baby|zoon"
    r"|dochter|man|vrouw)(?![a-z])",
    r"moeder|vader|ouders|broer|zus|weduwe|weduwnaar|opa|oma",
)
_KNOWN_WITH = sought(
    r"(?<![^\W_])(?:man|vrouw|jongen|meisje|meid|moeder|vader|buurman|buurvrouw|gezin|familie|stel)"
    r" met (?:de|het|die|dat|haar|zijn|hun) (?!hulp|hond|naam|vraag|kinderen)"
    r"(?:[a-z-]+ ){0,3}[a-z-]{3,}",
    " met ",
    back=10,
)
_KNOWN_AS = sought(
    r"\b(?:kent|kennen|kende|kenden|bekend|bekendstaat) (?:hem |haar |hun |ze |staat )?als "
    r"(?:de|het|die|dat) (?:(?! punt | dus | maar | want | omdat )[^.,;:()\n]){4,90}",
    r"kent|kennen|kende|bekend",
)
_ALONE_IN = sought(
    r"\b(?:ben|is|was|zijn|waren) (?:de enige|het enige) (?:in|van|op|uit|met) (?:de|het|dit"
    r"|deze|een|ons|onze)"
    r" [^.,;:()\n]{3,60}",
    r"ben de|is de|was de|zijn de|waren de|is het|was het",
)
_MANY = sought(
    r"\b(?:alleenstaande )?(?:moeder|vader|ouder|oma|opa|ouders) van (?:[3-9]|1\d|drie|vier|vijf"
    r"|zes|zeven|acht|negen)"
    r"(?=[.,;)\n]|$| (?:kinderen|die|is|en)\b)|\balleenstaande (?:moeder|vader)\b",
    r"alleenstaande |moeder|vader|ouder|oma|opa",
)
_BEFORE_WORK = frozenset({"is", "was", "als", "wordt", "werd", "voormalig", "oud", "gepensioneerd"})
_ONE_OF_FEW = "een van de weinigen"


_ONCE = sought(
    r"(?<![^\W_])(?:voormalige?|voorheen|gewezen|gepensioneerde?|oud-)(?: als| een)? ?"
    r"(?P<work>[a-z'-]{3,30}(?:er|or|ist|es|ster|aar|man|vrouw|arts|loods|kok|chauffeur|agent|meester"
    r"|directeur|wethouder|leraar|docent|imam|predikant))(?![\w-])",
    "voormalig|voorheen|gewezen|gepensioneerd|oud-",
)


def details(page: Page, words: Sequence[Token]) -> Iterator[Find]:
    """Yield rare traits, each with something more general where there is such a word."""
    for match in _ONLY.finditer(page.lower):
        fits = match[0].startswith(("de enige", "het enige", "de bekendste", "de rijkste"))
        yield _find(page, *match.span(), "maakt iemand uniek", _ONE_OF_FEW if fits else "")
    for match in _ONCE.finditer(page.lower):
        yield _find(page, *match.span("work"), "werk van vroeger", "")
    for pattern in (_KNOWN_FOR, _KNOWN_WITH, _KNOWN_AS, _ALONE_IN):
        for match in pattern.finditer(page.lower):
            yield _find(page, *match.span(), "maakt iemand uniek", "")
    for match in _MANY.finditer(page.lower):
        yield _find(page, *match.span(), "grootte van een gezin", "")
    by_first = traits()
    for index, token in enumerate(words):
        for written, trait in by_first.get(token.core, ()):
            last = index + len(written) - 1
            if tuple(word.core for word in words[index : last + 1]) == written:
                before = words[index - 1].core if index else ""
                general = trait.behind_article if before in ARTICLES else trait.general
                general = general if _fits(trait.reason, before) else ""
                yield _find(page, token.start, words[last].end, trait.reason, general)


def _fits(reason: str, before: str) -> bool:
    """Whether a general word reads here: somebody's work only where a person is named by it."""
    return reason != "werk" or before in ARTICLES or before in _BEFORE_WORK or before.endswith("e")


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
