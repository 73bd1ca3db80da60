"""Names without a capital, as in dictated texts."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import ARTICLES, NAMES_FOLLOW, OF_PEOPLE
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.ordinary_names import ordinary_name, ordinary_surname
from beraad.privacy.signs.names.ordinary_places import ordinary_place
from beraad.privacy.signs.names.seed import Seed
from beraad.privacy.signs.names.strange import is_strange
from beraad.privacy.signs.names.tokens import Token

_SHORTEST_IN_LOWER_CASE = 3
_SHORTEST_UNKNOWN = 4
_OLD_PARTICLES = frozenset({"van der", "van den", "v d", "van t"})
_STREETS = ("straat", "laan", "plein", "gracht", "kade", "singel", "buurt", "wijk")


def in_lower_case(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    core = words[index].core
    if core in lexicon.mostly and (index == 0 or words[index - 1].core not in ARTICLES):
        return Seed("staat in de lijst met namen")
    if _behind_old_particles(words, index):
        return Seed("staat achter een tussenvoegsel")
    if core in lexicon.never:
        return None
    if len(core) < _SHORTEST_IN_LOWER_CASE:
        return ordinary_surname(words, index, lexicon)
    if core in lexicon.words:
        return ordinary_place(words, index, lexicon) or ordinary_name(words, index, lexicon)
    return _unknown(words, index, lexicon)


def _unknown(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """Why a word that is not in the dictionary is taken for a name."""
    core = words[index].core
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
    if is_strange(words, index, lexicon):
        return Seed("lijkt op geen Nederlands woord", Certainty.POSSIBLE)
    return None


def _behind_old_particles(words: Sequence[Token], index: int) -> bool:
    """Whether tussenvoegsels stand before this that only stand in names: "van der"."""
    if index < len(("van", "der")):
        return False
    first, second = words[index - 2], words[index - 1]
    joined = second.joined(first) and words[index].joined(second)
    return joined and f"{first.core} {second.core}" in _OLD_PARTICLES


def _stands_where_names_stand(words: Sequence[Token], index: int) -> bool:
    """Whether an unknown word in a text without capitals is likely a name."""
    token = words[index]
    if len(token.core) < _SHORTEST_UNKNOWN or not token.quiet:
        return False
    before = "" if token.opens else words[index - 1].core
    after = words[index + 1].core if index + 1 < len(words) else ""
    return before in NAMES_FOLLOW or after in OF_PEOPLE
