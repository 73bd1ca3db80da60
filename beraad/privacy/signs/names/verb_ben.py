"""Whether "ben" is the verb here or somebody's name."""

from __future__ import annotations

import re

from beraad.privacy.dutch.vocabulary import OF_PEOPLE
from beraad.privacy.signs.names.seed import Spot

_WITH_A_CAPITAL = re.compile(
    r"(?<!\w)(?:Ben(?= (?:ik|je|jij|'?k)(?!\w))|BEN(?= (?:IK|JE|JIJ|'?K)(?!\w))"
    r"|(?<=\bIk )Ben(?!\w)|(?<=\bIK )BEN(?!\w))"
)
_WITH_BEN = frozenset({"ik", "je", "jij", "k"})
BEFORE_NO_VERB = frozenset({"volgens", "met", "namens", "van", "door", "aan", "bij", "tegen"})
"""Prepositions behind which somebody stands, and seldom a verb."""
_PREPOSITIONS = BEFORE_NO_VERB | {"voor", "over"}
_MEETS = frozenset(
    {"sprak", "spreek", "belde", "bel", "zag", "zie", "vroeg", "vraag", "mail", "app", "ken"}
)
_BEFORE_SOMEBODY = _MEETS | {"zegt", "zei", "vindt"}
_THIRD_PERSON = frozenset(
    {
        "is", "was", "kan", "kon", "mag", "zal", "zou", "moet", "moest", "gaat", "ging", "komt",
        "kwam", "doet", "deed", "blijft", "bleef", "neemt", "nam", "loopt", "liep", "gaf", "geeft",
        "zet", "laat", "liet", "wordt", "werd", "hoeft", "hield", "houdt", "stond", "staat",
    }
)  # fmt: skip
_NO_VERBS = frozenset(
    {
        "niet", "met", "uit", "tot", "het", "dat", "wat", "vast", "best", "echt", "net", "juist",
        "laat", "bent", "eerst", "laatst", "recht", "slecht", "dicht", "zat", "gezond", "altijd",
        "bereid", "benieuwd", "kwijt", "zacht", "bekend", "kort", "sinds", "te", "pas", "allebei",
    }
)  # fmt: skip
"""What follows the verb as well: "Ben laat thuis", "Ben het zat"."""
_DONE_BY_ANOTHER = (OF_PEOPLE | _THIRD_PERSON) - _NO_VERBS
_FAR, _NEAR = 12, 8


def is_the_verb(spot: Spot) -> bool:
    """Whether "ben" has "ik", "je" or "jij" for its subject: "Ben ik dan", "omdat ik bang ben"."""
    if spot.core != "ben":
        return False
    if _stands_before_its_subject(spot):
        return True
    token = spot.token
    if _stands_behind_ik(spot):
        return not _is_met(spot) and not may_be_the_verb(spot)
    if token.quiet or token.capital or (spot.previous in _BEFORE_SOMEBODY and not token.opens):
        return False
    if spot.previous in _PREPOSITIONS and not token.opens:
        return spot.place > 1 and spot.words[spot.place - 2].core == "ik"
    return _is_said_of_oneself(spot)


def may_be_the_verb(spot: Spot) -> bool:
    """Whether a capital stands where both can: "omdat ik Ben moe", "omdat ik Ben zag"."""
    token = spot.token
    if spot.core != "ben" or not token.capital or token.shouted or not _stands_behind_ik(spot):
        return False
    return not spot.words[spot.place - 1].opens and not _is_met(spot)


def without_the_verb(cased: str) -> str:
    """A text in comparable form, with spaces for the verb that is written as a name: "Ben ik"."""
    return _WITH_A_CAPITAL.sub(lambda verb: " " * len(verb[0]), cased)


def does_what_another_does(spot: Spot) -> bool:
    """Whether a verb in the third person stands right behind this: "Ben zet", "Ben was"."""
    return _right_behind(spot) in _DONE_BY_ANOTHER


def may_do_what_another_does(spot: Spot) -> bool:
    """Whether what stands right behind this may be a verb in the third person: "Ben schenkt"."""
    core = _right_behind(spot)
    verb = core.endswith("t") and core.removesuffix("t") in spot.lexicon.words
    return core not in _NO_VERBS and verb


def _right_behind(spot: Spot) -> str:
    """The word in small letters behind this in the same sentence; empty when there is none."""
    after = spot.after
    if after is None or after.opens or after.gap != " " or after.capital:
        return ""
    return after.core


def _stands_before_its_subject(spot: Spot) -> bool:
    after = spot.after
    behind = after is not None and not after.opens and after.gap in (" ", " '")
    return behind and spot.following in _WITH_BEN


def _stands_behind_ik(spot: Spot) -> bool:
    return spot.previous in ("ik", "k") and spot.token.gap == " " and not spot.token.opens


def _is_met(spot: Spot) -> bool:
    """Whether "ik" before it has another verb: "toen belde ik ben"."""
    ik = spot.at(spot.place - 1)
    if ik.token.opens or ik.token.gap != " ":
        return False
    verb = ik.previous
    return verb in _MEETS or verb.endswith(("de", "te"))


def _is_said_of_oneself(spot: Spot) -> bool:
    """Whether "ik" stands somewhere in this sentence."""
    words, place = spot.words, spot.place
    first = place
    while first > max(0, place - _FAR) and not words[first].opens:
        first -= 1
    last = place + 1
    while last < min(len(words), place + _NEAR) and not words[last].opens:
        last += 1
    return any(word.core == "ik" for word in words[first:last])
