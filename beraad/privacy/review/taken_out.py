"""What is taken out of a beraad, and whether a text says it all the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from beraad.privacy.dutch.folding import fold
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.placeholders import blank_own
from beraad.privacy.dutch.vocabulary import ORDINARY_WORDS
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.known.everyday import may_be_a_word
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.own_team import is_of_a_team
from beraad.privacy.signs.names.verb_ben import without_the_verb
from beraad.records import Decision

_NAMES = frozenset({FindKind.PARTICIPANT, FindKind.KNOWN_WORD})
_UNANNOUNCED = frozenset(
    {
        FindKind.PERSON,
        FindKind.ADDRESS,
        FindKind.PLACE,
        FindKind.NEIGHBOURHOOD,
        FindKind.ORGANISATION,
        FindKind.SCHOOL,
    }
)
_NOT_PROVEN = frozenset({FindKind.DATE, FindKind.AGE, FindKind.DETAIL})
"""A day or an age may stand elsewhere for another reason."""
_OF_ANYBODY = frozenset({"ik", "mij", "me", "mijn", "m'n", "iemand"})
"""Words that go where they tell whose a line is; elsewhere nobody looks for them."""
_FEWEST_LETTERS = 2
_FEWEST_DIGITS = 6
_MOST_INITIALS = 3
_NOT_WORDS = re.compile(r"[\W_]+")


class Decided(Protocol):
    """The finds of a beraad, and what becomes of each."""

    @property
    def found(self) -> Mapping[str, tuple[Find, ...]]: ...

    @property
    def known(self) -> KnownNames: ...

    @property
    def lexicon(self) -> Lexicon: ...

    def stays(self, found: Find) -> bool: ...

    def in_force(self, text: str) -> tuple[Find, ...]: ...


def told_by(gate: Decided, text: str, *, own: str = "") -> tuple[str, ...]:
    """Which of the words that are taken out this text says more often than `own` does."""
    return _told(tuple(taken_out(gate)), text, gate.lexicon, own=own)


def _told(
    taken: tuple[Find, ...], text: str, lexicon: Lexicon, *, own: str = ""
) -> tuple[str, ...]:
    document, fixed = Searched(text, lexicon), Searched(own, lexicon)
    return tuple(sorted({one.text for one in taken if document.count(one) > fixed.count(one)}))


def without_telling(gate: Decided, decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """These decisions, but that no replacement says what is taken out in another place.

    Such a replacement was chosen before the other was taken out; the suggestion comes instead.
    """
    written = _padded(fold(" ".join(one.replacement for one in decisions)).lower)
    found = (find for finds in gate.found.values() for find in finds)
    if not any(_padded(fold(one.text).lower) in written for one in found):
        return decisions
    taken = tuple(taken_out(gate))
    return tuple(
        replace(one, replacement="")
        if one.replacement and _told(taken, one.replacement, gate.lexicon)
        else one
        for one in decisions
    )


class Searched:
    """A finished text, ready to be searched for words."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        folded = fold(blank_own(text))
        cased = without_the_verb(folded.cased)
        self._cased = _padded(cased)
        self._lower = _padded(cased.casefold())
        self._text = folded.lower

    def count(self, find: Find) -> int:
        """How often a find occurs: as whole words, or as a row of digits and letters."""
        folded = fold(find.text)
        if find.kind in _UNANNOUNCED:
            return _times(_padded(folded.cased), self._cased)
        if find.kind not in _NAMES:
            return len(_spelled_out(_solid(folded.lower)).findall(self._text))
        if is_ordinary(find, self._lexicon) or _is_initials(folded.cased):
            return _times(_padded(folded.cased), self._cased)
        return _times(_padded(folded.lower), self._lower)

    def times_said(self, word: str) -> int:
        """How often a word stands here, with or without capitals."""
        return _times(_padded(fold(word).lower), self._lower)

    def as_written(self, word: str) -> str:
        """The word, without its capitals when it stands here only so."""
        return word if _times(_padded(fold(word).cased), self._cased) else word.lower()


def _times(sought: str, text: str) -> int:
    """How often this stands there; two words beside each other share the space between them."""
    count, place = 0, text.find(sought)
    while place >= 0:
        count, place = count + 1, text.find(sought, place + 1)
    return count


def gone_everywhere(gate: Decided) -> frozenset[str]:
    """Literally what may stand nowhere: not a word that stands elsewhere for another reason."""
    return frozenset(one.text for one in taken_out(gate) if not is_ordinary(one, gate.lexicon))


def gone_in_places(gate: Decided, texts: Iterable[str]) -> tuple[str, ...]:
    """What was taken out of these texts only where it points to somebody; it may stand elsewhere.

    In the order of the alphabet, each once, however it is written.
    """
    everywhere = {fold(text).lower for text in gone_everywhere(gate)}
    gone = (one.text for text in texts for one in gate.in_force(text))
    said = {fold(text).lower: text for text in gone if _has_letters(text)}
    said = {word: text for word, text in said.items() if word not in _OF_ANYBODY}
    return tuple(said[word] for word in sorted(said.keys() - everywhere))


def still_told(
    words: Iterable[str], text: str, lexicon: Lexicon, *, own: str = ""
) -> tuple[str, ...]:
    """Which of these words a text says more often than `own` does, as they stand there."""
    document, fixed = Searched(text, lexicon), Searched(own, lexicon)
    return tuple(
        document.as_written(word)
        for word in words
        if document.times_said(word) > fixed.times_said(word)
    )


def taken_out(gate: Decided) -> Iterator[Find]:
    """What is taken out and is long enough to be recognised; not what also stays somewhere."""
    kept = {
        words_of(find.text) for finds in gate.found.values() for find in finds if gate.stays(find)
    }
    if is_of_a_team(gate.known.team, gate.lexicon):
        kept.add(words_of(gate.known.team))
    within = "\n".join(f" {' '.join(words)} " for words in kept)
    for text in gate.found:
        for find in gate.in_force(text):
            solid = _solid(find.text)
            fewest = _FEWEST_DIGITS if solid.isdecimal() else _FEWEST_LETTERS
            words = words_of(find.text)
            told = words in kept or (find.kind in _UNANNOUNCED and f" {' '.join(words)} " in within)
            if len(solid) >= fewest and not told and not _says_nothing(find, gate.lexicon):
                yield find


def _says_nothing(find: Find, lexicon: Lexicon) -> bool:
    """Whether the same words may stand anywhere for another reason.

    A day or an age may; so may what the lists allow, and words of every day that were found
    without a capital: "een" that was taken for a place, "duiven" with a number behind it, "wil"
    that may be somebody called so. With a capital too when nobody is called so and it was only
    asked about, such as "Flat" where a sentence begins.
    """
    if find.kind in _NOT_PROVEN:
        return True
    if find.kind in _NAMES:
        return find.text.islower() and not _is_added(find) and is_ordinary(find, lexicon)
    if find.kind not in _UNANNOUNCED:
        return False
    words = words_of(find.text)
    everyday = all(map(lexicon.is_word, words))
    if find.asks and everyday and not any(map(lexicon.is_name, words)):
        return True
    return (find.text.islower() and everyday) or lexicon.allowed.issuperset(words)


def _is_added(find: Find) -> bool:
    """Whether somebody added this very word, so that it goes wherever it stands."""
    return find.kind is FindKind.KNOWN_WORD and find.certainty is Certainty.CERTAIN


def is_ordinary(find: Find, lexicon: Lexicon) -> bool:
    """Whether a name is also a word that any document may hold."""
    if find.kind not in _NAMES | _UNANNOUNCED:
        return False
    if find.kind in _UNANNOUNCED:
        words = words_of(find.text)
        return len(_solid(find.text)) <= _MOST_INITIALS or all(
            word in lexicon.words for word in words
        )
    alone = len(words_of(find.text)) == 1
    return fold(find.text).lower in ORDINARY_WORDS or (alone and may_be_a_word(find, lexicon))


def _has_letters(text: str) -> bool:
    """Whether a word is long enough to be known again, and no number."""
    return sum(letter.isalpha() for letter in text) >= _FEWEST_LETTERS


def _is_initials(text: str) -> bool:
    return text.isupper() and len(_solid(text)) <= _MOST_INITIALS


def _padded(text: str) -> str:
    """The words of a text with one space around each."""
    return f" {_NOT_WORDS.sub(' ', text).strip()} "


def _spelled_out(solid: str) -> re.Pattern[str]:
    """A row of digits and letters, however it is spaced, that is no part of a longer one."""
    edge = {True: r"\d", False: r"[^\W\d_]"}
    before, after = edge[solid[0].isdecimal()], edge[solid[-1].isdecimal()]
    spaced = r"[\W_]{0,8}".join(map(re.escape, solid))
    return re.compile(f"(?<!{before}){spaced}(?!{after})")


def _solid(text: str) -> str:
    """The letters and digits of a text in one row."""
    return _NOT_WORDS.sub("", text)
