"""Points out ages of persons; the ages in a law are nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.finds import Certainty, Find, FindKind
from beraad.privacy.page import Page

_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "nul",
            "een",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
            "dertien",
            "veertien",
            "vijftien",
            "zestien",
            "zeventien",
            "achttien",
            "negentien",
            "twintig",
        ]
    )
}
_AGE = rf"(?P<age>\d{{1,3}}|{'|'.join(list(_WORDS)[2:])})"
_PATTERNS = (
    re.compile(rf"\((?:\d+ en )?{_AGE}(?: ?(?:jr|jaar|j)\.?)?\)"),
    re.compile(rf"(?<![\w,.]){_AGE}[ -]?jarige?n?(?![a-z])"),
    re.compile(rf"(?<![\w,.]){_AGE} ?(?:jaar|jr)(?: oude?)?(?![a-z])"),
    re.compile(
        rf"\b(?:is|was|werd|wordt|al|pas|bijna|net) {_AGE}(?![\w%€]|[.,:]\d)"
        r"(?! (?:euro|maand|maanden|weken|week|dagen|dag|uur|keer|procent|van|kinderen|mensen|jaar"
        r"|kilo|km|personen|jongeren|schulden|brieven))"
    ),
    re.compile(rf"(?<![\w,.]){_AGE} (?:is|was|werd|wordt)(?![a-z])"),
    re.compile(
        rf"\b(?:kind|kinderen|zoon|zoontje|dochter|dochtertje|zusje|broertje|meisje|jongen|jongetje|baby"
        rf"|peuter|tweeling) van (?:bijna )?{_AGE}(?: en \d+)?(?![\w%])"
    ),
    re.compile(rf"\bleeftijd:? {_AGE}(?!\w)"),
)
_LAW_BEFORE = re.compile(
    r"\b(?:tot|vanaf|onder(?: de)?|boven(?: de)?|minimaal|maximaal|minstens|hoogstens|jonger dan"
    r"|ouder dan|binnen|na|sinds|al|over|elke|per|voor|gedurende|tussen de|ongeveer|ruim|vijf keer"
    r"|wie|eerste|laatste|afgelopen|komende|vorige|jaarlijks|alternatief|optie|artikel|art\.|lid|week|ronde"
    r"|stap|nummer|nr\.?|hoofdstuk|€)(?: (?:zijn|haar|hun|je))? ?$"
)
_DURATION = re.compile(
    r" ?(?:geleden|lang\b|later|oude? (?:schuld|besluit|regel)|in dienst|getrouwd|samen|duurt|terug"
    r"|ervaring|durende|achterstand|gewacht|gewerkt|gevangen|celstraf|cel|bij elkaar)"
)
_AT_SCHOOL, _TEEN, _ADULT, _OLD, _OLDEST = 4, 12, 18, 67, 120


def ages(page: Page) -> Iterator[Find]:
    """Yield ages with the age group as suggestion."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(page.lower):
            number = _WORDS.get(match["age"]) or int(match["age"])
            if number > _OLDEST or _is_no_age(page.lower, match):
                continue
            start, end = match.span("age")
            tail = re.compile(r"(?: ?-?jarige?| ?jaar oude?| ?(?:jaar|jr))?").match(page.lower, end)
            stop = tail.end() if tail else end
            yield page.mark(
                FindKind.AGE,
                start,
                stop,
                key=f"age:{number}",
                certainty=Certainty.LIKELY,
                reason="leeftijd van iemand",
                suggestion=age_group(number),
                asks=True,
            )


def _is_no_age(text: str, match: re.Match[str]) -> bool:
    start, end = match.span("age")
    before = text[max(0, start - 20) : start]
    if match[0].startswith(("al ", "pas ", "net ", "bijna ", "is ", "was ", "werd ", "wordt ")):
        before = text[max(0, match.start() - 20) : match.start()]
    if re.search(r"\bwie (?:al |net )?$", before):
        return True
    after = text[end : end + 30]
    rest = after.removeprefix(" jaar").removeprefix("-jaar")
    return bool(_LAW_BEFORE.search(before) or (rest != after and _DURATION.match(rest)))


def age_group(number: int) -> str:
    """The group an age belongs to, in words."""
    if number < _AT_SCHOOL:
        return "heel jong"
    if number < _TEEN:
        return "op de basisschool"
    if number < _ADULT:
        return "minderjarig"
    if number >= _OLD:
        return "ouder"
    low = number - number % 10
    return f"tussen de {low} en {low + 10}"
