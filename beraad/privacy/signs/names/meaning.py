"""Whether a name is that of a person, a place, a street, a school or an organisation."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import NEIGHBOURHOOD_ENDINGS, SCHOOL_TRIGGERS, STREET_ENDINGS
from beraad.privacy.find import FindKind
from beraad.privacy.signs.names.tokens import Token

_TWO = 2
_WORKS = frozenset({"werkt", "werkte", "werken", "werk", "werkzaam", "baan", "stage", "dienst"})
_WORKERS = (
    "chauffeur",
    "monteur",
    "werker",
    "werkster",
    "medewerkster",
    "consulent",
    "coach",
    "ster",
    "verpleegkundige",
    "kundige",
    "bouwer",
    "schilder",
    "receptionist",
    "manager",
)
"""How words end for who works somewhere."""
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
    hyphened = any(words[place].gap == "-" for place in range(first + 1, last + 1))
    double = hyphened and not lexicon.is_word(cores[-1])
    told = {told_by[core] for core in (cores[-1:] if double else cores)}
    if double and FindKind.ADDRESS not in told and _is_worked_at(words, first):
        return FindKind.ORGANISATION
    for kind in (FindKind.NEIGHBOURHOOD, FindKind.ADDRESS, FindKind.ORGANISATION):
        if kind in told:
            return kind
    placed = " ".join(cores) in lexicon.places or words[seeded].core in lexicon.places
    if before == "gemeente" and first == last:
        return FindKind.PLACE
    if placed and (before in _PLACING or not lexicon.given.issuperset(cores)):
        return FindKind.PLACE
    return FindKind.PERSON


def _is_worked_at(words: Sequence[Token], first: int) -> bool:
    """Whether somebody works where a double name stands: "vrachtwagenchauffeur bij Nijhof-Vos"."""
    if first < _TWO or words[first - 1].core != "bij" or words[first].gap != " ":
        return False
    before = words[first - _TWO].core
    return before in _WORKS or before.endswith(_WORKERS)


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
