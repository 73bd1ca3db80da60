"""Points out who stood where: a count, an exception, a seat at the table, a move of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.phases.residents import names_residents
from beraad.privacy.dutch.placeholders import PARTICIPANT
from beraad.privacy.find import Find
from beraad.privacy.signs.telling.asked_detail import asked_detail
from beraad.privacy.text.page import Page

VIEWS = (
    r"(?:wil|willen|wilde|wilden|wou|wouden|koos|kozen|kiest|kiezen|vindt|vinden|vond|vonden"
    r"|twijfelt|twijfelen|twijfelde|twijfelden|stemt|stemmen|stemde|stemden|deelt|delen|deelde"
    r"|deelden|durft|durven|durfde|durfden|denkt|denken|dacht|dachten|(?:ging|gingen|gaat|gaan|is"
    r"|was|waren|zijn) (?:voor|tegen)|(?:bleef|bleven|blijft|blijven) bij"
    r"|(?:kan|kunnen|kon|konden) (?:hier|er|daar)(?:mee)? )"
)
"""How it is said that somebody has, or chooses, a side."""

_COUNT = r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d{1,2})"
_ONE = r"(?:[eé]én|een|1)"
_LETTER = r"(?:optie |keuze )?(?-i:[A-L])(?![\w'’-])"
_NOBODY_HERE = (
    r"(?!(?:gemeente|organisatie|rechter|wet|groep|inwoner|rest|meesten|anderen|helft)\b)"
)
_SOMEBODY = rf"(?:de|onze) {_NOBODY_HERE}[^\W\d_][\w-]{{2,39}}"
_SMALL = r"(?:(?:nu|toch|dan|eerst|ook|zelf|meteen|uiteindelijk|nog|liever|wel|net|weer) ){0,3}"
_ENDS = r"(?=[.,;:!?)\n]|$)"


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SHARE = _read(rf"\b(?P<who>{_COUNT} van (?:de )?{_COUNT})(?= {VIEWS})")
_MAJORITY = _read(
    rf"\b(?P<who>(?P<said>meerderheid|minderheid) \({_COUNT} (?:van|tegen) (?:de )?{_COUNT}\))"
)
_AGAINST = _read(rf"\b(?P<who>met {_COUNT} tegen (?:{_COUNT}|{_ONE}))(?![\w,])")
_JUST_AGAINST = _read(
    rf"(?:^|[.;:,(] |\n|\b(?:werd|was|is|bleef|het) )"
    rf"(?P<who>{_COUNT} tegen (?:{_COUNT}|{_ONE})){_ENDS}"
)
_FOR_AND_FOR = _read(
    rf"\b(?P<who>{_COUNT} voor [^.,;!?\n]{{1,40}}[,;] (?:en )?(?:{_COUNT}|{_ONE}) (?:voor|tegen))\b"
)
_CARDS = r"(?:kaart(?:en|je|jes)?|afweging(?:en)?|stem(?:men)?|briefjes?|keuze[ns]?)"
_NARROW = _read(rf"\b(?P<who>(?:met )?(?:{_ONE}|{_COUNT}) stem(?:men)? (?:verschil|meerderheid))\b")
_LAY = (
    r"(?:lag(?:en)?|liggen|ligt|ging(?:en)?|gaat|gaan|viel(?:en)?|was|waren|is|zijn|stond(?:en)?"
    r"|kwam(?:en)?)"
)
_PILE = _read(
    rf"\b(?P<who>(?:{_COUNT}|{_ONE}) {_CARDS})"
    rf"(?= (?:{_LAY} )?{_SMALL}(?:bij|op|voor|naar) {_LETTER})"
    rf"(?!(?<=een keuze) voor {_LETTER} (?!en |,|(?:lag|ligt|ging|gaat|viel|kwam)\b)\w)"
)
_ON_PILE = _read(
    rf"(?:\b(?:bij|op|voor) {_LETTER} {_LAY}|\b{_LETTER} (?:kreeg|krijgt|haalde|had|heeft|telde)) "
    rf"(?:maar |slechts |er |ook |nog )?(?!een keuze\b)"
    rf"(?P<who>(?:{_COUNT}|{_ONE}) {_CARDS})\b"
)
_WHO_CHOSE = _read(
    rf"\b(?P<who>(?:wie|degene die) (?:(?:{_LETTER} {_SMALL}(?:koos|nam|wilde|wou))"
    rf"|(?:(?:voor|op|bij|tegen) {_LETTER} {_SMALL}(?:koos|was|stemde|bleef|stond))))\b"
)
_AFTER_ONE = _read(
    rf"\b(?P<who>op (?:{_ONE}|{_COUNT}) na)(?=,? {VIEWS}|,? (?:allemaal|iedereen)\b)"
)
_CARDS_BUT_ONE = _read(rf"\balle {_CARDS}\b[^.!?\n]{{0,60}}?\b(?P<who>op (?:{_ONE}|{_COUNT}) na)\b")
_BESIDE_COUNT = _read(
    rf"\b{VIEWS}\b[^.!?\n]{{0,80}}[,;] (?:en |maar )?(?P<who>{_ONE}|{_COUNT})"
    rf"(?= (?:niet|wel|anders){_ENDS})"
)
_BUT_ONE = _read(
    r"\b(?:iedereen|allen|allemaal|we|wij)\b[^.!?\n]{0,60}?\b(?P<who>(?:behalve|op) "
    rf"(?:{_ONE}|{_COUNT})(?: na)?)\b(?=[,;]? ?{VIEWS}|[.,;\n]|$)"
)
_ALL_BUT = _read(
    rf"\b(?P<who>behalve {_SOMEBODY}),?"
    rf"(?= {VIEWS} (?:iedereen|allemaal|we|wij|de rest|de anderen)\b)"
)
_BOTH = _read(
    rf"\b(?P<who>{_SOMEBODY} en {_SOMEBODY})(?= (?:zaten|zitten|waren|zijn|stonden|staan|vonden"
    r"|vinden|wilden|willen|kozen|kiezen|dachten|denken)(?: [^\W\d_]+){0,3}? "
    rf"(?:op (?:[eé]én|een) lijn|(?:on)?eens|tegenover|lijnrecht|hetzelfde|anders|{_LETTER}))"
)
_COLLEAGUE_WHO = _read(
    rf"\b(?P<who>(?:de|een|onze|die|[eé]én) (?:collega|{PARTICIPANT}|aanwezige|teamgenoot) die "
    rf"[^.,;:!?\n]{{3,50}}?),?(?= {VIEWS})"
)
_SEAT = _read(
    r"\b(?P<who>wie (?:naast|tegenover|bij|links|rechts|vooraan|achteraan"
    r"|het dichtst)[^.,;:!?\n]{0,40}? (?:zat|zit))\b"
)
_NOBODY_ELSE = _read(
    rf"\b(?P<who>niemand anders dan (?:(?:de|onze) )?{_NOBODY_HERE}[^\W\d_][\w-]{{2,39}})"
    rf"(?= (?:{VIEWS}|zei|zegt|zag|ziet|vroeg|noemde))"
)
_THE_REST = _read(
    rf"(?:(?-i:(?P<name>[A-Z])[\w'’-]+)|\b(?:{PARTICIPANT} \d+|(?P<one>{_SOMEBODY}))) {VIEWS}\b"
    rf"[^.!?\n]{{0,80}}(?:[,;]|,? (?:en|maar)) (?P<who>de rest)(?= (?:niet|wel|{VIEWS}))"
)
_OWN = (
    (
        rf"ik (?:ga|ging|ben|was|schoof|schuif|wissel|wisselde|stap|stapte|kwam|kom) {_SMALL}"
        rf"(?:[^\W\d_]+ )?van {_LETTER} naar {_LETTER}"
    ),
    (
        rf"(?:zoals|omdat|waarom|toen|nadat) ik "
        rf"(?:(?:dat|dit|het|hem|die|zo|daarvoor|ervoor) ){{0,2}}{_SMALL}"
        r"(?:koos|stemde|gekozen heb|heb gekozen)"
    ),
    (
        rf"ik (?:heb|had) {_SMALL}(?:(?:met|voor|op) )?{_LETTER} "
        rf"(?:ingestemd|gekozen|gestemd|genomen)"
    ),
    (
        rf"ik (?:koos|kies|stemde|stem|nam|neem|wil|wilde|ga|ging|blijf|bleef) {_SMALL}"
        rf"(?:(?:voor|op|bij|met) )?{_SMALL}{_LETTER}"
    ),
    rf"{_LETTER} (?:koos|kies|stemde) ik",
    (
        r"(?:is|was|betekent|betekende) voor mij [^.,;:!?\n]{2,40}?,? (?:en|maar) voor "
        r"(?:haar|hem|de ander|een ander) (?!niet\b|ook\b|wel\b|juist\b)[^\W\d_]+"
    ),
)
_OWN_MOVE = _read(rf"(?<![\w'’-])(?P<who>{'|'.join(_OWN)})(?![\w'’-])")

_COUNTED = "telt keuzes: in een kleine groep is dan te zien wie wat koos"
_UNIQUE = "maakt iemand uniek"
_SEEN = f"zegt welke {PARTICIPANT} dit is"
_MOVED = f"de keuze van één {PARTICIPANT}"

_LOOKED_FOR = (
    (_SHARE, _COUNTED, (" van ",), "enkelen"),
    (_MAJORITY, _COUNTED, ("derheid (",), "{said}"),
    (_AGAINST, _COUNTED, (" tegen ",), "met verdeelde stemmen"),
    (_JUST_AGAINST, _COUNTED, (" tegen ",), "met verdeelde stemmen"),
    (_PILE, _COUNTED, (" kaart", " afweging", " stem", " briefje", " keuze"), "een deel"),
    (_ON_PILE, _COUNTED, (" kaart", " afweging", " stem", " briefje", " keuze"), "een deel"),
    (_WHO_CHOSE, _COUNTED, ("wie ", "die "), "wie dat koos"),
    (_FOR_AND_FOR, _COUNTED, (" voor ",), "de een dit, de ander dat"),
    (_NARROW, _COUNTED, (" stem",), "met klein verschil"),
    (_CARDS_BUT_ONE, _UNIQUE, ("alle ",), "op enkele na"),
    (_AFTER_ONE, _UNIQUE, ("op ",), "op enkelen na"),
    (_BESIDE_COUNT, _COUNTED, (" niet", " wel", " anders"), "anderen"),
    (_BUT_ONE, _UNIQUE, ("behalve ", " na"), "behalve enkelen"),
    (_ALL_BUT, _UNIQUE, ("behalve ",), "op één na"),
    (_BOTH, _SEEN, (" en de ", " en onze "), "enkelen"),
    (_COLLEAGUE_WHO, _SEEN, (" die ",), f"een {PARTICIPANT}"),
    (_SEAT, _SEEN, ("wie ",), f"een {PARTICIPANT}"),
    (_NOBODY_ELSE, _UNIQUE, ("niemand anders",), "iemand"),
    (_THE_REST, _UNIQUE, ("de rest",), "anderen"),
    (_OWN_MOVE, _MOVED, ("ik ", " ik", "voor mij"), ""),
)
"""What is looked for, why, one of what has to stand in the text, and what says it in general."""

_OF_RESIDENTS = (_ALL_BUT, _BOTH, _NOBODY_ELSE, _THE_REST)
_NO_NAMES = re.compile(r"(?:Hij|Zij|Ze|Ik|Wij|We|Het|Dit|Dat|Die|Er|Men|Iedereen|Wie|Niemand)\b")
"""What begins a sentence with a capital and is nobody's name."""


def sides(page: Page) -> Iterator[Find]:
    """Yield what lets a reader who knows the group see on which side somebody was."""
    return sides_in(page.original, page.start)


def sides_in(text: str, starts: int = 0) -> Iterator[Find]:
    """The same of a text that starts at a place in a longer one."""
    small = text.lower()
    for pattern, reason, signs, general in _LOOKED_FOR:
        for found in pattern.finditer(text) if any(map(small.__contains__, signs)) else ():
            if pattern in _OF_RESIDENTS and _is_of_others(found):
                continue
            start, end = found.span("who")
            said = general.format(**{"said": "", **found.groupdict()})
            opens = text[start : start + 1].isupper()
            yield asked_detail(text[start:end], start + starts, reason, said, opens=opens)


def _is_of_others(found: re.Match[str]) -> bool:
    unnamed = found.re is _THE_REST and _NO_NAMES.match(found[0])
    return names_residents(found[0]) or bool(unnamed)
