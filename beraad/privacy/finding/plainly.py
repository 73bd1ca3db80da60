"""A plain word that stands where a name may stand: what is proposed leaves Dutch behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.spelled import number_of
from beraad.privacy.find import Find, FindKind
from beraad.privacy.signs.known.plain_words import TIMES, VERBS, has_a_doer, reads_as_a_word
from beraad.privacy.signs.names.doing import is_done
from beraad.privacy.signs.names.seed import Spot
from beraad.privacy.signs.names.tokens import Token

_NAMES = frozenset(
    {
        FindKind.PERSON,
        FindKind.PLACE,
        FindKind.NEIGHBOURHOOD,
        FindKind.ORGANISATION,
        FindKind.SCHOOL,
    }
)
_OTHER = {"de": "ander", "een": "ander", "het": "andere", "'t": "andere"}
"""What is said instead of a word behind its article, whoever or whatever it is."""
_OTHERS = "anderen"


def plainly(words: Sequence[Token], offset: int, lexicon: Lexicon) -> Callable[[Find], Find]:
    """What says of a find among these words what is proposed: a verb stays, a thing is said so."""
    places: dict[int, int] = {}

    def seen(find: Find) -> Find:
        if not find.asks or find.kind not in _NAMES or not find.text.islower():
            return find
        if not places:
            places.update((token.start + offset, place) for place, token in enumerate(words))
        place = places.get(find.start)
        if place is None or words_of(find.text) != (words[place].core,):
            return find
        return _seen(find, Spot(words, place, lexicon))

    return seen


def _seen(find: Find, spot: Spot) -> Find:
    told = spot.core in VERBS | TIMES and has_a_doer(spot) and reads_as_a_word(spot)
    if told or is_done(spot):
        return replace(find, rather_stays=True)
    if find.kind is FindKind.PERSON and find.everyday and not find.generalised:
        return replace(find, generalised=_other(spot))
    return find


def _other(spot: Spot) -> str:
    """What reads in the place of a plain word: "het andere", "zes anderen"."""
    if spot.token.opens or spot.token.gap != " ":
        return ""
    if spot.previous in _OTHER:
        return _OTHER[spot.previous]
    counted = number_of(spot.previous) or 0
    return _OTHERS if counted > 1 and spot.core.endswith(("en", "s")) else ""
