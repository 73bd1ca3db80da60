"""Where a name begins to show: a capital, a word before it, or a list that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import PARTICLES, TITLES
from beraad.privacy.signs.learned.standing import stands_as_a_name
from beraad.privacy.signs.names.announced import ANNOUNCED, may_be_announced, titled_twice
from beraad.privacy.signs.names.capitals import CAPITAL, OPENING, ORDINARY_CAPITAL, SHOUTED
from beraad.privacy.signs.names.first_letters import INITIAL, SMALL_INITIAL, is_no_initial
from beraad.privacy.signs.names.lower_case import SMALL, SMALL_UNKNOWN
from beraad.privacy.signs.names.ordinary_names import ORDINARY_NAME, ORDINARY_SURNAME
from beraad.privacy.signs.names.ordinary_places import ORDINARY_PLACE
from beraad.privacy.signs.names.seed import Seed, Sign, Spot, all_seen
from beraad.privacy.signs.names.short import LETTER, SHORT
from beraad.privacy.signs.names.tokens import Token

_SHORTEST_IN_LOWER_CASE = 3
_LEARNED: tuple[Sign, ...] = (stands_as_a_name,)


def seed(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """Return why this word starts a name, or None: the first sign that sees one."""
    return next(iter(seeds(Spot(words, index, lexicon))), None)


def seeds(spot: Spot) -> Iterator[Seed]:
    """Yield everything that is seen in this word, the strongest first."""
    return chain.from_iterable(all_seen(signs, spot) for signs in _signs(spot))


def _signs(spot: Spot) -> Iterable[tuple[Sign, ...]]:
    """Which signs are looked for in a word, by how it is written and what it is."""
    token, core = spot.token, spot.core
    if token.initial:
        return () if is_no_initial(spot) else (INITIAL, LETTER)
    if core.isdecimal() or core in PARTICLES or (core in TITLES and not titled_twice(spot)):
        return ()
    if len(core) == 1:
        return (SMALL_INITIAL,)
    announced = (ANNOUNCED,) if may_be_announced(spot) else ()
    if core in spot.lexicon.allowed:
        return announced
    return (*announced, *(_of_capitals(spot) if token.capital else _of_lower_case(spot)))


def _of_capitals(spot: Spot) -> Iterable[tuple[Sign, ...]]:
    if spot.token.shouted:
        return (SHOUTED, SHORT, _LEARNED)
    plain = spot.core in spot.lexicon.never
    if spot.token.opens:
        return (SHORT, _LEARNED) if plain else (OPENING, SHORT, _LEARNED)
    ordinary = () if plain else (ORDINARY_CAPITAL,)
    return (CAPITAL, *ordinary, SHORT, _LEARNED)


def _of_lower_case(spot: Spot) -> Iterable[tuple[Sign, ...]]:
    core, lexicon = spot.core, spot.lexicon
    if core in lexicon.never:
        return (SMALL,)
    if len(core) < _SHORTEST_IN_LOWER_CASE:
        return (SMALL, ORDINARY_SURNAME, _LEARNED)
    return (
        (SMALL, ORDINARY_PLACE, ORDINARY_NAME, _LEARNED)
        if core in lexicon.words
        else (SMALL, SMALL_UNKNOWN, _LEARNED)
    )
