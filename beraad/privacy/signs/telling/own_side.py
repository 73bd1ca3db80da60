"""Where somebody who says "ik" tells in what the group said which side they had.

"Ik ben om" is of one person, and in a small group everybody knows of whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import ONE_OF_US

_ENDS = r"(?= ?[.,;:!?)\n]|\Z| en | maar | omdat | door | na )"
_SMALL = (
    r"(?:(?:zelf|nu|toch|ook|eerst|nog|wel|niet|toen|meteen|juist|liever|het|hier|er|daar"
    r"|uiteindelijk|helemaal|echt|best|steeds) ){0,3}"
)
_MINDED = (
    rf"(?:(?:om|voor|tegen|mee|erbij|ertegen|ervoor){_ENDS}|overstag|akkoord"
    r"|(?:voor|tegen) (?:[A-L]\b|[a-z]{3,}en\b)|(?:mee )?(?:on)?eens\b"
    r"|van (?:mening|keuze|gedachten?)\b|overtuigd|omgegaan|bijgedraaid|omgepraat)"
)
_SIDE = re.compile(
    rf"(?<![\w’'-])(?P<who>ik (?P<verb>ben|was|ging|ga|bleef|blijf|veranderde|twijfelde))"
    rf"(?= {_SMALL}{_MINDED})",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"(?<![\w’'-])(?:toen|daarna|daarom|dus|nu|eerst|uiteindelijk|waarom) "
    rf"(?P<who>(?P<verb>ben|was|ging|ga|bleef|blijf) ik)(?= {_SMALL}{_MINDED})",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?<![\w’'-])(?:toen|omdat|doordat|nadat|waarom|dat|terwijl) [^.,;:!?\n]{3,40}? "
    rf"(?P<who>(?P<verb>ging|ben|was|bleef) ik)(?= {_SMALL}{_MINDED})",
    re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"(?<![\w’'-])(?P<who>(?:vanuit|in|uit) mijn (?:vak|functie|rol|werk|beroep|vakgebied|ervaring)"
    r" (?P<verb>zeg|vind|denk|wil|zie|weet|kies|zou|moet) ik)(?![\w’'-])",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"(?<![\w’'-])(?P<who>ik (?P<verb>heb|had|kom|kwam|zie|zag|ken|kende|werk|werkte|sta|stond"
    r"|rijd|reed|doe|deed))(?= (?:(?!(?:en|niet|mee) )[\w’'-]+ ){0,4}?(?:vaker|dagelijks|wekelijks"
    r"|al jaren|jarenlang|elke (?:dag|week)|iedere (?:dag|week)|in mijn werk|op straat"
    r"|aan de deur)(?![\w-]))",
    re.IGNORECASE,
)
"""What one knows from one's own work: "ik heb ze vaker opgehaald"."""

_THIRD = {
    "ben": "is", "ga": "gaat", "blijf": "blijft", "zeg": "zegt", "vind": "vindt", "denk": "denkt",
    "zie": "ziet", "weet": "weet", "kies": "kiest", "heb": "heeft", "kom": "komt", "ken": "kent",
    "werk": "werkt", "sta": "staat", "rijd": "rijdt", "doe": "doet", "spreek": "spreekt",
}  # fmt: skip
"""What somebody does, by what one says of oneself; other verbs stay as they are."""


def own_side(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where somebody says of themselves what they chose, and what says it in general."""
    for pattern in (_SIDE, _TURNED, _BEHIND, _OF_WORK, _OFTEN):
        for found in pattern.finditer(text):
            verb = found["verb"].casefold()
            verb = _THIRD.get(verb, verb)
            ends = pattern in (_TURNED, _BEHIND)
            yield *found.span("who"), f"{verb} {ONE_OF_US}" if ends else f"{ONE_OF_US} {verb}"


def moves(text: str, letters: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where a choice is told before and after: "eerst B, nu C"."""
    if not letters:
        return
    said = rf"(?:voor |bij |optie )?[{''.join(sorted(letters))}](?![\w’'-])"
    pattern = (
        rf"(?<![\w’'-])(?:eerst|begon (?:bij|met|op)) {said},? (?:en |maar )?"
        rf"(?:nu|toen|daarna|later|uiteindelijk|dan) (?:toch |wel )?{said}"
    )
    for found in re.finditer(pattern, text, re.IGNORECASE):
        yield *found.span(), "van keuze veranderd"
