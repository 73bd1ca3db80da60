"""Names of which only the first letter stands there."""

from __future__ import annotations

from itertools import takewhile

from beraad.privacy.dutch.vocabulary import (
    NAMES_FOLLOW,
    OF_PEOPLE,
    OPTION_WORDS,
    PARTICLES,
    RELATIONS,
    STRONG_TITLES,
    TITLES,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed, Sign, Spot
from beraad.privacy.signs.names.strange import is_strange

_MOST_BETWEEN = 6
_OPTIONS = "abcdefg"
_UNITS = "mujgk"
"""Letters behind a number that count something: "500 m. van", "02.40u."."""
_CLITICS = "dmnst"
"""What is left of small words: "zoon n belt" may be anything, "oma v belt" is somebody."""


_TIMES = frozenset(
    {
        "nachts", "avonds", "ochtends", "middags", "morgens", "zomers", "winters", "maandags",
        "woensdags", "zondags", "anderendaags", "daags", "weeks", "jaars", "maands",
    }
)  # fmt: skip
_APOSTROPHES = ("'", "\u2019", "\u2018", "`")


def is_of_a_small_word(spot: Spot) -> bool:
    """Whether one letter is what is left of a small word: "mevrouw 's nachts", "hij kan 't"."""
    if len(spot.core) != 1:
        return False
    after = spot.after
    if spot.core == "s" and after is not None and after.core in _TIMES and not after.opens:
        return True
    clitic = spot.core in _CLITICS and spot.token.gap.endswith(_APOSTROPHES)
    named = after is not None and after.capital and not after.opens
    return clitic and not spot.token.capital and not named


def is_no_initial(spot: Spot) -> bool:
    """Whether one capital letter is that of an option or a part: "optie A.", "lid 2 B.", "B&W."."""
    before = spot.before
    if before and spot.token.gap == "&" and len(before.core) == 1:
        return True
    if before is None or spot.core not in _OPTIONS:
        return False
    return before.core in OPTION_WORDS or before.core.isdecimal()


def titled_initial(spot: Spot) -> Seed | None:
    """One letter behind a form of address or a relation: "mevrouw K."."""
    before = spot.before
    if before and before.core in TITLES | RELATIONS and spot.token.joined(before):
        return Seed("initiaal achter een aanspreekvorm", Certainty.CERTAIN)
    return None


def initial_of_a_name(spot: Spot) -> Seed | None:
    """One letter with a full stop before a surname: "R. de Graaf"."""
    after = spot.after
    if after is None or not after.gap.startswith(".") or not after.capital or after.apart:
        return None
    named = len(after.core) > 1 or after.initial
    lone = spot.token.opens and after.gap not in (".", ". ")
    return (
        Seed("initiaal met een naam") if named and not lone and not _is_option_line(spot) else None
    )


def lone_initial(spot: Spot) -> Seed | None:
    """One letter with a full stop in the middle of a sentence: "toen kwam F. binnen"."""
    after = spot.after
    if after is None or after.gap != ". " or after.capital:
        return None
    plain = after.core == "a" or after.core.isdecimal()
    return None if plain else Seed("initiaal met een punt")


def initial_behind_a_surname(spot: Spot) -> Seed | None:
    """One letter behind a surname and a comma, as in a table: "Smeding, H."."""
    before, after = spot.before, spot.after
    stops = after is None or after.gap.startswith(".")
    if not (before and before.capital and spot.token.gap == ", " and stops):
        return None
    reason = "initiaal achter een achternaam"
    if not spot.lexicon.is_word(before.core) and before.core not in spot.lexicon.allowed:
        return Seed(reason)
    return Seed(reason, Certainty.POSSIBLE, asks=True, learned=True)


INITIAL: tuple[Sign, ...] = (
    titled_initial,
    initial_of_a_name,
    lone_initial,
    initial_behind_a_surname,
)


def small_titled_initial(spot: Spot) -> Seed | None:
    """One small letter behind a form of address: "mw k."."""
    before, after = spot.before, spot.after
    if before is None or not spot.token.joined(before):
        return None
    stops = after is not None and after.gap.startswith(".") and spot.token.gap == " "
    told = before.core in STRONG_TITLES or (before.core in RELATIONS and stops)
    if told:
        return Seed("initiaal achter een aanspreekvorm")
    acts = before.core in RELATIONS and spot.following in OF_PEOPLE and spot.token.gap == " "
    if acts and spot.core not in _CLITICS:
        return Seed("letter die voor iemand kan staan", Certainty.POSSIBLE, asks=True, learned=True)
    return None


def small_initial_of_a_surname(spot: Spot) -> Seed | None:
    """One small letter with a full stop before a surname: "f. demir"."""
    after = spot.after
    if after is None or after.gap not in (".", ". ") or not _is_a_letter(spot.core):
        return None
    if spot.core in _UNITS and spot.previous.isdecimal() and spot.token.gap in ("", " "):
        return None
    words, index, lexicon = spot
    near = words[index + 1 : index + 1 + _MOST_BETWEEN]
    over = takewhile(lambda one: len(one.core) == 1 or one.core in PARTICLES, near)
    place = index + 1 + sum(1 for _ in over)
    if place >= len(words):
        return None
    joined = all(words[at].joined(words[at - 1]) for at in range(index + 1, place + 1))
    surname = words[place].core
    listed = lexicon.is_name(surname) and (
        surname not in lexicon.words or (place - index > 1 and surname not in lexicon.never)
    )
    cued = spot.token.quiet and spot.previous in NAMES_FOLLOW and lexicon.is_name(surname)
    named = listed or cued or is_strange(spot.at(place))
    return Seed("initialen voor een achternaam") if joined and named else None


SMALL_INITIAL: tuple[Sign, ...] = (small_titled_initial, small_initial_of_a_surname)


def _is_a_letter(core: str) -> bool:
    return core in "abcdefghijklmnoprstuvwyz"


def _is_option_line(spot: Spot) -> bool:
    """Whether a line begins with the letter of an option: "A. Voorschot geven"."""
    token = spot.token
    begins = spot.place == 0 or "\n" in token.gap
    return token.opens and token.core in "abcdef" and begins
