"""Numbers that nothing explains: no amount, no time, no law, no count of things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import ADDRESS, BIRTH_DATE, BLANK, DATE, NUMBER, bracketed
from beraad.privacy.dutch.spelled import NUMBER as SPELLED
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.days import some_ten_years
from beraad.privacy.signs.structured.context import digits_of, is_amount, is_reference
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import FIRST_DIGIT, sought

_BEGINS = r"(?<!\w)(?<!\d[.,:/'-])"
_FIRST = r"[0-9](?<!\w.)(?<!\d[.,:/'-].)"
_LOOSE = sought(rf"{_BEGINS}\d{{1,14}}(?:[./-]\d{{1,8}})*(?![\w]|[.,:/-]\d|[%€°])", _FIRST)
_GROUPS = sought(
    rf"{_BEGINS}(?:\d (?=\d{{4}} \d{{4}}))?\d{{2,4}}(?:[ .-]{{1,2}}\d{{2,6}}){{1,4}}"
    r"(?![\w]|[.,:/-]\d|[%€])",
    _FIRST,
)
_UNIT = re.compile(
    r" ?(?:euro|eur|uur|u\b|min|sec|km|meter|m\b|m2|cm|mm|kilo|kg|gram|g\b|mg|ml|liter|l\b"
    r"|graden|jaar|jr"
    r"|keer|x\b|maal|procent|pct|ton|mln|miljoen|duizend|per\b|van de\b|stuks|weken|wk|dagen|dgn"
    r"|maand)"
)
_COUNTED = re.compile(r" (?:[a-z]+(?:e|er) )?[a-z]{2,}(?:en|s|tal|keer)\b")
_EXPLAINED_BEFORE = re.compile(
    r"(?:€|\b(?:artikel|art\.?|lid|leden|paragraaf|par\.?|hoofdstuk|hfst\.?|bijlage|ronde|stap"
    r"|punt|optie"
    r"|vraag|fase|groep|klas|deel|pagina|blz\.?|p\.|versie|regel|kolom|week|wk|kwartaal|schaal"
    r"|cijfer|score"
    r"|niveau|graad|tot|t/m|om|rond|tussen|ongeveer|circa|ca\.?|ruim|bijna|minstens|maximaal"
    r"|max\.?|min\.?"
    r"|kamerstuk\w*|nen|iso|lijn|bus|top|agenda 20)) ?\(?$"
)
_OF_EVERYBODY = re.compile(r"11[23]|144|0[89]00[ -]?\d{4}")
"""A number that anybody calls."""
_HOUSE = re.compile(
    r"\b(?:huisnummer|huisnr\.?|nummer|nr\.?|no\.?|perceel|flat|kavel|unit|ligplaats) ?$"
)
_HOUSE_OF = re.compile(
    r"(?:\b(?:van|bij|naast|naar|tegenover|boven|onder|uit|buren|bewoner|bewoonster) "
    r"(?:huisnummer|huisnr\.?|nummer|nr\.?)|\bop (?:huisnummer|huisnr\.?|nr\.?)|[a-z], nr\.?) ?$"
)
"""What stands before the number of a house and of nothing else: "bij truus van nr 9"."""
_EXTENSION = re.compile(
    r"\b(?:toestel|toestelnr\.?|tst\.?|doorkiesnummer|doorkies|sein|pieper):? ?$"
)
"""What stands before the number of a telephone inside a building."""
_FILED_UNDER = re.compile(
    r"\b(?:beschikking(?:snr)?|aanvraag|kenmerk|kenm|dossier|dos|zaak|besluit|melding|contract"
    r"|referentie|ref|ovv|o\.v\.v|onder nummer|meldnr|klnt|klant|client|zvk|polis|clientnr|pat"
    r"|patnr|proces-verbaal|pv|mutatie|dn|gb|geb|geboren)(?:\.? ?(?:nr|nummer|no))?[.:]* ?$"
)
"""What stands before the number of a file, or a day of birth in six digits."""
_NOT_A_HOUSE = re.compile(r"\b(?:optie|vraag|stap|punt|regel|agendapunt) (?:nummer|nr\.?) ?$")
_YEAR = sought(
    r"(?<![\w.,:/-])(?P<year>(?:19|20)\d\d|'\d\d)(?![\w]|[.,:/-]\d)", r"[12'](?<![\w.,:/-].)"
)
_MONTHS = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
_MONTH = sought(
    rf"(?<![^\W_])(?P<cue>in|sinds|tot|eind|begin|half|per|vanaf|van) (?P<date>(?P<month>{_MONTHS})"
    r" (?:(?:(?:19|20)|')\d\d(?!\d)"
    rf"|(?:negentien|tweeduizend)[a-z]*(?: ?(?:en )?{SPELLED}(?![a-z]))?))",
    rf" {_MONTHS} ",
    back=6,
)
_OF_RULES = ("januari", "juli")
_OF_EVERYBODY_ELSE = re.compile(
    r"wet\b|wetten|regel|beleid|verordening|raad\b|raads|college|subsidie|tarie[fv]|pilot|project"
    r"|corona|onderzoek|rapport|cijfers|nota\b|begroting|akkoord|proef|campagne|verkiezing|visie"
    r"|bestaat|opgericht|invoering|ingevoerd|geldt|gelden|norm|versie|code\b|leidraad|handreiking"
)
"""What stands around a month in which nothing happened in somebody's life."""
_FAR, _WIDE = 60, 140
_BORN = re.compile(
    r"\b(?:is|was|ben|bent|iemand|een|eentje|kind|man|vrouw|jongen|meisje|die|zij"
    r"|hij) (?:ook )?van $"
)
_JANUARY = re.compile(
    r"(?:man|vrouw|jongen|meisje|uit|in|sinds|jaargang|lichting|bouwjaar|,|\(|\||\t|;|:|^|\n"
    r"| [-–]) ?$"
)
_BORN_IN_SHORT = sought(
    r"(?<![^\W_])(?:is|ben|bent|was|wordt|zij|hij|iemand) van (?P<year>[2-9]\d)"
    r"(?=[.,;)\n]|$| (?:en|maar|dus|geloof|volgens)\b)(?![.,]\d)",
    r" van [2-9]\d",
    back=7,
)
"""A year of birth without its century: "hij is van 64"."""
_DIED = re.compile(
    r"(?:\boverl(?:eden|\.)?(?: in)?|†|\bgeb\.?|\*|\bgest(?:orven|\.)(?: in)?) ?$"
    r"|(?:†|(?<=[^\n] )\*) ?(?:[a-z'-]+ ){1,2}$"
)
_OF_A_CHILD = re.compile(
    r"\b(?:kind|kinderen|kids|zoon|zonen|zoons|dochter|dochters|kleinkinderen|tweeling|jongste|oudste|broers|zussen)"
    r"\b[^.\n]{0,50}[a-z] $"
)
"""What tells that a year behind a name is the one in which a child was born."""
_BRACKETED = re.compile(r"[a-z] \($")
_OF_SOMEBODY = re.compile(
    r"\b(?:kind|kinderen|kids|zoon|zoontje|dochter|dochtertje|gezin|minderjarigen?|jongste|oudste|moeder"
    r"|vader|echtgenoot|echtgenote|partner|man|vrouw|broer|zus|mw|mevr|mevrouw|meneer|dhr|cliente?"
    r"|betrokkene|bewoner|bewoonster)\b[^.\n]{0,60}\($"
)
"""What tells that a year in brackets is the one in which somebody was born."""
_BEHIND_A_NAME = re.compile(r"(?:\d{1,2}[.)]?[\t|;] ?)?[a-z][a-z. '-]{2,25}[\t|;] ?")
"""A year in the second cell of a row, behind whom the row is about."""
_OF_A_TEXT = re.compile(
    r"(?:wet|besluit|verordening|handreiking|code|kader|nota|rapport|beleid)\w* \($"
)
_SHORT_DAY = sought(
    r"(?:(?<![^\n])|(?<=[,;|\t(:] )|(?<=[\t|;(])|(?<=heeft )|(?<=had )|(?<=komt )|(?<=is )"
    r"|(?<=was )|(?<=wordt )|(?<=ma )|(?<=di )|(?<=wo )|(?<=do )|(?<=vr )|(?<=za )|(?<=zo )"
    rf"|(?<=dag )|(?<=per )|(?<=gestopt )|(?<=opgepakt )|(?<=overleden )"
    r"|(?<=geboren )|(?<=verhuisd )"
    rf"|(?<=gevallen )|(?<=[0-9{BLANK}] en )|(?<=t/m )|(?<=start )|(?<=stop )|(?<=ingang ))"
    r"(?P<date>(?P<day>0?[1-9]|[12]\d|3[01])(?P<sign>[/-])(?P<month>0?[1-9]|1[0-2]))"
    r"(?=[.,;:)|\t\n ]|$)"
    r"(?![.,]\d| ?(?:jaar|uur|euro|keer|van de|deel|dagen|weken|maanden|personen|%|€))",
    FIRST_DIGIT,
)
_SMALLEST_DAY = 4
_FIRST_CELL = re.compile(r"(?<![^\n])\d{1,2}[/-]\d{1,2}(?= ?[;|\t])")
"""A day at the head of a row: "2/3;mw Post;gebeld"."""
_TIME = re.compile(r"(?:[01]?\d|2[0-3])[.][0-5]\d")
_AT = re.compile(
    r"(?:^|[\n\[(-] ?|\b(?:ma|di|wo|do|vr|za|zo|om|tot|van|rond|vanaf|half|dag|uur|taxi|trein|bus"
    r"|pauze|start|einde) )$"
)
"""What stands before a time of the day that is written with a full stop."""
_SUM = re.compile(
    r"\b(?:huur|lasten|schuld|saldo|toeslag|toeslagen|leefgeld|loon|salaris|uitkering|inkomen|premie|boete"
    r"|bedrag|totaal|achterstand|betaalt|betaald|betalen|kost|kosten|leent|leende|lening)"
    r"(?: (?:van|is|was|ca|ca\.|ongeveer|zo'n|nog|nu))? ?$"
)
"""What stands before a sum of money without a sign for it."""
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
_COUNTING = re.compile(r"\b(?:aantal|bedrag|totaal|percentage|euro|saldo)[^\n]{0,40}[\t|;\n]")
"""The head of a table that counts."""
_LOOK_BACK = 30
_CENTURY = 100
_YOUNGEST = 12
_SHORT, _YEARLIKE, _LONG, _NEVER_ROUND = 2, 4, 5, 8
_ROUND, _ROUNDER = 50, 500
_FEWEST_IN_GROUPS = 6


def loose_numbers(page: Page) -> Iterator[Find]:
    """Yield numbers of three digits and more, and short ones where a house number stands."""
    for match in _LOOSE.finditer(page.lower):
        if _is_unexplained(page, match):
            before = page.lower[max(0, match.start() - _LOOK_BACK) : match.start()]
            house = bool(_HOUSE_OF.search(before))
            digits = len(digits_of(match[0]))
            named = digits >= _YEARLIKE - 1 and _EXTENSION.search(before)
            named = named or (digits >= _YEARLIKE and _FILED_UNDER.search(before))
            yield _find(page, *match.span(), house=house, sure=bool(house or named))


def groups_of_digits(page: Page) -> Iterator[Find]:
    """Yield digits in groups, as numbers of people are read out: "33 14 80 2"."""
    for match in _GROUPS.finditer(page.lower):
        amount = is_amount(page.lower, *match.span()) or is_reference(page.lower, *match.span())
        amount = amount or _THOUSANDS.fullmatch(match[0]) or _OF_EVERYBODY.fullmatch(match[0])
        if not amount and len(digits_of(match[0])) >= _FEWEST_IN_GROUPS:
            before = page.lower[max(0, match.start() - _LOOK_BACK) : match.start()]
            yield _find(page, *match.span(), sure=bool(_FILED_UNDER.search(before)))


def years(page: Page) -> Iterator[Find]:
    """Yield years in which somebody may be born: "ze is van 1956", "in '81"."""
    for match in _YEAR.finditer(page.lower):
        short = match["year"].startswith("'")
        number = int(match["year"].lstrip("'"))
        year = number + page.year // _CENTURY * _CENTURY if short else number
        year -= _CENTURY if year > page.year else 0
        before = page.lower[max(0, match.start() - _LOOK_BACK) : match.start()]
        bracketed_year = _BRACKETED.search(before) and not _OF_A_TEXT.search(before)
        of_a_child = not short and (bracketed_year or _OF_A_CHILD.search(before))
        line = page.lower[page.lower.rfind("\n", 0, match.start()) + 1 : match.start()]
        of_somebody = of_a_child and (not bracketed_year or _OF_SOMEBODY.search(line))
        told = bool(of_somebody or _BORN.search(before) or _DIED.search(before))
        told = told or (not short and bool(_BEHIND_A_NAME.fullmatch(line)))
        old = page.year - year >= _YOUNGEST and bool(_JANUARY.search(before) or short)
        if told or old or (of_a_child and year < page.year):
            yield _birth_year(page, match.span(), year, before, told=told)


def years_in_short(page: Page) -> Iterator[Find]:
    """Yield the year of birth of somebody by its last two digits: "hij is van 64"."""
    for match in _BORN_IN_SHORT.finditer(page.lower):
        year = int(match["year"]) + page.year // _CENTURY * _CENTURY
        year -= _CENTURY if year > page.year else 0
        before = page.before(match.start("year"))
        yield _birth_year(page, match.span("year"), year, before, told=False)


def _birth_year(page: Page, span: tuple[int, int], year: int, before: str, *, told: bool) -> Find:
    """A year of birth, which asks unless it is `told` to be one."""
    return page.mark(
        FindKind.BIRTH_DATE,
        *span,
        key=f"birth_date:{year}" if told else f"birth_date:{year}:perhaps",
        certainty=Certainty.LIKELY if told else Certainty.POSSIBLE,
        reason="kan een geboortejaar zijn",
        suggestion=bracketed(BIRTH_DATE),
        generalised=some_ten_years(year, before),
        asks=not told,
    )


def short_days(page: Page) -> Iterator[Find]:
    """Yield a day without a year where a note begins or goes on: "kernteam, 5-11"."""
    for match in _SHORT_DAY.finditer(page.lower):
        small = int(match["day"]) < _SMALLEST_DAY and int(match["month"]) <= _SMALLEST_DAY
        if small and not _FIRST_CELL.match(page.lower, match.start("date")):
            # "1/2" and "2-3" count as often as they date.
            continue
        if is_reference(page.lower, *match.span("date")):
            continue
        yield page.mark(
            FindKind.DATE,
            *match.span("date"),
            key=f"date:{match['date']}",
            certainty=Certainty.LIKELY,
            reason="kan een dag zijn",
            suggestion=bracketed(DATE),
            generalised="",
        )


def months(page: Page) -> Iterator[Find]:
    """Yield a month with its year, in which something happened: "in maart 2019"."""
    for match in _MONTH.finditer(page.lower):
        ruled = match["month"] in _OF_RULES and match["cue"] in ("sinds", "per", "vanaf")
        if ruled:
            continue
        start = page.lower.rfind("\n", 0, match.start()) + 1
        begins = max(start, match.start() - _FAR)
        asks = _is_ahead(match["date"], page.year) or bool(
            _OF_EVERYBODY_ELSE.search(page.lower, begins, begins + _WIDE)
        )
        yield page.mark(
            FindKind.DATE,
            *match.span("date"),
            key=f"date:{match['date']}{':perhaps' * asks}",
            certainty=Certainty.POSSIBLE if asks else Certainty.LIKELY,
            reason="een maand met het jaar",
            suggestion=bracketed(DATE),
            generalised="",
            asks=asks,
        )


def _is_ahead(date: str, year: int) -> bool:
    """Whether a month lies in this year or later, so that it may be of a plan."""
    written = date.rpartition(" ")[2]
    if written.startswith("'"):
        return int(written[1:]) >= year % _CENTURY
    return written.isdecimal() and int(written) >= year


def _is_unexplained(page: Page, match: re.Match[str]) -> bool:
    text, (start, end) = page.lower, match.span()
    before = text[max(0, start - _LOOK_BACK) : start]
    digits = digits_of(match[0])
    if (
        (_TIME.fullmatch(match[0]) and _AT.search(before))
        or is_reference(text, start, end)
        or is_amount(text, start, end)
        or _EXPLAINED_BEFORE.search(before)
        or _OF_EVERYBODY.fullmatch(match[0])
    ):
        return False
    if _HOUSE.search(before) and not _NOT_A_HOUSE.search(before):
        return digits != "1"
    if _counts(text, before, match[0]):
        return False
    counted = len(digits) <= _YEARLIKE and _COUNTED.match(text, end)
    if len(digits) <= _SHORT or counted or _UNIT.match(text, end):
        return False
    return _is_exact(digits) if match[0].isdecimal() else _is_long(match[0])


def _counts(text: str, before: str, written: str) -> bool:
    """Whether a number is a sum or a count: behind "huur", in thousands, in a table of these."""
    digits = len(digits_of(written))
    celled = before.rstrip(" ")[-1:] in "|\t;" and digits <= _YEARLIKE
    summed = digits <= _LONG and _SUM.search(before)
    return bool(_THOUSANDS.fullmatch(written) or summed or (celled and _COUNTING.search(text)))


def _is_long(written: str) -> bool:
    """Whether digits with signs between them are more than a paragraph: "12-345"."""
    parts = re.findall(r"\d+", written)
    return len("".join(parts)) >= _YEARLIKE or max(map(len, parts)) > _SHORT


def _is_exact(digits: str) -> bool:
    """Whether a number is neither a year nor a round one, as an estimate is."""
    if len(digits) >= _NEVER_ROUND:
        return True
    if len(digits) == _YEARLIKE and digits.startswith(("19", "20")):
        return False
    return int(digits) % (_ROUND if len(digits) < _LONG else _ROUNDER) != 0


def _find(page: Page, start: int, end: int, *, house: bool = False, sure: bool = False) -> Find:
    kind = "address" if house else "number"
    return page.mark(
        FindKind.ADDRESS if house else FindKind.NUMBER,
        start,
        end,
        key=f"{kind}:{re.sub('[^0-9]', '', page.lower[start:end])}",
        certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
        reason="huisnummer zonder straat" if house else "nummer dat nergens uit blijkt",
        suggestion=bracketed(ADDRESS if house else NUMBER),
        asks=not sure,
    )
