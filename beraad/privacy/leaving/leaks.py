"""Whether a finished document still holds a word that was taken out of the beraad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.folding import fold
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.placeholders import blank_own
from beraad.privacy.dutch.vocabulary import ORDINARY_WORDS
from beraad.privacy.find import Find, FindKind
from beraad.privacy.review.gate import Gate
from beraad.records import Session

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
_FEWEST_LETTERS = 2
_FEWEST_DIGITS = 6
_MOST_INITIALS = 3
_NOT_WORDS = re.compile(r"[\W_]+")


def forbidden_words(session: Session, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """Return, literally and in alphabetical order, what must not be found in a finished file.

    Left out is what a search without regard to capitals cannot tell from other words: names that
    are also ordinary words, numbers of a few digits, and what stays somewhere by a decision.
    `leaks` looks for those with more care.
    """
    gate = Gate.of(session, lexicon)
    sought = (find for find in _sought(gate) if not _is_ordinary(find, gate.lexicon))
    return tuple(sorted({find.text for find in sought}))


def leaks(
    text: str, session: Session, lexicon: Lexicon | None = None, *, own: str = ""
) -> tuple[str, ...]:
    """Return which of the words taken out of a beraad still occur in a finished document.

    Case, diacritics, line breaks and the signs between words make no difference. A name that is
    also an ordinary word, or only initials, counts when it is written with the same capitals.
    `own` is what the document says by itself, such as its headings: a word that stands there may
    stand in the document as often as it does there, and not once more.
    """
    gate = Gate.of(session, lexicon)
    document, fixed = _Document(text, gate.lexicon), _Document(own, gate.lexicon)
    return tuple(
        sorted({find.text for find in _sought(gate) if document.count(find) > fixed.count(find)})
    )


class _Document:
    """A finished text, ready to be searched for words."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        folded = fold(blank_own(text))
        self._cased = _padded(folded.cased)
        self._lower = _padded(folded.lower)
        self._text = folded.lower

    def count(self, find: Find) -> int:
        """How often a find occurs: as whole words, or as a row of digits and letters."""
        folded = fold(find.text)
        if find.kind in _UNANNOUNCED:
            return _times(_padded(folded.cased), self._cased)
        if find.kind not in _NAMES:
            return len(_spelled_out(_solid(folded.lower)).findall(self._text))
        if _is_ordinary(find, self._lexicon) or _is_initials(folded.cased):
            return _times(_padded(folded.cased), self._cased)
        return _times(_padded(folded.lower), self._lower)


def _times(sought: str, text: str) -> int:
    """How often this stands there; two words beside each other share the space between them."""
    count, place = 0, text.find(sought)
    while place >= 0:
        count, place = count + 1, text.find(sought, place + 1)
    return count


def _sought(gate: Gate) -> Iterator[Find]:
    """What is taken out and is long enough to be recognised; not what also stays somewhere."""
    kept = {
        words_of(find.text) for finds in gate.found.values() for find in finds if gate.stays(find)
    }
    within = frozenset(part for words in kept for part in _parts(words))
    for text in gate.found:
        for find in gate.in_force(text):
            solid = _solid(find.text)
            fewest = _FEWEST_DIGITS if solid.isdecimal() else _FEWEST_LETTERS
            words = words_of(find.text)
            told = words in kept or (find.kind in _UNANNOUNCED and words in within)
            if len(solid) >= fewest and not told and not _says_nothing(find, gate.lexicon):
                yield find


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every row of words within these."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield words[start:end]


def _says_nothing(find: Find, lexicon: Lexicon) -> bool:
    """Whether the same words may stand anywhere for another reason.

    A day or an age may; so may what the lists allow, and words of every day that were found
    without a capital: "een" that was taken for a place, "duiven" with a number behind it.
    """
    if find.kind in _NOT_PROVEN:
        return True
    if find.kind not in _UNANNOUNCED:
        return False
    words = words_of(find.text)
    everyday = find.text.islower() and all(word in lexicon.words for word in words)
    return everyday or lexicon.allowed.issuperset(words)


def _is_ordinary(find: Find, lexicon: Lexicon) -> bool:
    """Whether a name is also a word that any document may hold."""
    if find.kind in _UNANNOUNCED:
        words = words_of(find.text)
        return len(_solid(find.text)) <= _MOST_INITIALS or all(
            word in lexicon.words for word in words
        )
    return find.kind in _NAMES and fold(find.text).lower in ORDINARY_WORDS


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
