"""The brand of a car, a scooter or a phone: a trait of somebody, and nobody's name.

"Een gele Fiat Panda" can point to one person in a village. Read before names, so that it is no
person and no organisation.
"""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.phrasing import capital
from beraad.privacy.find import Find
from beraad.privacy.signs.telling.asked_detail import marked_detail
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_CARS = (
    r"(?:opel|volkswagen|vw|toyota|ford|peugeot|renault|mercedes|bmw|audi|volvo|fiat|kia|hyundai"
    r"|citroen|seat|skoda|nissan|suzuki|mazda|tesla|dacia|mitsubishi|lexus|subaru|lada|trabant"
    r"|saab|porsche|ferrari|lamborghini|maserati|jaguar|bentley|chevrolet|daihatsu|daewoo|canta"
    r"|biro|mini cooper|mini|alfa romeo|land rover|range rover|rolls royce)"
)
_CAR_MODELS = (
    r"(?:panda|punto|500|tipo|doblo|golf|polo|passat|up|caddy|transporter|touran|tiguan|kever|corsa"
    r"|astra|zafira|vivaro|combo|meriva|kadett|clio|megane|twingo|kangoo|scenic|espace|trafic"
    r"|partner|berlingo|c[1-5]|picasso|[1-5]0[6-8]|fiesta|focus|ka|transit|mondeo|escort|yaris|aygo"
    r"|corolla|auris|starlet|picanto|rio|ceed|i[1-3]0|getz|swift|alto|vitara|micra|qashqai|juke|leaf"
    r"|civic|octavia|fabia|superb|ibiza|leon|a[1-8]|q[2-8]|x[1-6]|vito|sprinter|[a-c]-klasse"
    r"|model [3sxy]|duster|logan|sandero|matiz|cuore|spark)"
)
_SCOOTERS = r"(?:vespa|piaggio|kymco|tomos|puch|zundapp|kreidler)"
_MOTORS = r"(?:harley(?:[ -]davidson)?|kawasaki|ducati)"
_PHONES = r"(?:iphone|nokia|samsung|huawei|xiaomi|oneplus|fairphone|motorola|blackberry)"
_PHONE_MODELS = r"(?:galaxy(?: [a-z]?\d{1,2})?|\d{1,2}(?: pro)?)"
_COLOUR = (
    r"(?:(?:licht|donker|fel|knal|gifs?|mint)?-?"
    r"(?:gele|rode|groene|blauwe|zwarte|witte|grijze|paarse|bruine|gouden|zilveren)|oranje|roze"
    r"|beige|zilverkleurige|goudkleurige|roestige|gedeukte|opgevoerde|verlengde)"
)
_ONE = r"(?:een|de|die|deze|zo'n|mijn|zijn|haar|hun|onze|jouw|z'n|d'r|m'n)"
_WORD = r"[a-z]{3,20}e"


def _ways(brand: str, models: str) -> str:
    model = rf"(?: {models})?" if models else ""
    with_model = rf"|{brand} {models}" if models else ""
    return rf"(?:{_COLOUR} {brand}{model}{with_model})"


_ENDS = r"(?![\w’'-])"
_KINDS = (
    ("auto", _CARS, _CAR_MODELS),
    ("scooter", _SCOOTERS, ""),
    ("motor", _MOTORS, ""),
    ("telefoon", _PHONES, _PHONE_MODELS),
)
_TOLD = tuple(
    (
        general,
        sought(
            rf"(?<![\w’'-])(?P<one>{_ONE} )?(?P<said>{_ways(brand, models)}){_ENDS}",
            brand,
            back=60,
        ),
    )
    for general, brand, models in _KINDS
)
_STRANGE = (
    ("auto", r"(?:ferrari|porsche|lamborghini|maserati|bentley|jaguar|trabant|canta|range rover)"),
    ("scooter", _SCOOTERS),
    ("motor", _MOTORS),
    ("telefoon", r"(?:nokia|huawei|xiaomi|oneplus|fairphone|blackberry)"),
)
_BARE = tuple(
    (
        general,
        sought(
            rf"(?<![\w’'-])(?P<one>{_ONE} (?:{_WORD} )?)(?P<said>{brand}){_ENDS}", brand, back=40
        ),
    )
    for general, brand in _STRANGE
)
"""Brands that are in no list, and stand where a thing stands."""

_REASON = "merk van iets waaraan men iemand kent"


def brands(page: Page) -> Iterator[Find]:
    """Yield a brand with its colour or model, and one that few have."""
    taken = 0
    found = (
        (match, general)
        for general, pattern in (*_TOLD, *_BARE)
        for match in pattern.finditer(page.lower)
    )
    for match, general in sorted(found, key=lambda each: each[0].span("said")):
        start, end = match.span("said")
        if start < taken:
            continue
        taken = end
        more_general = _fitting(page, start, general, is_one=bool(match["one"]))
        yield marked_detail(page, start, end, _REASON, more_general)


def _fitting(page: Page, start: int, general: str, *, is_one: bool) -> str:
    """What it is, with an article where it has none; with a capital where it opens a sentence."""
    said = general if is_one else f"een {general}"
    opens = page.cased[start : start + 1].isupper() and page.cased[:start].rstrip()[-1:] in _OPENS
    return capital(said) if opens else said


_OPENS = {"", ".", "!", "?", "\n"}
