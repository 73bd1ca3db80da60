"""What stands behind a word when it is somebody: a verb, an age, another name."""

from __future__ import annotations

from collections.abc import Callable

from beraad.privacy.dutch.spelled import number_of
from beraad.privacy.dutch.vocabulary import OF_PEOPLE, PARTICLES, STATES
from beraad.privacy.signs.names.seed import Spot

_PREPOSITIONS = frozenset({"in", "op", "te", "uit", "bij", "aan", "over", "onder"})
_NOBODY = frozenset({"werk", "kind", "recht"})
_BEHIND_AN_AGE = frozenset({"en", "jaar", "jr", "maar"})
_MOST_WORDS = 3


def acts_like_a_person(spot: Spot) -> bool:
    """Whether what follows says that a person is meant: a verb, an age, another name."""
    after = spot.after
    if after is None or after.apart:
        return False
    return any(sign(spot) for sign in SIGNS_OF_A_PERSON)


def _given_name_does_something(spot: Spot) -> bool:
    """A first name before what only people do, or as an owner: "roos zegt", "Roos' fiets"."""
    owner = spot.token.written.endswith("'s")
    if spot.core not in spot.lexicon.given or spot.core in _NOBODY:
        return False
    return spot.following in OF_PEOPLE or owner


def _surname_opens_and_does_something(spot: Spot) -> bool:
    """A surname that begins a sentence and does something: "Mulder belt"."""
    return (
        spot.token.opens
        and spot.following in OF_PEOPLE
        and spot.core in spot.lexicon.surnames
        and spot.core not in spot.lexicon.given
    )


def _is_in_some_state(spot: Spot) -> bool:
    """A name before how somebody is, or an age: "mees is acht", "Roos was zwanger"."""
    if spot.following not in ("is", "was") or spot.place + 2 >= len(spot.words):
        return False
    surname = spot.token.opens and spot.core in spot.lexicon.surnames
    if not (surname or spot.core in spot.lexicon.given):
        return False
    return spot.words[spot.place + 2].core in STATES or _is_an_age(spot.at(spot.place + 2))


def _has_an_age_in_brackets(spot: Spot) -> bool:
    """A word before a number in brackets: "Kees (44)"."""
    return spot.after is not None and spot.after.bracketed


def _is_paired_with_a_name(spot: Spot) -> bool:
    """A first name before another, with the same capital or none: "roos en fatma"."""
    if spot.following != "en" or spot.place + 2 >= len(spot.words):
        return False
    lexicon, other = spot.lexicon, spot.words[spot.place + 2]
    if spot.core not in lexicon.given or other.capital != spot.token.capital:
        return False
    plain = other.core in lexicon.allowed or other.core in lexicon.never
    return lexicon.is_name(other.core) and not plain


def _stands_before_a_name(spot: Spot) -> bool:
    """A first name before a word with a capital that is a name: "Roos Demir"."""
    after, lexicon = spot.after, spot.lexicon
    if after is None or spot.core not in lexicon.given:
        return False
    if not (after.joined(spot.token) and after.capital) or after.shouted:
        return False
    return lexicon.is_listed(after.core) or not lexicon.is_word(after.core)


def _stands_before_a_surname(spot: Spot) -> bool:
    """A first name before tussenvoegsels and a surname with a capital: "roos van der Berg"."""
    words, place = spot.words, spot.place + 1
    if spot.core not in spot.lexicon.given or spot.following in _PREPOSITIONS:
        return False
    while place < len(words) and words[place].core in PARTICLES:
        place += 1
    between = place - spot.place
    if not 1 < between <= _MOST_WORDS or place >= len(words):
        return False
    joined = all(words[at].joined(words[at - 1]) for at in range(spot.place + 1, place + 1))
    return joined and words[place].capital and words[place].core in spot.lexicon.surnames


SIGNS_OF_A_PERSON: tuple[Callable[[Spot], bool], ...] = (
    _given_name_does_something,
    _surname_opens_and_does_something,
    _is_in_some_state,
    _has_an_age_in_brackets,
    _is_paired_with_a_name,
    _stands_before_a_name,
    _stands_before_a_surname,
)


def _is_an_age(spot: Spot) -> bool:
    """Whether a number stands on its own, as an age does: "mees is acht"."""
    after = spot.after
    alone = after is None or after.opens or after.core in _BEHIND_AN_AGE or "," in after.gap
    return alone and bool(number_of(spot.core))
