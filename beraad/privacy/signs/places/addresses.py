"""Finds streets with a house number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from beraad.privacy.dutch.placeholders import ADDRESS, bracketed
from beraad.privacy.dutch.spelled import NUMBER
from beraad.privacy.dutch.vocabulary import NUMBERED, STREET_ENDINGS
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.kinds import kind_of_thing
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import each_in, sought

_NUMBER = (
    r",? (?:nr\.? ?|nummer |huisnummer )?\d{1,4}"
    r"(?: (?:t/m|tot en met) \d{1,4}| ?-? ?(?:[a-z]|bis|hs|huis|i{1,3}|iv|\d{1,3})(?![a-z0-9]|/m))?"
    r"(?![a-z0-9%€]|[:.,]\d)"
    r"(?! ?(?:jaar|uur|euro|procent|keer|weken|maanden|dagen|kinderen|personen|mensen))"
    r"(?:,? (?:kamer|unit|app\.?|appartement|hs|huis) \d{1,4}[a-h]?(?![\w%]|[.,:/]\d))?"
)
_IN_WORDS = (
    rf",?(?: nr\.?| nummer| huisnummer)? (?!een\b|nul\b){NUMBER}(?: ?-? ?[a-h])?"
    r"(?=[.,;:)\n]|$| (?:in|te|bij|boven|met|en|dat|die|waar|aan|achter|tegenover|de|het|is|punt"
    r"|heeft|wil|zegt"
    r"|komma|hij|zij)\b)"
)
_MORE_IN_WORDS = rf",?(?: nr\.?| nummer| huisnummer)? (?!(?:een|twee|drie|nul)\b){NUMBER}(?![a-z])"
_SHORT_ENDINGS = r"(?:ln|str|wg|pln|grt|kd|sngl|dk)\.?"
"""How the endings of streets are shortened in notes: "schaepmanln 31"."""
_ENDINGS = "|".join(STREET_ENDINGS)
_STREET = sought(
    rf"(?<![^\W_])(?P<name>[a-z'.-]{{0,40}}(?:{_ENDINGS}))(?P<number>{_NUMBER})",
    rf"(?:{_ENDINGS}){_NUMBER}",
    back=40,
)
_STREET_IN_WORDS = sought(
    rf"(?<![^\W_])(?P<name>[a-z'.-]{{3,40}}(?:{_ENDINGS}))(?P<number>{_IN_WORDS}|{_MORE_IN_WORDS})",
    rf"(?:{_ENDINGS})(?:{_IN_WORDS}|{_MORE_IN_WORDS})",
    back=40,
)
_SHORT_STREET = sought(
    rf"(?<![^\W_])(?P<name>(?:(?:dr|pr|prof|burg|mgr|past|ds|jhr|kon|st|v|vd|van|de)\.? )?"
    rf"[a-z'.-]{{3,40}}{_SHORT_ENDINGS})(?P<number>{_NUMBER}(?: ?-?\d?(?:hg|hoog|bg)(?![a-z]))?)",
    rf"{_SHORT_ENDINGS}{_NUMBER}",
    back=50,
)
_NAMED = sought(
    rf"(?<![^\W_])(?:(?:laan|plein|weg|hof) van (?:de |het )?[a-z'-]{{1,40}}"
    r"|(?:prins|prinses|koning|koningin|burgemeester|professor|prof\.|dr\.|pr\.|burg\.|mgr\.|past\.|ds\.|jhr\.|kon\.|sint|st\.|pastoor|jan|karel)"
    rf" (?:[a-z'-]{{1,40}} ){{0,2}}[a-z'-]{{0,40}}(?:{'|'.join(STREET_ENDINGS)})){_NUMBER}",
    r"laan|plein|weg|hof|prins|koning|burgemeester|prof|dr\.|pr\.|burg\.|mgr\.|past|ds\.|jhr\.|kon\.|sint|st\.|pastoor|jan|karel",
)
_LEAD = re.compile(
    r"(?<![^\W_])(?:(?:[A-Z][\w'.-]*|van|der|den|de|het|'t|ten|ter|te|en|op) ){1,5}$"
)
_WHERE = re.compile(r".*(?<= )(?:op|aan) (?:de |het |den )?")
"""What stands before a street when somebody or something is at it: "Ton Hulshof op de "."""
_LEAD_START = re.compile(
    r"(?:(?:van|der|den|de|het|'t|ten|ter|te|en|op|De|Op|Aan|Het|Van|Hij|Zij|Ze) )+"
)
_SIZES = (
    r"(?:(?:[Gg]rot|[Kk]lein|[Oo]ud|[Nn]ieuw|[Ll]ang|[Kk]ort|[Hh]og|[Ll]ag|[Ee]erst|[Tt]weed|[Dd]erd"
    r"|[Vv]ierd|[Aa]chterst|[Vv]oorst|[Ww]itt|[Zz]wart)e|[1-4]e)"
)
"""How names of streets begin that have two of one name: "Grote Beer", "korte prinsengracht"."""
_SIZE_BEFORE = re.compile(rf"(?<![^\W_]){_SIZES} $")
_PLAIN = sought(
    r"(?<![^\W_])(?:[Oo]p|[Aa]an|[Aa]dres(?: is|:)?|[Ww]oont|[Ww]onend|[Bb]ewoner van) "
    r"(?:[Dd]e |[Hh]et |'t )?"
    rf"(?P<name>(?:{_SIZES} )?[A-Z][\w'-]{{1,40}}(?: (?:van|der|den|de) [A-Z][\w'-]{{1,40}})?"
    rf"(?:{_NUMBER}|{_IN_WORDS}))",
    r"Op |op |Aan |aan |Adres|adres|Woont|woont|Wonend|wonend|Bewoner|bewoner",
)
_CROSSED = sought(
    r"(?<![^\W_])(?P<name>[A-Z][\w'-]{1,40} (?:de|het|den|der|'t) "
    rf"[A-Z][\w'-]{{1,40}}{_NUMBER})",
    r"[A-Z](?<![^\W_].)[\w'-]{1,40} (?:de|het|den|der|'t) [A-Z]",
)
_SMALL = sought(
    r"(?<![^\W_])(?:woont|wonen|woon|wonend|woonde|woonden|verhuisd|ingeschreven|adres is|adres:?)"
    r"(?: nu| samen| toch| nog| al| weer| alleen| tijdelijk)?(?: (?:op|aan|naar))?"
    r"(?: de| het| 't)? "
    rf"(?P<name>(?!op|aan|naar|de|het|in|met)[a-z'-]{{3,40}}(?:{_NUMBER}|{_IN_WORDS}))",
    r"woon|wonen|verhuisd|ingeschreven|adres",
)
_AT_AN_ADDRESS = sought(
    r"(?<![^\W_])adres(?: is|:| =)? (?:op |in |aan )?(?:de |het |'t )?(?P<name>[a-z'-]{3,40}"
    rf"(?: [a-z'-]{{3,40}})?{_NUMBER})",
    "adres",
)
"""A street of more words behind what tells that it is one: "op het adres de gouden leeuw 113"."""
_SIDE = sought(rf"(?<![^\W_])[a-z'-]{{3,30}} (?:zz|nz|oz|wz){_NUMBER}", r"zz|nz|oz|wz", back=32)
_UNIT = sought(
    r"(?<![^\W_])(?:flat|ligplaats|kavel|appartement|huisnummer|huisnr\.?|standplaats|app\.?)"
    r" (?:nr\.? |nummer )?(?P<number>\d{1,4} ?(?:[a-z](?![a-z]))?)(?![\w%]|[.,:/]\d)"
    r"(?! (?:hoog|euro|meter|personen|jaar))",
    r"flat|ligplaats|kavel|app|huisn|standplaats",
)
_DOOR = sought(
    r"(?<![^\W_])(?:buren|buurman|buurvrouw|bewoners?|gezin|familie|fam|woont|wonen|woonde|huis)"
    r" (?:op|van|naar) (?:nummer|nr\.?) (?P<number>\d{1,4} ?(?:[a-h](?![a-z]))?|(?!een\b)"
    + NUMBER
    + r")(?!\w)",
    r"buren|buurman|buurvrouw|bewoner|gezin|fam|woont|wonen|woonde|huis",
)
_NAME_AND_NUMBER = sought(
    r"(?<![.!?\n] )(?<=[a-z,:(|;\t] |.[\t|;(])(?:(?:aan|op|naar|van|bij|in) )?"
    r"(?:[Dd]e |[Hh]et |'t )?(?P<name>(?P<first>[A-Z][a-z'-]{2,25})"
    r" (?!(?:19|20)\d\d(?!\d))(?:\d{2,4}-\d{1,3}|\d{1,4}(?: ?[a-hA-H](?![a-zA-Z]))?))"
    r"(?=[.,;:!?)|\t\n]|$| (?:in|te|is|heeft|wil|zegt|moet|en|bij|waar|staat|wordt|gaat|terug"
    r"|want|omdat|maar|die|daar|hij|zij|ze|sinds|komt|met|hs|bis)\b| [A-Z][a-z])(?![.:,]\d)",
    r"[A-Z](?=[a-z'-]{2,25} \d)",
    back=9,
)
_POST_BOX = sought(r"(?<![^\W_])postbus \d{1,5}(?!\d)", "postbus")
_YEAR = re.compile(r" (?:19|20)\d\d$")
_LOOK_BACK = 60


def addresses(page: Page) -> Iterator[Find]:
    """Yield streets with their number, and a name with a number behind "op" or "aan"."""
    yield from _streets(page)
    lower, cased = page.lower, page.cased
    for match in each_in(lower, (_NAMED, _POST_BOX, _SIDE)):
        yield _find(page, *match.span())
    for match in each_in(lower, (_UNIT, _DOOR)):
        yield _find(page, *match.span("number"))
    small = (match for match in _SMALL.finditer(lower) if page.is_quiet(match.start()))
    for match in chain(small, _AT_AN_ADDRESS.finditer(lower)):
        if not _tells_when(match["name"]):
            yield _find(page, *match.span("name"))
    for match in each_in(cased, (_PLAIN, _CROSSED)):
        if match["name"].partition(" ")[0].lower() not in NUMBERED:
            yield _find(page, *match.span("name"))
    for match in _NAME_AND_NUMBER.finditer(cased):
        if match["first"].lower() not in NUMBERED:
            yield _find(page, *match.span("name"))


def _tells_when(name: str) -> bool:
    """Whether this is a time and no address: "begin 2025"."""
    return not NUMBERED.isdisjoint(name.split(" ")[:-1]) and bool(_YEAR.search(name))


def _streets(page: Page) -> Iterator[Find]:
    """Yield words that end as streets do, with their number and with what they begin with."""
    for match in each_in(page.lower, (_STREET, _STREET_IN_WORDS, _SHORT_STREET)):
        start = match.start()
        back = max(0, start - _LOOK_BACK)
        lead = _LEAD.search(page.cased[back:start])
        if lead and (where := _WHERE.match(lead[0])):
            start = back + lead.start() + where.end()
        elif lead:
            start = back + lead.start() + _opening(page.cased[: back + lead.start()], lead[0])
        elif size := _SIZE_BEFORE.search(page.lower, back, start):
            start = size.start()
        yield _find(page, start, match.end())


def _opening(before: str, lead: str) -> int:
    """How much of what stands before a street does not belong to it: "Bewoner van de "."""
    skipped = 0
    if not before.strip() or before.rstrip(" ")[-1:] in ".!?:\n":
        skipped = lead.index(" ") + 1
    following = _LEAD_START.match(lead, skipped)
    return following.end() if following else skipped


def _find(page: Page, start: int, end: int) -> Find:
    return page.mark(
        FindKind.ADDRESS,
        start,
        end,
        key=f"address:{re.sub('[^a-z0-9]', '', page.lower[start:end])}",
        certainty=Certainty.LIKELY,
        reason="straat met huisnummer",
        suggestion=bracketed(ADDRESS),
        generalised=kind_of_thing(FindKind.ADDRESS, (), page.before(start)),
    )
