"""The letters of the options of a beraad: none of them is an initial by itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import LEADING_PARTICLES, PARTICLES, RELATIONS, TITLES
from beraad.privacy.find import Certainty, Find
from beraad.privacy.text.page import Page
from beraad.privacy.text.words import stem

NO_LETTER = "¤"
"""What is read instead of the letter of an option."""

_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'-]*)(?P<gap>\.? |, )$")
_LETTERS = r"\. ?(?:[A-Z]\. ?)*"
_NAME = r"(?P<between>(?:[a-z']{1,4} ){0,3})(?P<name>[^\W\d_][\w'-]+)"
_NAME_BEHIND = re.compile(rf"{_LETTERS}{_NAME}")
_INITIALS = re.compile(rf"(?<![\w.])(?P<first>[A-Z]){_LETTERS}(?={_NAME})")
_REACH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceLetters:
    """Where letters of options stand on a page.

    Attributes:
        plain: where one stands by itself.
        doubtful: where in the whole text a word follows that is a surname as well: "A. Bakker".
    """

    plain: tuple[int, ...] = ()
    doubtful: frozenset[int] = frozenset()

    @classmethod
    def on(cls, page: Page, letters: Collection[str], lexicon: Lexicon) -> ChoiceLetters:
        """Look for these letters; not for those of an initial before or behind a name."""
        if not letters:
            return cls()
        plain: list[int] = []
        doubtful: set[int] = set()
        initials = _initials(page.cased)
        for place in _places(page.cased, letters):
            if _is_behind_a_name(page.cased, place, lexicon):
                continue
            name, particles = _name_behind(page.cased, place)
            if initials.get(f"{particles}{name}", set()) - {page.cased[place]}:
                continue
            surname = stem(name.lower())
            if not surname or not _may_be_a_name(surname, lexicon):
                plain.append(place)
            elif not particles and (lexicon.is_word(surname) or not lexicon.is_name(surname)):
                doubtful.add(page.folded.span(place, place + 1)[0] + page.start)
        return cls(plain=tuple(plain), doubtful=frozenset(doubtful))

    def weighed(self, finds: Iterable[Find]) -> Iterator[Find]:
        """The finds, of which one that begins at a doubtful letter only asks."""
        for find in finds:
            if find.start not in self.doubtful or find.asks:
                yield find
            else:
                yield replace(
                    find, asks=True, certainty=Certainty.POSSIBLE, key=f"{find.key}:perhaps"
                )


def _places(cased: str, letters: Collection[str]) -> Iterator[int]:
    wanted = "".join(sorted(letters))
    for match in re.finditer(rf"(?<![\w'.&-])[{wanted}](?![\w'&-]|\.\w)", cased):
        yield match.start()


def _is_behind_a_name(cased: str, place: int, lexicon: Lexicon) -> bool:
    """Whether a form of address or a name stands before: "mevrouw A.", "Marieke B."."""
    before = _WORD_BEFORE.search(cased, max(0, place - _REACH), place)
    if before is None:
        return False
    core = stem(before["word"].lower())
    if core in TITLES | RELATIONS and not before["gap"].startswith(","):
        return True
    if not before["word"][0].isupper() or before["gap"].startswith("."):
        return False
    if before["gap"].startswith(","):
        return core not in lexicon.words and core not in lexicon.allowed
    return lexicon.is_name(core) and (not lexicon.is_word(core) or core in lexicon.mostly)


def _initials(cased: str) -> Mapping[str, set[str]]:
    """By surname, with its tussenvoegsels: the first letters that stand before it somewhere.

    "T. Dijkhuis en A. Dijkhuis" are two people, whatever options there are.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for match in _INITIALS.finditer(cased):
        between, name = match.group("between", "name")
        for end in (*(place for place, sign in enumerate(name) if sign == "'"), len(name)):
            found[f"{between}{name[:end]}"].add(match["first"])
    return found


def _name_behind(cased: str, place: int) -> tuple[str, str]:
    """The word with a capital that follows, and the tussenvoegsels between."""
    behind = _NAME_BEHIND.match(cased, place + 1)
    if behind is None or not behind["name"][0].isupper():
        return "", ""
    if not PARTICLES.issuperset(behind["between"].split()):
        return "", ""
    return behind["name"], behind["between"]


def _may_be_a_name(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon.never or word in LEADING_PARTICLES:
        return False
    return lexicon.is_name(word) or not (lexicon.is_word(word) or word in lexicon.allowed)
