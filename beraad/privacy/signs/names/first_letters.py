"""Names of which only the first letter stands there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    NAMES_FOLLOW,
    OPTION_WORDS,
    PARTICLES,
    RELATIONS,
    STRONG_TITLES,
    TITLES,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed
from beraad.privacy.signs.names.strange import is_strange
from beraad.privacy.signs.names.tokens import Token

_MOST_BETWEEN = 6


def initial(words: Sequence[Token], index: int) -> Seed | None:  # noqa: PLR0911 - one for each sign
    """One letter with a full stop in the middle of a sentence, or before a surname."""
    before = words[index - 1] if index else None
    if before and (before.core in OPTION_WORDS or before.core.isdecimal()):
        return None
    if before and before.core in TITLES | RELATIONS and words[index].joined(before):
        return Seed("initiaal achter een aanspreekvorm", Certainty.CERTAIN)
    after = words[index + 1] if index + 1 < len(words) else None
    if not after or not after.gap.startswith("."):
        return None
    if after.core == "a" and not after.capital:
        return None
    if after.capital and (len(after.core) > 1 or after.initial):
        lone = words[index].opens and after.gap not in (".", ". ")
        return None if lone or _is_option_line(words, index) else Seed("initiaal met een naam")
    if after.gap == ". " and not after.capital and not after.core.isdecimal():
        return Seed("initiaal met een punt")
    return None


def small_initial(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """One small letter with a full stop, behind a form of address or before a surname."""
    before = words[index - 1] if index else None
    if before and before.core in STRONG_TITLES and words[index].joined(before):
        return Seed("initiaal achter een aanspreekvorm")
    stops = index + 1 < len(words) and words[index + 1].gap in (".", ". ")
    if not stops or words[index].core not in "abcdefghijklmnoprstuvwyz":
        return None
    near = words[index + 1 : index + 1 + _MOST_BETWEEN]
    over = takewhile(lambda one: len(one.core) == 1 or one.core in PARTICLES, near)
    place = index + 1 + sum(1 for _ in over)
    if place >= len(words):
        return None
    joined = all(words[at].joined(words[at - 1]) for at in range(index + 1, place + 1))
    surname = words[place].core
    listed = lexicon.is_name(surname) and (surname not in lexicon.words or place - index > 1)
    near = before is not None and words[index].quiet and before.core in NAMES_FOLLOW
    listed = listed or (near and lexicon.is_name(surname))
    named = listed or is_strange(words, place, lexicon)
    return Seed("initialen voor een achternaam") if joined and named else None


def _is_option_line(words: Sequence[Token], index: int) -> bool:
    """Whether a line begins with the letter of an option: "A. Voorschot geven"."""
    return (
        words[index].opens
        and words[index].core in "abcdef"
        and (index == 0 or "\n" in words[index].gap)
    )
