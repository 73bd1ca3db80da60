"""Points out ages of persons; the ages in a law are nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beraad.privacy.dutch.placeholders import AGE, bracketed
from beraad.privacy.dutch.spelled import NUMBER, number_of
from beraad.privacy.dutch.vocabulary import OF_PEOPLE
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.ages import AgeForm, age_group
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.page import Page

_AGE = rf"(?P<age>\d{{1,3}}|{NUMBER})"
_PATTERNS = (
    re.compile(rf"\((?:\d+ en )?{_AGE}(?: ?(?:jr|jaar|j)\.?)?(?:\)|, [a-z])"),
    re.compile(rf"(?<![\w,.]){_AGE}[ -]?jarige?n?(?![a-z])"),
    re.compile(rf"(?<![\w,.]){_AGE} ?(?:jaar|jr)(?: oude?)?(?![a-z])"),
    re.compile(
        rf"\b(?:is|was|werd|wordt|al|pas|bijna|net) {_AGE}(?![\w%€-]|[.,:]\d)"
        r"(?! (?:euro|maand|maanden|weken|week|dagen|dag|uur|keer|procent|van|kinderen|mensen|jaar"
        r"|kilo|km|personen|jongeren|schulden|brieven|ding|dingen|stap|kant|reden|manier))"
    ),
    re.compile(rf"(?<![\w,.]){_AGE} (?:is|was|werd|wordt)(?![a-z])"),
    re.compile(
        rf"\b(?:kind|kinderen|zoon|zoontje|dochter|dochtertje|zusje|broertje|meisje|jongen|jongetje"
        rf"|baby|peuter|tweeling|man|vrouw) van (?:bijna )?{_AGE}(?: en \d+)?(?![\w%])"
        r"(?! (?:euro|uur|dagen|weken|maanden))"
    ),
    re.compile(
        r"\b(?:vader|moeder|man|vrouw|zoon|dochter|broer|broertje|zus|zusje|oma|opa|partner)"
        rf" {_AGE}(?=[,;.)]|$| en\b)(?![.,]\d)"
    ),
    re.compile(rf"\b[a-z]{{3,}} van {_AGE}(?= (?:zit|woont|slaapt|huilt|wil|krijgt|heeft geen)\b)"),
    re.compile(rf"\bleeftijd:? {_AGE}(?!\w)"),
)
_TAIL = re.compile(r"[ -]?jarige?n?(?![a-z])| ?(?:jaar|jr)(?: oude?)?(?![a-z])")
_ALMOST = re.compile(r"(?<![a-z])(?:bijna|net|pas|ongeveer) $")
_NOUN_FOLLOWS = re.compile(r" (?P<word>[a-z]+)")
_LAW_BEFORE = re.compile(
    r"\b(?:tot|vanaf|onder(?: de)?|boven(?: de)?|minimaal|maximaal|minstens|hoogstens|jonger dan"
    r"|ouder dan|binnen|na|sinds|al|over|elke|per|voor|gedurende|tussen de|ongeveer|ruim|vijf keer"
    r"|wie|eerste|laatste|afgelopen|komende|vorige|jaarlijks|alternatief|optie|artikel|art\.|lid|week|ronde"
    r"|stap|nummer|nr\.?|hoofdstuk|€)(?: (?:zijn|haar|hun|je))? ?$"
)
_WHO = re.compile(r"\bwie (?:al |net )?$")
_DURATION = re.compile(
    r" ?(?:geleden|lang\b|later|oude? (?:schuld|besluit|regel)|in dienst|getrouwd|samen|duurt|terug"
    r"|ervaring|durende|achterstand|gewacht|gewerkt|gevangen|celstraf|cel|bij elkaar)"
)
_OLDEST = 120
_YOUNGEST_SPELLED = 2
_LOOK_BACK = 30
_LOOK_AHEAD = 40


def ages(page: Page, words: Sequence[Token]) -> Iterator[Find]:
    """Yield ages with the age group as generalisation."""
    for token in words:
        number = number_of(token.core)
        spelled = not token.core.isdecimal()
        if number is None or number > _OLDEST or (spelled and number < _YOUNGEST_SPELLED):
            continue
        begin, end = max(0, token.start - _LOOK_BACK), token.end + _LOOK_AHEAD
        for pattern in _PATTERNS:
            for match in pattern.finditer(page.lower, begin, end):
                if match.start("age") == token.start and not _is_no_age(page.lower, match):
                    yield _find(page, match, number)


def _find(page: Page, match: re.Match[str], number: int) -> Find:
    start, end = match.span("age")
    tail = _TAIL.match(page.lower, end)
    end = tail.end() if tail else end
    almost = _ALMOST.search(page.lower[max(0, start - _LOOK_BACK) : start])
    start -= len(almost[0]) if almost else 0
    return page.mark(
        FindKind.AGE,
        start,
        end,
        key=f"age:{number}",
        certainty=Certainty.LIKELY,
        reason="leeftijd van iemand",
        suggestion=bracketed(AGE),
        generalised=age_group(number, _form(page.lower, start, end)),
        asks=True,
    )


def _form(text: str, start: int, end: int) -> AgeForm:
    written = text[start:end]
    if written.endswith("jarigen"):
        return AgeForm.PLURAL
    if written.endswith(("jarige", "jarig")):
        follows = _NOUN_FOLLOWS.match(text, end)
        if written.endswith("jarig"):
            return AgeForm.BEFORE_NEUTER
        nobody = not follows or follows["word"] in _NO_NOUNS
        return AgeForm.NOUN if nobody else AgeForm.BEFORE_NOUN
    if text[start - 1 : start] == "(":
        return AgeForm.BRACKETED
    behind_van = text[max(0, start - len(" van ")) : start].endswith(" van ")
    return AgeForm.BEHIND_VAN if behind_van else AgeForm.STATED


_NO_NOUNS = OF_PEOPLE | frozenset(
    {
        "is", "was", "heeft", "had", "kan", "kon", "mag", "mocht", "moet", "moest", "zal", "zou",
        "en", "of", "in", "uit", "met", "die", "dat", "van", "op", "bij", "niet", "werd", "wordt",
    }
)  # fmt: skip
"""Words behind "de 34-jarige" that show that it is a noun itself."""


def _is_no_age(text: str, match: re.Match[str]) -> bool:
    start, end = match.span("age")
    before = text[max(0, start - _LOOK_BACK) : start]
    if match[0].startswith(("al ", "pas ", "net ", "bijna ", "is ", "was ", "werd ", "wordt ")):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _WHO.search(before):
        return True
    after = text[end : end + _LOOK_AHEAD]
    rest = after.removeprefix(" jaar").removeprefix("-jaar")
    return bool(_LAW_BEFORE.search(before) or (rest != after and _DURATION.match(rest)))
