"""Names without a capital, as in dictated texts."""

from __future__ import annotations

from beraad.privacy.dutch.vocabulary import ARTICLES, NAMES_FOLLOW, OF_PEOPLE
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed, Sign, Spot
from beraad.privacy.signs.names.strange import is_cut_short, is_put_together, is_strange

_SHORTEST_UNKNOWN = 4
_OLD_PARTICLES = frozenset({"van der", "van den", "v d", "van t"})
_HAVE = frozenset({"heb", "heeft", "had", "hebben", "hadden"})
_SAYS = frozenset(
    {
        "zegt",
        "zei",
        "volgens",
        "appt",
        "appte",
        "mailt",
        "mailde",
        "vertelt",
        "vertelde",
        "bel",
        "app",
    }
)
_SPOKEN = frozenset(
    {"gebeld", "gesproken", "gemaild", "geappt", "gezien", "gevraagd", "beloofd", "geholpen"}
)
_STREETS = ("straat", "laan", "plein", "gracht", "kade", "singel", "buurt", "wijk")
_LISTED = "staat in de lijst met namen"


def mostly_a_name(spot: Spot) -> Seed | None:
    """A first name that hardly ever occurs as the word it also is: "mees", but "de mees"."""
    if spot.core in spot.lexicon.mostly and spot.previous not in ARTICLES:
        return Seed(_LISTED)
    return None


def behind_old_particles(spot: Spot) -> Seed | None:
    """A word behind tussenvoegsels that only stand in names: "van der"."""
    if spot.place < len(("van", "der")):
        return None
    first, second = spot.words[spot.place - 2], spot.words[spot.place - 1]
    if f"{first.core} {second.core}" not in _OLD_PARTICLES:
        return None
    joined = second.joined(first) and spot.token.joined(second)
    plain = spot.core in spot.lexicon.words and spot.core not in spot.lexicon.surnames
    if first.core == "v" and plain and not spot.token.capital:
        return None
    return Seed("staat achter een tussenvoegsel") if joined else None


SMALL: tuple[Sign, ...] = (mostly_a_name, behind_old_particles)


def listed_and_no_word(spot: Spot) -> Seed | None:
    """A name of the lists that is no Dutch word, also with an s behind it."""
    core, lexicon = spot.core, spot.lexicon
    named = lexicon.is_name(core) or core in lexicon.streets or core in lexicon.organisations
    owner = core.removesuffix("s")
    owned = owner != core and owner in lexicon.given and owner not in lexicon.words
    proper = core in lexicon.proper and spot.token.quiet
    return Seed(_LISTED) if named or owned or proper else None


def ends_as_a_street(spot: Spot) -> Seed | None:
    """An unknown word that ends as streets and neighbourhoods do."""
    return Seed("naam van een straat of buurt") if spot.core.endswith(_STREETS) else None


def spoken_to(spot: Spot) -> Seed | None:
    """A first name between "heb" and what one does with people: "ik heb lex gebeld"."""
    known = spot.core in spot.lexicon.given and spot.core not in spot.lexicon.never
    around = spot.previous in _HAVE and spot.following in _SPOKEN
    return Seed("staat waar een naam staat") if known and around else None


def said_by(spot: Spot) -> Seed | None:
    """A first name behind "zegt" at the end of what is said: "is ziek zegt mees"."""
    ends = spot.after is None or spot.after.opens or spot.after.gap[:1] in ",.;:)!?"
    known = spot.core in spot.lexicon.given and spot.core not in spot.lexicon.never
    return Seed("staat waar een naam staat") if known and ends and spot.previous in _SAYS else None


SPOKEN_TO: tuple[Sign, ...] = (spoken_to, said_by)


def unknown_where_names_stand(spot: Spot) -> Seed | None:
    """An unknown word behind "met" or before "zegt", in a text without capitals."""
    token = spot.token
    if len(token.core) < _SHORTEST_UNKNOWN or not token.quiet or spot.lexicon.is_word(token.core):
        return None
    if is_cut_short(spot):
        return None
    before = "" if token.opens else spot.previous
    if before in NAMES_FOLLOW or spot.following in OF_PEOPLE:
        asks = is_put_together(token.core, spot.lexicon)
        reason = "onbekend woord op de plaats van een naam"
        return Seed(reason, Certainty.POSSIBLE, asks=asks, learned=asks)
    return None


def strange_word(spot: Spot) -> Seed | None:
    """A word that looks like no Dutch one."""
    if not is_strange(spot):
        return None
    asks = is_put_together(spot.core, spot.lexicon)
    return Seed("lijkt op geen Nederlands woord", Certainty.POSSIBLE, asks=asks, learned=asks)


def municipality(spot: Spot) -> Seed | None:
    """An unknown word behind "gemeente": "gemeente eemsdelta"."""
    behind = spot.previous == "gemeente" and spot.token.gap == " "
    return (
        Seed("staat achter 'gemeente'") if behind and not spot.lexicon.is_word(spot.core) else None
    )


SMALL_UNKNOWN: tuple[Sign, ...] = (
    municipality,
    listed_and_no_word,
    ends_as_a_street,
    unknown_where_names_stand,
    strange_word,
)
