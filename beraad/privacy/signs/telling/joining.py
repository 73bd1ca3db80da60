"""Points out what ties somebody who was there to what was said or chosen: a count, an only one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.phases.residents import names_residents
from beraad.privacy.dutch.placeholders import CASE_OWNER, PARTICIPANT
from beraad.privacy.find import Find
from beraad.privacy.signs.telling.asked_detail import asked_detail
from beraad.privacy.text.page import Page

_COUNT = (
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    r"|\d{1,2})"
)
_PEOPLE = rf"(?:mensen|personen|collega['’]?s|{PARTICIPANT}s|aanwezigen|anderen)"
_CHOSE = (
    r"(?:kozen|koos|kiezen|kiest|gingen voor|ging voor|gaan voor|gaat voor|bleven bij|bleef bij"
    r"|blijven bij|blijft bij|hielden vast aan|hield vast aan|houdt vast aan|waren voor|was voor"
    r"|stemden|stemde|(?:komen|kwamen|komt|kwam) uit (?:op|bij))"
)
_DIFFER = (
    r"(?:zien|zagen|ziet|zag|vinden|vonden|vindt|vond|denken|dachten|denkt|dacht)"
    r"(?: (?:het|dit|dat|er))?(?: (?:heel|echt|toch|nog))? (?:over )?(?:anders|niet zo)"
    r"|(?:zijn|waren|is|was) het (?:er |daar |hier )?(?:niet (?:mee )?eens|(?:mee )?oneens)"
)
_OPTION = r"(?:(?:voor|op) )?(?-i:[A-L])(?![\w'’-])"
_THINGS = (
    r"(?:keer|vraag|stap|optie|reden|manier|mogelijkheid|uitweg|weg|kans|oplossing|norm|waarde"
    r"|afspraak|hulp|inkomen|bron|grond|eis|voorwaarde|regel|kamer|woning|plek)"
)


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SEVERAL = _read(rf"\b{_COUNT} (?P<who>{_PEOPLE})(?= {_CHOSE}\b)")
_DIFFERENT = _read(
    rf"\b(?:{_COUNT} (?:{_PEOPLE}|van (?:de|ons|jullie)(?: {_COUNT}| {_PEOPLE})?)"
    rf"|(?:[eé]én|1) (?:collega|persoon|{PARTICIPANT}|van (?:ons|jullie)|van de {_COUNT}))"
    rf"(?= (?:{_DIFFER})\b)"
)
_SHARE = _read(rf"\b{_COUNT} van (?:de|ons|jullie)(?: {_COUNT}| {_PEOPLE})?(?= {_CHOSE}\b)")
_SOME = _read(rf"\b{_COUNT}(?= (?:kozen|kiezen|stemden)\b| {_CHOSE} {_OPTION})")
_OF_THEM = _read(
    rf"\b(?:kozen|kiezen|koos|kiest) er (?P<count>{_COUNT}|[eé]én|1)\b(?! {_THINGS}\b)"
)
_AGREED = _read(
    rf"\b(?:{_COUNT}|[eé]én|1) van de {_COUNT}(?= (?:(?:waren|zijn|was|is) het "
    r"(?:er |daar )?(?:mee |daarmee |ermee )?(?:eens|oneens)|vinden?|vonden|vond|deelden|delen)\b)"
)
_ABOUT_ONE = _read(
    r"\bde (?:jongste|oudste|nieuwste|langste|enige (?:man|vrouw)) "
    r"(?:aan tafel(?= (?:koos|zag|zei|vond|vindt|bleef|hield))|van ons|in (?:het|ons) team"
    r"|in de groep|aan tafel(?=,))"
)
_ONE = _read(
    r"\b(?:(?:[eé]en|[eé]én|1) (?:van ons|van jullie|van de \w+)"
    rf"|(?:[eé]én|1) (?:persoon|{PARTICIPANT}))(?= {_CHOSE}\b)"
)
_ALONE = _read(rf"\bals enig(?:e|en|ste)\b(?! {_THINGS}\b)")
_ONLY = _read(
    r"\b(?:de|zijn|haar) enig(?:e|ste) (?=(?:van (?:ons|jullie|de groep|het team)|die)\b)"
)
_WANTED = _read(
    rf"\b{_COUNT} (?:man|lui|{_PEOPLE})(?= (?:{_CHOSE}|wouden|wilden|willen|vonden) {_OPTION})"
)
_SOMEBODY = rf"(?:de|onze|mijn) (?!{PARTICIPANT}|rest\b)[^\W\d_][\w-]{{2,39}}"
_EXCEPT = _read(
    rf"\b(?:iedereen|allen|allemaal|de rest)\b[^.!?\n]{{0,60}}\b(?P<who>behalve {_SOMEBODY})"
)
_ONE_ROLE = _read(rf"\balleen {_SOMEBODY}(?= (?:{_CHOSE}|vond|vindt|vondt|wou|wilde|twijfelde)\b)")
_ORDER = _read(
    r"\b(?:sprak|spreekt|koos|kiest|begon|begint) als (?:eerste|laatste)\b"
    r"|\bals (?:eerste|laatste) (?:sprak|spreekt|koos|kiest|aan het woord|aan de beurt)\b"
)
_WHOEVER = _read(
    r"\b(?:wie|degene die) [^.!?;:,\n]{0,50}\b(?:koos|kiest|wilde|bleef|stemde)\b"
    r"(?: [^\W\d_]+){0,4},?(?= (?:zei|zegt|zag|ziet|vond|vindt|liet|vroeg|noemde)\b)"
)
_WAVERING = (
    r"(?:(?:eerst|nog|toch|liever|juist|vooral|echt|meteen|wel|niet|het|dit|dat|alles) ){0,2}"
)
_WISHED = _read(
    rf"\b(?:wie|degene die) {_WAVERING}(?:(?:wilde|wou) {_WAVERING}[^\W\d_]{{3,}}en"
    r"|[^\W\d_]{3,}en (?:wilde|wou))\b,?(?= [^\W\d_])"
)
_OF_US = r"van (?:ons|jullie|de (?:collega['’]?s|deelnemers|aanwezigen|groep))"
_THINKS = (
    r"(?:vindt|vond|twijfelt|twijfelde|denkt|dacht|zegt|zei|ziet|zag|wil|wilde|voelt|voelde"
    rf"|{_CHOSE})"
)
_ONE_THINKS = _read(
    rf"\b(?:(?:[eé]en|[eé]én|1) (?:{_OF_US}|(?:enkele|andere) (?:collega|persoon))"
    rf"|(?:[eé]én|1) (?:collega|persoon|{PARTICIPANT}))(?= {_THINKS}\b)"
    rf"|\been (?:collega|persoon)(?= (?:vindt|vond|twijfelt|twijfelde|{_CHOSE})\b)"
)
_BY_ROLE = _read(
    rf"\b(?:de|onze|mijn) (?!{PARTICIPANT}\b|groep\b|meeste|rest\b|helft\b)[^\W\d_][\w-]{{2,39}}"
    rf"(?= {_CHOSE} {_OPTION})"
)
_TRAIT = _read(
    rf"(?<=\b{PARTICIPANT} \d)(?:\d?)(?:[ \t]*\((?P<inside>[^()\n]{{1,60}})\)"
    r"|,?[ \t](?P<as>als [^\W\d_][\w-]{2,39})"
    r"|,[ \t](?P<told>(?:de|een|onze|met|die) [^,.;:()\n]{2,60})(?=[,.;]))"
)
_FUNCTION = (
    r"(?!(?:mens|team|groep|gemeente|organisatie|eerste|laatste|volgende|tweede|derde|alternatief"
    r"|antwoord|reactie|voorbeeld|uitgangspunt|oplossing|tussenstap|extra|dank|gevolg|resultaat"
    r"|hulp|basis|norm|inwoner|burger|cliënt|klant|ouder)\b)[^\W\d_][\w-]{2,39}"
)
_LONGER_FUNCTION = (
    r"[^\W\d_-]*(?:manager|medewerker|consulent|adviseur|coach|begeleider|leider|werker|verlener"
    r"|jurist|ambtenaar|coördinator|regisseur|agent|beheerder|ondersteuner|specialist|handhaver)"
    r"(?: [^\W\d_][\w-]*){1,4}"
)
"""What somebody does, in more than one word."""
_SPEAKS = (
    r"(?:vind|zeg|kies|koos|denk|wil|wilde|moet|moest|sta|stond|zie|zag|weet|wist|mag|kan|zou|heb"
    r"|had|ben|voel|durf|hoor|hoef|help|schrijf|neem|krijg|merk|ga|blijf|twijfel|twijfelde|werk)"
)
_NO_WORK = r"(?!(?:huis|daar|hier|mezelf|mijzelf|gevoel|waar|wat)\b)"
_AS = _read(
    rf"(?<=\bik )als {_FUNCTION}(?![\w'’-])"
    rf"|\bals (?:{_FUNCTION}|{_LONGER_FUNCTION})(?= {_SPEAKS} ik\b)"
    rf"|\bvanuit {_NO_WORK}[^\W\d_][\w-]{{2,39}}(?= {_SPEAKS} ik\b)"
    r"|\bbij ons (?:op|van) (?!(?:tafel|kantoor|school|straat|locatie|het|een)\b)"
    r"[^\W\d_][\w-]{2,39}"
    r"|\b(?:in|vanuit) mijn (?:rol|functie|vak|werk|baan|ervaring) (?:als|bij|op|in) "
    r"[^\W\d_][\w-]{2,39}"
)
_SELF = _read(
    r"\b(?:ik (?:heb|had|ben|was|zat|kom|kwam|groeide|leefde|woonde)|(?:heb|had|ben|was|zat|kom"
    r"|kwam|leefde|woonde) ik) (?:ook )?(?:ooit )?zelf (?:ook )?(?:ooit )?"
    rf"(?:(?:{_COUNT}|een|jaren|jarenlang|lang|maanden) (?:(?:jaar|jr|maanden|tijd) )?(?:lang )?)?"
    r"(?:in|met|uit|van|op|alleen|schulden?|arm|opgegroeid|moeder|vader|mantelzorger|gescheiden"
    r"|ziek|bijstand|uitkering)\b"
    r"|\bals (?:moeder|vader|ouder|mantelzorger|ervaringsdeskundige|pleegouder)(?= weet ik\b)"
    r"|\b(?:mijn eigen (?:kinderen|kind|zoon|dochter|moeder|vader|ouders|broer|zus|scheiding|"
    r"schulden|jeugd))\b|\bbij (?:mij|ons) thuis\b"
)

_UNIQUE = "maakt iemand uniek"
_COUNTED = "telt keuzes: in een kleine groep is dan te zien wie wat koos"
_CHOSEN = f"wie wat koos, ook als het de {CASE_OWNER} is"
_SAID_BY = "dit zei wie zo koos: koos er één zo, dan is het van die persoon"
_BEFORE_OR_LAST = "de beurt zegt wie het was"
_IN_OWN_VOICE = f"de functie zegt welke {PARTICIPANT} dit schreef"
_OWN_LIFE = f"iets uit het leven van één {PARTICIPANT}"
_OF_ONE = f"een kenmerk van één {PARTICIPANT}"

_CHOICES = re.compile(
    r"(?:kozen|koos|kiezen|kiest|gingen voor|ging voor|gaan voor|gaat voor|bleven bij|bleef bij"
    r"|blijven bij|blijft bij|hielden vast|hield vast|houdt vast|waren voor|was voor|stemde"
    r"|wouden|wilden|willen|vonden|komen uit|kwamen uit|komt uit|kwam uit)"
)
_TURN = re.compile(r"\bals (?:eerste|laatste) ?")
_AS_ANYBODY = (
    ("als ", f"als {PARTICIPANT}"),
    ("vanuit mijn ", "vanuit mijn werk"),
    ("in mijn ", "in mijn werk"),
    ("vanuit ", "vanuit het werk"),
    ("bij ons ", "bij ons"),
)
"""How somebody speaks of their work without saying which it is."""

_EVERYWHERE = (
    (_AGREED, _COUNTED, (" van de ",), "enkelen"),
    (_ALONE, _UNIQUE, ("als enig",), "zelf"),
    (_ONLY, _UNIQUE, (" enige ", " enigste "), ""),
    (_DIFFERENT, _COUNTED, (" anders", " niet zo", "eens"), "enkelen"),
    (_ABOUT_ONE, _UNIQUE, (" tafel", " ons", " team", " groep"), "iemand"),
    (_WHOEVER, _SAID_BY, ("wie ", "degene die "), f"een {PARTICIPANT}"),
    (_WISHED, _SAID_BY, ("wie ", "degene die "), f"een {PARTICIPANT}"),
    (_ONE_THINKS, _UNIQUE, (" van ", " collega", " persoon", f" {PARTICIPANT}"), "iemand"),
    (_ORDER, _BEFORE_OR_LAST, ("als eerste", "als laatste"), ""),
    (_AS, _IN_OWN_VOICE, ("als ", "mijn ", "vanuit ", "bij ons "), ""),
    (_SELF, _OWN_LIFE, ("zelf", "weet ik", "mijn eigen", "thuis"), ""),
)
"""What is looked for in a whole text, by what has to stand in it, and what says it in general."""

_OF_SOME = (
    (_SHARE, "enkelen"),
    (_SOME, "enkelen"),
    (_WANTED, "enkelen"),
    (_ONE, "iemand"),
)
"""How many chose, near a word for choosing, and what says it in general."""

_BEFORE, _BEHIND = 120, 60
"""How far from where somebody chooses a pattern of it may begin and look."""

_MANY = re.compile(r"(?:meerderheid|minderheid|helft|rest|groep)$", re.IGNORECASE)
"""Of whom "iemand" would say the opposite."""


def joining(page: Page) -> Iterator[Find]:
    """Yield what lets a reader who knows the group see who said or chose something."""
    text = page.original
    small = text.lower()
    for start, end in _where_somebody_chooses(small, len(text)):
        yield from _around_a_choice(page, start, end)
    for pattern, reason, signs, general in _EVERYWHERE:
        for found in pattern.finditer(text) if any(map(small.__contains__, signs)) else ():
            yield _find(page, found.span(), reason, general or _without(pattern, found[0]))
    for found in _ONE_ROLE.finditer(text) if "alleen " in small else ():
        if not names_residents(found[0]):
            yield _find(page, found.span(), _UNIQUE, "iemand")
    for found in _TRAIT.finditer(text) if PARTICIPANT in small else ():
        name = next(name for name, said in found.groupdict().items() if said)
        yield _find(page, found.span(name), _OF_ONE, "")


def _without(pattern: re.Pattern[str], said: str) -> str:
    """What is left of these words without what tells who it is; empty when no Dutch is."""
    small = said.casefold()
    if pattern is _ORDER:
        return _TURN.sub("", small).strip()
    if pattern is _AS:
        return next((told for opens, told in _AS_ANYBODY if small.startswith(opens)), "")
    return ""


def _around_a_choice(page: Page, start: int, end: int) -> Iterator[Find]:
    """Yield what stands near a word for choosing."""
    text = page.original
    for found in _SEVERAL.finditer(text, start, end):
        yield _find(page, found.span(), _COUNTED, f"enkele {found['who']}")
    for found in _OF_THEM.finditer(text, start, end):
        yield _find(page, found.span("count"), _COUNTED, _some(found["count"]))
    for pattern, general in _OF_SOME:
        for found in pattern.finditer(text, start, end):
            yield _find(page, found.span(), _COUNTED, general)
    for found in _BY_ROLE.finditer(text, start, end):
        yield _find(page, found.span(), _CHOSEN, "" if _MANY.search(found[0]) else "iemand")
    for found in _EXCEPT.finditer(text, start, end):
        yield _find(page, found.span("who"), _UNIQUE, "op één na")


def _where_somebody_chooses(small: str, length: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text around a word for choosing, in order and without overlap."""
    start = end = 0
    for match in _CHOICES.finditer(small):
        if len(small) != length:
            # A capital that is two small letters moved the places.
            yield 0, length
            return
        if end and match.start() - _BEFORE > end:
            yield start, end
            end = 0
        if not end:
            start = max(0, match.start() - _BEFORE)
        end = min(length, match.end() + _BEHIND)
    if end:
        yield start, end


def _some(count: str) -> str:
    return "enkelen" if count.casefold() not in {"een", "één", "1"} else "iemand"


def _find(page: Page, span: tuple[int, int], reason: str, general: str) -> Find:
    start, end = span
    said = page.original[start:end].rstrip()
    opens = page.original[start : start + 1].isupper()
    return asked_detail(said, start + page.start, reason, general, opens=opens)
