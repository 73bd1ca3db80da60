"""Finds names of organisations and schools behind a word that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    DONE,
    NEIGHBOURHOOD_ENDINGS,
    OF_PEOPLE,
    ORGANISATION_TRIGGERS,
    PARTICLES,
    SCHOOL_TRIGGERS,
    TITLES,
)
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.learned.standing import SURELY_FROM, surely_stands
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.signs.names.seed import Spot
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_ALLOWED_ALONE = frozenset({"college"})
_OFFICES = sought(
    r"(?<![^\W_])(?P<name>(?:GGZ|GGD|GZ|Ggz|ggz) (?:in )?[A-Z][a-z][\w'-]{2,})", r"G[GZ]|Ggz|ggz"
)
"""A body that every region has, with its region or its name."""
"""What is a school behind its name only: "het Montaigne College"."""
_TRIGGERS = (ORGANISATION_TRIGGERS | SCHOOL_TRIGGERS) - _ALLOWED_ALONE
_NAME = (
    r"(?P<name>[A-Z0-9][\w'&-]*"
    r"(?: (?:(?:in|de|het|'t|voor|van|der|den|en|op|aan|bij|&) ){0,3}[A-Z][\w'&-]*){0,5})"
)
_ELSEWHERE = re.compile(r" (?:in|te|uit|op|aan|bij)(?: de| het)? (?P<where>[A-Z][\w'-]*)$")
_ALSO_WITHOUT_NAME = frozenset(
    {
        "school", "kerk", "club", "werkgever", "winkel", "bedrijf", "opvang", "dagbesteding",
        "thuiszorg", "kinderopvang", "moskee", "ziekenhuis", "loods", "fabriek", "praktijk",
        "firma", "brede",
    }
)  # fmt: skip
"""Kinds of which people say "naar school", so that what follows need not be a name."""


_TOLD, _BARE, _ENDING = "told", "bare", "ending"
_ENDINGS_BEFORE_ANY = (
    "stichting",
    "vereniging",
    "corporatie",
    "beheer",
    "makelaardij",
    "loonbedrijf",
    "bescherming",
)
"""Ends of words for organisations behind which a bare word is likely its name."""
_ENDINGS_BEFORE_AN_ARTICLE = (
    "zorg", "school", "opvang", "kliniek", "centrum", "praktijk", "winkel", "huis", "groep",
    "erij", "bescherming", "bureau", "kantoor", "club", "apotheek",
    "begeleiding", "kerk", "cbs", "kbs", "sbo", "ikc",
    "kdv", "bso", "pcbs",
)  # fmt: skip
"""Ends of words for organisations behind which an article begins its name."""
_BEFORE_A_BARE_NAME = frozenset(
    {"stichting", "bso", "gi", "swo", "kdv", "vereniging", "obs", "cbs"}
)
"""Kinds that hardly stand alone, so that any word behind them is likely a name."""
_SIDES = frozenset({"oost", "west", "noord", "zuid", "midden"})
_SURELY_FROM = 0.8
"""How likely a name must be, behind a kind and its article, to be one: "nachthuis de kruimel"."""
_THEN = frozenset({"en", "over", "maar", "omdat", "dat", "want", "op", "in", "voor", "met", "is"})

_BEHIND = re.compile(rf"[\w-]+ (?:(?:van )?(?:de |het |'t )?(?=[A-Z]))?[\"'“]?{_NAME}")
_BEHIND_SMALL = re.compile(r"[\w-]+ (?P<name>(?:de |het |'t )?[a-z'-]{4,})(?![\w])")
_CLASS = re.compile(r"[1-8][a-zA-Z]?")
"""What stands behind a kind of school and tells which class: "havo 5"."""

_AT_SCHOOL = sought(
    r"(?<![^\W_])(?:(?:[Zz]it|[Zz]at|zitten|zaten)(?: nu| weer| al| ook| nog| pas){0,2} op"
    r"|(?:[Jj]uf|[Mm]eester|[Ll]eerkracht|[Mm]entor|[Ii]b'er)(?: [A-Z][\w'-]+){0,2} (?:op|van)) "
    r"(?P<name>(?:[Dd]e|[Hh]et|'t) [A-Z][a-z'-]{3,30}(?: [A-Z][A-Za-z'-]{2,30})?)(?=[.,;:!?)\n]|\Z"
    r"| (?:en|in|zegt|belt|wil|vindt|maakt)\b)",
    r"Zit|zit|Zat|zat|Juf|juf|Meester|meester|Leerkracht|leerkracht|Mentor|mentor|Ib'er|ib'er",
)
_IN_A_GROUP = sought(
    r"(?<![^\W_])(?:[Gg]roep|[Kk]las) [1-8] (?:van |op )?"
    r"(?P<name>(?:(?:[Dd]e|[Hh]et|'t) )?[A-Z][\w'-]{2,30})",
    r"Groep [1-8]|groep [1-8]|Klas [1-8]|klas [1-8]",
)
_CLUB = sought(
    r"(?<![^\W_])(?P<name>(?:[FSV]C|VV|SV|HC|TC|fc|sc|vv|hc) [A-Za-z][\w'-]{2,})",
    r"FC |SC |VC |VV |SV |HC |TC |fc |sc |vv |hc ",
)


def organisations(page: Page, words: Sequence[Token], lexicon: Lexicon) -> Iterator[Find]:
    """Yield the names of organisations and schools."""
    kinds = lexicon.remembered(_kind)
    for index, token in enumerate(words):
        sort = kinds[token.core]
        if sort is None:
            continue
        if sort != _TOLD:
            yield from _called_with_a_capital(page, words, index, lexicon)
            yield from _perhaps(page, words, index, lexicon, bare=sort == _BARE)
            continue
        match = _BEHIND.match(page.cased, token.start)
        if match and not _CLASS.fullmatch(match["name"]):
            kind = FindKind.SCHOOL if token.core in SCHOOL_TRIGGERS else FindKind.ORGANISATION
            start, end = match.span("name")
            start = token.start if token.capital and not token.opens else start
            yield from _find(page, kind, start, _without_place(page, start, end, lexicon), lexicon)
        elif (
            (match := _BEHIND_SMALL.match(page.cased, token.start))
            and token.core not in _ALSO_WITHOUT_NAME
            and not (index and words[index - 1].core in ARTICLES)
            and (_is_a_name(match["name"], lexicon) or _is_bare(words, index, lexicon))
        ):
            yield from _find(page, FindKind.ORGANISATION, *match.span("name"))
        else:
            yield from _perhaps(page, words, index, lexicon, bare=False)
    for match in chain(_AT_SCHOOL.finditer(page.cased), _IN_A_GROUP.finditer(page.cased)):
        if match["name"].rpartition(" ")[2].lower() not in lexicon.allowed:
            yield from _find(page, FindKind.SCHOOL, *match.span("name"))
    for match in chain(_CLUB.finditer(page.cased), _OFFICES.finditer(page.cased)):
        yield from _find(page, FindKind.ORGANISATION, *match.span("name"))


def _kind(core: str, lexicon: Lexicon) -> str | None:
    """Whether a word tells a kind of organisation, or ends as one does."""
    if core in _TRIGGERS:
        return _TOLD
    if core in lexicon.given or core in lexicon.surnames or core in TITLES:
        return None
    if core.endswith(_ENDINGS_BEFORE_ANY):
        return _BARE
    return _ENDING if core.endswith(_ENDINGS_BEFORE_AN_ARTICLE) else None


def _called_with_a_capital(
    page: Page, words: Sequence[Token], index: int, lexicon: Lexicon
) -> Iterator[Find]:
    """Yield a kind with its name, both with a capital: "Jeugdbescherming Horizon"."""
    token = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if not token.capital or token.shouted or token.opens or after is None:
        return
    plain = after.core in lexicon.allowed or after.core in lexicon.never
    second = words[index + 2] if index + 2 < len(words) else None
    sided = after.core in _SIDES or (
        second is not None and second.gap == "-" and second.core in _SIDES
    )
    if after.capital and not after.opens and after.gap == " " and (sided or not plain):
        match = _BEHIND.match(page.cased, token.start)
        if match:
            end = _without_place(page, token.start, match.end("name"), lexicon)
            yield from _find(page, FindKind.ORGANISATION, token.start, end, lexicon)


def _perhaps(
    page: Page, words: Sequence[Token], index: int, lexicon: Lexicon, *, bare: bool
) -> Iterator[Find]:
    """Yield small words behind a kind that may well be its name: "jeugdzorg de horizon, zegt"."""
    match = _BEHIND_SMALL.match(page.cased, words[index].start)
    if match is None or not words[index].quiet:
        return
    articled = " " in match["name"]
    place = index + (2 if articled else 1)
    after = words[place + 1] if place + 1 < len(words) else None
    told = words[index].core in _TRIGGERS - _ALSO_WITHOUT_NAME
    ends = (
        told or after is None or after.gap != " " or after.core in OF_PEOPLE or after.core in _THEN
    )
    core = words[place].core
    plain = core in lexicon.never or core in OF_PEOPLE or core in lexicon.allowed
    plain = plain or bool(DONE.fullmatch(core))
    bare = bare or (told and words[index].core in _BEFORE_A_BARE_NAME)
    apart = _is_a_kind_of_its_own(words, index)
    named = (ends or apart) if articled else bare and not plain and _is_bare(words, index, lexicon)
    if named and (apart or not plain) and words[place].gap == " ":
        start, end = match.span("name")
        free = index == 0 or words[index - 1].core not in ARTICLES
        least = _SURELY_FROM if free else SURELY_FROM
        surely = articled and surely_stands(Spot(words, place, lexicon), least)
        yield mark_name(
            page,
            FindKind.ORGANISATION,
            start,
            end,
            cores=(core,),
            certainty=Certainty.LIKELY if surely else Certainty.POSSIBLE,
            reason=f"staat achter '{words[index].written}'",
            asks=not surely,
            everyday=not surely and lexicon.is_word(core),
        )


def _is_a_kind_of_its_own(words: Sequence[Token], index: int) -> bool:
    """Whether a kind stands without an article, so that an article behind it begins its name."""
    token, before = words[index], words[index - 1] if index else None
    if token.core in _TRIGGERS or before is None or token.opens:
        return False
    return token.gap != " " or before.core in ("bij", "van", "naar", "via", "door", "met", "in")


_COUNTED = re.compile(
    r" (?:euro|eur|procent|uur|minuten|dagen|weken|maanden|jaar|keer|mensen|gezinnen|woningen)\b"
)
"""Behind a number that is no name: "kost de corporatie 4000 euro"."""


def _without_place(page: Page, start: int, end: int, lexicon: Lexicon) -> int:
    """Where a name ends when the place behind it is not counted: "De Ster in Gouda"."""
    behind = _ELSEWHERE.search(page.cased, start, end)
    where = behind["where"].lower() if behind else ""
    placed = where in lexicon.places or where.endswith(NEIGHBOURHOOD_ENDINGS)
    return behind.start() if behind and placed and where != "wijk" else end


def _is_a_name(words: str, lexicon: Lexicon) -> bool:
    """Whether words without a capital name an organisation: with an article, or no Dutch word."""
    return " " in words or not (lexicon.is_word(words) or words in TITLES)


def _is_known(core: str, lexicon: Lexicon) -> bool:
    """Whether this is a law or a body that may stay, and no name besides: "dagbesteding Wmo"."""
    return core in lexicon.allowed and not (lexicon.is_name(core) or lexicon.is_word(core))


def _is_bare(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a kind stands behind neither article nor adjective, as before a name."""
    before = words[index - 1].core if index else ""
    name = words[index + 1].core if index + 1 < len(words) else ""
    plain = name in lexicon.never or name in OF_PEOPLE or name in lexicon.allowed
    definite = before in ARTICLES or before.endswith("e") or not before
    return words[index].quiet and not (definite or plain)


def _find(
    page: Page, kind: FindKind, start: int, end: int, lexicon: Lexicon | None = None
) -> Iterator[Find]:
    cores = tuple(word for word in words_of(page.cased[start:end]) if word not in PARTICLES)
    if all(map(str.isdecimal, cores)) and _COUNTED.match(page.lower, end):
        return
    if cores and not (lexicon and all(_is_known(core, lexicon) for core in cores)):
        yield mark_name(
            page,
            kind,
            start,
            end,
            cores=cores,
            certainty=Certainty.LIKELY,
            reason="naam achter de soort organisatie",
        )
