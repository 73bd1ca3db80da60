"""What everybody in a village knows somebody by: a post there, a class, a house beside a shop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from beraad.privacy.find import Find
from beraad.privacy.signs.telling.asked_detail import asked_detail
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import Sought, sought

_CLUB = (
    r"(?:brandweer|vrijwillige brandweer|reddingsbrigade|reddingsmaatschappij|knrm|schutterij|gilde"
    r"|fanfare|harmonie|drumband|brassband|carnavalsvereniging|toneelvereniging|voetbalclub"
    r"|voetbalvereniging|korfbalclub|ijsclub|ijsvereniging|muziekvereniging|oranjevereniging"
    r"|dorpsraad|kerkenraad|buurtvereniging|(?:gemengd |kerk)?koor|dorpshuis)"
)
_POST = sought(
    r"(?<![^\W_])(?P<what>(?P<said>vrijwillig(?:er|ster)|lid|bestuurslid|actief|trainer|trainster"
    r"|penningmeester|secretaris|bevelvoerder|brandwacht) (?:bij|van|in|op) (?:de |het |een )?"
    rf"{_CLUB})(?![\w-])",
    r"vrijwillig|lid |actief|train|penningmeester|secretaris|bevelvoerder|brandwacht",
)
_BOARD = sought(
    rf"(?<![^\W_])(?P<what>in het bestuur van (?:de |het |een ){_CLUB})(?![\w-])",
    "in het bestuur van",
)
_CHAIN = (
    r"(?:albert heijn|appie|jumbo|lidl|aldi|plus|coop|spar|dirk|vomar|deka|hoogvliet|poiesz|hema"
    r"|action|kruidvat|etos|blokker|zeeman|wibra|gamma|praxis|karwei|hornbach|ikea|mcdonald['’]?s"
    r"|kfc|burger king|primera|bruna|mediamarkt|decathlon|welkoop|boerenbond)"
)
_LANDMARK = (
    rf"(?:{_CHAIN}|kerk|moskee|molen|watertoren|brandweerkazerne|politiebureau|gemeentehuis|stadhuis"
    r"|station|ziekenhuis|begraafplaats|zwembad|sporthal|bibliotheek|tankstation|snackbar|cafetaria"
    r"|bakker|slager|apotheek|supermarkt|kroeg|winkelcentrum|busstation|jachthaven|vuurtoren)"
)
_BESIDE = (
    r"(?:(?:schuin |pal |vlak |net |recht )?(?:achter|naast|boven|tegenover)|vlak ?bij"
    r"|aan de overkant van)"
)
_HOUSE = sought(
    r"(?<![^\W_])(?:woont|wonen|woon|woonde|woonden|gewoond|verhuisd|huis|flat|appartement|kamer"
    r"|woning|bovenwoning)(?: (?:nu|al|nog|samen|alleen|met [a-z]+ [a-z]+)){0,2} "
    rf"(?P<what>{_BESIDE} (?:de |het |een )?{_LANDMARK})(?![\w-])",
    r"woon|wonen|woning|verhuisd|huis|flat|appartement|kamer|gewoond",
    back=7,
)
_SHOP = sought(
    rf"(?<![^\W_])(?P<what>{_BESIDE} de {_CHAIN})(?![\w-])",
    r"achter de |naast de |boven de |tegenover de |bij de |van de ",
    back=24,
)
_NUMBER = r"(?:[1-6]|een|[eé]en|twee|drie|vier|vijf|zes|eerste|tweede|derde|vierde|vijfde|zesde)"
_SCHOOL = (
    r"(?:vmbo(?:[ -](?:b|k|t|bb|kb|gl|tl|basis|kader))?|mavo|havo|vwo|gymnasium|atheneum"
    r"|havo/vwo|praktijkonderwijs)"
)
_CLASS = sought(
    rf"(?<![^\W_])(?P<what>(?:in )?(?:klas )?{_NUMBER}(?:e klas)? {_SCHOOL}"
    rf"|(?:in )?{_SCHOOL}[ -]{_NUMBER})(?![\w/-])",
    r"vmbo|mavo|havo|vwo|gymnasium|atheneum|praktijkonderwijs",
    back=22,
)


class _Kind(NamedTuple):
    said: Sought
    reason: str
    general: str


_KINDS = (
    _Kind(_POST, "wat iemand doet in een kleine kring", "{said} bij een vereniging"),
    _Kind(_BOARD, "wat iemand doet in een kleine kring", "in het bestuur van een vereniging"),
    _Kind(_HOUSE, "een plek die iedereen kent", "in de buurt"),
    _Kind(_SHOP, "een plek die iedereen kent", "op een bekende plek"),
    _Kind(_CLASS, "de klas waar iemand in zit", ""),
)


def whereabouts(page: Page) -> Iterator[Find]:
    """Yield what points to one person or house for who lives there too; it only asks."""
    for kind in _KINDS:
        for match in kind.said.finditer(page.lower):
            start, end = page.folded.span(*match.span("what"))
            said = page.original[start:end]
            general = _general(kind, match)
            opens = said[:1].isupper()
            yield asked_detail(said, start + page.start, kind.reason, general, opens=opens)


def _general(kind: _Kind, match: re.Match[str]) -> str:
    """What says it more generally; only what somebody does, where it is no club that does it."""
    if kind.said is _CLASS:
        return "op de middelbare school" if match["what"].startswith("in ") else ""
    said = match.groupdict().get("said", "")
    helps = said.startswith("vrijwillig")
    return said if helps else kind.general.format(said=said)
