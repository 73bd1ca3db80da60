"""Towns, streets and organisations without a capital that are ordinary words too."""

from __future__ import annotations

from beraad.privacy.dutch.vocabulary import AMBIGUOUS_TOWNS, STREETS_OF_NO_NAME
from beraad.privacy.signs.names.seed import Seed, Sign, Spot

_LOOK_BACK = 6
STREETS = ("straat", "laan", "plein", "gracht", "kade", "singel")
"""How a street ends that may be a word of the dictionary."""
_TOWARDS = frozenset({"in", "uit", "naar", "vanuit", "gemeente", "richting", "woonplaats"})
_WHERE = frozenset({"in", "aan", "op", "uit", "naar"})
ROADS = ("pad", "weg", "dijk", "hof", "steeg", "dreef")
"""How a street ends that is an ordinary word as often, unless somebody lives there."""
_BY = frozenset({"bij", "door", "via", "achter", "tegenover", "van", "in", "met", "naar"})
_LIVES = frozenset({"woont", "wonen", "woonde", "gewoond", "geboren", "verhuisd", "komt", "bank"})


def town_one_goes_to(spot: Spot) -> Seed | None:
    """A place that is a word too, behind where to: "naar assen"."""
    town = spot.core in AMBIGUOUS_TOWNS and spot.core in spot.lexicon.places
    if town and spot.token.quiet and spot.previous in _TOWARDS:
        return Seed("staat in de lijst met plaatsen")
    return None


def town_one_lives_in(spot: Spot) -> Seed | None:
    """A place that is a word too, where somebody lives: "woont in kampen"."""
    if spot.core not in spot.lexicon.places or spot.previous not in ("in", "te", "uit"):
        return None
    return Seed("plaats waar iemand woont") if _lives_near(spot) else None


def _lives_near(spot: Spot) -> bool:
    """Whether the words before say where somebody lives."""
    near = {token.core for token in spot.words[max(0, spot.place - _LOOK_BACK) : spot.place]}
    return bool(near & _LIVES)


def street_one_is_in(spot: Spot) -> Seed | None:
    """A street that is in the dictionary, where somebody is: "in de kastanjelaan"."""
    core = spot.core
    named = core.endswith(STREETS) and core not in (*STREETS, *STREETS_OF_NO_NAME)
    if core.endswith(ROADS) and core not in ROADS and _lives_near(spot):
        named = True
    if not named or not spot.token.quiet or spot.place < len(("in", "de")):
        return None
    if spot.previous in ("de", "het") and spot.words[spot.place - 2].core in _WHERE:
        return Seed("naam van een straat of buurt")
    return None


def organisation_one_is_with(spot: Spot) -> Seed | None:
    """An organisation that is called an ordinary word, without an article: "bij praxis"."""
    if spot.core not in spot.lexicon.organisations or not spot.token.quiet:
        return None
    behind = spot.place > 1 and spot.words[spot.place - 2].core == "achter"
    if spot.previous in _BY or (behind and spot.previous in ("de", "het")):
        return Seed("staat in de lijst met organisaties")
    return None


ORDINARY_PLACE: tuple[Sign, ...] = (
    town_one_goes_to,
    town_one_lives_in,
    street_one_is_in,
    organisation_one_is_with,
)
