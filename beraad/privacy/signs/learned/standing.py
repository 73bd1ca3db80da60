"""Words that stand as a name stands: seen by what was learned, and only ever asked about."""

from __future__ import annotations

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    BEFORE_CARE,
    CALLED,
    CALLED_NOTHING,
    DE_SURNAMES,
    NAMES_FOLLOW,
    NOBODY_IS_WITH,
    NOT_NAMES,
    OF_PEOPLE,
    PARTICLES,
    RELATIONS,
    SAID_ALOUD,
    TITLES,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.learned.features import features, kind_of
from beraad.privacy.signs.learned.model import Model, shipped
from beraad.privacy.signs.names.seed import Seed, Spot

ASKED_FROM = 0.3
"""How likely a name must be for a person to be asked."""

PLAIN_ASKED_FROM = 0.7
"""The same of a word that nobody is called by, as far as any list knows."""

_ASKED_BEHIND_AN_ARTICLE = 0.99
_BEFORE_THINGS = frozenset({"de", "het", "een", "twee", "drie", "t"})
_LESS_WITHOUT_CAPITALS = 0.2
CUES = TITLES | RELATIONS | CALLED | NAMES_FOLLOW
"""Words behind which any word is looked at."""

_POINTING = ("daar", "hier", "waar", "ergens", "nergens")
_PLAIN = (BEFORE_CARE | CALLED_NOTHING | NOBODY_IS_WITH) - PARTICLES
"""Words that stand where a name may stand and are none."""

NAMED = frozenset("gspom?")
"""The kinds of words that somebody may be called by."""

_COMPOUND = "W"
_NOWHERE, _RARE_FROM = 9, 4
_SHORTEST, _LONGEST = 2, 30


def may_be_a_name(spot: Spot) -> bool:
    """Whether a word is looked at at all: a capital, a word of some list, or one behind a cue."""
    token = spot.token
    core, lexicon = token.core, spot.lexicon
    if (
        not _SHORTEST <= len(core) <= _LONGEST
        or not core[0].isalpha()
        or core in PARTICLES
        or core in NOT_NAMES
        or core in TITLES
        or core in SAID_ALOUD
    ):
        return False
    if core in lexicon.never or core in lexicon.allowed:
        return token.capital and not token.opens and core not in lexicon.allowed
    if not token.capital and (_is_plain(core) or _is_what_somebody_does(spot)):
        return False
    kind = kind_of(core, lexicon)
    if token.opens and not _goes_on(spot) and _is_a_word(kind, capital=token.capital):
        return False
    named = kind != _COMPOUND and not NAMED.isdisjoint(kind)
    rare = is_rare(core, lexicon) and (not token.opens or _goes_on(spot))
    if token.capital or named or rare:
        return True
    return _goes_on(spot) if token.opens else spot.previous in CUES


def is_rare(core: str, lexicon: Lexicon) -> bool:
    """Whether a word is so rare that it is looked at wherever it stands."""
    return lexicon.common.get(core, _NOWHERE) >= _RARE_FROM


def _is_plain(core: str) -> bool:
    return core in _PLAIN or core.startswith(_POINTING)


def _is_what_somebody_does(spot: Spot) -> bool:
    """Whether this is a verb right behind a first name that is no word: "chantal praat"."""
    before, lexicon = spot.previous, spot.lexicon
    named = before in lexicon.given and before not in lexicon.words
    return named and spot.core in OF_PEOPLE and spot.token.gap == " "


def _is_a_word(kind: str, *, capital: bool) -> bool:
    """Whether a word that stands alone, as in a title, is just that; with a capital no name too."""
    return "w" in kind if not capital else bool(kind) and NAMED.isdisjoint(kind)


def _goes_on(spot: Spot) -> bool:
    """Whether more stands behind a word in its sentence."""
    return spot.after is not None and not spot.after.opens


def stands_as_a_name(spot: Spot) -> Seed | None:
    """A word of which most that is seen was learned from names: "volgens slager heeft smid"."""
    return standing(spot, shipped()) if may_be_a_name(spot) else None


def standing(spot: Spot, model: Model) -> Seed | None:
    """The same by a given model."""
    seen = features(spot)
    named = not NAMED.isdisjoint(kind_of(spot.core, spot.lexicon))
    least = ASKED_FROM if named else PLAIN_ASKED_FROM
    if spot.previous in _BEFORE_THINGS and not spot.token.capital and spot.core not in DE_SURNAMES:
        least = max(least, _ASKED_BEHIND_AN_ARTICLE)
    least -= _LESS_WITHOUT_CAPITALS if spot.token.quiet and not spot.token.capital else 0
    if model.likelihood(seen) < least:
        return None
    return Seed(_reason(spot), Certainty.POSSIBLE, asks=True, learned=True)


def _reason(spot: Spot) -> str:
    before, after = spot.before, spot.after
    if before and not spot.token.opens:
        return f"staat zoals een naam staat: na '{before.written}'"
    if after and not after.opens:
        return f"staat zoals een naam staat: voor '{after.written}'"
    return "staat zoals een naam staat"
