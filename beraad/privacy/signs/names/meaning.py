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
_LIVES = frozenset({"woont", "woonde", "wonen", "woonden", "verhuist", "verhuisde", "geboren"})
_IS_CARED_FOR = frozenset({"opgenomen", "behandeld", "ligt", "lag"})
_IN = frozenset({"in", "uit", "naar", "te"})
_BEFORE_HET = frozenset({"in", "uit", "naar", "bij", "van", "aan", "vanuit", "via", "door", "op"})
"""Before "het" that is an article: "ik heb het Fatima verteld" is of somebody."""

_SAINTS = frozenset({"sint", "st"})
_HOUSES = frozenset({"huize", "hospice", "kliniek", "medisch"})
"""How the name of a house, or of where somebody is nursed, begins."""

_CARE_ENDINGS = (
    "ziekenhuis", "kliniek", "hospice", "gasthuis", "diakonessenhuis", "verpleeghuis",
    "verzorgingshuis", "zorgcentrum", "woonzorgcentrum", "gezondheidscentrum", "kinderziekenhuis",
)  # fmt: skip
_SCHOOL_ENDINGS = ("school", "lyceum", "college", "gymnasium")
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
    *_CARE_ENDINGS,
)


def meaning(
    words: Sequence[Token], first: int, last: int, seeded: int, lexicon: Lexicon
) -> FindKind:
    """Return what kind of name stands in these words."""
    cores = [words[place].core for place in range(first, last + 1)]
    before = words[first - 1].core if first else ""
    if _is_a_school(words[last].core, lexicon, alone=first == last):
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
    return _as_it_stands(words, first, last)


def _is_a_school(core: str, lexicon: Lexicon, *, alone: bool) -> bool:
    """Whether the last word of a name says that it is one: "Anne Frankschool"."""
    if core in SCHOOL_TRIGGERS:
        return not alone
    return core.endswith(_SCHOOL_ENDINGS) and core not in lexicon.surnames


def _as_it_stands(words: Sequence[Token], first: int, last: int) -> FindKind:
    """What a name that may be anybody's is, by what stands before it."""
    before, core = (words[first - 1].core if first else ""), words[first].core
    joined = first > 0 and words[first].joined(words[first - 1])
    earlier = words[first - _TWO].core if first >= _TWO and joined else ""
    if before == "in" and earlier in _IS_CARED_FOR:
        return FindKind.ORGANISATION
    if joined and before in _IN and (earlier in _LIVES or core in _SAINTS):
        return FindKind.PLACE
    house = first < last and (core in _HOUSES or core in _SAINTS)
    articled = before in {"het", "t"} and words[first].capital and earlier in _BEFORE_HET
    return FindKind.ORGANISATION if house or articled else FindKind.PERSON


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
