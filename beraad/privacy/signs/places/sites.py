"""Where somebody lives or is, told in small words without a street: it only asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.spelled import NUMBER
from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    CALLED_NOTHING,
    NO_SITES,
    NOBODY_IS_WITH,
    NUMBERED,
    ORGANISATION_TRIGGERS,
    PARTICLES,
    RELATIONS,
    SCHOOL_TRIGGERS,
)
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import FIRST_DIGIT, each_in, sought

_ARTICLE = r"(?:de |het |'t )"
_CALLED = r"[a-z'-]{4,30}(?: [a-z'-]{4,30})?"
_ENDS = (
    r"(?= ?(?:[.,;:!?)(|\t\n]|$)| (?:in|te|bij|en|met|als|want|omdat|waar|is|kan|moet|mag|wil|heeft"
    r"|woont|woonde|geloof|sinds|tot|om|al|voor|zonder|gewoond|wonen|vorig|vorige|deze|dit|toen|nu|naar)\b)"
)
_KINDS = (
    r"parkeerplaats|parkeerterrein|woonwagenkamp|kampje|jachthaven|locatie|paviljoen|gebouw|flat|hofje"
    r"|landgoed|huize|villa|camping|bungalowpark|vakantiepark|recreatiepark|wooncomplex|complex|schip"
    r"|woonboot|woonark|volkstuin|volkstuincomplex|buurthuis|wijkgebouw|sporthal|zwembad|begraafplaats"
)
_NAMED = r"huize|landgoed|camping|bungalowpark|vakantiepark|recreatiepark|woonark"
"""Of these the name follows without an article too."""
_AT_A_SITE = sought(
    rf"(?<![^\W_])(?:(?:{_KINDS}) (?P<name>{_ARTICLE}{_CALLED})"
    rf"|(?:{_NAMED}) (?P<called>{_CALLED})){_ENDS}",
    rf"{_KINDS}|{_NAMED}",
)
_LIVES_AT = sought(
    r"(?<![^\W_])(?:woont|wonen|woon|woonde|woonden|gewoond|verhuisd|opgegroeid|slaapt|verblijft|bivakkeert)"
    r"(?: nu| nog| weer| al| samen| alleen| tijdelijk| weg| ook)?(?: (?:haar|zijn|zn"
    r"|hun) hele leven)?"
    rf"(?: al)? (?:op|aan|achter|vanaf|van|naar|in) (?P<name>{_ARTICLE}{_CALLED}){_ENDS}"
    rf"|(?<![^\W_])(?:op|aan|in) (?P<home>{_ARTICLE}{_CALLED}) (?:woont|woonde|woonden|gewoond"
    rf"|opgegroeid|geboren)\b",
    r"woon|wonen|gewoond|verhuisd|opgegroeid|slaapt|verblijft|bivakkeert|geboren",
    back=75,
)
_OLD = sought(
    r"(?<![^\W_])(?:op|aan) "
    r"(?P<name>(?:de |het |'t )(?:oude|nieuwe|lange|korte|hoge|lage|grote|kleine|lage|achterste)"
    rf" [a-z'-]{{4,30}}){_ENDS}",
    r"oude|nieuwe|lange|korte|hoge|lage|grote|kleine|achterste",
    back=9,
)
"""Streets and quays are called so: "aan de oude haven"."""
_COMES_FROM = sought(
    r"(?<![^\W_])(?:ondernemer|bewoner|inwoner|gezin|man|vrouw|jongen|meisje|mensen|kind|kinderen|iemand"
    r"|familie|moeder|vader|buurman|buurvrouw|winkelier|jongeren|cliënt|client) uit "
    rf"(?P<name>{_ARTICLE}[a-z'-]{{4,30}}){_ENDS}",
    r" uit (?:de|het|'t) ",
    back=12,
)
_BOAT = sought(
    r"(?<![^\W_])(?:boot|bootje|woonboot|ark|schip|schuit|caravan|camper|stacaravan|tent|auto|busje)"
    r"(?: [a-z'-]+){0,3} (?:aan|in|achter|op|langs|bij) "
    rf"(?P<name>{_ARTICLE}{_CALLED}){_ENDS}",
    r"boot|ark|schip|schuit|caravan|camper|tent|auto|busje",
    back=12,
)
_LIES_IN = sought(
    r"(?<![^\W_])(?:ligt|lag|opgenomen|geopereerd|bevallen|behandeld"
    r"|opname)(?: [a-z0-9'-]+){0,4} in "
    rf"(?P<name>{_ARTICLE}[a-z'-]{{5,30}}){_ENDS}",
    r"ligt|lag|opgenomen|geopereerd|bevallen|behandeld|opname|verbleef|verblijft|verbleven",
)
_AT_THE = sought(
    r"(?<![^\W_])(?:werkt|werkte|werken|begeleid|begeleiding|geregeld|plek|plaats|terecht|vrijwilliger"
    r"|vrijwilligster|verblijft|logeert|slaapt|ondergebracht|intake|rondleiding|stage|dagbesteding|gestart"
    r"|begonnen|geplaatst|aangemeld|overblijf|oppas|groepsleider|beheerder|gebeld|afspraak|gesprek)"
    r"(?: [a-z'-]+){0,2} (?:bij|op|vanuit|via|in) "
    rf"(?P<name>{_ARTICLE}(?:[a-z'-]{{3,20}}e )?[a-z'-]{{4,30}}){_ENDS}",
    r" (?:bij|op|vanuit|via|in) (?:de|het|'t) ",
    back=55,
    over="a-z' -",
)
_ALSO_AT = sought(
    r"(?<![^\W_])(?:bij|via|van|naar|door) (?:(?:de |het |'t )?[a-z'-]{3,25},? ){1,2}en "
    rf"(?P<name>{_ARTICLE}[a-z'-]{{4,30}}){_ENDS}",
    r" en (?:de|het|'t) ",
    back=75,
    over="a-z', -",
)
_SAINT = sought(
    r"(?<![^\W_])(?!sinterkla)(?P<name>(?:st\.|st(?= )|sint|sinte|santa|o\.l\.v\.) ?-?"
    r"(?!nicolaas|maarten|juttemis|klaas|(?:kwam|komt|brengt|bracht|gaf|geeft|heeft|had|was|rijdt|reed"
    r"|kreeg|van|met|zei)\b)[a-z'-]{3,25})(?![\w-])",
    r"st\.|st |sint|santa|o\.l\.v",
)
_TEAM = sought(
    rf"(?<![^\W_])(?:sociaal |jeugd|buurt|wijk"
    rf"|gebieds)?(?:team) (?P<name>{_ARTICLE}[a-z'-]{{4,30}})"
    r"(?= ?(?:[.,;:!?)(|\t\n]|$))",
    r"team ",
    back=8,
)
_UNIT = r"(?:[ -]?(?:[a-h]|bis|hs|zw|rd)(?![a-z])|-\d{1,3})?"
_ALONE = sought(
    r"(?:(?<![^\n])|(?<=[\t|;:(] )|(?<=[\t|;:(])|(?<= [-–] )|(?<=\n[-*] )"
    r"|(?<=, )|(?<=wonende )|(?<=wonend ))"
    rf"(?P<name>(?P<first>[a-z][a-z'-]{{3,25}}) \d{{1,4}}{_UNIT})"
    r"(?=[,;|)\t\n]|$| [-–] | (?:in|te) |\.(?!\d))",
    rf" {FIRST_DIGIT}",
    back=27,
)
_DOOR = re.compile(r"\d[ -]?(?:[a-h]|bis|hs|zw|rd)\Z")
_HOUSE = re.compile(r"\D[1-9]\d{0,2}\Z")
_ROAD = sought(
    r"(?<![^\W_])(?:aan|langs|op|naast|onder|van|bij|over) de (?P<name>[an] ?[1-9]\d{0,2})"
    r"(?![\w-]|[.,]\d| (?:papier|vel|poster|formaat|print|vellen))",
    r" de [an] ?[1-9]",
    back=7,
)
_FLOOR = sought(
    rf"(?<![^\W_])(?:van|op|uit|woont|buren|buurman|buurvrouw|meneer|mevrouw|bewoner|bewoonster) "
    rf"(?P<name>(?:(?![1-3] hoog(?! achter| voor)|(?:een|twee|drie) hoog(?! achter| voor))"
    rf"(?:\d{{1,2}}|{NUMBER}))[ -]hoog(?: achter| voor)?)(?![a-z])",
    r"[ -]hoog",
    back=45,
)
_NUMBER_IN_WORDS = sought(
    rf"(?:,|(?<![^\W_])op|(?<![^\W_])van) (?P<name>(?:nummer|nr\.?) {NUMBER})"
    r"(?= ?(?:[.,;:!?)|\t\n]|$)| (?:hs|bis|woont|is|heeft|en)\b)",
    r"(?:nummer|nr\.?) ",
    back=5,
)
_WING = sought(
    r"(?<![\w-])(?:huis|locatie|afdeling|unit|paviljoen|gebouw|vleugel|toren|woning) "
    r"(?P<name>noord|zuid|oost|west|midden)(?= ?(?:[.,;:!?)|\t\n]|$)"
    r"| (?:is|belt|belde|meldt|zegt|laat|heeft)\b)",
    r" (?:noord|zuid|oost|west|midden)",
    back=10,
)
_FROM_NEXT_DOOR = sought(
    r"(?<![^\W_])(?:(?:hier|buren|buurman|buurvrouw) van (?P<next>\d{1,3})"
    r"|(?:van|from|bij|naar|op) (?P<name>\d{1,3} ?(?:[a-h]|bis|hs)))"
    r"(?= ?(?:[.,;:!?)|\t\n]|$)"
    r"| (?:is|heeft|helpt|helps|woont|belt|belde|klaagt|zegt|kwam|komt|en)\b)",
    rf" {FIRST_DIGIT}",
    back=14,
)
"""Where somebody lives, in the words of a neighbour: "els van 9b", "van tien hoog"."""
_WHERE_SOMEBODY_LIVES = (_AT_A_SITE, _LIVES_AT, _COMES_FROM, _OLD, _BOAT)
_WHERE_AN_ORGANISATION_IS = (_AT_THE, _LIES_IN, _ALSO_AT, _SAINT)
_KNOWN_BY_NEIGHBOURS = (_ROAD, _FLOOR, _WING, _NUMBER_IN_WORDS, _FROM_NEXT_DOOR)
_LAND = (
    "landen", "lande", "waarden", "waard", "polder", "horst", "hoek", "velden", "beek", "brink",
    "dam", "donk", "gaarde", "hage", "heide", "hoeve", "hoven", "hout", "koog", "kreek", "meent",
    "meer", "oever", "rade", "schans", "sluis", "stee", "stede", "steden", "terp", "vaart", "veen",
    "vliet", "voorde", "weide", "weiden", "wierde", "zijl",
    "veste", "werf", "hoef", "eiland", "kerk", "moskee",
)  # fmt: skip
"""How places, quarters and houses are called that lie somewhere."""
_SHORTEST = 4
_KINDS_OF_OFFICES = ORGANISATION_TRIGGERS | SCHOOL_TRIGGERS
_OFFICES = ("team", "ering", "therapie", "dienst", "afdeling", "balie", "kraam", "zaken")
_SHORTEST_OF_LAND = 8


def sites(page: Page) -> Iterator[Find]:
    """Yield where somebody is: "op parkeerplaats de hulk", "woont aan de veerdam"."""
    for match in each_in(page.lower, _WHERE_SOMEBODY_LIVES):
        yield from _asked(page, match, FindKind.ADDRESS, "kan zijn waar iemand woont")
    for match in _TEAM.finditer(page.lower):
        yield from _asked(page, match, FindKind.NEIGHBOURHOOD, "staat achter 'team'")
    for match in each_in(page.lower, _WHERE_AN_ORGANISATION_IS):
        yield from _asked(page, match, FindKind.ORGANISATION, "kan een organisatie zijn")


def lone_addresses(page: Page) -> Iterator[Find]:
    """Yield a word with a number that stands alone, as an address does: "- roerdomp 8"."""
    for match in _ALONE.finditer(page.lower):
        if not _is_numbered(match["first"]):
            yield an_address(page, *match.span("name"), "kan een adres zijn")


def _is_numbered(word: str) -> bool:
    """Whether the number behind a word counts something, and is of no house."""
    return word in NUMBERED or word in RELATIONS or word.endswith(("nummer", "nr"))


def sure_addresses(page: Page, lexicon: Lexicon) -> Iterator[Find]:
    """Yield the same where the word is none, or the number is that of a door: "Veldzicht 3"."""
    for match in _ALONE.finditer(page.lower):
        first = match["first"]
        if _is_numbered(first) or "-" in first:
            continue
        plain = first in lexicon.allowed or first in lexicon.never or first in lexicon.english
        if plain or first in lexicon.given:
            continue
        door = _DOOR.search(match["name"]) is not None
        house = _HOUSE.search(match["name"]) is not None and not lexicon.is_word(first)
        if door or house:
            yield an_address(page, *match.span("name"), "straat met huisnummer", is_sure=True)


def next_doors(page: Page) -> Iterator[Find]:
    """Yield a floor, a door or a road by which neighbours know a home: "tien hoog", "de a28"."""
    for match in each_in(page.lower, _KNOWN_BY_NEIGHBOURS):
        group = next(name for name, said in match.groupdict().items() if said)
        yield an_address(page, *match.span(group), "kan een adres zijn")


def lands(page: Page, words: Sequence[Token], lexicon: Lexicon) -> Iterator[Find]:
    """Yield words of no dictionary that end as places do: "in de merwelanden", "rivierstee"."""
    of_land = lexicon.remembered(_is_of_land)
    for place, token in enumerate(words):
        core = token.core
        if not of_land[core]:
            continue
        behind = place > 0 and words[place - 1].core in ARTICLES
        if token.quiet or (token.capital and not token.opens) or behind:
            yield mark_name(
                page,
                FindKind.PLACE,
                token.start,
                token.end,
                cores=(core,),
                certainty=Certainty.POSSIBLE,
                reason="eindigt zoals een plaats heet",
                asks=True,
            )


def workplaces(page: Page, words: Sequence[Token], lexicon: Lexicon) -> Iterator[Find]:
    """Yield what somebody with a first name is of, without capitals: "jo van de waaier"."""
    for place in range(1, len(words) - 2):
        if words[place].core != "van" or words[place + 1].core not in ("de", "het", "t"):
            continue
        before, name = words[place - 1], words[place + 2]
        if before.core not in lexicon.given or before.core in lexicon.never or name.capital:
            continue
        if place > 1 and words[place - 2].core.endswith("e") and before.core in lexicon.words:
            # "de andere kant van de tafel" is of nobody.
            continue
        joined = all(word.gap == " " for word in words[place : place + 3])
        plain = name.core in NO_SITES or name.core in lexicon.never or len(name.core) < _SHORTEST
        plain = plain or name.core in _KINDS_OF_OFFICES or name.core.endswith(_OFFICES)
        if joined and not plain and name.core not in lexicon.surnames:
            yield mark_name(
                page,
                FindKind.ORGANISATION,
                words[place + 1].start,
                name.end,
                cores=(name.core,),
                certainty=Certainty.POSSIBLE,
                reason=f"staat achter '{before.written} van'",
                asks=True,
                everyday=lexicon.is_word(name.core),
            )


def _is_of_land(core: str, lexicon: Lexicon) -> bool:
    """Whether a word ends as places do and is in no list of ordinary words."""
    if len(core) < _SHORTEST_OF_LAND or not core.endswith(_LAND):
        return False
    return core not in lexicon.words and core not in lexicon.allowed and core not in lexicon.never


def _asked(page: Page, match: re.Match[str], kind: FindKind, reason: str) -> Iterator[Find]:
    group = next(name for name, said in match.groupdict().items() if said)
    words = tuple(word for word in words_of(match[group]) if word not in ARTICLES)
    cores = tuple(word for word in words if word not in PARTICLES)
    if not cores or not NO_SITES.isdisjoint(cores) or not CALLED_NOTHING.isdisjoint(cores):
        return
    if not NOBODY_IS_WITH.isdisjoint(cores):
        return
    yield mark_name(
        page,
        kind,
        *match.span(group),
        cores=cores,
        certainty=Certainty.POSSIBLE,
        reason=reason,
        asks=True,
        everyday=True,
    )


def an_address(page: Page, start: int, end: int, reason: str, *, is_sure: bool = False) -> Find:
    """These letters as an address; asked about unless it `is_sure`."""
    return mark_name(
        page,
        FindKind.ADDRESS,
        start,
        end,
        cores=words_of(page.lower[start:end]),
        certainty=Certainty.LIKELY if is_sure else Certainty.POSSIBLE,
        reason=reason,
        asks=not is_sure,
    )
