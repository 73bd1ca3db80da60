"""Whether a name is that of a person, a place, a street, a school or an organisation."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import NEIGHBOURHOOD_ENDINGS, SCHOOL_TRIGGERS, STREET_ENDINGS
from beraad.privacy.find import FindKind
from beraad.privacy.signs.names.tokens import Token

_PLACING = frozenset({"in", "te", "naar", "uit", "gemeente", "woonplaats", "stad", "dorp", "bij"})
_ORGANISATION_ENDINGS = (
    "zorg",
    "groep",
    "partners",
    "stichting",
    "wonen",
    "bank",
    "hulp",
    "bv",
    "kerk",
    "moskee",
)


def meaning(
    words: Sequence[Token], first: int, last: int, seeded: int, lexicon: Lexicon
) -> FindKind:
    """Return what kind of name stands in these words."""
    cores = [words[place].core for place in range(first, last + 1)]
    before = words[first - 1].core if first else ""
    if first < last and words[last].core in SCHOOL_TRIGGERS:
        return FindKind.SCHOOL
    told_by = lexicon.remembered(_told_by)
    told = {told_by[core] for core in cores}
    for kind in (FindKind.NEIGHBOURHOOD, FindKind.ADDRESS, FindKind.ORGANISATION):
        if kind in told:
            return kind
    placed = " ".join(cores) in lexicon.places or words[seeded].core in lexicon.places
    if before == "gemeente" and first == last:
        return FindKind.PLACE
    if placed and (before in _PLACING or not lexicon.given.issuperset(cores)):
        return FindKind.PLACE
    return FindKind.PERSON


def _told_by(core: str, lexicon: Lexicon) -> FindKind | None:
    """What kind of name a word makes it, whatever the other words are."""
    if core.endswith(NEIGHBOURHOOD_ENDINGS):
        return FindKind.NEIGHBOURHOOD
    if core.endswith(STREET_ENDINGS) and core not in lexicon.surnames:
        return FindKind.ADDRESS
    if core in lexicon.streets:
        return FindKind.ADDRESS
    return FindKind.ORGANISATION if _names_an_organisation(core, lexicon) else None


def _names_an_organisation(core: str, lexicon: Lexicon) -> bool:
    named = core in lexicon.given or core in lexicon.surnames
    if core in lexicon.organisations:
        return core not in lexicon.given
    return core.endswith(_ORGANISATION_ENDINGS) and not named
