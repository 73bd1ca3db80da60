"""Who of those present is meant without a function: "de jongste hier", "degene die tekent".

Everybody at the table knows who that is, and so does who reads the list of those present.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import ONE_OF_US, PARTICIPANT
from beraad.privacy.signs.telling.said_of import Matter
from beraad.privacy.signs.telling.sides import VIEWS

_ENDS = r"(?=[.,;:!?)\n]|\Z)"
_SAYS = (
    rf"(?:{VIEWS}|zei|zeiden|zegt|zeggen|zag|zagen|voelde|voelden|had|hadden|heeft|hoopte|hoopten"
    r"|aarzelde|aarzelden|was|waren|bleef|bleven|ging|gingen|zweeg|zwegen|vroeg|vroegen|schrok"
    r"|schrokken|snapte|begreep|noemde|noemden|huilde|lachte|zuchtte|knikte|herkende|stond|stonden"
    r"|zat|zaten|kwam|kwamen)(?![\w’'-])"
)
_MINDS = (
    rf"(?:{VIEWS}|zei|zeiden|zegt|zag|voelde|hoopte|aarzelde|bleef (?:bij|tegen|voor)|zweeg"
    rf"|was (?:bang|boos|(?:om|tegen|voor){_ENDS}|het (?:\w+ )*?(?:on)?eens)"
    rf"|ging (?:akkoord|(?:om|mee){_ENDS}))(?![\w’'-])"
)
_THE = r"(?:de|onze|die)"
_EXTREME = (
    r"(?:jongste|oudste|nieuwste|meest ervaren|minst ervaren|langst(?:zittende)?|enige man"
    r"|enige vrouw|enige externe|enige van buiten)"
)
_HERE = (
    r"(?: (?:collega|man|vrouw|deelnemer))?"
    r" (?:aan (?:de |deze )?tafel|van ons|van het (?:team|stel)|van de (?:groep|tafel)|hier"
    r"|in (?:ons|het|dit) team|in (?:de|onze|deze) groep)"
)
_OUTSIDE = (
    r"(?:van (?:buiten|elders|buitenaf|binnen|hogerhand)|uit het veld|in (?:vaste |loon)?dienst"
    r"|in opdracht|met (?:de )?(?:meeste|minste) ervaring|zonder (?:dossier|ervaring|mandaat))"
)
_MANY = r"(?:(?:andere )?(?:twee|drie|vier|vijf|zes|zeven)|mensen|collega['’]?s|deelnemers|lui)"
_ALL = r"(?:iedereen|allen|allemaal|niemand|we|wij|ons|de meesten?|de rest|de groep)"
_DOES = r"[^.,;:!?\n]{2,40}?"
_WHO_SIGNS = (
    r"(?:(?:moet|mag|gaat|kan) )?(?:(?:het|dit|dat|hem|haar|de brief|het besluit) )?"
    r"(?:moet )?(?:tekent|tekenen|ondertekent|ondertekenen|beslist|beslissen|betaalt|betalen)"
)


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){pattern}", re.IGNORECASE)


_OPENS = r"(?:(?<![^\n])|(?<=[.;:,!?(–-] )|(?<=\ben )|(?<=\bmaar )|(?<=\bdat )|(?<=\bomdat ))"

_WAYS = (
    (Matter.TALK, _read(rf"(?P<who>{_THE} {_EXTREME}{_HERE})(?![\w’'-])"), ONE_OF_US),
    (
        Matter.OUTCOME,
        _read(
            rf"{_ALL}\b[^.!?\n]{{0,50}}\b(?P<who>(?:behalve|uitgezonderd) "
            rf"{_THE} (?:{_EXTREME}|nieuwe)(?:{_HERE})?)(?:(?= {VIEWS})|{_ENDS})"
        ),
        "op enkelen na",
    ),
    (
        Matter.OUTCOME,
        _read(
            rf"(?P<who>{_THE} (?:collega|{PARTICIPANT}) (?:in opleiding|{_OUTSIDE}))"
            rf"(?=,? {_SAYS})"
        ),
        ONE_OF_US,
    ),
    (Matter.OUTCOME, _read(rf"(?P<who>(?:de|die) {_MANY} {_OUTSIDE})(?=,? {_SAYS})"), "enkelen"),
    (
        Matter.OUTCOME,
        _read(rf"(?P<who>{_THE} (?:persoon|man|vrouw|ene) {_OUTSIDE})(?=,? {_SAYS})"),
        ONE_OF_US,
    ),
    (
        Matter.TALK,
        _read(
            r"(?P<who>(?:de|onze) (?:enige )?(?:man|vrouw) (?:in|van|aan) (?:(?:het|ons|dit) "
            r"(?:gezelschap|team|groepje)|(?:de|onze) groep|(?:de )?tafel|ons))(?![\w’'-])"
        ),
        ONE_OF_US,
    ),
    (
        Matter.TALK,
        _read(
            r"(?P<who>(?:degene|wie|de (?:man|vrouw|collega|ander)) (?:naast|tegenover|links van"
            rf"|rechts van) (?:mij|me|hem|haar|ons|je))(?=,? {_SAYS})"
        ),
        ONE_OF_US,
    ),
    (Matter.TALK, _read(rf"(?P<who>{_THE} (?:nieuwkomer|nieuweling))(?=,? {_SAYS})"), ONE_OF_US),
    (
        Matter.TALK,
        _read(rf"(?P<who>(?:de|die) {_MANY} die {_DOES},?)(?= (?:kozen|wilden|vonden|stemden)\b)"),
        "enkelen",
    ),
    (
        Matter.OUTCOME,
        _read(rf"(?P<who>(?:degene|diegene) die {_DOES},?)(?= {_MINDS})"),
        ONE_OF_US,
    ),
    (Matter.OUTCOME, _read(rf"(?P<who>(?:wie|die) {_WHO_SIGNS},?)(?= {_MINDS})"), ONE_OF_US),
    (
        Matter.OUTCOME,
        re.compile(
            rf"{_OPENS}(?P<who>wie {_DOES} (?:werkt|is|zit|staat|komt|heeft|kent|gaat|moet|doet"
            r"|belt|schrijft|ziet|spreekt|tekent|woont),?)(?= (?:koos|kiest|vond|wilde"
            r"|stemde|twijfelde|zei|durfde|bleef bij|was (?:voor|tegen))(?![\w’'-]))",
            re.IGNORECASE,
        ),
        ONE_OF_US,
    ),
    (
        Matter.OUTCOME,
        _read(
            r"(?:durfde|wilde|wou|koos|vond|zei|dacht|zag|twijfelde|stemde|voelde) "
            r"(?:alleen |enkel |ook |juist )?(?P<who>(?:degene|diegene) die "
            rf"{_DOES}(?:{_WHO_SIGNS}|(?:werkt|kent|doet|schrijft|belt|komt|zit|gaat|heeft)))"
            rf"(?= (?:te|niet|het|dat|dit|wel|ook|voor)\b|{_ENDS})"
        ),
        ONE_OF_US,
    ),
    (
        Matter.OUTCOME,
        _read(
            r"(?:durfde|wilde|wou|koos|vond|zei|dacht|zag|twijfelde|stemde|voelde) "
            r"(?:alleen |enkel |ook |juist )?(?P<who>(?:(?:degene|diegene) die|wie) "
            rf"{_WHO_SIGNS})(?= (?:te|niet|het|dat|dit|wel|ook|voor)\b|{_ENDS})"
        ),
        ONE_OF_US,
    ),
    (
        Matter.OUTCOME,
        _read(
            rf"ik (?:ben|was) (?:(?:hier|ook|nu|toch|maar|nog) )?(?P<who>(?:de|het) {_EXTREME}"
            rf"(?:{_HERE})?)(?:{_ENDS}|(?= (?:en|maar|dus|van)\b))"
        ),
        ONE_OF_US,
    ),
    (
        Matter.OUTCOME,
        _read(
            rf"(?P<who>als (?:de )?{_EXTREME}(?:{_HERE})?)"
            r"(?=,? (?:[a-z]+ ){1,3}?(?:ik|mij|me)\b)"
        ),
        f"als {PARTICIPANT}",
    ),
)
_SIGNS = (
    "jongste", "oudste", "nieuw", "ervaren", "langst", "enige", "opleiding", "van buiten", "elders",
    "man ", "vrouw", "degene ", "naast", "tegenover",
    "dienst", "opdracht", "ervaring", "degene die", "wie ", "die ", "veld", "zonder", "binnen",
)  # fmt: skip


def seats(text: str, told: Matter) -> Iterator[tuple[int, int, str]]:
    """Yield where somebody present is meant by what they are among them, and what says it so."""
    small = text.casefold()
    if not any(sign in small for sign in _SIGNS):
        return
    for least, way, general in _WAYS:
        if told >= least:
            for found in way.finditer(text):
                yield *found.span("who"), general
