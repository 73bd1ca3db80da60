"""Names without a capital, as in dictated texts."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.finds import Certainty
from beraad.privacy.lexicon import Lexicon
from beraad.privacy.names.people_words import acts_like_a_person
from beraad.privacy.names.tokens import Token
from beraad.privacy.names.why import Seed
from beraad.privacy.vocabulary import ARTICLES, NAMES_FOLLOW, OF_PEOPLE

_SHORTEST_IN_LOWER_CASE = 3
_SHORTEST_UNKNOWN = 4
_LOOK_BACK = 6
_OLD_PARTICLES = frozenset({"van der", "van den", "v d", "van 't"})
_BEFORE_SURNAMES = frozenset({"van", "de", "der", "den", "het", "t", "el", "ten", "ter", "la"})
_SPEAKING = frozenset({"volgens", "zegt", "zei", "namens", "met", "vindt", "vraagt", "belde"})
_STREETS = ("straat", "laan", "plein", "gracht", "kade", "singel", "buurt", "wijk")
_LIVES = frozenset({"woont", "wonen", "woonde", "gewoond", "geboren", "verhuisd", "komt", "bank"})


def in_lower_case(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:  # noqa: PLR0911 - one for each sign
    core = words[index].core
    if core in lexicon.mostly and (index == 0 or words[index - 1].core not in ARTICLES):
        return Seed("staat in de lijst met namen")
    if _behind_old_particles(words, index):
        return Seed("staat achter een tussenvoegsel")
    if len(core) < _SHORTEST_IN_LOWER_CASE or core in lexicon.never:
        return None
    if core in lexicon.words:
        return (
            _ambiguous_place(words, index, lexicon)
            or _acting(words, index, lexicon)
            or _ordinary_surname(words, index, lexicon)
        )
    named = lexicon.is_name(core) or core in lexicon.streets or core in lexicon.organisations
    owner = core.removesuffix("s")
    if named or (owner != core and owner in lexicon.given and owner not in lexicon.words):
        return Seed("staat in de lijst met namen")
    if core in lexicon.proper and words[index].quiet:
        return Seed("staat in de lijst met namen")
    if core.endswith(_STREETS):
        return Seed("naam van een straat of buurt")
    if not lexicon.is_word(core) and _stands_where_names_stand(words, index):
        return Seed("onbekend woord op de plaats van een naam", Certainty.POSSIBLE)
    return None


def _behind_old_particles(words: Sequence[Token], index: int) -> bool:
    """Whether tussenvoegsels stand before this that only stand in names: "van der"."""
    if index < len(("van", "der")):
        return False
    first, second = words[index - 2], words[index - 1]
    joined = second.joined(first) and words[index].joined(second)
    return joined and f"{first.core} {second.core}" in _OLD_PARTICLES


def _acting(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A first name that is an ordinary word too, before what only people do: "roos zegt"."""
    if words[index].core not in lexicon.given:
        return None
    before = words[index - 1].core if index else ""
    if before in ARTICLES or (before in lexicon.never and before not in NAMES_FOLLOW):
        return None
    if acts_like_a_person(words, index, lexicon):
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    return None


def _ordinary_surname(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A surname that is an ordinary word too, where a surname stands: "volgens van os"."""
    place = index - 1
    while place >= 0 and words[place].core in _BEFORE_SURNAMES:
        place -= 1
    over = index - 1 - place
    if not over or words[index].core not in lexicon.surnames or words[place + 1].opens:
        return None
    before = words[place]
    joined = all(words[at].joined(words[at - 1]) for at in range(place + 2, index + 1))
    known = before.core in _SPEAKING or (
        before.core in lexicon.given and words[place + 1].joined(before)
    )
    if joined and known and words[index].quiet:
        return Seed("achternaam achter een tussenvoegsel", Certainty.POSSIBLE)
    return None


def _stands_where_names_stand(words: Sequence[Token], index: int) -> bool:
    """Whether an unknown word in a text without capitals is likely a name."""
    token = words[index]
    if len(token.core) < _SHORTEST_UNKNOWN or not token.quiet:
        return False
    before = "" if token.opens else words[index - 1].core
    after = words[index + 1].core if index + 1 < len(words) else ""
    return before in NAMES_FOLLOW or after in OF_PEOPLE


def _ambiguous_place(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A place that is also an ordinary word, where somebody lives: "woont in kampen"."""
    core = words[index].core
    if (
        index == 0
        or core not in lexicon.places
        or core in lexicon.never
        or len(core) < _SHORTEST_IN_LOWER_CASE
    ):
        return None
    if words[index - 1].core not in ("in", "te", "uit"):
        return None
    lives = {token.core for token in words[max(0, index - _LOOK_BACK) : index]}
    if lives & _LIVES:
        return Seed("plaats waar iemand woont")
    return None
