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
    "mijn", "m’n", "m'n", "ons", "onze", "meer", "minder", "genoeg", "veel",
    "in", "op", "aan", "voor", "met", "van", "bij", "uit", "naar", "over", "tijdens", "zonder",
    "door", "tegen", "na", "per", "via", "langs", "rond", "binnen", "buiten", "vanuit", "als",
})  # fmt: skip
_OF_ONESELF = frozenset({"mijn", "m’n", "m'n"})
_ARTICLES = _OF_ONESELF | {
    "de", "het", "een", "’n", "'n", "geen", "elke", "elk", "iedere", "ieder", "deze", "die", "dit",
    "ons", "onze",
}  # fmt: skip
_POINTS = frozenset({"dit", "dat", "die", "deze"})
_BETWEEN = frozenset({"van", "in", "op", "bij", "aan", "voor", "met", "uit"})
_SOMEBODY = re.compile(
    r".*(?:jurist|consulent|manager|coach|werker|begeleider|adviseur|agent|arts|kundige"
    r"|medewerker|ambtenaar|rechter|psycholoog|therapeut|docent|wethouder|bestuurder"
    r"|bewindvoerder|mentor|voogd|leider|verlener|regisseur|coördinator)s?"
)
"""Somebody, and nothing that somebody does."""
_NO_NOUN = frozenset({
    "wat", "waar", "hoe", "wie", "waarom", "wanneer", "hier", "daar", "dan", "toen", "straks",
    "morgen", "gisteren", "vandaag", "later", "eerder", "altijd", "nooit", "niets", "niks", "veel",
    "elkaar", "mezelf", "mijzelf", "zichzelf", "zelf", "haar", "hem", "hen", "hun", "jou", "jullie",
    "mij", "deze", "dit", "die", "dat", "welke", "zoals", "alleen", "samen", "niet", "wel", "ook",
    "nog", "echt", "heel", "erg", "graag", "liever", "beter", "goed", "fout", "achter", "voren",
    "onder", "boven", "naast", "tussen", "zonder", "tegen", "over", "door", "voor", "mijn", "eens",
    "twee", "drie", "vier", "vijf", "zeven", "acht", "negen", "tien", "kan", "moet", "zal", "zijn",
    "wordt", "heeft", "hebben",
    "heet", "heten", "noemt", "worden", "kunnen", "mogen", "moeten", "willen", "geen",
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


def told_of_work(
    text: str, others: Collection[str], told: Collection[str] = ()
) -> Iterator[tuple[int, int]]:
    """Yield where a thing is named, with its article, that not everybody at the table would name.

    `others`, in small letters, are called so by who speaks: "hulp van de jurist, dan durf ik het".
    What was `told` of the case anybody may name, but for "mijn dossier".
    """
    words = [_Word(one[0].casefold(), *one.span()) for one in _WORD.finditer(text)]
    found: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        before = _before_the_thing(text, words, place)
        if before < 0 or word.text in others:
            continue
        opens = words[before].text
        if opens in _OF_ONESELF or word.text not in told:
            found.append((words[before if opens in _ARTICLES else before + 1].start, word.end))
    return _joined(text, found)


def _joined(text: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The things, where one hangs on another both as one: "mijn spreekuur in het buurthuis"."""
    last: tuple[int, int] | None = None
    for start, end in found:
        if last and text[last[1] : start].strip().casefold() in _BETWEEN:
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _before_the_thing(text: str, words: list[_Word], place: int) -> int:
    """Where the article or preposition of a noun that says something stands; -1 without one."""
    word = words[place].text
    if len(word) < _SHORTEST or word in _NO_NOUN or word in SAID_BY_ANYBODY:
        return -1
    if word in RELATIONS or word in OF_PEOPLE or _SOMEBODY.fullmatch(word):
        return -1
    before = place - 1
    while before >= 0 and _goes_on(text, words, before) and _is_an_adjective(words[before].text):
        before -= 1
    if before < 0 or not _goes_on(text, words, before) or words[before].text not in _BEFORE_A_NOUN:
        return -1
    if words[before].text == "het" and (
        word.endswith("en") or (before and words[before - 1].text in _SUBJECTS)
    ):
        # "als ze het hoort", "moet zij het dragen": what is behind it is what they do.
        return -1
    if words[before].text in _POINTS and _is_called(text, words, place):
        # "dat dit fraude heet": what is called so is "dit".
        return -1
    return -1 if _is_an_adjective(word) and _has_a_noun_behind(text, words, place) else before


def _is_called(text: str, words: list[_Word], place: int) -> bool:
    """Whether the word behind this says that something is called so."""
    behind = place + 1 < len(words) and _goes_on(text, words, place)
    return behind and words[place + 1].text in {"heet", "heten", "genoemd", "noemt", "noemen"}


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
