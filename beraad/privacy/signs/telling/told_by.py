"""Which values tell whose they are: in ronde 4 they stand with somebody who was at the table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import takewhile

from beraad.phases.residents import names_residents
from beraad.phases.wording import PART_LABELS
from beraad.records import Part, Presence, Session, Stakeholder
from beraad.remembering import of_a_beraad

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({
    "aan", "als", "bij", "dan", "dat", "de", "deze", "die", "dit", "door", "een", "en", "er",
    "haar", "hem", "hen", "het", "hij", "hoe", "hun", "ik", "in", "is", "je", "jij", "jou",
    "jouw", "maar", "me", "met", "mij", "mijn", "na", "naar", "niet", "nog", "nu", "of", "om",
    "omdat", "ons", "onze", "op", "over", "te", "toe", "tot", "u", "uit", "van", "voor", "waar",
    "wat", "we", "wel", "werd", "wie", "wij", "wil", "word", "wordt", "zal", "ze", "zich", "zij",
    "zijn", "zo", "zou", "goed", "heel", "iedereen", "kan", "kunnen", "mag", "mogen", "moet",
    "moeten", "willen", "worden",
})  # fmt: skip
"""Words that say too little to know somebody, or a value, by."""

_ONESELF = frozenset({PART_LABELS[Part.CASE_OWNER], "ik", "ikzelf", "mezelf", "mijzelf"})
"""How the inbrenger is called in ronde 4 by who types along."""

_LEAST = 3
"""Letters of a word that says what somebody does: "boa", "arts"."""

_BEGINNING = 8
""""Wijkverpleging" and "wijkverpleegkundige" are one and the same at the table."""

_STEM = 5
_NEARLY = 0.8
"""How much of two words is the same when one is the other, mistyped."""

_PAIRS = 10_000
"""Two words of which it is remembered; a full beraad asks about some two thousand."""


def tells_whose(session: Session) -> Callable[[str], bool]:
    """Return whether a value tells a reader of ronde 4 which of those present it is of.

    It does when it stands there with somebody at the table: who reads "wijkagent: veiligheid"
    knows whose "veiligheid" it is when it gave the decision. So does one that is nearly the same,
    also mistyped or in other words of the same sentence. It does not when somebody who is not at
    the table has the very same value.
    """
    here: list[frozenset[str]] = []
    around: list[frozenset[str]] = []
    elsewhere: set[frozenset[str]] = set()
    for stakeholder in session.stakeholders:
        values = session.values_of(stakeholder.id)
        names = [_words(value.name) for value in values]
        if not is_at_the_table(session, stakeholder):
            elsewhere.update(names)
            continue
        here += names
        for value in values:
            norms = (norm.text for norm in session.norms_of(value.id))
            around += map(_words, (value.meaning, *norms))

    def tells(value: str) -> bool:
        said = _words(value)
        if not said or said in elsewhere:
            return False
        near = any(_are_near(said, value) for value in here)
        return near or any(_is_within(said, text) for text in around)

    return tells


def is_at_the_table(session: Session, stakeholder: Stakeholder) -> bool:
    """Whether a perspective of ronde 4 is of somebody who was there, by its mark or its name."""
    if stakeholder.presence is Presence.PRESENT:
        return True
    if stakeholder.presence is Presence.EMPTY_CHAIR:
        return False
    if not _ONESELF.isdisjoint(_WORD.findall(stakeholder.name.casefold())):
        return True
    alike = _are_the_same if names_residents(stakeholder.name) else _do_the_same
    named = _words(stakeholder.name)
    roles = (person.role for person in session.participants if person.weighs)
    return any(alike(one, other) for role in roles for other in _words(role) for one in named)


def _do_the_same(one: str, other: str) -> bool:
    """Whether two words are of one function: "wijkverpleging", "wijkverpleegkundige"."""
    if _are_the_same(one, other) or _shared_beginning(one, other) >= _BEGINNING:
        return True
    return _is_mistyped(one, other)


def _are_the_same(one: str, other: str) -> bool:
    return one == other and len(one) >= _LEAST


def _are_near(said: frozenset[str], value: frozenset[str]) -> bool:
    """Whether at least half of the words of the shorter one stand in the other."""
    shorter, longer = sorted((said, value), key=len)
    shared = sum(1 for word in shorter if _is_in(word, longer))
    return bool(shared) and 2 * shared >= len(shorter)


def _is_within(said: frozenset[str], text: frozenset[str]) -> bool:
    """Whether every word stands in a longer text."""
    return bool(said) and all(_is_in(word, text) for word in said)


def _is_in(word: str, words: frozenset[str]) -> bool:
    return any(word == other or _have_one_stem(word, other) for other in words)


def _have_one_stem(one: str, other: str) -> bool:
    """Whether one word is made of the other, or is the other mistyped: "eerlijk", "eerlijkheid"."""
    shortest = min(len(one), len(other))
    if shortest >= _STEM and _shared_beginning(one, other) >= max(_STEM, shortest - 1):
        return True
    return _is_mistyped(one, other)


@of_a_beraad
@lru_cache(maxsize=_PAIRS)
def _is_mistyped(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _STEM or _is_far(one, other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEARLY


def _is_far(one: str, other: str) -> bool:
    """Whether letters that stand in one of two words alone make them too different already."""
    same = min(
        sum(1 for letter in one if letter in other), sum(1 for letter in other if letter in one)
    )
    return 2 * same < _NEARLY * (len(one) + len(other))


def _shared_beginning(one: str, other: str) -> int:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def _words(text: str) -> frozenset[str]:
    return frozenset(_telling(text))


def _telling(text: str) -> Iterator[str]:
    return (word for word in _WORD.findall(text.casefold()) if word not in _SMALL)
