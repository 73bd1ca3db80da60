"""How many chose something, said without them as the subject: "er is door één van ons gekozen".

Nobody does anything in such a sentence, and yet it counts. So does a word for almost all, or for
all at once. What is proposed says that there was a choice, and not by how many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from beraad.privacy.dutch.placeholders import PARTICIPANT
from beraad.privacy.signs.telling.said_of import Matter

_WHOLE = r"(?![\w’'-])"
_ENDS = r"(?= ?[.,;:!?)\n]|\Z| en | maar | want )"
_ONE = r"(?:[eé]én|een|1)"
_MANY = (
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    r"|\d{1,2})"
)
_NUMBER = rf"(?:{_ONE}|{_MANY})"
_TOGETHER = r"(?:tweeën|drieën|vieren|vijven|zessen|zevenen|achten|negenen|tienen)"
_OF_US = (
    rf"van (?:ons|jullie|het team|de groep|de {_MANY}|de (?:deelnemers|aanwezigen|collega['’]?s))"
    rf"{_WHOLE}"
)
_PEOPLE = (
    rf"(?:iemand|persoon|personen|mensen|man|{PARTICIPANT}s?|collega['’]?s?|aanwezigen?"
    rf"|teamleden|groepsleden){_WHOLE}"
)
_FEW = rf"(?:eentje|(?:een|één) enkeling|een (?:enkele|paar) {_PEOPLE}|een paar(?: {_OF_US})?)"
_MOST = (
    r"(?:(?:het|een) (?:over)?grote deel|het merendeel"
    r"|(?:de|een) (?:grote |ruime |krappe |kleine )?"
    rf"(?:meerderheid|minderheid)|de meesten?|(?:ruim |bijna )?de (?:andere )?helft)(?: {_OF_US})?"
)
_ALMOST = r"(?:bijna|vrijwel|zo goed als|nagenoeg|haast)"
_NEARLY = rf"{_ALMOST} (?:iedereen|allen|niemand|alle {_PEOPLE})"
_EVERYBODY = (
    rf"(?:iedereen|niemand|allen|ons allen|ons allemaal|alle {_MANY}(?: {_PEOPLE})?"
    rf"|de (?:hele|volledige) groep|het hele team)(?:,? op {_NUMBER} na)?"
)
_COUNTED = rf"{_NUMBER} (?:{_OF_US}|{_PEOPLE})(?: {_OF_US})?"
_MERELY = r"(?:maar|slechts|alleen|enkel|precies|ongeveer)"
_LEAD = rf"(?!{_MERELY} )[\w’'-]+"
_ONLY = r"(?:(?:maar|slechts|alleen|precies|ook|toch|ongeveer) ){0,2}"
_SOME = rf"{_ONLY}(?:{_COUNTED}|{_FEW}|{_MOST}|{_NEARLY})"

_CHOSEN = r"(?:gekozen|gestemd|verkozen|gewild|afgewezen|verworpen)"
_SAID = (
    rf"(?:{_CHOSEN}|gesteund|bepleit|gepleit|verdedigd|voorgesteld|ingebracht|onderschreven"
    r"|getwijfeld|betwijfeld|genoemd|gedeeld|gezegd|gevonden|gevoeld|gezien)"
)
_IS = r"(?:is|zijn|werd|werden|wordt|worden|was|waren|bleef|bleven)"
_CHOSE = r"(?:koos|kozen|kiest|kiezen|stemden?|stemt|stemmen)"
_VIEWED = (
    rf"(?:{_CHOSE}|vond|vonden|zag|zagen|durfden?|voelden?|(?:hield|hielden) (?:vast|het bij|voet)"
    r"|(?:bleef|bleven) bij|(?:had|hadden) (?:liever|moeite|bezwaar|twijfels?)"
    r"|vindt|vinden|wilden?|wil|willen|wou|wouden|twijfelden?|dacht|dachten"
    r"|(?:was|waren|is|zijn|bleef|bleven) (?:het )?(?:er )?(?:niet )?(?:mee )?"
    rf"(?:voor|tegen|eens|oneens)){_WHOLE}"
)
_WE_VIEW = (
    r"(?:vonden|vinden|wilden|willen|kozen|kiezen|stemden|stemmen|dachten|denken|voelden|voelen"
    r"|zagen|zien|twijfelden|twijfelen|(?:waren|zijn|gingen|bleven)(?= (?:we|wij) (?:\w+ ){0,3}?"
    r"(?:(?:on)?eens|voor|tegen|om|mee|akkoord|bang|boos|blij|verdrietig|overtuigd|opgelucht)"
    rf"{_WHOLE}))"
)
_SMALL = r"(?:(?:het|dit|dat|er|ook|toch|wel|nu|toen|eerst|meteen|uiteindelijk|liever) ){0,3}"
_ONE_BY_ONE = (
    rf"(?:alle {_MANY}|met (?:zijn|z[’'`]?n|ons) {_TOGETHER}|stuk voor stuk|zonder uitzondering"
    r"|als één man|eenparig|eenstemmig)"
)
_AT_ONCE = rf"(?:{_ONE_BY_ONE}|allemaal|met (?:zijn|z[’'`]?n|ons) allen|unaniem)"
_OTHERS = re.compile(r"\b(?:raad|gemeenteraad|college|rechters?|kamer|fracties?)\b", re.IGNORECASE)
_CLAUSE = 60
_CARDS = r"(?:kaart(?:en|jes?)?|briefjes?|afwegingen|afweging)"
_OUT_OF = r"(?:om|vanwege|uit|door)"
_OPENS = r"(?:(?<![^\n])|(?<=[.;:,!?(–-] )|(?<=\ben )|(?<=\bmaar )|(?<=\bdat )|(?<=\bomdat ))"


class Told(NamedTuple):
    """Where a choice is counted so, and what says it without counting."""

    start: int
    end: int
    general: str


class _Way(NamedTuple):
    """How a choice is counted.

    Attributes:
        signs: of which one stands in every text that does.
        general: what is said instead; `{…}` for what was found under that name.
        least: the matter from which it is read.
    """

    said: re.Pattern[str]
    signs: tuple[str, ...]
    general: str | Callable[[re.Match[str]], str]
    least: Matter = Matter.OUTCOME


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){pattern}", re.IGNORECASE)


def _of_more(found: re.Match[str]) -> str:
    """What some did: in the number of the verb behind it."""
    return "enkelen" if found["viewed"].split()[0].casefold().endswith("n") else "een deel"


def _of_cards(found: re.Match[str]) -> str:
    return f"{'een andere' if found['one'] else 'enkele'} {found['card']}"


def _less_or_also(found: re.Match[str]) -> str:
    return "werd minder gekozen" if "niemand" in found[0].casefold() else "werd ook gekozen"


def _same_kind(found: re.Match[str]) -> str:
    return "gezamenlijke" if found["inflected"] else "gezamenlijk"


_WAYS = (
    _Way(
        _read(
            rf"{_IS} (?:\w+ ){{0,3}}?door niemand(?: van ons)? (?:\w+ ){{0,2}}?{_CHOSEN}{_WHOLE}"
        ),
        ("door ",),
        "werd besproken",
        Matter.CASE,
    ),
    _Way(
        _read(
            rf"door (?:{_SOME}|{_EVERYBODY}) {_IS}(?= [^.;!?\n]{{0,{_CLAUSE}}}\b{_SAID}{_WHOLE})"
        ),
        ("door ",),
        "er werd",
    ),
    _Way(
        _read(
            rf"(?P<lead>{_LEAD})(?: {_MERELY})? door {_SOME}"
            rf"(?= [^.;!?\n]{{0,{_CLAUSE}}}?\b{_SAID}{_WHOLE})"
        ),
        ("door ",),
        "{lead}",
    ),
    _Way(
        _read(
            rf"(?P<lead>{_LEAD})(?: {_MERELY})? door (?:{_ONLY}{_NUMBER}|{_EVERYBODY})"
            rf"(?= (?:[\w’'-]+ ){{0,3}}?{_CHOSEN}{_WHOLE})"
        ),
        ("door ",),
        "{lead}",
    ),
    _Way(
        _read(
            rf"(?P<lead>{_SAID}) door (?:{_SOME}{_WHOLE}|(?:{_ONLY}{_NUMBER}|{_EVERYBODY}){_ENDS})"
        ),
        ("door ",),
        "{lead}",
    ),
    _Way(
        _read(
            rf"(?:voor|op) [^.,;:!?\n]{{2,40}}? (?P<who>{_CHOSE} (?:er )?(?:{_ONLY}{_NUMBER}"
            rf"|{_SOME}|{_EVERYBODY})){_ENDS}"
        ),
        ("voor ", "op "),
        _less_or_also,
    ),
    _Way(
        _read(
            rf"(?:voor|tegen) [^.,;:!?\n]{{2,40}}? (?P<who>(?:was|waren|is|zijn) er {_ONLY}"
            rf"(?:{_NUMBER}|{_FEW})){_ENDS}"
        ),
        ("voor ", "tegen "),
        "werd ook gekozen",
        Matter.TALK,
    ),
    _Way(
        _read(
            rf"(?P<who>(?:kreeg|kregen|haalde|haalden|telde) {_ONLY}{_NUMBER} (?:stem(?:men)?"
            rf"|briefjes?|voorkeur(?:en)?|handen|hand)){_WHOLE}"
        ),
        ("stem", "briefje", "voorkeur", "hand"),
        "werd ook gekozen",
    ),
    _Way(
        _read(
            rf"(?P<who>(?:(?P<one>{_ONE})|{_MANY}) (?P<card>{_CARDS}))"
            r"(?= (?:zei|zeiden|noemden?|ging|gingen|koos|kozen|wilden?|vond|vonden"
            rf"|was voor|waren voor){_WHOLE})"
        ),
        ("kaart", "briefje", "afweging"),
        _of_cards,
        Matter.TALK,
    ),
    _Way(
        _read(rf"er (?P<who>{_CHOSE} {_ONLY}(?:{_NUMBER}|{_SOME}))(?= (?:voor|op) )"),
        ("er ",),
        "werd ook gekozen",
    ),
    _Way(
        _read(rf"(?P<who>{_CHOSE} er {_ONLY}(?:{_NUMBER}|{_SOME}))(?= (?:voor|op) )"),
        (" er ",),
        "werd er ook gekozen",
    ),
    _Way(
        _read(rf"(?P<who>niemand (?:van ons )?(?:koos|stemde) {_SMALL}(?:voor|op))(?= [a-z])"),
        ("niemand ",),
        "er werd gesproken over",
    ),
    _Way(
        _read(
            rf"(?P<who>(?:{_ONLY}(?:{_FEW}|{_MOST})|{_ALMOST} "
            rf"(?:iedereen|allen)|iedereen(?: van ons)?|allen|alle {_MANY}) {_CHOSE})"
            rf"(?= {_SMALL}(?:voor|op) )"
        ),
        ("koos", "kozen", "kies", "kiez", "stem"),
        "er werd gekozen",
    ),
    _Way(
        _read(
            rf"(?P<who>{_MOST}|{_ALMOST} (?:iedereen|allen|alle {_PEOPLE}))"
            rf"(?= (?P<viewed>{_VIEWED}))"
        ),
        ("meeste", "merendeel", "heid", "helft", *_ALMOST[3:-1].split("|"), "deel"),
        _of_more,
    ),
    _Way(_read(rf"(?P<who>{_ONLY}{_FEW})(?= {_VIEWED})"), ("e",), "iemand"),
    _Way(
        re.compile(
            rf"{_OPENS}(?P<who>{_ONLY}[eé][eé]n)(?= (?:wou|wilde|koos|vond|dacht|twijfelde|stemde"
            rf"|zei|zag|bleef|durfde|voelde){_WHOLE})",
            re.IGNORECASE,
        ),
        ("één", "eén", "een"),
        "iemand",
        Matter.TALK,
    ),
    _Way(
        _read(
            r"(?P<who>op (?:eentje|(?:een|één) enkeling"
            rf"|{_NUMBER} (?:{_PEOPLE}|{_OF_US})) na){_WHOLE}"
        ),
        (" na",),
        "op enkelen na",
    ),
    _Way(
        _read(
            rf"(?P<who>op {_NUMBER} na)(?=,? (?:waren|zijn|vonden|vinden|wilden|willen|kozen|kiezen"
            r"|stemden|gingen|dachten|konden|kunnen) (?:we|wij) )"
        ),
        (" na",),
        "op enkelen na",
    ),
    _Way(
        _read(rf"(?P<who>behalve (?:eentje|(?:een|één) enkeling|{_NUMBER} {_PEOPLE})){_WHOLE}"),
        ("behalve ",),
        "op enkelen na",
    ),
    _Way(
        _read(rf"(?P<who>met (?:een|één) uitzondering)(?=,? {_WE_VIEW} (?:we|wij) |{_ENDS})"),
        ("uitzondering",),
        "grotendeels",
    ),
    _Way(
        _read(rf"(?P<who>{_ONE_BY_ONE}|unaniem)(?=,? {_WE_VIEW} (?:we|wij){_WHOLE})"),
        ("",),
        "samen",
    ),
    _Way(
        _read(
            r"(?:we|wij) (?:vonden|vinden|wilden|willen|kozen|kiezen|stemden|dachten|voelden"
            rf"|zagen) (?:\w+ ){{0,2}}?(?P<who>{_ONE_BY_ONE}){_WHOLE}"
        ),
        ("we ", "wij "),
        "samen",
    ),
    _Way(
        _read(
            rf"(?P<who>{_AT_ONCE})(?= (?:kozen|kiezen|stemden|wilden|willen) (?:we|wij){_WHOLE})"
        ),
        ("we", "wij"),
        "samen",
    ),
    _Way(
        _read(rf"(?:we|wij) (?:kozen|kiezen|stemden) (?:\w+ ){{0,2}}?(?P<who>{_AT_ONCE}){_WHOLE}"),
        ("we ", "wij "),
        "samen",
    ),
    _Way(_read(rf"(?P<who>alle {_MANY})(?= {_VIEWED})"), ("alle ",), "we"),
    _Way(
        _read(
            rf"(?:(?:we|wij) (?:waren|zijn|zaten|zitten|stonden)|(?:waren|zijn|zaten|zitten) "
            rf"(?:we|wij)) (?:het )?(?P<who>{_AT_ONCE})(?= (?:op (?:één|een) lijn|(?:on)?eens|voor"
            rf"|tegen){_WHOLE})"
        ),
        ("we ", "wij "),
        "samen",
    ),
    _Way(
        _read(rf"(?P<who>niet (?:geheel |helemaal |echt )?(?:unaniem|eenparig)){_WHOLE}"),
        ("unaniem", "eenparig"),
        "verdeeld",
    ),
    _Way(
        _read(
            r"(?P<who>unaniem(?P<inflected>e)?)(?= (?:besluit|keuze|oordeel|advies|antwoord|stem"
            rf"|mening|standpunt|voorkeur){_WHOLE})"
        ),
        ("unaniem",),
        _same_kind,
    ),
    _Way(
        _read(rf"(?:we|wij) (?:waren|zijn) (?P<who>unaniem)(?= over |{_ENDS})"),
        ("unaniem",),
        "het eens",
    ),
    _Way(
        _read(rf"(?:waren|zijn) (?:we|wij) (?P<who>unaniem)(?= over |{_ENDS})"),
        ("unaniem",),
        "het eens",
    ),
    _Way(
        _read(rf"(?:het|dat|dit|keuze|besluit|oordeel) (?:was|is|werd) (?P<who>unaniem){_WHOLE}"),
        ("unaniem",),
        "duidelijk",
    ),
    _Way(
        _read(rf"(?P<who>(?P<lead>(?!niet )[\w’'-]+) (?:unaniem|eenparig|eenstemmig)){_WHOLE}"),
        ("unaniem", "eenparig", "eenstemmig"),
        "{lead}",
    ),
    _Way(
        _read(
            rf"(?P<who>de een {_OUT_OF} [^.;!?\n]{{2,60}}?,? (?:en )?de ander {_OUT_OF} "
            r"[^.;!?\n]{2,60}?,? (?:en )?(?:de (?:derde|vierde|laatste)|een derde|weer een ander"
            rf"|nog een) {_OUT_OF} [^.;!?\n]{{2,60}})"
        ),
        ("de een ",),
        "om verschillende redenen",
    ),
)
_SENTENCE = re.compile(r"[^.;!?\n]+")
_IN_TIMES = re.compile(rf"\b(?:gekozen|gestemd|verkozen){_WHOLE}", re.IGNORECASE)
_TIMES = re.compile(
    rf"(?<![\w’'-])(?:(?P<lead>{_IS}(?: er)?|er|gekozen|gestemd) )?{_ONLY}{_NUMBER}"
    rf"(?: keer| maal| ?[x×])(?: (?P<verb>werd|is|was)(?: er)?)?{_WHOLE}",
    re.IGNORECASE,
)


def told_by_count(text: str, told: Matter) -> Iterator[Told]:
    """Yield where a text that the group said together counts a choice in any of these ways."""
    small = text.casefold()
    for way in _WAYS:
        if told < way.least or not any(sign in small for sign in way.signs):
            continue
        for found in way.said.finditer(text):
            if "unaniem" in found[0].casefold() and _is_of_others(text, found):
                continue
            start, end = found.span("who" if "who" in way.said.groupindex else 0)
            yield Told(start, end, _general(way, found))
    if told >= Matter.OUTCOME and _IN_TIMES.search(small):
        yield from _times(text)


def _general(way: _Way, found: re.Match[str]) -> str:
    if isinstance(way.general, str):
        return way.general.format(**found.groupdict())
    return way.general(found)


def _is_of_others(text: str, found: re.Match[str]) -> bool:
    """Whether it is said of those who decide elsewhere, such as the council."""
    return bool(_OTHERS.search(text, max(0, found.start() - _CLAUSE), found.end() + 20))


def _times(text: str) -> Iterator[Told]:
    """Yield how often something was chosen: "A werd één keer gekozen, D vier keer"."""
    for sentence in _SENTENCE.finditer(text):
        if not _IN_TIMES.search(sentence[0]):
            continue
        for found in _TIMES.finditer(text, *sentence.span()):
            if found["verb"]:
                yield Told(found.start(), found.end(), "er werd")
            else:
                yield Told(found.start(), found.end(), found["lead"] or "ook")
