"""Letters that may stand for somebody, when nothing says so: "AB", "MvD", "K.:"; they only ask."""

from __future__ import annotations

import re

from beraad.privacy.dutch.vocabulary import ABBREVIATIONS, NO_LETTERS, OF_PEOPLE, OPTION_WORDS
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed, Sign, Spot

_INITIALS = re.compile(r"[A-Z]{2,3}|[A-Z][a-z]{0,2}[A-Z]")
_PARTICLE_INSIDE = re.compile(r"[A-Z](?:v|d|t|vd)[A-Z]")
"""A tussenvoegsel between two capitals, as in "MvD": only people are shortened so."""
_OPTIONS = "abcdefgx"
_ROMAN = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])
_OF_MAIL = frozenset({"fw", "fwd", "re", "cc", "bcc", "to", "from"})
_BESIDE = (")", ",", " +", " /", " -", " >", " en", ":")
_REASON = "letters die voor iemand kunnen staan"


def letters_of_somebody(spot: Spot) -> Seed | None:
    """Two or three capitals that are no known abbreviation: "AB", "MvD", "P-H"."""
    token, core, lexicon = spot.token, spot.core, spot.lexicon
    if not _INITIALS.fullmatch(token.written) or core in ABBREVIATIONS or core in _ROMAN:
        return None
    if core in lexicon.allowed or core in lexicon.words or core in _OF_MAIL:
        return None
    speaks = token.opens and spot.after is not None and spot.after.gap.startswith(":")
    acts = spot.following in OF_PEOPLE and len(token.written) == len("PB")
    acts = acts or spot.previous in ("actie", "actiehouder")
    sure = (speaks or acts) and core not in NO_LETTERS
    return Seed(_REASON) if sure or _PARTICLE_INSIDE.fullmatch(token.written) else _asking()


def letter_of_somebody(spot: Spot) -> Seed | None:
    """One capital that is no option: with a full stop, before a colon, or beside another.

    Before what is replaced any letter may be part of a name: "B. de inbrenger".
    """
    token, after = spot.token, spot.after
    if token.core in _ROMAN and token.core != "v":
        return None
    gap = after.gap if after else "."
    if gap.startswith(".:") and spot.previous not in OPTION_WORDS:
        return Seed(_REASON)
    marked = gap.startswith((".", ":")) or gap == "-" or (not token.opens and gap.startswith(" "))
    beside = after is not None and after.apart
    return _asking() if marked and (beside or token.core not in _OPTIONS) else None


def _asking() -> Seed:
    return Seed(_REASON, Certainty.POSSIBLE, asks=True, learned=True)


def letters_beside_others(spot: Spot) -> Seed | None:
    """Two capitals that are short for something else, where people stand: "(AB + MvD)"."""
    token, after = spot.token, spot.after
    if len(token.written) != 2 or not token.written.isupper() or not token.written.isalpha():  # noqa: PLR2004
        return None
    if token.core in _OF_MAIL:
        return None
    speaks = token.opens and after is not None and after.gap.startswith(":")
    inside = token.gap.endswith("(") and (after is None or after.gap.startswith(_BESIDE))
    beside = after is not None and after.gap.strip() in ("+", "->", "→") and after.capital
    return _asking() if speaks or inside or beside else None


SHORT: tuple[Sign, ...] = (letters_of_somebody, letters_beside_others)
LETTER: tuple[Sign, ...] = (letter_of_somebody,)
