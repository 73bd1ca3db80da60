"""How many of those present, and which of them, stood by the letter of an option.

"3x B en 1x A" and "A: Joris, Bas. C: Roos" say in a small group who chose what. Such a run is one
place: what is left of a count tells the rest of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from beraad.privacy.dutch.placeholders import (
    BLANK,
    CASE_OWNER,
    ONE_OF_US,
    PARTICIPANT,
)
from beraad.privacy.signs.telling.unanimous import NAMES, unanimous
from beraad.privacy.text.branching import one_of

_ENDS = r"(?= ?[.,;:!?)/\n]|\Z| en | maar )"
_WHOLE = r"(?![\w’'-])"
_NUMBER = r"(?:[eé]én|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2})"
_TIMES = r"(?: ?[x×]| keer| maal)"
_CARD = (
    r"(?:(?:voor|tegen)?stem(?:men)?|kaart(?:en|jes?)?|briefjes?|handen|hand|keuzes?|afwegingen"
    rf"|mensen|man|personen|van ons|collega['’]?s|{PARTICIPANT}s?|aanwezigen)"
)
_CHOOSE = (
    r"(?:koos|kozen|kiest|kiezen|stemden?|stemt|stemmen|wilden?|willen|wil|nam|namen|pakten?|zat"
    r"|zaten|was|waren|zijn|is|ging|gingen|gaat|gaan|bleef|bleven|blijft|blijven|had|hadden)"
)
_SMALL = (
    r"(?:(?:allebei|beide|beiden|alle (?:twee|drie|vier)|samen|eerst|nu|nog|toch|ook|weer|meer|maar"
    r"|slechts|meteen|uiteindelijk|wel|juist|zelf|liever|op|er) ){0,3}"
)
_FOR = r"(?:voor |bij |op |naar |tegen |aan )?"
_CLAUSE = r"(?:er (?:was|waren|is|zijn|ging|gingen|kwam|kwamen|lag|lagen) )?"
_LEADS = r"(?:(?:nog|maar|slechts|nu|toen|eerst|weer) ){0,2}"
_NO_PLACE = r"(?<!argument )(?<!reden )(?<!punt )(?<!stap )(?<!nummer )(?<!artikel )(?<!vraag )"
_REST = r"(?:de rest|de anderen?|de meesten|(?:ruim )?de helft|de andere helft)"
_GAP = re.compile(r"(?: ?[,;/+&.–-] ?| |\n)(?:(?:en|maar|tegen|tegenover|terwijl) )?")
_LETTERS = f"abcdefghij{NAMES}"
"""What the letters of options are called in the ways of counting."""

_MOST = 8
"""How many may stand in a row of people."""

_OPENS = re.compile(r"(?:\A|[.,;:!?(\n–-]|\b(?:en|maar|want|dus))\s*\Z")
_BEHIND_IT = re.compile(r"\b(?:het|was|werd|is|bleef|stand|uitslag)\s+\Z", re.IGNORECASE)


class Tally(NamedTuple):
    """Where is told how many, or who, stood by which option.

    Attributes:
        general: what says it in general.
    """

    start: int
    end: int
    general: str


@dataclass(frozen=True, kw_only=True)
class Tallies:
    """What may be counted by letter in the texts of one beraad.

    Attributes:
        letters: of the options, in capitals.
        functions: in small letters: the words those present are called by.
    """

    letters: frozenset[str]
    functions: frozenset[str]

    def finds(self, masked: str) -> Iterator[Tally]:
        """Yield every run of counts or people by letter in a text in which names are blank."""
        if self.letters:
            yield from self._runs(masked)
        for found in self._but_one.finditer(masked):
            yield Tally(*found.span("who"), "op enkelen na")
        for found in self._alone.finditer(masked):
            yield Tally(*found.span(), ONE_OF_US)
        for found in self._together.finditer(masked):
            if len(self._somebody.findall(found["who"])) > 1:
                yield Tally(*found.span("who"), "enkelen")

    def _runs(self, masked: str) -> Iterator[Tally]:
        place = 0
        while first := self._item.search(masked, place):
            items = [first, *self._goes_on(masked, first.end())]
            place = items[-1].end()
            told = masked[first.start() : place]
            people = len(self._somebody.findall(told))
            counts = bool(_COUNTED.search(told))
            everybody = any(map(_is_of_all, items))
            if len(items) > 1 and not (people or counts or everybody):
                continue
            if len(items) == 1 and not self._tells_alone(first, people):
                continue
            letters = {_option(one) for one in items}
            only = letters.pop() if len(letters) == 1 and people > 1 else ""
            before = masked[: first.start()]
            if first["turned"]:
                general = f"kozen enkelen {only or 'verschillend'}"
            else:
                alike = not (people or _DIFFER.search(told)) and len(set(map(_option, items))) == 1
                same = alike or not (people or counts)
                general = _alike(before, first) if same else _general(before, only, people)
            yield Tally(first.start(), place, general)

    def _goes_on(self, masked: str, end: int) -> Iterator[re.Match[str]]:
        while gap := _GAP.match(masked, end):
            found = self._item.match(masked, gap.end()) or self._more.match(masked, gap.end())
            if not found:
                return
            yield found
            end = found.end()

    def _tells_alone(self, found: re.Match[str], people: int) -> bool:
        """Whether one count is enough: two people, or a number that counts nothing else."""
        if found["row"] or found["listed"]:
            return people > 1
        return not found["weak"] and not found[0].casefold().startswith("een ")

    @cached_property
    def _named(self) -> str:
        return rf"(?:(?<!{BLANK}){BLANK}++|(?:een|andere) {PARTICIPANT}(?: \d+)?|{PARTICIPANT} \d+)"

    @cached_property
    def _who(self) -> str:
        called = one_of(self.functions)
        functions = rf"|(?:(?:de|het|onze) )?(?:{called})" if called else ""
        return rf"(?:{self._named}|de {CASE_OWNER}|ik{functions}){_WHOLE}"

    @cached_property
    def _somebody(self) -> re.Pattern[str]:
        return _read(self._who)

    @cached_property
    def _item(self) -> re.Pattern[str]:
        """One count, or a row of people, with its letter; a `weak` one alone tells nothing."""
        said = rf"(?:optie |keuze )?[{''.join(sorted(self.letters))}](?![\w’'-]|\.\w)"
        row = _row(self._who)
        ways = (
            rf"{_NUMBER} ?[x×] {_FOR}(?P<a>{said})",
            rf"{_CLAUSE}{_LEADS}{_NUMBER} {_CARD} (?:{_CHOOSE} )?{_SMALL}{_FOR}(?P<b>{said})",
            rf"{_NO_PLACE}{_LEADS}{_NUMBER} (?:voor|bij|op) (?P<c>{said})",
            (
                rf"(?P<d>{said}) (?:kreeg|krijgt|heeft|had|haalde|telde|was er) {_SMALL}"
                rf"(?:niemand(?: (?:meer|nog|gekozen))?{_ENDS}"
                rf"|geen (?:enkele )?(?:{_CARD}|steun|voorstanders?)(?: meer)?{_WHOLE}"
                rf"|{_NUMBER}(?:{_TIMES}| {_CARD}){_WHOLE})"
            ),
            rf"(?P<e>{said}) ?[:=(] ?\(?{_NUMBER}(?:{_TIMES}| {_CARD})?\)?{_ENDS}",
            rf"(?P<f>{said}) ?[:=(] ?\(?(?P<listed>{row})\)?{_ENDS}",
            (
                rf"(?P<turned>{_CHOOSE} )?(?P<row>{row})(?: ?[:=] ?| (?:{_CHOOSE} )?{_SMALL}{_FOR})"
                rf"(?P<g>{said})(?: {_CHOOSE}{_WHOLE})?"
            ),
            rf"\d{{1,2}} ?[-–] ?\d{{1,2}} voor (?P<i>{said})",
            (
                rf"(?P<weak>(?:{_REST} (?:{_CHOOSE} )?{_SMALL}{_FOR}"
                rf"|{_NO_PLACE}{_NUMBER}(?: keer| maal)? (?:{_CHOOSE} )?{_SMALL}{_FOR})"
                rf"(?P<h>{said})|(?P<j>{said}) {_NUMBER}{_ENDS})"
            ),
            *unanimous(said),
        )
        return _read("|".join(ways))

    @cached_property
    def _more(self) -> re.Pattern[str]:
        """What goes on in a run: "en C ook", "A niet", "C één"."""
        said = rf"(?:optie |keuze )?[{''.join(sorted(self.letters))}](?![\w’'-]|\.\w)"
        count = rf"{_NUMBER}(?:{_TIMES}| {_CARD})?"
        return _read(rf"(?P<a>{said}) (?:ook|niet|geen|niemand|evenveel|{count}){_ENDS}")

    @cached_property
    def _but_one(self) -> re.Pattern[str]:
        row = _row(rf"{self._named}{_WHOLE}")
        return _read(rf"(?P<who>(?:behalve|uitgezonderd) {row}|op {row} na){_WHOLE}")

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        return _read(
            rf"(?:alleen|enkel|slechts) (?:{self._named}|de {CASE_OWNER})(?= (?:{_CHOOSE}|vond"
            rf"|vindt|twijfelde?|zag|ziet|zei|dacht|huilde|durfde){_WHOLE})"
        )

    @cached_property
    def _together(self) -> re.Pattern[str]:
        """Two or more who chose alike, without a letter."""
        row = _row(rf"(?:{self._named}|de {CASE_OWNER}|ik){_WHOLE}")
        return _read(
            rf"(?P<who>{row})(?= {_SMALL}(?:kozen|kiezen|stemden|stemmen|twijfelden|wilden|vonden"
            rf"|waren (?:voor|tegen|om|het)|gingen (?:om|mee|voor)){_WHOLE}| (?:allebei|beiden) )"
        )


_COUNTED = re.compile(rf"(?<!\w){_NUMBER}(?!\w)| ?[x×] ", re.IGNORECASE)

_DIFFER = re.compile(
    r"(?<!\w)(?:[eé]én|een|1|de rest|de anderen?|de meesten|helft)(?!\w)", re.IGNORECASE
)
"""What tells that others chose otherwise; any other number may be all of them."""


def _row(who: str) -> str:
    return rf"{who}(?:(?:, en |,? en |, | & | ?[/+] ?){who}){{0,{_MOST}}}"


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{pattern})", re.IGNORECASE)


def _option(found: re.Match[str]) -> str:
    named = found.groupdict()
    return next(named[one] for one in _LETTERS if named.get(one))[-1].upper()


def _is_of_all(found: re.Match[str]) -> bool:
    """Whether it is said of everybody, or of nobody."""
    named = found.groupdict()
    return any(named.get(one) for one in NAMES)


def _alike(before: str, found: re.Match[str]) -> str:
    """What stays true of a run in which all of them may have chosen the same."""
    if found["all_turned"]:
        return "werd er gekozen"
    return "een keuze" if _BEHIND_IT.search(before[-40:]) else "er werd gekozen"


def _general(before: str, only: str, people: int) -> str:
    """What says a run in general, behind what stands before it."""
    if _OPENS.search(before[-40:]):
        return f"enkelen kozen {only}" if only else "er werd verschillend gekozen"
    if _BEHIND_IT.search(before[-40:]):
        return "verschillend"
    if people:
        return f"enkelen voor {only}" if only else "enkelen verschillend"
    return "verschillende keuzes"
