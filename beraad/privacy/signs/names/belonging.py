"""Whether a word behind a name is still part of it."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    NEIGHBOURHOOD_ENDINGS,
    OF_PEOPLE,
    ORGANISATION_TRIGGERS,
    PARTICLES,
    RELATIONS,
    SAID_ALOUD,
    SCHOOL_TRIGGERS,
    STREET_ENDINGS,
    TITLES,
)
from beraad.privacy.signs.names.tokens import Token

LOOSE = PARTICLES & {
    "in", "op", "te", "uit", "bij", "aan", "over", "onder", "tot", "of", "as", "van", "voor", "de",
    "het", "a", "i", "o", "e", "los", "do",
}  # fmt: skip
"""Tussenvoegsels that stand before other words too."""

PLACING = frozenset({"in", "op", "te", "uit", "bij", "aan", "over", "of", "tot"})
"""Tussenvoegsels that say where somebody is as often as what they are called."""

_OLD = frozenset({"v", "vd", "der", "den", "t", "ter", "ten"})
"""Tussenvoegsels behind which any word is a surname, when a first name stands before them."""
_LONGEST_ABBREVIATION = 4
_LONGEST_WORD = 3
_KINDS = ORGANISATION_TRIGGERS | SCHOOL_TRIGGERS
_KINDS_BEHIND = frozenset({"lyceum", "gymnasium", "college", "ziekenhuis"})
_IN_SURNAMES = frozenset({"den", "t", "ten", "der"})
_FIRMS = frozenset(
    {
        "bv", "vof", "groenten", "loonwerk", "transport", "installatietechniek", "vastgoed", "bouw",
        "makelaars", "advocaten", "notarissen", "accountants", "bewindvoerders", "bewind", "zonen",
        "loonbedrijf", "kwekerijen", "bloemen", "techniek", "zorg",
    }
)  # fmt: skip
"""What stands behind a surname when a firm is called by it."""
_VALUES = frozenset({"hoop", "moed", "trouw", "vrede", "kracht", "geluk", "liefde", "goed"})
"""Values that are a surname right behind a first name."""
_QUARTERS = frozenset({"poort", "haven", "buiten", "hout", "stad", "binnen", "bos", "hoek"})
"""What stands behind a town when a part of it is meant: "almere poort"."""
_NEVER_BEHIND = TITLES | RELATIONS | _KINDS


def belongs(before: Token, token: Token, over: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word behind a name, over these tussenvoegsels, is still part of it."""
    core = token.core
    kind = not over and _is_kind_behind(before, token)
    firm = core in _FIRMS and (before.core in lexicon.surnames or before.core in _FIRMS)
    quarter = core in _QUARTERS and before.core in lexicon.places and token.gap == " "
    kind = kind or ((firm or quarter) and not over)
    if not _may_belong(core, over, lexicon) or (core in _NEVER_BEHIND and not kind):
        return False
    glued = token.gap == "-"
    if before.shouted and not token.shouted and _is_an_abbreviation(before, lexicon):
        return glued
    if token.capital:
        if token.shouted and (not before.shouted or lexicon.is_word(core)):
            return glued
        value = core in lexicon.allowed and not _is_full_name(before, token, over, lexicon)
        allowed = value or _is_elsewhere(core, over, lexicon)
        return glued or kind or not allowed
    if before.capital and len(before.core) > 1:
        return glued and not lexicon.is_word(core)
    double = glued and core in lexicon.given and before.core in lexicon.given
    does = core in OF_PEOPLE and not over
    small = not does and _belongs_in_lower_case(before, core, over, lexicon)
    return double or kind or small


def _is_full_name(before: Token, token: Token, over: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a surname or a value stands right behind a first name that is nothing else:
    "Willeke Hoop".
    """
    core = token.core
    given = before.capital and before.core in lexicon.given and not lexicon.is_word(before.core)
    surname = core in _VALUES or core in lexicon.surnames
    return given and not over and token.gap == " " and surname


def _may_belong(core: str, over: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether this is no number or sign, nor an organisation that somebody is of."""
    if core.isdecimal() or core in SAID_ALOUD:
        return False
    return not over or not (core in lexicon.organisations or core.endswith("zorg"))


def _is_an_abbreviation(token: Token, lexicon: Lexicon) -> bool:
    """Whether a few capitals are short for something rather than a name: "UHP Lotte"."""
    return len(token.core) <= _LONGEST_ABBREVIATION and not lexicon.is_listed(token.core)


def _is_kind_behind(before: Token, token: Token) -> bool:
    """Whether a name ends with what it is the name of: "Cartesius Lyceum"."""
    if not (before.capital or token.capital):
        return token.core in _KINDS_BEHIND
    return token.core in _KINDS and before.capital and token.capital


def _is_elsewhere(core: str, over: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a capital behind "in de" is where somebody is rather than a surname."""
    if not over or over[0] not in PLACING:
        return False
    where = core.endswith(STREET_ENDINGS + NEIGHBOURHOOD_ENDINGS) or core in lexicon.places
    surname = core in lexicon.surnames or not _IN_SURNAMES.isdisjoint(over)
    return len(over) == 1 or where or not surname


def _belongs_in_lower_case(before: Token, core: str, over: Sequence[str], lexicon: Lexicon) -> bool:
    sure = before.core in lexicon.given and before.core not in lexicon.words
    allowed = core in lexicon.allowed and core in lexicon.surnames
    if sure and not over and allowed and len(core) > _LONGEST_WORD:
        return True
    never = core in lexicon.never and core not in lexicon.surnames
    did = core.startswith("ge") and core in lexicon.words
    if sure and over and not (_OLD.isdisjoint(over) or did or never):
        return True
    never = never or (core in lexicon.never and not over)
    if never or core in lexicon.allowed or len(core) == 1:
        return False
    particle = over[-1] if over else before.core
    if core in lexicon.words:
        return (
            core in lexicon.surnames
            and (before.core in lexicon.given or len(before.core) == 1)
            and particle not in LOOSE - {"de", "van"}
            and (not over or over[0] not in PLACING)
        )
    if (over and over[0] in PLACING) or core in lexicon.english:
        return False
    return lexicon.is_listed(core) or not lexicon.is_word(core)
