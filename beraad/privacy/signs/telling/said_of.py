"""Whether a sentence says of somebody in it what they chose, wanted, felt or said.

What somebody does for a case is said in the present: "de jurist leest mee". What a group tells of
its own talk is over, so there whatever somebody did counts: "de jurist zei niets".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import dropwhile


class Matter(IntEnum):
    """What a text is about, the more telling the higher.

    Attributes:
        CASE: what was, is or could be done for an inwoner, or what is wrong in general.
        DEED: what was agreed, and is still to be done.
        OUTCOME: what the talk came to, and what is to be done with it.
        TALK: what the group says of itself.
    """

    CASE = 1
    DEED = 2
    OUTCOME = 3
    TALK = 4


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[\w’'-]+")
_LETTER = re.compile(
    r"(?<![\w’'.-])(?<!\b[Pp]lan )(?<!\bgroep )(?<!\bbijlage )(?<!\bcategorie )(?<!\brijbewijs )"
    r"[A-L](?![\w’'-]|\.\w)"
)
_FAR = 200
"""How much of one clause is read on either side."""

_CLAUSE_ENDS = re.compile(
    r"[.;!?\n]|, |[ ,](?=dat |omdat |terwijl )|[ ,](?:of|zodat|want|maar|en|behalve) "
)
_IT = " dat"
"""Directly behind somebody this is what they say or do: "dat de jurist dat durfde"."""

_LABEL = re.compile(
    r"(?:^|[.;,(\n] ?)(?:\w+ )?(?:tegen\w*|voor|voorst\w+|minderheid|meerderheid|twijfel\w*|oneens"
    r"|eens|alleen|keuze|optie|opluchting|onrust|(?-i:[A-L]))(?: (?-i:[A-L]))?"
    r" ?(?::|=|\()[^.;!?\n]{0,40}\Z",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\s*(?:[.,;)\n]|\Z|en )")
_OWN_WORDS = re.compile(r" ?: ?[\"“‘'’]?\w")
_IN_A_WORD = re.compile(
    r",? (?:als enige\b|(?:(?:juist|ook|wel|nog|liever) )?(?:niet|wel|tegen|voor|alleen|oneens"
    r"|anders|onder protest|met (?:tegenzin|moeite))\s*(?=[.,;:!?)]|\Z))",
    re.IGNORECASE,
)
"""A side in a word: "de jurist niet, de rest wel"."""

_WITH_OTHERS = re.compile(r" en (?:ik|de rest|de anderen|de groep)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"(?:,| en| of|, en) \Z")

_CHOOSES = _set(
    "koos kozen kiest wilde wilden wou stemde stemt twijfelde twijfelt aarzelde aarzelt weigerde"
    " neigt neigde prefereert prefereerde verkiest verkoos bepleit bepleitte verdedigt verdedigde"
    " steunt steunde volhardde gunt gunde"
)
"""What only somebody does who has a choice."""

_MINDS = _set(
    "vindt vond voelt ervaart hoopt gelooft vreest betreurt schaamt ergert worstelt vertrouwt"
    " wantrouwt accepteert aanvaardt protesteert zwijgt schrikt baalt huilt snapt herkent slaapt"
    " meent weegt hecht benadrukt beaamt bestrijdt ontkent hamert betwijfelt beseft vermoedt durft"
    " wil zou raakt"
)
"""What somebody feels, thinks or says, in the present."""

_WITH = {
    "geeft": _set("toe"),
    "stelt": _set("voor"),
    "vraagt": _set("zich"),
    "maakt": _set("zich"),
    "legt": _set("nadruk accent gewicht zich"),
    "neemt": _set("afstand"),
    "spreekt": _set("zich"),
    "houdt": _set("vol voet vast"),
    "staat": _set("anders alleen achter tegenover"),
    "kijkt": _set("anders"),
    "ziet": _set("dit dat anders meer minder niets niks weinig vooral bezwaren"),
    "zit": _set("op lijn"),
    "ligt": _set("wakker dwars"),
    "helt": _set("naar"),
    "gaat": _set("akkoord overstag dwars"),
    "kan": _set("vinden leven ermee instemmen achter"),
    "wordt": _set("boos stil emotioneel verdrietig onzeker bang geraakt overtuigd onrustig"),
    "raakt": _set("boos geïrriteerd geirriteerd emotioneel verdrietig overtuigd"),
    "heeft": _set(
        "gekozen gestemd gewild getwijfeld geaarzeld gezwegen gehuild gezegd genoemd ingebracht"
        " gevoel moeite pijn last buikpijn vrede spijt twijfel twijfels bezwaar bezwaren liever"
        " gevoeld gevonden bedacht voorgesteld verdedigd gesteund keuze keus"
    ),
    "trekt": _set("grens"),
    "is": _set(
        "veranderd overtuigd overgehaald bijgedraaid tegen eens oneens bang boos blij verdrietig"
        " opgelucht alleen geraakt stellig onzeker kritisch huiverig teleurgesteld tevreden stil"
        " overstag geschrokken gaan kapot"
    ),
}
"""Verbs that tell a side with one of these words behind them."""

_WITHIN = 8
"""Words behind such a verb in which the other may stand."""

_NOUNS = _set(
    "keuze keuzes stem angst zorg zorgen inbreng woorden verhaal opmerking opmerkingen twijfel"
    " twijfels boosheid woede verdriet opluchting gevoel spanning verschil verschillen argument"
    " argumenten meningsverschil standpunt mening visie voorkeur wens pleidooi bezwaar bezwaren"
    " weerstand schaamte pijn eenzaamheid overtuiging inzicht uitspraak uitspraken worsteling"
    " afweging reactie tranen stilte aarzeling onrust stemming gekozen gesteund verdedigd gezegd"
    " ingebracht genoemd gewild voorgesteld geopperd verworpen gedeeld keus moeite houding"
    " ongemak irritatie frustratie eerlijkheid moed kwetsbaarheid voorstel"
)
"""What is of somebody who has a side."""

_NEAR = 4
_SAID = _set("aldus volgens")
_LEADS = _set("van bij tussen door aan voor")
_FOR = _set("bij tussen voor")
_ARE_FELT = _set("overheerst weegt telt blijft geldt voelt")
_OTHERS = _set("ik hij zij ze je jij men u")
_ALL_OF_US = _OTHERS | {"we", "wij", "jullie"}
_PAST = _set(
    "zei zag gaf nam bracht dacht vond hield liet kwam ging stond zat lag sprak sprong zweeg bleef"
    " werd was had kon mocht moest begon deed riep vroeg trok sloot schoof hing viel schrok sliep"
    " keek begreep leed verloor wist droeg beschreef bewoog streed verwees won kreeg koos wou"
    " zeiden zagen gaven dachten vonden hielden kwamen gingen stonden zaten spraken zwegen bleven"
    " waren hadden konden moesten kregen kozen keken vroegen riepen schrokken sliepen begrepen"
    " vielen brachten lieten hingen droegen wisten begonnen liep liepen"
    " schreef schreven las lazen"
)
_WEAK_PAST = re.compile(r"[^\W\d_]{3,}(?:de|te)n?\Z")
_NO_PAST = _set("mede beide beiden einde goede laatste grote beste meeste enkelen leden goeden")
_ADVERBS = _set(
    "zelf juist ook toch nog wel daarentegen echter eerst uiteindelijk vooral daarna toen meteen"
    " steeds lang dus als enige"
)
_OPENS = _set("toen daar alleen ook zelfs juist vooral maar en mooi goed jammer knap nu dus")
"""Words before somebody who yet begins what is said."""

_TURNS = _set("dat omdat wat hoe waarom toen die waar terwijl nadat doordat")
_THERE = _set("erbij aanwezig bij")
_AGAINST = _set("lijnrecht tegenover oneens botst botsten botsen")
_WORKS = _set(
    "belt zoekt leest schrijft toetst vraagt regelt stuurt bespreekt legt probeert plant checkt"
) | _set("maakt onderzoekt werkt start begint komt moet mag wordt zal kijkt haalt spreekt bekijkt")
"""What is done with an option that was chosen: "de jurist toetst C"."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands around somebody in one part of a sentence."""

    before: str
    behind: str
    told: Matter

    @property
    def led_by(self) -> list[str]:
        return _words(self.before)

    @property
    def goes_on(self) -> list[str]:
        """The words behind, from the verb on."""
        return list(dropwhile(_ADVERBS.__contains__, _words(self.behind)))


def with_a_side(
    text: str, mentions: Sequence[tuple[int, int]], told: Matter
) -> Iterator[tuple[int, int]]:
    """Yield which of these mentions are of somebody with a side, in a text of this kind.

    Of several in a row each has the side that one of them has: "de jurist en de klantmanager".
    """
    for row in _rows(text, mentions):
        if any(_has_a_side(text, start, end, told) for start, end in row):
            yield from row


def _rows(text: str, mentions: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    row: list[tuple[int, int]] = []
    for one in mentions:
        if row and not _OF_THEM.fullmatch(text[row[-1][1] : one[0]]):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _has_a_side(text: str, start: int, end: int, told: Matter) -> bool:
    clause = _clause(text, start, end, told)
    if _chooses(clause) or _stands_by_a_letter(clause) or _is_labelled(text, start, end):
        return True
    if told is Matter.CASE:
        return False
    if _did(clause) or _is_of(clause) or _WITH_OTHERS.match(text, end):
        return True
    return told > Matter.DEED and (_minds(clause) or (told is Matter.TALK and _is_about(clause)))


def _clause(text: str, start: int, end: int, told: Matter) -> _Clause:
    opens = max(0, start - _FAR)
    for found in _CLAUSE_ENDS.finditer(text, opens, start):
        opens = found.end()
    found = _CLAUSE_ENDS.search(text, end + len(_IT) if text.startswith(_IT, end) else end)
    return _Clause(text[opens:start], text[end : found.start() if found else end + _FAR], told)


def _chooses(clause: _Clause) -> bool:
    if _first(clause.goes_on) in _CHOOSES or _IN_A_WORD.match(clause.behind):
        return True
    return _is_turned_round(clause, _CHOOSES.__contains__)


def _stands_by_a_letter(clause: _Clause) -> bool:
    """Whether an option is named in the same clause that nobody else chose, and nobody works on."""
    if not (_LETTER.search(clause.before) or _LETTER.search(clause.behind)):
        return False
    if clause.before.rstrip().endswith(":"):
        return False
    return _first(clause.goes_on) not in _WORKS and _ALL_OF_US.isdisjoint(clause.led_by)


def _is_labelled(text: str, start: int, end: int) -> bool:
    """Whether it stands in a list of those with one side: "tegen: de jurist"."""
    line = text[max(0, start - 80) : start]
    return bool(_LABEL.search(line)) and bool(_CLOSES.match(text, end))


def _did(clause: _Clause) -> bool:
    if is_past(_first(clause.goes_on)) or _is_turned_round(clause, is_past):
        return True
    if not _TURNS.isdisjoint(clause.led_by[-1:]):
        return any(map(is_past, clause.goes_on)) and _THERE.isdisjoint(clause.goes_on)
    return not _AGAINST.isdisjoint(clause.goes_on[:_NEAR])


def _is_of(clause: _Clause) -> bool:
    """Whether something is said of who is here: "de angst van de jurist"."""
    *earlier, last = clause.led_by or [""]
    if last in _SAID:
        return True
    if last in _LEADS and not _NOUNS.isdisjoint(earlier[-_NEAR:]):
        return True
    if last not in _FOR:
        return False
    felt = _first(clause.goes_on)
    is_felt = is_past(felt) or felt in _ARE_FELT or any(map(is_past, earlier[-_NEAR:]))
    return is_felt or not _NOUNS.isdisjoint(clause.goes_on[:_NEAR])


def _is_about(clause: _Clause) -> bool:
    """Whether who is here does something that is no work, in what the group says of its talk."""
    opens = all(word in _OPENS for word in clause.led_by)
    return opens and bool(clause.goes_on) and clause.goes_on[0] not in _WORKS | {"is"}


def _minds(clause: _Clause) -> bool:
    first, *rest = clause.goes_on or [""]
    if first in _MINDS or not _WITH.get(first, frozenset()).isdisjoint(rest[:_WITHIN]):
        return True
    if _is_turned_round(clause, _MINDS.__contains__):
        return True
    opens = not clause.before.strip(' "“‘(')
    return opens and bool(_OWN_WORDS.match(clause.behind))


def _is_turned_round(clause: _Clause, is_verb: Callable[[str], bool]) -> bool:
    """Whether the verb stands before who does it: "toen koos de jurist"."""
    *earlier, last = clause.led_by or [""]
    return is_verb(last) and _OTHERS.isdisjoint(earlier[-1:])


def feels_or_says(word: str) -> bool:
    """Whether a verb tells what somebody chooses, feels, thinks or says."""
    return word in _CHOOSES or word in _MINDS


def is_surely_past(word: str) -> bool:
    """Whether a word is a verb of something that is over, and nothing else."""
    return word in _PAST


def is_past(word: str) -> bool:
    """Whether a word may be a verb of something that is over."""
    return is_surely_past(word) or (word not in _NO_PAST and _WEAK_PAST.match(word) is not None)


def _first(words: Sequence[str]) -> str:
    return words[0] if words else ""


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
