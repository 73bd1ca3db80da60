"""First names that are a tussenvoegsel or a verb too: "Ik sprak Ben", "Do belde"."""

from __future__ import annotations

from beraad.privacy.dutch.vocabulary import PARTICLES
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed, Sign, Spot
from beraad.privacy.signs.names.verb_ben import (
    does_what_another_does,
    is_the_verb,
    may_be_the_verb,
    may_do_what_another_does,
)

_DAYS = frozenset({"ma", "di", "wo", "vr", "za", "zo"})
_MOST_PARTICLES = 3


def particle_inside(spot: Spot) -> Seed | None:
    """A capital inside a sentence: "Ik praatte met Ben"; in a title it only asks."""
    token, before = spot.token, spot.before
    if before is None or token.opens or _is_something_else(spot):
        return None
    if (before.capital and not before.opens) or may_be_the_verb(spot):
        return _asking()
    return Seed("begint met een hoofdletter midden in de zin")


def particle_at_the_start(spot: Spot) -> Seed | None:
    """A capital that begins a sentence, before what another does or a surname: "Ben zet hem"."""
    if not spot.token.opens or _is_something_else(spot):
        return None
    if _stands_before_a_surname(spot):
        return Seed("staat voor een achternaam")
    if does_what_another_does(spot):
        reason = "gewoon woord dat hier een naam lijkt"
        return Seed(reason, Certainty.POSSIBLE) if spot.core == "ben" else _asking()
    after = spot.after
    apart = after is None or after.opens or after.gap[:1] in ".,:!?)"
    other = after is not None and after.core in ("en", "of", "s")
    return _asking() if apart or other or may_do_what_another_does(spot) else None


CALLED_AS_A_PARTICLE: tuple[Sign, ...] = (particle_inside, particle_at_the_start)


def _asking() -> Seed:
    return Seed("kan een naam zijn", Certainty.POSSIBLE, asks=True, learned=True)


def _is_something_else(spot: Spot) -> bool:
    """Whether this is the verb, a day of the week, or a word of a line in capitals."""
    beside = {spot.previous, spot.following}
    dated = spot.after is not None and (spot.after.apart or spot.after.core.isdecimal())
    day = spot.core == "do" and (dated or not beside.isdisjoint(_DAYS))
    return spot.token.shouted or day or is_the_verb(spot)


def _stands_before_a_surname(spot: Spot) -> bool:
    """Whether a word with a capital follows, over tussenvoegsels: "Ben de Haan"."""
    words, place = spot.words, spot.place + 1
    last = min(len(words), place + _MOST_PARTICLES)
    while place < last and words[place].core in PARTICLES and words[place].gap == " ":
        place += 1
    if place >= len(words):
        return False
    name = words[place]
    return name.capital and not (name.opens or name.shouted) and name.gap == " "
