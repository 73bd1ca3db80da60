"""Towns, streets and organisations without a capital that are ordinary words too."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import AMBIGUOUS_TOWNS, STREETS_OF_NO_NAME
from beraad.privacy.signs.names.seed import Seed
from beraad.privacy.signs.names.tokens import Token

_LOOK_BACK = 6
_STREETS = ("straat", "laan", "plein", "gracht", "kade", "singel")
_TOWARDS = frozenset({"in", "uit", "naar", "vanuit", "gemeente", "richting", "woonplaats"})
_WHERE = frozenset({"in", "aan", "op", "uit", "naar"})
_BY = frozenset({"bij", "door", "via", "achter", "tegenover", "van", "in", "met", "naar"})
_LIVES = frozenset({"woont", "wonen", "woonde", "gewoond", "geboren", "verhuisd", "komt", "bank"})


def ordinary_place(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """Why an ordinary word is taken for a town, a street or an organisation, or None."""
    return (
        _town(words, index, lexicon)
        or _street(words, index)
        or _organisation(words, index, lexicon)
    )


def _town(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A place that is also an ordinary word, where somebody lives: "woont in kampen"."""
    core = words[index].core
    if index == 0 or core not in lexicon.places:
        return None
    before = words[index - 1].core
    if core in AMBIGUOUS_TOWNS and words[index].quiet and before in _TOWARDS:
        return Seed("staat in de lijst met plaatsen")
    if before not in ("in", "te", "uit"):
        return None
    lives = {token.core for token in words[max(0, index - _LOOK_BACK) : index]}
    if lives & _LIVES:
        return Seed("plaats waar iemand woont")
    return None


def _street(words: Sequence[Token], index: int) -> Seed | None:
    """A street that is in the dictionary, where somebody is: "in de kastanjelaan"."""
    core = words[index].core
    named = core.endswith(_STREETS) and core not in (*_STREETS, *STREETS_OF_NO_NAME)
    if not named or not words[index].quiet or index < len(("in", "de")):
        return None
    if words[index - 1].core in ("de", "het") and words[index - 2].core in _WHERE:
        return Seed("naam van een straat of buurt")
    return None


def _organisation(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """An organisation that is called an ordinary word, without an article: "bij praxis"."""
    if words[index].core not in lexicon.organisations or not words[index].quiet or not index:
        return None
    before = words[index - 1]
    article = before.core in ("de", "het") and index > 1 and words[index - 2].core == "achter"
    if before.core in _BY or article:
        return Seed("staat in de lijst met organisaties")
    return None
