"""Whether a word of a list of no names is what somebody does: "corporatie bellen"."""

from __future__ import annotations

from beraad.privacy.dutch.vocabulary import OF_PEOPLE
from beraad.privacy.signs.names.seed import Spot

_SHORTEST = 5
_PARTS = (
    "aan", "achter", "af", "bij", "binnen", "door", "goed", "in", "klaar", "los", "mee", "na",
    "neer", "om", "op", "over", "rond", "samen", "stil", "tegen", "terug", "toe", "uit", "vast",
    "vol", "voor", "vrij", "weg",
)  # fmt: skip
"""What is taken off a verb in a sentence: "ophogen", "we hogen het op"."""
_CALLED = frozenset({"wonen", "leven", "zorgen", "meedoen"})
"""What many an organisation is called: "elan wonen"."""
_AROUND = 8
_OPENS = frozenset({"dat", "als", "omdat", "of", "zodat", "wat", "waar", "hoe", "toen", "voordat"})


def is_done(spot: Spot) -> bool:
    """Whether this is what one does, or what "ik" before it does: "dat ik van school hoor"."""
    core, token = spot.core, spot.token
    if token.capital or spot.lexicon.is_listed(core) or not spot.lexicon.is_word(core):
        return False
    return _is_to_be_done(spot) or _is_done_by_me(spot)


def _is_to_be_done(spot: Spot) -> bool:
    """Whether this is the whole verb, as in a list of what to do; a thing has its article."""
    core, words = spot.core, spot.lexicon.words
    if not core.endswith("en") or len(core) < _SHORTEST or core in _CALLED or not _ends(spot):
        return False
    if any(core.startswith(part) and core.removeprefix(part) in words for part in _PARTS):
        return True
    stem = core.removesuffix("en")
    single = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return f"{single}t" in OF_PEOPLE or f"{stem[:-1]}{stem[-2:-1]}{stem[-1:]}t" in OF_PEOPLE


def _ends(spot: Spot) -> bool:
    """Whether nothing but a sign or a small word stands behind this."""
    after = spot.after
    return after is None or after.opens or after.gap[:1] in ",.;:!?)" or after.core in {"en", "of"}


def _is_done_by_me(spot: Spot) -> bool:
    """Whether "ik" stands before it in a clause that a small word opens."""
    if f"{spot.core}t" not in spot.lexicon.words or spot.token.opens:
        return False
    place, told = spot.place, False
    for _ in range(_AROUND):
        if place == 0 or spot.words[place].opens or spot.words[place].gap[:1] in ",.;:":
            return False
        place -= 1
        core = spot.words[place].core
        if told:
            return core in _OPENS
        told = core == "ik"
    return False
