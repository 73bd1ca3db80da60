"""How many of those present thought or did something, and which seat they had, in what they said.

"Vier stemmen voor en een tegen" points to nobody in a town; in a team of five everybody knows who
the one was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from beraad.privacy.dutch.placeholders import PARTICIPANT
from beraad.privacy.signs.telling.said_of import (
    Matter,
    feels_or_says,
    is_past,
    is_surely_past,
)
from beraad.privacy.signs.telling.sides import VIEWS

_NUMBER = (
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    r"|\d{1,2})"
)
_ONE = r"(?:[eé]én|1)"
_COUNT = rf"(?:{_NUMBER}|{_ONE}|een)"
_PEOPLE = rf"(?:collega['’]?s|{PARTICIPANT}s|aanwezigen|deelneemsters|groepsleden|teamleden)"
_OF_US = (
    r"van (?:ons|jullie|het team|de groep"
    rf"|de (?:collega['’]?s|{PARTICIPANT}s|aanwezigen))"
)
_OPENS = r"(?:(?<![^\n])|(?<=[.;:,!?(–-] )|(?<=\ben )|(?<=\bmaar )|(?<=\bterwijl )|(?<=\bdat ))"
_WHERE = r"(?: (?:aan tafel|in (?:de|het|ons) (?:groep|team)|hier))?"
_SIDE = r"(?:voor|tegen|blanco|onthield\w*|niet|wel)"
SEATED = "\ufffb"
"""Stands for each character of the name of who told the case."""

_SEAT = (
    r"(?:(?:de|onze) (?:casus)?(?:inbreng(?:er|ster)|gespreksleid(?:er|ster))"
    rf"|(?<!{SEATED}){SEATED}++)"
)
_LEANED = r"(?:blijft|bleef|had|heeft|zag|ziet|was|is) "
_ENDS_HERE = r"(?= ?[.,;:!?)\n]|\Z| en | maar )"
_NOTHING_HERE = r"(?! (?:stem|argument|reden|norm|waarde)\w*)"


class Share(NamedTuple):
    """Where it is told how many of those present, or which of them.

    Attributes:
        general: what says it in general.
    """

    start: int
    end: int
    general: str


class _Way(NamedTuple):
    """How a share is told.

    Attributes:
        sign: what stands in every text that tells it so; what is looked for first.
        general: what says it in general.
        least: the matter from which it is read.
        by: whether the word behind it must be a verb, and which.
    """

    said: re.Pattern[str]
    sign: str
    general: str
    least: Matter = Matter.CASE
    by: Callable[[str, str], bool] | None = None


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-]){pattern}", re.IGNORECASE)


def _did(verb: str, _: str) -> bool:
    """Whether a verb says what somebody thinks, or what was done."""
    return _thinks(verb) or is_past(verb) or verb in {"niet", "wel", "anders"}


def _was_of_mind(verb: str, rest: str) -> bool:
    """Whether it says so of people: "drie waren tegen", and not "drie waren genoeg"."""
    if verb in _OF_THINGS:
        return bool(_MINDED.match(rest))
    return _thinks(verb) or verb in _FELT or is_surely_past(verb)


def _did_or_who(verb: str, rest: str) -> bool:
    return verb == "die" or _did(verb, rest)


def _was_moved(verb: str, rest: str) -> bool:
    """Whether somebody who leads or tells chose or felt something, and did not only ask or tell."""
    if verb in _OF_THINGS:
        return bool(_MINDED.match(rest))
    return _thinks(verb) or verb in _FELT


def _thinks(verb: str) -> bool:
    return feels_or_says(verb) or bool(_HAS_A_VIEW.fullmatch(verb))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HAS_A_VIEW = re.compile(VIEWS)
_FELT = _set(
    "zuchtte zuchtten huilde huilden lachte lachten knikte knikten aarzelde aarzelden weigerde"
    " weigerden voelde voelden hoopte hoopten vreesde vreesden worstelde worstelden schudde"
    " veranderde veranderden wisselde wisselden draaide draaiden schoof schoven verschoof"
    " schudden reageerde reageerden luisterde luisterden haakte haakten stelde stelden noemde"
    " noemden protesteerde protesteerden zweeg zwegen zei zag schrok slikte begreep"
)
_OF_THINGS = (
    _set("was waren is zijn werd werden bleef bleven had hadden heeft hebben kon konden")
    | _set("ging gingen kwam kwamen stond stonden lag lagen viel vielen hing hingen begon begonnen")
    | _set("moest moesten mocht mochten kreeg kregen deed deden bracht brachten liet lieten")
)
"""What is said of things and numbers too."""

_MINDED = re.compile(
    r" (?:\w+ ){0,4}?(?:om(?=[.,;:!?)\n]|\Z)|mee(?=[.,;:!?)\n]|\Z)"
    r"|(?:on)?eens|voor|tegen|bang|boos|blij|stil|verdrietig|opgelucht|onzeker"
    r"|geraakt|kritisch|moeite|bezwaar|bezwaren|twijfels?|liever|gewild|gevonden|gezegd|gekozen"
    r"|gehuild|getwijfeld|gezwegen|geslapen|geschrokken|huilen|slikken|wennen|akkoord|overstag|dwars"
    r"|bezorgd|ongerust|huiverig|tevreden|ontevreden|teleurgesteld|sceptisch|terughoudend|fel"
    r"|overtuigd|emotioneel|tranen|wakker|spijt|pijn|buikpijn|vrede|onrustig|gespannen|gerust)(?![\w-])",
    re.IGNORECASE,
)

_WAYS = (
    _Way(
        _read(
            rf"{_COUNT} (?:(?:voor|tegen)?stem(?:men|mers?)? )?{_SIDE}"
            rf"(?:,|,? (?:en|maar|tegenover)) {_COUNT}(?: (?:voor|tegen)?stem(?:men|mers?)?)?"
            rf" {_SIDE}(?![\w-]){_NOTHING_HERE}"
        ),
        "stem",
        "verdeelde stemmen",
    ),
    _Way(
        _read(
            rf"{_NUMBER} (?:stemmen (?:voor|tegen|blanco)|onthoudingen|twijfelaars"
            r"|(?:voor|tegen)(?:stemmen|stemmers|standers))(?![\w-])"
        ),
        "",
        "verschillende meningen",
        Matter.OUTCOME,
    ),
    _Way(
        _read(
            rf"(?:{_ONE}|een) (?:stem (?:voor|tegen|blanco)|(?:voor|tegen)(?:stem|stemmer|stander)"
            r"|onthouding|twijfelaar)(?![\w-])"
        ),
        "",
        "verschil van mening",
        Matter.OUTCOME,
    ),
    _Way(
        re.compile(r"(?<=stemden )\d{1,2} ?[-–] ?\d{1,2}(?!\w)", re.IGNORECASE),
        "stem",
        "verdeeld",
    ),
    _Way(_read(rf"{_NUMBER} {_OF_US}{_WHERE}"), " van ", "enkelen", Matter.OUTCOME, _did),
    _Way(
        _read(rf"met {_COUNT} voor en {_COUNT} tegen(?![\w-])"),
        "tegen",
        "met verdeelde stemmen",
        Matter.OUTCOME,
    ),
    _Way(
        _read(rf"(?:meerderheid|minderheid) van {_COUNT}(?= (?:{VIEWS}|{_LEANED})|[.,;:!?)\n]|\Z)"),
        "derheid van",
        "deel",
        Matter.OUTCOME,
    ),
    _Way(
        _read(rf"(?:{_ONE}|een) van de {_NUMBER}"),
        " van de ",
        "iemand",
        Matter.OUTCOME,
        _was_of_mind,
    ),
    _Way(
        _read(rf"{_ONE} (?:iemand|persoon|collega|{PARTICIPANT}|aanwezige){_WHERE}"),
        "",
        "iemand",
        Matter.TALK,
        _did_or_who,
    ),
    _Way(_read(rf"{_NUMBER} van de {_NUMBER}"), " van ", "enkelen", Matter.OUTCOME, _was_of_mind),
    _Way(_read(rf"(?:{_ONE}|een) {_OF_US}{_WHERE}"), " van ", "iemand", Matter.OUTCOME, _did),
    _Way(
        _read(rf"(?:de )?(?:andere )?{_NUMBER} {_PEOPLE}{_WHERE}"),
        "",
        f"enkele {PARTICIPANT}s",
        Matter.OUTCOME,
        _did,
    ),
    _Way(
        _read(rf"(?:de )?{_NUMBER} (?:mensen|personen|man|vrouwen|mannen){_WHERE}"),
        "",
        "enkelen",
        Matter.TALK,
        _was_of_mind,
    ),
    _Way(
        re.compile(rf"{_OPENS}{_NUMBER}{_WHERE}(?![\w'’-])", re.IGNORECASE),
        "",
        "enkelen",
        Matter.TALK,
        _was_of_mind,
    ),
    _Way(
        _read(
            rf"op {_COUNT} na,?(?= (?:(?:was|waren|wilde|vond|kon|ging|koos|is|wil|vindt|kan|gaat)"
            r" )?(?:iedereen|allemaal|we|wij|allen)\b)"
        ),
        " na",
        "op enkelen na",
    ),
    _Way(_read(rf"allen op {_COUNT} na(?!\w)"), "allen op", "bijna allen"),
    _Way(
        _read(
            r"(?:de|onze) (?:jongste|oudste|nieuwste|nieuwe|enige|langst ?zittende|meest ervaren) "
            rf"(?:collega|{PARTICIPANT}|man|vrouw|teamgenoot){_WHERE}"
        ),
        "",
        f"een {PARTICIPANT}",
        Matter.TALK,
        _did,
    ),
    _Way(_read(_SEAT), "", f"een {PARTICIPANT}", Matter.OUTCOME, _was_moved),
    _Way(
        _read(
            r"(?:koos|kiest|wilde|wou|vond|stemde|twijfelde|huilde|zweeg|schrok|aarzelde|veranderde"
            rf"|voelde|dacht) (?P<who>{_SEAT})(?![\w’'-])(?! (?:wij|we|ik|hij|zij|ze|niemand)\b)"
        ),
        "",
        f"een {PARTICIPANT}",
        Matter.OUTCOME,
    ),
    _Way(
        _read(
            rf"(?:ging|was|bleef|gaat|is|had|werd) (?P<who>{_SEAT})(?= (?:\w+ ){{0,3}}?(?:om|mee"
            r"|tegen|voor|erbij|alleen)(?:[.,;:!?)\n]|\Z)"
            r"| (?:\w+ ){0,3}?(?:overstag|akkoord|dwars|(?:on)?eens|bang|boos|verdrietig|opgelucht"
            r"|stil|moeite|spijt|liever)(?![\w-]))"
        ),
        "",
        f"een {PARTICIPANT}",
        Matter.OUTCOME,
    ),
    _Way(
        _read(rf"{_SEAT}(?= (?:(?:voor|toch|nu|ook|bij) ){{0,2}}(?-i:[A-L])(?![\w’'-]))"),
        "",
        f"een {PARTICIPANT}",
        Matter.OUTCOME,
    ),
    _Way(
        _read(
            r"(?:degene|diegene|wie) (?:van|bij|uit) (?:(?:de|het) )?[^\W\d_]{3,30}"
            rf"(?=,? (?:{VIEWS}|(?:zag|ziet) (?:het|dit|dat) (?:\w+ )?anders|zei|zegt"
            r"|was (?:het|om)|ging (?:om|mee)))"
        ),
        "",
        f"een {PARTICIPANT}",
        Matter.OUTCOME,
    ),
    _Way(
        _read(
            r"(?:ruim |bijna )?(?:de (?:andere |ene )?|een )?helft"
            r"(?= (?:was|waren|is|ging|gingen) (?:\w+ ){0,2}?(?:om|voor|tegen|mee)"
            r"(?:[.,;:!?)\n]|\Z))"
        ),
        "helft",
        "een deel",
        Matter.OUTCOME,
    ),
    _Way(
        _read(rf"(?:met )?{_COUNT}(?: om {_COUNT})+(?:{_ENDS_HERE})"),
        " om ",
        "verdeeld",
        Matter.OUTCOME,
    ),
    _Way(_read(rf"behalve {_SEAT}"), "behalve", "op enkelen na", Matter.OUTCOME),
    _Way(_read(r"(?:alleen|enkel) ik"), "ik", f"een {PARTICIPANT}", Matter.OUTCOME, _was_of_mind),
)
_VERB = re.compile(r" (?:(?:zelf|ook|toch|juist|echter|daarentegen) )?([^\W\d_]+)")


def shares(text: str, told: Matter) -> Iterator[Share]:
    """Yield where a text that the group said together counts them, or tells their seat."""
    small = text.casefold()
    for way in _WAYS:
        if told < way.least or way.sign not in small:
            continue
        for found in way.said.finditer(text):
            start, end = found.span("who" if "who" in way.said.groupindex else 0)
            if way.by is None or _is_done(text, end, way.by):
                yield Share(start, end, way.general)


def is_said_of_somebody(text: str, end: int) -> bool:
    """Whether what stands behind this place is said of people, and not of things."""
    return _is_done(text, end, _was_of_mind)


def _is_done(text: str, end: int, by: Callable[[str, str], bool]) -> bool:
    verb = _VERB.match(text, end)
    return bool(verb) and by(verb[1].casefold(), text[verb.end() : verb.end() + 80])
