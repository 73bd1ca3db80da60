"""Names that show by their capital."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    ABBREVIATIONS,
    ARTICLES,
    LARGE_PARTICLES,
    NEIGHBOURHOOD_ENDINGS,
    OF_PEOPLE,
    PARTICLES,
    RELATIONS,
    SCHOOL_TRIGGERS,
    STREET_ENDINGS,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed
from beraad.privacy.signs.names.signs_of_a_person import acts_like_a_person
from beraad.privacy.signs.names.tokens import Token

_INSIDE = "begint met een hoofdletter midden in de zin"
_SHORTEST = 4
_SHORTEST_STEM = 6
_LARGE_ARTICLES = frozenset({"de", "het", "t"})
_ENDINGS_OF_THINGS = (
    "ing", "heid", "schap", "tie", "zorg", "hulp", "werk", "zaken", "teit", "isme", "loket",
    "beheer", "en",
)  # fmt: skip
_BEFORE_SOMEBODY = frozenset({"van", "met", "volgens", "aan", "door", "bij"})
_AUXILIARIES = frozenset({"is", "was", "gaat", "moet", "kan", "mag", "zou"})


def shouted(token: Token, lexicon: Lexicon) -> Seed | None:
    long = len(token.core) >= _SHORTEST and token.core not in ABBREVIATIONS
    if long and lexicon.is_listed(token.core) and not lexicon.is_word(token.core):
        return Seed("staat in de lijst met namen")
    return None


def opening(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:  # noqa: PLR0911 - one for each sign
    """A capital that begins a sentence says nothing; the word itself has to."""
    core = words[index].core
    if core in lexicon.never:
        return None
    if not lexicon.is_word(core):
        if not lexicon.is_listed(core) and _is_inflected(core, lexicon):
            return None
        return Seed("geen Nederlands woord")
    if core in lexicon.words and core.endswith(STREET_ENDINGS + NEIGHBOURHOOD_ENDINGS):
        return None
    if not (core in lexicon.given or core in lexicon.surnames):
        return None
    if core in lexicon.mostly:
        return Seed("staat in de lijst met namen")
    if acts_like_a_person(words, index, lexicon):
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    following = words[index + 1].core if index + 1 < len(words) else ""
    if core in lexicon.given and following in _AUXILIARIES:
        return Seed("kan een naam zijn aan het begin van de zin", Certainty.POSSIBLE, asks=True)
    return None


def _is_inflected(core: str, lexicon: Lexicon) -> bool:
    return any(
        core.removesuffix(end) in lexicon.words
        for end in ("s", "en", "e")
        if len(core) > _SHORTEST_STEM
    )


def inside(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A capital inside a sentence is a name, unless the word is known to be none."""
    core = words[index].core
    after = words[index + 1] if index + 1 < len(words) else None
    if after and after.bracketed and core not in lexicon.never:
        return Seed(_INSIDE)
    if core.endswith(NEIGHBOURHOOD_ENDINGS) and core not in NEIGHBOURHOOD_ENDINGS:
        return Seed("naam van een buurt")
    if core.endswith(STREET_ENDINGS) and core not in STREET_ENDINGS and core not in lexicon.words:
        return Seed("naam van een straat")
    return _ordinary(words, index, lexicon) if lexicon.is_word(core) else Seed(_INSIDE)


def _ordinary(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:  # noqa: PLR0911 - one for each sign
    """A capital inside a sentence on a word that is ordinary without it."""
    token = words[index]
    core = token.core
    before = words[index - 1]
    if before.capital and before.core in LARGE_PARTICLES and token.joined(before):
        return Seed("staat achter een tussenvoegsel met hoofdletter")
    if core in lexicon.never:
        return None
    if core in lexicon.organisations:
        return Seed("staat in de lijst met organisaties")
    if before.capital and not before.opens and before.core in _LARGE_ARTICLES:
        return Seed("staat achter een lidwoord met een hoofdletter")
    if not lexicon.is_name(core):
        return _doubtful(words, index, lexicon)
    if before.core in ARTICLES and not before.capital and token.gap == " ":
        return Seed("kan een naam zijn", Certainty.POSSIBLE, asks=True)
    return Seed(_INSIDE)


def _doubtful(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A lone ordinary word with a capital, such as "Pronk"; in a row they are a title."""
    before = words[index - 1]
    after = words[index + 1] if index + 1 < len(words) else None
    titled = before.core in PARTICLES and index > 1 and words[index - 2].capital
    if after and after.capital and after.core in SCHOOL_TRIGGERS and not after.opens:
        return Seed("naam voor de soort school")
    lone = not titled and not before.capital and not (after and after.capital and not after.opens)
    if not lone or before.core in ARTICLES or before.core.isdecimal():
        return None
    made_up = before.core in _BEFORE_SOMEBODY and words[index].core not in lexicon.words
    somebody = made_up or _does_something(after) or _is_of_a_relative(words, index)
    asks = not somebody or words[index].core.endswith(_ENDINGS_OF_THINGS)
    return Seed("gewoon woord met een hoofdletter", Certainty.POSSIBLE, asks=asks)


def _does_something(after: Token | None) -> bool:
    return after is not None and not (after.opens or after.apart) and after.core in OF_PEOPLE


def _is_of_a_relative(words: Sequence[Token], index: int) -> bool:
    """Whether this is whose relative somebody is: "de moeder van Vreugde"."""
    return index > 1 and words[index - 1].core == "van" and words[index - 2].core in RELATIONS
