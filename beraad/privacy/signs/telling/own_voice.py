"""What somebody who says "ik" tells of their work in the same line.

"Het haar zelf te zeggen en te blijven komen voor de kousen" is of who does that for her, also when
"ik" is out of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from beraad.privacy.dutch.vocabulary import OF_PEOPLE, RELATIONS, SAID_BY_ANYBODY

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 4
_BEFORE_A_NOUN = frozenset({
    "de", "het", "een", "’n", "'n", "geen", "elke", "elk", "iedere", "ieder", "deze", "die", "dit",
    "mijn", "m’n", "m'n", "ons", "onze", "hun", "haar", "zijn", "meer", "minder", "genoeg", "veel",
    "in", "op", "aan", "voor", "met", "van", "bij", "uit", "naar", "over", "tijdens", "zonder",
    "door", "tegen", "na", "per", "via", "langs", "rond", "binnen", "buiten", "vanuit", "als",
})  # fmt: skip
_NO_NOUN = frozenset({
    "wat", "waar", "hoe", "wie", "waarom", "wanneer", "hier", "daar", "dan", "toen", "straks",
    "morgen", "gisteren", "vandaag", "later", "eerder", "altijd", "nooit", "niets", "niks", "veel",
    "elkaar", "mezelf", "mijzelf", "zichzelf", "zelf", "haar", "hem", "hen", "hun", "jou", "jullie",
    "mij", "deze", "dit", "die", "dat", "welke", "zoals", "alleen", "samen", "niet", "wel", "ook",
    "nog", "echt", "heel", "erg", "graag", "liever", "beter", "goed", "fout", "achter", "voren",
    "onder", "boven", "naast", "tussen", "zonder", "tegen", "over", "door", "voor", "mijn", "eens",
    "twee", "drie", "vier", "vijf", "zeven", "acht", "negen", "tien", "kan", "moet", "zal", "zijn",
    "wordt", "heeft", "hebben", "worden", "kunnen", "mogen", "moeten", "willen", "geen",
})  # fmt: skip
_SUBJECTS = frozenset({
    "ik", "jij", "je", "hij", "zij", "ze", "we", "wij", "jullie", "men", "iemand", "niemand", "die",
})  # fmt: skip
_LIKE_AN_ADJECTIVE = re.compile(
    r".{2,}(?:ige?|lijke?|bare?|loze?|loos|zame?|zaam|ische?|ende?|[^aeiou]e|eigen)\Z"
    r"|(?:klein|groot|nieuw|oud|lang|kort|vast|vol|leeg|hard|zacht|snel|stil|vrij|open|eigen|laat|extra)\Z"
)


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def told_of_work(text: str, others: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where a thing is named that not everybody at the table would name.

    `others`, in small letters, are called so by who speaks: "hulp van de jurist, dan durf ik het".
    """
    words = [_Word(one[0].casefold(), *one.span()) for one in _WORD.finditer(text)]
    for place, word in enumerate(words):
        if _stands_as_a_thing(text, words, place) and word.text not in others:
            yield word.start, word.end


def _stands_as_a_thing(text: str, words: list[_Word], place: int) -> bool:
    """Whether a noun stands here, behind an article or a preposition, that says something."""
    word = words[place].text
    if len(word) < _SHORTEST or word in _NO_NOUN or word in SAID_BY_ANYBODY:
        return False
    if word in RELATIONS or word in OF_PEOPLE:
        return False
    before = place - 1
    while before >= 0 and _goes_on(text, words, before) and _is_an_adjective(words[before].text):
        before -= 1
    if before < 0 or not _goes_on(text, words, before) or words[before].text not in _BEFORE_A_NOUN:
        return False
    if words[before].text == "het" and before and words[before - 1].text in _SUBJECTS:
        # "als ze het hoort": what is behind it is what they do.
        return False
    return not (_is_an_adjective(word) and _has_a_noun_behind(text, words, place))


def _is_an_adjective(word: str) -> bool:
    return bool(_LIKE_AN_ADJECTIVE.match(word))


def _has_a_noun_behind(text: str, words: list[_Word], place: int) -> bool:
    if place + 1 >= len(words) or not _goes_on(text, words, place):
        return False
    after = words[place + 1].text
    return len(after) >= _SHORTEST and after not in _NO_NOUN and after not in _BEFORE_A_NOUN


def _goes_on(text: str, words: list[_Word], place: int) -> bool:
    """Whether only a space stands behind this word."""
    return text[words[place].end : words[place + 1].start] == " "
